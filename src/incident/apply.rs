//! Opens and closes incidents after an evaluation, and queues what is to be told, in the evaluation's transaction.

use jiff::Timestamp;

use super::plan::{Policy, ending};
use super::statements;
use crate::alert::Change;
use crate::db::{DbError, Session};
use crate::notify::{Subject, put_intent, rows_of_incident, supersede};

/// One incident an alert for now: its route is the rule, its group the alert's identity.
///
/// Each alert that began to fire is given the incident that it opened.
pub(crate) fn apply(
    session: &mut dyn Session,
    changes: &mut [Change],
    policy: &Policy<'_>,
    now: Timestamp,
) -> Result<(), DbError> {
    for change in changes.iter_mut().filter(|change| change.is_transition()) {
        match (change.alert.state_name(), change.alert.incident) {
            ("firing", None) => change.alert.incident = Some(open(session, change, policy, now)?),
            ("ended", Some(incident)) => close(session, incident, now)?,
            _ => {}
        }
    }
    Ok(())
}

fn open(
    session: &mut dyn Session,
    change: &Change,
    policy: &Policy<'_>,
    now: Timestamp,
) -> Result<i64, DbError> {
    let alert = &change.alert;
    let set =
        [alert.rule.as_str().into(), alert.labels.hash().into(), alert.severity.as_str().into(), now.into()];
    let id = session.first(&statements::OPEN, &set, |row| row.int(0))?;
    let id = id.ok_or_else(|| DbError::Refused("an insert gave no id".into()))?;
    session.execute(&statements::JOIN, &[alert.id.into(), id.into()])?;
    let intents = change.rule.as_ref().map(|rule| policy.opening(rule, alert, now)).unwrap_or_default();
    intents.iter().try_for_each(|intent| put_intent(session, &Subject::Incident(id), 1, intent, now))?;
    Ok(id)
}

fn close(session: &mut dyn Session, incident: i64, now: Timestamp) -> Result<(), DbError> {
    let revision = session.first(&statements::CLOSE, &[incident.into(), now.into()], |row| row.int(0))?;
    let Some(revision) = revision else { return Ok(()) };
    let told = rows_of_incident(session, incident)?;
    let ending = ending(&told);
    ending
        .superseded
        .iter()
        .try_for_each(|id| supersede(session, *id, "it ended before it was sent", now))?;
    ending
        .intents
        .iter()
        .try_for_each(|intent| put_intent(session, &Subject::Incident(incident), revision, intent, now))
}
