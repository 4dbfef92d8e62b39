//! Which reviews a verb looks at, and what evidence is gathered from.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::alert::RuleSet;
use crate::app::{App, Failure, Project};
use crate::config::Config;
use crate::pir::{BYTE_ORDER_MARK, Document, Folder, Gatherer, Reviews, look_up_ends};
use crate::query::Runner;
use crate::report::numerals;

/// The reviews of these files or ids; all of the project where none is named.
pub(super) fn reviews(folder: &Folder, names: &[String]) -> Result<Reviews, Failure> {
    if names.is_empty() {
        return Ok(folder.read());
    }
    let mut reviews = Reviews::default();
    for name in names {
        let file = folder.find(name).ok_or_else(|| unknown(folder, name))?;
        match folder.document(&file) {
            Ok(document) => reviews.documents.push(document),
            Err(problem) => reviews.problems.push(problem),
        }
    }
    Ok(reviews)
}

pub(super) fn unknown(folder: &Folder, name: &str) -> Failure {
    let reviews = folder.read();
    Failure::usage(format!("there is no review {name}"))
        .hint("`tillwatch pir list` lists them")
        .nearest(name, reviews.documents.iter().map(|document| document.id.as_str()))
}

/// One review: its file, its text and what it says.
pub(super) fn review(folder: &Folder, name: &str) -> Result<(PathBuf, String, Document), Failure> {
    let file = folder.find(name).ok_or_else(|| unknown(folder, name))?;
    let (text, document) = folder.text(&file).map_err(|problem| Failure::usage(problem.to_string()))?;
    Ok((file, text, document))
}

/// Asks the database, where there is one, which incidents have ended of which reviews do not say so yet.
pub(super) fn look_up(documents: &mut [Document], config: &Config, app: &App) -> Result<(), Failure> {
    if !config.resolve(&config.database.path).exists() {
        return Ok(());
    }
    let database = app.existing_database(config)?;
    Ok(database.read(|session| look_up_ends(session, documents, app.now()))?)
}

/// Puts a text in a file's place as a whole: whoever reads it meanwhile sees the old one or the new one. A byte order mark
/// stays in front.
pub(super) fn replace(file: &Path, text: &str) -> Result<(), Failure> {
    let written = || -> std::io::Result<()> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut new = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
        if std::fs::read_to_string(file)?.starts_with(BYTE_ORDER_MARK) {
            write!(new, "{BYTE_ORDER_MARK}")?;
        }
        new.write_all(text.as_bytes())?;
        new.as_file().set_permissions(std::fs::metadata(file)?.permissions())?;
        new.as_file().sync_all()?;
        new.persist(file).map(drop).map_err(|error| error.error)
    };
    written().map_err(|error| Failure::incomplete(format!("{}: {error}", file.display())))
}

/// What gathers evidence for a review.
pub(super) fn gatherer<'a>(
    project: &'a Project,
    runner: &'a Runner<'a>,
    rules: &'a RuleSet,
    app: &App,
) -> Gatherer<'a> {
    let Project { config, inventory, catalogue } = project;
    let numerals = numerals(&config.project);
    Gatherer { config, inventory, catalogue, runner, rules, numerals, now: app.now() }
}
