//! The SQL of tokens. A token is never removed: the audit trail speaks of it.

use crate::db::Statement;

pub(super) const CREATE: Statement = Statement::new(
    "create token",
    "INSERT INTO token (name, scope, store_id, hash, created, created_by, expires)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id",
);

pub(super) const LIST: Statement = Statement::new(
    "tokens",
    "SELECT id, name, scope, store_id, created, created_by, expires, last_used, revoked FROM token ORDER BY id",
);

/// Those that are good for something at ?1.
pub(super) const LIVE: Statement = Statement::new(
    "live tokens",
    "SELECT id, scope, store_id, hash, expires, name FROM token
     WHERE revoked IS NULL AND (expires IS NULL OR expires > ?1) ORDER BY id",
);

/// Whether there was ever a token for reading.
pub(super) const VIEWERS: Statement =
    Statement::new("tokens for reading", "SELECT EXISTS (SELECT 1 FROM token WHERE scope = 'view')");

pub(super) const REVOKE: Statement =
    Statement::new("revoke token", "UPDATE token SET revoked = ?2 WHERE id = ?1 AND revoked IS NULL");

pub(super) const USED: Statement = Statement::new(
    "note that a token was used",
    "UPDATE token SET last_used = ?2 WHERE id = ?1 AND (last_used IS NULL OR last_used < ?2)",
);
