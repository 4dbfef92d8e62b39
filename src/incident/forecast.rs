//! What will be told of one incident if nothing happens: pure.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::apply::{is_acked, rose};
use super::ending::those_told;
use super::member::{Member, Told};
use super::{Desk, Incident};
use crate::config::{Escalation, Unless};
use crate::notify::{Intent, Kind, OutboxRow};
use crate::route::Policy;
use crate::time::Duration;

/// One thing that will be told.
#[derive(Clone, Debug)]
pub(crate) struct Ahead {
    pub kind: Kind,
    /// 0, or the step of the escalation.
    pub step: i64,
    pub at: Timestamp,
    /// What would make it needless.
    pub unless: Option<Unless>,
    pub intents: Vec<Intent>,
}

/// What a forecast rests on.
pub(super) struct Forecast<'a> {
    pub desk: &'a Desk<'a>,
    pub incident: &'a Incident,
    pub policy: &'a Policy,
    /// Its alerts that fire and are not held back.
    pub firing: &'a [&'a Member],
    /// Its alerts that have ended and whose end nobody was told of.
    pub ended: &'a [&'a Member],
    /// What was queued about it.
    pub rows: &'a [OutboxRow],
    /// Until when its opening waits because its group was told of just before.
    pub rests: Option<Timestamp>,
    pub now: Timestamp,
}

impl Forecast<'_> {
    /// In order of time.
    pub(super) fn all(&self) -> Vec<Ahead> {
        let opening = self.opening();
        let told = self.incident.told_at;
        let mut ahead: Vec<Ahead> = match told {
            None if self.firing.is_empty() => Vec::new(),
            None => vec![self.message(Kind::Open, opening)],
            // A digest tells of each incident once and does not escalate.
            Some(told) => self.update(told).into_iter().collect(),
        };
        if self.policy.digest.is_none() && !self.firing.is_empty() {
            ahead.extend(self.repeat(told.unwrap_or(opening)));
            ahead.extend(self.steps(opening));
        }
        ahead.sort_by_key(|ahead| ahead.at);
        ahead
    }

    /// When it was told first, or will be.
    fn opening(&self) -> Timestamp {
        let grouped = after(self.incident.opened, self.policy.group_wait);
        let waits = self.rests.map_or(grouped, |rests| rests.max(grouped));
        self.incident.notified_at.unwrap_or(waits.max(self.now))
    }

    fn update(&self, told: Timestamp) -> Option<Ahead> {
        let (incident, policy) = (self.incident, self.policy);
        if policy.digest.is_some() {
            return None;
        }
        let is_graver = rose(self.desk, incident.told_severity.as_deref(), &incident.severity);
        if is_graver && !self.firing.is_empty() {
            return Some(self.message(Kind::Update, self.now));
        }
        let is_fresh = self.firing.iter().any(|member| member.told == Told::Nothing);
        let changes = is_fresh || !self.ended.is_empty();
        changes.then(|| self.message(Kind::Update, after(told, policy.group_interval).max(self.now)))
    }

    fn repeat(&self, told: Timestamp) -> Option<Ahead> {
        let at = self.unless_acked(after(told, self.policy.repeat?))?;
        Some(Ahead { unless: Some(Unless::Acked), ..self.message(Kind::Repeat, at) })
    }

    fn steps(&self, opening: Timestamp) -> Vec<Ahead> {
        let step = |(index, step): (usize, &Escalation)| {
            let due = self.desk.due(step, self.policy, opening)?;
            let at = if step.unless == Unless::Acked { self.unless_acked(due)? } else { due.max(self.now) };
            let number = i64::try_from(index + 1).unwrap_or(i64::MAX);
            let intents = self.desk.escalation(&[step], number, self.policy, self.firing, at);
            Some(Ahead { kind: Kind::Escalate, step: number, at, unless: Some(step.unless), intents })
        };
        let left =
            self.policy.escalate.iter().enumerate().filter(|(index, _)| !self.incident.has_taken(*index));
        left.filter_map(step).collect()
    }

    /// When something happens that an acknowledgement puts off: once that has lapsed.
    fn unless_acked(&self, due: Timestamp) -> Option<Timestamp> {
        let due = due.max(self.now);
        if is_acked(self.desk, self.incident, self.now) {
            return Some(due.max(self.incident.ack_until?));
        }
        Some(due)
    }

    fn message(&self, kind: Kind, decided: Timestamp) -> Ahead {
        let (desk, policy) = (self.desk, self.policy);
        let at = desk.next_digest(policy, decided).unwrap_or_else(|| desk.delivered(policy, decided));
        let about: Vec<&Member> = self.firing.iter().chain(self.ended).copied().collect();
        let mut seen = BTreeSet::new();
        let stores = desk.stores(&about).into_iter();
        let mut intents: Vec<Intent> =
            stores.flat_map(|store| desk.router.intents(kind, 0, &policy.notify, store, decided)).collect();
        if kind == Kind::Update {
            intents.extend(those_told(kind, self.rows, &intents));
        }
        intents.retain(|intent| seen.insert(intent.clone()));
        Ahead { kind, step: 0, at, unless: None, intents }
    }
}

fn after(at: Timestamp, wait: Duration) -> Timestamp {
    at.saturating_add(wait.signed()).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::alert::RuleSet;
    use crate::config::Config;
    use crate::inventory::Inventory;
    use crate::notify::State;
    use crate::notify::Subject;
    use crate::route::Router;

    const CONFIG: &str = r#"version = 1
[channels.chat.exec]
command = ["true"]
address = "id"
[contacts]
ann = { id = "ann" }
bob = { id = "bob" }
boss = { id = "boss" }
[routing]
notify = [{ chat = ["ann"] }]
group_wait = "2m"
group_interval = "5m"
repeat = "1h"
[severities.P1]
response = "30m"
escalate = [
  { after = "30m", to = ["boss"] },
  { after = "2h", unless = "resolved", to = ["boss"] },
]
[severities.P2]
response = "4h"
[severities.P3]
digest = "09:00"
"#;

    fn at(time: &str) -> Timestamp {
        format!("2025-10-24T{time}:00Z").parse().unwrap()
    }

    fn member(severity: &str, fires: bool, told: Told) -> Member {
        let labels = [("severity", severity)].into_iter().collect();
        let (rule, severity) = ("Down".to_owned(), severity.to_owned());
        Member { id: 1, incident: Some(1), rule, labels, severity, fires, told }
    }

    /// Opened at 10:00, and told at once if `told`.
    fn incident(severity: &str, told: bool) -> Incident {
        let told_at = told.then(|| at("10:00"));
        let (severity, told_severity) = (severity.to_owned(), told.then(|| severity.to_owned()));
        let notified_at = told_at;
        Incident { severity, opened: at("10:00"), told_at, notified_at, told_severity, ..Incident::default() }
    }

    /// One incident and its alerts, and what else decides.
    struct Given<'a> {
        incident: Incident,
        firing: &'a [Member],
        ended: &'a [Member],
        rows: &'a [OutboxRow],
        rests: Option<Timestamp>,
        now: Timestamp,
    }

    fn given(incident: Incident, firing: &[Member]) -> Given<'_> {
        Given { incident, firing, ended: &[], rows: &[], rests: None, now: at("10:01") }
    }

    /// `10:02 open ann`, for each thing that is told.
    fn told(given: &Given<'_>) -> Vec<String> {
        let config: Config = crate::config::parse(CONFIG, Path::new("tillwatch.toml")).unwrap();
        let (inventory, rules) = (Inventory::new(&config).unwrap(), RuleSet::default());
        let desk = Desk::new(Router { config: &config, inventory: &inventory }, &rules);
        let labels = [("severity", given.incident.severity.as_str())].into_iter().collect();
        let policy = desk.policy("Down", &labels, None);
        let (firing, ended): (Vec<_>, Vec<_>) = (given.firing.iter().collect(), given.ended.iter().collect());
        let forecast = Forecast {
            desk: &desk,
            incident: &given.incident,
            policy: &policy,
            firing: &firing,
            ended: &ended,
            rows: given.rows,
            rests: given.rests,
            now: given.now,
        };
        let line = |ahead: &Ahead| {
            let whom: Vec<_> = ahead.intents.iter().map(|intent| intent.person.as_str()).collect();
            format!("{} {} {}", ahead.at.strftime("%H:%M"), ahead.kind.name(), whom.join(" "))
        };
        forecast.all().iter().map(line).collect()
    }

    fn row(kind: Kind, attempts: i64, person: &str) -> OutboxRow {
        OutboxRow {
            id: 1,
            subject: Subject::Incident(1),
            revision: 1,
            step: 0,
            kind,
            channel: "chat".into(),
            person: person.into(),
            recipient: person.into(),
            bundle: None,
            created: at("10:00"),
            not_before: at("10:00"),
            attempts,
            state: State::Sent,
            failures: 0,
            severity: None,
            lease_until: None,
            error: None,
            settled: None,
        }
    }

    #[test]
    fn what_nobody_was_told_of_is_opened_once_its_group_is_together_and_then_repeated_and_escalated() {
        let firing = [member("P1", true, Told::Nothing)];
        let expected = ["10:02 open ann", "10:32 escalate boss", "11:02 repeat ann", "12:02 escalate boss"];
        assert_eq!(told(&given(incident("P1", false), &firing)), expected);
    }

    #[test]
    fn an_opening_waits_for_the_last_message_of_its_group_to_be_old_enough() {
        let firing = [member("P2", true, Told::Nothing)];
        let given = Given { rests: Some(at("10:04")), ..given(incident("P2", false), &firing) };
        assert_eq!(told(&given), ["10:04 open ann", "11:04 repeat ann"]);
    }

    #[test]
    fn an_update_goes_to_whoever_was_told_before_too() {
        let firing = [member("P2", true, Told::Start), member("P2", true, Told::Nothing)];
        let rows = [row(Kind::Open, 1, "bob"), row(Kind::Open, 0, "boss"), row(Kind::End, 1, "boss")];
        let given = Given { rows: &rows, ..given(incident("P2", true), &firing) };
        assert_eq!(told(&given)[0], "10:05 update ann bob", "and not to whom nobody tried to tell it");
    }

    #[test]
    fn an_update_comes_of_what_is_new_or_over_and_of_nothing_else() {
        let (firing, ended) = ([member("P2", true, Told::Start)], [member("P2", false, Told::Start)]);
        let quiet = given(incident("P2", true), &firing);
        assert_eq!(told(&quiet), ["11:00 repeat ann"]);
        assert_eq!(told(&Given { ended: &ended, ..quiet })[0], "10:05 update ann");
        let late = Given { ended: &ended, now: at("10:20"), ..given(incident("P2", true), &firing) };
        assert_eq!(told(&late)[0], "10:20 update ann");
        let held = Given { ended: &ended, ..given(incident("P2", true), &[]) };
        assert_eq!(told(&held), ["10:05 update ann"], "an end is told though all that goes on is held back");
    }

    #[test]
    fn a_graver_severity_is_told_at_once() {
        let firing = [member("P1", true, Told::Start)];
        let graver = Incident { told_severity: Some("P2".into()), ..incident("P1", true) };
        assert_eq!(told(&given(graver, &firing))[0], "10:01 update ann");
    }

    #[test]
    fn an_acknowledgement_puts_off_until_it_lapses_what_it_makes_needless() {
        let firing = [member("P1", true, Told::Start)];
        let acked = |until| Incident {
            acked_by: Some("ann".into()),
            acked_severity: Some("P1".into()),
            ack_until: until,
            ..incident("P1", true)
        };
        assert_eq!(told(&given(acked(None), &firing)), ["12:00 escalate boss"]);
        let lapses = ["11:30 repeat ann", "11:30 escalate boss", "12:00 escalate boss"];
        assert_eq!(told(&given(acked(Some(at("11:30"))), &firing)), lapses);
    }

    #[test]
    fn a_step_that_was_taken_is_not_ahead_and_a_late_one_is_due_now() {
        let firing = [member("P1", true, Told::Start)];
        let mut known = incident("P1", true);
        known.take(0);
        assert_eq!(told(&given(known, &firing)), ["11:00 repeat ann", "12:00 escalate boss"]);
        let late = Given { now: at("10:45"), ..given(incident("P1", true), &firing) };
        assert_eq!(told(&late)[0], "10:45 escalate boss");
    }

    #[test]
    fn a_digest_tells_of_it_once() {
        let firing = [member("P3", true, Told::Nothing)];
        assert_eq!(told(&given(incident("P3", false), &firing)), ["09:00 open ann"]);
        assert_eq!(told(&given(incident("P3", true), &firing)), Vec::<String>::new());
    }
}
