//! `tillwatch check`.

use crate::app::{App, Failure, Verdict};

/// Validate everything of a project.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: Args, _app: &App) -> Result<Verdict, Failure> {
    Err(Failure::incomplete("not built yet"))
}
