//! The timeline: what the database knows of an incident, in order.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::alert::{Alert, transitions};
use crate::db::{DbError, Session};
use crate::event;
use crate::incident::Incident;
use crate::notify::{Kind, OutboxRow, State, rows_of_incident};

/// One line of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Entry {
    /// `10:05`, with the date where it is another day than the incident's first.
    pub time: String,
    pub text: String,
}

/// Everything that happened, not yet in words of local time.
pub(super) fn gather(
    session: &mut dyn Session,
    alerts: &[Alert],
    incidents: &[Incident],
    since: Timestamp,
    until: Timestamp,
) -> Result<Vec<(Timestamp, String)>, DbError> {
    let mut all = Vec::new();
    for alert in alerts {
        for step in transitions(session, alert.id)? {
            let text = match step.to.as_str() {
                "firing" => format!("Alert triggered: {} ({})", alert.summary(), alert.rule),
                "ended" if step.from == "firing" => format!("Alert ended: {} ({})", alert.rule, step.reason),
                _ => continue,
            };
            all.push((step.at, text));
        }
    }
    for incident in incidents {
        if let (Some(at), Some(by)) = (incident.acked_at, &incident.acked_by) {
            let comment =
                incident.ack_comment.as_ref().map(|comment| format!(": {comment}")).unwrap_or_default();
            all.push((at, format!("Incident {} acknowledged by {by}{comment}", incident.id)));
        }
        for row in rows_of_incident(session, incident.id)? {
            all.extend(told(&row));
        }
    }
    let events = event::list(session, since, until, None)?;
    all.extend(events.into_iter().map(|event| (event.at, format!("{}: {}", event.kind, event.text))));
    all.sort();
    all.dedup();
    Ok(all)
}

/// A message that was sent, or an action that ran.
fn told(row: &OutboxRow) -> Option<(Timestamp, String)> {
    let at = row.settled?;
    match (row.kind, row.state) {
        (Kind::Open, State::Sent) => Some((at, format!("{} told by {}", row.recipient, row.channel))),
        (Kind::Open, State::Dead) => Some((
            at,
            format!("{} could not be told by {}: {}", row.recipient, row.channel, row.error.clone()?),
        )),
        (Kind::Action, State::Sent) => Some((at, format!("Action {} ran", row.recipient))),
        (Kind::Action, State::Dead) => {
            Some((at, format!("Action {} failed: {}", row.recipient, row.error.clone()?)))
        }
        _ => None,
    }
}

/// The entries in local time; messages of one minute are one line.
pub(super) fn entries(all: Vec<(Timestamp, String)>, zone: &TimeZone) -> Vec<Entry> {
    let first = all.first().map(|(at, _)| at.to_zoned(zone.clone()).date());
    let mut entries: Vec<Entry> = Vec::new();
    for (at, text) in all {
        let local = at.to_zoned(zone.clone());
        let format = if Some(local.date()) == first { "%H:%M" } else { "%Y-%m-%d %H:%M" };
        let time = local.strftime(format).to_string();
        let is_told = |text: &str| text.contains(" told by ") && !text.contains("could not");
        match entries.last_mut() {
            Some(last) if last.time == time && is_told(&last.text) && is_told(&text) => {
                last.text = format!("{}; {text}", last.text);
            }
            _ => entries.push(Entry { time, text }),
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
            (at("2025-10-24T20:58:00Z"), "Alert triggered: x".to_owned()),
            (at("2025-10-24T20:59:01Z"), "a told by sms".to_owned()),
            (at("2025-10-24T20:59:09Z"), "b told by email".to_owned()),
            (at("2025-10-24T21:00:00Z"), "Alert ended: x".to_owned()),
        ];
        let lines: Vec<String> = entries(all, &TimeZone::get("Europe/Moscow").unwrap())
            .into_iter()
            .map(|entry| format!("{} {}", entry.time, entry.text))
            .collect();
        assert_eq!(
            lines,
            [
                "23:58 Alert triggered: x",
                "23:59 a told by sms; b told by email",
                "2025-10-25 00:00 Alert ended: x"
            ]
        );
    }
}
