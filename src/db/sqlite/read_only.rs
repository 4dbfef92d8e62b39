//! A `SQLite` file that somebody else writes, opened for reading: live, at rest, or owned by another user.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use tempfile::TempDir;

use super::rewrite::{NOW, rewrite};
use super::value::from_sql;
use super::{as_of, authorizer, functions};
use crate::db::{Limits, Prepared, Source, SourceError, SourceOptions, Table, Value};
use crate::time::{TimestampFormat, sql_text};

/// How many instructions `SQLite` runs between two looks at the clock.
const STEPS: i32 = 20_000;

/// One snapshot of a file, held until dropped: all queries of a run see the same rows.
pub(in crate::db) struct ReadOnly {
    connection: Connection,
    deadline: Deadline,
    timestamps: TimestampFormat,
    /// Keeps the copy alive where a copy had to be read.
    _copy: Option<TempDir>,
}

/// When the statement that runs must have ended, shared with `SQLite`'s progress handler.
#[derive(Clone, Default)]
struct Deadline(Arc<Mutex<Option<Instant>>>);

impl Deadline {
    fn set(&self, at: Option<Instant>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = at;
    }

    fn has_passed(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some_and(|at| Instant::now() >= at)
    }
}

impl ReadOnly {
    pub(in crate::db) fn open(options: &SourceOptions) -> Result<Self, SourceError> {
        let path = options.path.display().to_string();
        if !options.path.exists() {
            return Err(SourceError::Absent { source_name: options.name.clone(), path });
        }
        let failed = |error: &dyn ToString| SourceError::Open {
            source_name: options.name.clone(),
            path: path.clone(),
            reason: error.to_string(),
        };
        let (mut connection, copy) = open_somehow(&options.path).map_err(|error| failed(&error))?;
        functions::register(&connection).map_err(|error| failed(&error))?;
        if let Some(at) = options.as_of {
            as_of::look_back(&connection, at).map_err(|error| failed(&error))?;
        }
        authorizer::only_reading(&mut connection).map_err(|error| failed(&error))?;
        let deadline = Deadline::default();
        let guard = deadline.clone();
        connection
            .progress_handler(STEPS, Some(move || guard.has_passed()))
            .map_err(|error| failed(&error))?;
        Ok(Self { connection, deadline, timestamps: options.timestamps, _copy: copy })
    }

    fn bind(&self, value: &Value) -> rusqlite::types::Value {
        match value {
            Value::Null => rusqlite::types::Value::Null,
            Value::Int(number) => (*number).into(),
            Value::Real(number) => (*number).into(),
            Value::Text(text) => text.clone().into(),
            Value::Bytes(bytes) => bytes.clone().into(),
            Value::Time(at) => self.written(self.timestamps.ceil(*at)),
        }
    }

    /// `:now`, with which rows are compared by `<=`. A row of the very instant may have a fraction, so it has one too.
    fn now(&self, at: Timestamp) -> rusqlite::types::Value {
        if self.timestamps == TimestampFormat::Sql { sql_text(at).into() } else { self.written(at) }
    }

    fn written(&self, at: Timestamp) -> rusqlite::types::Value {
        match self.timestamps.number(at) {
            Some(number) => number.into(),
            None => self.timestamps.text(at).into(),
        }
    }
}

impl Source for ReadOnly {
    fn prepare(&self, text: &str) -> Result<Prepared, SourceError> {
        let sql = rewrite(text);
        let statement = self.connection.prepare_cached(&sql).map_err(|error| sql_error(&error))?;
        let parameters = (1..=statement.parameter_count())
            .map(|index| statement.parameter_name(index).map_or("?", |name| &name[1..]).to_owned())
            .collect();
        let columns = statement.column_names().map(str::to_owned).collect();
        drop(statement);
        Ok(Prepared { sql, parameters, columns })
    }

    fn run(
        &self,
        query: &Prepared,
        now: Timestamp,
        parameters: &[(String, Value)],
        limits: Limits,
    ) -> Result<Table, SourceError> {
        self.deadline.set(Some(Instant::now() + limits.time.std()));
        let result = self.step(query, now, parameters, limits);
        self.deadline.set(None);
        result
    }
}

impl ReadOnly {
    fn step(
        &self,
        query: &Prepared,
        now: Timestamp,
        parameters: &[(String, Value)],
        limits: Limits,
    ) -> Result<Table, SourceError> {
        let error = |error: rusqlite::Error| match error.sqlite_error_code() {
            Some(ErrorCode::OperationInterrupted) => SourceError::TimedOut(limits.time),
            _ => sql_error(&error),
        };
        let mut statement = self.connection.prepare_cached(&query.sql).map_err(error)?;
        for (index, name) in query.parameters.iter().enumerate() {
            let value = match parameters.iter().find(|(known, _)| known == name) {
                Some((_, value)) => self.bind(value),
                None if name == NOW => sql_text(now).into(),
                None if name == "now" => self.now(now),
                None => return Err(SourceError::Unbound(name.clone())),
            };
            statement.raw_bind_parameter(index + 1, value).map_err(error)?;
        }
        let mut table = Table { columns: query.columns.clone(), rows: Vec::new() };
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(error)? {
            if table.rows.len() == limits.rows {
                return Err(SourceError::TooManyRows(limits.rows));
            }
            let values = (0..table.columns.len()).map(|column| row.get_ref(column).map(from_sql));
            table.rows.push(values.collect::<Result<_, _>>().map_err(error)?);
        }
        Ok(table)
    }
}

fn sql_error(error: &rusqlite::Error) -> SourceError {
    if error.sqlite_error_code() == Some(ErrorCode::AuthorizationForStatementDenied) {
        return SourceError::Forbidden { reason: error.to_string() };
    }
    match error {
        rusqlite::Error::SqlInputError { msg, sql, offset, .. } => {
            let before = usize::try_from(*offset).ok().and_then(|offset| sql.get(..offset));
            let line = before.map(|before| 1 + before.matches('\n').count());
            SourceError::Sql { reason: msg.clone(), line }
        }
        rusqlite::Error::MultipleStatement => SourceError::Sql {
            reason: "a query is one SELECT, and behind this one follows another statement".into(),
            line: None,
        },
        other => SourceError::Sql { reason: other.to_string(), line: None },
    }
}

/// Opens the file live; where that is refused (a WAL database in a folder we may not write, its writer stopped), as
/// immutable while nothing lies in its log, or else as a private copy of file and log.
fn open_somehow(path: &Path) -> Result<(Connection, Option<TempDir>), Box<dyn std::error::Error>> {
    let live = match snapshot(path, "mode=ro") {
        Ok(connection) => return Ok((connection, None)),
        Err(error) => error,
    };
    let refused = matches!(
        live.sqlite_error_code(),
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::SystemIoFailure)
    );
    if !refused {
        return Err(live.into());
    }
    let log = beside(path, "-wal");
    if fs::metadata(&log).map_or(0, |file| file.len()) == 0 {
        return Ok((snapshot(path, "mode=ro&immutable=1")?, None));
    }
    let folder = tempfile::Builder::new().prefix("tillwatch-source-").tempdir()?;
    let copy = folder.path().join("source.db");
    fs::copy(path, &copy)?;
    fs::copy(&log, beside(&copy, "-wal"))?;
    Ok((snapshot(&copy, "mode=rw")?, Some(folder)))
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn snapshot(path: &Path, options: &str) -> rusqlite::Result<Connection> {
    let flags = if options == "mode=rw" {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    let connection = Connection::open_with_flags(
        uri(path, options),
        flags | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.set_prepared_statement_cache_capacity(256);
    // The first read fixes the snapshot, and shows a file that cannot be read after all.
    connection.execute_batch("BEGIN")?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

/// The path as `SQLite`'s URI: everything but plain characters is percent-encoded.
fn uri(path: &Path, options: &str) -> String {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let text = absolute.to_string_lossy().replace('\\', "/");
    let encoded: String = text
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect();
    let lead = if encoded.starts_with('/') { "file://" } else { "file:///" };
    format!("{lead}{encoded}?{options}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Duration;

    fn source(setup: &str) -> (TempDir, ReadOnly) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("данные %20#?.db");
        Connection::open(&path).unwrap().execute_batch(setup).unwrap();
        let options =
            SourceOptions { name: "backend".into(), path, timestamps: TimestampFormat::Sql, as_of: None };
        let source = ReadOnly::open(&options).unwrap();
        (folder, source)
    }

    fn run(source: &ReadOnly, sql: &str) -> Result<Table, SourceError> {
        let now = "2025-10-24T12:00:00Z".parse().unwrap();
        source.run(&source.prepare(sql)?, now, &[], Limits { time: Duration::from_millis(200), rows: 1000 })
    }

    #[rstest::rstest]
    #[case("DELETE FROM t")]
    #[case("PRAGMA query_only = OFF")]
    #[case("ATTACH 'other.db' AS other")]
    #[case("COMMIT")]
    #[case("CREATE TEMP TABLE x (y)")]
    fn only_reading_is_allowed(#[case] sql: &str) {
        let (_folder, source) = source("CREATE TABLE t (x)");
        assert!(matches!(run(&source, sql), Err(SourceError::Forbidden { .. })), "{:?}", run(&source, sql));
    }

    #[test]
    fn a_query_that_runs_forever_is_stopped() {
        let (_folder, source) = source("CREATE TABLE t (x)");
        let forever = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
        assert!(matches!(run(&source, forever), Err(SourceError::TimedOut(_))));
        let rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";
        assert!(matches!(run(&source, rows), Err(SourceError::TooManyRows(1000))));
    }

    #[test]
    fn now_is_the_instant_given_and_not_the_clock() {
        let (_folder, source) = source("CREATE TABLE t (x)");
        let table = run(&source, "SELECT datetime('now', '-1 hour'), date(CURRENT_TIMESTAMP)").unwrap();
        assert_eq!(table.rows, [[Value::from("2025-10-24 11:00:00"), Value::from("2025-10-24")]]);
    }

    /// Rows a millisecond apart around noon, each written as the format's columns are; a format may have several ways.
    #[rstest::rstest]
    #[case::sql(TimestampFormat::Sql, &["'2025-10-24 11:59:59.999'", "'2025-10-24 12:00:00.000'", "'2025-10-24 12:00:00.001'"])]
    #[case::plain(TimestampFormat::Sql, &["'2025-10-24 11:59:59'", "'2025-10-24 12:00:00'", "'2025-10-24 12:00:01'"])]
    #[case::iso8601(
        TimestampFormat::Iso8601,
        &["'2025-10-24T11:59:59.999Z'", "'2025-10-24T12:00:00.000Z'", "'2025-10-24T12:00:00.001Z'"]
    )]
    #[case::unix(TimestampFormat::Unix, &["1761307199", "1761307200", "1761307201"])]
    #[case::unix_ms(TimestampFormat::UnixMs, &["1761307199999", "1761307200000", "1761307200001"])]
    fn a_row_of_the_very_instant_is_in_the_window_that_begins_then_and_known_then(
        #[case] format: TimestampFormat,
        #[case] rows: &[&str],
    ) {
        let (_folder, mut source) =
            source(&format!("CREATE TABLE t (at); INSERT INTO t VALUES ({})", rows.join("), (")));
        source.timestamps = format;
        let count = |condition: &str, at: &str| {
            let at: Timestamp = format!("2025-10-24T{at}Z").parse().unwrap();
            let query = source.prepare(&format!("SELECT COUNT(*) FROM t WHERE at {condition}")).unwrap();
            let found = source.run(&query, at, &[("at".to_owned(), at.into())], Limits::default()).unwrap();
            found.rows[0][0].as_i64().unwrap()
        };
        assert_eq!(["< :at", ">= :at", "<= :now", "> :now"].map(|it| count(it, "12:00:00")), [1, 2, 2, 1]);
        let just_after = ["< :at", ">= :at", "<= :now", "> :now"].map(|it| count(it, "12:00:00.0004"));
        assert_eq!(just_after, [2, 1, 2, 1], "what is finer than the rows");
    }

    #[test]
    fn all_queries_of_a_run_see_one_snapshot_while_another_process_writes() {
        let (folder, source) =
            source("PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)");
        let writer = Connection::open(
            fs::read_dir(folder.path())
                .unwrap()
                .map(|e| e.unwrap().path())
                .find(|p| p.extension().is_some_and(|e| e == "db"))
                .unwrap(),
        )
        .unwrap();
        let count = |source: &ReadOnly| run(source, "SELECT count(*) FROM t").unwrap().rows[0][0].clone();
        assert_eq!(count(&source), Value::Int(1));
        writer.execute_batch("INSERT INTO t VALUES (2)").unwrap();
        assert_eq!(count(&source), Value::Int(1));
    }
}
