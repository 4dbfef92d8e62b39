//! `tillwatch report`.

use crate::app::{App, Failure, Verdict};

/// Render the daily or weekly report.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: Args, _app: &App) -> Result<Verdict, Failure> {
    Err(Failure::incomplete("not built yet"))
}
