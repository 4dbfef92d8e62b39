//! `tillwatch metric`.

mod push;

use crate::app::{App, Failure, Verdict};

/// Push metrics.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Push(push::Args),
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.command {
        Command::Push(args) => push::run(args, app),
    }
}
