//! What lies ahead of an incident if nothing happens: what will be told, when and to whom, and what holds it back now.
//! Changes nothing.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::apply::is_acked;
use super::forecast::{Ahead, Forecast};
use super::member::{Member, Told, members};
use super::predecessor::Predecessors;
use super::silence::{Silence, silences};
use super::store::open_incidents;
use super::suppress::Suppressor;
use super::{Desk, Incident};
use crate::db::{DbError, Session};
use crate::label::Labels;
use crate::notify::rows_of_incident;
use crate::route::Policy;

/// What lies ahead of one open incident.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outlook {
    /// Absent where none of its alerts fires.
    pub policy: Option<Policy>,
    /// Why nothing is told at present but of ends, each reason once; empty if something may be.
    pub held: Vec<String>,
    /// Until when its opening waits because its group was told of just before.
    pub rests: Option<Timestamp>,
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
    let around = Around::read(session, desk, now)?;
    let suppressor = Suppressor::new(desk, &around.silences, &around.members, now);
    let own = around.members.iter().filter(|member| member.incident == Some(incident.id));
    let (firing, ended): (Vec<&Member>, Vec<&Member>) = own.partition(|member| member.fires);
    let reasons: Vec<Option<String>> = firing.iter().map(|member| suppressor.reason(member)).collect();
    let told: Vec<&Member> =
        firing.iter().zip(&reasons).filter(|(_, reason)| reason.is_none()).map(|(it, _)| *it).collect();
    // As in a run: what is held back decides nothing, unless there is nothing but that.
    let deciding = if told.is_empty() { &firing } else { &told };
    let pinned = incident.severity_by.as_ref().map(|_| incident.severity.as_str());
    let Some(policy) = desk.joint_policy(deciding, pinned) else { return Ok(Outlook::default()) };
    let rows = rows_of_incident(session, incident.id)?;
    let rests = around.predecessors.rests(desk, &policy, incident);
    let forecast =
        Forecast { desk, incident, policy: &policy, firing: &told, ended: &ended, rows: &rows, rests, now };
    let (ahead, rests) = (forecast.all(), rests.filter(|at| incident.told_at.is_none() && now < *at));
    let held: BTreeSet<String> = reasons.into_iter().flatten().filter(|_| told.is_empty()).collect();
    Ok(Outlook { held: held.into_iter().collect(), rests, ahead, policy: Some(policy) })
}

/// What is known of everything else at an instant: it decides what becomes of one alert.
#[derive(Default)]
pub(crate) struct Around {
    members: Vec<Member>,
    silences: Vec<Silence>,
    open: Vec<Incident>,
    predecessors: Predecessors,
}

impl Around {
    pub(crate) fn read(session: &mut dyn Session, desk: &Desk<'_>, at: Timestamp) -> Result<Self, DbError> {
        Ok(Self {
            members: members(session)?,
            silences: silences(session, at)?,
            open: open_incidents(session)?,
            predecessors: Predecessors::read(session, desk, at)?,
        })
    }
}

/// What would become of an alert of this rule, if any, with these labels, if it began to fire at `at`.
pub(crate) fn foresee(
    around: &Around,
    desk: &Desk<'_>,
    rule: &str,
    labels: &Labels,
    at: Timestamp,
) -> Foresight {
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
    let held = Suppressor::new(desk, &around.silences, &around.members, at).reasons(&member);
    let is_same = |open: &&Incident| open.route == policy.route && open.group == group;
    let joins = around.open.iter().find(is_same).map(|open| open.id);
    let route = policy.route.clone();
    let incident = Incident { route, group: group.clone(), severity, opened: at, ..Incident::default() };
    let forecast = Forecast {
        desk,
        incident: &incident,
        policy: &policy,
        firing: &[&member],
        ended: &[],
        rows: &[],
        rests: around.predecessors.rests(desk, &policy, &incident),
        now: at,
    };
    let ahead = forecast.all();
    Foresight { policy, group, held, ahead, joins }
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
