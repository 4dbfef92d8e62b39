//! `tillwatch pir list`.

use super::which::{look_up, reviews};
use crate::app::{App, Exit, Failure, Listing, Verdict};
use crate::db::{Table, Value};
use crate::pir::{Document, Folder, Standing};
use crate::render::plural;

/// List the reviews: how far each is, until when it is to be finished, and how many of its actions are open.
///
/// A review is done once nothing is left in [brackets]. Until then it is a draft while the incident goes on, due within 48
/// hours after its end, and overdue later. Exits 1 while one is overdue, and 2 where a file is no review.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch pir list --format markdown")]
pub(super) struct Args {}

pub(super) fn run(_args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let config = app.config()?;
    let folder = Folder::of(&config);
    let mut reviews = reviews(&folder, &[])?;
    look_up(&mut reviews.documents, &config, app)?;
    reviews.problems.iter().for_each(|problem| app.ui.warn(problem.to_string()));
    let row = |document: &Document| -> Vec<Value> {
        let limit = document.limit.map(|at| at.to_zoned(folder.zone().clone()));
        let today = folder.day(app.now());
        let count = |count: usize| Value::Int(i64::try_from(count).unwrap_or(i64::MAX));
        vec![
            document.id.as_str().into(),
            document.date.as_str().into(),
            document.severity.as_str().into(),
            document.standing(app.now()).name().into(),
            limit.map(|at| at.strftime("%Y-%m-%d %H:%M").to_string()).into(),
            count(document.placeholders.len()),
            count(document.open_actions().count()),
            count(document.open_actions().filter(|action| action.is_overdue(today)).count()),
            document.file.display().to_string().into(),
        ]
    };
    let columns =
        ["id", "date", "severity", "state", "due", "placeholders", "open_actions", "overdue_actions", "file"];
    let rows = reviews.documents.iter().map(row).collect();
    app.ui.listing(
        &Listing { name: "reviews", table: Table { columns: columns.map(str::to_owned).to_vec(), rows } },
        format,
    );
    let late =
        reviews.documents.iter().filter(|document| document.standing(app.now()) == Standing::Overdue).count();
    let summary = format!("{} overdue", plural(late, "review"));
    let exit = match (reviews.problems.is_empty(), late) {
        (true, 0) => Exit::Well,
        (true, _) => Exit::Unwell,
        (false, _) => Exit::Usage,
    };
    Ok(Verdict { exit, ..Verdict::well(summary) })
}
