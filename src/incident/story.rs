//! What there is to tell about an incident, right before it is told.

use jiff::{SignedDuration, Timestamp};

use super::Desk;
use super::apply::is_acked;
use super::ending::is_digest;
use super::member::{Member, members_of};
use super::silence::silences;
use super::store::{Incident, find};
use super::suppress::by_hand;
use crate::alert::{Alert, of_incident};
use crate::config::Unless;
use crate::db::{DbError, Session};
use crate::event;
use crate::notify::{self, Intent, Kind, Look, OutboxRow, Story, Subject, Tale, Tally, Telling};
use crate::time::Duration;

/// How soon a message that is held back is looked at again.
const AGAIN: SignedDuration = SignedDuration::from_secs(60);

/// Looks incidents up for delivery.
pub(crate) struct Stories<'a> {
    pub desk: Desk<'a>,
    pub now: Timestamp,
}

impl Telling for Stories<'_> {
    fn look(&self, session: &mut dyn Session, row: &OutboxRow) -> Result<Look, DbError> {
        match row.subject {
            Subject::Incident(id) => self.incident(session, id, row),
            Subject::Event(id) => self.event(session, id),
            Subject::Test(_) => Ok(Look::Tell(Tale::Test(self.desk.router.config.project.name.clone()))),
        }
    }

    fn story(&self, session: &mut dyn Session, incident: i64) -> Result<Option<Story>, DbError> {
        let Some(incident) = find(session, incident)? else { return Ok(None) };
        let alerts = of_incident(session, incident.id)?;
        Ok(Some(self.tell(&incident, &alerts)))
    }

    fn gravity(&self, severity: &str) -> (Duration, String) {
        self.desk.router.gravity(severity)
    }

    fn tally(&self, session: &mut dyn Session, rows: &[OutboxRow]) -> Result<Tally, DbError> {
        self.count(session, rows)
    }

    fn fallback(&self, row: &OutboxRow) -> Vec<Intent> {
        let delivery = self.desk.router.config.delivery.get(&row.channel);
        let fallback = delivery.map(|delivery| delivery.fallback.as_slice()).unwrap_or_default();
        let mut intents = self.desk.router.intents(row.kind, row.step, fallback, None, self.now);
        intents.retain(|intent| intent.channel != row.channel);
        intents
    }
}

impl Stories<'_> {
    fn incident(&self, session: &mut dyn Session, id: i64, row: &OutboxRow) -> Result<Look, DbError> {
        let gone = || Look::Withdraw { reason: "its incident is gone".into() };
        let Some(incident) = find(session, id)? else { return Ok(gone()) };
        if row.kind.is_opening()
            && let Some(look) = self.second_thoughts(session, &incident, row)?
        {
            return Ok(look);
        }
        let Some(story) = self.story(session, id)? else { return Ok(gone()) };
        let ack_url = self.ack_url(session, row, id)?;
        Ok(Look::Tell(Tale::Incident(Box::new(Story { ack_url, ..story }))))
    }

    /// What has happened since the beginning was queued that keeps it from being told.
    fn second_thoughts(
        &self,
        session: &mut dyn Session,
        incident: &Incident,
        row: &OutboxRow,
    ) -> Result<Option<Look>, DbError> {
        let withdraw = |reason: String| Ok(Some(Look::Withdraw { reason }));
        // What was attempted may have been heard: it is tried to the end, in the company that it had.
        let was_attempted = row.attempts > 0;
        if was_attempted && (row.bundle.is_some() || incident.closed.is_some()) {
            return Ok(None);
        }
        if incident.closed.is_some() {
            // A digest says of each whether it goes on.
            return if row.bundle.as_deref().is_some_and(is_digest) {
                Ok(None)
            } else {
                withdraw("it ended before it was sent".into())
            };
        }
        let members = members_of(session, incident.id)?;
        let firing: Vec<&Member> = members.iter().filter(|member| member.fires).collect();
        if is_acked(&self.desk, incident, self.now) && self.is_needless(incident, &firing, row) {
            return withdraw(format!("acknowledged by {}", incident.acked_by.clone().unwrap_or_default()));
        }
        let silences = silences(session, self.now)?;
        let reason = |member: &&Member| by_hand(&self.desk, &silences, &member.labels, self.now);
        let held: Vec<Option<String>> = firing.iter().map(reason).collect();
        let until = self.now.saturating_add(AGAIN).unwrap_or(self.now);
        // An update may be the news of an end, which nothing holds back.
        let tells_end = row.kind == Kind::Update && firing.len() < members.len();
        let all_held = !tells_end && !held.is_empty() && held.iter().all(Option::is_some);
        Ok(held.into_iter().flatten().next().filter(|_| all_held).map(|reason| Look::Later { until, reason }))
    }

    /// Whether an acknowledgement makes a message needless.
    fn is_needless(&self, incident: &Incident, firing: &[&Member], row: &OutboxRow) -> bool {
        let pinned = incident.severity_by.as_ref().map(|_| incident.severity.as_str());
        let step = || {
            let policy = self.desk.joint_policy(firing, pinned)?;
            policy.escalate.get(usize::try_from(row.step - 1).ok()?).map(|step| step.unless)
        };
        match row.kind {
            Kind::Repeat => true,
            // What somebody escalated by hand after the acknowledgement is meant.
            Kind::Escalate => {
                incident.acked_at.is_some_and(|at| at >= row.created) && step() != Some(Unless::Resolved)
            }
            _ => false,
        }
    }

    fn event(&self, session: &mut dyn Session, id: i64) -> Result<Look, DbError> {
        Ok(match event::find(session, id)? {
            Some(event) => Look::Tell(Tale::Event(Box::new(event.happening(self.desk.router.config)))),
            None => Look::Withdraw { reason: "its event is gone".into() },
        })
    }

    /// The story of an incident and its alerts.
    pub(crate) fn tell(&self, incident: &Incident, alerts: &[Alert]) -> Story {
        let until = incident.closed.unwrap_or(self.now);
        let seconds = u64::try_from(until.as_second() - incident.opened.as_second()).unwrap_or_default();
        Story {
            project: self.desk.router.config.project.name.clone(),
            url: self.desk.router.config.project.url.clone(),
            origin: self.desk.router.config.origin(),
            incident: incident.id,
            severity: incident.severity.clone(),
            opened: self.local(incident.opened),
            closed: incident.closed.map(|at| self.local(at)),
            closed_at: incident.closed,
            duration: incident.closed.map(|_| Duration::from_secs(seconds).to_string()),
            acked_by: incident.acked_by.clone(),
            route: incident.route.clone(),
            group: incident.group.clone(),
            ack_url: None,
            notes: Vec::new(),
            alerts: self.in_order(alerts).into_iter().map(|alert| self.member(alert)).collect(),
        }
    }

    /// What goes on before what has ended, the gravest first.
    fn in_order<'m>(&self, alerts: &'m [Alert]) -> Vec<&'m Alert> {
        let mut all: Vec<&Alert> = alerts.iter().collect();
        all.sort_by_cached_key(|alert| {
            (alert.ended.is_some(), self.desk.router.gravity(&alert.severity), alert.id)
        });
        all
    }

    fn member(&self, alert: &Alert) -> notify::Member {
        let store = alert
            .labels
            .get(&self.desk.router.inventory.label)
            .and_then(|id| self.desk.router.inventory.store(id));
        let mut annotations = alert.annotations.clone();
        if let Some(runbook) = annotations.get_mut("runbook") {
            *runbook = self.desk.router.config.project.runbook(&alert.rule, runbook);
        }
        notify::Member {
            name: alert.rule.clone(),
            state: alert.state_name().to_owned(),
            summary: alert.summary(),
            labels: alert.labels.clone(),
            annotations,
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
        at.to_zoned(self.desk.zone.clone()).strftime("%Y-%m-%d %H:%M:%S %Z").to_string()
    }
}
