//! `tillwatch logs deadletter show`.

use serde_json::json;

use super::{Which, none};
use crate::app::{App, Failure, Format, Verdict};

/// Show a line that a receiver refused, as it was sent: redacted, and cut where it was too long.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch logs deadletter show 3f9a1c")]
pub(super) struct Args {
    /// Its id, as `logs deadletter list` prints it; the beginning is enough.
    #[arg(value_name = "ID")]
    id: String,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Text, Format::Json])?;
    let config = app.config()?;
    let which = Which { ids: vec![args.id.clone()], entry: None, all: false };
    let found = which.find(&config)?;
    let (entry, letters) = found.first().ok_or_else(|| none(&args.id))?;
    let letter = letters.first().ok_or_else(|| none(&args.id))?;
    if format == Format::Json {
        app.ui.json(json!({ "entry": entry.name, "letter": letter }));
    } else {
        let (file, line, offset) = (&letter.file, letter.line, letter.offset);
        let (at, reason, text) = (letter.at, &letter.reason, &letter.text);
        app.ui.text(&format!(
            "{file}:{line}, byte {offset}, of {}\nrefused at {at}: {reason}\n\n{text}",
            entry.name
        ));
    }
    Ok(Verdict::well(&letter.reason))
}
