//! The SQL of checkpoints, and of what receivers have taught.

use crate::db::Statement;

pub(super) const OF_ENTRY: Statement = Statement::new(
    "checkpoints of entry",
    "SELECT file, path, position, line, state, updated, digest FROM checkpoint WHERE entry = ?1
     ORDER BY updated DESC, file",
);

pub(super) const PUT: Statement = Statement::new(
    "put checkpoint",
    "INSERT INTO checkpoint (entry, file, path, position, line, state, updated, digest)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
     ON CONFLICT (entry, file) DO UPDATE SET path = excluded.path, position = excluded.position,
       line = excluded.line, state = excluded.state, updated = excluded.updated, digest = excluded.digest",
);

pub(super) const DELETE: Statement =
    Statement::new("delete checkpoint", "DELETE FROM checkpoint WHERE entry = ?1 AND file = ?2");

pub(super) const MEMORY: Statement = Statement::new(
    "what a receiver taught",
    "SELECT most, most_at, not_before, reason FROM ship_memory WHERE entry = ?1 AND receiver = ?2",
);

pub(super) const REMEMBER: Statement = Statement::new(
    "remember what a receiver taught",
    "INSERT INTO ship_memory (entry, receiver, most, most_at, not_before, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
     ON CONFLICT (entry) DO UPDATE SET receiver = excluded.receiver, most = excluded.most,
       most_at = excluded.most_at, not_before = excluded.not_before, reason = excluded.reason",
);
