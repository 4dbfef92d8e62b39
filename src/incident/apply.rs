//! Groups alerts into incidents after an evaluation and queues what is to be told, in the evaluation's transaction.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::ending::{DIGEST, ending, those_told};
use super::member::{Member, Told, mark, members};
use super::plan::{Case, plan};
use super::predecessor::Predecessors;
use super::silence::silences;
use super::store::{insert, join, open_incidents, update};
use super::storm::{gather_storms, may_be_gathered};
use super::suppress::Suppressor;
use super::unreached::why_nobody;
use super::{Desk, Incident};
use crate::alert::Change;
use crate::config::{Channel, Escalation};
use crate::db::{DbError, Session};
use crate::notify::{Intent, Kind, Subject, bring_back, put_intent, rows_of_incident, supersede};
use crate::route::Policy;

/// The revision of what an opening reaches nobody with, and that of the actions of an opening.
const UNREACHED: i64 = 0;
const OPENING: i64 = 1;

/// An intent with what it is about, before it is stored.
pub(super) struct Wanted {
    pub incident: i64,
    pub severity: String,
    pub revision: i64,
    pub intent: Intent,
}

/// Takes in what an evaluation has changed: alerts that began to fire join an incident, incidents without any that
/// fires are closed, and of all that are open whatever is due is queued.
///
/// Each alert that began to fire is given the incident that it joined.
pub(crate) fn apply(
    session: &mut dyn Session,
    changes: &mut [Change],
    desk: &Desk<'_>,
    now: Timestamp,
) -> Result<(), DbError> {
    bring_back(session, now)?;
    let mut incidents = open_incidents(session)?;
    let mut members = members(session)?;
    join_all(session, &mut members, &mut incidents, desk, now)?;
    let joined: BTreeMap<i64, Option<i64>> =
        members.iter().map(|member| (member.id, member.incident)).collect();
    for change in changes.iter_mut().filter(|change| change.alert.incident.is_none()) {
        change.alert.incident = joined.get(&change.alert.id).copied().flatten();
    }
    let silences = silences(session, now)?;
    let suppressor = Suppressor::new(desk, &silences, &members, now);
    let mut of_incident: BTreeMap<i64, Vec<&Member>> = BTreeMap::new();
    for member in &members {
        of_incident.entry(member.incident.unwrap_or_default()).or_default().push(member);
    }
    let predecessors = Predecessors::read(session, desk, now)?;
    let mut wanted = Vec::new();
    for incident in incidents {
        let own = of_incident.remove(&incident.id).unwrap_or_default();
        let mut turn = Turn {
            session,
            desk,
            suppressor: &suppressor,
            predecessors: &predecessors,
            now,
            wanted: &mut wanted,
        };
        if own.iter().any(|member| member.fires) {
            turn.goes_on(&incident, &own)
        } else {
            turn.ends(incident, &own)
        }?;
    }
    gather_storms(&mut wanted, desk.router.config, now);
    for Wanted { incident, revision, intent, .. } in &wanted {
        put_intent(session, &Subject::Incident(*incident), *revision, intent, now)?;
    }
    Ok(())
}

/// Puts every alert that fires and has no incident into the open one of its route and group, or into a new one.
fn join_all(
    session: &mut dyn Session,
    members: &mut [Member],
    incidents: &mut Vec<Incident>,
    desk: &Desk<'_>,
    now: Timestamp,
) -> Result<(), DbError> {
    let key = |incident: &Incident| (incident.route.clone(), incident.group.clone());
    let mut open: BTreeMap<_, i64> = incidents.iter().map(|incident| (key(incident), incident.id)).collect();
    for member in members.iter_mut().filter(|member| member.incident.is_none()) {
        let policy = desk.policy(&member.rule, &member.labels, None);
        let group = policy.group(&member.labels);
        let key = (policy.route, group);
        let id = if let Some(id) = open.get(&key) {
            *id
        } else {
            let severity = member.severity.clone();
            let (route, group) = key.clone();
            let fresh = Incident { route, group, severity, opened: now, ..Incident::default() };
            let incident = insert(session, fresh)?;
            open.insert(key, incident.id);
            let id = incident.id;
            incidents.push(incident);
            id
        };
        join(session, member.id, id)?;
        member.incident = Some(id);
    }
    Ok(())
}

/// One incident's turn in a run.
struct Turn<'a> {
    session: &'a mut dyn Session,
    desk: &'a Desk<'a>,
    suppressor: &'a Suppressor<'a>,
    predecessors: &'a Predecessors,
    now: Timestamp,
    wanted: &'a mut Vec<Wanted>,
}

impl Turn<'_> {
    fn goes_on(&mut self, before: &Incident, members: &[&Member]) -> Result<(), DbError> {
        let (desk, now) = (self.desk, self.now);
        let firing: Vec<&Member> = members.iter().copied().filter(|member| member.fires).collect();
        let reasons: Vec<Option<String>> =
            firing.iter().map(|member| self.suppressor.reason(member)).collect();
        let told: Vec<&Member> =
            firing.iter().zip(&reasons).filter(|(_, reason)| reason.is_none()).map(|(it, _)| *it).collect();
        // What is held back makes an incident no graver and tells nobody else, unless there is nothing but that.
        let deciding = if told.is_empty() { &firing } else { &told };
        let mut incident = Incident { severity: self.severity(before, deciding), ..before.clone() };
        let pinned = incident.severity_by.as_ref().map(|_| incident.severity.as_str());
        let Some(policy) = desk.joint_policy(deciding, pinned) else { return Ok(()) };
        let ended: Vec<&Member> = members.iter().copied().filter(|member| !member.fires).collect();
        let fresh: Vec<&Member> =
            told.iter().copied().filter(|member| member.told == Told::Nothing).collect();
        let leaves = desk.delivered(&policy, now);
        let is_graver = rose(desk, incident.told_severity.as_deref(), &incident.severity);
        if is_graver {
            // A graver incident is one that nobody was told of before: it escalates anew.
            (incident.steps, incident.notified_at) = (0, Some(now));
        }
        // A run whose clock was ahead must not keep what follows from being told until then.
        incident.opened = incident.opened.min(now);
        incident.acked_at = incident.acked_at.map(|at| at.min(now));
        incident.told_at = incident.told_at.map(|at| at.min(leaves));
        incident.notified_at = incident.notified_at.map(|at| at.min(now));
        let notified = incident.notified_at.unwrap_or(now);
        let dues: Vec<_> = policy.escalate.iter().map(|step| desk.due(step, &policy, notified)).collect();
        let case = Case {
            policy: &policy,
            dues: &dues,
            is_fresh: !fresh.is_empty(),
            is_fewer: !ended.is_empty(),
            is_graver,
            is_acked: is_acked(desk, &incident, now),
            rests: self.predecessors.rests(desk, &policy, &incident),
            leaves,
            held: told.is_empty().then(|| reasons.iter().flatten().next().cloned().unwrap_or_default()),
            incident: &incident,
        };
        let (case_is_acked, plan) = (case.is_acked, plan(&case, now));
        (incident.held, incident.due_at) = (plan.held, plan.due_at);
        let mut telling = None;
        if let Some(kind) = plan.telling {
            let about: Vec<&Member> = told.iter().chain(&ended).copied().collect();
            let intents = self.whom(&incident, &policy, kind, &about)?;
            if kind == Kind::Open {
                incident.held = why_nobody(&intents);
            }
            telling = Some((kind, intents));
            // Those who are told next count from then, whether or not anybody could be told.
            incident.notified_at = incident.notified_at.or(Some(now));
        }
        let reaches_nobody = telling.is_some() && incident.held.is_some() && plan.telling == Some(Kind::Open);
        if telling.is_some() && !reaches_nobody || !plan.steps.is_empty() {
            incident.revision += 1;
        }
        if let Some((kind, intents)) = telling {
            self.act(&incident, kind, &fresh);
            if reaches_nobody {
                self.keep_unreached(&incident, intents);
            } else {
                self.want(&incident, &policy, intents);
                self.mark(&ended, &fresh)?;
                // What waits for a calendar is told when that opens: repeats and updates count from then.
                incident.told_at = Some(leaves);
                incident.told_severity = Some(incident.severity.clone());
            }
        }
        if let Some(last) = plan.steps.last() {
            let steps: Vec<&Escalation> = plan.steps.iter().map(|step| &policy.escalate[*step]).collect();
            plan.steps.iter().for_each(|step| incident.take(*step));
            let number = i64::try_from(last + 1).unwrap_or(i64::MAX);
            let intents = desk.escalation(&steps, number, &policy, &told, now);
            self.want(&incident, &policy, intents);
        }
        if plan.telling.is_none() && case_is_acked && incident.held.is_none() {
            self.tell_of_acknowledgement(&mut incident, &policy, &told);
        }
        if incident == *before { Ok(()) } else { update(self.session, &incident) }
    }

    /// The gravest severity of the alerts that fire, unless somebody has set another.
    fn severity(&self, incident: &Incident, firing: &[&Member]) -> String {
        let gravest =
            firing.iter().map(|member| &member.severity).min_by_key(|name| self.desk.router.gravity(name));
        gravest.filter(|_| incident.severity_by.is_none()).unwrap_or(&incident.severity).clone()
    }

    /// Who is told of an incident by its policy, and of what has changed also whoever has heard of it before.
    fn whom(
        &mut self,
        incident: &Incident,
        policy: &Policy,
        kind: Kind,
        about: &[&Member],
    ) -> Result<Vec<Intent>, DbError> {
        let mut intents = Vec::new();
        for store in self.desk.stores(about) {
            intents.extend(self.desk.router.intents(kind, 0, &policy.notify, store, self.now));
        }
        if kind == Kind::Update {
            let before = rows_of_incident(self.session, incident.id)?;
            intents.extend(those_told(kind, &before, &intents));
        }
        Ok(intents)
    }

    /// Wants the actions of alerts that are told for the first time.
    fn act(&mut self, incident: &Incident, kind: Kind, fresh: &[&Member]) {
        let actions = self.desk.joint_policy(fresh, None).map(|policy| policy.actions).unwrap_or_default();
        // An opening that reaches nobody is tried again by every run, and its actions are not.
        let revision = if kind == Kind::Open { OPENING } else { incident.revision };
        for action in actions {
            let intent = Intent::new(Kind::Action, "action", &action, &action);
            self.want_one(&Incident { revision, ..incident.clone() }, intent);
        }
    }

    /// Keeps for whoever asks why an opening reaches nobody: once, however often it is tried.
    fn keep_unreached(&mut self, incident: &Incident, intents: Vec<Intent>) {
        let unreached = Incident { revision: UNREACHED, ..incident.clone() };
        for intent in intents {
            self.want_one(&unreached, intent);
        }
    }

    /// Channels that show an incident as one thing are told who is at it.
    fn tell_of_acknowledgement(&mut self, incident: &mut Incident, policy: &Policy, told: &[&Member]) {
        if incident.told_at.is_none() || incident.acked_at <= incident.told_at {
            return;
        }
        let channels = &self.desk.router.config.channels;
        let shows = |channel: &String| channels.get(channel).is_some_and(Channel::keeps_one_message);
        let mut notify = policy.notify.clone();
        for told in &mut notify {
            told.retain(|channel, _| shows(channel));
        }
        let mut intents = Vec::new();
        for store in self.desk.stores(told) {
            intents.extend(self.desk.router.intents(Kind::Update, 0, &notify, store, self.now));
        }
        if !intents.is_empty() {
            incident.revision += 1;
            incident.told_at = Some(self.now);
            self.want(incident, policy, intents);
        }
    }

    /// Keeps intents, each once, with the time at which the policy lets them leave.
    fn want(&mut self, incident: &Incident, policy: &Policy, mut intents: Vec<Intent>) {
        let mut seen = BTreeSet::new();
        intents.retain(|intent| seen.insert(intent.clone()));
        let delivered = self.desk.delivered(policy, self.now);
        let digest = self.desk.next_digest(policy, self.now);
        for mut intent in intents {
            let digest = digest.filter(|_| may_be_gathered(self.desk.router.config, &intent));
            intent.not_before = digest.or((delivered > self.now).then_some(delivered));
            intent.bundle = digest.map(|_| digest_name(policy, &incident.severity));
            self.want_one(incident, intent);
        }
    }

    fn want_one(&mut self, incident: &Incident, intent: Intent) {
        let (severity, revision) = (incident.severity.clone(), incident.revision);
        self.wanted.push(Wanted { incident: incident.id, severity, revision, intent });
    }

    fn mark(&mut self, ended: &[&Member], fresh: &[&Member]) -> Result<(), DbError> {
        for member in fresh {
            mark(self.session, member.id, Told::Start)?;
        }
        for member in ended {
            mark(self.session, member.id, Told::End)?;
        }
        Ok(())
    }

    fn ends(&mut self, incident: Incident, members: &[&Member]) -> Result<(), DbError> {
        let pinned = incident.severity_by.as_ref().map(|_| incident.severity.as_str());
        let policy = self.desk.joint_policy(members, pinned);
        let digest = policy.as_ref().and_then(|policy| self.desk.next_digest(policy, self.now));
        close(self.session, incident, digest, self.now, self.wanted)
    }
}

/// Closes an incident: withdraws what nobody has tried to send, and wants its end told to everybody else.
pub(super) fn close(
    session: &mut dyn Session,
    incident: Incident,
    digest: Option<Timestamp>,
    now: Timestamp,
    wanted: &mut Vec<Wanted>,
) -> Result<(), DbError> {
    let revision = incident.revision + 1;
    let ending = ending(&rows_of_incident(session, incident.id)?);
    // Its end is its last message; where nobody hears of that, nobody has heard of it at all.
    let told_at = (!ending.intents.is_empty()).then_some(now);
    let opened = incident.opened.min(now);
    let closed =
        Incident { opened, closed: Some(now), due_at: None, held: None, revision, told_at, ..incident };
    update(session, &closed)?;
    for id in ending.superseded {
        supersede(session, id, "it ended before it was sent", now)?;
    }
    for intent in ending.intents {
        let not_before = digest.filter(|_| intent.bundle.is_some());
        let (severity, intent) = (closed.severity.clone(), Intent { not_before, ..intent });
        wanted.push(Wanted { incident: closed.id, severity, revision, intent });
    }
    Ok(())
}

/// Whether somebody is at an incident and has seen its present severity.
pub(super) fn is_acked(desk: &Desk<'_>, incident: &Incident, now: Timestamp) -> bool {
    incident.acked_by.is_some()
        && incident.ack_until.is_none_or(|until| now < until)
        && !rose(desk, incident.acked_severity.as_deref(), &incident.severity)
}

/// Whether a severity is graver than what was known before.
pub(super) fn rose(desk: &Desk<'_>, known: Option<&str>, severity: &str) -> bool {
    known.is_some_and(|known| desk.router.gravity(severity) < desk.router.gravity(known))
}

fn digest_name(policy: &Policy, severity: &str) -> String {
    format!("{DIGEST}{}:{severity}", policy.route)
}
