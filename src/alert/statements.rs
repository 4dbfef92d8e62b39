//! The SQL of rule state, alerts and transitions.

use crate::db::Statement;

/// Columns in the order that `store::read` takes them.
macro_rules! alerts {
    ($rest:literal) => {
        concat!(
            "SELECT id, rule, labels, severity, state, held_ms, missed_ms, started, fired, ended, incident, vals, annotations ",
            "FROM alert ",
            $rest
        )
    };
}

pub(super) const OPEN: Statement =
    Statement::new("open alerts", alerts!("WHERE state <> 'ended' ORDER BY id"));

pub(super) const BY_ID: Statement = Statement::new("alert by id", alerts!("WHERE id = ?1"));

pub(super) const OF_INCIDENT: Statement =
    Statement::new("alerts of an incident", alerts!("WHERE incident = ?1 ORDER BY id"));

/// Alerts that were open at some time in a window, newest first.
pub(super) const WITHIN: Statement = Statement::new(
    "alerts within a window",
    alerts!("WHERE started < ?2 AND (ended IS NULL OR ended >= ?1) ORDER BY started DESC, id DESC"),
);

pub(super) const INSERT: Statement = Statement::new(
    "insert alert",
    "INSERT INTO alert (rule, labels_hash, labels, severity, state, held_ms, missed_ms, started, fired, ended, vals, annotations) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) RETURNING id",
);

pub(super) const UPDATE: Statement = Statement::new(
    "update alert",
    "UPDATE alert SET severity = ?2, state = ?3, held_ms = ?4, missed_ms = ?5, fired = ?6, ended = ?7, vals = ?8, annotations = ?9 \
     WHERE id = ?1 AND state <> 'ended'",
);

pub(super) const INSERT_TRANSITION: Statement = Statement::new(
    "insert transition",
    "INSERT INTO transition (alert, at, from_state, to_state, reason, vals, definition_hash) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
);

pub(super) const TRANSITIONS: Statement = Statement::new(
    "transitions of an alert",
    "SELECT at, from_state, to_state, reason, vals FROM transition WHERE alert = ?1 ORDER BY id",
);

pub(super) const NAMES: Statement =
    Statement::new("rules and severities of all alerts", "SELECT DISTINCT rule, severity FROM alert");

/// As `TRANSITIONS`, then whose they are.
pub(super) const HISTORY: Statement = Statement::new(
    "transitions within a window",
    "SELECT at, from_state, to_state, transition.reason, transition.vals, alert.id, alert.rule, alert.labels, alert.severity \
     FROM transition JOIN alert ON alert.id = transition.alert WHERE at >= ?1 AND at < ?2 ORDER BY at DESC, transition.id DESC",
);

pub(super) const RULE_STATES: Statement =
    Statement::new("rule states", "SELECT rule, evaluated_at, outcome, error FROM rule_state");

pub(super) const PUT_RULE_STATE: Statement = Statement::new(
    "put rule state",
    "INSERT INTO rule_state (rule, definition_hash, evaluated_at, outcome, error) VALUES (?1, ?2, ?3, ?4, ?5) \
     ON CONFLICT (rule) DO UPDATE SET definition_hash = excluded.definition_hash, evaluated_at = excluded.evaluated_at, \
     outcome = excluded.outcome, error = excluded.error",
);

pub(super) const DROP_RULE_STATE: Statement =
    Statement::new("drop rule state", "DELETE FROM rule_state WHERE rule = ?1");
