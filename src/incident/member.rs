//! Alerts as incidents see them: who they are, whether they fire, and what has been told of them.

use super::statements;
use crate::db::{DbError, Row, Session};
use crate::label::Labels;

/// How much of an alert has been told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    Nothing = 0,
    Start = 1,
    End = 2,
}

/// An alert that fires, or that ended since its incident was last told of.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub id: i64,
    pub incident: Option<i64>,
    pub rule: String,
    pub labels: Labels,
    pub severity: String,
    pub fires: bool,
    pub told: Told,
}

fn read(row: &dyn Row) -> Result<Member, DbError> {
    let id = row.int(0)?;
    let broken = |_| DbError::Refused(format!("alert {id} has a broken label set"));
    Ok(Member {
        id,
        incident: row.get(1)?.as_i64(),
        rule: row.text(2)?,
        labels: Labels::from_json(&row.text(3)?).map_err(broken)?,
        severity: row.text(4)?,
        fires: row.text(5)? == "firing",
        told: match row.int(6)? {
            0 => Told::Nothing,
            1 => Told::Start,
            _ => Told::End,
        },
    })
}

/// Every alert that fires, and those of open incidents whose end is still to be told.
pub(super) fn members(session: &mut dyn Session) -> Result<Vec<Member>, DbError> {
    let mut all = session.collect(&statements::FIRING, &[], read)?;
    all.extend(session.collect(&statements::ENDED_UNTOLD, &[], read)?);
    Ok(all)
}

/// The alerts of one incident.
pub(super) fn members_of(session: &mut dyn Session, incident: i64) -> Result<Vec<Member>, DbError> {
    session.collect(&statements::MEMBERS_OF, &[incident.into()], read)
}

/// Keeps what has been told of an alert.
pub(super) fn mark(session: &mut dyn Session, alert: i64, told: Told) -> Result<(), DbError> {
    session.execute(&statements::MARK, &[alert.into(), (told as i64).into()]).map(drop)
}
