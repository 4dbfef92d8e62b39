//! What a report says, in one value that feeds every format. Numbers stand in it as they were computed: they are
//! rounded once, where they are shown.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::definition::{Chart, Column, Rows, Spark};
use crate::label::Labels;
use crate::query::Window;
use crate::render::Numerals;

/// A whole report.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Report {
    /// The report's name: `daily`, `weekly`.
    pub name: String,
    pub title: String,
    pub project: String,
    pub currency: String,
    /// How numbers are written in what people read.
    #[serde(skip)]
    pub numerals: Numerals,
    pub time_zone: String,
    pub now: Timestamp,
    /// The last day of the period.
    pub day: Date,
    pub since: Timestamp,
    pub until: Timestamp,
    /// Whether the last day was not over.
    pub partial: bool,
    /// What deltas are taken against: the same part of a period before, `a week before` or `a month before`.
    pub compared_with: &'static str,
    pub compared_since: Timestamp,
    pub compared_until: Timestamp,
    pub store: Option<Store>,
    pub verdict: Verdict,
    pub sections: Vec<Section>,
    /// Changes with the text of the definition or of a query: two reports of one hash have the same figures by definition.
    pub definition_hash: String,
    /// The command line that makes this very report again.
    pub command: String,
}

/// The store that a report is limited to.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Store {
    pub id: String,
    pub name: String,
}

/// The worst first, in one sentence, and all news behind it.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Verdict {
    pub level: Level,
    pub text: String,
    pub news: Vec<News>,
}

/// How bad it is; worse is greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    Good,
    /// Nothing was looked at that could be good or bad.
    #[default]
    Unknown,
    Warning,
    Bad,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct News {
    pub level: Level,
    pub text: String,
}

/// One section, or why it has no data.
#[derive(Clone, Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a field of its own for templates")]
pub(crate) struct Section {
    pub name: String,
    pub title: String,
    pub note: String,
    pub query: String,
    pub since: Timestamp,
    pub until: Timestamp,
    pub kind: Rows,
    pub chart: Option<Chart>,
    pub compare: bool,
    /// The report is limited to a store and this section cannot be.
    pub all_stores: bool,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Whether it is one row of numbers, best read as a list.
    pub list: bool,
    /// The query that says what is usual.
    pub usual: Option<String>,
    /// Whether its rows say how fresh the data is.
    pub freshness: bool,
    /// What a point of the sparklines is about.
    pub spark: Option<Spark>,
    /// The course of each number over the window, by its column; `None` is no data.
    pub sparks: BTreeMap<String, Vec<Option<f64>>>,
    /// The index of the row with the highest first number, in sections of hours and days.
    pub peak: Option<usize>,
    pub error: Option<String>,
}

/// A difference: between percentages in points (`pp`), between all else in percent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) struct Change {
    pub value: f64,
    pub unit: &'static str,
}

/// One row: a value for each column that has data.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Row {
    pub labels: Labels,
    pub since: Timestamp,
    pub until: Timestamp,
    pub values: Map<String, Json>,
    /// The same figures a week before, where the section compares.
    pub previous: Option<Map<String, Json>>,
    /// By how much each figure differs from that; absent where there is nothing to compare with.
    pub changes: BTreeMap<String, Change>,
    /// The columns that miss their targets.
    pub missed: Vec<String>,
    /// What the first number usually is, where a baseline says so.
    pub usual: Option<Usual>,
}

/// What a number usually is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) struct Usual {
    pub low: f64,
    pub median: f64,
    pub high: f64,
}

impl Row {
    pub(crate) fn new(labels: Labels, window: Window, values: Map<String, Json>) -> Self {
        let Window { since, until } = window;
        let (changes, missed) = (BTreeMap::new(), Vec::new());
        Self { labels, since, until, values, previous: None, changes, missed, usual: None }
    }

    pub(crate) fn number(&self, column: &str) -> Option<f64> {
        self.values.get(column).and_then(Json::as_f64)
    }
}

impl Section {
    /// The column that a chart draws, and the one that names its points.
    pub(crate) fn charted(&self) -> Option<(&Column, &Column)> {
        let value = self.columns.iter().find(|column| column.is_number())?;
        let name = self.columns.iter().find(|column| !column.is_number())?;
        Some((name, value))
    }
}
