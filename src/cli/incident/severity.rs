//! `tillwatch incident severity`.

use std::collections::BTreeSet;

use super::actor::{Actor, act_format};
use crate::app::{App, Failure, Verdict};
use crate::cli::office::Office;

/// The word that lets the alerts decide.
const AUTO: &str = "auto";

/// Set an incident's severity by hand, or let its alerts decide again.
///
/// Who is told, and when, is that of the new severity. A graver one is told at the next evaluate-alerts, and an
/// acknowledgement of the lesser one does not cover it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch incident severity 3 P0 --comment \"every till is down\"")]
pub(super) struct Args {
    /// The incident's number.
    id: i64,

    #[command(flatten)]
    actor: Actor,

    /// One of the severities, or `auto`: the gravest of its alerts.
    severity: String,

    /// Why.
    #[arg(long, value_name = "TEXT")]
    comment: Option<String>,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = act_format(app)?;
    let (office, actor) = (Office::open(app)?, &args.actor);
    let severity = Some(args.severity.as_str()).filter(|severity| *severity != AUTO);
    severity
        .map_or(Ok(()), |severity| office.knows_severity(severity, &BTreeSet::from([AUTO.to_owned()])))?;
    let found = actor.perform(app, &office, args.id, args.comment.as_deref(), |act, session, _| {
        act.set_severity(session, args.id, severity)
    })?;
    let what = severity.map_or_else(
        || "as grave as its alerts from the next evaluate-alerts on".to_owned(),
        |severity| format!("{severity}, set by {}", actor.by),
    );
    actor.say(app, format, &found, &what);
    Ok(Verdict::well(format!("incident {} {what}", args.id)))
}
