//! `tillwatch db check`.

use crate::app::{App, Exit, Failure, Listing, Verdict};
use crate::db::{Table, Value};
use crate::retention::damage;

/// See whether the own databases are whole.
///
/// Reads every page of both files, which takes a while where they are large. Damage is exit 1.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch db check")]
pub(crate) struct Args {}

pub(crate) fn run(_: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let config = app.config()?;
    let databases = [
        (&config.database.path, app.database(&config)?),
        (&config.database.logs, app.logs_database(&config)?),
    ];
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for (path, database) in databases {
        let found = damage(&database)?;
        rows.extend(found.into_iter().map(|damage| vec![path.display().to_string().into(), damage.into()]));
    }
    let found = rows.len();
    let table = Table { columns: ["database", "damage"].map(str::to_owned).into(), rows };
    app.ui.listing(&Listing { name: "damage", table }, format);
    let exit = if found == 0 { Exit::Well } else { Exit::Unwell };
    Ok(Verdict { exit, ..Verdict::well(format!("{found} places damaged")) })
}
