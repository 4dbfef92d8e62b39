//! `tillwatch pir`.

mod new;

use crate::app::{App, Failure, Verdict};

/// Draft post-incident reviews.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    New(new::Args),
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.verb {
        Verb::New(args) => new::run(&args, app),
    }
}
