//! `tillwatch alerts silence`.

mod add;
mod expire;
mod list;

use serde_json::json;

use crate::app::{App, Failure, Verdict};
use crate::incident::Silence;

/// Hold back what alerts have to say for a while: add, list and expire silences.
///
/// A silence holds back beginnings, repeats and escalations, never the end of what was told. What still fires when it
/// ends is told then.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    Add(add::Args),
    #[command(visible_alias = "query")]
    List(list::Args),
    Expire(expire::Args),
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    match &args.verb {
        Verb::Add(args) => add::run(args, app),
        Verb::List(args) => list::run(args, app),
        Verb::Expire(args) => expire::run(args, app),
    }
}

fn to_json(silence: &Silence, now: jiff::Timestamp) -> serde_json::Value {
    json!({
        "id": silence.id,
        "state": silence.state(now),
        "matchers": silence.matchers.to_string(),
        "starts": silence.starts,
        "ends": silence.ends,
        "by": silence.author,
        "reason": silence.reason,
    })
}
