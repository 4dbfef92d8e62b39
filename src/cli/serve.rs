//! `tillwatch serve`.

use crate::app::{App, Failure, Verdict};

/// Receive heartbeats, metrics and logs.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: Args, _app: &App) -> Result<Verdict, Failure> {
    Err(Failure::incomplete("not built yet"))
}
