//! `tillwatch incident`.

use crate::app::{App, Failure, Verdict};

/// Look at incidents and acknowledge them.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: Args, _app: &App) -> Result<Verdict, Failure> {
    Err(Failure::incomplete("not built yet"))
}
