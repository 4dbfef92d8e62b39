//! `tillwatch incident severity`.

use std::collections::BTreeSet;

use super::actor::{Actor, act_format};
use crate::app::{App, Failure, Verdict};
use crate::cli::office::Office;
use crate::config::nearest;

/// The word that lets the alerts decide.
const AUTO: &str = "auto";

/// Set an incident's severity by hand, or let its alerts decide again.
///
/// Who is told, and when, is that of the new severity. A graver one is told at the next evaluate-alerts, and an
/// acknowledgement of the lesser one does not cover it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch incident severity 3 P0 --comment \"every till is down\"")]
pub(super) struct Args {
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
    severity.map_or(Ok(()), |severity| known(severity, &office))?;
    let found = actor.perform(app, &office, args.comment.as_deref(), |act, session, _| {
        act.set_severity(session, actor.id, severity)
    })?;
    let what = severity.map_or_else(
        || "as grave as its alerts from the next evaluate-alerts on".to_owned(),
        |severity| format!("{severity}, set by {}", actor.by),
    );
    actor.say(app, format, &found, &what);
    Ok(Verdict::well(format!("incident {} {what}", actor.id)))
}

/// Refuses a severity that neither the configuration nor a rule has.
fn known(severity: &str, office: &Office) -> Result<(), Failure> {
    let configured = office.config.severities.keys().map(String::as_str);
    let all: BTreeSet<&str> =
        configured.chain(office.rules.iter().map(|rule| rule.severity.as_str())).collect();
    if all.contains(severity) {
        return Ok(());
    }
    let failure = Failure::usage(format!("there is no severity {severity}"));
    Err(match nearest(severity, all.iter().copied()) {
        Some(right) => failure.hint(format!("did you mean {right}?")),
        None => {
            failure.hint(format!("use one of {}, {AUTO}", all.into_iter().collect::<Vec<_>>().join(", ")))
        }
    })
}
