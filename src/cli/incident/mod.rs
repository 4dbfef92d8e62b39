//! `tillwatch incident`.

mod ack;
mod actor;
mod escalate;
mod found;
mod list;
mod note;
mod resolve;
mod send;
mod several;
mod severity;
mod show;
mod timeline;

use crate::app::{App, Failure, Verdict};

/// Look at incidents and act on them: acknowledge, note, escalate, resolve.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::Args),
    Show(show::Args),
    Ack(ack::Args),
    Note(note::Args),
    Severity(severity::Args),
    Escalate(escalate::Args),
    Resolve(resolve::Args),
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.verb {
        Verb::List(args) => list::run(&args, app),
        Verb::Show(args) => show::run(&args, app),
        Verb::Ack(args) => ack::run(&args, app),
        Verb::Note(args) => note::run(&args, app),
        Verb::Severity(args) => severity::run(&args, app),
        Verb::Escalate(args) => escalate::run(&args, app),
        Verb::Resolve(args) => resolve::run(&args, app),
    }
}
