//! `tillwatch query`.

use crate::app::{App, Failure, Verdict};

/// Run a query and print its result.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: Args, _app: &App) -> Result<Verdict, Failure> {
    Err(Failure::incomplete("not built yet"))
}
