//! `tillwatch alerts outbox drop`.

use serde_json::json;

use super::{again, check_channel, chosen, listing};
use crate::app::{App, Failure, Verdict};
use crate::audit;
use crate::cli::office::person;
use crate::notify::{OutboxFilter, OutboxRow, drop_row};
use crate::render::plural;

/// Drop messages that wait or were given up: they are not sent any more.
///
/// They stay in the outbox as `dropped`, with who dropped them and why.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  tillwatch alerts outbox drop --channel sms --reason \"the gateway was down\" --by ivan"
)]
#[command(group = clap::ArgGroup::new("which").required(true).args(["ids", "channel"]))]
pub(super) struct Args {
    /// The messages' numbers, as `alerts outbox list` prints them.
    #[arg(value_name = "ID")]
    ids: Vec<i64>,

    /// All of this channel that wait or were given up.
    #[arg(long, value_name = "NAME")]
    channel: Option<String>,

    /// Why.
    #[arg(long, value_name = "TEXT")]
    reason: String,

    /// Who drops them.
    #[arg(long, value_name = "NAME", env = "USER", value_parser = person)]
    by: String,

    /// Say what would be dropped, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let config = app.config()?;
    let database = app.existing_database(&config)?;
    check_channel(&database, &config, args.channel.as_deref())?;
    let filter = OutboxFilter { channel: args.channel.as_deref(), ..OutboxFilter::default() };
    let mut rows = chosen(&database, &args.ids, &filter)?;
    if args.ids.is_empty() {
        rows.retain(OutboxRow::may_be_dropped);
    }
    rows.iter().try_for_each(refuse)?;
    if args.dry_run || app.dry_run() {
        app.ui.listing(&listing(&rows), format);
        app.ui.status(format!("would drop {}", plural(rows.len(), "message")));
        return Ok(Verdict::well("dry run"));
    }
    let reason = format!("by {}: {}", args.by, args.reason);
    let dropped = database.write(|session| {
        let mut dropped = Vec::new();
        for row in &rows {
            if drop_row(session, row, &reason, app.now())? {
                let detail = json!({ "message": row.id, "reason": args.reason });
                audit::record(session, app.now(), &args.by, "drop", &row.subject.to_string(), &detail)?;
                dropped.push(row.clone());
            }
        }
        Ok(dropped)
    })?;
    app.ui.listing(&listing(&again(&database, &dropped)?), format);
    let summary = format!("{} dropped", plural(dropped.len(), "message"));
    app.ui.status(&summary);
    Ok(Verdict::well(summary))
}

fn refuse(row: &OutboxRow) -> Result<(), Failure> {
    if row.may_be_dropped() {
        return Ok(());
    }
    let (id, state) = (row.id, &row.state);
    Err(Failure::usage(format!("message {id} is {state}")).hint("what waits or was given up can be dropped"))
}
