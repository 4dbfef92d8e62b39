//! `tillwatch alerts silence list`.

use jiff::Timestamp;
use serde_json::json;

use super::to_json;
use crate::app::{App, Failure, Format, Listing, Verdict};
use crate::cli::alerts::time;
use crate::db::{Table, Value};
use crate::incident::{Silence, silences};

/// List the silences that hold or are to come.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch alerts silence list --all")]
pub(super) struct Args {
    /// Also those that have ended.
    #[arg(long)]
    all: bool,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let database = app.existing_database(&app.config()?)?;
    let since = if args.all { Timestamp::UNIX_EPOCH } else { app.now() };
    let found = database.read(|session| silences(session, since))?;
    if format == Format::Json {
        let all: Vec<_> = found.iter().map(|silence| to_json(silence, app.now())).collect();
        app.ui.json(json!({ "silences": all }));
    } else {
        app.ui.listing(&Listing { name: "silences", table: table(&found, app.now()) }, format);
    }
    let active = found.iter().filter(|silence| silence.is_active(app.now())).count();
    Ok(Verdict::well(format!("{active} active silences")))
}

fn table(silences: &[Silence], now: Timestamp) -> Table {
    let row = |silence: &Silence| -> Vec<Value> {
        vec![
            silence.id.into(),
            silence.state(now).into(),
            silence.matchers.to_string().into(),
            time(silence.ends).into(),
            silence.author.as_str().into(),
            silence.reason.as_str().into(),
        ]
    };
    let columns = ["id", "state", "matchers", "ends", "by", "reason"].map(str::to_owned).to_vec();
    Table { columns, rows: silences.iter().map(row).collect() }
}
