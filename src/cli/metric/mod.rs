//! `tillwatch metric`.

mod push;
mod spool;

use crate::app::{App, Failure, Verdict};

/// Push metrics, and see what waits to be pushed.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Push(push::Args),
    Spool(spool::Args),
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.command {
        Command::Push(args) => push::run(args, app),
        Command::Spool(args) => spool::run(args, app),
    }
}
