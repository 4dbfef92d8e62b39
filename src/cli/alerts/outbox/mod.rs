//! `tillwatch alerts outbox`.

mod drop;
mod list;
mod retry;

use super::time;
use crate::app::{App, Failure, Listing, Verdict};
use crate::config::Config;
use crate::db::{Database, Table, Value};
use crate::notify::{OutboxFilter, OutboxRow, State, find_row, list_rows};

/// Look at the messages that wait or were given up, try them again or drop them.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::Args),
    Retry(retry::Args),
    Drop(drop::Args),
}

pub(super) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.verb {
        Verb::List(args) => list::run(&args, app),
        Verb::Retry(args) => retry::run(&args, app),
        Verb::Drop(args) => drop::run(&args, app),
    }
}

/// The rows with these numbers, or those that a filter finds where there are none.
fn chosen(database: &Database, ids: &[i64], filter: &OutboxFilter<'_>) -> Result<Vec<OutboxRow>, Failure> {
    if ids.is_empty() {
        return Ok(database.read(|session| list_rows(session, filter))?);
    }
    let find = |id: &i64| {
        let row = database.read(|session| find_row(session, *id))?;
        row.ok_or_else(|| {
            Failure::usage(format!("there is no message {id} in the outbox"))
                .hint("`tillwatch alerts outbox list --over 7d` lists them")
        })
    };
    ids.iter().map(find).collect()
}

/// Whether there is a channel of this name; one that was removed and has messages is known as well.
fn check_channel(database: &Database, config: &Config, name: Option<&str>) -> Result<(), Failure> {
    let Some(name) = name.filter(|name| !config.channels.contains_key(*name)) else { return Ok(()) };
    let filter = OutboxFilter { channel: Some(name), ..OutboxFilter::default() };
    if database.read(|session| list_rows(session, &filter))?.is_empty() {
        let known: Vec<&str> = config.channels.keys().map(String::as_str).collect();
        return Err(Failure::usage(format!("there is no channel {name}"))
            .hint(format!("[channels] has {}", known.join(", "))));
    }
    Ok(())
}

/// The rows as they are now.
fn again(database: &Database, rows: &[OutboxRow]) -> Result<Vec<OutboxRow>, Failure> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    if ids.is_empty() { Ok(Vec::new()) } else { chosen(database, &ids, &OutboxFilter::default()) }
}

pub(super) fn listing(rows: &[OutboxRow]) -> Listing {
    let columns = ["id", "subject", "kind", "channel", "recipient", "state", "attempts", "due", "error"]
        .map(str::to_owned);
    let row = |row: &OutboxRow| -> Vec<Value> {
        // What a run has claimed that died is due again at the end of its lease.
        let due = match row.state {
            State::Queued => Some(row.not_before),
            State::Sending => row.lease_until,
            _ => None,
        };
        vec![
            row.id.into(),
            row.subject.to_string().into(),
            row.kind.name().into(),
            row.channel.as_str().into(),
            row.recipient.as_str().into(),
            row.state.name().into(),
            row.attempts.into(),
            due.map(time).into(),
            row.error.clone().into(),
        ]
    };
    Listing {
        name: "messages",
        table: Table { columns: columns.to_vec(), rows: rows.iter().map(row).collect() },
    }
}
