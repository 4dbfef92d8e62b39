//! `tillwatch logs deadletter retry`.

use super::super::receiver;
use super::{Which, entries, lines};
use crate::app::{App, Exit, Failure, Listing, RunLock, Verdict};
use crate::config::{Config, ShipConfig};
use crate::db::{Table, Value};
use crate::logs::{self, DeadLetter, Resent};

const COLUMNS: [&str; 4] = ["id", "entry", "outcome", "reason"];

/// Send refused lines once more, under the ids that they had; those that are taken are dead letters no more.
///
/// Exits 1 if one is refused again, and 3 if the receiver cannot take lines now.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch logs deadletter retry --entry cashier-app")]
pub(super) struct Args {
    #[command(flatten)]
    which: Which,

    /// Say what would be sent, and send nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let config = app.config()?;
    let (mut rows, mut taken, mut exit) = (Vec::new(), 0, Exit::Well);
    for (entry, letters) in args.which.find(&config)? {
        if args.dry_run || app.dry_run() {
            rows.extend(letters.iter().map(|letter| row(entry, letter, "to be sent")));
            continue;
        }
        let resent = resend(app, &config, entry, &letters)?;
        taken += resent.taken.len();
        rows.extend(resent.taken.iter().map(|letter| row(entry, letter, "taken")));
        rows.extend(resent.refused.iter().map(|letter| row(entry, letter, "refused")));
        if let Some(reason) = resent.stopped {
            app.ui.warn(format!("{}: stopped: {reason}; the others stay", entry.name));
            exit = Exit::Incomplete;
        } else if !resent.refused.is_empty() && exit == Exit::Well {
            exit = Exit::Unwell;
        }
    }
    let table = Table { columns: COLUMNS.map(str::to_owned).into(), rows };
    app.ui.listing(&Listing { name: "letters", table }, format);
    Ok(Verdict { exit, ..Verdict::well(format!("{} taken", lines(taken))) })
}

fn resend(app: &App, config: &Config, entry: &ShipConfig, letters: &[DeadLetter]) -> Result<Resent, Failure> {
    let _lock = RunLock::take(&config.resolve(&config.database.path), &format!("ship:{}", entry.name))?;
    let (ready, sink) = (entries::ready(config, entry)?, receiver::sink(app, config, entry)?);
    let chosen = |letter: &DeadLetter| letters.iter().any(|meant| meant.id == letter.id);
    Ok(logs::resend(&ready, sink.as_ref(), chosen, app.now())?)
}

fn row(entry: &ShipConfig, letter: &DeadLetter, outcome: &str) -> Vec<Value> {
    [&letter.id, &entry.name, outcome, &letter.reason].map(Value::from).to_vec()
}
