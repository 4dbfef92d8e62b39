//! `tillwatch alerts outbox list`.

use clap::builder::PossibleValuesParser;
use jiff::Timestamp;

use super::listing;
use crate::app::{App, Failure, Verdict};
use crate::notify::{OutboxFilter, State, list_rows};
use crate::render::plural;
use crate::time::Duration;

/// List the messages that wait to be sent or were given up.
///
/// Exits 1 if one was given up.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch alerts outbox list --state dead")]
pub(super) struct Args {
    /// Only messages in this state, whenever they got there.
    #[arg(long, value_name = "STATE", value_parser = PossibleValuesParser::new(State::ALL.map(State::name)))]
    state: Option<String>,

    /// Also messages that were settled within this time: sent, superseded, dropped.
    #[arg(long, value_name = "DURATION")]
    over: Option<Duration>,

    /// Only messages about this incident, whatever became of them.
    #[arg(long, value_name = "NUMBER")]
    incident: Option<i64>,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let database = app.existing_database(&app.config()?)?;
    let (since, until) = app.recent(args.over);
    let is_everything = args.over.is_none() && (args.state.is_some() || args.incident.is_some());
    let filter = OutboxFilter {
        state: args.state.as_deref(),
        incident: args.incident,
        settled_since: (!is_everything).then_some(if args.over.is_some() { since } else { Timestamp::MAX }),
        until: Some(until),
        ..OutboxFilter::default()
    };
    let rows = database.read(|session| list_rows(session, &filter))?;
    let waiting = rows.iter().filter(|row| row.state.is_waiting()).count();
    let dead = rows.iter().filter(|row| row.state == State::Dead).count();
    app.ui.listing(&listing(&rows), format);
    let summary = format!("{} waiting, {dead} given up", plural(waiting, "message"));
    Ok(if dead == 0 { Verdict::well(summary) } else { Verdict::unwell(summary) })
}
