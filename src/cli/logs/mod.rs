//! `tillwatch logs`.

use crate::app::{App, Failure, Verdict};

/// Ship log files.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: Args, _app: &App) -> Result<Verdict, Failure> {
    Err(Failure::incomplete("not built yet"))
}
