//! Incidents as the database keeps them.

use jiff::Timestamp;

use super::statements;
use crate::db::{DbError, Row, Session};
use crate::label::Labels;

/// One open or closed episode.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Incident {
    pub id: i64,
    pub route: String,
    /// The labels that its alerts share by the route.
    pub group: Labels,
    pub severity: String,
    /// Who has set the severity by hand: it stays then.
    pub severity_by: Option<String>,
    pub opened: Timestamp,
    pub closed: Option<Timestamp>,
    /// Who has closed it by hand.
    pub resolved_by: Option<String>,
    pub acked_by: Option<String>,
    pub acked_at: Option<Timestamp>,
    pub acked_severity: Option<String>,
    /// Until when the acknowledgement holds; to the end where absent.
    pub ack_until: Option<Timestamp>,
    pub ack_comment: Option<String>,
    /// Counts what was told: 0 before anything was.
    pub revision: i64,
    /// When somebody was told first, and last, and of which severity.
    pub notified_at: Option<Timestamp>,
    pub told_at: Option<Timestamp>,
    pub told_severity: Option<String>,
    /// The steps of the escalation that were taken: one bit each.
    pub steps: i64,
    /// When something is to be told next.
    pub due_at: Option<Timestamp>,
    /// Why nothing is told at present.
    pub held: Option<String>,
}

impl Incident {
    /// Who has acknowledged it as it is now: at this severity, and until later than `now`.
    pub(crate) fn holder(&self, now: Timestamp) -> Option<&str> {
        let holds = self.ack_until.is_none_or(|until| now < until)
            && self.acked_severity.as_ref() == Some(&self.severity);
        self.acked_by.as_deref().filter(|_| holds)
    }
}

impl Incident {
    /// Whether a step of the escalation was taken, counted from 0.
    pub(crate) fn has_taken(&self, step: usize) -> bool {
        step < 63 && self.steps & (1 << step) != 0
    }

    pub(super) fn take(&mut self, step: usize) {
        self.steps |= if step < 63 { 1 << step } else { 0 };
    }

    /// How many steps were taken.
    pub(crate) fn steps_taken(&self) -> u32 {
        self.steps.count_ones()
    }
}

fn read(row: &dyn Row) -> Result<Incident, DbError> {
    let optional = |column| Ok::<_, DbError>(row.get(column)?.as_str().map(str::to_owned));
    Ok(Incident {
        id: row.int(0)?,
        route: row.text(1)?,
        group: Labels::from_json(&row.text(2)?).unwrap_or_default(),
        severity: row.text(3)?,
        severity_by: optional(4)?,
        opened: row.time(5)?.unwrap_or_default(),
        closed: row.time(6)?,
        resolved_by: optional(7)?,
        acked_by: optional(8)?,
        acked_at: row.time(9)?,
        acked_severity: optional(10)?,
        ack_until: row.time(11)?,
        ack_comment: optional(12)?,
        revision: row.int(13)?,
        notified_at: row.time(14)?,
        told_at: row.time(15)?,
        told_severity: optional(16)?,
        steps: row.int(17)?,
        due_at: row.time(18)?,
        held: optional(19)?,
    })
}

/// The incident with this id.
pub(crate) fn find(session: &mut dyn Session, id: i64) -> Result<Option<Incident>, DbError> {
    session.first(&statements::BY_ID, &[id.into()], read)
}

/// Incidents that were open at some time in `[since, until)`, newest first.
pub(crate) fn list(
    session: &mut dyn Session,
    since: Timestamp,
    until: Timestamp,
) -> Result<Vec<Incident>, DbError> {
    session.collect(&statements::WITHIN, &[since.into(), until.into()], read)
}

/// Every incident that is open.
pub(super) fn open_incidents(session: &mut dyn Session) -> Result<Vec<Incident>, DbError> {
    session.collect(&statements::OPEN, &[], read)
}

/// Opens an incident and gives it its id.
pub(super) fn insert(session: &mut dyn Session, incident: Incident) -> Result<Incident, DbError> {
    let set = [
        incident.route.as_str().into(),
        incident.group.hash().into(),
        incident.group.to_json().into(),
        incident.severity.as_str().into(),
        incident.opened.into(),
    ];
    let id = session.first(&statements::INSERT, &set, |row| row.int(0))?;
    let id = id.ok_or_else(|| DbError::Refused("an insert gave no id".into()))?;
    Ok(Incident { id, ..incident })
}

/// Stores an incident as it is now; an open one only.
pub(super) fn update(session: &mut dyn Session, incident: &Incident) -> Result<(), DbError> {
    let set = [
        incident.id.into(),
        incident.severity.as_str().into(),
        incident.severity_by.clone().into(),
        incident.closed.into(),
        incident.resolved_by.clone().into(),
        incident.acked_by.clone().into(),
        incident.acked_at.into(),
        incident.acked_severity.clone().into(),
        incident.ack_until.into(),
        incident.ack_comment.clone().into(),
        incident.revision.into(),
        incident.notified_at.into(),
        incident.told_at.into(),
        incident.told_severity.clone().into(),
        incident.steps.into(),
        incident.due_at.into(),
        incident.held.clone().into(),
        incident.opened.into(),
    ];
    session.execute(&statements::UPDATE, &set).map(drop)
}

/// Puts an alert into an incident.
pub(super) fn join(session: &mut dyn Session, alert: i64, incident: i64) -> Result<(), DbError> {
    session.execute(&statements::JOIN, &[alert.into(), incident.into()]).map(drop)
}
