//! `tillwatch db`.

mod check;
mod prune;

use crate::app::{App, Failure, Verdict};

/// Look after the own databases.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Prune(prune::Args),
    Check(check::Args),
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.command {
        Command::Prune(args) => prune::run(&args, app),
        Command::Check(args) => check::run(&args, app),
    }
}
