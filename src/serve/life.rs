//! The receiver's sign of life: its row in `run`, by which a silence is told from an outage of its own.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::statements::{ALIVE, BEGIN, END};
use crate::db::{Database, DbError};

/// How often the row is refreshed.
pub(super) const BEAT: Duration = Duration::from_secs(20);

/// A silence beyond this is an outage; the query of heartbeats' ages says the same.
const OUTAGE: SignedDuration = SignedDuration::from_secs(120);

/// One stretch without an outage.
pub(super) struct Life {
    database: Database,
    run: i64,
    seen: Timestamp,
}

impl Life {
    pub(super) fn begin(database: &Database, now: Timestamp) -> Result<Self, DbError> {
        Ok(Self { database: database.clone(), run: begin(database, now)?, seen: now })
    }

    /// Refreshes the row. After an outage (a suspended machine, a full disk) a new row begins: nothing could be received
    /// meanwhile, and ages count from now.
    pub(super) fn beat(&mut self, now: Timestamp) -> Result<(), DbError> {
        if now.duration_since(self.seen) > OUTAGE {
            self.run = begin(&self.database, now)?;
        } else {
            let row = [self.run.into(), now.into()];
            self.database.write(|session| session.execute(&ALIVE, &row))?;
        }
        self.seen = now;
        Ok(())
    }

    pub(super) fn end(self, now: Timestamp) -> Result<(), DbError> {
        let row = [self.run.into(), now.into()];
        self.database.write(|session| session.execute(&END, &row).map(drop))
    }
}

fn begin(database: &Database, now: Timestamp) -> Result<i64, DbError> {
    database.write(|session| Ok(session.first(&BEGIN, &[now.into()], |row| row.int(0))?.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Statement;

    const ALL: Statement = Statement::new("all", "SELECT started, alive_at, ended FROM run ORDER BY id");

    #[test]
    fn an_outage_of_its_own_begins_a_new_row() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&folder.path().join("own.db")).unwrap();
        let at = |text: &str| format!("2025-10-24T{text}Z").parse::<Timestamp>().unwrap();
        let mut life = Life::begin(&database, at("10:00:00")).unwrap();
        life.beat(at("10:02:00")).unwrap();
        life.beat(at("10:04:01")).unwrap();
        life.beat(at("10:04:21")).unwrap();
        life.end(at("10:04:30")).unwrap();
        let rows = database
            .read(|session| {
                session.collect(&ALL, &[], |row| Ok([row.text(0)?, row.text(1)?, row.text(2)?].join("|")))
            })
            .unwrap();
        let day = "2025-10-24 ";
        let expected = ["10:00:00.000|10:02:00.000|", "10:04:01.000|10:04:30.000|10:04:30.000"];
        assert_eq!(rows.iter().map(|row| row.replace(day, "")).collect::<Vec<_>>(), expected);
    }
}
