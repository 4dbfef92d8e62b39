//! `tillwatch heartbeat`.

mod send;

use crate::app::{App, Failure, Verdict};

/// Send heartbeats.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Send(send::Args),
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.command {
        Command::Send(args) => send::run(args, app),
    }
}
