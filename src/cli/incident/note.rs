//! `tillwatch incident note`.

use super::actor::{Actor, act_format};
use super::several::{Chosen, Selection, each};
use crate::app::{App, Failure, Verdict};
use crate::cli::office::Office;

/// Write something down about incidents, open or ended.
///
/// It stands in the incidents' timelines and in the audit trail.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch incident note 3 \"the pool is back, watching it\"")]
pub(super) struct Args {
    /// The incidents' numbers, and last what there is to say.
    #[arg(value_names = ["ID… TEXT"], num_args = 1.., required = true)]
    words: Vec<String>,

    #[command(flatten)]
    selection: Selection,

    #[command(flatten)]
    actor: Actor,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = act_format(app)?;
    let (ids, text) = args.read()?;
    let (office, actor) = (Office::open(app)?, &args.actor);
    let what = format!("noted by {}", actor.by);
    match args.selection.chosen(app, &office, &ids, |_| true)? {
        Chosen::One(id) => {
            let found =
                actor.perform(app, &office, id, Some(text), |act, session, _| act.note(session, id))?;
            actor.say(app, format, &found, &what);
            Ok(Verdict::well(format!("incident {id} noted")))
        }
        Chosen::Several(ids) => {
            let outcomes = actor.perform_all(app, &office, Some(text), |act, session, _| {
                each(&ids, |id| act.note(session, id))
            })?;
            actor.say_all(app, format, &outcomes, &what)
        }
    }
}

impl Args {
    /// The numbers and the text.
    fn read(&self) -> Result<(Vec<i64>, &str), Failure> {
        let (text, ids) = self.words.split_last().ok_or_else(|| Failure::usage("a note needs a text"))?;
        let number = |word: &String| {
            word.parse::<i64>().map_err(|_| {
                Failure::usage(format!("{word} is no incident's number"))
                    .hint("write the numbers first and the text, in quotes, last")
            })
        };
        let ids: Vec<i64> = ids.iter().map(number).collect::<Result<_, _>>()?;
        if text.trim().is_empty() {
            return Err(Failure::usage("a note without text says nothing"));
        }
        Ok((ids, text))
    }
}
