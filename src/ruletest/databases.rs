//! The files of one test: the own databases and one for each source, in a temporary folder.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::file::{self, InputTable, RuleTest};
use super::place::TIMES;
use crate::config::{Config, SourcePlace, nearest};
use crate::db::{Database, DbError, Scratch};

/// The name of the source that is the own database.
pub(super) const OWN: &str = "own";

/// Empty databases, made once and copied for each test.
pub(super) struct Blank {
    folder: TempDir,
}

/// The databases of one test.
pub(super) struct Databases {
    /// The project's configuration, with these databases in place of its own.
    pub config: Config,
    pub own: Database,
    pub sources: BTreeMap<String, Scratch>,
    _folder: TempDir,
}

impl Blank {
    /// Own databases, and a source with the tables of `schema`.
    pub(super) fn new(schema: &str) -> Result<Self, DbError> {
        let blank = Self { folder: temporary()? };
        Database::scratch(&blank.path("main.db"))?;
        Database::open_logs(&blank.path("logs.db"))?;
        Scratch::open(&blank.path("source.db"), schema)?;
        Ok(blank)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn copy(&self, name: &str, to: &Path) -> Result<(), DbError> {
        fs::copy(self.path(name), to).map(drop).map_err(|error| io_error(to, &error))
    }
}

fn temporary() -> Result<TempDir, DbError> {
    tempfile::tempdir().map_err(|error| io_error(&std::env::temp_dir(), &error))
}

fn io_error(path: &Path, error: &io::Error) -> DbError {
    DbError::Io { path: path.display().to_string(), reason: error.to_string() }
}

impl Databases {
    pub(super) fn new(blank: &Blank, project: &Config) -> Result<Self, DbError> {
        let folder = temporary()?;
        let mut config = project.clone();
        config.database.path = folder.path().join("main.db");
        config.database.logs = folder.path().join("logs.db");
        blank.copy("main.db", &config.database.path)?;
        blank.copy("logs.db", &config.database.logs)?;
        let own = Database::scratch(&config.database.path)?;
        let mut sources = BTreeMap::from([(OWN.to_owned(), Scratch::open(&config.database.path, "")?)]);
        // Whoever would ask a server must not: there are no rows there, and nothing leaves.
        config.sources.retain(|_, source| !matches!(source.place, SourcePlace::Prometheus(_)));
        for (index, (name, source)) in config.sources.iter_mut().enumerate() {
            let path = folder.path().join(format!("source-{index}.db"));
            blank.copy("source.db", &path)?;
            sources.insert(name.clone(), Scratch::open(&path, "")?);
            source.place = SourcePlace::File(path);
        }
        Ok(Self { config, own, sources, _folder: folder })
    }

    /// The columns of a table; none if the source has no such table.
    pub(super) fn columns(&self, source: &str, table: &str) -> Vec<String> {
        self.sources.get(source).and_then(|scratch| scratch.columns(table).ok()).unwrap_or_default()
    }

    /// Makes the tables that no schema knows, with every column that the test names.
    pub(super) fn make_tables(&self, test: &RuleTest) -> Result<(), DbError> {
        let mut unknown: BTreeMap<(&str, String), Vec<&str>> = BTreeMap::new();
        for table in &test.input {
            let name = table.table.value.as_str();
            let Ok(source) = self.source(table) else { continue };
            if source == OWN || !self.columns(&source, name).is_empty() {
                continue;
            }
            let of_rows = table.rows.iter().flat_map(|rows| rows.value.columns.keys());
            let time = table.time_column.as_deref().unwrap_or(TIMES[0]);
            let columns = table.columns.keys().chain(of_rows).map(String::as_str).chain([time]);
            unknown.entry((name, source)).or_default().extend(columns);
        }
        for ((table, source), mut columns) in unknown {
            columns.sort_unstable();
            columns.dedup();
            self.sources[&source].create(table, &columns)?;
        }
        Ok(())
    }

    /// The source that has a table: as the test says; else `own` for tillwatch's own, else the only one there is.
    pub(super) fn source(&self, table: &InputTable) -> Result<String, (usize, String)> {
        let (name, line) = (&table.table.value, file::line(&table.table));
        let others: Vec<&str> = self.sources.keys().map(String::as_str).filter(|name| *name != OWN).collect();
        match (&table.source, others.as_slice()) {
            (Some(source), _) if self.sources.contains_key(source) => Ok(source.clone()),
            (Some(source), _) => {
                let hint = nearest(source, self.sources.keys().map(String::as_str));
                let hint = hint.map(|name| format!(" (did you mean {name}?)")).unwrap_or_default();
                Err((line, format!("there is no SQLite file [sources.{source}]{hint}")))
            }
            (None, _) if !self.columns(OWN, name).is_empty() => Ok(OWN.into()),
            (None, [only]) => Ok((*only).to_owned()),
            (None, []) => Err((line, format!("tillwatch has no table {name}, and there are no [sources]"))),
            (None, several) => Err((line, format!("say `source:`, one of {}", several.join(", ")))),
        }
    }
}
