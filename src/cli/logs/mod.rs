//! `tillwatch logs`.

mod entries;
mod ship;
mod status;

use crate::app::{App, Failure, Verdict};

/// Ship log files and see how far they are.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Ship(ship::Args),
    Status(status::Args),
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.command {
        Command::Ship(args) => ship::run(&args, app),
        Command::Status(args) => status::run(&args, app),
    }
}
