//! The state machine of one alert: pure, with a named reason for whatever happens or does not.

use std::fmt;

use jiff::Timestamp;

use super::rule::Policy;
use crate::time::Duration;

/// What the condition said about one instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    NoMatch,
    Match,
    /// NULL, too few samples, or a store that has no row.
    NoData,
    /// The rule's query or condition failed.
    Error,
}

impl Outcome {
    /// As it is stored and printed.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::NoMatch => "no match",
            Self::Match => "match",
            Self::NoData => "no data",
            Self::Error => "error",
        }
    }

    /// Reads what [`Outcome::name`] gave.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        [Self::NoMatch, Self::Match, Self::NoData, Self::Error].into_iter().find(|one| one.name() == name)
    }
}

/// The state of an open alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Pending,
    Firing,
}

/// What is known of an open alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_field_names, reason = "what was held, and for how long")]
pub(crate) struct Held {
    pub state: State,
    /// How long the condition has held, in evaluated time.
    pub held_ms: i64,
    /// How long it has been missing while firing goes on; `None` while it is met.
    pub missed_ms: Option<i64>,
}

impl Held {
    /// `pending` or `firing`.
    pub(crate) const fn name(self) -> &'static str {
        match self.state {
            State::Pending => "pending",
            State::Firing => "firing",
        }
    }
}

/// The evaluated time between a rule's last run and this one.
///
/// A clock that went back adds none; of a longer time than `most` milliseconds nobody watched more than that.
pub(crate) fn elapsed_ms(last: Option<Timestamp>, now: Timestamp, most: i64) -> i64 {
    last.map_or(0, |last| (now.as_millisecond() - last.as_millisecond()).clamp(0, most))
}

/// Whether a group is evaluated now: whenever the number of its intervals since 1970 has changed, so that a run that
/// comes a little early or late never halves its rate.
pub(crate) fn is_due(interval: Option<Duration>, last: Option<Timestamp>, now: Timestamp) -> bool {
    let (Some(interval), Some(last)) = (interval, last) else { return true };
    let slot = |at: Timestamp| at.as_millisecond().div_euclid(interval.as_millis().max(1));
    slot(now) != slot(last)
}

/// What a rule says about time and doubt.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Timing {
    pub hold: Duration,
    pub keep_firing_for: Duration,
    pub on_no_data: Policy,
    pub on_error: Policy,
}

/// Why an instance is where it is, whether it moved or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// Nothing wrong and nothing open.
    Quiet,
    ConditionMet,
    /// The condition holds, for less than `for` so far.
    Holding,
    HeldLongEnough,
    StillFiring,
    /// A pending alert's condition no longer holds.
    Dropped,
    ConditionOver,
    /// The condition is over, `keep_firing_for` is not.
    KeptFiring,
    KeptFiringLongEnough,
    /// No data or an error, and nothing is open.
    NoData,
    Error,
    /// No data or an error, and the policy keeps the alert as it is.
    KeptNoData,
    KeptError,
    /// Nothing is open, and nothing can open outside the calendar of `during`.
    OutsideHours,
    /// What was open ends with the hours of `during`.
    Closed,
    /// The group's `interval` has not passed: everything is left as it was.
    NotDue,
    /// The rule has more matches than its `limit`.
    OverLimit,
    /// The rule now gives this row other labels, so it is another alert.
    LabelsChanged,
    /// Its store is not in the inventory.
    StoreRemoved,
    RuleRemoved,
}

impl Reason {
    /// As it is stored and printed.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Quiet => "quiet",
            Self::ConditionMet => "condition met",
            Self::Holding => "holding",
            Self::HeldLongEnough => "held long enough",
            Self::StillFiring => "still firing",
            Self::Dropped => "dropped",
            Self::ConditionOver => "condition over",
            Self::KeptFiring => "kept firing",
            Self::KeptFiringLongEnough => "kept firing long enough",
            Self::NoData => "no data",
            Self::Error => "error",
            Self::KeptNoData => "no data, kept",
            Self::KeptError => "error, kept",
            Self::OutsideHours => "outside hours",
            Self::Closed => "closed",
            Self::NotDue => "not due: group interval",
            Self::OverLimit => "over limit",
            Self::LabelsChanged => "labels changed",
            Self::StoreRemoved => "store removed",
            Self::RuleRemoved => "rule removed",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// Where an instance goes: an open alert, or none (`None` ends an open one).
///
/// `open_now` is false outside the rule's calendar; `elapsed_ms` is the evaluated time since the rule's last run.
pub(crate) fn step(
    previous: Option<Held>,
    outcome: Outcome,
    timing: &Timing,
    open_now: bool,
    elapsed_ms: i64,
) -> (Option<Held>, Reason) {
    if !open_now {
        return (None, if previous.is_some() { Reason::Closed } else { Reason::OutsideHours });
    }
    let (policy, kept, nothing) = match outcome {
        Outcome::Match => (Policy::Alert, Reason::StillFiring, Reason::Quiet),
        Outcome::NoMatch => (Policy::Ok, Reason::StillFiring, Reason::Quiet),
        Outcome::NoData => (timing.on_no_data, Reason::KeptNoData, Reason::NoData),
        Outcome::Error => (timing.on_error, Reason::KeptError, Reason::Error),
    };
    match policy {
        Policy::Keep => (previous, if previous.is_some() { kept } else { nothing }),
        Policy::Alert => met(previous, timing, elapsed_ms),
        Policy::Ok => missed(previous, timing, elapsed_ms),
    }
}

fn met(previous: Option<Held>, timing: &Timing, elapsed_ms: i64) -> (Option<Held>, Reason) {
    let held_ms = previous.map_or(0, |held| held.held_ms.saturating_add(elapsed_ms));
    let at = |state| Some(Held { state, held_ms, missed_ms: None });
    match previous.map(|held| held.state) {
        // What it held is of no use once it fires; leaving it spares a write a run.
        Some(State::Firing) => (previous.map(|held| Held { missed_ms: None, ..held }), Reason::StillFiring),
        None if timing.hold == Duration::ZERO => (at(State::Firing), Reason::ConditionMet),
        None => (at(State::Pending), Reason::ConditionMet),
        Some(State::Pending) if held_ms >= timing.hold.as_millis() => {
            (at(State::Firing), Reason::HeldLongEnough)
        }
        Some(State::Pending) => (at(State::Pending), Reason::Holding),
    }
}

fn missed(previous: Option<Held>, timing: &Timing, elapsed_ms: i64) -> (Option<Held>, Reason) {
    let Some(held) = previous else { return (None, Reason::Quiet) };
    if held.state == State::Pending {
        return (None, Reason::Dropped);
    }
    if timing.keep_firing_for == Duration::ZERO {
        return (None, Reason::ConditionOver);
    }
    // It counts from the first miss.
    let missed_ms = held.missed_ms.map_or(0, |missed| missed.saturating_add(elapsed_ms));
    if missed_ms >= timing.keep_firing_for.as_millis() {
        return (None, Reason::KeptFiringLongEnough);
    }
    (Some(Held { missed_ms: Some(missed_ms), ..held }), Reason::KeptFiring)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    fn timing(hold: u64, keep: u64) -> Timing {
        Timing {
            hold: Duration::from_secs(hold),
            keep_firing_for: Duration::from_secs(keep),
            on_no_data: Policy::Keep,
            on_error: Policy::Keep,
        }
    }

    /// Runs outcomes a minute apart and gives the states' initials: `.` none, `P` pending, `F` firing.
    fn timeline(timing: &Timing, outcomes: &[Outcome]) -> String {
        let mut held = None;
        outcomes
            .iter()
            .map(|&outcome| {
                held = step(held, outcome, timing, true, MINUTE).0;
                held.map_or('.', |held| if held.state == State::Firing { 'F' } else { 'P' })
            })
            .collect()
    }

    use Outcome::{Error as E, Match as M, NoData as D, NoMatch as N};

    #[rstest::rstest]
    #[case::zero_for_fires_at_once(0, 0, &[N, M, M, N], ".FF.")]
    #[case::for_holds(120, 0, &[M, M, M, N], "PPF.")]
    #[case::one_miss_drops_a_pending_instance(120, 0, &[M, M, N, M, M, M], "PP.PPF")]
    #[case::a_for_smaller_than_the_interval_fires_at_the_second_evaluation(5, 0, &[M, M], "PF")]
    #[case::keep_firing_counts_from_the_first_miss(0, 120, &[M, N, N, N], "FFF.")]
    #[case::a_match_resets_keep_firing(0, 120, &[M, N, N, M, N, N, N], "FFFFFF.")]
    #[case::no_data_never_resolves(0, 0, &[M, D, D, E, N], "FFFF.")]
    #[case::no_data_does_not_fill_a_for(120, 0, &[M, D, D, D, M, M], "PPPPPF")]
    #[case::no_data_opens_nothing(0, 0, &[D, E], "..")]
    fn goes(#[case] hold: u64, #[case] keep: u64, #[case] outcomes: &[Outcome], #[case] states: &str) {
        assert_eq!(timeline(&timing(hold, keep), outcomes), states);
    }

    #[rstest::rstest]
    #[case(Policy::Alert, "FF")]
    #[case(Policy::Ok, "..")]
    fn a_policy_decides_in_doubt(#[case] policy: Policy, #[case] states: &str) {
        let timing = Timing { on_no_data: policy, on_error: policy, ..timing(0, 0) };
        assert_eq!(timeline(&timing, &[D, E]), states);
    }

    #[test]
    fn a_second_run_at_the_same_instant_changes_nothing() {
        let timing = timing(60, 60);
        for state in [State::Pending, State::Firing] {
            let held = Held { state, held_ms: 30_000, missed_ms: None };
            assert_eq!(step(Some(held), M, &timing, true, 0).0, Some(held));
        }
    }

    #[test]
    fn closing_ends_whatever_is_open() {
        let held = Held { state: State::Firing, held_ms: 0, missed_ms: None };
        assert_eq!(step(Some(held), M, &timing(0, 600), false, MINUTE), (None, Reason::Closed));
    }
}
