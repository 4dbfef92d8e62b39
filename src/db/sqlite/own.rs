//! Our own database files.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::ToSql;
use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};

use super::migrate;
use super::value::from_sql;
use crate::db::database::{Each, Work};
use crate::db::{Backend, DbError, Health, Row, Session, Statement, Value};

/// How long a write waits for another process's write.
const BUSY: Duration = Duration::from_secs(5);

/// The write-ahead log of a file is folded into it once it is longer than so many pages.
const CHECKPOINT: u32 = 32;

/// A page of the log, in bytes, without its header.
const PAGE: u64 = 4096;

/// After so many pages the log of a file that is written without a pause is folded into it.
const HURRIED_CHECKPOINT: u32 = 1000;

/// Which of the two files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::db) enum Kind {
    Main,
    Logs,
}

/// One open file of our own.
pub(in crate::db) struct Own {
    path: String,
    connection: Mutex<Connection>,
}

impl Own {
    /// Opens the file, made and migrated if need be.
    pub(in crate::db) fn open(path: &Path, kind: Kind) -> Result<Self, DbError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let (name, mut connection) = connect(path, flags)?;
        if !migrate::is_current(&connection, kind, &name)? {
            prepare_new(&connection).map_err(|error| db_error(&name, "pragma", &error))?;
            migrate::migrate(&mut connection, kind, &name)?;
            fold(&connection).map_err(|error| db_error(&name, "checkpoint", &error))?;
        }
        Ok(Self { path: name, connection: Mutex::new(connection) })
    }

    /// Opens a main file that nobody will miss: a loss of power may ruin it.
    pub(in crate::db) fn open_scratch(path: &Path) -> Result<Self, DbError> {
        let own = Self::open(path, Kind::Main)?;
        let set = own.lock().pragma_update(None, "synchronous", "OFF");
        set.map_err(|error| db_error(&own.path, "pragma", &error))?;
        Ok(own)
    }

    /// Opens the file if it is there, and refuses to make one.
    pub(in crate::db) fn open_existing(path: &Path, kind: Kind) -> Result<Self, DbError> {
        if !path.exists() {
            return Err(DbError::Absent { path: path.display().to_string() });
        }
        let (name, mut connection) = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        if !migrate::is_current(&connection, kind, &name)? {
            migrate::migrate(&mut connection, kind, &name)?;
        }
        Ok(Self { path: name, connection: Mutex::new(connection) })
    }

    /// A panic while the lock was held left no open transaction behind: it rolled back when it was dropped.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn within(&self, behavior: TransactionBehavior, work: &mut Work<'_>) -> Result<(), DbError> {
        let mut connection = self.lock();
        let error = |error: rusqlite::Error| db_error(&self.path, "transaction", &error);
        let transaction = connection.transaction_with_behavior(behavior).map_err(error)?;
        work(&mut Open { path: &self.path, transaction: &transaction })?;
        transaction.commit().map_err(error)
    }
}

/// Whoever opens a file first reads all of its log, and what a checkpoint had done by then is not remembered: of runs
/// that each write once, none would ever begin the log anew. So one that leaves a long log behind empties it.
impl Drop for Own {
    fn drop(&mut self) {
        let connection = self.connection.get_mut().unwrap_or_else(PoisonError::into_inner);
        let length = std::fs::metadata(format!("{}-wal", self.path)).map_or(0, |log| log.len());
        if length > u64::from(CHECKPOINT) * PAGE {
            // Where others are at work, one of them will do it.
            let _ = connection.busy_timeout(Duration::ZERO).and_then(|()| fold(connection));
        }
    }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<(String, Connection), DbError> {
    let name = path.display().to_string();
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection =
        Connection::open_with_flags(path, flags).map_err(|error| db_error(&name, "open", &error))?;
    settings(&connection).map_err(|error| db_error(&name, "pragma", &error))?;
    Ok((name, connection))
}

/// What every connection sets for itself.
fn settings(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    // A short run must not pay for a checkpoint when it ends, unless the log is long: see `Own::drop`.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")?;
    connection.pragma_update_and_check(None, "wal_autocheckpoint", CHECKPOINT, |_| Ok(()))
}

/// Folds the log of a file into it and empties it.
fn fold(connection: &Connection) -> rusqlite::Result<()> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
}

/// What a new file keeps for good.
fn prepare_new(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("PRAGMA auto_vacuum = INCREMENTAL;")?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))
}

impl Backend for Own {
    fn read(&self, work: &mut Work<'_>) -> Result<(), DbError> {
        self.within(TransactionBehavior::Deferred, work)
    }

    fn write(&self, work: &mut Work<'_>) -> Result<(), DbError> {
        self.within(TransactionBehavior::Immediate, work)
    }

    fn note(&self, work: &mut Work<'_>) -> Result<(), DbError> {
        let synchronous = |level: &str| {
            let set = self.lock().pragma_update(None, "synchronous", level);
            set.map_err(|error| db_error(&self.path, "pragma", &error))
        };
        synchronous("NORMAL")?;
        let noted = self.within(TransactionBehavior::Immediate, work);
        synchronous("FULL")?;
        noted
    }

    /// The log is folded in after many commits, and not after each few anew.
    fn hurry(&self) -> Result<(), DbError> {
        let set =
            self.lock().pragma_update_and_check(None, "wal_autocheckpoint", HURRIED_CHECKPOINT, |_| Ok(()));
        set.map_err(|error| db_error(&self.path, "pragma", &error))
    }

    fn health(&self) -> Result<Health, DbError> {
        let connection = self.lock();
        let schema = migrate::version(&connection, &self.path)?;
        let size = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
        let bytes = connection.query_row(size, [], |row| row.get(0));
        Ok(Health { schema, bytes: bytes.map_err(|error| db_error(&self.path, "size", &error))? })
    }
}

/// A transaction as a session.
pub(super) struct Open<'c> {
    pub(super) path: &'c str,
    pub(super) transaction: &'c Transaction<'c>,
}

impl Session for Open<'_> {
    fn execute(&mut self, statement: &Statement, values: &[Value]) -> Result<usize, DbError> {
        let error = |error: rusqlite::Error| db_error(self.path, statement.name, &error);
        let mut prepared = self.transaction.prepare_cached(statement.sql).map_err(error)?;
        prepared.execute(parameters(values).as_slice()).map_err(error)
    }

    fn rows(&mut self, statement: &Statement, values: &[Value], each: &mut Each<'_>) -> Result<(), DbError> {
        let error = |error: rusqlite::Error| db_error(self.path, statement.name, &error);
        let mut prepared = self.transaction.prepare_cached(statement.sql).map_err(error)?;
        let mut rows = prepared.query(parameters(values).as_slice()).map_err(error)?;
        while let Some(row) = rows.next().map_err(error)? {
            if each(&Stepped { path: self.path, statement: statement.name, row })?.is_break() {
                break;
            }
        }
        Ok(())
    }

    fn nested(&mut self, work: &mut Work<'_>) -> Result<Result<(), DbError>, DbError> {
        self.execute(&SAVE, &[])?;
        let verdict = work(self);
        if verdict.is_err() {
            // After some errors, a full disk among them, `SQLite` has undone the whole transaction by itself.
            if self.transaction.is_autocommit() {
                return verdict.map(Ok);
            }
            self.execute(&UNDO, &[])?;
        }
        self.execute(&RELEASE, &[])?;
        Ok(verdict)
    }
}

const SAVE: Statement = Statement::new("savepoint", "SAVEPOINT nested");
const UNDO: Statement = Statement::new("undo", "ROLLBACK TO nested");
const RELEASE: Statement = Statement::new("release", "RELEASE nested");

fn parameters(values: &[Value]) -> Vec<&dyn ToSql> {
    values.iter().map(|value| value as &dyn ToSql).collect()
}

struct Stepped<'r> {
    path: &'r str,
    statement: &'static str,
    row: &'r rusqlite::Row<'r>,
}

impl Row for Stepped<'_> {
    fn get(&self, column: usize) -> Result<Value, DbError> {
        self.row.get_ref(column).map(from_sql).map_err(|error| db_error(self.path, self.statement, &error))
    }
}

/// The driver's error in our words.
pub(super) fn db_error(path: &str, statement: &str, error: &rusqlite::Error) -> DbError {
    let (path, reason) = (path.to_owned(), error.to_string());
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => DbError::Full { path },
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            DbError::Busy { path, seconds: BUSY.as_secs() }
        }
        Some(ErrorCode::DatabaseCorrupt) => DbError::Corrupt { path, reason },
        Some(ErrorCode::NotADatabase) => DbError::Foreign { path },
        Some(
            ErrorCode::CannotOpen
            | ErrorCode::ReadOnly
            | ErrorCode::SystemIoFailure
            | ErrorCode::PermissionDenied,
        ) => DbError::Io { path, reason },
        _ => DbError::Statement { statement: statement.to_owned(), reason },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUT: Statement =
        Statement::new("put", "INSERT INTO event (at, kind, text, labels) VALUES (?1, 'k', ?2, '{}')");
    const ALL: Statement = Statement::new("all", "SELECT at, text FROM event");

    fn texts(own: &Own) -> Vec<String> {
        let mut texts = Vec::new();
        own.read(&mut |session| {
            texts = session.collect(&ALL, &[], |row| row.text(1))?;
            Ok(())
        })
        .unwrap();
        texts
    }

    #[test]
    fn a_failed_write_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let own = Own::open(&folder.path().join("own.db"), Kind::Main).unwrap();
        let failed = own.write(&mut |session| {
            session.execute(&PUT, &["2025-01-01 00:00:00.000".into(), "lost".into()])?;
            Err(DbError::Refused("no".into()))
        });
        assert!(matches!(failed, Err(DbError::Refused(_))));
        own.write(&mut |session| {
            session.execute(&PUT, &["2025-01-01 00:00:00.000".into(), "kept".into()]).map(drop)
        })
        .unwrap();
        assert_eq!(texts(&own), ["kept"]);
    }

    #[test]
    fn the_log_of_a_file_stays_short_though_each_run_writes_only_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own.db");
        for _ in 0..100 {
            let own = Own::open(&path, Kind::Main).unwrap();
            own.note(&mut |session| {
                session.execute(&PUT, &["2025-01-01 00:00:00.000".into(), "once".into()]).map(drop)
            })
            .unwrap();
        }
        let log = std::fs::metadata(folder.path().join("own.db-wal")).unwrap().len();
        assert!(log < 40 * PAGE, "{log} bytes");
        assert_eq!(texts(&Own::open(&path, Kind::Main).unwrap()).len(), 100);
    }

    #[test]
    fn a_new_file_is_wal_incremental_and_ours() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own.db");
        drop(Own::open(&path, Kind::Main).unwrap());
        let plain = Connection::open(&path).unwrap();
        let pragma = |name: &str| {
            plain
                .pragma_query_value(None, name, |row| {
                    row.get::<_, String>(0).or_else(|_| row.get::<_, i64>(0).map(|n| n.to_string()))
                })
                .unwrap()
        };
        assert_eq!(
            [pragma("journal_mode"), pragma("auto_vacuum"), pragma("application_id")],
            ["wal", "2", "1953066092"]
        );
    }

    #[test]
    fn a_newer_a_foreign_and_a_damaged_file_are_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let newer = folder.path().join("newer.db");
        drop(Own::open(&newer, Kind::Main).unwrap());
        Connection::open(&newer).unwrap().pragma_update(None, "user_version", 999).unwrap();
        assert!(matches!(Own::open(&newer, Kind::Main), Err(DbError::Newer { found: 999, .. })));

        let foreign = folder.path().join("foreign.db");
        Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE theirs (x)").unwrap();
        assert!(matches!(Own::open(&foreign, Kind::Main), Err(DbError::Foreign { .. })));

        let damaged = folder.path().join("damaged.db");
        std::fs::write(
            &damaged,
            "this is no database, only a text that is long enough to be read as a header".repeat(20),
        )
        .unwrap();
        assert!(matches!(Own::open(&damaged, Kind::Main), Err(DbError::Foreign { .. })));
    }
}
