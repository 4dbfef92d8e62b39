//! The SQL of deleting. `?1` is the instant before which rows are old.

use crate::db::Statement;

/// The rows of one kind that are old: counting them, and deleting a batch.
#[derive(Debug)]
pub(super) struct Rows {
    pub table: &'static str,
    pub count: Statement,
    pub delete: Statement,
}

/// How many rows a transaction deletes.
pub(super) const BATCH: usize = 500;

macro_rules! rows {
    ($table:literal, $key:literal, $which:expr) => {
        rows!($table, $key, $key, $which)
    };
    ($table:literal, $key:literal, $columns:literal, $which:expr) => {
        Rows {
            table: $table,
            count: Statement::new(
                concat!("count old ", $table),
                concat!("SELECT COUNT(*) FROM ", $table, " WHERE ", $which),
            ),
            delete: Statement::new(
                concat!("delete old ", $table),
                concat!(
                    "DELETE FROM ",
                    $table,
                    " WHERE ",
                    $key,
                    " IN (SELECT ",
                    $columns,
                    " FROM ",
                    $table,
                    " WHERE ",
                    $which,
                    " LIMIT 500)"
                ),
            ),
        }
    };
}

macro_rules! security_events {
    () => {
        "('failed_auth', 'suspicious_input', 'security_breach')"
    };
}

pub(super) static HEALTH_CHECKS: Rows = rows!("health_checks", "id", "timestamp < ?1");

pub(super) static HEARTBEATS: Rows = rows!(
    "heartbeats",
    "id",
    "received_at < ?1
     AND received_at < (SELECT MAX(received_at) FROM heartbeats AS last WHERE last.store_id = heartbeats.store_id)"
);

pub(super) static SAMPLES: Rows =
    rows!("samples", "(series, at_ms)", "series, at_ms", "at_ms < ?1 AND series IN (SELECT id FROM series)");

/// What holds is replaced at the end of time.
pub(super) static BASELINES: Rows = rows!(
    "baseline_history",
    "(metric, labels, hour_of_week, refreshed)",
    "metric, labels, hour_of_week, refreshed",
    "replaced < ?1"
);

/// Of alerts that have ended, and whose incident is closed.
pub(super) static TRANSITIONS: Rows = rows!(
    "transition",
    "id",
    "at < ?1 AND EXISTS (
       SELECT 1 FROM alert LEFT JOIN incident ON incident.id = alert.incident
       WHERE alert.id = transition.alert AND alert.state = 'ended'
         AND (alert.incident IS NULL OR incident.closed IS NOT NULL))"
);

/// What is queued, on its way or dead is somebody's to look at.
pub(super) static OUTBOX: Rows = rows!(
    "outbox",
    "id",
    "COALESCE(settled, created) < ?1 AND state IN ('sent', 'superseded', 'skipped', 'dropped', 'unknown')
     AND (incident IS NULL OR (SELECT closed FROM incident WHERE incident.id = outbox.incident) IS NOT NULL)"
);

/// Gaps of the receiver are read from its runs, however old they are.
pub(super) static RUNS: Rows = rows!(
    "run",
    "id",
    "started < ?1 AND ended IS NOT NULL AND verb <> 'serve'
     AND started < (SELECT MAX(started) FROM run AS last WHERE last.verb = run.verb)"
);

pub(super) static INGEST_KEYS: Rows = rows!("ingest_key", "key", "received_at < ?1");

/// `?2` is the level, as the lines write it. A line is as old as the later of its own time and that of its arrival: a
/// clock that is wrong must not cost what has just come. The index finds those whose own time is old.
pub(super) static LOGS: Rows = rows!(
    "logs",
    "seq",
    concat!(
        "level IS ?2 AND at < ?1 AND received_at < ?1 AND (event IS NULL OR event NOT IN ",
        security_events!(),
        ")"
    )
);

pub(super) static SECURITY: Rows =
    rows!("logs", "seq", concat!("event IN ", security_events!(), " AND at < ?1 AND received_at < ?1"));

/// Every level that a line has, each found by the index, and the lack of one.
pub(super) const LEVELS: Statement = Statement::new(
    "list levels",
    "WITH RECURSIVE levels (level) AS (
       SELECT MIN(level) FROM logs
       UNION ALL
       SELECT (SELECT MIN(logs.level) FROM logs WHERE logs.level > levels.level) FROM levels WHERE level IS NOT NULL
     )
     SELECT level FROM levels WHERE level IS NOT NULL UNION ALL SELECT NULL",
);

pub(super) const GIVE_BACK: Statement = Statement::new("give space back", "PRAGMA incremental_vacuum(500)");

pub(super) const FREE_PAGES: Statement =
    Statement::new("count free pages", "SELECT freelist_count FROM pragma_freelist_count");

pub(super) const INTEGRITY: Statement = Statement::new("check integrity", "PRAGMA integrity_check");

pub(super) const FOREIGN_KEYS: Statement = Statement::new("check references", "PRAGMA foreign_key_check");
