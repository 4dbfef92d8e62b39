//! An incident in a few words, for whoever follows a link to it.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::store::find;
use crate::alert::of_incident;
use crate::db::{DbError, Session};
use crate::render::format;

/// The most alerts that are named.
const NAMED: usize = 10;

/// What an incident is about and who is at it; instants are local.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Glance {
    pub id: i64,
    pub severity: String,
    pub opened: String,
    pub closed: Option<String>,
    /// Who has acknowledged it, where that still holds.
    pub acked_by: Option<String>,
    pub acked_at: Option<String>,
    pub ack_until: Option<String>,
    pub ack_comment: Option<String>,
    pub summaries: Vec<String>,
    /// How many alerts are not named.
    pub more: usize,
}

/// A glance at an incident as it is at `now`; `None` if there is no such incident.
pub(crate) fn glance(
    session: &mut dyn Session,
    id: i64,
    zone: &TimeZone,
    now: Timestamp,
) -> Result<Option<Glance>, DbError> {
    let Some(incident) = find(session, id)? else { return Ok(None) };
    let mut alerts = of_incident(session, id)?;
    alerts.sort_by_key(|alert| alert.ended.is_some());
    let local = |at: Option<Timestamp>| at.map(|at| format::instant(at, zone, "%Y-%m-%d %H:%M %Z"));
    let acked = incident.holder(now).is_some();
    Ok(Some(Glance {
        id,
        opened: local(Some(incident.opened)).unwrap_or_default(),
        closed: local(incident.closed),
        acked_at: local(incident.acked_at.filter(|_| acked)),
        ack_until: local(incident.ack_until.filter(|_| acked)),
        ack_comment: incident.ack_comment.clone().filter(|_| acked),
        acked_by: incident.acked_by.clone().filter(|_| acked),
        severity: incident.severity,
        summaries: alerts.iter().take(NAMED).map(crate::alert::Alert::summary).collect(),
        more: alerts.len().saturating_sub(NAMED),
    }))
}
