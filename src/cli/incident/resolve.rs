//! `tillwatch incident resolve`.

use super::actor::{Actor, act_format};
use super::send::send;
use crate::app::{App, Failure, Verdict};
use crate::cli::office::Office;

/// Close an incident, though its alerts may still fire.
///
/// Whoever was told of it is told at once that it has ended. Alerts of it that still fire are told again only once they
/// have ended and begun anew. What cannot be delivered stays queued for evaluate-alerts, and the exit code is 3.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch incident resolve 3 --comment \"the store is being rebuilt\"")]
pub(super) struct Args {
    #[command(flatten)]
    actor: Actor,

    /// Why.
    #[arg(long, value_name = "TEXT")]
    comment: Option<String>,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = act_format(app)?;
    let (office, actor) = (Office::open(app)?, &args.actor);
    let found = actor
        .perform(app, &office, args.comment.as_deref(), |act, session, _| act.resolve(session, actor.id))?;
    let firing = found.alerts.iter().filter(|alert| alert.state_name() == "firing").count();
    let still = match firing {
        0 => String::new(),
        firing => format!("; {firing} of its alerts still fire, told again once ended and begun anew"),
    };
    send(app, &office, actor, format, found, &format!("resolved by {}{still}", actor.by))
}
