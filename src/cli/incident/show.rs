//! `tillwatch incident show`.

use super::found::{Found, unknown};
use crate::app::{App, Failure, Format, Verdict};
use crate::cli::office::Office;

/// Show one incident: its alerts, who was told, what people did, and what comes next.
///
/// `next` says what is told when, if nothing happens, or why nothing is told.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch incident show 3")]
pub(super) struct Args {
    /// The incident's number.
    id: i64,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Text, Format::Json])?;
    let office = Office::open(app)?;
    let desk = office.desk();
    let found = office.database.read(|session| Found::read(session, &desk, args.id, app.now()))?;
    let found = found.ok_or_else(|| unknown(args.id))?;
    if format == Format::Json {
        app.ui.json(found.to_json());
    } else {
        app.ui.text(&found.to_text());
    }
    Ok(Verdict::well(format!("incident {} {}", found.incident.id, found.state)))
}
