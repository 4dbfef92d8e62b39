//! All that there is to know of one incident.

use jiff::Timestamp;
use serde_json::json;

use super::timeline::{Moment, timeline};
use crate::alert::{Alert, of_incident};
use crate::app::Failure;
use crate::audit::{self, Entry};
use crate::cli::alerts::{ahead_json, ahead_line, message_json, time, untold_lines};
use crate::db::{DbError, Session};
use crate::incident::{Desk, Incident, Outlook, find, outlook};
use crate::notify::{OutboxRow, rows_of_incident};

/// One incident with everything that hangs on it, as of an instant.
pub(super) struct Found {
    pub incident: Incident,
    pub state: &'static str,
    pub alerts: Vec<Alert>,
    pub messages: Vec<OutboxRow>,
    pub acts: Vec<Entry>,
    pub outlook: Outlook,
    pub now: Timestamp,
}

impl Found {
    /// Looks an incident up; `None` if there is none of this number.
    pub(super) fn read(
        session: &mut dyn Session,
        desk: &Desk<'_>,
        id: i64,
        now: Timestamp,
    ) -> Result<Option<Self>, DbError> {
        let Some(incident) = find(session, id)? else { return Ok(None) };
        let filter = audit::Filter {
            since: Timestamp::UNIX_EPOCH,
            until: Timestamp::MAX,
            subject: Some(format!("incident:{id}")),
            actor: None,
            action: None,
        };
        let outlook = outlook(session, desk, &incident, now)?;
        let state = match desk.state(&incident, now) {
            "open" if !outlook.held.is_empty() => "held",
            "held" if outlook.held.is_empty() => "open",
            state => state,
        };
        let (alerts, messages) = (of_incident(session, id)?, rows_of_incident(session, id)?);
        Ok(Some(Self {
            state,
            alerts,
            messages,
            acts: audit::list(session, &filter)?,
            outlook,
            incident,
            now,
        }))
    }

    pub(super) fn to_json(&self) -> serde_json::Value {
        let incident = &self.incident;
        json!({ "incident": {
            "id": incident.id,
            "route": incident.route,
            "group": incident.group,
            "severity": incident.severity,
            "severity_by": incident.severity_by,
            "state": self.state,
            "as_of": self.now,
            "opened": incident.opened,
            "closed": incident.closed,
            "resolved_by": incident.resolved_by,
            "acked_by": incident.acked_by,
            "acked_at": incident.acked_at,
            "acked_severity": incident.acked_severity,
            "ack_until": incident.ack_until,
            "comment": incident.ack_comment,
            "step": incident.steps_taken(),
            "held": self.outlook.held,
            "next": self.outlook.ahead.iter().map(ahead_json).collect::<Vec<_>>(),
            "alerts": self.alerts.iter().map(|alert| alert.id).collect::<Vec<_>>(),
            "messages": self.messages.iter().map(message_json).collect::<Vec<_>>(),
            "timeline": timeline(self).iter().map(Moment::to_json).collect::<Vec<_>>(),
        }})
    }

    pub(super) fn to_text(&self) -> String {
        let incident = &self.incident;
        let (id, severity, state) = (incident.id, &incident.severity, self.state);
        let mut lines = vec![format!("incident {id} {severity} {state} as of {}", time(self.now))];
        lines.extend(self.facts().into_iter().map(|(name, fact)| format!("{name:<9} {fact}")));
        lines.push("\nalerts".into());
        lines.extend(self.alerts.iter().map(|alert| {
            format!("{:>5}  {} {} {}", alert.id, alert.state_name(), alert.severity, alert.summary())
        }));
        lines.push("\ntimeline".into());
        lines.extend(timeline(self).iter().map(|moment| format!("  {}", moment.to_text())));
        lines.join("\n")
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        let incident = &self.incident;
        let mut facts = vec![("opened", time(incident.opened))];
        if let Some(at) = incident.closed {
            facts.push(("ended", format!("{}{}", time(at), self.resolved_by())));
        }
        facts.push(("route", incident.route.clone()));
        facts.push(("group", incident.group.to_string()));
        facts.extend(incident.severity_by.as_ref().map(|by| ("severity", format!("set by {by}"))));
        facts.extend(self.acknowledgement().map(|text| ("ack", text)));
        if incident.closed.is_none() {
            facts.extend(untold_lines(&self.messages).into_iter().map(|text| ("untold", text)));
        }
        facts.extend(self.follows().into_iter().map(|text| ("next", text)));
        facts
    }

    /// `, resolved by ivan`, if anybody has.
    pub(super) fn resolved_by(&self) -> String {
        self.incident.resolved_by.as_ref().map(|by| format!(", resolved by {by}")).unwrap_or_default()
    }

    fn acknowledgement(&self) -> Option<String> {
        let incident = &self.incident;
        let (by, at) = (incident.acked_by.as_ref()?, incident.acked_at?);
        let until = incident.ack_until.map(|until| format!(" until {}", time(until))).unwrap_or_default();
        let comment = incident.ack_comment.as_ref().map(|text| format!(": {text}")).unwrap_or_default();
        let lapsed = incident.ack_until.is_some_and(|until| until <= self.now);
        let over = match (self.state, lapsed) {
            ("acknowledged" | "ended", _) => String::new(),
            (_, true) => "; it has lapsed".into(),
            (_, false) => format!("; it covers {} only", incident.acked_severity.clone().unwrap_or_default()),
        };
        Some(format!("acknowledged by {by} {}{until}{comment}{over}", time(at)))
    }

    /// What follows if nothing happens.
    pub(super) fn follows(&self) -> Vec<String> {
        if self.incident.closed.is_some() {
            return Vec::new();
        }
        let outlook = &self.outlook;
        let Some(policy) = &outlook.policy else {
            return vec!["none of its alerts fires: it ends at the next evaluate-alerts".into()];
        };
        if !outlook.held.is_empty() {
            let held = outlook.held.iter().map(|reason| format!("not told: {reason}"));
            return held.chain(outlook.ahead.iter().map(|ahead| ahead_line(ahead, self.now))).collect();
        }
        if policy.notify.is_empty() {
            return vec![
                "nothing is told: neither its rule nor a route nor its severity notifies anybody".into(),
            ];
        }
        if outlook.ahead.is_empty() {
            return vec!["nothing more is told while nothing changes".into()];
        }
        let waits =
            |_| format!("its opening waits: its group was told of less than {} ago", policy.group_interval);
        let waits = outlook.rests.map(waits).into_iter();
        waits.chain(outlook.ahead.iter().map(|ahead| ahead_line(ahead, self.now))).collect()
    }
}

/// There is none of this number.
pub(super) fn unknown(id: i64) -> Failure {
    Failure::usage(format!("there is no incident {id}"))
        .hint("`tillwatch incident list --over 7d` lists them")
}
