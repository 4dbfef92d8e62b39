//! The statements that write the history.

use crate::db::Statement;

pub(super) const CUSTOMER: Statement =
    Statement::new("demo customer", "INSERT INTO customers (id, created_at) VALUES (?1, ?2)");

pub(super) const TRANSACTION: Statement = Statement::new(
    "demo transaction",
    "INSERT INTO cashier_transactions (created_at, store_id, customer_id, type, status, purchase_amount,
       points_amount, discount_amount, error_code) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
);

pub(super) const API_REQUEST: Statement = Statement::new(
    "demo request",
    "INSERT INTO api_requests (timestamp, store_id, endpoint, type, status_code, latency_ms)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
);

pub(super) const API_ERROR: Statement = Statement::new(
    "demo error",
    "INSERT INTO api_errors (timestamp, store_id, endpoint, error_code) VALUES (?1, ?2, ?3, ?4)",
);

pub(super) const ONEC_CALL: Statement = Statement::new(
    "demo 1C call",
    "INSERT INTO onec_api_calls (timestamp, store_id, status, duration_ms) VALUES (?1, ?2, ?3, ?4)",
);

pub(super) const DATABASE_QUERY: Statement = Statement::new(
    "demo query",
    "INSERT INTO database_queries (timestamp, store_id, query, operation, status, duration_ms)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
);

pub(super) const SECURITY_EVENT: Statement = Statement::new(
    "demo security event",
    "INSERT INTO security_events (timestamp, store_id, kind, ip_address) VALUES (?1, ?2, ?3, ?4)",
);

pub(super) const HEALTH_CHECK: Statement = Statement::new(
    "demo health check",
    "INSERT INTO health_checks (timestamp, target, kind, ok, reason, status_code, response_time_ms, received_at)
     VALUES (?1, 'backend_api', 'http', ?2, ?3, ?4, ?5, ?1)",
);

pub(super) const HEARTBEAT: Statement = Statement::new(
    "demo heartbeat",
    "INSERT INTO heartbeats (store_id, timestamp, app_version, received_at, idempotency_key)
     VALUES (?1, ?2, ?3, ?4, ?5)",
);

pub(super) const SERIES: Statement = Statement::new(
    "demo series",
    "INSERT INTO series (id, name, labels, labels_hash, store_id) VALUES (?1, ?2, ?3, ?4, ?5)",
);

pub(super) const SAMPLE: Statement = Statement::new(
    "demo sample",
    "INSERT OR IGNORE INTO samples (series, at_ms, value, received_at) VALUES (?1, ?2, ?3, ?4)",
);

pub(super) const RUN: Statement = Statement::new(
    "demo run",
    "INSERT INTO run (verb, started, alive_at, ended, exit) VALUES (?1, ?2, ?3, ?4, ?5)",
);

pub(super) const EVENT: Statement =
    Statement::new("demo event", "INSERT INTO event (at, kind, text, labels) VALUES (?1, ?2, ?3, ?4)");

pub(super) const INCIDENT: Statement = Statement::new(
    "demo incident",
    "INSERT INTO incident (id, route, group_key, severity, opened, closed, acked_by, acked_at, acked_severity,
       revision, told_revision) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?4, 2, 2)",
);

pub(super) const ALERT: Statement = Statement::new(
    "demo alert",
    "INSERT INTO alert (id, rule, labels_hash, labels, severity, state, held_ms, started, fired, ended, incident, vals,
       annotations) VALUES (?1, ?2, ?3, ?4, ?5, 'ended', ?6, ?7, ?7, ?8, ?1, ?9, ?10)",
);

pub(super) const TRANSITION: Statement = Statement::new(
    "demo transition",
    "INSERT INTO transition (alert, at, from_state, to_state, reason, vals, definition_hash)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, '')",
);
