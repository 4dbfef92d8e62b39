//! `tillwatch pir actions`.

use super::which::reviews;
use crate::app::{App, Failure, Listing, Verdict};
use crate::db::{Table, Value};
use crate::pir::{Action, Folder};

/// List what reviews say is to be done, the longest overdue first: open actions, by whom and until when.
///
/// An action is a line `- [ ] What (Owner: Who, Due: YYYY-MM-DD)` of a review. Exits 1 while one of those listed is
/// overdue.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch pir actions --owner DevOps")]
pub(super) struct Args {
    /// Reviews, by id or file; all by default.
    #[arg(value_name = "ID|FILE")]
    reviews: Vec<String>,

    /// Only those of this owner, whatever the case.
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,

    /// Only those that are overdue.
    #[arg(long)]
    overdue: bool,

    /// Also those that are done.
    #[arg(long, conflicts_with = "overdue")]
    all: bool,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let folder = Folder::of(&app.config()?);
    let reviews = reviews(&folder, &args.reviews)?;
    reviews.problems.iter().for_each(|problem| app.ui.warn(problem.to_string()));
    let today = folder.day(app.now());
    let mut actions: Vec<&Action> = reviews.documents.iter().flat_map(|document| &document.actions).collect();
    actions.retain(|action| {
        (args.all || !action.done) && (!args.overdue || action.is_overdue(today)) && args.is_of_owner(action)
    });
    actions.sort_by_key(|action| (action.done, action.due.is_none(), action.due));
    let row = |action: &&Action| -> Vec<Value> {
        vec![
            action.state(today).into(),
            action.due.map(|due| due.to_string()).into(),
            action.owner.clone().into(),
            action.text.as_str().into(),
            action.review.as_str().into(),
            format!("{}:{}", action.file.display(), action.line).into(),
        ]
    };
    let columns = ["state", "due", "owner", "action", "review", "place"].map(str::to_owned).to_vec();
    let table = Table { columns, rows: actions.iter().map(row).collect() };
    app.ui.listing(&Listing { name: "actions", table }, format);
    let late = actions.iter().filter(|action| action.is_overdue(today)).count();
    let open = actions.iter().filter(|action| !action.done).count();
    let summary = format!("{open} open, {late} overdue");
    Ok(if late == 0 { Verdict::well(summary) } else { Verdict::unwell(summary) })
}

impl Args {
    fn is_of_owner(&self, action: &Action) -> bool {
        let Some(wanted) = &self.owner else { return true };
        action.owner.as_ref().is_some_and(|owner| owner.to_lowercase() == wanted.to_lowercase())
    }
}
