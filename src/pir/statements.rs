//! The SQL of reviews.

use crate::db::Statement;

/// Earlier alerts of a rule, those with the same labels first, then the latest.
pub(super) const EARLIER: Statement = Statement::new(
    "earlier alerts of a rule",
    "SELECT id, fired, ended, severity, incident, labels, labels_hash = ?2 AS same FROM alert \
     WHERE fired IS NOT NULL AND fired < ?3 AND rule = ?1 ORDER BY same DESC, fired DESC LIMIT ?4",
);
