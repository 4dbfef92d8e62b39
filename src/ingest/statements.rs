//! The SQL of what is received. Repeats change nothing.

use crate::db::Statement;

pub(super) const HEARTBEAT: Statement = Statement::new(
    "store heartbeat",
    "INSERT INTO heartbeats (store_id, timestamp, app_version, received_at, idempotency_key)
     VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (idempotency_key) DO NOTHING",
);

pub(super) const KEY: Statement = Statement::new(
    "store idempotency key",
    "INSERT INTO ingest_key (key, received_at) VALUES (?1, ?2) ON CONFLICT (key) DO NOTHING",
);

pub(super) const FIND_SERIES: Statement =
    Statement::new("find series", "SELECT id FROM series WHERE name = ?1 AND labels_hash = ?2");

/// Changes when another connection has committed.
pub(super) const DATA_VERSION: Statement = Statement::new("data version", "PRAGMA data_version");

pub(super) const COUNT_SERIES: Statement =
    Statement::new("count series", "SELECT COALESCE(store_id, ''), COUNT(*) FROM series GROUP BY 1");

pub(super) const SERIES: Statement = Statement::new(
    "store series",
    "INSERT INTO series (name, labels, labels_hash, store_id) VALUES (?1, ?2, ?3, ?4) RETURNING id",
);

/// The last word counts where one instant has two values.
pub(super) const SAMPLE: Statement = Statement::new(
    "store sample",
    "INSERT INTO samples (series, at_ms, value, received_at) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (series, at_ms) DO UPDATE SET value = excluded.value, received_at = excluded.received_at
     WHERE value <> excluded.value",
);

pub(super) const LOG: Statement = Statement::new(
    "store log",
    "INSERT INTO logs (id, at, received_at, timed, store_id, level, service, component, event, message, body)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (id) DO NOTHING",
);
