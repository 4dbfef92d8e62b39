//! Sections as plain text, as wide as the terminal: lists, tables and bars.

use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets};
use jiff::tz::TimeZone;

use super::definition::{Column, Rows};
use super::model::{Report, Row, Section};
use super::sparks::characters;
use crate::query::Target;
use crate::render::{format, words::printable};

/// What a terminal that says nothing has, and the least that tables are made for.
const LEAST_WIDTH: usize = 80;
/// What a bar leaves of the width for its label and its number.
const BESIDE_BAR: usize = 32;
/// And for what is usual, where that is said.
const USUAL: usize = 26;
/// So much is left to the one column whose text may be broken.
const LEAST_TEXT: usize = 20;

/// What a text is written on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Canvas {
    pub width: usize,
    ascii: bool,
}

impl Canvas {
    /// So many columns, but 80 at least; drawn in ASCII where the locale says that the terminal knows no Unicode.
    pub(crate) fn new(width: usize, locale: Option<&str>) -> Self {
        let unicode = locale.is_none_or(|locale| {
            let locale = locale.to_lowercase();
            locale.is_empty() || locale.contains("utf-8") || locale.contains("utf8")
        });
        Self { width: width.max(LEAST_WIDTH), ascii: !unicode }
    }

    /// The text as the terminal can show it. Names and signs that are data stay what they are.
    pub(super) fn shown(self, text: &str) -> String {
        if !self.ascii {
            return text.to_owned();
        }
        let plain = |c: char| match c {
            '\u{202f}' | '\u{a0}' => ' ',
            '█' | '▇' | '▆' | '▅' => '#',
            '▄' | '▃' => '=',
            '▂' | '▁' | '–' | '—' | '−' | '─' => '-',
            '·' | '•' => '*',
            '✗' => 'x',
            '✓' => '+',
            other => other,
        };
        text.chars().map(plain).collect::<String>().replace('…', "...")
    }
}

impl Default for Canvas {
    /// As wide as a mail.
    fn default() -> Self {
        Self::new(LEAST_WIDTH, None)
    }
}

/// A section's rows; empty where it has none.
pub(super) fn block(section: &Section, report: &Report, canvas: Canvas, zone: &TimeZone) -> String {
    match section.kind {
        _ if section.rows.is_empty() => String::new(),
        _ if section.freshness => freshness(section, report, zone),
        Rows::Hours | Rows::Days => bars(section, report, canvas, zone),
        _ if section.list => list(section, report, canvas, zone),
        Rows::Whole | Rows::Targets | Rows::Weeks | Rows::Actions => table(section, report, canvas, zone),
    }
}

/// Each kind of data, when its newest row is from, and a mark where that is long ago.
fn freshness(section: &Section, report: &Report, zone: &TimeZone) -> String {
    let one = |row: &Row| {
        let text = |wanted: &dyn Fn(&&Column) -> bool| {
            section.columns.iter().find(wanted).map(|column| cell(row, column, report, zone))
        };
        let name = text(&|column| !column.is_number() && column.unit != "time").unwrap_or_default();
        let newest = text(&|column| column.unit == "time").unwrap_or_default();
        let newest = if newest == "-" { "none" } else { &newest };
        let mark = if row.missed.is_empty() { "" } else { " !" };
        format!("{name} {newest}{mark}")
    };
    section.rows.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The text of one cell, with a mark where a target is missed.
pub(super) fn cell(row: &Row, column: &Column, report: &Report, zone: &TimeZone) -> String {
    let text = value(row.values.get(&column.name), column, report, zone);
    let mark = if row.missed.contains(&column.name) { " !" } else { "" };
    format!("{text}{mark}")
}

/// A value by its unit; beside a target, with as many decimals as tell it from that.
pub(super) fn value(
    value: Option<&serde_json::Value>,
    column: &Column,
    report: &Report,
    zone: &TimeZone,
) -> String {
    match value {
        Some(serde_json::Value::String(text)) => {
            format::text_in_unit(text, &column.unit, zone, Some(report.day))
        }
        Some(number) if number.is_number() => {
            let number = number.as_f64().unwrap_or_default();
            let target = column.target.as_ref().map_or(number, Target::number);
            report.numerals.apart_from(target, number, &column.unit)
        }
        _ if column.is_number() => format::NO_DATA.into(),
        _ => "-".into(),
    }
}

/// The same, where it must be as wide as it looks.
fn laid(row: &Row, column: &Column, report: &Report, zone: &TimeZone) -> String {
    printable(&cell(row, column, report, zone))
}

fn list(section: &Section, report: &Report, canvas: Canvas, zone: &TimeZone) -> String {
    let mut table = plain(canvas.width);
    for (row, column) in section.rows.iter().flat_map(|row| section.columns.iter().map(move |c| (row, c))) {
        let spark = section.spark.map(|_| Cell::new(characters(section, column)));
        table.add_row(line(row, column, report, zone).into_iter().chain(spark));
    }
    with_targets(table.trim_fmt(), section)
}

/// A figure on a line of its own: what it is, its value, and what it was.
fn line(row: &Row, column: &Column, report: &Report, zone: &TimeZone) -> [Cell; 3] {
    let before = row.previous.as_ref().map_or_else(String::new, |previous| {
        let before = value(previous.get(&column.name), column, report, zone);
        let change = row.changes.get(&column.name);
        let change = change.map(|change| format!("{}, ", report.numerals.change(change.value, change.unit)));
        format!("{}was {before}", change.unwrap_or_default())
    });
    let value = Cell::new(laid(row, column, report, zone)).set_alignment(CellAlignment::Right);
    [Cell::new(&column.title), value, Cell::new(before)]
}

fn table(section: &Section, report: &Report, canvas: Canvas, zone: &TimeZone) -> String {
    let mut table = plain(canvas.width);
    let aligned = |column: &Column, cell: Cell| {
        if column.is_number() { cell.set_alignment(CellAlignment::Right) } else { cell }
    };
    table.set_header(section.columns.iter().map(|column| aligned(column, Cell::new(&column.title))));
    for row in &section.rows {
        table.add_row(section.columns.iter().map(|column| {
            let change = row.changes.get(&column.name);
            let change =
                change.map(|change| format!(" ({})", report.numerals.change(change.value, change.unit)));
            let text = format!("{}{}", laid(row, column, report, zone), change.unwrap_or_default());
            aligned(column, Cell::new(text))
        }));
    }
    let text = if keep_words(&mut table, canvas.width) {
        table.trim_fmt()
    } else {
        stacked(section, report, canvas, zone)
    };
    with_targets(text, section)
}

/// Lets the widest column alone wrap, for names and numbers are not to be broken; false where that is not enough.
fn keep_words(table: &mut Table, width: usize) -> bool {
    let widths = table.column_max_content_widths();
    let Some(widest) = (0..widths.len()).max_by_key(|&column| widths[column]) else { return true };
    let others = widths.iter().enumerate().filter(|(at, _)| *at != widest);
    let others: usize = others.map(|(_, width)| usize::from(*width) + 2).sum();
    if others + usize::from(widths[widest]) + 2 <= width {
        return true;
    }
    for (at, column) in table.column_iter_mut().enumerate().filter(|(at, _)| *at != widest) {
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(widths[at] + 2)));
    }
    others + LEAST_TEXT <= width
}

/// A table that is too wide, each row as a list under the row's name.
fn stacked(section: &Section, report: &Report, canvas: Canvas, zone: &TimeZone) -> String {
    let Some((name, columns)) = section.columns.split_first() else { return String::new() };
    let one = |row: &Row| {
        let mut table = plain(canvas.width - 1);
        for column in columns {
            table.add_row(line(row, column, report, zone));
        }
        let lines = table.trim_fmt().replace('\n', "\n ");
        format!(" {}\n {lines}", laid(row, name, report, zone))
    };
    section.rows.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn plain(width: usize) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    let width = u16::try_from(width).unwrap_or(u16::MAX);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    table
}

/// The table, and under it what the marked cells should have been.
fn with_targets(mut text: String, section: &Section) -> String {
    for column in &section.columns {
        let missed = section.rows.iter().any(|row| row.missed.contains(&column.name));
        if let Some(target) = column.target.as_ref().filter(|_| missed) {
            text = format!(
                "{text}\n ! {} should be {}",
                column.title,
                format::target(target.text(), &column.unit)
            );
        }
    }
    text
}

fn bars(section: &Section, report: &Report, canvas: Canvas, zone: &TimeZone) -> String {
    let Some((name, number)) = section.charted() else { return String::new() };
    let usual_beside = if section.rows.iter().any(|row| row.usual.is_some()) { USUAL } else { 0 };
    let longest = f64::from(u32::try_from(canvas.width - BESIDE_BAR - usual_beside).unwrap_or(u32::MAX));
    let highest = section.rows.iter().filter_map(|row| row.number(&number.name)).fold(0.0, f64::max);
    let line = |(index, row): (usize, &Row)| {
        let share = if highest > 0.0 { row.number(&number.name).unwrap_or(0.0) / highest } else { 0.0 };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and the width"
        )]
        let length = (share * longest).round() as usize;
        let bar = "█".repeat(length);
        let gap = if length > 0 { " " } else { "" };
        let peak = if section.peak == Some(index) { ", peak" } else { "" };
        let usual = usual(row, number, report).map(|text| format!(", {text}")).unwrap_or_default();
        let (name, number) = (laid(row, name, report, zone), laid(row, number, report, zone));
        format!(" {name:10}  {bar}{gap}{number}{peak}{usual}")
    };
    section.rows.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

/// So many spreads away a number is worth a word: half of all lie within one of them.
const FAR: f64 = 3.0;

/// What a row's number usually is, and whether it lies far outside of that.
pub(super) fn usual(row: &Row, number: &Column, report: &Report) -> Option<String> {
    let (usual, value) = (row.usual?, row.number(&number.name)?);
    let [low, high] = [usual.low, usual.high].map(|value| report.numerals.in_unit(value, &number.unit));
    let far = FAR * (usual.high - usual.median);
    let side = match value - usual.median {
        away if away < -far => "far below the ",
        away if away > far => "far above the ",
        _ => "",
    };
    Some(format!("{side}usual {low} to {high}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(None, "█\u{202f}…")]
    #[case(Some("ru_RU.UTF-8"), "█\u{202f}…")]
    #[case(Some("C.utf8"), "█\u{202f}…")]
    #[case(Some("C"), "# ...")]
    #[case(Some("ru_RU.KOI8-R"), "# ...")]
    fn drawings_follow_the_locale(#[case] locale: Option<&str>, #[case] drawn: &str) {
        assert_eq!(Canvas::new(80, locale).shown("█\u{202f}…"), drawn);
    }

    #[test]
    fn tables_have_80_columns_at_least() {
        assert_eq!((Canvas::new(40, None).width, Canvas::new(132, None).width), (80, 132));
    }
}
