//! `tillwatch pir`.

mod actions;
mod check;
mod export;
mod list;
mod new;
mod note;
mod refresh;
mod which;

use crate::app::{App, Failure, Verdict};

/// Draft post-incident reviews and hold them to their limits.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    New(new::Args),
    Refresh(refresh::Args),
    Note(note::Args),
    List(list::Args),
    Check(check::Args),
    Actions(actions::Args),
    Export(export::Args),
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.verb {
        Verb::New(args) => new::run(&args, app),
        Verb::Refresh(args) => refresh::run(&args, app),
        Verb::Note(args) => note::run(&args, app),
        Verb::List(args) => list::run(&args, app),
        Verb::Check(args) => check::run(&args, app),
        Verb::Actions(args) => actions::run(&args, app),
        Verb::Export(args) => export::run(&args, app),
    }
}
