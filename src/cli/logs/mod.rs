//! `tillwatch logs`.

mod deadletter;
mod entries;
mod ingest;
mod progress;
mod range;
mod receiver;
mod search;
mod ship;
mod stats;
mod status;

use crate::app::{App, Failure, Verdict};

pub(in crate::cli) use entries::mistake;

/// Ship log files, see how far they are, and look at the lines that arrived.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Ship(ship::Args),
    Status(status::Args),
    #[command(name = "deadletter")]
    DeadLetter(deadletter::Args),
    Ingest(ingest::Args),
    Search(search::Args),
    Stats(stats::Args),
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.command {
        Command::Ship(args) => ship::run(&args, app),
        Command::Status(args) => status::run(&args, app),
        Command::DeadLetter(args) => deadletter::run(args, app),
        Command::Ingest(args) => ingest::run(&args, app),
        Command::Search(args) => search::run(args, app),
        Command::Stats(args) => stats::run(args, app),
    }
}
