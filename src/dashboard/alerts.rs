//! Incidents that are open, the gravest first.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::level::Level;
use super::model::OpenIncident;
use super::values::Writing;
use crate::alert::Alert;
use crate::config::Config;
use crate::db::{DbError, Session};
use crate::incident::{self, Incident};
use crate::render::format;

/// All incidents that were open at an instant, as they were then: what came later is left out.
pub(super) fn open_incidents(
    session: &mut dyn Session,
    critical: &[String],
    writing: &Writing<'_>,
    config: &Config,
    now: Timestamp,
) -> Result<Vec<OpenIncident>, DbError> {
    let mut members = BTreeMap::<i64, Members>::new();
    for alert in crate::alert::list(session, now, Timestamp::MAX)? {
        let (Some(incident), Some(fired)) = (alert.incident, alert.fired) else { continue };
        let members = members.entry(incident).or_default();
        if fired > now {
            members.grow = true;
        } else if alert.ended.is_none_or(|ended| ended > now) {
            members.firing.push(alert);
        }
    }
    let mut open = Vec::new();
    for mut incident in incident::open_at(session, now)? {
        let Members { firing, grow } = members.remove(&incident.id).unwrap_or_default();
        if grow && incident.severity_by.is_none() {
            let gravest = firing.iter().map(|alert| &alert.severity).min_by_key(|name| config.gravity(name));
            incident.severity = gravest.unwrap_or(&incident.severity).clone();
        }
        open.push(shown(&incident, &firing, critical, writing, now));
    }
    open.sort_by_cached_key(|incident| (config.gravity(&incident.severity), incident.since, incident.id));
    Ok(open)
}

/// An incident's alerts that fired at an instant, and whether others joined them since.
#[derive(Default)]
struct Members {
    firing: Vec<Alert>,
    grow: bool,
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
