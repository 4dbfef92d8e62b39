//! `tillwatch pir export`.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::which::{gatherer, look_up, review};
use crate::app::{App, Failure, Format, Project, Verdict};
use crate::pir::{Action, Document, Folder, Review, Scope, page, without_markers};

/// Give a review to readers: one HTML page with its charts, Markdown without markers, or JSON.
///
/// The page needs nothing beside it, and prints. Charts are drawn from what is on record now; where nothing is any more,
/// the page has the review's own words alone.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  tillwatch pir export INC-2025-10-24-001 --format html --output review.html"
)]
pub(super) struct Args {
    /// The review, by id or file.
    #[arg(value_name = "ID|FILE")]
    review: String,

    /// Where to write it; stdout by default.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Html, Format::Markdown, Format::Json])?;
    let project = app.project()?;
    let folder = Folder::of(&project.config);
    let (_, text, mut document) = review(&folder, &args.review)?;
    look_up(std::slice::from_mut(&mut document), &project.config, app)?;
    let evidence = if format == Format::Markdown { None } else { evidence(&document, &project, app) };
    let exported = match format {
        Format::Markdown => without_markers(&text),
        Format::Json => crate::app::json_text(json(&document, &folder, &text, evidence.as_ref(), app)),
        _ => {
            let courses = evidence.map(|review| review.courses).unwrap_or_default();
            let (name, state) = (&project.config.project.name, document.standing(app.now()).name());
            page(&app.templates(&project.config)?, name, &document, state, &text, &courses)?
        }
    };
    match &args.output {
        Some(path) => fs::write(path, exported)
            .map_err(|error| Failure::incomplete(format!("{}: {error}", path.display())))?,
        None => app.ui.data(&exported),
    }
    Ok(Verdict::well(document.id))
}

/// What is on record about a review now; a warning where nothing is.
fn evidence(document: &Document, project: &Project, app: &App) -> Option<Review> {
    let front = document.front.as_ref()?;
    let gathered = || -> Result<Option<Review>, Failure> {
        let database = app.existing_database(&project.config)?;
        let scope = database.read(|session| Scope::again(session, front, &project.inventory.label))?;
        let Some(scope) = scope else { return Ok(None) };
        let (runner, rules) = (project.runner(app), app.rules_that_work(&project.config));
        Ok(Some(gatherer(project, &runner, &rules, app).review(&database, &scope, document.id.clone())?))
    };
    let found = gathered().unwrap_or_else(|failure| {
        app.ui.warn(failure.message);
        None
    });
    if found.is_none() {
        app.ui.warn("nothing is on record about it any more: there are no charts");
    }
    found
}

fn json(document: &Document, folder: &Folder, text: &str, evidence: Option<&Review>, app: &App) -> Value {
    let today = folder.day(app.now());
    let action = |action: &Action| {
        json!({
            "state": action.state(today),
            "due": action.due,
            "owner": action.owner,
            "action": action.text,
            "line": action.line,
        })
    };
    json!({
        "review": {
            "id": document.id,
            "date": document.date,
            "severity": document.severity,
            "state": document.standing(app.now()).name(),
            "due": document.limit,
            "file": document.file,
            "actions": document.actions.iter().map(action).collect::<Value>(),
            "text": without_markers(text),
        },
        "evidence": evidence,
    })
}
