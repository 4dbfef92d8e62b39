//! `tillwatch incident resolve`.

use super::actor::{Actor, act_format};
use super::found::Found;
use super::send::{send, send_all};
use super::several::{Chosen, Selection};
use crate::app::{App, Failure, Verdict};
use crate::cli::office::Office;

/// Close incidents, though their alerts may still fire.
///
/// Whoever was told of one is told at once that it has ended. Alerts of it that still fire are told again only once they
/// have ended and begun anew. What cannot be delivered stays queued for evaluate-alerts, and the exit code is 3.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch incident resolve 3 --comment \"the store is being rebuilt\"")]
pub(super) struct Args {
    /// The incidents' numbers.
    #[arg(value_name = "ID")]
    ids: Vec<i64>,

    #[command(flatten)]
    selection: Selection,

    #[command(flatten)]
    actor: Actor,

    /// Why.
    #[arg(long, value_name = "TEXT")]
    comment: Option<String>,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = act_format(app)?;
    let (office, actor, comment) = (Office::open(app)?, &args.actor, args.comment.as_deref());
    match args.selection.chosen(app, &office, &args.ids, |_| true)? {
        Chosen::One(id) => {
            let found = actor.perform(app, &office, id, comment, |act, session, desk| {
                Ok(act.resolve(session, desk, &[id])?.remove(0).1)
            })?;
            let what = format!("resolved by {}{}", actor.by, still(&found));
            send(app, &office, actor, format, found, &what)
        }
        Chosen::Several(ids) => {
            let outcomes = actor
                .perform_all(app, &office, comment, |act, session, desk| act.resolve(session, desk, &ids))?;
            send_all(app, &office, actor, format, &outcomes, &format!("resolved by {}", actor.by))
        }
    }
}

fn still(found: &Found) -> String {
    match found.alerts.iter().filter(|alert| alert.state_name() == "firing").count() {
        0 => String::new(),
        1 => "; 1 of its alerts still fires, told again once ended and begun anew".into(),
        firing => format!("; {firing} of its alerts still fire, told again once ended and begun anew"),
    }
}
