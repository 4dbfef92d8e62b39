//! `tillwatch report show`.

use crate::app::{App, Failure, Verdict};
use crate::report::Definition;

/// Print a report's definition: what to begin one of your own with.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch report show daily > templates/reports/mine.toml")]
pub(super) struct Args {
    /// Which report: one of `report list`.
    name: String,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let definition = Definition::load(&app.config()?.resolve("templates".as_ref()), &args.name)?;
    app.ui.data(&definition.text);
    Ok(Verdict::well(definition.title))
}
