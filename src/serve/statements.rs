//! The SQL of the receiver itself.

use crate::db::Statement;

pub(super) const BEGIN: Statement = Statement::new(
    "begin run",
    "INSERT INTO run (verb, started, alive_at) VALUES ('serve', ?1, ?1) RETURNING id",
);

pub(super) const SESSION_KEY: Statement =
    Statement::new("key of sessions", "SELECT value FROM secret WHERE name = 'session'");

pub(super) const MAKE_SESSION_KEY: Statement =
    Statement::new("make key of sessions", "INSERT INTO secret (name, value) VALUES ('session', ?1)");

pub(super) const ALIVE: Statement =
    Statement::new("refresh run", "UPDATE run SET alive_at = ?2 WHERE id = ?1 AND alive_at < ?2");

pub(super) const END: Statement =
    Statement::new("end run", "UPDATE run SET alive_at = ?2, ended = ?2, exit = 0 WHERE id = ?1");

/// The latest sample of each series, of those received since ?1. What lies in the future is not yet the latest.
pub(super) const LATEST: Statement = Statement::new(
    "latest samples",
    "SELECT name, labels, value
     FROM series
     JOIN samples ON series = id
       AND at_ms = (SELECT MAX(at_ms) FROM samples WHERE series = series.id AND at_ms <= ?2)
     WHERE received_at >= ?1
     ORDER BY name, labels",
);

/// How far a store's own time of a heartbeat was ahead of when it was received, in seconds. Of each store only what
/// came since ?1 is looked at.
pub(super) const SKEW: Statement = Statement::new(
    "clock skew",
    "SELECT store_id, (
       SELECT MAX(unixepoch(timestamp, 'subsec') - unixepoch(received_at, 'subsec'))
       FROM heartbeats WHERE store_id = known.store_id AND received_at >= ?1)
     FROM (SELECT DISTINCT store_id FROM heartbeats) AS known",
);
