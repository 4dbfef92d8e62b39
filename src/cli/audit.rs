//! `tillwatch audit`.

use serde_json::json;

use super::alerts::time;
use crate::app::{App, Failure, Format, Listing, Verdict};
use crate::audit::{Entry, Filter, list};
use crate::db::{Table, Value};
use crate::render::plural;
use crate::time::Duration;

/// Look at what was done by hand, and by whom.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(ListArgs),
}

/// List acknowledgements, silences, changed severities and the like, newest first.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch audit list --over 30d --subject incident:12")]
struct ListArgs {
    /// How far to look back.
    #[arg(long, value_name = "DURATION", default_value = "7d")]
    over: Duration,

    /// Only what was done to this: `incident:12`, `silence:3`, `event:5`.
    #[arg(long, value_name = "SUBJECT")]
    subject: Option<String>,

    /// Only what this person did.
    #[arg(long, value_name = "NAME")]
    actor: Option<String>,

    /// Only what was done in this way: `ack`, `silence`, …
    #[arg(long, value_name = "ACTION")]
    action: Option<String>,
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let Verb::List(ListArgs { over, subject, actor, action }) = args.verb;
    let format = app.list_format()?;
    let database = app.existing_database(&app.config()?)?;
    let (since, until) = app.recent(Some(over));
    let filter = Filter { since, until, subject, actor, action };
    let entries = database.read(|session| list(session, &filter))?;
    if format == Format::Json {
        app.ui.json(json!({ "entries": entries }));
    } else {
        app.ui.listing(&Listing { name: "entries", table: table(&entries) }, format);
    }
    Ok(Verdict::well(plural(entries.len(), "entry")))
}

fn table(entries: &[Entry]) -> Table {
    let columns = ["at", "actor", "action", "subject", "detail"].map(str::to_owned).to_vec();
    let row = |entry: &Entry| -> Vec<Value> {
        vec![
            time(entry.at).into(),
            entry.actor.as_str().into(),
            entry.action.as_str().into(),
            entry.subject.as_str().into(),
            words(&entry.detail).into(),
        ]
    };
    Table { columns, rows: entries.iter().map(row).collect() }
}

/// A detail as people read it: `comment: on it; until: …`.
pub(super) fn words(detail: &serde_json::Value) -> String {
    let plain = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match detail {
        serde_json::Value::Object(fields) => {
            let known = fields.iter().filter(|(_, value)| !value.is_null());
            known.map(|(name, value)| format!("{name}: {}", plain(value))).collect::<Vec<_>>().join("; ")
        }
        other => plain(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_detail_is_read_without_its_braces_and_without_what_is_unknown() {
        assert_eq!(
            words(&json!({ "comment": "on it", "until": null, "step": 2 })),
            "comment: on it; step: 2"
        );
        assert_eq!(words(&json!({})), "");
        assert_eq!(words(&json!("as text")), "as text");
    }
}
