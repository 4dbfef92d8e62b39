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
    use proptest::collection::vec;
    use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};

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
    #[case::keep(Policy::Keep, D, "..", "PPP", "FFF")]
    #[case::keep(Policy::Keep, E, "..", "PPP", "FFF")]
    #[case::alert(Policy::Alert, D, "PP", "PPF", "FFF")]
    #[case::alert(Policy::Alert, E, "PP", "PPF", "FFF")]
    #[case::ok(Policy::Ok, D, "..", "P..", "F..")]
    #[case::ok(Policy::Ok, E, "..", "P..", "F..")]
    fn a_policy_decides_in_doubt(
        #[case] policy: Policy,
        #[case] doubt: Outcome,
        #[case] from_nothing: &str,
        #[case] from_pending: &str,
        #[case] from_firing: &str,
    ) {
        let doubted = |timing: Timing| match doubt {
            D => Timing { on_no_data: policy, ..timing },
            _ => Timing { on_error: policy, ..timing },
        };
        let (slow, quick) = (doubted(timing(120, 0)), doubted(timing(0, 0)));
        assert_eq!(timeline(&slow, &[doubt, doubt]), from_nothing);
        assert_eq!(timeline(&slow, &[M, doubt, doubt]), from_pending);
        assert_eq!(timeline(&quick, &[M, doubt, doubt]), from_firing);
    }

    /// Every state, outcome and calendar has its reason, whether anything moves or not.
    #[rstest::rstest]
    #[case::quiet(None, N, "inactive", "quiet")]
    #[case::met(None, M, "pending", "condition met")]
    #[case::nothing_known(None, D, "inactive", "no data")]
    #[case::failed(None, E, "inactive", "error")]
    #[case::holds(Some((State::Pending, 0, None)), M, "pending", "holding")]
    #[case::held(Some((State::Pending, MINUTE, None)), M, "firing", "held long enough")]
    #[case::dropped(Some((State::Pending, MINUTE, None)), N, "inactive", "dropped")]
    #[case::pending_without_data(Some((State::Pending, MINUTE, None)), D, "pending", "no data, kept")]
    #[case::pending_in_error(Some((State::Pending, MINUTE, None)), E, "pending", "error, kept")]
    #[case::goes_on(Some((State::Firing, 0, None)), M, "firing", "still firing")]
    #[case::first_miss(Some((State::Firing, 0, None)), N, "firing", "kept firing")]
    #[case::second_miss(Some((State::Firing, 0, Some(0))), N, "firing", "kept firing")]
    #[case::missed_long_enough(Some((State::Firing, 0, Some(MINUTE))), N, "inactive", "kept firing long enough")]
    #[case::firing_without_data(Some((State::Firing, 0, None)), D, "firing", "no data, kept")]
    #[case::firing_in_error(Some((State::Firing, 0, None)), E, "firing", "error, kept")]
    fn every_outcome_has_its_reason(
        #[case] before: Option<(State, i64, Option<i64>)>,
        #[case] outcome: Outcome,
        #[case] after: &str,
        #[case] reason: &str,
    ) {
        let before = before.map(|(state, held_ms, missed_ms)| Held { state, held_ms, missed_ms });
        let timing = timing(120, 120);
        let (now, why) = step(before, outcome, &timing, true, MINUTE);
        assert_eq!((now.map_or("inactive", Held::name), why.name()), (after, reason));
        let closed = if before.is_some() { Reason::Closed } else { Reason::OutsideHours };
        assert_eq!(step(before, outcome, &timing, false, MINUTE), (None, closed));
        let at_once = Timing { keep_firing_for: Duration::ZERO, ..timing };
        if let (Some(Held { state: State::Firing, .. }), N) = (before, outcome) {
            assert_eq!(step(before, N, &at_once, true, MINUTE), (None, Reason::ConditionOver));
        }
    }

    #[test]
    fn every_reason_stands_in_the_document() {
        use Reason::{Closed, ConditionMet, ConditionOver, Dropped, HeldLongEnough, Holding, KeptError};
        use Reason::{KeptFiring, KeptFiringLongEnough, KeptNoData, LabelsChanged, NotDue, OutsideHours};
        use Reason::{OverLimit, Quiet, RuleRemoved, StillFiring, StoreRemoved};
        let moves = [ConditionMet, Holding, HeldLongEnough, StillFiring, Dropped, ConditionOver, KeptFiring];
        let others = [KeptFiringLongEnough, KeptNoData, KeptError, Closed, NotDue, OutsideHours, OverLimit];
        let rest = [Quiet, Reason::NoData, Reason::Error, LabelsChanged, StoreRemoved, RuleRemoved];
        let document = include_str!("../../docs/rules.md");
        for reason in moves.into_iter().chain(others).chain(rest) {
            assert!(document.contains(&format!("`{reason}`")), "{reason}");
        }
    }

    #[test]
    fn raising_for_on_a_firing_alert_does_not_un_fire_it() {
        let held = Held { state: State::Firing, held_ms: 60_000, missed_ms: None };
        let (after, reason) = step(Some(held), M, &timing(86_400, 0), true, MINUTE);
        assert_eq!((after, reason), (Some(held), Reason::StillFiring));
    }

    #[rstest::rstest]
    #[case::first(None, 0)]
    #[case::a_minute("2025-10-24T11:59:00Z".parse().ok(), 60_000)]
    #[case::the_same_instant("2025-10-24T12:00:00Z".parse().ok(), 0)]
    #[case::back("2025-10-24T12:30:00Z".parse().ok(), 0)]
    #[case::a_night("2025-10-23T20:00:00Z".parse().ok(), 900_000)]
    fn a_gap_counts_for_its_limit_and_a_clock_that_went_back_for_nothing(
        #[case] last: Option<Timestamp>,
        #[case] millis: i64,
    ) {
        assert_eq!(elapsed_ms(last, "2025-10-24T12:00:00Z".parse().unwrap(), 900_000), millis);
    }

    #[rstest::rstest]
    #[case("12:04:59.5", "12:05:00.2", true)]
    #[case("12:05:00.2", "12:09:59.9", false)]
    #[case("12:05:00.2", "12:10:00", true)]
    #[case("12:05:00", "12:05:00", false)]
    #[case::back("12:05:00", "12:04:00", true)]
    fn a_group_is_due_when_the_count_of_its_intervals_moved(
        #[case] last: &str,
        #[case] now: &str,
        #[case] due: bool,
    ) {
        let at = |time: &str| format!("2025-10-24T{time}Z").parse::<Timestamp>().unwrap();
        assert_eq!(is_due(Some(Duration::from_secs(300)), Some(at(last)), at(now)), due);
        assert!(
            is_due(None, Some(at(last)), at(now)) && is_due(Some(Duration::from_secs(300)), None, at(now))
        );
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

    fn any_outcome() -> impl Strategy<Value = Outcome> {
        prop_oneof![Just(N), Just(M), Just(D), Just(E)]
    }

    /// What a run met: the outcome, whether the calendar was open, and the evaluated time since the run before.
    fn any_run() -> impl Strategy<Value = (Outcome, bool, i64)> {
        (any_outcome(), proptest::bool::weighted(0.95), 0..180_000_i64)
    }

    fn any_policy() -> impl Strategy<Value = Policy> {
        prop_oneof![Just(Policy::Keep), Just(Policy::Alert), Just(Policy::Ok)]
    }

    fn any_timing() -> impl Strategy<Value = Timing> {
        (0..300_u64, 0..300_u64, any_policy(), any_policy()).prop_map(|(hold, keep, on_no_data, on_error)| {
            Timing { on_no_data, on_error, ..timing(hold, keep) }
        })
    }

    proptest! {
        #[test]
        fn nothing_fires_before_for_has_been_held_in_evaluated_time(
            timing in any_timing(), runs in vec(any_run(), 0..60)
        ) {
            let (mut held, mut met) = (None::<Held>, 0_i64);
            for (outcome, open, elapsed) in runs {
                let policy = match outcome { M => Policy::Alert, N => Policy::Ok, D => timing.on_no_data, E => timing.on_error };
                met = match (held, policy) {
                    _ if !open => 0,
                    (None, _) | (_, Policy::Ok) => 0,
                    (Some(_), Policy::Alert) => met + elapsed,
                    (Some(_), Policy::Keep) => met,
                };
                let fired = held.is_some_and(|held| held.state == State::Firing);
                held = step(held, outcome, &timing, open, elapsed).0;
                let fires = held.is_some_and(|held| held.state == State::Firing);
                prop_assert!(fired || !fires || met >= timing.hold.as_millis(), "{met} ms of {}", timing.hold);
            }
        }

        #[test]
        fn the_same_run_again_changes_nothing(
            timing in any_timing(), runs in vec(any_run(), 1..60)
        ) {
            let mut held = None;
            for (outcome, open, elapsed) in runs {
                held = step(held, outcome, &timing, open, elapsed).0;
                prop_assert_eq!(step(held, outcome, &timing, open, 0).0, held);
            }
        }

        #[test]
        fn errors_and_no_data_under_keep_never_end_or_begin_an_alert(
            hold in 0..300_u64, state in prop_oneof![Just(None), Just(Some(State::Pending)), Just(Some(State::Firing))],
            doubts in vec((prop_oneof![Just(D), Just(E)], 0..1_000_000_i64), 1..60)
        ) {
            let before = state.map(|state| Held { state, held_ms: 5, missed_ms: None });
            let mut held = before;
            for (doubt, elapsed) in doubts {
                held = step(held, doubt, &timing(hold, 0), true, elapsed).0;
            }
            prop_assert_eq!(held, before);
        }
    }
}
