//! From an alert, an incident or a stretch of time to a review.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::Review;
use super::beginning::{TARGET, beginning};
use super::budget::spent;
use super::course::Courses;
use super::document::LIMIT;
use super::folder::Folder;
use super::front::Front;
use super::impact::Meter;
use super::similar::similar;
use super::timeline::{entries, gather};
use crate::alert::{Alert, Look, RuleSet, find as find_alert, list as list_alerts, of_incident as alerts_of};
use crate::config::Config;
use crate::db::{Database, DbError, Session};
use crate::incident::{Incident, find as find_incident, list as list_incidents};
use crate::inventory::Inventory;
use crate::query::{Catalogue, Runner, Window};
use crate::redact::Redactor;
use crate::render::Numerals;
use crate::time::Duration;

/// A rule that looks back over days fires on more than the incident.
const LONGEST_WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// What a review is about.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    /// The first evidence of it, which an alert only follows.
    pub since: Timestamp,
    /// When it ended; `None` while it goes on.
    pub until: Option<Timestamp>,
    /// Only this store and what concerns all.
    pub store: Option<String>,
    /// Somebody has said which store; that of an alert or an incident is looked up each time.
    pub narrowed: bool,
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
    /// The same of one store alone.
    pub(crate) fn of_store(self, store: String) -> Self {
        Self { store: Some(store), narrowed: true, ..self }
    }

    /// What a review says of it.
    pub(super) fn front(&self) -> Front {
        let store = self.store.clone().filter(|_| self.narrowed);
        let front = Front { since: Some(self.since), until: self.until, store, ..Front::default() };
        match self.origin {
            Origin::Alert(id) => Front { alert: Some(id), ..front },
            Origin::Incident(id) => Front { incident: Some(id), ..front },
            Origin::Interval => front,
        }
    }

    /// The scope that a review says it is about, as it is known now; `None` if it is not known any more.
    pub(crate) fn again(
        session: &mut dyn Session,
        front: &Front,
        label: &str,
    ) -> Result<Option<Self>, DbError> {
        let found = match (front.alert, front.incident, front.since) {
            (Some(id), ..) => by_alert(session, id, label)?,
            (_, Some(id), _) => by_incident(session, id, label)?,
            (.., Some(since)) => Some(Self::of_time(since, front.until)),
            _ => None,
        };
        Ok(match (found, &front.store) {
            (Some(scope), Some(store)) => Some(scope.of_store(store.clone())),
            (found, _) => found,
        })
    }

    /// Whether an alert began in its time, at its store if it is about one.
    pub(super) fn tells_of(&self, alert: &Alert, label: &str, now: Timestamp) -> bool {
        (self.since..=self.until.unwrap_or(now)).contains(&alert.started) && self.concerns(alert, label)
    }

    /// Alerts of another store have nothing to do with it; those of no store may.
    fn concerns(&self, alert: &Alert, label: &str) -> bool {
        match (&self.store, alert.labels.get(label)) {
            (Some(wanted), Some(found)) => wanted == found,
            _ => true,
        }
    }

    /// A stretch of time.
    pub(crate) fn of_time(since: Timestamp, until: Option<Timestamp>) -> Self {
        Self { since, until, store: None, narrowed: false, origin: Origin::Interval }
    }
}

/// What reviews are gathered from.
pub(crate) struct Gatherer<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
    pub catalogue: &'a Catalogue,
    pub runner: &'a Runner<'a>,
    pub rules: &'a RuleSet,
    pub numerals: Numerals,
    pub now: Timestamp,
}

/// The scope of an alert's episode; `None` if there is no such alert.
pub(crate) fn by_alert(session: &mut dyn Session, id: i64, label: &str) -> Result<Option<Scope>, DbError> {
    let Some(alert) = find_alert(session, id)? else { return Ok(None) };
    Ok(Some(Scope {
        since: beginning(session, std::slice::from_ref(&alert))?.unwrap_or(alert.started),
        until: alert.ended,
        store: alert.labels.get(label).map(str::to_owned),
        narrowed: false,
        origin: Origin::Alert(id),
    }))
}

/// The scope of an incident; `None` if there is no such incident.
pub(crate) fn by_incident(session: &mut dyn Session, id: i64, label: &str) -> Result<Option<Scope>, DbError> {
    let Some(incident) = find_incident(session, id)? else { return Ok(None) };
    let alerts = alerts_of(session, id)?;
    let stores: BTreeSet<&str> = alerts.iter().filter_map(|alert| alert.labels.get(label)).collect();
    let store = if stores.len() == 1 { stores.first().map(|id| (*id).to_owned()) } else { None };
    Ok(Some(Scope {
        since: beginning(session, &alerts)?.map_or(incident.opened, |began| began.min(incident.opened)),
        until: incident.closed,
        store,
        narrowed: false,
        origin: Origin::Incident(id),
    }))
}

impl Gatherer<'_> {
    /// Drafts a review of a scope under an id.
    pub(crate) fn review(&self, database: &Database, scope: &Scope, id: String) -> Result<Review, DbError> {
        let until = scope.until.unwrap_or(self.now);
        let reviews = Folder::of(self.config).read().documents;
        let (alerts, incidents, timeline, similar) = database.read(|session| {
            let after = until.saturating_add(SignedDuration::from_millis(1)).unwrap_or(until);
            let mut alerts = list_alerts(session, scope.since, after)?;
            alerts.retain(|alert| alert.fired.is_some() && scope.concerns(alert, &self.inventory.label));
            let mut incidents = list_incidents(session, scope.since, after)?;
            incidents.retain(|incident| alerts.iter().any(|alert| alert.incident == Some(incident.id)));
            let timeline = gather(session, &alerts, &incidents, scope.since, after)?;
            let similar = similar(session, &alerts, scope.since, &reviews)?;
            Ok((alerts, incidents, timeline, similar))
        })?;
        let (zone, redactor) = (self.zone(), Redactor::new(&[], &[], None));
        let local = |at: Timestamp, format: &str| at.to_zoned(zone.clone()).strftime(format).to_string();
        let length = until.as_second() - scope.since.as_second();
        let store = scope.store.as_deref().map(|id| (self.inventory.label.as_str(), id));
        let window = Window { since: scope.since, until };
        let counted = Window { since: self.counted_from(&alerts, scope), until };
        let (catalogue, runner, currency) =
            (self.catalogue, self.runner, self.config.project.currency.as_str());
        let courses = Courses {
            catalogue,
            runner,
            rules: self.rules,
            zone: &zone,
            numerals: &self.numerals,
            now: self.now,
        };
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
            summaries: alerts
                .iter()
                .rev()
                .map(|alert| redactor.redact(&alert.summary()).into_owned())
                .collect(),
            timeline: entries(timeline, scope.since, &zone, &redactor),
            counted: if counted == window { String::new() } else { local(counted.since, "%Y-%m-%d %H:%M") },
            impact: Meter { catalogue, runner, store, now: self.now }.impact(counted, currency),
            budget: spent(catalogue, runner, counted, store, &self.numerals),
            courses: courses.around(&alerts, window),
            similar,
            due: local(until.saturating_add(LIMIT).unwrap_or(until), "%Y-%m-%d %H:%M"),
            time_zone: self.config.project.time_zone.clone(),
        })
    }

    /// From when on damage is counted: what a query's rule fires on lies in the window before its alert. Whoever names the bounds means them.
    fn counted_from(&self, alerts: &[Alert], scope: &Scope) -> Timestamp {
        if scope.origin == Origin::Interval {
            return scope.since;
        }
        let looks_back = |alert: &Alert| {
            let Look::Query { query, over, .. } = &self.rules.get(&alert.rule)?.look else { return None };
            let over = over.unwrap_or(self.catalogue.get(query).ok()?.front.window);
            alert.started.checked_sub(over.signed().min(LONGEST_WINDOW)).ok()
        };
        // Of a target it is known which check failed first.
        let alerts = alerts.iter().filter(|alert| alert.labels.get(TARGET).is_none());
        alerts.filter_map(looks_back).min().map_or(scope.since, |at| at.min(scope.since))
    }

    fn zone(&self) -> TimeZone {
        crate::time::zone(&self.config.project.time_zone).unwrap_or(TimeZone::UTC)
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
