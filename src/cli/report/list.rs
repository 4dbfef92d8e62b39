//! `tillwatch report list`.

use crate::app::{App, Failure, Listing, Verdict};
use crate::db::{Table, Value};
use crate::render::plural;
use crate::report::{Definition, Origin, Period};

/// List the reports that there are: those shipped, and those of the project's templates/reports.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch report list")]
pub(super) struct Args {}

pub(super) fn run(app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let folder = app.config()?.resolve("templates".as_ref());
    let rows = Definition::names(&folder).into_iter().map(|(name, origin)| -> Result<Vec<Value>, Failure> {
        let Definition { title, period, schedule, .. } = Definition::load(&folder, &name)?;
        let period = match period {
            Period::Day => "day",
            Period::Week => "week",
            Period::Month => "month",
        };
        let file = match origin {
            Origin::Shipped => "shipped".to_owned(),
            Origin::Own => format!("templates/reports/{name}.toml"),
        };
        Ok(vec![name.into(), title.into(), period.into(), schedule.as_deref().into(), file.into()])
    });
    let columns = ["name", "title", "period", "schedule", "file"].map(str::to_owned).to_vec();
    let table = Table { columns, rows: rows.collect::<Result<_, _>>()? };
    let count = table.rows.len();
    app.ui.listing(&Listing { name: "reports", table }, format);
    Ok(Verdict::well(plural(count, "report")))
}
