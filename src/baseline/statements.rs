//! The SQL of baselines.

use crate::db::Statement;

/// What was learnt at `?1` or later: none of it, when it is learnt anew as of then.
pub(super) const FORGET: Statement =
    Statement::new("forget baselines", "DELETE FROM baseline_history WHERE refreshed >= ?1");

/// What was replaced at `?1` or later holds again.
pub(super) const REVIVE: Statement = Statement::new(
    "revive baselines",
    "UPDATE baseline_history SET replaced = '9999-12-31 23:59:59.999'
     WHERE replaced >= ?1 AND replaced < '9999-12-31 23:59:59.999'",
);

pub(super) const HOLDING: Statement = Statement::new(
    "list baselines",
    "SELECT metric, labels, hour_of_week, median, spread, weeks FROM baseline",
);

/// Nothing is usual any more in an hour of a series.
pub(super) const END: Statement = Statement::new(
    "end baseline",
    "UPDATE baseline_history SET replaced = ?4
     WHERE metric = ?1 AND labels = ?2 AND hour_of_week = ?3 AND replaced = '9999-12-31 23:59:59.999'",
);

pub(super) const SERIES: Statement =
    Statement::new("list series", "SELECT id, labels, store_id FROM series WHERE name = ?1 ORDER BY id");

pub(super) const SAMPLES: Statement = Statement::new(
    "read samples",
    "SELECT at_ms, value FROM samples WHERE series = ?1 AND at_ms >= ?2 AND at_ms < ?3",
);

/// A row for each alert of each incident: its severity, when it was open, and the alert's labels.
pub(super) const INCIDENTS: Statement = Statement::new(
    "list troubles",
    "SELECT incident.severity, opened, closed, COALESCE(alert.labels, '{}')
     FROM incident LEFT JOIN alert ON alert.incident = incident.id WHERE opened < ?1",
);

/// Ends what held before in that hour of the series.
pub(super) const LEARNT: Statement = Statement::new(
    "store baseline",
    "INSERT INTO baseline (metric, labels, store_id, hour_of_week, median, spread, weeks, refreshed)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
);

/// As it was known at `?3`; `?2` is a store, or NULL for all.
pub(super) const KNOWN: Statement = Statement::new(
    "read baseline",
    "SELECT labels, hour_of_week, median, spread, weeks FROM baseline_history
     WHERE metric = ?1 AND (?2 IS NULL OR store_id = ?2) AND refreshed <= ?3 AND replaced > ?3
     ORDER BY labels, hour_of_week",
);
