//! The SQL of incidents.

use crate::db::Statement;

/// Columns in the order that `store::read` takes them.
macro_rules! incidents {
    ($rest:literal) => {
        concat!(
            "SELECT id, route, severity, opened, closed, acked_by, acked_at, ack_comment, group_labels FROM incident ",
            $rest
        )
    };
}

pub(super) const BY_ID: Statement = Statement::new("incident by id", incidents!("WHERE id = ?1"));

pub(super) const WITHIN: Statement = Statement::new(
    "incidents within a window",
    incidents!("WHERE opened < ?2 AND (closed IS NULL OR closed >= ?1) ORDER BY opened DESC, id DESC"),
);

pub(super) const OPEN: Statement = Statement::new(
    "open incident",
    "INSERT INTO incident (route, group_key, severity, opened, revision) VALUES (?1, ?2, ?3, ?4, 1) RETURNING id",
);

pub(super) const JOIN: Statement =
    Statement::new("put alert into incident", "UPDATE alert SET incident = ?2 WHERE id = ?1");

pub(super) const CLOSE: Statement = Statement::new(
    "close incident",
    "UPDATE incident SET closed = ?2, revision = revision + 1 WHERE id = ?1 AND closed IS NULL RETURNING revision",
);

pub(super) const ACKNOWLEDGE: Statement = Statement::new(
    "acknowledge incident",
    "UPDATE incident SET acked_by = ?2, acked_at = ?3, acked_severity = severity, ack_comment = ?4, revision = revision + 1 \
     WHERE id = ?1 AND closed IS NULL AND acked_by IS NULL",
);
