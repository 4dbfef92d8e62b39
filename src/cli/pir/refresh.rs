//! `tillwatch pir refresh`.

use serde_json::{Value, json};

use super::which::{gatherer, replace, review};
use crate::app::{App, Failure, Format, Verdict};
use crate::pir::{Folder, Outcome, Refreshed, Scope, Torn, draft, refresh};

/// Bring the generated blocks of a review up to date with what is on record.
///
/// They stand between `<!-- tillwatch:NAME … -->` and `<!-- /tillwatch -->`; nothing else of the file changes. A block
/// that somebody has edited is left as it is, with a warning. Exits 2 and writes nothing where a marker lacks its other
/// half.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch pir refresh INC-2025-10-24-001")]
pub(super) struct Args {
    /// The review, by id or file.
    #[arg(value_name = "ID|FILE")]
    review: String,

    /// Also rewrite blocks that somebody has edited.
    #[arg(long)]
    force: bool,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Text, Format::Json])?;
    let project = app.project()?;
    let (file, text, document) = review(&Folder::of(&project.config), &args.review)?;
    let front = document.front.ok_or_else(|| {
        Failure::usage(format!("{} does not say what it is about", file.display()))
            .hint("only a review that `pir new` drafted can be refreshed: its first line names an alert, an incident or a time")
    })?;
    if let Some(Torn { line, what }) = document.torn.first() {
        return Err(Failure::usage(format!("{}:{line}: {what}", file.display())).hint(Torn::HINT));
    }
    let database = app.existing_database(&project.config)?;
    let scope = database.read(|session| Scope::again(session, &front, &project.inventory.label))?;
    let scope = scope.ok_or_else(|| {
        Failure::incomplete(format!("what {} is about is no longer on record", document.id))
            .hint("[retention] says how long things are kept; the review stays as it is")
    })?;
    let (runner, rules) = (project.runner(app), app.rules_that_work(&project.config));
    let fresh = gatherer(&project, &runner, &rules, app).review(&database, &scope, document.id.clone())?;
    let (new, blocks) = refresh(&text, &draft(&app.templates(&project.config)?, &fresh)?, args.force);
    for Refreshed { name, line, outcome } in &blocks {
        let place = format!("{}:{line}", file.display());
        match outcome {
            Outcome::Edited => app.ui.warn(format!(
                "{place}: the block {name} was edited and is left as it is; --force rewrites it"
            )),
            Outcome::Unknown => {
                app.ui.warn(format!("{place}: the template has no block {name}; it is left as it is"));
            }
            Outcome::Same | Outcome::Rewritten => {}
        }
    }
    let rewritten = blocks.iter().filter(|block| block.outcome == Outcome::Rewritten).count();
    let summary = format!("{}: {rewritten} of {} blocks rewritten", document.id, blocks.len());
    if new != text && !app.dry_run() {
        replace(&file, &new)?;
    }
    if format == Format::Json {
        let shown = |block: &Refreshed| json!({ "name": block.name, "line": block.line, "outcome": block.outcome.name() });
        app.ui.json(json!({ "review": document.id, "blocks": blocks.iter().map(shown).collect::<Value>() }));
    } else if app.dry_run() {
        app.ui.data(&new);
        app.ui.status(format!("{summary}; with --now, --commit writes it"));
    } else {
        app.ui.status(&summary);
    }
    Ok(Verdict::well(summary))
}
