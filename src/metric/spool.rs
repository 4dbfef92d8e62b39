//! Payloads that wait in the own database until the receiver has them.

use jiff::Timestamp;

use super::Payload;
use super::statements::{APPEND, COUNT, DEFER, DEFERRED, LIST, NEXT, REMOVE, TRIM};
use crate::db::{Database, DbError, Session, Statement, Table, Value};

/// The spool as one destination sees it.
pub(crate) struct Spool<'d> {
    pub database: &'d Database,
    /// As people may see it.
    pub destination: String,
    /// How many samples and bytes may wait.
    pub limits: (u32, u32),
}

/// What waits at the head of the spool.
pub(super) struct Waiting {
    pub id: i64,
    pub samples: usize,
    /// Why not, where it cannot be read.
    pub payload: Result<Payload, String>,
}

impl Spool<'_> {
    /// Keeps payloads, and gives the id that stands before their first.
    pub(super) fn append(&self, payloads: &[Payload], now: Timestamp) -> Result<i64, DbError> {
        self.database.write(|session| {
            let mut before = None;
            for payload in payloads {
                let text = payload.text();
                let row = [
                    payload.kind().into(),
                    self.destination.as_str().into(),
                    whole(payload.len()),
                    whole(text.len()),
                    text.into(),
                    now.into(),
                ];
                let ids = session.collect(&APPEND, &row, |row| row.int(0))?;
                before = before.or(ids.first().map(|id| id - 1));
            }
            Ok(before.unwrap_or(i64::MAX))
        })
    }

    /// Until when the receiver asked to be left alone, if that is still to come.
    pub(super) fn deferred(&self, now: Timestamp) -> Result<Option<Timestamp>, DbError> {
        let values = [self.destination.as_str().into(), now.into()];
        self.database.read(|session| Ok(session.first(&DEFERRED, &values, |row| row.time(0))?.flatten()))
    }

    /// The oldest payload behind an id.
    pub(super) fn next(&self, id: i64) -> Result<Option<Waiting>, DbError> {
        self.database.read(|session| {
            session.first(&NEXT, &[id.into()], |row| {
                Ok(Waiting {
                    id: row.int(0)?,
                    payload: Payload::read(&row.text(1)?),
                    samples: usize::try_from(row.int(2)?).unwrap_or_default(),
                })
            })
        })
    }

    /// The receiver has it, or will never take it.
    pub(super) fn remove(&self, id: i64) -> Result<(), DbError> {
        self.database.write(|session| remove(session, id).map(drop))
    }

    pub(super) fn defer(&self, id: i64, until: Timestamp) -> Result<(), DbError> {
        let values = [id.into(), until.into(), self.destination.as_str().into()];
        self.database.write(|session| session.execute(&DEFER, &values).map(drop))
    }

    /// Makes room, and says how many samples were dropped for it and how many are left.
    pub(super) fn trim(&self) -> Result<(usize, usize), DbError> {
        let limits = [i64::from(self.limits.0).into(), i64::from(self.limits.1).into()];
        self.database.write(|session| Ok((sum(session, &TRIM, &limits)?, sum(session, &COUNT, &[])?)))
    }
}

/// All that waits, oldest first.
pub(crate) fn spooled(session: &mut dyn Session) -> Result<Table, DbError> {
    let columns = ["id", "created", "kind", "samples", "bytes", "destination", "not_before"];
    let rows =
        session.collect(&LIST, &[], |row| (0..columns.len()).map(|column| row.get(column)).collect())?;
    Ok(Table { columns: columns.map(str::to_owned).to_vec(), rows })
}

/// The ids of all that waits.
pub(crate) fn spooled_ids(session: &mut dyn Session) -> Result<Vec<i64>, DbError> {
    session.collect(&LIST, &[], |row| row.int(0))
}

/// Drops a payload that waits, and says how many samples it had; `None` where there is no such.
pub(crate) fn remove(session: &mut dyn Session, id: i64) -> Result<Option<i64>, DbError> {
    Ok(session.collect(&REMOVE, &[id.into()], |row| row.int(0))?.pop())
}

fn sum(session: &mut dyn Session, statement: &Statement, values: &[Value]) -> Result<usize, DbError> {
    let all = session.collect(statement, values, |row| row.int(0))?;
    Ok(usize::try_from(all.iter().sum::<i64>()).unwrap_or_default())
}

fn whole(number: usize) -> Value {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}
