//! `tillwatch incident note`.

use super::actor::{Actor, act_format};
use crate::app::{App, Failure, Verdict};
use crate::cli::office::Office;

/// Write something down about an incident, open or ended.
///
/// It stands in the incident's timeline and in the audit trail.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch incident note 3 \"the pool is back, watching it\"")]
pub(super) struct Args {
    #[command(flatten)]
    actor: Actor,

    /// What there is to say.
    text: String,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = act_format(app)?;
    if args.text.trim().is_empty() {
        return Err(Failure::usage("a note without text says nothing"));
    }
    let (office, actor) = (Office::open(app)?, &args.actor);
    let note = Some(args.text.as_str());
    let found = actor.perform(app, &office, note, |act, session, _| act.note(session, actor.id))?;
    actor.say(app, format, &found, &format!("noted by {}", actor.by));
    Ok(Verdict::well(format!("incident {} noted", actor.id)))
}
