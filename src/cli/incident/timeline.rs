//! An incident as it went: its alerts, its messages and what people did, in one order.

use jiff::Timestamp;
use serde_json::json;

use super::found::Found;
use crate::audit::Entry;
use crate::cli::alerts::{message_line, time};
use crate::cli::audit::words;

/// One thing that happened.
pub(super) struct Moment {
    at: Timestamp,
    /// `incident`, `alert`, `message` or `act`.
    what: &'static str,
    text: String,
}

impl Moment {
    pub(super) fn to_json(&self) -> serde_json::Value {
        json!({ "at": self.at, "what": self.what, "text": self.text })
    }

    pub(super) fn to_text(&self) -> String {
        format!("{}  {}", time(self.at), self.text)
    }
}

/// Everything that happened to an incident, oldest first. A message stands where it was settled, or else queued.
pub(super) fn timeline(found: &Found) -> Vec<Moment> {
    let moment = |what, at, text| Moment { at, what, text };
    let incident = &found.incident;
    let mut all = vec![moment("incident", incident.opened, "opened".into())];
    for alert in &found.alerts {
        let fires = || format!("alert {} fires: {}", alert.id, alert.summary());
        all.extend(alert.fired.map(|at| moment("alert", at, fires())));
        all.extend(alert.ended.map(|at| moment("alert", at, format!("alert {} ended", alert.id))));
    }
    all.extend(found.acts.iter().rev().map(|act| moment("act", act.at, said(act))));
    all.extend(
        found
            .messages
            .iter()
            .map(|row| moment("message", row.settled.unwrap_or(row.created), message_line(row, found.now))),
    );
    all.extend(incident.closed.map(|at| moment("incident", at, format!("ended{}", found.resolved_by()))));
    all.sort_by_key(|moment| moment.at);
    all
}

/// `ivan: ack: comment: on it`.
fn said(act: &Entry) -> String {
    let detail = words(&act.detail);
    let detail = if detail.is_empty() { detail } else { format!(": {detail}") };
    format!("{}: {}{detail}", act.actor, act.action)
}
