//! The SQL of dashboards beside that of the catalogue.

use crate::db::Statement;

/// ?1 is an instant; what came later is not looked at. That `serve` runs is no news.
pub(super) const IS_NEW: Statement = Statement::new(
    "whether anything was recorded",
    "SELECT NOT EXISTS (SELECT 1 FROM run WHERE verb <> 'serve' AND started <= ?1) \
     AND NOT EXISTS (SELECT 1 FROM heartbeats WHERE received_at <= ?1) \
     AND NOT EXISTS (SELECT 1 FROM health_checks WHERE received_at <= ?1) \
     AND NOT EXISTS (SELECT 1 FROM samples WHERE received_at <= ?1)",
);
