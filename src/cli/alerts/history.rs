//! `tillwatch alerts history`.

use serde_json::json;

use super::time;
use crate::alert::{Passage, history};
use crate::app::{App, Failure, Format, Listing, Verdict};
use crate::cli::office::Office;
use crate::cli::which::Which;
use crate::db::{Table, Value};
use crate::time::Duration;

/// List how alerts went from state to state, newest first.
///
/// The other formats have more columns than the table.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch alerts history --rule HeartbeatMissed --store 3 --over 7d")]
pub(super) struct Args {
    /// How far to look back.
    #[arg(long, value_name = "DURATION", default_value = "7d")]
    over: Duration,

    #[command(flatten)]
    which: Which,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let office = Office::open(app)?;
    args.which.check(&office)?;
    let (since, until) = app.recent(Some(args.over));
    let mut passages = office.database.read(|session| history(session, since, until))?;
    let label = &office.inventory.label;
    passages.retain(|passage| {
        args.which.severity.as_ref().is_none_or(|severity| *severity == passage.severity)
            && args.which.takes(&passage.rule, &passage.labels, label)
    });
    if format == Format::Json {
        app.ui.json(json!({ "transitions": passages.iter().map(to_json).collect::<Vec<_>>() }));
    } else {
        let table = if format == Format::Table { brief(&passages) } else { full(&passages) };
        app.ui.listing(&Listing { name: "transitions", table }, format);
    }
    Ok(Verdict::well(format!("{} transitions", passages.len())))
}

fn to_json(passage: &Passage) -> serde_json::Value {
    let step = &passage.step;
    json!({
        "at": step.at,
        "alert": passage.alert,
        "rule": passage.rule,
        "labels": passage.labels,
        "from": step.from,
        "to": step.to,
        "reason": step.reason,
        "values": step.values,
    })
}

fn brief(passages: &[Passage]) -> Table {
    let row = |passage: &Passage| -> Vec<Value> {
        let step = &passage.step;
        let rule = passage.rule.as_str();
        vec![
            time(step.at).into(),
            passage.alert.into(),
            rule.into(),
            step.to.as_str().into(),
            step.reason.as_str().into(),
        ]
    };
    let columns = ["at", "alert", "rule", "to", "reason"].map(str::to_owned).to_vec();
    Table { columns, rows: passages.iter().map(row).collect() }
}

fn full(passages: &[Passage]) -> Table {
    let row = |passage: &Passage| -> Vec<Value> {
        let step = &passage.step;
        let values: Vec<_> = step.values.iter().map(|(name, value)| format!("{name}={value}")).collect();
        vec![
            time(step.at).into(),
            passage.alert.into(),
            passage.rule.as_str().into(),
            passage.labels.to_string().into(),
            step.from.as_str().into(),
            step.to.as_str().into(),
            step.reason.as_str().into(),
            values.join(" ").into(),
        ]
    };
    let columns = ["at", "alert", "rule", "labels", "from", "to", "reason", "values"];
    Table { columns: columns.map(str::to_owned).to_vec(), rows: passages.iter().map(row).collect() }
}
