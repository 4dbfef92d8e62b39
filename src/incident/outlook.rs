//! What lies ahead of an incident if nothing happens: what will be told, when and to whom, and what holds it back now.
//! Changes nothing.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::apply::{is_acked, rose};
use super::member::{Member, Told, members};
use super::silence::silences;
use super::store::open_incidents;
use super::suppress::Suppressor;
use super::{Desk, Incident};
use crate::config::Unless;
use crate::db::{DbError, Session};
use crate::label::Labels;
use crate::notify::{Intent, Kind};
use crate::route::Policy;
use crate::time::Duration;

/// One thing that will be told.
#[derive(Clone, Debug)]
pub(crate) struct Ahead {
    pub kind: Kind,
    /// 0, or the step of the escalation.
    pub step: i64,
    pub at: Timestamp,
    /// What would make it needless.
    pub unless: Option<Unless>,
    pub intents: Vec<Intent>,
}

/// What lies ahead of one open incident.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outlook {
    /// Absent where none of its alerts fires.
    pub policy: Option<Policy>,
    /// Why nothing is told at present, each reason once; empty if something may be.
    pub held: Vec<String>,
    /// In order of time. A step that an acknowledgement without end makes needless is not in it.
    pub ahead: Vec<Ahead>,
}

/// What would become of an alert with certain labels if it began to fire.
#[derive(Clone, Debug)]
pub(crate) struct Foresight {
    pub policy: Policy,
    pub group: Labels,
    /// Everything that would hold its beginning back.
    pub held: Vec<String>,
    pub ahead: Vec<Ahead>,
    /// The open incident that it would join.
    pub joins: Option<i64>,
}

/// How far the telling of one alert has come.
#[derive(Clone, Debug, Default)]
pub(crate) struct Standing {
    pub is_told: bool,
    /// Everything that holds its beginning back now.
    pub held: Vec<String>,
}

/// What lies ahead of an incident.
pub(crate) fn outlook(
    session: &mut dyn Session,
    desk: &Desk<'_>,
    incident: &Incident,
    now: Timestamp,
) -> Result<Outlook, DbError> {
    if incident.closed.is_some() {
        return Ok(Outlook::default());
    }
    let (all, silences) = (members(session)?, silences(session, now)?);
    let suppressor = Suppressor::new(desk, &silences, &all, now);
    let own: Vec<&Member> = all.iter().filter(|member| member.incident == Some(incident.id)).collect();
    let firing: Vec<&Member> = own.iter().copied().filter(|member| member.fires).collect();
    let pinned = incident.severity_by.as_ref().map(|_| incident.severity.as_str());
    let Some(policy) = desk.joint_policy(&firing, pinned) else { return Ok(Outlook::default()) };
    let reasons: Vec<Option<String>> = firing.iter().map(|member| suppressor.reason(member)).collect();
    if reasons.iter().all(Option::is_some) {
        let held: BTreeSet<String> = reasons.into_iter().flatten().collect();
        return Ok(Outlook { policy: Some(policy), held: held.into_iter().collect(), ahead: Vec::new() });
    }
    let is_fresh =
        firing.iter().zip(&reasons).any(|(member, reason)| reason.is_none() && member.told == Told::Nothing);
    let changes = is_fresh || own.iter().any(|member| !member.fires);
    let ahead = Forecast { desk, incident, policy: &policy, firing: &firing, now }.all(changes);
    Ok(Outlook { policy: Some(policy), held: Vec::new(), ahead })
}

/// What would become of an alert of this rule, if any, with these labels, if it began to fire at `at`.
pub(crate) fn foresee(
    session: &mut dyn Session,
    desk: &Desk<'_>,
    rule: &str,
    labels: &Labels,
    at: Timestamp,
) -> Result<Foresight, DbError> {
    let severity = labels.get("severity").unwrap_or_default().to_owned();
    let member = Member {
        id: 0,
        incident: None,
        rule: rule.to_owned(),
        labels: labels.clone(),
        severity: severity.clone(),
        fires: true,
        told: Told::Nothing,
    };
    let policy = desk.policy(rule, labels, None);
    let group = policy.group(labels);
    let (all, silences) = (members(session)?, silences(session, at)?);
    let held = Suppressor::new(desk, &silences, &all, at).reasons(&member);
    let is_same = |open: &Incident| open.route == policy.route && open.group == group;
    let joins = open_incidents(session)?.into_iter().find(is_same).map(|open| open.id);
    let incident = Incident { route: policy.route.clone(), severity, opened: at, ..Incident::default() };
    let firing = [&member];
    let ahead = Forecast { desk, incident: &incident, policy: &policy, firing: &firing, now: at }.all(false);
    Ok(Foresight { policy, group, held, ahead, joins })
}

/// How far the telling of an alert has come that fires.
pub(crate) fn standing(
    session: &mut dyn Session,
    desk: &Desk<'_>,
    alert: i64,
    now: Timestamp,
) -> Result<Standing, DbError> {
    let (all, silences) = (members(session)?, silences(session, now)?);
    let suppressor = Suppressor::new(desk, &silences, &all, now);
    let found = all.iter().find(|member| member.id == alert);
    let standing = found
        .map(|member| Standing { is_told: member.told != Told::Nothing, held: suppressor.reasons(member) });
    Ok(standing.unwrap_or_default())
}

impl Desk<'_> {
    /// `open`, `acknowledged`, `held` or `ended`.
    pub(crate) fn state(&self, incident: &Incident, now: Timestamp) -> &'static str {
        match incident {
            Incident { closed: Some(_), .. } => "ended",
            _ if is_acked(self, incident, now) => "acknowledged",
            Incident { held: Some(_), .. } => "held",
            _ => "open",
        }
    }
}

/// What a forecast rests on.
struct Forecast<'a> {
    desk: &'a Desk<'a>,
    incident: &'a Incident,
    policy: &'a Policy,
    firing: &'a [&'a Member],
    now: Timestamp,
}

impl Forecast<'_> {
    /// `changes` says whether alerts have joined or ended that nobody was told of.
    fn all(&self, changes: bool) -> Vec<Ahead> {
        let opening = self
            .incident
            .notified_at
            .unwrap_or_else(|| after(self.incident.opened, self.policy.group_wait).max(self.now));
        let told = self.incident.told_at;
        let mut ahead: Vec<Ahead> = match told {
            None => vec![self.message(Kind::Open, opening)],
            // A digest tells of each incident once and does not escalate.
            Some(told) => self.update(told, changes).into_iter().collect(),
        };
        if self.policy.digest.is_none() {
            ahead.extend(self.repeat(told.unwrap_or(opening)));
            ahead.extend(self.steps(opening));
        }
        ahead.sort_by_key(|ahead| ahead.at);
        ahead
    }

    fn update(&self, told: Timestamp, changes: bool) -> Option<Ahead> {
        let (incident, policy) = (self.incident, self.policy);
        if policy.digest.is_some() {
            return None;
        }
        if rose(self.desk, incident.told_severity.as_deref(), &incident.severity) {
            return Some(self.message(Kind::Update, self.now));
        }
        changes.then(|| self.message(Kind::Update, after(told, policy.group_interval).max(self.now)))
    }

    fn repeat(&self, told: Timestamp) -> Option<Ahead> {
        let at = self.unless_acked(after(told, self.policy.repeat?))?;
        Some(Ahead { unless: Some(Unless::Acked), ..self.message(Kind::Repeat, at) })
    }

    fn steps(&self, opening: Timestamp) -> Vec<Ahead> {
        let step = |(index, step): (usize, &crate::config::Escalation)| {
            let due = self.desk.due(step, self.policy, opening)?;
            let at = if step.unless == Unless::Acked { self.unless_acked(due)? } else { due.max(self.now) };
            let number = i64::try_from(index + 1).unwrap_or(i64::MAX);
            let intents = self.desk.escalation(&[step], number, self.policy, self.firing, at);
            Some(Ahead { kind: Kind::Escalate, step: number, at, unless: Some(step.unless), intents })
        };
        let left =
            self.policy.escalate.iter().enumerate().filter(|(index, _)| !self.incident.has_taken(*index));
        left.filter_map(step).collect()
    }

    /// When something happens that an acknowledgement puts off: once that has lapsed.
    fn unless_acked(&self, due: Timestamp) -> Option<Timestamp> {
        let due = due.max(self.now);
        if is_acked(self.desk, self.incident, self.now) {
            return Some(due.max(self.incident.ack_until?));
        }
        Some(due)
    }

    fn message(&self, kind: Kind, decided: Timestamp) -> Ahead {
        let (desk, policy) = (self.desk, self.policy);
        let at = desk.next_digest(policy, decided).unwrap_or_else(|| desk.delivered(policy, decided));
        let stores = desk.stores(self.firing).into_iter();
        let mut seen = BTreeSet::new();
        let mut intents: Vec<Intent> =
            stores.flat_map(|store| desk.router.intents(kind, 0, &policy.notify, store, decided)).collect();
        intents.retain(|intent| seen.insert(intent.clone()));
        Ahead { kind, step: 0, at, unless: None, intents }
    }
}

fn after(at: Timestamp, wait: Duration) -> Timestamp {
    at.saturating_add(wait.signed()).unwrap_or(at)
}
