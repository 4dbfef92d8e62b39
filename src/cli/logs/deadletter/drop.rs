//! `tillwatch logs deadletter drop`.

use super::{Which, entries, lines, read};
use crate::app::{App, Failure, Listing, RunLock, Verdict};
use crate::db::{Table, Value};

/// Delete refused lines; they are not sent any more.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch logs deadletter drop --entry cashier-app --dry-run")]
pub(super) struct Args {
    #[command(flatten)]
    which: Which,

    /// Say what would be dropped, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let config = app.config()?;
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for (entry, dropped) in args.which.find(&config)? {
        rows.extend(dropped.iter().map(|it| vec![it.id.as_str().into(), entry.name.as_str().into()]));
        if args.dry_run || app.dry_run() {
            continue;
        }
        let _lock = RunLock::take(&config.resolve(&config.database.path), &format!("ship:{}", entry.name))?;
        let path = entries::dead_letters(&config, entry);
        let mut all = read(&path)?;
        all.letters.retain(|letter| !dropped.iter().any(|it| it.id == letter.id));
        let failed = |error| Failure::incomplete(format!("dead letters {}: {error}", path.display()));
        all.write(&path).map_err(failed)?;
    }
    let summary = format!("{} dropped", lines(rows.len()));
    let table = Table { columns: ["id", "entry"].map(str::to_owned).into(), rows };
    app.ui.listing(&Listing { name: "letters", table }, format);
    Ok(Verdict::well(summary))
}
