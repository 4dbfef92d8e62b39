//! Incidents that are open, the gravest first.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};

use super::level::Level;
use super::model::OpenIncident;
use super::values::Writing;
use crate::alert::Alert;
use crate::db::{DbError, Session};
use crate::incident::{self, Incident};
use crate::render::format;

/// All incidents that are open at an instant.
pub(super) fn open_incidents(
    session: &mut dyn Session,
    critical: &[String],
    writing: &Writing<'_>,
    now: Timestamp,
) -> Result<Vec<OpenIncident>, DbError> {
    let next = now.saturating_add(SignedDuration::from_millis(1)).unwrap_or(now);
    let mut alerts = BTreeMap::<i64, Vec<Alert>>::new();
    for alert in crate::alert::list(session, now, next)? {
        if let (Some(incident), Some(true)) = (alert.incident, alert.fired.map(|fired| fired <= now)) {
            alerts.entry(incident).or_default().push(alert);
        }
    }
    let is_open = |incident: &Incident| incident.closed.is_none_or(|closed| closed > now);
    let incidents = incident::list(session, now, next)?.into_iter().filter(is_open);
    let mut open: Vec<OpenIncident> = incidents
        .map(|incident| {
            let alerts = alerts.remove(&incident.id).unwrap_or_default();
            shown(&incident, &alerts, critical, writing, now)
        })
        .collect();
    open.sort_by(|a, b| (&a.severity, a.since, a.id).cmp(&(&b.severity, b.since, b.id)));
    Ok(open)
}

fn shown(
    incident: &Incident,
    alerts: &[Alert],
    critical: &[String],
    writing: &Writing<'_>,
    now: Timestamp,
) -> OpenIncident {
    let label = writing.inventory.label.as_str();
    let of_alerts = alerts.iter().filter_map(|alert| alert.labels.get(label));
    let stores: BTreeSet<&str> = of_alerts.chain(incident.group.get(label)).collect();
    let acked = incident.holder(now).map(str::to_owned);
    let nothing = || format!("incident {}: nothing fires any more", incident.id);
    OpenIncident {
        id: incident.id,
        severity: incident.severity.clone(),
        level: if critical.contains(&incident.severity) { Level::Bad } else { Level::Warning },
        summary: alerts.first().map_or_else(nothing, Alert::summary),
        more: alerts.len().saturating_sub(1),
        stores: stores.iter().map(|id| writing.store_name(id)).collect(),
        since: incident.opened,
        lasted: format::duration(now.duration_since(incident.opened).as_secs_f64().max(0.0)),
        acked_at: incident.acked_at.filter(|_| acked.is_some()),
        acked_by: acked,
        store_ids: stores.into_iter().map(str::to_owned).collect(),
    }
}
