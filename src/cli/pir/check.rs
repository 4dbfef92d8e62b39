//! `tillwatch pir check`.

use serde_json::{Value, json};

use super::which::{look_up, reviews};
use crate::app::{App, Exit, Failure, Format, Verdict};
use crate::config::{Config, Problem};
use crate::ingest::{Sample, store_samples};
use crate::inventory::Inventory;
use crate::label::Labels;
use crate::pir::{Document, Finding, Folder, Level, Standing, check, doubled, unreviewed};
use crate::render::plural;

/// Say what is left to do in reviews: words, actions, and what is wrong with them.
///
/// Each finding is printed as `file:line: message (hint)`, as `tillwatch check` does. A review or an action that is
/// overdue, or an incident without a review, makes the exit code 1; a mistake, such as an action without an owner or a
/// timeline that goes back in time, makes it 2. Within 48 hours after the incident's end a draft is a warning; `-v` names
/// each of its placeholders. How much is overdue is kept as samples, which the rule `PostIncidentReviewOverdue` looks at.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch pir check INC-2025-10-24-001 -v")]
pub(super) struct Args {
    /// Reviews, by id or file; all by default.
    #[arg(value_name = "ID|FILE")]
    reviews: Vec<String>,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Text, Format::Json])?;
    let config = app.config()?;
    let folder = Folder::of(&config);
    let mut reviews = reviews(&folder, &args.reviews)?;
    look_up(&mut reviews.documents, &config, app)?;
    let (now, zone) = (app.now(), folder.zone());
    let documents = &reviews.documents;
    let missing = if args.reviews.is_empty() { missing(&config, app, documents)? } else { Vec::new() };
    let unread =
        reviews.problems.iter().map(|problem| Finding { level: Level::Error, problem: problem.clone() });
    let missed = counted(&missing, Level::Overdue);
    let found: Vec<Finding> = unread
        .chain(missing)
        .chain(doubled(documents))
        .chain(documents.iter().flat_map(|document| check(document, now, zone)))
        .collect();
    let late = documents.iter().filter(|document| document.standing(now) == Standing::Overdue).count();
    let (errors, overdue) = (counted(&found, Level::Error), counted(&found, Level::Overdue));
    let actions = overdue - late - missed;
    let summary = format!(
        "checked {}: {late} overdue, {missed} missing, {}, {}, {}",
        plural(documents.len() + reviews.problems.len(), "review"),
        plural(actions, "overdue action"),
        plural(errors, "mistake"),
        plural(counted(&found, Level::Detail), "placeholder"),
    );
    if args.reviews.is_empty() && !app.dry_run() {
        record(&config, app, [("pir_overdue_reviews", late + missed), ("pir_overdue_actions", actions)])?;
    }
    if format == Format::Json {
        app.ui.json(json!({
            "findings": found.iter().map(shown).collect::<Value>(),
            "reviews": documents.len(),
            "overdue_reviews": late,
            "missing_reviews": missed,
            "overdue_actions": actions,
        }));
    } else {
        let is_shown = |finding: &&Finding| finding.level != Level::Detail || app.global.verbose > 0;
        app.ui.data(&found.iter().filter(is_shown).map(line).collect::<String>());
        app.ui.status(&summary);
    }
    let exit = match (errors, overdue) {
        (0, 0) => Exit::Well,
        (0, _) => Exit::Unwell,
        _ => Exit::Usage,
    };
    Ok(Verdict { exit, ..Verdict::well(summary) })
}

fn counted(found: &[Finding], level: Level) -> usize {
    found.iter().filter(|finding| finding.level == level).count()
}

/// The incidents without a review; none where there is no database.
fn missing(config: &Config, app: &App, documents: &[Document]) -> Result<Vec<Finding>, Failure> {
    if !config.resolve(&config.database.path).exists() {
        return Ok(Vec::new());
    }
    let database = app.existing_database(config)?;
    Ok(database.read(|session| unreviewed(session, config, documents, app.now()))?)
}

/// Keeps how much is overdue as samples, which the rule `PostIncidentReviewOverdue` looks at. A project without a database,
/// such as a copy of its files where changes are checked, gets none.
fn record(config: &Config, app: &App, counts: [(&str, usize); 2]) -> Result<(), Failure> {
    if !config.resolve(&config.database.path).exists() {
        return Ok(());
    }
    let (inventory, now) = (Inventory::new(config)?, app.now());
    let sample = |(name, count): (&str, usize)| {
        let count = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        Sample::new(name, Labels::default(), count, now, &inventory)
    };
    let samples = counts.into_iter().map(sample).collect::<Result<Vec<_>, _>>();
    let samples = samples.map_err(|error| Failure::incomplete(error.to_string()))?;
    let database = app.database(config)?;
    database.write(|session| store_samples(session, &samples, &inventory.label, None, now))?;
    Ok(())
}

fn line(finding: &Finding) -> String {
    let Finding { level, problem } = finding;
    match level {
        Level::Warning => {
            let message = format!("warning: {}", problem.message);
            format!("{}\n", Problem { message, ..problem.clone() })
        }
        Level::Error | Level::Overdue | Level::Detail => format!("{problem}\n"),
    }
}

fn shown(finding: &Finding) -> Value {
    let Finding { level, problem } = finding;
    let line = (problem.line > 0).then_some(problem.line);
    json!({ "level": level.name(), "file": problem.file, "line": line, "message": problem.message, "hint": problem.hint })
}
