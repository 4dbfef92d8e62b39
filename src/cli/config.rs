//! `tillwatch config`.

use crate::app::{App, Failure, Verdict};

/// Show the configuration's schema.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: Args, _app: &App) -> Result<Verdict, Failure> {
    Err(Failure::incomplete("not built yet"))
}
