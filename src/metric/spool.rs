//! Payloads that wait in the own database until the receiver has them.

use jiff::Timestamp;

use super::Payload;
use super::destination::answer::LONGEST_WAIT;
use super::statements::{APPEND, COUNT, CUT, DEFER, DEFERRED, LIST, NEXT, REMOVE, TRIM};
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
    bytes: usize,
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

    /// Until when the receiver asked to be left alone, if that is still to come. What lies further ahead than anybody is
    /// left alone was noted by a clock that has been set back since.
    pub(super) fn deferred(&self, now: Timestamp) -> Result<Option<Timestamp>, DbError> {
        let latest = now.checked_add(LONGEST_WAIT).unwrap_or(Timestamp::MAX);
        let values = [self.destination.as_str().into(), now.into(), latest.into()];
        self.database.read(|session| Ok(session.first(&DEFERRED, &values, |row| row.time(0))?.flatten()))
    }

    /// The oldest payload behind an id.
    pub(super) fn next(&self, id: i64) -> Result<Option<Waiting>, DbError> {
        self.database.read(|session| next(session, id))
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
        self.database.write(|session| {
            let dropped = sum(session, &TRIM, &limits)? + self.cut(session)?;
            Ok((dropped, size(session)?.0))
        })
    }

    /// Drops the oldest samples of the oldest payload, which alone may be too much now, and says how many.
    fn cut(&self, session: &mut dyn Session) -> Result<usize, DbError> {
        let most = (self.limits.0 as usize, self.limits.1 as usize);
        let (samples, bytes) = size(session)?;
        let Some(oldest) = next(session, 0)?.filter(|_| samples > most.0 || bytes > most.1) else {
            return Ok(0);
        };
        let room = (most.0 + oldest.samples).saturating_sub(samples);
        let left = oldest
            .payload
            .ok()
            .and_then(|all| all.newest(room, (most.1 + oldest.bytes).saturating_sub(bytes)));
        let Some(left) = left else {
            remove(session, oldest.id)?;
            return Ok(oldest.samples);
        };
        let text = left.text();
        session.execute(&CUT, &[oldest.id.into(), whole(left.len()), whole(text.len()), text.into()])?;
        Ok(oldest.samples - left.len())
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

fn next(session: &mut dyn Session, after: i64) -> Result<Option<Waiting>, DbError> {
    session.first(&NEXT, &[after.into()], |row| {
        let (samples, bytes) = (count(row.int(2)?), count(row.int(3)?));
        Ok(Waiting { id: row.int(0)?, payload: Payload::read(&row.text(1)?), samples, bytes })
    })
}

/// The samples that wait, and their bytes.
fn size(session: &mut dyn Session) -> Result<(usize, usize), DbError> {
    let size = session.first(&COUNT, &[], |row| Ok((count(row.int(0)?), count(row.int(1)?))))?;
    Ok(size.unwrap_or_default())
}

fn sum(session: &mut dyn Session, statement: &Statement, values: &[Value]) -> Result<usize, DbError> {
    let all = session.collect(statement, values, |row| row.int(0))?;
    Ok(count(all.iter().sum()))
}

fn count(number: i64) -> usize {
    usize::try_from(number).unwrap_or_default()
}

fn whole(number: usize) -> Value {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}
