//! A report in long form: one line a figure, for spreadsheets and scripts.

use jiff::Timestamp;

use super::ask::store_name;
use super::model::{Report, Row, Section};
use crate::db::{Table, Value};
use crate::inventory::Inventory;

const COLUMNS: [&str; 11] = [
    "section", "labels", "store_id", "store", "metric", "value", "unit", "previous", "since", "until",
    "reason",
];

/// Section, labels, the store's id and name, metric, value, unit, the value before, the window, and why there is no data.
pub(crate) fn csv_table(report: &Report, inventory: &Inventory) -> Table {
    let rows = report.sections.iter().flat_map(|section| match &section.error {
        Some(reason) => vec![failed(section, reason)],
        None => section
            .rows
            .iter()
            .flat_map(|row| {
                let about = About::new(report, section, row, inventory);
                figures(&about, section, row).chain(usual(&about, section, row)).collect::<Vec<_>>()
            })
            .collect(),
    });
    Table { columns: COLUMNS.map(str::to_owned).to_vec(), rows: rows.collect() }
}

/// What a line is about.
#[derive(Default)]
struct About<'a> {
    section: &'a str,
    labels: String,
    store_id: String,
    store: String,
    since: Timestamp,
    until: Timestamp,
}

/// One number, and the one before.
#[derive(Default)]
struct Figure<'a> {
    metric: &'a str,
    value: Option<f64>,
    unit: &'a str,
    previous: Option<f64>,
}

impl<'a> About<'a> {
    /// The store is the row's, or else the one that the report is limited to.
    fn new(report: &Report, section: &'a Section, row: &Row, inventory: &Inventory) -> Self {
        let labels: Vec<String> = row.labels.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let of_report = report.store.as_ref().filter(|_| !section.all_stores).map(|store| store.id.as_str());
        let id = row.labels.get(&inventory.label).or(of_report).unwrap_or_default();
        Self {
            section: &section.name,
            labels: labels.join(";"),
            store_id: id.to_owned(),
            store: store_name(inventory, id),
            since: row.since,
            until: row.until,
        }
    }

    fn line(&self, figure: &Figure<'_>, reason: &str) -> Vec<Value> {
        vec![
            self.section.into(),
            self.labels.as_str().into(),
            self.store_id.as_str().into(),
            self.store.as_str().into(),
            figure.metric.into(),
            figure.value.into(),
            figure.unit.into(),
            figure.previous.into(),
            self.since.to_string().into(),
            self.until.to_string().into(),
            reason.into(),
        ]
    }
}

fn failed(section: &Section, reason: &str) -> Vec<Value> {
    let Section { name, since, until, .. } = section;
    let about = About { section: name, since: *since, until: *until, ..About::default() };
    about.line(&Figure::default(), reason)
}

fn figures(about: &About<'_>, section: &Section, row: &Row) -> impl Iterator<Item = Vec<Value>> {
    let numbers = section.columns.iter().filter(|column| column.is_number());
    numbers.map(|column| {
        let previous = row.previous.as_ref().and_then(|previous| previous.get(&column.name)?.as_f64());
        let (metric, unit) = (column.name.as_str(), column.unit.as_str());
        about.line(&Figure { metric, value: row.number(&column.name), unit, previous }, "")
    })
}

/// What the row's number usually is.
fn usual(about: &About<'_>, section: &Section, row: &Row) -> impl Iterator<Item = Vec<Value>> {
    let known = row.usual.zip(section.charted()).into_iter();
    known.flat_map(|(usual, (_, number))| {
        let figures = [("usual_low", usual.low), ("usual", usual.median), ("usual_high", usual.high)];
        figures.map(|(metric, value)| {
            about.line(&Figure { metric, value: Some(value), unit: &number.unit, previous: None }, "")
        })
    })
}
