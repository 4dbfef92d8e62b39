//! The SQL of checkpoints.

use crate::db::Statement;

pub(super) const OF_ENTRY: Statement = Statement::new(
    "checkpoints of entry",
    "SELECT file, path, position, line, state, updated FROM checkpoint WHERE entry = ?1 ORDER BY updated DESC, file",
);

pub(super) const PUT: Statement = Statement::new(
    "put checkpoint",
    "INSERT INTO checkpoint (entry, file, path, position, line, state, updated) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
     ON CONFLICT (entry, file) DO UPDATE SET path = excluded.path, position = excluded.position,
       line = excluded.line, state = excluded.state, updated = excluded.updated",
);

pub(super) const DELETE: Statement =
    Statement::new("delete checkpoint", "DELETE FROM checkpoint WHERE entry = ?1 AND file = ?2");
