//! `tillwatch alerts outbox retry`.

use serde_json::json;

use super::{again, check_channel, chosen, listing};
use crate::app::{App, Failure, Project, Verdict};
use crate::audit;
use crate::cli::office::person;
use crate::config::Config;
use crate::db::Database;
use crate::incident;
use crate::inventory::Inventory;
use crate::notify::{Kind, OutboxFilter, OutboxRow, retry_row};
use crate::render::plural;

/// Let messages that were given up be tried again, by the next `evaluate-alerts`.
///
/// A message keeps its idempotency key: a receiver that got it after all does not tell it twice. One that waits for its next
/// attempt is tried at once. Actions run at most once and are never repeated, and nobody is told of the beginning of an
/// incident that has ended: such a message is refused by its number, and left out of `--dead` and `--channel`.
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
        let all = std::mem::take(&mut rows).into_iter().filter(OutboxRow::may_be_retried);
        for row in all {
            if !has_ended(&row, &database)? {
                rows.push(row);
            }
        }
    }
    rows.iter().try_for_each(|row| refuse(row, &config, &inventory, &database))?;
    if args.dry_run || app.dry_run() {
        app.ui.listing(&listing(&rows), format);
        app.ui.status(format!("would try {} again", plural(rows.len(), "message")));
        return Ok(Verdict::well("dry run"));
    }
    let tried = database.write(|session| {
        let mut tried = Vec::new();
        for row in &rows {
            if retry_row(session, row, app.now())? {
                let detail = json!({ "message": row.id, "was": row.state.name() });
                audit::record(session, app.now(), &args.by, "retry", &row.subject.to_string(), &detail)?;
                tried.push(row.clone());
            }
        }
        Ok(tried)
    })?;
    app.ui.listing(&listing(&again(&database, &tried)?), format);
    let summary = format!("{} to be tried again by the next evaluate-alerts", plural(tried.len(), "message"));
    app.ui.status(&summary);
    Ok(Verdict::well(summary))
}

/// Whether a row cannot be tried again, and why.
fn refuse(
    row: &OutboxRow,
    config: &Config,
    inventory: &Inventory,
    database: &Database,
) -> Result<(), Failure> {
    let (id, state, name) = (row.id, &row.state, &row.recipient);
    if row.kind == Kind::Action {
        return Err(Failure::usage(format!(
            "message {id} is the action {name}: an action runs at most once"
        )));
    }
    if !row.may_be_retried() {
        return Err(Failure::usage(format!("message {id} is {state}"))
            .hint("what waits, was given up, skipped or dropped is tried again"));
    }
    if has_ended(row, database)? {
        let subject = row.subject.to_string().replace(':', " ");
        return Err(Failure::usage(format!(
            "message {id} tells the beginning of {subject}, which has ended"
        ))
        .hint("whoever may have heard of its beginning is told its end; `incident note` adds to it"));
    }
    // It was skipped under the name, for want of an address.
    if row.attempts > 0 || row.person != *name || row.kind == Kind::Test {
        return Ok(());
    }
    let Some(channel) = config.channels.get(&row.channel) else {
        return Err(Failure::usage(format!("message {id} is for {name} by no channel there is")).hint(HINT));
    };
    let Some(kind) = channel.address_kind() else { return Ok(()) };
    let found = inventory.directory.addresses(name, kind, None, row.created);
    if found.iter().any(|found| found.address == *name) {
        return Ok(());
    }
    let why = if inventory.directory.knows(name) {
        "had none of the kind"
    } else {
        "is nobody who has one of the kind"
    };
    Err(Failure::usage(format!("message {id} has no address: {name} {why} {kind}")).hint(HINT))
}

const HINT: &str = "mend tillwatch.toml; whatever is told about the incident from then on reaches it";

/// Whether a row tells the beginning of an incident that has ended.
fn has_ended(row: &OutboxRow, database: &Database) -> Result<bool, Failure> {
    let Some(id) = row.subject.incident().filter(|_| row.kind.is_opening()) else { return Ok(false) };
    let incident = database.read(|session| incident::find(session, id))?;
    Ok(incident.is_some_and(|incident| incident.closed.is_some()))
}
