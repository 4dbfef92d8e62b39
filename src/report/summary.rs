//! The figures that stand for a whole report where there is room for a few.

use jiff::tz::TimeZone;

use super::model::Report;
use super::text::cell;

/// Title and text of each figure of the sections that are lists, in their order: `Total`, `1 088 (+11.2 %)`.
pub(crate) fn figures(report: &Report) -> Vec<(String, String)> {
    let zone = crate::time::zone(&report.time_zone).unwrap_or(TimeZone::UTC);
    let lists = report.sections.iter().filter(|section| section.list);
    let cells = lists.flat_map(|section| section.rows.iter().map(move |row| (section, row)));
    let cells = cells.flat_map(|(section, row)| section.columns.iter().map(move |column| (row, column)));
    let figure = |(row, column): (&super::model::Row, &super::definition::Column)| {
        let change = row.changes.get(&column.name);
        let change = change.map(|change| format!(" ({})", report.numerals.change(change.value, change.unit)));
        (column.title.clone(), format!("{}{}", cell(row, column, report, &zone), change.unwrap_or_default()))
    };
    cells.map(figure).collect()
}
