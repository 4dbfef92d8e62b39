//! The SQL of incidents, of their alerts, and of silences.

use crate::db::Statement;

/// Columns in the order that `store::read` takes them.
macro_rules! incidents {
    ($rest:literal) => {
        concat!(
            "SELECT id, route, group_labels, severity, severity_by, opened, closed, resolved_by, acked_by, acked_at, ",
            "acked_severity, ack_until, ack_comment, revision, notified_at, told_at, told_severity, step, due_at, held ",
            "FROM incident ",
            $rest
        )
    };
}

/// Columns in the order that `member::read` takes them.
macro_rules! members {
    ($rest:literal) => {
        concat!(
            "SELECT alert.id, alert.incident, alert.rule, alert.labels, alert.severity, alert.state, alert.told FROM ",
            $rest
        )
    };
}

pub(super) const BY_ID: Statement = Statement::new("incident by id", incidents!("WHERE id = ?1"));

pub(super) const WITHIN: Statement = Statement::new(
    "incidents within a window",
    incidents!("WHERE opened < ?2 AND (closed IS NULL OR closed >= ?1) ORDER BY opened DESC, id DESC"),
);

pub(super) const OPEN: Statement =
    Statement::new("open incidents", incidents!("WHERE closed IS NULL ORDER BY id"));

/// ?1 is how the reason begins.
pub(super) const UNREACHED: Statement = Statement::new(
    "open incidents whose opening reaches nobody",
    "SELECT id, held FROM incident WHERE closed IS NULL AND told_at IS NULL AND instr(held, ?1) = 1 ORDER BY id",
);

pub(super) const LAST_TOLD: Statement = Statement::new(
    "what was told last of ended incidents",
    "SELECT route, group_labels, told_at, told_severity FROM incident \
     WHERE closed IS NOT NULL AND told_at > ?1 ORDER BY told_at, id",
);

pub(super) const INSERT: Statement = Statement::new(
    "insert incident",
    "INSERT INTO incident (route, group_key, group_labels, severity, opened) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id",
);

pub(super) const UPDATE: Statement = Statement::new(
    "update incident",
    "UPDATE incident SET severity = ?2, severity_by = ?3, closed = ?4, resolved_by = ?5, acked_by = ?6, acked_at = ?7, \
     acked_severity = ?8, ack_until = ?9, ack_comment = ?10, revision = ?11, told_revision = ?11, notified_at = ?12, \
     told_at = ?13, told_severity = ?14, step = ?15, due_at = ?16, held = ?17, opened = ?18 \
     WHERE id = ?1 AND closed IS NULL",
);

pub(super) const JOIN: Statement =
    Statement::new("put alert into incident", "UPDATE alert SET incident = ?2 WHERE id = ?1");

pub(super) const MARK: Statement =
    Statement::new("keep what was told of an alert", "UPDATE alert SET told = ?2 WHERE id = ?1");

pub(super) const FIRING: Statement = Statement::new(
    "firing alerts",
    members!("alert WHERE state <> 'ended' AND state = 'firing' ORDER BY id"),
);

pub(super) const ENDED_UNTOLD: Statement = Statement::new(
    "ended alerts of open incidents",
    members!(
        "incident CROSS JOIN alert ON alert.incident = incident.id \
         WHERE incident.closed IS NULL AND alert.state = 'ended' AND alert.told = 1 ORDER BY alert.id"
    ),
);

pub(super) const MEMBERS_OF: Statement = Statement::new(
    "alerts of an incident, briefly",
    members!("alert WHERE incident = ?1 AND state <> 'pending' ORDER BY id"),
);

/// ?1 is a JSON array of incidents.
pub(super) const BY_RULE: Statement = Statement::new(
    "incidents by rule",
    "SELECT rule, count(DISTINCT incident) AS incidents FROM alert \
     WHERE incident IN (SELECT value FROM json_each(?1)) GROUP BY rule ORDER BY incidents DESC, rule",
);

/// As `BY_RULE`; ?2 is the label that carries the store.
pub(super) const BY_STORE: Statement = Statement::new(
    "incidents by store",
    "SELECT labels ->> ?2 AS store, count(DISTINCT incident) AS incidents FROM alert \
     WHERE incident IN (SELECT value FROM json_each(?1)) AND labels ->> ?2 IS NOT NULL \
     GROUP BY store ORDER BY incidents DESC, store",
);

/// Columns in the order that `silence::read` takes them.
pub(super) const SILENCES: Statement = Statement::new(
    "silences",
    "SELECT id, matchers, starts, ends, author, reason FROM silence WHERE ends > ?1 ORDER BY id",
);

pub(super) const PUT_SILENCE: Statement = Statement::new(
    "put silence",
    "INSERT INTO silence (matchers, starts, ends, author, reason, created) VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id",
);

pub(super) const EXPIRE_SILENCE: Statement =
    Statement::new("expire silence", "UPDATE silence SET ends = ?2 WHERE id = ?1 AND ends > ?2");

pub(super) const KEY: Statement =
    Statement::new("key of acknowledgement links", "SELECT value FROM secret WHERE name = 'ack'");

pub(super) const MAKE_KEY: Statement = Statement::new(
    "make key of acknowledgement links",
    "INSERT INTO secret (name, value) VALUES ('ack', ?1)",
);
