//! A report in long form: one line a figure, for spreadsheets and scripts.

use super::model::{Report, Row, Section};
use crate::db::{Table, Value};

const COLUMNS: [&str; 9] =
    ["section", "labels", "metric", "value", "unit", "previous", "since", "until", "reason"];

/// Section, labels, metric, value, unit, the value before, the window, and why there is no data.
pub(crate) fn csv_table(report: &Report) -> Table {
    let rows = report.sections.iter().flat_map(|section| match &section.error {
        Some(reason) => vec![failed(section, reason)],
        None => section.rows.iter().flat_map(|row| figures(section, row)).collect(),
    });
    Table { columns: COLUMNS.map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn failed(section: &Section, reason: &str) -> Vec<Value> {
    let window = [section.since.to_string(), section.until.to_string()].map(Value::from);
    let head =
        [Value::from(section.name.as_str()), "".into(), "".into(), Value::Null, "".into(), Value::Null];
    head.into_iter().chain(window).chain([reason.into()]).collect()
}

/// What the row's number usually is.
fn usual(section: &Section, row: &Row, labels: &str) -> Vec<Vec<Value>> {
    let Some((usual, (_, number))) = row.usual.zip(section.charted()) else { return Vec::new() };
    let figures = [("usual_low", usual.low), ("usual", usual.median), ("usual_high", usual.high)];
    let line = |(name, value): (&str, f64)| {
        let head = [section.name.as_str().into(), labels.into(), name.into(), Value::from(Some(value))];
        let window = [row.since.to_string().into(), row.until.to_string().into(), "".into()];
        head.into_iter().chain([number.unit.as_str().into(), Value::Null]).chain(window).collect()
    };
    figures.map(line).to_vec()
}

fn figures(section: &Section, row: &Row) -> Vec<Vec<Value>> {
    let labels: Vec<String> = row.labels.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let numbers = section.columns.iter().filter(|column| column.is_number());
    let figure = |column: &super::definition::Column| {
        let before = row.previous.as_ref().and_then(|previous| previous.get(&column.name)?.as_f64());
        vec![
            section.name.as_str().into(),
            labels.join(";").into(),
            column.name.as_str().into(),
            row.number(&column.name).into(),
            column.unit.as_str().into(),
            before.into(),
            row.since.to_string().into(),
            row.until.to_string().into(),
            "".into(),
        ]
    };
    numbers.map(figure).chain(usual(section, row, &labels.join(";"))).collect()
}
