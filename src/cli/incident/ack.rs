//! `tillwatch incident ack`.

use jiff::Timestamp;

use super::actor::{Actor, act_format};
use crate::app::{App, Failure, Verdict};
use crate::cli::alerts::time;
use crate::cli::office::Office;
use crate::time::Duration;

/// Acknowledge an incident: somebody is at it.
///
/// It is not repeated then, and steps of its escalation that say so wait, until the acknowledgement lapses, is taken
/// back, or the incident becomes graver than it was.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  tillwatch incident ack 3 --by ivan --for 2h --comment \"restarting the pool\""
)]
pub(super) struct Args {
    #[command(flatten)]
    actor: Actor,

    /// What for.
    #[arg(long, value_name = "TEXT")]
    comment: Option<String>,

    /// After how long it lapses; `ack_for` of `[routing]` by default, and never where that is absent.
    #[arg(long = "for", value_name = "DURATION", conflicts_with = "until")]
    lasts: Option<Duration>,

    /// When it lapses.
    #[arg(long, value_name = "RFC3339")]
    until: Option<Timestamp>,

    /// Take the acknowledgement back: the escalation goes on.
    #[arg(long, conflicts_with_all = ["lasts", "until"])]
    undo: bool,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = act_format(app)?;
    let office = Office::open(app)?;
    let (actor, comment) = (&args.actor, args.comment.as_deref());
    let (found, what) = if args.undo {
        let found =
            actor.perform(app, &office, comment, |act, session, _| act.unacknowledge(session, actor.id))?;
        (found, "no longer acknowledged".to_owned())
    } else {
        let until = args.lapses(app, office.config.routing.ack_for)?;
        let found = actor
            .perform(app, &office, comment, |act, session, _| act.acknowledge(session, actor.id, until))?;
        let lapses = until.map(|until| format!(" until {}", time(until))).unwrap_or_default();
        (found, format!("acknowledged by {}{lapses}", actor.by))
    };
    actor.say(app, format, &found, &what);
    Ok(Verdict::well(format!("incident {} {what}", actor.id)))
}

impl Args {
    /// When the acknowledgement lapses.
    fn lapses(&self, app: &App, by_default: Option<Duration>) -> Result<Option<Timestamp>, Failure> {
        let lasts = self.lasts.or(by_default);
        let until = self.until.or(lasts.and_then(|lasts| app.now().checked_add(lasts.signed()).ok()));
        match until {
            Some(until) if until <= app.now() => {
                let lapsed = format!("an acknowledgement until {} has lapsed already", time(until));
                Err(Failure::usage(lapsed).hint("give a later --until, or a --for above 0"))
            }
            until => Ok(until),
        }
    }
}
