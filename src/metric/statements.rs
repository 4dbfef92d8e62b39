//! The SQL of the spool.

use crate::db::Statement;

pub(super) const APPEND: Statement = Statement::new(
    "spool a payload",
    "INSERT INTO spool (kind, destination, samples, bytes, payload, created) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
     RETURNING id",
);

/// The oldest payload behind an id.
pub(super) const NEXT: Statement = Statement::new(
    "next of the spool",
    "SELECT id, payload, samples, bytes FROM spool WHERE id > ?1 ORDER BY id LIMIT 1",
);

pub(super) const REMOVE: Statement =
    Statement::new("take from the spool", "DELETE FROM spool WHERE id = ?1 RETURNING samples");

pub(super) const DEFER: Statement =
    Statement::new("defer the spool", "UPDATE spool SET not_before = ?2, destination = ?3 WHERE id = ?1");

pub(super) const DEFERRED: Statement = Statement::new(
    "how long the spool is deferred",
    "SELECT MAX(not_before) FROM spool WHERE destination = ?1 AND not_before > ?2 AND not_before <= ?3",
);

/// Removes the oldest of which nothing has room beside the newer ones.
pub(super) const TRIM: Statement = Statement::new(
    "trim the spool",
    "DELETE FROM spool WHERE id IN (
       SELECT id FROM (SELECT id, SUM(samples) OVER newest - samples AS newer, SUM(bytes) OVER newest - bytes AS bytes
                       FROM spool WINDOW newest AS (ORDER BY id DESC))
       WHERE newer >= ?1 OR bytes >= ?2)
     RETURNING samples",
);

pub(super) const CUT: Statement =
    Statement::new("cut what waits", "UPDATE spool SET samples = ?2, bytes = ?3, payload = ?4 WHERE id = ?1");

pub(super) const COUNT: Statement =
    Statement::new("count the spool", "SELECT COALESCE(SUM(samples), 0), COALESCE(SUM(bytes), 0) FROM spool");

pub(super) const LIST: Statement = Statement::new(
    "list the spool",
    "SELECT id, created, kind, samples, bytes, destination, not_before FROM spool ORDER BY id",
);
