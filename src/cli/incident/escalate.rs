//! `tillwatch incident escalate`.

use super::actor::{Actor, act_format};
use super::send::send;
use crate::app::{App, Failure, Verdict};
use crate::cli::office::Office;

/// Take the next step of an incident's escalation now, whoever has acknowledged it.
///
/// The messages are sent at once. What cannot be delivered stays queued for evaluate-alerts, and the exit code is 3.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch incident escalate 3 --comment \"I need the lead\"")]
pub(super) struct Args {
    /// The incident's number.
    id: i64,

    #[command(flatten)]
    actor: Actor,

    /// Why.
    #[arg(long, value_name = "TEXT")]
    comment: Option<String>,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = act_format(app)?;
    let (office, actor) = (Office::open(app)?, &args.actor);
    let found = actor.perform(app, &office, args.id, args.comment.as_deref(), |act, session, desk| {
        act.escalate(session, desk, args.id)
    })?;
    let what = format!("escalated by {} to step {}", actor.by, found.incident.steps_taken());
    send(app, &office, actor, format, found, &what)
}
