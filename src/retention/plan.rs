//! Which rows are old, by the configuration and the clock. Deletes nothing.

use jiff::Timestamp;

use super::statements::{self, Rows};
use crate::config::{Keep, RetentionConfig};
use crate::db::{DbError, Session, Value};
use crate::logs::stored::Level;

/// The rows of one kind that are older than they are kept.
#[derive(Clone, Debug)]
pub(crate) struct Share {
    pub table: &'static str,
    /// Which of the table's rows: a level, or none where age alone decides.
    pub which: Option<String>,
    pub keep: Keep,
    /// What is older goes.
    pub before: Timestamp,
    pub(super) rows: &'static Rows,
    /// `?1` and on of its statements.
    pub(super) values: Vec<Value>,
}

impl Share {
    fn new(rows: &'static Rows, which: Option<String>, keep: Keep, now: Timestamp) -> Self {
        let before = now.saturating_sub(keep.duration().signed()).unwrap_or(Timestamp::MIN);
        Self { table: rows.table, which, keep, before, rows, values: vec![before.into()] }
    }
}

/// Those of the own database.
pub(crate) fn of_main(retention: &RetentionConfig, now: Timestamp) -> Vec<Share> {
    let mut samples = Share::new(&statements::SAMPLES, None, retention.samples, now);
    samples.values = vec![samples.before.as_millisecond().into()];
    let aged = [
        (&statements::HEALTH_CHECKS, retention.health_checks),
        (&statements::HEARTBEATS, retention.heartbeats),
        (&statements::BASELINES, retention.baselines),
        (&statements::TRANSITIONS, retention.transitions),
        (&statements::OUTBOX, retention.outbox),
        (&statements::RUNS, retention.runs),
        (&statements::INGEST_KEYS, retention.ingest_keys),
    ];
    let aged = aged.into_iter().map(|(rows, keep)| Share::new(rows, None, keep, now));
    aged.chain([samples]).collect()
}

/// Those of the logs database, a share for every level that its lines have.
pub(crate) fn of_logs(
    session: &mut dyn Session,
    retention: &RetentionConfig,
    now: Timestamp,
) -> Result<Vec<Share>, DbError> {
    let keep = &retention.logs;
    let levels = session.collect(&statements::LEVELS, &[], |row| row.get(0))?;
    let by_level = levels.into_iter().map(|name| {
        let kept = match Level::of(name.as_str()) {
            Level::Debug => keep.debug,
            Level::Info => keep.info,
            Level::Warn => keep.warn,
            Level::Error => keep.error,
        };
        let which = name.as_str().unwrap_or("no level").to_owned();
        let mut share = Share::new(&statements::LOGS, Some(which), kept, now);
        share.values.push(name);
        share
    });
    let security = Share::new(&statements::SECURITY, Some("security".into()), keep.security, now);
    Ok(by_level.chain([security]).collect())
}
