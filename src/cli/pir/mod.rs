//! `tillwatch pir`.

use crate::app::{App, Failure, Verdict};

/// Draft post-incident reviews.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: Args, _app: &App) -> Result<Verdict, Failure> {
    Err(Failure::incomplete("not built yet"))
}
