//! `tillwatch pir note`.

use super::which::{replace, review};
use crate::app::{App, Failure, Verdict};
use crate::cli::office::person;
use crate::pir::{Folder, add_note, note_line};

/// Add a line to a review's timeline, with the time and who says it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  tillwatch pir note INC-2025-10-24-001 \"root cause: the connection pool was empty\""
)]
pub(super) struct Args {
    /// The review, by id or file.
    #[arg(value_name = "ID|FILE")]
    review: String,

    /// What there is to say.
    text: String,

    /// Who says it.
    #[arg(long, value_name = "NAME", env = "USER", value_parser = person)]
    by: String,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    if args.text.trim().is_empty() {
        return Err(Failure::usage("a note without text says nothing"));
    }
    let folder = Folder::of(&app.config()?);
    let (file, text, document) = review(&folder, &args.review)?;
    let line = note_line(app.now(), folder.zone(), &args.by, &args.text);
    if app.dry_run() {
        app.ui.data(&line);
        app.ui.status("with --now, --commit writes it");
    } else {
        replace(&file, &add_note(&text, &line))?;
        app.ui.status(format!("noted in {}", file.display()));
    }
    Ok(Verdict::well(format!("{} noted", document.id)))
}
