//! `tillwatch logs stats`.

use super::range::{self, Range};
use crate::app::{App, Failure, Listing, Verdict};
use crate::db::{Table, Value};
use crate::logs::stored::{By, Group, stats};
use crate::render::plural;

/// Count the stored log lines.
///
/// `share` is that of all lines counted, `untimed` that of lines without a time of their own, both in percent: an untimed
/// line stands where it was received. Hours and days are those of the project's time zone.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch logs stats --by hour --level error --since 1d")]
pub(crate) struct Args {
    /// What to count by.
    #[arg(long, value_enum, default_value_t)]
    by: By,

    #[command(flatten)]
    range: Range,
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let config = app.config()?;
    let zone = range::zone(&config)?;
    let filter = args.range.filter(app, &zone)?;
    let groups = app.logs_database(&config)?.read(|session| stats(session, &filter, args.by, &zone))?;
    let total: i64 = groups.iter().map(|group| group.lines).sum();
    let table = Table {
        columns: [key(args.by), "lines", "share", "untimed", "first", "last"].map(str::to_owned).to_vec(),
        rows: groups.into_iter().map(|group| row(group, total)).collect(),
    };
    app.ui.listing(&Listing { name: "groups", table }, format);
    Ok(Verdict::well(plural(total, "line")))
}

fn key(by: By) -> &'static str {
    match by {
        By::Level => "level",
        By::Store => "store",
        By::Event => "event",
        By::Hour => "hour",
        By::Day => "day",
    }
}

fn row(group: Group, total: i64) -> Vec<Value> {
    #[expect(clippy::cast_precision_loss, reason = "a share of lines beyond 2^53 does not occur")]
    let percent = |part: i64, whole: i64| Value::from(100.0 * part as f64 / whole as f64);
    let Group { key, lines, untimed, first, last } = group;
    vec![key.into(), lines.into(), percent(lines, total), percent(untimed, lines), first.into(), last.into()]
}
