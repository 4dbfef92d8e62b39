//! The SQL of the outbox.

use crate::db::Statement;

/// Columns in the order that `outbox::read` takes them.
macro_rules! rows {
    ($($rest:tt)+) => {
        concat!(
            "SELECT id, subject, revision, step, kind, channel, person, recipient, bundle, created, not_before, attempts, ",
            "state, error, settled, failures, (SELECT severity FROM incident WHERE incident.id = outbox.incident), ",
            "lease_until FROM outbox ",
            $($rest)+
        )
    };
}

/// What an index of its own holds, which is used where exactly this is asked for: the rest only grows.
macro_rules! unsettled {
    () => {
        "state IN ('queued', 'sending', 'started', 'dead')"
    };
}

/// Whether a row may be tried at ?1: it is due, or a run that died has left it. Nothing waits for an instant that a clock
/// has set that was ahead: what was created for at once, or was handled after ?2, is due.
macro_rules! is_due {
    () => {
        "(state = 'queued' AND (not_before <= ?1 OR not_before <= created) OR state IN ('sending', 'started') AND lease_until <= ?1 \
          OR state <> 'dead' AND handled > ?2)"
    };
}

pub(super) const PUT: Statement = Statement::new(
    "put intent",
    "INSERT INTO outbox (subject, incident, event, revision, step, kind, channel, person, recipient, bundle, created, \
                         not_before, state, error, settled) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, CASE ?13 WHEN 'queued' THEN NULL ELSE ?11 END) \
     ON CONFLICT (subject, revision, step, kind, channel, recipient) DO NOTHING",
);

pub(super) const OF_INCIDENT: Statement =
    Statement::new("outbox of an incident", rows!("WHERE incident = ?1 ORDER BY id"));

pub(super) const OF_SUBJECT: Statement =
    Statement::new("outbox of a subject", rows!("WHERE subject = ?1 ORDER BY id"));

pub(super) const BY_ID: Statement = Statement::new("outbox row", rows!("WHERE id = ?1"));

/// An absent filter is NULL.
pub(super) const LIST: Statement = Statement::new(
    "outbox",
    rows!(
        "WHERE (?1 IS NULL OR state = ?1) AND (?2 IS NULL OR channel = ?2) AND (?3 IS NULL OR incident = ?3) \
         AND (?4 IS NULL OR settled IS NULL OR state = 'dead' OR settled >= ?4) AND (?5 IS NULL OR created < ?5) ORDER BY id"
    ),
);

pub(super) const RETRY: Statement = Statement::new(
    "retry intent",
    "UPDATE outbox SET state = 'queued', attempts = ?5, failures = 0, not_before = ?4, settled = NULL \
     WHERE id = ?1 AND state = ?2 AND attempts = ?3",
);

pub(super) const DROP: Statement = Statement::new(
    "drop intent",
    "UPDATE outbox SET state = 'dropped', settled = ?4, error = ?5 WHERE id = ?1 AND state = ?2 AND attempts = ?3",
);

/// What may be tried now, and is first in the order of its subject and recipient; of one subject only, where ?3 names
/// it, and of one channel only, where ?4 does.
pub(super) const DUE: Statement = Statement::new(
    "due intents",
    rows!(
        "WHERE ",
        unsettled!(),
        " AND ",
        is_due!(),
        " AND NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.subject = outbox.subject \
           AND earlier.channel = outbox.channel AND earlier.recipient = outbox.recipient AND earlier.id < outbox.id \
           AND earlier.state IN ('queued', 'sending', 'started')) \
         AND (?3 IS NULL OR subject = ?3) AND (?4 IS NULL OR channel = ?4) ORDER BY id"
    ),
);

/// The rows that are sent together with a first one, but for those whose subject has something to be told before them.
pub(super) const COMPANY: Statement = Statement::new(
    "bundle of an intent",
    rows!(
        "WHERE ",
        unsettled!(),
        " AND channel = ?3 AND recipient = ?4 AND bundle = ?5 AND attempts = ?6 AND state = ?7 AND ",
        is_due!(),
        " AND NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.subject = outbox.subject \
           AND earlier.channel = outbox.channel AND earlier.recipient = outbox.recipient AND earlier.id < outbox.id \
           AND NOT (earlier.bundle IS outbox.bundle AND earlier.not_before <= ?1) \
           AND earlier.state IN ('queued', 'sending', 'started')) \
         ORDER BY id"
    ),
);

/// Claims a row by compare-and-set: only one of two runs that saw it gets it.
pub(super) const CLAIM: Statement = Statement::new(
    "claim intent",
    "UPDATE outbox SET state = ?3, attempts = attempts + 1, lease_until = ?4, bundle = ?5, handled = ?6 \
     WHERE id = ?1 AND attempts = ?2 AND state IN ('queued', 'sending')",
);

pub(super) const SETTLE: Statement = Statement::new(
    "settle intent",
    "UPDATE outbox SET state = ?3, error = ?4, body = ?5, settled = ?6, not_before = ?7, lease_until = NULL, receipt = ?8, \
     failures = ?9 \
     WHERE id = ?1 AND attempts = ?2",
);

pub(super) const SUPERSEDE: Statement = Statement::new(
    "supersede intent",
    "UPDATE outbox SET state = 'superseded', settled = ?2, error = ?3 \
     WHERE id = ?1 AND state = 'queued' AND attempts = 0",
);

pub(super) const DEFER: Statement = Statement::new(
    "put an intent off",
    "UPDATE outbox SET state = 'queued', lease_until = NULL, not_before = ?2, error = ?3, handled = ?5 \
     WHERE id = ?1 AND attempts = ?4 AND state IN ('queued', 'sending')",
);

/// A run whose clock was ahead must not keep what was to leave at once, or was put off, until then.
pub(super) const BRING_BACK: Statement = Statement::new(
    "bring back intents of a run whose clock was ahead",
    concat!(
        "UPDATE outbox SET not_before = ?1 WHERE ",
        unsettled!(),
        " AND state = 'queued' AND not_before > ?1 \
         AND (handled > ?1 OR (handled IS NULL AND created > ?1 AND not_before = created))"
    ),
);

pub(super) const RECEIPT: Statement = Statement::new(
    "receipt of a subject",
    "SELECT receipt FROM outbox WHERE subject = ?1 AND channel = ?2 AND recipient = ?3 AND receipt IS NOT NULL \
     ORDER BY id DESC LIMIT 1",
);

pub(super) const LAST_ACTION: Statement = Statement::new(
    "last start of an action",
    "SELECT max(coalesce(settled, ?3)) FROM outbox WHERE kind = 'action' AND recipient = ?1 AND id <> ?2 \
     AND state IN ('started', 'sent', 'dead', 'unknown')",
);

/// Rows that were sent together are one message.
pub(super) const SENT_SINCE: Statement = Statement::new(
    "messages of a channel since",
    "SELECT settled FROM outbox WHERE channel = ?1 AND settled > ?2 AND state = 'sent' \
     GROUP BY settled, recipient, coalesce(bundle, id) ORDER BY settled",
);

pub(super) const OPEN_TOLD: Statement = Statement::new(
    "open incidents told by a channel",
    "SELECT id FROM incident WHERE closed IS NULL AND EXISTS \
       (SELECT 1 FROM outbox WHERE outbox.incident = incident.id AND channel = ?1 AND state = 'sent') ORDER BY id",
);

pub(super) const DEAD_OF_OPEN: Statement = Statement::new(
    "dead intents of open incidents",
    rows!("WHERE state = 'dead' AND incident IN (SELECT id FROM incident WHERE closed IS NULL) ORDER BY id"),
);

pub(super) const COUNTS: Statement = Statement::new(
    "outbox counts",
    concat!(
        "SELECT count(*) FILTER (WHERE state IN ('queued', 'sending')), \
                count(*) FILTER (WHERE state IN ('queued', 'sending') AND attempts > 0), \
                count(*) FILTER (WHERE state = 'dead') FROM outbox WHERE ",
        unsettled!()
    ),
);
