//! The `run` table: gaps, receiver outages and missed timers are read from it.

use jiff::Timestamp;

use super::{Database, DbError, Statement};

const RECORD: Statement = Statement::new(
    "record run",
    "INSERT INTO run (verb, job, started, alive_at, ended, exit) VALUES (?1, ?2, ?3, ?4, ?4, ?5)",
);

impl Database {
    /// Records a run that has ended. `job` is the name of the `[[jobs]]` entry that started it, if one did.
    pub(crate) fn record_run(
        &self,
        verb: &str,
        job: Option<&str>,
        started: Timestamp,
        ended: Timestamp,
        exit: u8,
    ) -> Result<(), DbError> {
        let set = [verb.into(), job.into(), started.into(), ended.into(), i64::from(exit).into()];
        self.note(|session| session.execute(&RECORD, &set).map(drop))
    }
}
