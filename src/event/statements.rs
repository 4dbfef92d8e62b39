//! The SQL of events.

use crate::db::Statement;

/// Columns in the order that `store::read` takes them.
macro_rules! events {
    ($rest:literal) => {
        concat!("SELECT id, at, kind, text, labels FROM event ", $rest)
    };
}

/// A key that its kind has had already adds nothing.
pub(super) const RECORD: Statement = Statement::new(
    "record event",
    "INSERT INTO event (at, kind, text, labels, key, noted) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
     ON CONFLICT (kind, key) DO NOTHING RETURNING id",
);

pub(super) const BY_ID: Statement = Statement::new("event by id", events!("WHERE id = ?1"));

pub(super) const BY_KEY: Statement =
    Statement::new("event by its key", events!("WHERE kind = ?1 AND key = ?2"));

pub(super) const WITHIN: Statement = Statement::new(
    "events within a window",
    events!("WHERE at >= ?1 AND at < ?2 AND (?3 IS NULL OR kind = ?3) ORDER BY at DESC, id DESC"),
);
