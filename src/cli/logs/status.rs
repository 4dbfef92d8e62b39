//! `tillwatch logs status`.

use super::entries;
use crate::app::{App, Failure, Listing, Verdict};
use crate::db::{Table, Value};
use crate::logs::{self, Progress};

const COLUMNS: [&str; 9] =
    ["entry", "file", "state", "line", "position", "size", "lag", "lines_left", "updated"];

/// Show how far each file has been shipped; `lag` is the bytes that have not, `lines_left` the whole lines among them.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch logs status --format json")]
pub(crate) struct Args {
    /// The [[ship]] entries; all of them where none is named.
    #[arg(value_name = "ENTRY")]
    entries: Vec<String>,
}

pub(crate) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let config = app.config()?;
    let chosen = entries::chosen(&config, &args.entries)?;
    let database = app.database(&config)?;
    let (mut rows, mut lag) = (Vec::new(), 0);
    for entry in chosen {
        let patterns = entries::patterns(&config, entry)?;
        let files = logs::status(&database, &entry.name, &patterns, entry.encoding.0, app.now())?;
        lag += files.iter().map(Progress::lag).sum::<u64>();
        rows.extend(files.iter().map(|file| row(&entry.name, file)));
    }
    let table = Table { columns: COLUMNS.map(str::to_owned).into(), rows };
    app.ui.listing(&Listing { name: "files", table }, format);
    Ok(Verdict::well(format!("{lag} bytes not shipped")))
}

fn row(entry: &str, file: &Progress) -> Vec<Value> {
    let count = |number: u64| Value::Int(i64::try_from(number).unwrap_or(i64::MAX));
    let mut row: Vec<Value> = [entry, &file.path, file.state].map(Value::from).into();
    row.extend([file.line, file.position, file.size, file.lag()].map(count));
    row.extend([file.lines_left.map_or(Value::Null, count), file.updated.into()]);
    row
}
