//! The own database, as features see it: statements, sessions, transactions.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use super::Value;
use super::sqlite;

/// One of our own statements. The text is one where the dialects agree; `postgres` overrides it where not.
///
/// Parameters are written `?1`, `?2`, … and given in that order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Statement {
    pub name: &'static str,
    pub sql: &'static str,
    #[expect(dead_code, reason = "for the second backend, which joins behind `Backend`")]
    pub postgres: Option<&'static str>,
}

impl Statement {
    /// A statement whose text is the same in every dialect.
    pub(crate) const fn new(name: &'static str, sql: &'static str) -> Self {
        Self { name, sql, postgres: None }
    }
}

/// What can go wrong with the own database.
#[derive(Clone, Debug, thiserror::Error)]
pub(crate) enum DbError {
    #[error("no database at {path}")]
    Absent { path: String },
    #[error("{path} is not a tillwatch database")]
    Foreign { path: String },
    #[error("{path} has schema version {found}, and this tillwatch knows up to {known}")]
    Newer { path: String, found: i64, known: i64 },
    #[error("{path} is damaged: {reason}")]
    Corrupt { path: String, reason: String },
    #[error("the disk that holds {path} is full")]
    Full { path: String },
    #[error("{path} stayed locked by another process for {seconds} s")]
    Busy { path: String, seconds: u64 },
    #[error("{path}: {reason}")]
    Io { path: String, reason: String },
    #[error("statement {statement}: {reason}")]
    Statement { statement: String, reason: String },
    /// A feature's own refusal inside a transaction, which is rolled back.
    #[error("{0}")]
    Refused(String),
}

/// One row while it is stepped over.
pub(crate) trait Row {
    /// The value of a column, counted from 0.
    fn get(&self, column: usize) -> Result<Value, DbError>;
}

impl dyn Row + '_ {
    /// Text, or empty for NULL.
    pub(crate) fn text(&self, column: usize) -> Result<String, DbError> {
        Ok(self.get(column)?.label_text())
    }

    pub(crate) fn int(&self, column: usize) -> Result<i64, DbError> {
        Ok(self.get(column)?.as_i64().unwrap_or_default())
    }

    pub(crate) fn number(&self, column: usize) -> Result<Option<f64>, DbError> {
        Ok(self.get(column)?.as_f64())
    }

    pub(crate) fn time(&self, column: usize) -> Result<Option<jiff::Timestamp>, DbError> {
        Ok(self.get(column)?.as_time())
    }
}

/// What [`Session::rows`] hands each row to; breaking ends the steps.
pub(crate) type Each<'a> = dyn FnMut(&dyn Row) -> Result<ControlFlow<()>, DbError> + 'a;

/// One transaction or snapshot. Never used on an async thread.
pub(crate) trait Session {
    /// Runs a statement and says how many rows it changed.
    fn execute(&mut self, statement: &Statement, values: &[Value]) -> Result<usize, DbError>;

    /// Steps over the rows of a statement until `each` breaks.
    fn rows(&mut self, statement: &Statement, values: &[Value], each: &mut Each<'_>) -> Result<(), DbError>;

    /// Runs `work` so that what it did is undone where it fails, and all else of the transaction stands: its verdict.
    /// An error of its own means that the whole transaction is lost.
    fn nested(&mut self, work: &mut Work<'_>) -> Result<Result<(), DbError>, DbError>;
}

impl dyn Session + '_ {
    /// Runs a statement once for each set of values and says how many rows changed in all.
    pub(crate) fn execute_many<'a>(
        &mut self,
        statement: &Statement,
        sets: impl IntoIterator<Item = &'a [Value]>,
    ) -> Result<usize, DbError> {
        sets.into_iter().try_fold(0, |total, values| Ok(total + self.execute(statement, values)?))
    }

    /// Every row of a statement, read by `read`.
    pub(crate) fn collect<T>(
        &mut self,
        statement: &Statement,
        values: &[Value],
        mut read: impl FnMut(&dyn Row) -> Result<T, DbError>,
    ) -> Result<Vec<T>, DbError> {
        let mut all = Vec::new();
        self.rows(statement, values, &mut |row| {
            all.push(read(row)?);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(all)
    }

    /// The first row of a statement, if there is one.
    pub(crate) fn first<T>(
        &mut self,
        statement: &Statement,
        values: &[Value],
        mut read: impl FnMut(&dyn Row) -> Result<T, DbError>,
    ) -> Result<Option<T>, DbError> {
        let mut found = None;
        self.rows(statement, values, &mut |row| {
            found = Some(read(row)?);
            Ok(ControlFlow::Break(()))
        })?;
        Ok(found)
    }
}

/// What a [`Backend`] hands its session to.
pub(crate) type Work<'a> = dyn FnMut(&mut dyn Session) -> Result<(), DbError> + 'a;

/// A driver. `SQLite` is the first; `PostgreSQL` joins here.
pub(crate) trait Backend: Send + Sync {
    /// Runs `work` on one snapshot.
    fn read(&self, work: &mut Work<'_>) -> Result<(), DbError>;

    /// Runs `work` in one transaction, committed if it succeeds and undone if it fails.
    ///
    /// It may be repeated when the database was busy, so it touches nothing outside.
    fn write(&self, work: &mut Work<'_>) -> Result<(), DbError>;

    /// As `write`, without waiting for the disk: what it wrote may be gone after a loss of power, and nothing else.
    fn note(&self, work: &mut Work<'_>) -> Result<(), DbError>;

    /// Makes ready for writes without a pause.
    fn hurry(&self) -> Result<(), DbError>;

    /// Size on disk and schema version.
    fn health(&self) -> Result<Health, DbError>;
}

/// Makes the database of a stand-in backend: a new file with the tables of `schema`, filled in one transaction.
pub(crate) fn create_source(path: &Path, schema: &str, fill: &mut Work<'_>) -> Result<(), DbError> {
    sqlite::create_source(path, schema, fill)
}

/// What `/api/health` and diagnostics say of a database.
#[derive(Clone, Debug)]
pub(crate) struct Health {
    pub schema: i64,
    /// What the file takes, without the log of what is not yet folded in.
    pub bytes: i64,
}

/// The own database; cheap to clone and to hand to a thread.
#[derive(Clone)]
pub(crate) struct Database(Arc<dyn Backend>);

impl Database {
    /// Opens the own database, made and migrated if need be.
    pub(crate) fn open(path: &Path) -> Result<Self, DbError> {
        Ok(Self(Arc::new(sqlite::Own::open(path, sqlite::Kind::Main)?)))
    }

    /// Opens an own database that is thrown away: as [`Database::open`], without ever waiting for the disk.
    pub(crate) fn scratch(path: &Path) -> Result<Self, DbError> {
        Ok(Self(Arc::new(sqlite::Own::open_scratch(path)?)))
    }

    /// Opens the own database for reading only, never making one.
    pub(crate) fn open_existing(path: &Path) -> Result<Self, DbError> {
        Ok(Self(Arc::new(sqlite::Own::open_existing(path, sqlite::Kind::Main)?)))
    }

    /// Opens the own logs database, made and migrated if need be.
    pub(crate) fn open_logs(path: &Path) -> Result<Self, DbError> {
        Ok(Self(Arc::new(sqlite::Own::open(path, sqlite::Kind::Logs)?)))
    }

    /// Runs `work` on one snapshot and gives what it gave.
    pub(crate) fn read<T>(
        &self,
        mut work: impl FnMut(&mut dyn Session) -> Result<T, DbError>,
    ) -> Result<T, DbError> {
        let mut result = None;
        self.0.read(&mut |session| {
            result = Some(work(session)?);
            Ok(())
        })?;
        Ok(result.expect("a read that succeeded ran its work"))
    }

    /// Runs `work` in one transaction and gives what it gave; see [`Backend::write`].
    pub(crate) fn write<T>(
        &self,
        mut work: impl FnMut(&mut dyn Session) -> Result<T, DbError>,
    ) -> Result<T, DbError> {
        let mut result = None;
        self.0.write(&mut |session| {
            result = Some(work(session)?);
            Ok(())
        })?;
        Ok(result.expect("a write that succeeded ran its work"))
    }

    /// Runs `work` as [`Backend::note`] does: for a line about a run, and for what may be done over without harm.
    pub(crate) fn note(
        &self,
        mut work: impl FnMut(&mut dyn Session) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        self.0.note(&mut work)
    }

    /// The database for whoever writes without a pause.
    pub(crate) fn hurried(self) -> Result<Self, DbError> {
        self.0.hurry()?;
        Ok(self)
    }

    pub(crate) fn health(&self) -> Result<Health, DbError> {
        self.0.health()
    }
}
