//! Sections as plain text of at most 80 columns: lists, tables and bars.

use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, presets};
use jiff::tz::TimeZone;

use super::definition::{Column, Rows};
use super::model::{Report, Row, Section};
use crate::render::format;

const WIDTH: u16 = 80;
/// The longest bar, so that label and number still fit beside it.
const LONGEST_BAR: f64 = 48.0;

/// What bars are drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Glyphs {
    pub bar: char,
}

impl Glyphs {
    /// Blocks, or ASCII where the locale says that the terminal knows no Unicode.
    pub(crate) fn for_locale(locale: Option<&str>) -> Self {
        let unicode = locale.is_none_or(|locale| {
            let locale = locale.to_lowercase();
            locale.is_empty() || locale.contains("utf-8") || locale.contains("utf8")
        });
        Self { bar: if unicode { '█' } else { '#' } }
    }
}

/// A section's rows; empty where it has none.
pub(super) fn block(section: &Section, report: &Report, glyphs: Glyphs, zone: &TimeZone) -> String {
    match section.kind {
        _ if section.rows.is_empty() => String::new(),
        Rows::Hours | Rows::Days => bars(section, report, glyphs, zone),
        Rows::Whole | Rows::Targets if section.list => list(section, report, zone),
        Rows::Whole | Rows::Targets => table(section, report, zone),
    }
}

/// The text of one cell, with a mark where a target is missed.
pub(super) fn cell(row: &Row, column: &Column, report: &Report, zone: &TimeZone) -> String {
    let text = value(row.values.get(&column.name), column, report, zone);
    let mark = if row.missed.contains(&column.name) { " !" } else { "" };
    format!("{text}{mark}")
}

fn value(value: Option<&serde_json::Value>, column: &Column, report: &Report, zone: &TimeZone) -> String {
    match value {
        Some(serde_json::Value::String(text)) => {
            format::text_in_unit(text, &column.unit, zone, Some(report.day))
        }
        Some(number) if number.is_number() => {
            report.numerals.in_unit(number.as_f64().unwrap_or_default(), &column.unit)
        }
        _ if column.is_number() => format::NO_DATA.into(),
        _ => "-".into(),
    }
}

fn list(section: &Section, report: &Report, zone: &TimeZone) -> String {
    let mut table = plain();
    for (row, column) in section.rows.iter().flat_map(|row| section.columns.iter().map(move |c| (row, c))) {
        let before = row.previous.as_ref().map_or_else(String::new, |previous| {
            let before = value(previous.get(&column.name), column, report, zone);
            let change = row.changes.get(&column.name);
            let change =
                change.map(|change| format!("{}, ", report.numerals.change(change.value, change.unit)));
            format!("{}{before} a week before", change.unwrap_or_default())
        });
        table.add_row([
            Cell::new(&column.title),
            Cell::new(cell(row, column, report, zone)).set_alignment(CellAlignment::Right),
            Cell::new(before),
        ]);
    }
    with_targets(&table, section)
}

fn table(section: &Section, report: &Report, zone: &TimeZone) -> String {
    let mut table = plain();
    let aligned = |column: &Column, cell: Cell| {
        if column.is_number() { cell.set_alignment(CellAlignment::Right) } else { cell }
    };
    table.set_header(section.columns.iter().map(|column| aligned(column, Cell::new(&column.title))));
    for row in &section.rows {
        table.add_row(section.columns.iter().map(|column| {
            let change = row.changes.get(&column.name);
            let change =
                change.map(|change| format!(" ({})", report.numerals.change(change.value, change.unit)));
            let text = format!("{}{}", cell(row, column, report, zone), change.unwrap_or_default());
            aligned(column, Cell::new(text))
        }));
    }
    with_targets(&table, section)
}

fn plain() -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH);
    table
}

/// The table, and under it what the marked cells should have been.
fn with_targets(table: &Table, section: &Section) -> String {
    let mut text = table.trim_fmt();
    for column in &section.columns {
        let missed = section.rows.iter().any(|row| row.missed.contains(&column.name));
        if let Some(target) = column.target.as_ref().filter(|_| missed) {
            text = format!("{text}\n ! {} should be {target}", column.title);
        }
    }
    text
}

fn bars(section: &Section, report: &Report, glyphs: Glyphs, zone: &TimeZone) -> String {
    let Some((name, number)) = section.charted() else { return String::new() };
    let highest = section.rows.iter().filter_map(|row| row.number(&number.name)).fold(0.0, f64::max);
    let line = |(index, row): (usize, &Row)| {
        let share = if highest > 0.0 { row.number(&number.name).unwrap_or(0.0) / highest } else { 0.0 };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and LONGEST_BAR"
        )]
        let length = (share * LONGEST_BAR).round() as usize;
        let bar: String = std::iter::repeat_n(glyphs.bar, length).collect();
        let gap = if length > 0 { " " } else { "" };
        let peak = if section.peak == Some(index) { "  peak" } else { "" };
        format!(" {:10}  {bar}{gap}{}{peak}", cell(row, name, report, zone), cell(row, number, report, zone))
    };
    section.rows.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(None, '█')]
    #[case(Some("ru_RU.UTF-8"), '█')]
    #[case(Some("C.utf8"), '█')]
    #[case(Some("C"), '#')]
    #[case(Some("ru_RU.KOI8-R"), '#')]
    fn bars_follow_the_locale(#[case] locale: Option<&str>, #[case] bar: char) {
        assert_eq!(Glyphs::for_locale(locale).bar, bar);
    }
}
