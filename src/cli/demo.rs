//! `tillwatch demo`.

use crate::app::{App, Failure, Verdict};

/// Show all of it at work on a made-up chain of six stores.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: Args, _app: &App) -> Result<Verdict, Failure> {
    Err(Failure::incomplete("not built yet"))
}
