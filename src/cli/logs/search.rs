//! `tillwatch logs search`.

use clap::value_parser;

use super::range::{self, Range};
use crate::app::{App, Failure, Format, Listing, Verdict};
use crate::db::{Table, Value};
use crate::logs::stored::{Hit, Order, Words, search};
use crate::render::plural;

/// Search the stored log lines, newest first.
///
/// TEXT is words that a line must hold, in any order and whatever their case; wor* is the beginning of a word, and "a
/// phrase" in quotes is words in this order. Keys and values of JSON are words as well. The other formats have more
/// columns than the table.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  tillwatch logs search timeout --level warn --since 2h\n  \
                        tillwatch logs search '\"connection pool\" exhaust*' --store 3 --format json")]
pub(crate) struct Args {
    /// What to look for; every line where it is left out.
    #[arg(value_name = "TEXT")]
    text: Vec<String>,

    #[command(flatten)]
    range: Range,

    /// So many lines at most.
    #[arg(long, value_name = "COUNT", default_value_t = 100, value_parser = value_parser!(u32).range(1..))]
    limit: u32,

    /// The oldest first.
    #[arg(long)]
    oldest: bool,
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let config = app.config()?;
    let words = (!args.text.is_empty()).then(|| Words::read(&args.text.join(" "))).transpose();
    let words = words.map_err(|error| Failure::usage(error.to_string()))?;
    let filter = args.range.filter(app, &range::zone(&config)?)?;
    let order = if args.oldest { Order::Oldest } else { Order::Newest };
    let logs = app.logs_database(&config)?;
    let limit = args.limit as usize;
    let mut hits = logs.read(|session| search(session, &filter, words.as_ref(), order, limit + 1))?;
    let more = hits.len() > limit;
    hits.truncate(limit);
    let found = hits.len();
    let table = if format == Format::Table { brief(&hits) } else { full(hits) };
    app.ui.listing(&Listing { name: "lines", table }, format);
    if more {
        app.ui.status(format!("there are more than these {found}; see --limit, --since and --until"));
    }
    Ok(Verdict::well(plural(found, "line")))
}

fn brief(hits: &[Hit]) -> Table {
    let row = |hit: &Hit| {
        let text = Some(hit.get("message")).filter(|text| *text != Value::Null);
        let mut row = ["at", "store_id", "level", "event"].map(|column| hit.get(column)).to_vec();
        row.push(text.unwrap_or_else(|| hit.get("body")));
        row
    };
    let columns = ["at", "store", "level", "event", "line"].map(str::to_owned).to_vec();
    Table { columns, rows: hits.iter().map(row).collect() }
}

fn full(hits: Vec<Hit>) -> Table {
    Table {
        columns: Hit::COLUMNS.map(str::to_owned).to_vec(),
        rows: hits.into_iter().map(|hit| hit.0).collect(),
    }
}
