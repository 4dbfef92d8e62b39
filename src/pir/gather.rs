//! From an alert, an incident or a stretch of time to a review.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::Review;
use super::document::LIMIT;
use super::front::Front;
use super::impact::impact;
use super::timeline::{entries, gather};
use crate::alert::{Alert, find as find_alert, list as list_alerts};
use crate::config::Config;
use crate::db::{Database, DbError, Session};
use crate::incident::{Incident, find as find_incident, list as list_incidents};
use crate::inventory::Inventory;
use crate::query::{Catalogue, Runner, Window};
use crate::time::Duration;

/// What a review is about.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    pub since: Timestamp,
    /// When it ended; `None` while it goes on.
    pub until: Option<Timestamp>,
    /// Only this store and what concerns all.
    pub store: Option<String>,
    pub origin: Origin,
}

/// Where a scope comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Alert(i64),
    Incident(i64),
    Interval,
}

impl Scope {
    /// What a review says of it. The store of an alert or an incident is looked up again each time.
    fn front(&self) -> Front {
        let front = Front { since: Some(self.since), until: self.until, ..Front::default() };
        match self.origin {
            Origin::Alert(id) => Front { alert: Some(id), ..front },
            Origin::Incident(id) => Front { incident: Some(id), ..front },
            Origin::Interval => Front { store: self.store.clone(), ..front },
        }
    }
}

/// What reviews are gathered from.
pub(crate) struct Gatherer<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
    pub catalogue: &'a Catalogue,
    pub runner: &'a Runner<'a>,
    pub now: Timestamp,
}

/// The scope of an alert's episode; `None` if there is no such alert.
pub(crate) fn by_alert(session: &mut dyn Session, id: i64, label: &str) -> Result<Option<Scope>, DbError> {
    Ok(find_alert(session, id)?.map(|alert| Scope {
        since: alert.fired.unwrap_or(alert.started),
        until: alert.ended,
        store: alert.labels.get(label).map(str::to_owned),
        origin: Origin::Alert(id),
    }))
}

/// The scope of an incident; `None` if there is no such incident.
pub(crate) fn by_incident(session: &mut dyn Session, id: i64, label: &str) -> Result<Option<Scope>, DbError> {
    let Some(incident) = find_incident(session, id)? else { return Ok(None) };
    let alerts = crate::alert::of_incident(session, id)?;
    let stores: BTreeSet<&str> = alerts.iter().filter_map(|alert| alert.labels.get(label)).collect();
    let store = if stores.len() == 1 { stores.first().map(|id| (*id).to_owned()) } else { None };
    Ok(Some(Scope { since: incident.opened, until: incident.closed, store, origin: Origin::Incident(id) }))
}

impl Gatherer<'_> {
    /// Drafts a review of a scope under an id.
    pub(crate) fn review(&self, database: &Database, scope: &Scope, id: String) -> Result<Review, DbError> {
        let until = scope.until.unwrap_or(self.now);
        let (alerts, incidents, timeline) = database.read(|session| {
            let after = until.saturating_add(SignedDuration::from_millis(1)).unwrap_or(until);
            let mut alerts = list_alerts(session, scope.since, after)?;
            alerts.retain(|alert| alert.fired.is_some() && self.concerns(alert, scope));
            let mut incidents = list_incidents(session, scope.since, after)?;
            incidents.retain(|incident| alerts.iter().any(|alert| alert.incident == Some(incident.id)));
            let timeline = gather(session, &alerts, &incidents, scope.since, after)?;
            Ok((alerts, incidents, timeline))
        })?;
        let zone = self.zone();
        let local = |at: Timestamp, format: &str| at.to_zoned(zone.clone()).strftime(format).to_string();
        let length = until.as_second() - scope.since.as_second();
        let store = scope.store.as_deref().map(|id| (self.inventory.label.as_str(), id));
        let window = Window { since: scope.since, until };
        Ok(Review {
            front: scope.front().line(),
            project: self.config.project.name.clone(),
            id,
            date: local(scope.since, "%Y-%m-%d"),
            severity: worst(&alerts, &incidents),
            began: local(scope.since, "%Y-%m-%d %H:%M"),
            ended: scope.until.map(|at| local(at, "%Y-%m-%d %H:%M")).unwrap_or_default(),
            duration: Duration::from_secs(u64::try_from(length).unwrap_or_default()).to_string(),
            services: self.services(&alerts, scope),
            summaries: alerts.iter().rev().map(Alert::summary).collect(),
            timeline: entries(timeline, &zone),
            impact: impact(self.catalogue, self.runner, window, store, &self.config.project.currency),
            due: local(until.saturating_add(LIMIT).unwrap_or(until), "%Y-%m-%d %H:%M"),
            time_zone: self.config.project.time_zone.clone(),
        })
    }

    fn zone(&self) -> TimeZone {
        crate::time::zone(&self.config.project.time_zone).unwrap_or(TimeZone::UTC)
    }

    /// Alerts of another store have nothing to do with it; those of no store may.
    fn concerns(&self, alert: &Alert, scope: &Scope) -> bool {
        match (&scope.store, alert.labels.get(&self.inventory.label)) {
            (Some(wanted), Some(found)) => wanted == found,
            _ => true,
        }
    }

    fn services(&self, alerts: &[Alert], scope: &Scope) -> Vec<String> {
        let label = self.inventory.label.as_str();
        let store = |id: &str| {
            let name = self.inventory.store(id).map_or(String::new(), |store| format!(" ({})", store.name));
            format!("Store {id}{name}")
        };
        let ids: BTreeSet<&str> =
            alerts.iter().filter_map(|alert| alert.labels.get(label)).chain(scope.store.as_deref()).collect();
        let targets: BTreeSet<&str> = alerts.iter().filter_map(|alert| alert.labels.get("target")).collect();
        ids.into_iter().map(store).chain(targets.into_iter().map(str::to_owned)).collect()
    }
}

/// Severities are named so that the most severe sorts first: P0 before P1.
fn worst(alerts: &[Alert], incidents: &[Incident]) -> String {
    let all =
        alerts.iter().map(|alert| &alert.severity).chain(incidents.iter().map(|incident| &incident.severity));
    all.min().cloned().unwrap_or_default()
}
