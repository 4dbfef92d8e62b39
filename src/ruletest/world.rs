//! The databases of one test: a temporary folder with the own ones and a file for each source, filled as time goes by.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use tempfile::TempDir;

use super::file::{self, InputTable, RuleTest};
use super::input::{self, InputRow, samples};
use crate::config::{Config, Problem, SourcePlace, nearest};
use crate::db::{Database, DbError, Scratch, Value};
use crate::ingest::{Sample, store_samples};
use crate::inventory::Inventory;
use crate::time::TimestampFormat;

/// The name of the source that is the own database.
const OWN: &str = "own";
/// The columns that may say when a row came about, where the test does not.
const TIMES: [&str; 3] = ["timestamp", "created_at", "at"];

/// Why there is no world.
#[derive(Debug)]
pub(super) enum NoWorld {
    Wrong(Problem),
    Db(DbError),
}

impl From<DbError> for NoWorld {
    fn from(error: DbError) -> Self {
        Self::Db(error)
    }
}

/// Empty databases, made once and copied for each test.
pub(super) struct Blank {
    folder: TempDir,
}

/// What the rules of one test look at.
pub(super) struct World<'t> {
    /// The project's, its databases those of this test.
    pub config: Config,
    pub database: Database,
    _folder: TempDir,
    sources: BTreeMap<String, Scratch>,
    /// What is still to come, the next one last.
    rows: Vec<(Place<'t>, InputRow<'t>)>,
    samples: Vec<Sample>,
    count: i64,
}

/// Where a table's rows go.
#[derive(Clone)]
struct Place<'t> {
    source: String,
    table: &'t str,
    /// The column that says when, and how.
    time: String,
    format: Option<TimestampFormat>,
    /// Columns of the own database that nobody wants to write: when it was received, and a key.
    received: bool,
    key: bool,
}

impl Blank {
    /// Own databases, and a source with the tables of `schema`.
    pub(super) fn new(schema: &str) -> Result<Self, DbError> {
        let io = |error: std::io::Error| DbError::Io {
            path: "temporary folder".into(),
            reason: error.to_string(),
        };
        let blank = Self { folder: tempfile::tempdir().map_err(io)? };
        Database::scratch(&blank.path("main.db"))?;
        Database::open_logs(&blank.path("logs.db"))?;
        Scratch::open(&blank.path("source.db"), schema)?;
        Ok(blank)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn copy(&self, name: &str, to: &Path) -> Result<(), DbError> {
        let error =
            |error: std::io::Error| DbError::Io { path: to.display().to_string(), reason: error.to_string() };
        fs::copy(self.path(name), to).map(drop).map_err(error)
    }
}

impl<'t> World<'t> {
    pub(super) fn new(
        blank: &Blank,
        project: &Config,
        inventory: &Inventory,
        test: &'t RuleTest,
        (file, start, interval): (&Path, Timestamp, crate::time::Duration),
    ) -> Result<Self, NoWorld> {
        let io = |error: std::io::Error| DbError::Io {
            path: "temporary folder".into(),
            reason: error.to_string(),
        };
        let folder = tempfile::tempdir().map_err(io)?;
        let mut config = project.clone();
        config.database.path = folder.path().join("main.db");
        config.database.logs = folder.path().join("logs.db");
        blank.copy("main.db", &config.database.path)?;
        blank.copy("logs.db", &config.database.logs)?;
        let database = Database::scratch(&config.database.path)?;
        let mut sources = BTreeMap::from([(OWN.to_owned(), Scratch::open(&config.database.path, "")?)]);
        // Whoever would ask a server must not: there are no rows there, and nothing leaves.
        config.sources.retain(|_, source| matches!(source.place, SourcePlace::File(_)));
        for (index, (name, source)) in config.sources.iter_mut().enumerate() {
            let path = folder.path().join(format!("source-{index}.db"));
            blank.copy("source.db", &path)?;
            sources.insert(name.clone(), Scratch::open(&path, "")?);
            source.place = SourcePlace::File(path);
        }
        let wrong = |what| NoWorld::Wrong(input::problem(file, what));
        let samples = samples(test, test.interval.unwrap_or(interval), start, inventory).map_err(wrong)?;
        let mut world =
            Self { config, database, _folder: folder, sources, rows: Vec::new(), samples, count: 0 };
        world.make_tables(test)?;
        for table in &test.input {
            let place = world.place(table).map_err(wrong)?;
            let rows = input::rows(table, start).map_err(wrong)?;
            world.check_columns(&place, &rows).map_err(wrong)?;
            world.rows.extend(rows.into_iter().map(|row| (place.clone(), row)));
        }
        // Stable, so that rows of one instant keep the order in which they stand.
        world.rows.sort_by_key(|(_, row)| row.at);
        world.rows.reverse();
        Ok(world)
    }

    /// Makes the tables that no schema knows, with every column that the test names.
    fn make_tables(&self, test: &RuleTest) -> Result<(), DbError> {
        let mut unknown: BTreeMap<(&str, String), Vec<&str>> = BTreeMap::new();
        for table in &test.input {
            let Ok(source) = self.source(table) else { continue };
            let Some(scratch) = self.sources.get(&source) else { continue };
            if source == OWN || !scratch.columns(&table.table.value)?.is_empty() {
                continue;
            }
            let names =
                table.columns.keys().chain(table.rows.iter().flat_map(|rows| rows.value.columns.keys()));
            let time = table.time_column.as_deref().unwrap_or(TIMES[0]);
            let all = unknown.entry((&table.table.value, source)).or_default();
            all.extend(names.map(String::as_str).chain([time]));
        }
        for ((table, source), mut columns) in unknown {
            columns.sort_unstable();
            columns.dedup();
            self.sources[&source].create(table, &columns)?;
        }
        Ok(())
    }

    /// The source that has a table: as the test says; else `own` for tillwatch's own, else the only one there is.
    fn source(&self, table: &InputTable) -> Result<String, (usize, String)> {
        let line = file::line(&table.table);
        let named: Vec<&str> = self.sources.keys().map(String::as_str).filter(|name| *name != OWN).collect();
        match (&table.source, named.as_slice()) {
            (Some(source), _) if self.sources.contains_key(source) => Ok(source.clone()),
            (Some(source), _) => {
                let hint = nearest(source, named.iter().copied().chain([OWN]));
                let hint = hint.map(|name| format!(" (did you mean {name}?)")).unwrap_or_default();
                Err((line, format!("there is no [sources.{source}]{hint}")))
            }
            (None, _) if self.has_own(&table.table.value) => Ok(OWN.into()),
            (None, [only]) => Ok((*only).to_owned()),
            (None, []) => {
                let message = format!(
                    "tillwatch has no table {} of its own, and there are no [sources]",
                    table.table.value
                );
                Err((line, message))
            }
            (None, several) => Err((line, format!("say `source:`, one of {}", several.join(", ")))),
        }
    }

    fn has_own(&self, table: &str) -> bool {
        self.sources[OWN].columns(table).is_ok_and(|columns| !columns.is_empty())
    }

    fn place(&self, table: &'t InputTable) -> Result<Place<'t>, (usize, String)> {
        let (source, name, line) = (self.source(table)?, &table.table.value, file::line(&table.table));
        let columns = self.columns(&source, name);
        if columns.is_empty() {
            return Err((line, format!("{source} has no table {name}")));
        }
        let has = |column: &str| columns.iter().any(|known| known == column);
        let time = match &table.time_column {
            Some(column) if has(column) => column.clone(),
            Some(column) => return Err((line, unknown(name, column, &columns))),
            None => TIMES.into_iter().find(|column| has(column)).map(str::to_owned).ok_or_else(|| {
                (line, format!("which column of {name} says when? Name it by `time_column:`"))
            })?,
        };
        let format = self.config.sources.get(&source).map(|source| source.timestamps);
        let [received, key] = ["received_at", "idempotency_key"].map(|column| source == OWN && has(column));
        Ok(Place { source, table: name, time, format, received, key })
    }

    fn columns(&self, source: &str, table: &str) -> Vec<String> {
        self.sources.get(source).and_then(|scratch| scratch.columns(table).ok()).unwrap_or_default()
    }

    fn check_columns(&self, place: &Place<'_>, rows: &[InputRow<'_>]) -> Result<(), (usize, String)> {
        let known = self.columns(&place.source, place.table);
        let wrong = rows.iter().find_map(|row| {
            let column = row.columns.iter().find(|(name, _)| !known.iter().any(|known| known == name))?.0;
            Some((row.line, unknown(place.table, column, &known)))
        });
        wrong.map_or(Ok(()), Err)
    }

    /// Lets everything come about that does so up to `now`.
    pub(super) fn advance(&mut self, now: Timestamp) -> Result<(), (usize, String)> {
        let due: Vec<Sample> = self.samples.extract_if(.., |sample| sample.at <= now).collect();
        if !due.is_empty() {
            let label = &self.config.inventory.label;
            let stored = self.database.write(|session| store_samples(session, &due, label, None, now));
            stored.map_err(|error| (0, error.to_string()))?;
        }
        let split = self.rows.partition_point(|(_, row)| row.at > now);
        let mut due = self.rows.split_off(split);
        due.reverse();
        for (name, scratch) in &self.sources {
            let mut line = 0;
            let filled = scratch.together(|scratch| {
                for (place, row) in due.iter().filter(|(place, _)| place.source == *name) {
                    (line, self.count) = (row.line, self.count + 1);
                    scratch.insert(place.table, &place.row(row, self.count))?;
                }
                Ok(())
            });
            filled.map_err(|error| (line, error.to_string()))?;
        }
        Ok(())
    }
}

impl Place<'_> {
    /// The row as it is stored.
    fn row<'r>(&'r self, row: &'r InputRow<'_>, count: i64) -> Vec<(&'r str, Value)> {
        let mut all = row.columns.clone();
        let mut absent = |name: &'r str, value: Value| {
            if !all.iter().any(|(known, _)| *known == name) {
                all.push((name, value));
            }
        };
        absent(&self.time, self.time(row.at));
        if self.received {
            absent("received_at", row.at.into());
        }
        if self.key {
            absent("idempotency_key", count.to_string().into());
        }
        all
    }

    /// The instant as the source writes it.
    fn time(&self, at: Timestamp) -> Value {
        let Some(format) = self.format else { return at.into() };
        format.number(at).map_or_else(|| format.text(at).into(), Value::Int)
    }
}

/// A key of an entry that is no word of ours is a column, and one that the table has not may be either, misspelt.
fn unknown(table: &str, column: &str, known: &[String]) -> String {
    let words = known.iter().map(String::as_str).chain(["at", "every", "until", "times"]);
    let hint = nearest(column, words).map(|name| format!("did you mean {name}?"));
    let hint = hint.unwrap_or_else(|| format!("the columns are {}", known.join(", ")));
    format!("{table} has no column {column} ({hint})")
}
