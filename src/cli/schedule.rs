//! `tillwatch schedule`.

use crate::app::{App, Failure, Verdict};

/// Show when the jobs run, or print them for cron or systemd.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: Args, _app: &App) -> Result<Verdict, Failure> {
    Err(Failure::incomplete("not built yet"))
}
