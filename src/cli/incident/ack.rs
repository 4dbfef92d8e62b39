//! `tillwatch incident ack`.

use jiff::Timestamp;

use super::actor::{Actor, act_format};
use super::several::{Chosen, Selection, each};
use crate::app::{App, Failure, Verdict};
use crate::cli::alerts::time;
use crate::cli::office::Office;
use crate::db::Session;
use crate::incident::{Act, Incident};
use crate::time::Duration;

/// Acknowledge incidents: somebody is at them.
///
/// An incident is not repeated then, and steps of its escalation that say so wait, until the acknowledgement lapses, is
/// taken back, or the incident becomes graver than it was. --all takes those that nobody has acknowledged.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  tillwatch incident ack 3 --by ivan --for 2h --comment \"restarting the pool\"\n  tillwatch incident ack --all --severity P1 --rule HeartbeatMissed"
)]
pub(super) struct Args {
    /// The incidents' numbers.
    #[arg(value_name = "ID")]
    ids: Vec<i64>,

    #[command(flatten)]
    selection: Selection,

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
    let until = args.lapses(app, office.config.routing.ack_for)?;
    let act = |act: &Act<'_>, session: &mut dyn Session, id| {
        if args.undo { act.unacknowledge(session, id) } else { act.acknowledge(session, id, until) }
    };
    let lapses = until.map(|until| format!(" until {}", time(until))).unwrap_or_default();
    let what = if args.undo {
        "no longer acknowledged".to_owned()
    } else {
        format!("acknowledged by {}{lapses}", actor.by)
    };
    let may = |incident: &Incident| incident.holder(app.now()).is_some() == args.undo;
    match args.selection.chosen(app, &office, &args.ids, may)? {
        Chosen::One(id) => {
            let found = actor.perform(app, &office, id, comment, |by, session, _| act(by, session, id))?;
            actor.say(app, format, &found, &what);
            Ok(Verdict::well(format!("incident {id} {what}")))
        }
        Chosen::Several(ids) => {
            let outcomes = actor
                .perform_all(app, &office, comment, |by, session, _| each(&ids, |id| act(by, session, id)))?;
            actor.say_all(app, format, &outcomes, &what)
        }
    }
}

impl Args {
    /// When the acknowledgement lapses.
    fn lapses(&self, app: &App, by_default: Option<Duration>) -> Result<Option<Timestamp>, Failure> {
        if self.undo {
            return Ok(None);
        }
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
