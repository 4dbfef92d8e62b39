//! `tillwatch alerts silence expire`.

use jiff::Timestamp;
use serde_json::json;

use crate::app::{App, Failure, Verdict};
use crate::audit;
use crate::cli::alerts::time;
use crate::cli::office::person;
use crate::db::{DbError, Session};
use crate::incident::{Silence, expire, silences};

/// End silences now; what they held back and still fires is told at the next evaluate-alerts.
///
/// Either all of them end or, if one is unknown or has ended, none.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch alerts silence expire 3 4")]
pub(super) struct Args {
    /// The silences' numbers, as `alerts silence list` prints them.
    #[arg(value_name = "ID", required = true)]
    ids: Vec<i64>,

    /// Who ends them.
    #[arg(long, value_name = "NAME", env = "USER", value_parser = person)]
    by: String,

    /// Say what would end, and do nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let (database, now) = (app.existing_database(&app.config()?)?, app.now());
    let all = database.read(|session| silences(session, Timestamp::UNIX_EPOCH))?;
    for id in &args.ids {
        known(&all, *id, now)?;
    }
    let is_dry = args.dry_run || app.dry_run();
    if !is_dry {
        database.write(|session| args.ids.iter().try_for_each(|id| end(session, *id, &args.by, now)))?;
    }
    for id in &args.ids {
        let ended = if is_dry { "would end" } else { "has ended" };
        app.ui.status(format!("silence {id} {ended}"));
    }
    Ok(Verdict::well(format!("{} silences ended", args.ids.len())))
}

/// Refuses one that is unknown or has ended.
fn known(all: &[Silence], id: i64, now: Timestamp) -> Result<(), Failure> {
    let hint = "`tillwatch alerts silence list` lists those that hold";
    match all.iter().find(|silence| silence.id == id) {
        None => Err(Failure::usage(format!("there is no silence {id}")).hint(hint)),
        Some(ended) if ended.ends <= now => {
            Err(Failure::usage(format!("silence {id} ended at {}", time(ended.ends))).hint(hint))
        }
        Some(_) => Ok(()),
    }
}

/// Ends one, with its entry in the audit trail; one that somebody else has ended since stays as it is.
fn end(session: &mut dyn Session, id: i64, by: &str, now: Timestamp) -> Result<(), DbError> {
    if !expire(session, id, now)? {
        return Ok(());
    }
    audit::record(session, now, by, "expire", &format!("silence:{id}"), &json!({}))
}
