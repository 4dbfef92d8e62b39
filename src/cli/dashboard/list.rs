//! `tillwatch dashboard list`.

use crate::app::{App, Failure, Listing, Verdict};
use crate::dashboard::{HOME, STORE, Shelf};
use crate::db::{Table, Value};
use crate::render::plural;

/// List the dashboards, and where `serve` shows them.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch dashboard list")]
pub(super) struct Args {}

pub(super) fn run(Args {}: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let project = app.project_that_works()?;
    let folder = project.config.resolve("templates".as_ref());
    let shelf = Shelf::load(&folder, &project.catalogue)?;
    let rows: Vec<Vec<Value>> = shelf
        .iter()
        .map(|(name, dashboard)| {
            let refresh = dashboard.refresh.to_string();
            let file = if Shelf::own_file(&folder, name).is_some() { "project" } else { "shipped" };
            [name.to_owned(), dashboard.title.clone(), page(name), refresh, file.into()]
                .map(Value::from)
                .into()
        })
        .collect();
    let count = rows.len();
    let columns = ["name", "title", "page", "refresh", "file"].map(str::to_owned).into();
    app.ui.listing(&Listing { name: "dashboards", table: Table { columns, rows } }, format);
    let problems: Vec<_> = shelf.problems().collect();
    for problem in &problems {
        app.ui.warn(problem.to_string());
    }
    if let Some(problem) = problems.first() {
        return Err(
            Failure::usage(problem.to_string()).hint("`tillwatch check` lists every problem of the project")
        );
    }
    Ok(Verdict::well(plural(count, "dashboard")))
}

/// Where `serve` shows it.
fn page(name: &str) -> String {
    match name {
        HOME => "/".into(),
        STORE => "/stores/ID".into(),
        "daily" | "weekly" => format!("/{name}"),
        other => format!("/dashboards/{other}"),
    }
}
