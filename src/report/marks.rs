//! What stands beside figures: changes, courses, peaks, missed targets.

use std::collections::BTreeMap;

use super::definition::Column;
use super::model::{Change, Row, Section};
use crate::stats::percentage;

/// The course of each number over rows that are in order of time.
pub(super) fn sparks(course: &[Row], columns: &[Column]) -> BTreeMap<String, Vec<Option<f64>>> {
    let values = |name: &str| course.iter().map(|row| row.number(name)).collect();
    let numbers = columns.iter().filter(|column| column.is_number() && !course.is_empty());
    numbers.map(|column| (column.name.clone(), values(&column.name))).collect()
}

/// Sets beside each row the one of the same labels a period before.
pub(super) fn compare(rows: &mut [Row], before: &[Row], columns: &[Column]) {
    for row in rows {
        let Some(previous) = before.iter().find(|previous| previous.labels == row.labels) else { continue };
        let change = |column: &Column| {
            let (now, then) = (row.number(&column.name)?, previous.number(&column.name)?);
            Some((column.name.clone(), change(now, then, column)?))
        };
        row.changes = columns.iter().filter_map(change).collect();
        row.previous = Some(previous.values.clone());
    }
}

/// `None` where a ratio to nothing would be asked for.
fn change(now: f64, then: f64, column: &Column) -> Option<Change> {
    if column.is_percentage() {
        return Some(Change { value: now - then, unit: "pp" });
    }
    Some(Change { value: percentage(now - then, then)?, unit: "%" })
}

/// Names in each row the columns that miss their targets. Where there is no number, nothing is missed and nothing met.
pub(super) fn mark_missed(section: &mut Section) {
    for row in &mut section.rows {
        let is_missed = |column: &&Column| {
            let target = column.target.as_ref().zip(row.number(&column.name));
            target.is_some_and(|(target, value)| !target.is_met_by(value))
        };
        let missed = section.columns.iter().filter(is_missed);
        row.missed = missed.map(|column| column.name.clone()).collect();
    }
}

/// The row with the highest number that a chart draws.
pub(super) fn peak(section: &Section) -> Option<usize> {
    let (_, column) = section.charted()?;
    let number = |row: &Row| row.number(&column.name).unwrap_or(0.0);
    let highest = section.rows.iter().map(number).fold(0.0, f64::max);
    (highest > 0.0).then(|| section.rows.iter().position(|row| number(row) >= highest))?
}
