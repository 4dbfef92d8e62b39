//! `tillwatch db prune`.

use crate::app::{App, Exit, Failure, Listing, RunLock, Verdict};
use crate::db::{Database, DbError, Table, Value};
use crate::render::plural;
use crate::retention::{Share, count, delete, of_logs, of_main, shrink};

const COLUMNS: [&str; 5] = ["table", "which", "keep", "before", "rows"];

/// Delete rows that are older than [retention] keeps them, and give their space back.
///
/// Log lines go by their level. Alerts, incidents, messages that have not arrived, events and the audit trail stay,
/// however old they are.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch db prune --dry-run")]
pub(crate) struct Args {
    /// Only count what would go.
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let config = app.config()?;
    let dry = args.dry_run || app.dry_run();
    let _lock =
        (!dry).then(|| RunLock::take(&config.resolve(&config.database.path), "maintenance")).transpose()?;
    let (main, logs) = (app.database(&config)?, app.logs_database(&config)?);
    let of_logs = logs.read(|session| of_logs(session, &config.retention, app.now()))?;
    let shares = of_main(&config.retention, app.now()).into_iter().map(|share| (&main, share));
    let mut rows = Vec::new();
    for (database, share) in shares.chain(of_logs.into_iter().map(|share| (&logs, share))) {
        let gone = prune(database, &share, dry)?;
        rows.push((share, gone));
    }
    if !dry {
        shrink(&main)?;
        shrink(&logs)?;
        app.record_run(&main, "db prune", Exit::Well)?;
    }
    let total: i64 = rows.iter().map(|(_, gone)| gone).sum();
    let table = Table { columns: COLUMNS.map(str::to_owned).into(), rows: rows.iter().map(row).collect() };
    app.ui.listing(&Listing { name: "shares", table }, format);
    Ok(Verdict::well(format!("{} {}", plural(total, "row"), if dry { "would go" } else { "deleted" })))
}

fn prune(database: &Database, share: &Share, dry: bool) -> Result<i64, DbError> {
    if dry { database.read(|session| count(session, share)) } else { delete(database, share) }
}

fn row((share, gone): &(Share, i64)) -> Vec<Value> {
    let keep = share.keep.duration().to_string();
    vec![share.table.into(), share.which.clone().into(), keep.into(), share.before.into(), (*gone).into()]
}
