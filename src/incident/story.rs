//! What there is to tell about an incident, right before it is told.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::store::{Incident, find};
use crate::alert::{Alert, of_incident};
use crate::config::Config;
use crate::db::{DbError, Session};
use crate::inventory::Inventory;
use crate::notify::{Intent, Look, Member, OutboxRow, Story, Subject, Tale, Telling};
use crate::time::{Duration, zone};

/// Looks incidents up for delivery.
pub(crate) struct Stories<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
    pub now: Timestamp,
}

impl Telling for Stories<'_> {
    fn look(&self, session: &mut dyn Session, row: &OutboxRow) -> Result<Look, DbError> {
        match row.subject {
            Subject::Incident(id) => self.incident(session, id),
            Subject::Event(_) => Ok(Look::Withdraw { reason: "its event is gone".into() }),
            Subject::Test(_) => Ok(Look::Tell(Tale::Test(self.config.project.name.clone()))),
        }
    }

    fn fallback(&self, _row: &OutboxRow) -> Vec<Intent> {
        Vec::new()
    }
}

impl Stories<'_> {
    fn incident(&self, session: &mut dyn Session, id: i64) -> Result<Look, DbError> {
        let Some(incident) = find(session, id)? else {
            return Ok(Look::Withdraw { reason: "its incident is gone".into() });
        };
        let alerts = of_incident(session, incident.id)?;
        Ok(Look::Tell(Tale::Incident(Box::new(self.tell(&incident, &alerts)))))
    }

    /// The story of an incident and its alerts.
    pub(crate) fn tell(&self, incident: &Incident, alerts: &[Alert]) -> Story {
        let until = incident.closed.unwrap_or(self.now);
        let seconds = u64::try_from(until.as_second() - incident.opened.as_second()).unwrap_or_default();
        Story {
            project: self.config.project.name.clone(),
            url: self.config.project.url.clone(),
            origin: format!("{} {}", self.config.project.name, self.config.database.path.display()),
            incident: incident.id,
            severity: incident.severity.clone(),
            opened: self.local(incident.opened),
            closed: incident.closed.map(|at| self.local(at)),
            duration: incident.closed.map(|_| Duration::from_secs(seconds).to_string()),
            acked_by: incident.acked_by.clone(),
            route: incident.route.clone(),
            group: incident.group.clone(),
            ack_url: None,
            notes: Vec::new(),
            alerts: alerts.iter().map(|alert| self.member(alert)).collect(),
        }
    }

    fn member(&self, alert: &Alert) -> Member {
        let store = alert.labels.get(&self.inventory.label).and_then(|id| self.inventory.store(id));
        Member {
            name: alert.rule.clone(),
            state: alert.state_name().to_owned(),
            summary: alert.summary(),
            labels: alert.labels.clone(),
            annotations: alert.annotations.clone(),
            values: alert.values.clone(),
            store: store.map(|store| store.name.clone()),
            fired: alert.fired.map(|at| self.local(at)),
            ended: alert.ended.map(|at| self.local(at)),
            fired_at: alert.fired,
            ended_at: alert.ended,
        }
    }

    /// An instant in the project's time zone; UTC where that is unknown.
    fn local(&self, at: Timestamp) -> String {
        let zone = zone(&self.config.project.time_zone).unwrap_or(TimeZone::UTC);
        at.to_zoned(zone).strftime("%Y-%m-%d %H:%M:%S %Z").to_string()
    }
}
