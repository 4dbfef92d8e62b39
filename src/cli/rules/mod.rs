//! `tillwatch rules`.

mod list;
pub(super) mod runbook;
mod show;
pub(super) mod test;

use crate::app::{App, Failure, Verdict};

/// Look at the alert rules in force and test them.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::Args),
    Show(show::Args),
    Test(test::Args),
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.verb {
        Verb::List(args) => list::run(&args, app),
        Verb::Show(args) => show::run(&args, app),
        Verb::Test(args) => test::run(&args, app),
    }
}
