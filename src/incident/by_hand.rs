//! What people do to incidents. Each act is kept in the audit trail by the transaction that does it.

use jiff::Timestamp;
use serde_json::json;

use super::apply::{Wanted, close};
use super::member::{Member, members_of};
use super::store::{find, update};
use super::storm::gather_storms;
use super::{Desk, Incident};
use crate::audit;
use crate::db::{DbError, Session};
use crate::notify::{Subject, put_intent};

/// Who does something, when, and what they say of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Act<'a> {
    pub by: &'a str,
    pub comment: Option<&'a str>,
    pub now: Timestamp,
}

/// What became of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    Well,
    Unknown,
    /// It has ended.
    Ended,
    /// Somebody is at it already.
    AckedBy(String),
    /// Nobody has acknowledged it.
    NotAcked,
    /// No step of its escalation is left.
    NoStepLeft,
}

impl Act<'_> {
    /// Acknowledges an open incident, at its present severity, until an instant or to its end.
    pub(crate) fn acknowledge(
        &self,
        session: &mut dyn Session,
        id: i64,
        until: Option<Timestamp>,
    ) -> Result<Done, DbError> {
        self.acknowledge_via(session, id, until, "command")
    }

    /// As [`Act::acknowledge`]; `via` is the way in which it came, `command` or `link`.
    pub(crate) fn acknowledge_via(
        &self,
        session: &mut dyn Session,
        id: i64,
        until: Option<Timestamp>,
        via: &str,
    ) -> Result<Done, DbError> {
        on_open(session, id, |session, incident| {
            if let Some(by) = incident.holder(self.now) {
                return Ok(Done::AckedBy(by.to_owned()));
            }
            let acked = Incident {
                acked_by: Some(self.by.to_owned()),
                acked_at: Some(self.now),
                acked_severity: Some(incident.severity.clone()),
                ack_until: until,
                ack_comment: self.comment.map(str::to_owned),
                ..incident
            };
            update(session, &acked)?;
            self.record(session, "ack", id, &json!({ "comment": self.comment, "until": until, "via": via }))?;
            Ok(Done::Well)
        })
    }

    /// Takes back the acknowledgement of an open incident: its escalation goes on.
    pub(crate) fn unacknowledge(&self, session: &mut dyn Session, id: i64) -> Result<Done, DbError> {
        on_open(session, id, |session, incident| {
            let Some(by) = incident.acked_by.clone() else { return Ok(Done::NotAcked) };
            let open = Incident {
                acked_by: None,
                acked_at: None,
                acked_severity: None,
                ack_until: None,
                ack_comment: None,
                ..incident
            };
            update(session, &open)?;
            self.record(session, "unack", id, &json!({ "acked_by": by, "comment": self.comment }))?;
            Ok(Done::Well)
        })
    }

    /// Writes something down about an incident, ended or not.
    pub(crate) fn note(&self, session: &mut dyn Session, id: i64) -> Result<Done, DbError> {
        if find(session, id)?.is_none() {
            return Ok(Done::Unknown);
        }
        self.record(session, "note", id, &json!({ "comment": self.comment }))?;
        Ok(Done::Well)
    }

    /// Sets an open incident's severity, or lets its alerts decide again.
    pub(crate) fn set_severity(
        &self,
        session: &mut dyn Session,
        id: i64,
        severity: Option<&str>,
    ) -> Result<Done, DbError> {
        on_open(session, id, |session, incident| {
            let set = Incident {
                severity: severity.unwrap_or(&incident.severity).to_owned(),
                severity_by: severity.map(|_| self.by.to_owned()),
                ..incident.clone()
            };
            update(session, &set)?;
            let detail = json!({ "from": incident.severity, "to": severity, "comment": self.comment });
            self.record(session, "severity", id, &detail)?;
            Ok(Done::Well)
        })
    }

    /// Takes the next step of an open incident's escalation now, whoever has acknowledged it.
    pub(crate) fn escalate(
        &self,
        session: &mut dyn Session,
        desk: &Desk<'_>,
        id: i64,
    ) -> Result<Done, DbError> {
        on_open(session, id, |session, incident| {
            let members = members_of(session, id)?;
            let firing: Vec<&Member> = members.iter().filter(|member| member.fires).collect();
            let pinned = incident.severity_by.as_ref().map(|_| incident.severity.as_str());
            let policy = desk.joint_policy(&firing, pinned);
            let left = policy.iter().flat_map(|policy| policy.escalate.iter().enumerate());
            let next = left.into_iter().find(|(index, _)| !incident.has_taken(*index));
            let (Some(policy), Some((index, step))) = (&policy, next) else { return Ok(Done::NoStepLeft) };
            let mut next = Incident { revision: incident.revision + 1, ..incident };
            next.take(index);
            let number = i64::try_from(index + 1).unwrap_or(i64::MAX);
            for intent in desk.escalation(&[step], number, policy, &firing, self.now) {
                put_intent(session, &Subject::Incident(id), next.revision, &intent, self.now)?;
            }
            update(session, &next)?;
            self.record(session, "escalate", id, &json!({ "step": number, "comment": self.comment }))?;
            Ok(Done::Well)
        })
    }

    /// Closes incidents, though their alerts may still fire: each of those is told again only once it has ended and
    /// begun anew. Says what became of each.
    pub(crate) fn resolve(
        &self,
        session: &mut dyn Session,
        desk: &Desk<'_>,
        ids: &[i64],
    ) -> Result<Vec<(i64, Done)>, DbError> {
        let (mut wanted, mut outcomes) = (Vec::new(), Vec::new());
        for id in ids {
            let done = on_open(session, *id, |session, incident| {
                let incident = Incident { resolved_by: Some(self.by.to_owned()), ..incident };
                close(session, incident, None, self.now, &mut wanted)?;
                self.record(session, "resolve", *id, &json!({ "comment": self.comment }))?;
                Ok(Done::Well)
            })?;
            outcomes.push((*id, done));
        }
        // No end that somebody asks for waits for its digest.
        for wanted in &mut wanted {
            wanted.intent.bundle = None;
        }
        gather_storms(&mut wanted, desk.router.config, self.now);
        for Wanted { incident, revision, intent, .. } in &wanted {
            put_intent(session, &Subject::Incident(*incident), *revision, intent, self.now)?;
        }
        Ok(outcomes)
    }

    fn record(
        &self,
        session: &mut dyn Session,
        action: &str,
        id: i64,
        detail: &serde_json::Value,
    ) -> Result<(), DbError> {
        audit::record(session, self.now, self.by, action, &format!("incident:{id}"), detail)
    }
}

/// Acts on an incident that is open.
fn on_open(
    session: &mut dyn Session,
    id: i64,
    act: impl FnOnce(&mut dyn Session, Incident) -> Result<Done, DbError>,
) -> Result<Done, DbError> {
    match find(session, id)? {
        None => Ok(Done::Unknown),
        Some(incident) if incident.closed.is_some() => Ok(Done::Ended),
        Some(incident) => act(session, incident),
    }
}
