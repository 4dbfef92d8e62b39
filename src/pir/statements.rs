//! The SQL of reviews.

use crate::db::Statement;

pub(super) const EVENTS: Statement = Statement::new(
    "events within a window",
    "SELECT at, kind, text FROM event WHERE at >= ?1 AND at < ?2 ORDER BY at, id",
);
