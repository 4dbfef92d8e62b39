//! The SQL of reviews.

use crate::db::Statement;

/// Earlier alerts of a rule, those with the same labels first, then the latest.
pub(super) const EARLIER: Statement = Statement::new(
    "earlier alerts of a rule",
    "SELECT id, fired, ended, severity, incident, labels, labels_hash = ?2 AS same FROM alert \
     WHERE fired IS NOT NULL AND fired < ?3 AND rule = ?1 ORDER BY same DESC, fired DESC LIMIT ?4",
);

/// The first failed check of the target ?1 after its last good one, from ?3 up to ?2.
pub(super) const FIRST_FAILURE: Statement = Statement::new(
    "first failed check of a run",
    "SELECT id, timestamp, reason FROM health_checks \
     WHERE target = ?1 AND NOT ok AND timestamp BETWEEN ?3 AND ?2 AND timestamp > COALESCE(\
       (SELECT MAX(timestamp) FROM health_checks WHERE target = ?1 AND ok AND timestamp BETWEEN ?3 AND ?2), '') \
     ORDER BY timestamp, id LIMIT 1",
);
