//! Incidents as the database keeps them.

use jiff::Timestamp;

use super::statements;
use crate::db::{DbError, Row, Session};
use crate::label::Labels;

/// One open or closed episode.
#[derive(Clone, Debug)]
pub(crate) struct Incident {
    pub id: i64,
    pub route: String,
    /// The labels that its alerts share by the route.
    pub group: Labels,
    pub severity: String,
    pub opened: Timestamp,
    pub closed: Option<Timestamp>,
    pub acked_by: Option<String>,
    pub acked_at: Option<Timestamp>,
    pub ack_comment: Option<String>,
}

fn read(row: &dyn Row) -> Result<Incident, DbError> {
    let optional = |column| Ok::<_, DbError>(row.get(column)?.as_str().map(str::to_owned));
    Ok(Incident {
        id: row.int(0)?,
        route: row.text(1)?,
        severity: row.text(2)?,
        opened: row.time(3)?.unwrap_or(Timestamp::UNIX_EPOCH),
        closed: row.time(4)?,
        acked_by: optional(5)?,
        acked_at: row.time(6)?,
        ack_comment: optional(7)?,
        group: Labels::from_json(&row.text(8)?).unwrap_or_default(),
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

/// Acknowledges an open incident; false if it is closed or somebody has done so already.
pub(crate) fn acknowledge(
    session: &mut dyn Session,
    id: i64,
    by: &str,
    comment: Option<&str>,
    now: Timestamp,
) -> Result<bool, DbError> {
    let set = [id.into(), by.into(), now.into(), comment.into()];
    Ok(session.execute(&statements::ACKNOWLEDGE, &set)? == 1)
}
