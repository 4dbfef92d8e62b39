//! `tillwatch evaluate-alerts`.

use crate::app::{App, Failure, Verdict};

/// Evaluate the alert rules and tell who must know.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: Args, _app: &App) -> Result<Verdict, Failure> {
    Err(Failure::incomplete("not built yet"))
}
