//! `tillwatch pir new`.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use serde_json::json;

use super::which::gatherer;
use crate::app::{App, Failure, Format, Project, Verdict};
use crate::db::Database;
use crate::pir::{Folder, Scope, by_alert, by_incident, draft, reviewed};

/// Draft a review from what is on record: header, timeline and impact.
///
/// Writes `pir/INC-YYYY-MM-DD-NNN.md` beside tillwatch.toml and never overwrites one. Text in [brackets] waits for you.
/// Exits 2 if a review of the same is there.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  tillwatch pir new --from-incident 3\n  \
                        tillwatch pir new --since '2025-10-24 10:00' --until '2025-10-24 10:45' --store 3")]
#[group(skip)]
pub(crate) struct Args {
    /// The episode of this alert, as `alerts list` numbers it.
    #[arg(long, value_name = "ID", group = "scope")]
    from_alert: Option<i64>,

    /// This incident, as `incident list` numbers it.
    #[arg(long, value_name = "ID", group = "scope")]
    from_incident: Option<i64>,

    /// From this time on: RFC 3339, or local time in the project's zone.
    #[arg(long, value_name = "TIME", group = "scope", requires = "until")]
    since: Option<String>,

    /// Up to this time.
    #[arg(long, value_name = "TIME", requires = "since")]
    until: Option<String>,

    /// Only this store, and what concerns all.
    #[arg(long, value_name = "ID")]
    store: Option<String>,

    /// Draft it even though a review of the same is there.
    #[arg(long)]
    again: bool,

    /// Where to write it; `-` is stdout.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Markdown, Format::Json])?;
    let project = app.project()?;
    let database = app.existing_database(&project.config)?;
    let scope = scope(args, &project, &database, app.now())?;
    let (runner, rules) = (project.runner(app), app.rules_that_work(&project.config));
    let gatherer = gatherer(&project, &runner, &rules, app);
    let folder = Folder::of(&project.config);
    let id = folder.next_id(folder.day(scope.since));
    let review = gatherer.review(&database, &scope, id.clone())?;
    if !review.impact.missing.is_empty() {
        app.ui.warn(format!("no impact figures: {}", review.impact.missing));
    }
    if format == Format::Json {
        app.ui.json(json!({ "review": review }));
        return Ok(Verdict::well(id));
    }
    let text = draft(&app.templates(&project.config)?, &review)?;
    let is_file = args.output.as_deref() != Some(Path::new("-"));
    if is_file && !args.again {
        refuse_a_second(&scope, &folder, &database)?;
    }
    match args.output.as_deref() {
        _ if !is_file => app.ui.data(&text),
        _ if app.dry_run() => {
            app.ui.data(&text);
            app.ui.status(format!("would draft {id}; with --now, --commit writes it"));
        }
        Some(path) => write(app, path, &text)?,
        None => write(app, &folder.path.join(format!("{id}.md")), &text)?,
    }
    Ok(Verdict::well(id))
}

/// Two reviews of one incident contradict each other.
fn refuse_a_second(scope: &Scope, folder: &Folder, database: &Database) -> Result<(), Failure> {
    let documents = folder.read().documents;
    match database.read(|session| reviewed(session, scope, &documents))? {
        None => Ok(()),
        Some(first) => Err(Failure::usage(format!("{} is about the same", first.file.display())).hint(
            format!("`tillwatch pir refresh {}` brings it up to date; --again drafts another one", first.id),
        )),
    }
}

fn scope(args: &Args, project: &Project, database: &Database, now: Timestamp) -> Result<Scope, Failure> {
    let label = project.inventory.label.as_str();
    let found = match (args.from_alert, args.from_incident, &args.since, &args.until) {
        (Some(id), ..) => {
            database.read(|session| by_alert(session, id, label))?.ok_or(format!("there is no alert {id}"))
        }
        (_, Some(id), ..) => database
            .read(|session| by_incident(session, id, label))?
            .ok_or(format!("there is no incident {id}")),
        (_, _, Some(since), Some(until)) => {
            let zone = &project.config.project.time_zone;
            let (since, until) = (instant(since, zone)?, instant(until, zone)?);
            if since >= until {
                return Err(Failure::usage("--until lies before --since"));
            }
            if until > now {
                return Err(Failure::usage(format!("--until lies after now, {now}"))
                        .hint("a review tells of what has been: end it by now, or let --from-incident follow what goes on"));
            }
            Ok(Scope::of_time(since, Some(until)))
        }
        _ => {
            Err("say what the review is about: --from-alert, --from-incident, or --since and --until"
                .to_owned())
        }
    };
    let hint =
        "`tillwatch incident list --over 7d` lists incidents, `tillwatch alerts list --over 7d` alerts";
    let mut scope = found.map_err(|message| Failure::usage(message).hint(hint))?;
    if let Some(store) = &args.store {
        if project.inventory.store(store).is_none() {
            return Err(Failure::usage(format!("there is no store {store} in tillwatch.toml")));
        }
        scope = scope.of_store(store.clone());
    }
    Ok(scope)
}

/// RFC 3339, or `YYYY-MM-DD HH:MM` in the project's time zone.
fn instant(text: &str, zone: &str) -> Result<Timestamp, Failure> {
    let local = || {
        let civil: DateTime = text.trim().replacen(' ', "T", 1).parse().ok()?;
        crate::time::zone(zone)?.to_ambiguous_timestamp(civil).compatible().ok()
    };
    text.parse().ok().or_else(local).ok_or_else(|| {
        Failure::usage(format!("{text:?} is no time"))
            .hint("write 2025-10-24T10:00:00+03:00 or '2025-10-24 10:00'")
    })
}

/// Writes a new file; one that is there may hold somebody's words.
fn write(app: &App, path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        let failure = Failure::incomplete(format!("{}: {error}", path.display()));
        if error.kind() == std::io::ErrorKind::AlreadyExists {
            failure.hint("a review that is there is never overwritten; name another file by --output")
        } else {
            failure
        }
    };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = fs::File::create_new(path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    app.ui.status(format!("drafted {}", path.display()));
    Ok(())
}
