//! Incidents as they were at an instant: a row keeps the latest alone, and the audit trail what people did before.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value as Json;

use super::store::{Incident, list};
use crate::audit::{self, Entry, Filter};
use crate::db::{DbError, Session};

/// The incidents that were open at an instant, as they were then.
pub(crate) fn open_at(session: &mut dyn Session, now: Timestamp) -> Result<Vec<Incident>, DbError> {
    let next = now.saturating_add(SignedDuration::from_millis(1)).unwrap_or(now);
    let mut incidents = list(session, now, next)?;
    incidents.retain(|incident| incident.closed.is_none_or(|closed| closed > now));
    incidents
        .into_iter()
        .map(|incident| {
            let subject = Some(format!("incident:{}", incident.id));
            let (since, until) = (Timestamp::MIN, Timestamp::MAX);
            let mut trail =
                audit::list(session, &Filter { since, until, subject, actor: None, action: None })?;
            trail.reverse();
            Ok(as_of(incident, &trail, now))
        })
        .collect()
}

/// An incident before whatever was done to it after an instant; `trail` is what was done, oldest first.
fn as_of(mut incident: Incident, trail: &[Entry], now: Timestamp) -> Incident {
    let (before, after) = trail.split_at(trail.partition_point(|entry| entry.at <= now));
    if let Some(set) = after.iter().find(|entry| entry.action == "severity") {
        incident.severity = text(&set.detail["from"]).unwrap_or(incident.severity);
        let earlier = before.iter().rfind(|entry| entry.action == "severity");
        incident.severity_by =
            earlier.filter(|entry| !entry.detail["to"].is_null()).map(|entry| entry.actor.clone());
    }
    if after.iter().any(is_about_ack) {
        let held = before.iter().rfind(|entry| is_about_ack(entry)).filter(|entry| entry.action == "ack");
        incident.acked_by = held.map(|entry| entry.actor.clone());
        incident.acked_at = held.map(|entry| entry.at);
        incident.acked_severity = held.map(|_| incident.severity.clone());
        incident.ack_until = held.and_then(|entry| text(&entry.detail["until"])?.parse().ok());
        incident.ack_comment = held.and_then(|entry| text(&entry.detail["comment"]));
    }
    incident.closed = None;
    incident.resolved_by = None;
    incident
}

fn is_about_ack(entry: &Entry) -> bool {
    entry.action == "ack" || entry.action == "unack"
}

fn text(value: &Json) -> Option<String> {
    value.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn at(minute: i8) -> Timestamp {
        format!("2025-10-24T10:{minute:02}:00Z").parse().unwrap()
    }

    fn entry(minute: i8, actor: &str, action: &str, detail: Json) -> Entry {
        let subject = "incident:1".into();
        Entry { id: 0, at: at(minute), actor: actor.into(), action: action.into(), subject, detail }
    }

    /// Ann acknowledged for twenty minutes, took it back; Bob raised the severity, then acknowledged.
    fn story(minute: i8) -> Incident {
        let stored = Incident {
            severity: "P0".into(),
            severity_by: Some("bob".into()),
            acked_by: Some("bob".into()),
            acked_at: Some(at(40)),
            acked_severity: Some("P0".into()),
            closed: Some(at(50)),
            ..Incident::default()
        };
        let trail = [
            entry(10, "ann", "ack", json!({ "until": at(30), "comment": "on it" })),
            entry(15, "ann", "note", json!({})),
            entry(20, "ann", "unack", json!({})),
            entry(35, "bob", "severity", json!({ "from": "P1", "to": "P0" })),
            entry(40, "bob", "ack", json!({ "until": null })),
        ];
        as_of(stored, &trail, at(minute))
    }

    #[rstest::rstest]
    #[case(5, "P1", None)]
    #[case(10, "P1", Some("ann"))]
    #[case(19, "P1", Some("ann"))]
    #[case(20, "P1", None)]
    #[case(36, "P0", None)]
    #[case(45, "P0", Some("bob"))]
    fn who_held_it_and_how_grave_it_was_is_told_as_of_then(
        #[case] minute: i8,
        #[case] severity: &str,
        #[case] holder: Option<&str>,
    ) {
        let incident = story(minute);
        assert_eq!((incident.severity.as_str(), incident.holder(at(minute))), (severity, holder));
        assert_eq!(incident.closed, None);
        assert_eq!(incident.severity_by.is_some(), minute >= 35);
    }

    #[test]
    fn an_acknowledgement_of_then_held_until_when_it_said() {
        assert_eq!((story(10).ack_until, story(10).ack_comment), (Some(at(30)), Some("on it".into())));
    }
}
