//! `tillwatch tokens`.

mod create;
mod list;
mod revoke;

use crate::app::{App, Failure, Verdict};

/// Make, list and revoke tokens for the receiver.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    Create(create::Args),
    List(list::Args),
    Revoke(revoke::Args),
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.verb {
        Verb::Create(args) => create::run(args, app),
        Verb::List(args) => list::run(&args, app),
        Verb::Revoke(args) => revoke::run(&args, app),
    }
}
