//! What queries read: users' SQL in, a [`Table`] out, read-only and within limits.

use std::path::PathBuf;

use jiff::Timestamp;

use super::sqlite;
use super::{Table, Value};
use crate::time::{Duration, TimestampFormat};

/// How a source is opened.
#[derive(Clone, Debug)]
pub(crate) struct SourceOptions {
    /// The name the configuration gives it, for messages.
    pub name: String,
    pub path: PathBuf,
    pub timestamps: TimestampFormat,
    /// Of an own database: when it is looked at. What it learnt or received later is not there.
    pub as_of: Option<Timestamp>,
}

/// How far a query may go.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub time: Duration,
    pub rows: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(30), rows: 100_000 }
    }
}

/// What can go wrong with a source.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SourceError {
    #[error("source {source_name}: no database at {path}")]
    Absent { source_name: String, path: String },
    #[error("source {source_name}: {path}: {reason}")]
    Open { source_name: String, path: String, reason: String },
    /// `line` counts from 1 within the statement, where `SQLite` knows it.
    #[error("{reason}")]
    Sql { reason: String, line: Option<usize> },
    #[error("a query may only select: {reason}")]
    Forbidden { reason: String },
    #[error("gave up after {0}")]
    TimedOut(Duration),
    #[error("more than {0} rows")]
    TooManyRows(usize),
    #[error("parameter :{0} has no value")]
    Unbound(String),
}

/// A statement that the source accepted.
#[derive(Clone, Debug)]
pub(crate) struct Prepared {
    /// The text that runs, after rewriting.
    pub sql: String,
    /// The names of its parameters, without the colon.
    pub parameters: Vec<String>,
    /// The names of its columns.
    pub columns: Vec<String>,
}

/// Something that queries run on. Blocks: never call one on an async thread.
pub(crate) trait Source {
    /// Checks one SELECT and says what it takes and gives.
    fn prepare(&self, text: &str) -> Result<Prepared, SourceError>;

    /// Runs it with values for its parameters, `'now'` and `:now` meaning `now`.
    ///
    /// [`Value::Time`] parameters are bound in the source's own timestamp format, as bounds of a half-open window.
    fn run(
        &self,
        query: &Prepared,
        now: Timestamp,
        parameters: &[(String, Value)],
        limits: Limits,
    ) -> Result<Table, SourceError>;
}

/// Opens a source for reading. The file is never written, nor is a writer ever kept waiting.
pub(crate) fn open_source(options: &SourceOptions) -> Result<Box<dyn Source>, SourceError> {
    Ok(Box::new(sqlite::ReadOnly::open(options)?))
}

/// A SQL predicate over one row of a result: a rule's `when` and `until`.
///
/// It means the same whatever source the row came from, since it always runs on an empty in-memory `SQLite` with only
/// pure functions. Numbers are bound as REAL, labels as TEXT.
pub(crate) struct Condition(sqlite::Predicate);

impl Condition {
    /// Prepares a predicate over columns of these names.
    pub(crate) fn prepare(text: &str, columns: &[String]) -> Result<Self, SourceError> {
        sqlite::Predicate::prepare(text, columns).map(Self)
    }
}

/// Whether a row, in the order of the prepared columns, meets the condition; `None` for NULL.
pub(crate) fn evaluate_condition(condition: &Condition, row: &[Value]) -> Result<Option<bool>, SourceError> {
    condition.0.holds(row)
}
