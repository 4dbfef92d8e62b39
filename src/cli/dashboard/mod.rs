//! `tillwatch dashboard`.

mod list;
mod render;

use crate::app::{App, Failure, Verdict};
use crate::dashboard::DashboardError;

/// Look at dashboards: list them, or write them as files.
///
/// What a dashboard shows is templates/dashboards/NAME.toml; a file of the project takes the place of the shipped one.
/// `tillwatch serve` shows them live.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::Args),
    Render(render::Args),
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.verb {
        Verb::List(args) => list::run(&args, app),
        Verb::Render(args) => render::run(&args, app),
    }
}

impl From<DashboardError> for Failure {
    fn from(error: DashboardError) -> Self {
        match error {
            DashboardError::Database(error) => error.into(),
            DashboardError::Query(error) => error.into(),
            DashboardError::Render(error) => error.into(),
            DashboardError::Report(error) => error.into(),
            other => Self::usage(other.to_string()),
        }
    }
}
