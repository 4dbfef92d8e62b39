//! The timeline: what the database knows of an incident, in order.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::beginning::first_failure;
use crate::alert::{Alert, transitions};
use crate::audit;
use crate::db::{DbError, Session};
use crate::event;
use crate::incident::Incident;
use crate::notify::{Kind, OutboxRow, State, rows_of_incident};
use crate::redact::Redactor;

/// One line of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Entry {
    /// `10:05`, with the date from the first line on that is of another day than the review.
    pub time: String,
    pub text: String,
    /// What it rests on, as a person can look it up: `alert 3`, `message 7`, `event 2`.
    pub evidence: String,
}

/// One thing that happened, not yet in words of local time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment {
    at: Timestamp,
    text: String,
    evidence: String,
}

impl Moment {
    fn new(at: Timestamp, text: impl Into<String>, what: &str, id: i64) -> Self {
        Self { at, text: text.into(), evidence: format!("{what} {id}") }
    }
}

/// Everything that happened.
pub(super) fn gather(
    session: &mut dyn Session,
    alerts: &[Alert],
    incidents: &[Incident],
    since: Timestamp,
    until: Timestamp,
) -> Result<Vec<Moment>, DbError> {
    let mut all = Vec::new();
    for alert in alerts {
        let failed = first_failure(session, alert)?.filter(|failed| failed.at >= since);
        all.extend(failed.map(|failed| {
            let text = format!("First failed check of {}: {}", failed.target, failed.reason);
            Moment::new(failed.at, text, "check", failed.id)
        }));
        for step in transitions(session, alert.id)? {
            let text = match step.to.as_str() {
                "pending" => format!("Alert pending: {}", alert.rule),
                "firing" => format!("Alert triggered: {} ({})", alert.summary(), alert.rule),
                "ended" if step.from == "firing" => format!("Alert ended: {} ({})", alert.rule, step.reason),
                _ => continue,
            };
            all.push(Moment::new(step.at, text, "alert", alert.id));
        }
    }
    for incident in incidents {
        all.extend(acts(session, incident, since, until)?);
        if let (Some(at), Some(by)) = (incident.acked_at, &incident.acked_by) {
            let comment =
                incident.ack_comment.as_ref().map(|comment| format!(": {comment}")).unwrap_or_default();
            let text = format!("Incident {} acknowledged by {by}{comment}", incident.id);
            all.push(Moment::new(at, text, "incident", incident.id));
        }
        for row in rows_of_incident(session, incident.id)? {
            all.extend(told(&row));
        }
    }
    let events = event::list(session, since, until, None)?;
    let happened = |event: event::Event| {
        Moment::new(event.at, format!("{}: {}", event.kind, event.text), "event", event.id)
    };
    all.extend(events.into_iter().map(happened));
    // Stable: of one instant the alert comes before what was told of it.
    all.sort_by_key(|moment| moment.at);
    all.dedup();
    Ok(all)
}

/// What people did by hand, but for acknowledging, which the incident itself tells.
fn acts(
    session: &mut dyn Session,
    incident: &Incident,
    since: Timestamp,
    until: Timestamp,
) -> Result<Vec<Moment>, DbError> {
    let subject = Some(format!("incident:{}", incident.id));
    let filter = audit::Filter { since, until, subject, actor: None, action: None };
    let entries = audit::list(session, &filter)?.into_iter().filter(|entry| entry.action != "ack");
    let said = |entry: audit::Entry| {
        let comment = entry.detail["comment"].as_str().map(|text| format!(": {text}")).unwrap_or_default();
        Moment::new(
            entry.at,
            format!("{} by {}{comment}", capital(&entry.action), entry.actor),
            "audit",
            entry.id,
        )
    };
    Ok(entries.map(said).collect())
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A message that was sent, or an action that ran.
fn told(row: &OutboxRow) -> Option<Moment> {
    let moment = |text: String| Some(Moment::new(row.settled?, text, "message", row.id));
    match (row.kind, row.state) {
        (Kind::Open | Kind::Escalate, State::Sent) => {
            moment(format!("{} told by {}", row.person, row.channel))
        }
        (Kind::Open | Kind::Escalate, State::Dead) => {
            let error = row.error.clone()?;
            moment(format!("{} could not be told by {}: {error}", row.person, row.channel))
        }
        (Kind::Action, State::Sent) => moment(format!("Action {} ran", row.recipient)),
        (Kind::Action, State::Dead) => {
            moment(format!("Action {} failed: {}", row.recipient, row.error.clone()?))
        }
        _ => None,
    }
}

/// The entries of a review that begins at `since`, in local time, without personal data; messages of one minute are one
/// line.
pub(super) fn entries(
    all: Vec<Moment>,
    since: Timestamp,
    zone: &TimeZone,
    redactor: &Redactor,
) -> Vec<Entry> {
    let day = zone.to_datetime(since).date();
    // A time without a date is of the day of the line above it.
    let mut dated = false;
    let mut entries: Vec<Entry> = Vec::new();
    for Moment { at, text, evidence } in all {
        let (local, text) = (at.to_zoned(zone.clone()), redactor.redact(&text).into_owned());
        dated |= local.date() != day;
        let format = if dated { "%Y-%m-%d %H:%M" } else { "%H:%M" };
        let time = local.strftime(format).to_string();
        let is_told = |text: &str| text.contains(" told by ") && !text.contains("could not");
        match entries.last_mut() {
            Some(last) if last.time == time && is_told(&last.text) && is_told(&text) => {
                last.text = format!("{}; {text}", last.text);
                last.evidence = format!("{}, {evidence}", last.evidence);
            }
            _ => entries.push(Entry { time, text, evidence }),
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_of_one_minute_are_one_line_and_another_day_is_named() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let all = vec![
            Moment::new(at("2025-10-24T20:58:00Z"), "Alert triggered: x", "alert", 1),
            Moment::new(at("2025-10-24T20:59:01Z"), "a told by sms", "message", 1),
            Moment::new(at("2025-10-24T20:59:09Z"), "b told by email", "message", 2),
            Moment::new(at("2025-10-24T21:00:00Z"), "Alert ended: x", "alert", 1),
        ];
        let lines = |since: &str| -> Vec<String> {
            let (zone, redactor) = (TimeZone::get("Europe/Moscow").unwrap(), Redactor::new(&[], &[], None));
            entries(all.clone(), at(since), &zone, &redactor)
                .into_iter()
                .map(|entry| format!("{} {} ({})", entry.time, entry.text, entry.evidence))
                .collect()
        };
        assert_eq!(
            lines("2025-10-24T20:58:00Z"),
            [
                "23:58 Alert triggered: x (alert 1)",
                "23:59 a told by sms; b told by email (message 1, message 2)",
                "2025-10-25 00:00 Alert ended: x (alert 1)"
            ]
        );
        let of_the_day_before = lines("2025-10-23T20:58:00Z");
        assert!(of_the_day_before[0].starts_with("2025-10-24 23:58 "), "{of_the_day_before:?}");
        assert!(
            lines("2025-10-24T21:00:00Z")[2].starts_with("2025-10-25 00:00 "),
            "it would be of the day above"
        );
    }
}
