//! The SQL of baselines.

use crate::db::Statement;

pub(super) const METRICS: Statement =
    Statement::new("list baselines", "SELECT DISTINCT metric FROM baseline");

pub(super) const FORGET: Statement =
    Statement::new("forget baseline", "DELETE FROM baseline WHERE metric = ?1");

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

pub(super) const LEARNT: Statement = Statement::new(
    "store baseline",
    "INSERT INTO baseline (metric, labels, store_id, hour_of_week, median, spread, weeks, refreshed)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
);

/// `?2` is a store, or NULL for all.
pub(super) const KNOWN: Statement = Statement::new(
    "read baseline",
    "SELECT labels, hour_of_week, median, spread, weeks FROM baseline
     WHERE metric = ?1 AND (?2 IS NULL OR store_id = ?2) ORDER BY labels, hour_of_week",
);
