//! `tillwatch heartbeat-check`.

use crate::app::{App, Failure, Verdict};

/// Tell which stores are up by their heartbeats.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: Args, _app: &App) -> Result<Verdict, Failure> {
    Err(Failure::incomplete("not built yet"))
}
