//! The only printer: data to stdout, status to stderr. A closed pipe is no error, and no terminal sees a raw control
//! character that came from data.

use std::cell::{Cell, RefCell};
use std::io::{self, IsTerminal as _, Write as _};

use comfy_table::{
    Cell as TableCell, CellAlignment, Color, ColumnConstraint, ContentArrangement, Width, presets,
};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Map, json};

use super::wrap::wrapped;
use super::{Failure, Global};
use crate::db::{Table, Value};
use crate::render::{format, words::printable};

/// How data is printed. Each verb accepts some of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    Table,
    Json,
    Csv,
    Markdown,
    Text,
    Html,
    Nagios,
    Junit,
}

/// Whether to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum ColorChoice {
    /// When stdout is a terminal and `NO_COLOR` is not set.
    #[default]
    Auto,
    Always,
    Never,
}

/// A list for people or programs: rows under a name.
pub(crate) struct Listing {
    /// The key of the JSON array.
    pub name: &'static str,
    pub table: Table,
}

/// Prints.
pub(crate) struct Ui {
    quiet: bool,
    verbose: u8,
    color: bool,
    /// In the Nagios style stdout carries one line, the verdict.
    mute: bool,
    closed: Cell<bool>,
    lost: RefCell<Option<String>>,
}

#[expect(clippy::unused_self, reason = "one printer, asked in one way")]
impl Ui {
    pub(crate) fn new(global: &Global, mute: bool) -> Self {
        let color = match global.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => {
                io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty())
            }
        };
        Self {
            quiet: global.quiet,
            verbose: global.verbose,
            color,
            mute,
            closed: Cell::new(false),
            lost: RefCell::default(),
        }
    }

    /// Prints data as it is; a final line break is added where it lacks one.
    pub(crate) fn data(&self, text: &str) {
        if !self.mute {
            self.raw(text);
        }
    }

    /// Prints text for people: on a terminal long lines are broken to its width.
    pub(crate) fn text(&self, text: &str) {
        if io::stdout().is_terminal() { self.data(&wrapped(text, self.width())) } else { self.data(text) }
    }

    /// Prints to stdout even where data is muted: the one line of the Nagios style.
    pub(crate) fn raw(&self, text: &str) {
        if self.closed.get() {
            return;
        }
        let mut out = io::stdout().lock();
        let line_end = if text.ends_with('\n') || text.is_empty() { "" } else { "\n" };
        let written = out
            .write_all(text.as_bytes())
            .and_then(|()| out.write_all(line_end.as_bytes()))
            .and_then(|()| out.flush());
        if let Err(error) = written {
            self.closed.set(true);
            // Where whoever read us has gone (`| head`), the work goes on and nobody is told. Anything else is a loss.
            if error.kind() != io::ErrorKind::BrokenPipe {
                self.lost.replace(Some(error.to_string()));
            }
        }
    }

    /// Why what was printed did not arrive, such as a full disk; a reader that has gone is no reason.
    pub(crate) fn lost(&self) -> Option<String> {
        self.lost.borrow().clone()
    }

    /// Says on stderr what is going on; `-q` silences it.
    pub(crate) fn status(&self, text: impl AsRef<str>) {
        if !self.quiet {
            Self::stderr(text.as_ref());
        }
    }

    /// Says on stderr what only `-v` wants to know.
    pub(crate) fn detail(&self, text: impl AsRef<str>) {
        if self.verbose > 0 {
            Self::stderr(text.as_ref());
        }
    }

    /// Says on stderr that something is wrong; never silenced.
    pub(crate) fn warn(&self, text: impl AsRef<str>) {
        Self::stderr(&format!("warning: {}", text.as_ref()));
    }

    pub(crate) fn failure(failure: &Failure) {
        Self::stderr(&format!("error: {}", failure.message));
        if let Some(hint) = &failure.hint {
            Self::stderr(&format!("hint: {hint}"));
        }
    }

    fn stderr(text: &str) {
        // stderr may be closed as well; there is nobody left to tell.
        let _ = writeln!(io::stderr().lock(), "{}", printable(text));
    }

    /// A bar on stderr that counts bytes, where a person watches; one that nobody sees otherwise.
    pub(crate) fn progress(&self, what: &str, length: impl FnOnce() -> u64) -> ProgressBar {
        if self.quiet || !io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let style =
            ProgressStyle::with_template("{prefix} {bar:30} {binary_bytes}/{binary_total_bytes} {eta}");
        let bar = ProgressBar::new(length()).with_prefix(printable(what));
        bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
    }

    /// Whether somebody sits before a terminal.
    pub(crate) fn is_watched(&self) -> bool {
        io::stderr().is_terminal() || io::stdin().is_terminal()
    }

    /// Whether whoever read stdout has gone.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed.get()
    }

    /// The width of the terminal, or 80 where there is none.
    pub(crate) fn width(&self) -> usize {
        terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0)).max(40)
    }

    /// Prints a JSON document, `"schema": 1` in front.
    pub(crate) fn json(&self, document: serde_json::Value) {
        self.data(&json_text(document));
    }

    /// Prints a list in one of the four formats that every list has.
    pub(crate) fn listing(&self, listing: &Listing, format: Format) {
        let table = &listing.table;
        match format {
            Format::Json => self.guarded(json_text(json!({ listing.name: records(table) }))),
            Format::Csv => self.guarded(csv_text(table)),
            Format::Markdown => self.data(&self.drawn(&for_markdown(table), presets::ASCII_MARKDOWN, false)),
            _ if table.rows.is_empty() => self.status(format!("no {}", listing.name.replace('_', " "))),
            _ => self.data(&self.drawn(table, presets::NOTHING, true)),
        }
    }

    /// Prints text for programs: where a terminal reads it instead, control characters are made visible.
    fn guarded(&self, text: String) {
        self.data(&if io::stdout().is_terminal() { printable(&text) } else { text });
    }

    fn drawn(&self, table: &Table, style: comfy_table::TableStyle, fit: bool) -> String {
        let mut drawn = comfy_table::Table::new();
        drawn.load_style(style);
        if self.color && fit {
            drawn.enforce_styling();
        } else {
            drawn.force_no_tty();
        }
        if fit && io::stdout().is_terminal() {
            drawn.set_content_arrangement(ContentArrangement::Dynamic);
            drawn.set_width(u16::try_from(self.width()).unwrap_or(u16::MAX));
        }
        drawn.set_header(table.columns.iter().map(|name| printable(name)));
        for row in &table.rows {
            drawn.add_row(row.iter().map(|value| {
                let cell = TableCell::new(cell_text(value));
                let cell =
                    if value.as_f64().is_some() { cell.set_alignment(CellAlignment::Right) } else { cell };
                match value.as_str().and_then(tint).filter(|_| fit && self.color) {
                    Some(color) => cell.fg(color),
                    None => cell,
                }
            }));
        }
        if fit && io::stdout().is_terminal() {
            keep_words(&mut drawn, &numbers(table), self.width());
        }
        drawn.trim_fmt()
    }
}

/// The table with bars and line breaks in its texts written so that Markdown reads them as text.
fn for_markdown(table: &Table) -> Table {
    let plain = |text: &str| text.replace('\\', r"\\").replace('|', r"\|").replace('\n', "<br>");
    let cell = |value: &Value| value.as_str().map_or_else(|| value.clone(), |text| Value::from(plain(text)));
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    Table { columns: table.columns.iter().map(|name| plain(name)).collect(), rows }
}

/// Which columns hold numbers and nothing else.
fn numbers(table: &Table) -> Vec<bool> {
    let is_number = |value: &Value| *value == Value::Null || value.as_f64().is_some();
    (0..table.columns.len()).map(|column| table.rows.iter().all(|row| is_number(&row[column]))).collect()
}

/// Lets the widest column of words alone wrap, if that is enough, and all such columns if it is not: a number is never
/// broken.
fn keep_words(drawn: &mut comfy_table::Table, numbers: &[bool], width: usize) {
    let widths = drawn.column_max_content_widths();
    let words = (0..widths.len()).filter(|column| !numbers[*column]);
    let Some(widest) = words.max_by_key(|column| widths[*column]) else { return };
    let others: usize =
        widths.iter().enumerate().filter(|(at, _)| *at != widest).map(|(_, w)| usize::from(*w) + 2).sum();
    let is_enough = others + 20 <= width;
    for (at, column) in drawn.column_iter_mut().enumerate().filter(|(at, _)| *at != widest) {
        if is_enough || numbers[at] {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(widths[at] + 2)));
        }
    }
}

/// A JSON document, `"schema": 1` in front.
pub(crate) fn json_text(document: serde_json::Value) -> String {
    let mut with_schema = Map::from_iter([("schema".to_owned(), json!(1))]);
    match document {
        serde_json::Value::Object(fields) => with_schema.extend(fields),
        other => drop(with_schema.insert("data".to_owned(), other)),
    }
    serde_json::to_string_pretty(&with_schema).unwrap_or_default()
}

/// Each row as an object, columns in their order.
pub(crate) fn records(table: &Table) -> Vec<serde_json::Value> {
    let record = |row: &Vec<Value>| -> serde_json::Value {
        table.columns.iter().cloned().zip(row.iter().map(Value::to_json)).collect::<Map<_, _>>().into()
    };
    table.rows.iter().map(record).collect()
}

/// What a spreadsheet takes for the beginning of a formula, the wide forms included that East Asian keyboards type.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// CSV by RFC 4180 with a header; a text cell that a spreadsheet would run as a formula is quoted with an apostrophe.
pub(crate) fn csv_text(table: &Table) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let guarded = |value: &Value| match value {
        Value::Text(text) if text.starts_with(FORMULA) => format!("'{text}"),
        other => other.label_text(),
    };
    // Writing to memory cannot fail.
    let _ = writer.write_record(&table.columns);
    for row in &table.rows {
        let _ = writer.write_record(row.iter().map(guarded));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// The colour of a word that says how something is; the word itself says it, too.
fn tint(word: &str) -> Option<Color> {
    match word {
        "firing" | "failed" | "overdue" | "never seen" | "P0" | "P1" => Some(Color::Red),
        "pending" | "warning" | "late" | "unknown" | "P2" => Some(Color::Yellow),
        "ok" | "up" | "ended" => Some(Color::Green),
        _ => None,
    }
}

/// A value as a person reads it: three decimals at most, control characters made visible.
fn cell_text(value: &Value) -> String {
    match value {
        Value::Real(number) => format::plain(*number),
        Value::Null => "-".into(),
        other => printable(&other.label_text()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_in_a_cell_is_guarded_and_a_negative_number_is_not() {
        let table = Table {
            columns: vec!["a".into(), "b".into()],
            rows: vec![vec![Value::from("=1+1"), Value::Int(-5)]],
        };
        assert_eq!(csv_text(&table), "a,b\n'=1+1,-5\n");
    }

    #[test]
    fn a_number_is_never_broken_however_narrow_the_terminal() {
        let number = Value::Int(1_234_567_890);
        let text = || Value::from("a name of some length".repeat(3));
        let row = vec![text(), number.clone(), text(), number.clone(), number];
        let columns = ["one", "bytes", "two", "lines", "batches"].map(str::to_owned).to_vec();
        let table = Table { columns, rows: vec![row] };
        let mut drawn = comfy_table::Table::new();
        drawn.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_width(60);
        drawn.set_header(&table.columns);
        drawn.add_row(table.rows[0].iter().map(cell_text));
        keep_words(&mut drawn, &numbers(&table), 60);
        assert_eq!(drawn.to_string().matches("1234567890").count(), 3, "{drawn}");
    }

    #[test]
    fn a_bar_or_a_line_break_does_not_break_a_markdown_table() {
        let table = Table { columns: vec!["v".into()], rows: vec![vec![Value::from("a|b\nc")]] };
        assert_eq!(for_markdown(&table).rows[0][0], Value::from(r"a\|b<br>c"));
    }
}
