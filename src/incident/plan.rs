//! What is to be told of one incident that goes on, and when something is to be told next: pure.

use jiff::Timestamp;

use super::Incident;
use crate::config::Unless;
use crate::notify::Kind;
use crate::route::Policy;
use crate::time::Duration;

/// One open incident with at least one alert that fires, as a run finds it.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, and any of them may go together"
)]
pub(super) struct Case<'a> {
    pub incident: &'a Incident,
    pub policy: &'a Policy,
    /// When each step of the policy's escalation is due; `None` where that is never, or not known before the opening.
    pub dues: &'a [Option<Timestamp>],
    /// Whether there is an alert that fires and was not told.
    pub is_fresh: bool,
    /// Whether an alert has ended whose beginning was told and whose end was not.
    pub is_fewer: bool,
    /// Whether the severity rose since it was last told.
    pub is_graver: bool,
    /// Whether somebody is at it, and what they saw is what there is.
    pub is_acked: bool,
    /// Until when its opening waits because its group was told of just before.
    pub rests: Option<Timestamp>,
    /// When what is told now leaves: now, unless that waits for a calendar.
    pub leaves: Timestamp,
    /// Why no beginning may be told.
    pub held: Option<String>,
}

/// What follows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    pub telling: Option<Kind>,
    /// The steps of the escalation that are told now: indices, all at once where some are late.
    pub steps: Vec<usize>,
    /// Why nothing is told that otherwise would be.
    pub held: Option<String>,
    /// When something is to be told next, if nothing happens.
    pub due_at: Option<Timestamp>,
}

/// What is told of an incident at an instant.
pub(super) fn plan(case: &Case<'_>, now: Timestamp) -> Plan {
    if let Some(held) = &case.held {
        // Beginnings are held back, and what an end is news of is not.
        let (telling, due_at) = if case.is_fewer { ended(case, now) } else { (None, None) };
        return Plan { telling, held: Some(held.clone()), due_at, steps: Vec::new() };
    }
    let (telling, waits) = telling(case, now);
    // A digest does not escalate, and nobody is late before anybody was told.
    let is_untold = case.incident.told_at.is_none() && telling.is_none();
    let is_quiet = case.policy.digest.is_some() || is_untold;
    let (steps, next) = if is_quiet { (Vec::new(), None) } else { steps(case, now) };
    let told_at = if telling.is_some() { Some(case.leaves) } else { case.incident.told_at };
    let repeat = told_at.and_then(|told_at| repeat_at(case, told_at));
    let due_at = [waits, next, repeat].into_iter().flatten().min();
    Plan { telling, steps, held: None, due_at }
}

/// What is told now, or until when that waits.
fn telling(case: &Case<'_>, now: Timestamp) -> (Option<Kind>, Option<Timestamp>) {
    let Some(told_at) = case.incident.told_at else {
        let grouped = after(case.incident.opened, case.policy.group_wait);
        return due(Kind::Open, case.rests.map_or(grouped, |rests| rests.max(grouped)), now);
    };
    // A digest tells of each incident once.
    if case.policy.digest.is_some() {
        return (None, None);
    }
    if case.is_graver {
        return (Some(Kind::Update), None);
    }
    if case.is_fresh || case.is_fewer {
        return due(Kind::Update, after(told_at, case.policy.group_interval), now);
    }
    match repeat_at(case, told_at) {
        Some(at) if at <= now => (Some(Kind::Repeat), None),
        _ => (None, None),
    }
}

/// What is told of alerts that have ended while all others are held back, or until when that waits.
fn ended(case: &Case<'_>, now: Timestamp) -> (Option<Kind>, Option<Timestamp>) {
    let told_at = case.incident.told_at.filter(|_| case.policy.digest.is_none());
    told_at.map_or((None, None), |told_at| due(Kind::Update, after(told_at, case.policy.group_interval), now))
}

fn due(kind: Kind, at: Timestamp, now: Timestamp) -> (Option<Kind>, Option<Timestamp>) {
    if at <= now { (Some(kind), None) } else { (None, Some(at)) }
}

fn repeat_at(case: &Case<'_>, told_at: Timestamp) -> Option<Timestamp> {
    let repeat = case.policy.repeat.filter(|_| !case.is_acked && case.policy.digest.is_none())?;
    Some(after(told_at, repeat))
}

/// The steps that are due, and when the next one is. A step that an acknowledgement makes needless waits: it is due
/// again when that lapses.
fn steps(case: &Case<'_>, now: Timestamp) -> (Vec<usize>, Option<Timestamp>) {
    let (mut due, mut next) = (Vec::new(), None);
    let left = case.policy.escalate.iter().enumerate().filter(|(index, _)| !case.incident.has_taken(*index));
    for (index, step) in left {
        let is_needless = step.unless == Unless::Acked && case.is_acked;
        match case.dues.get(index).copied().flatten() {
            Some(_) if is_needless => {}
            Some(at) if at <= now => due.push(index),
            Some(at) => next = Some(next.map_or(at, |known: Timestamp| known.min(at))),
            None => {}
        }
    }
    (due, next)
}

fn after(at: Timestamp, wait: Duration) -> Timestamp {
    at.saturating_add(wait.signed()).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{After, Escalation};

    const MINUTE: i64 = 60;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_second(minutes * MINUTE).unwrap()
    }

    fn minutes(minutes: u64) -> Duration {
        Duration::from_secs(minutes * 60)
    }

    fn policy() -> Policy {
        let step = |after, unless| Escalation {
            after: After::Duration(minutes(after)),
            unless,
            to: vec!["boss".into()],
            notify: Vec::new(),
            calendar: None,
        };
        Policy {
            route: "default".into(),
            group_by: vec!["...".into()],
            group_wait: Duration::ZERO,
            group_interval: minutes(5),
            repeat: None,
            deliver: None,
            digest: None,
            notify: Vec::new(),
            escalate: vec![step(30, Unless::Acked), step(60, Unless::Resolved)],
            calendar: None,
            response: None,
            actions: Vec::new(),
        }
    }

    /// An incident that opened at 0 and was last told at `told`.
    fn incident(told: Option<i64>) -> Incident {
        Incident { opened: at(0), told_at: told.map(at), ..Incident::default() }
    }

    fn case<'a>(incident: &'a Incident, policy: &'a Policy, dues: &'a [Option<Timestamp>]) -> Case<'a> {
        Case {
            incident,
            policy,
            dues,
            is_fresh: false,
            is_fewer: false,
            is_graver: false,
            is_acked: false,
            rests: None,
            leaves: at(0),
            held: None,
        }
    }

    fn dues() -> [Option<Timestamp>; 2] {
        [Some(at(30)), Some(at(60))]
    }

    #[test]
    fn an_opening_waits_for_its_group_and_no_longer() {
        let (incident, policy) = (incident(None), Policy { group_wait: minutes(2), ..policy() });
        let (case, dues) = (case(&incident, &policy, &[]), Some(at(2)));
        assert_eq!(plan(&case, at(1)), Plan { due_at: dues, ..Plan::default() });
        assert_eq!(plan(&case, at(2)).telling, Some(Kind::Open));
    }

    #[test]
    fn an_opening_waits_until_its_group_was_not_told_of_for_a_while() {
        let (incident, policy) = (incident(None), policy());
        let case = Case { rests: Some(at(4)), ..case(&incident, &policy, &[]) };
        assert_eq!(plan(&case, at(3)), Plan { due_at: Some(at(4)), ..Plan::default() });
        assert_eq!(plan(&case, at(4)).telling, Some(Kind::Open));
    }

    #[rstest::rstest]
    #[case::more(true, false)]
    #[case::fewer(false, true)]
    fn a_group_that_changes_is_told_once_its_interval_is_over(#[case] fresh: bool, #[case] fewer: bool) {
        let (incident, policy, dues) = (incident(Some(0)), policy(), dues());
        let case = Case { is_fresh: fresh, is_fewer: fewer, ..case(&incident, &policy, &dues) };
        assert_eq!(plan(&case, at(4)), Plan { due_at: Some(at(5)), ..Plan::default() });
        assert_eq!(plan(&case, at(5)).telling, Some(Kind::Update));
    }

    #[test]
    fn a_graver_incident_is_told_at_once() {
        let (incident, policy, dues) = (incident(Some(0)), policy(), dues());
        let case = Case { is_graver: true, is_acked: true, ..case(&incident, &policy, &dues) };
        assert_eq!(plan(&case, at(1)).telling, Some(Kind::Update));
    }

    #[test]
    fn it_is_repeated_while_nobody_is_at_it() {
        let (incident, policy) = (incident(Some(10)), Policy { repeat: Some(minutes(15)), ..policy() });
        let dues = dues();
        let quiet = case(&incident, &policy, &dues);
        assert_eq!(plan(&quiet, at(24)), Plan { due_at: Some(at(25)), ..Plan::default() });
        assert_eq!(plan(&quiet, at(25)).telling, Some(Kind::Repeat));
        let acked = Case { is_acked: true, ..quiet };
        assert_eq!(plan(&acked, at(25)).telling, None);
    }

    #[test]
    fn steps_are_due_in_their_order_and_late_ones_at_once() {
        let (mut incident, policy, dues) = (incident(Some(0)), policy(), dues());
        let steps = |incident: &Incident, now| plan(&case(incident, &policy, &dues), at(now)).steps;
        assert_eq!(steps(&incident, 29), Vec::<usize>::new());
        assert_eq!(steps(&incident, 30), [0]);
        assert_eq!(steps(&incident, 600), [0, 1]);
        incident.take(0);
        assert_eq!(steps(&incident, 59), Vec::<usize>::new());
        assert_eq!(steps(&incident, 60), [1]);
    }

    #[test]
    fn a_step_that_waited_for_an_acknowledgement_is_taken_after_a_later_one() {
        let (mut incident, policy, dues) = (incident(Some(0)), policy(), dues());
        incident.take(1);
        assert_eq!(plan(&case(&incident, &policy, &dues), at(130)).steps, [0]);
    }

    #[test]
    fn an_acknowledgement_stops_only_the_steps_that_say_so() {
        let (incident, policy, dues) = (incident(Some(0)), policy(), dues());
        let case = Case { is_acked: true, ..case(&incident, &policy, &dues) };
        assert_eq!(plan(&case, at(45)), Plan { due_at: Some(at(60)), ..Plan::default() });
        assert_eq!(plan(&case, at(60)).steps, [1]);
    }

    #[test]
    fn what_is_held_back_says_why_and_is_told_when_that_is_over() {
        let (incident, policy) = (incident(None), policy());
        let held = Case { held: Some("silence 1".into()), ..case(&incident, &policy, &[]) };
        assert_eq!(plan(&held, at(60)), Plan { held: Some("silence 1".into()), ..Plan::default() });
        let freed = plan(&case(&incident, &policy, &[]), at(61));
        assert_eq!(
            (freed.telling, freed.steps),
            (Some(Kind::Open), Vec::new()),
            "nobody was told: nobody is late"
        );
    }

    #[test]
    fn an_end_is_told_though_all_that_goes_on_is_held_back() {
        let (incident, policy) = (incident(Some(0)), policy());
        let held = || Case { held: Some("silence 1".into()), ..case(&incident, &policy, &[]) };
        let fewer = plan(&Case { is_fewer: true, ..held() }, at(5));
        assert_eq!((fewer.telling, fewer.held.as_deref()), (Some(Kind::Update), Some("silence 1")));
        let more = plan(&Case { is_fresh: true, is_graver: true, ..held() }, at(5));
        assert_eq!(more.telling, None);
    }

    #[test]
    fn the_run_that_tells_the_opening_knows_when_the_first_step_is_due() {
        let (incident, policy, dues) = (incident(None), policy(), dues());
        assert_eq!(plan(&case(&incident, &policy, &dues), at(0)).due_at, Some(at(30)));
    }

    #[test]
    fn a_digest_tells_of_an_incident_once() {
        let digest = crate::config::Digest(jiff::civil::time(9, 0, 0, 0));
        let policy = Policy { digest: Some(digest), repeat: Some(minutes(1)), ..policy() };
        assert_eq!(plan(&case(&incident(None), &policy, &dues()), at(0)).telling, Some(Kind::Open));
        let (told, dues) = (incident(Some(0)), dues());
        let case = Case { is_fresh: true, is_graver: true, ..case(&told, &policy, &dues) };
        assert_eq!(plan(&case, at(600)), Plan::default());
    }
}
