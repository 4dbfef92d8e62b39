//! Numbered migrations, embedded. A database newer than the binary is refused.

use rusqlite::{Connection, TransactionBehavior};

use super::own::Kind;
use crate::db::DbError;

/// `till` in ASCII: tells our files from any other `SQLite` file.
const APPLICATION_ID: i64 = 0x7469_6c6c;

const MAIN: &[&str] = &[
    include_str!("migrations/main/0001_first.sql"),
    include_str!("migrations/main/0002_routing.sql"),
    include_str!("migrations/main/0003_delivery.sql"),
    include_str!("migrations/main/0004_spool.sql"),
    include_str!("migrations/main/0005_last_told.sql"),
    include_str!("migrations/main/0006_token.sql"),
    include_str!("migrations/main/0007_ship.sql"),
    include_str!("migrations/main/0008_baseline.sql"),
    include_str!("migrations/main/0009_baseline_history.sql"),
    include_str!("migrations/main/0010_deploy.sql"),
    include_str!("migrations/main/0011_event_noted.sql"),
];
const LOGS: &[&str] = &[
    include_str!("migrations/logs/0001_first.sql"),
    include_str!("migrations/logs/0002_search.sql"),
    include_str!("migrations/logs/0003_views.sql"),
];

impl Kind {
    fn migrations(self) -> &'static [&'static str] {
        match self {
            Self::Main => MAIN,
            Self::Logs => LOGS,
        }
    }
}

/// Checks whose database it is and how new; true if nothing remains to be done.
pub(super) fn is_current(connection: &Connection, kind: Kind, path: &str) -> Result<bool, DbError> {
    let (id, version, known) = identity(connection, kind, path)?;
    if id != APPLICATION_ID && (id != 0 || version != 0 || has_tables(connection, path)?) {
        return Err(DbError::Foreign { path: path.to_owned() });
    }
    if version > known {
        return Err(DbError::Newer { path: path.to_owned(), found: version, known });
    }
    Ok(id == APPLICATION_ID && version == known)
}

/// The schema version of a database.
pub(super) fn version(connection: &Connection, path: &str) -> Result<i64, DbError> {
    pragma(connection, "user_version", path)
}

/// Brings the database to the newest schema, one transaction a migration.
pub(super) fn migrate(connection: &mut Connection, kind: Kind, path: &str) -> Result<(), DbError> {
    let error = |error: rusqlite::Error| super::own::db_error(path, "migration", &error);
    if version(connection, path)? == 0 {
        // Neither can be changed once there is a table.
        connection
            .execute_batch(&format!(
                "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA application_id = {APPLICATION_ID};"
            ))
            .map_err(error)?;
    }
    for (index, migration) in kind.migrations().iter().enumerate() {
        let number = i64::try_from(index + 1).unwrap_or(i64::MAX);
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(error)?;
        // Another process may have done this one while we waited for the lock.
        if pragma(&transaction, "user_version", path)? < number {
            transaction.execute_batch(migration).map_err(error)?;
            transaction.pragma_update(None, "user_version", number).map_err(error)?;
        }
        transaction.commit().map_err(error)?;
    }
    Ok(())
}

fn identity(connection: &Connection, kind: Kind, path: &str) -> Result<(i64, i64, i64), DbError> {
    let known = i64::try_from(kind.migrations().len()).unwrap_or(i64::MAX);
    Ok((pragma(connection, "application_id", path)?, version(connection, path)?, known))
}

fn has_tables(connection: &Connection, path: &str) -> Result<bool, DbError> {
    connection
        .query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema)", [], |row| row.get(0))
        .map_err(|error| super::own::db_error(path, "schema", &error))
}

fn pragma(connection: &Connection, name: &str, path: &str) -> Result<i64, DbError> {
    connection
        .pragma_query_value(None, name, |row| row.get(0))
        .map_err(|error| super::own::db_error(path, name, &error))
}
