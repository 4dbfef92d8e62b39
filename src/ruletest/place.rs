//! Where the rows of a table go, and what is put into the columns that nobody wants to write.

use jiff::Timestamp;

use super::databases::{Databases, OWN};
use super::file::{self, InputTable};
use super::input::InputRow;
use crate::config::nearest;
use crate::db::Value;
use crate::time::TimestampFormat;

/// The columns that may say when a row came about, where the test does not.
pub(super) const TIMES: [&str; 3] = ["timestamp", "created_at", "at"];

/// A table of a source.
#[derive(Clone)]
pub(super) struct Place<'t> {
    pub source: String,
    pub table: &'t str,
    /// The column that says when a row came about.
    time: String,
    /// How the source writes that; `None` for the own database.
    format: Option<TimestampFormat>,
    /// Of the own database's columns: when a row was received, and its key.
    received: bool,
    key: bool,
}

impl<'t> Place<'t> {
    pub(super) fn of(table: &'t InputTable, databases: &Databases) -> Result<Self, (usize, String)> {
        let (name, line) = (table.table.value.as_str(), file::line(&table.table));
        let source = databases.source(table)?;
        let columns = databases.columns(&source, name);
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
        let format = databases.config.sources.get(&source).map(|source| source.timestamps);
        let [received, key] = ["received_at", "idempotency_key"].map(|column| source == OWN && has(column));
        Ok(Self { source, table: name, time, format, received, key })
    }

    /// The first column of rows that the table has not, as a mistake on its line.
    pub(super) fn check(&self, rows: &[InputRow<'_>], databases: &Databases) -> Result<(), (usize, String)> {
        let known = databases.columns(&self.source, self.table);
        let wrong = rows.iter().find_map(|row| {
            let column = row.columns.iter().find(|(name, _)| !known.iter().any(|known| known == name))?.0;
            Some((row.line, unknown(self.table, column, &known)))
        });
        wrong.map_or(Ok(()), Err)
    }

    /// The row as it is stored, `count` telling it from every other.
    pub(super) fn row<'r>(&'r self, row: &'r InputRow<'_>, count: i64) -> Vec<(&'r str, Value)> {
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
