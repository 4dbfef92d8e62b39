//! `tillwatch logs deadletter list`.

use super::{entries, lines, read};
use crate::app::{App, Failure, Listing, Verdict};
use crate::db::{Table, Value};
use crate::logs::DeadLetter;
use crate::net::one_line;

const COLUMNS: [&str; 7] = ["id", "entry", "at", "file", "line", "offset", "reason"];

/// List the lines that receivers refused for good.
///
/// `at` is when a line was refused last. Exits 1 if there is one.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch logs deadletter list --format json")]
pub(super) struct Args {
    /// The [[ship]] entries; all of them where none is named.
    #[arg(value_name = "ENTRY")]
    entries: Vec<String>,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let config = app.config()?;
    let mut rows = Vec::new();
    for entry in entries::chosen(&config, &args.entries)? {
        let path = entries::dead_letters(&config, entry);
        let all = read(&path)?;
        rows.extend(all.letters.iter().map(|letter| row(&entry.name, letter)));
        if !all.strange.is_empty() {
            let (count, path) = (lines(all.strange.len()), path.display());
            app.ui.warn(format!("{count} of {path} are no dead letters; they are left alone"));
        }
    }
    let found = rows.len();
    let table = Table { columns: COLUMNS.map(str::to_owned).into(), rows };
    app.ui.listing(&Listing { name: "letters", table }, format);
    let summary = format!("{} refused for good", lines(found));
    Ok(if found == 0 { Verdict::well(summary) } else { Verdict::unwell(summary) })
}

fn row(entry: &str, letter: &DeadLetter) -> Vec<Value> {
    let count = |number: u64| Value::Int(i64::try_from(number).unwrap_or(i64::MAX));
    vec![
        letter.id.as_str().into(),
        entry.into(),
        letter.at.into(),
        letter.file.as_str().into(),
        count(letter.line),
        count(letter.offset),
        one_line(&letter.reason).into(),
    ]
}
