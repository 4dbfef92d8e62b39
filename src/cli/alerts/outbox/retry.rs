//! `tillwatch alerts outbox retry`.

use serde_json::json;

use super::{again, check_channel, chosen, listing, messages};
use crate::app::{App, Failure, Project, Verdict};
use crate::audit;
use crate::cli::office::person;
use crate::config::Config;
use crate::inventory::Inventory;
use crate::notify::{OutboxFilter, OutboxRow, retry_row};

/// Let messages that were given up be tried again, by the next `evaluate-alerts`.
///
/// A message keeps its idempotency key: a receiver that got it after all does not tell it twice. One that waits for its next
/// attempt is tried at once. Actions run at most once and are never repeated.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch alerts outbox retry --channel sms --by ivan")]
#[command(group = clap::ArgGroup::new("which").required(true).multiple(true).args(["ids", "dead", "channel"]))]
pub(super) struct Args {
    /// The messages' numbers, as `alerts outbox list` prints them.
    #[arg(value_name = "ID", conflicts_with_all = ["dead", "channel"])]
    ids: Vec<i64>,

    /// All that were given up.
    #[arg(long)]
    dead: bool,

    /// All of this channel that were given up.
    #[arg(long, value_name = "NAME")]
    channel: Option<String>,

    /// Who asks for it.
    #[arg(long, value_name = "NAME", env = "USER", value_parser = person)]
    by: String,

    /// Say what would be tried again, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let Project { config, inventory, .. } = app.project()?;
    let database = app.existing_database(&config)?;
    check_channel(&database, &config, args.channel.as_deref())?;
    let filter =
        OutboxFilter { state: Some("dead"), channel: args.channel.as_deref(), ..OutboxFilter::default() };
    let mut rows = chosen(&database, &args.ids, &filter)?;
    if args.ids.is_empty() {
        rows.retain(OutboxRow::may_be_retried);
    }
    rows.iter().try_for_each(|row| refuse(row, &config, &inventory))?;
    if args.dry_run || app.dry_run() {
        app.ui.listing(&listing(&rows), format);
        app.ui.status(format!("would try {} again", messages(rows.len())));
        return Ok(Verdict::well("dry run"));
    }
    let tried = database.write(|session| {
        let mut tried = Vec::new();
        for row in &rows {
            if retry_row(session, row, app.now())? {
                let detail = json!({ "message": row.id, "was": row.state });
                audit::record(session, app.now(), &args.by, "retry", &row.subject.to_string(), &detail)?;
                tried.push(row.clone());
            }
        }
        Ok(tried)
    })?;
    app.ui.listing(&listing(&again(&database, &tried)?), format);
    let summary = format!("{} to be tried again by the next evaluate-alerts", messages(tried.len()));
    app.ui.status(&summary);
    Ok(Verdict::well(summary))
}

/// Whether a row cannot be tried again, and why.
fn refuse(row: &OutboxRow, config: &Config, inventory: &Inventory) -> Result<(), Failure> {
    let (id, state, name) = (row.id, &row.state, &row.recipient);
    if row.kind == crate::notify::Kind::Action {
        return Err(Failure::usage(format!(
            "message {id} is the action {name}: an action runs at most once"
        )));
    }
    if !row.may_be_retried() {
        return Err(Failure::usage(format!("message {id} is {state}"))
            .hint("what waits, was given up, skipped or dropped is tried again"));
    }
    let address = config.channels.get(&row.channel).and_then(|channel| channel.address_kind());
    match address {
        // It was skipped under the name, for want of an address.
        Some(kind) if row.attempts == 0 && inventory.directory.knows(name) => {
            Err(Failure::usage(format!("message {id} has no address: {name} had none of the kind {kind}"))
                .hint("give the contact one; whatever is told about the incident from then on reaches it"))
        }
        _ => Ok(()),
    }
}
