//! `tillwatch config`.

use crate::app::{App, Failure, Verdict};
use crate::config;

/// Show the configuration's schema.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch config schema > tillwatch.schema.json")]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Print the JSON Schema of tillwatch.toml, with which editors complete and check its keys.
    Schema,
}

pub(crate) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    match args.command {
        Command::Schema => {
            let schema = serde_json::to_string_pretty(&config::schema())
                .map_err(|error| Failure::incomplete(format!("schema: {error}")))?;
            app.ui.data(&schema);
            Ok(Verdict::well("schema printed"))
        }
    }
}
