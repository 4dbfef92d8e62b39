//! The SQL of the audit trail.

use crate::db::Statement;

pub(super) const RECORD: Statement = Statement::new(
    "record what was done",
    "INSERT INTO audit (at, actor, action, subject, detail) VALUES (?1, ?2, ?3, ?4, ?5)",
);

/// An absent bound or filter is NULL.
pub(super) const LIST: Statement = Statement::new(
    "audit trail",
    "SELECT id, at, actor, action, subject, detail FROM audit \
     WHERE at >= ?1 AND at < ?2 AND (?3 IS NULL OR subject = ?3) AND (?4 IS NULL OR actor = ?4) \
       AND (?5 IS NULL OR action = ?5) \
     ORDER BY at DESC, id DESC",
);
