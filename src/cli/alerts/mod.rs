//! `tillwatch alerts`.

mod history;
mod list;
mod matchers;
mod message;
mod outbox;
mod route;
mod show;
mod silence;
mod test;
mod why;

use jiff::Timestamp;
use serde_json::json;

pub(super) use message::{ahead_json, ahead_line, message_json, message_line, untold_lines};

use crate::alert::Alert;
use crate::app::{App, Failure, Verdict};

/// Look at alerts.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::Args),
    Show(show::Args),
    History(history::Args),
    Route(route::Args),
    Silence(silence::Args),
    Outbox(outbox::Args),
    Test(test::Args),
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.verb {
        Verb::List(args) => list::run(&args, app),
        Verb::Show(args) => show::run(&args, app),
        Verb::History(args) => history::run(&args, app),
        Verb::Route(args) => route::run(&args, app),
        Verb::Silence(args) => silence::run(&args, app),
        Verb::Outbox(args) => outbox::run(args, app),
        Verb::Test(args) => test::run(&args, app),
    }
}

fn to_json(alert: &Alert) -> serde_json::Value {
    json!({
        "id": alert.id,
        "rule": alert.rule,
        "severity": alert.severity,
        "state": alert.state_name(),
        "labels": alert.labels,
        "values": alert.values,
        "annotations": alert.annotations,
        "started": alert.started,
        "fired": alert.fired,
        "ended": alert.ended,
        "incident": alert.incident,
    })
}

/// An instant as lists print it: UTC, marked by its Z.
pub(super) fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M:%SZ").to_string()
}
