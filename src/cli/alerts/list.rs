//! `tillwatch alerts list`.

use jiff::Timestamp;
use serde_json::json;

use super::{time, to_json};
use crate::alert::{Alert, list};
use crate::app::{App, Failure, Format, Listing, Verdict};
use crate::cli::office::Office;
use crate::cli::which::Which;
use crate::db::{Table, Value};
use crate::time::Duration;

/// List the alerts that are open, or were within a window.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch alerts list --over 24h --severity P1 --format json")]
pub(super) struct Args {
    /// Also alerts that ended within this time.
    #[arg(long, value_name = "DURATION")]
    over: Option<Duration>,

    /// Only alerts in this state; of those that ended, all or those within --over.
    #[arg(long, value_parser = ["pending", "firing", "ended"])]
    state: Option<String>,

    #[command(flatten)]
    which: Which,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let office = Office::open(app)?;
    args.which.check(&office)?;
    let wants_ended = args.state.as_deref() == Some("ended");
    let (since, until) = app.recent(args.over);
    let since = if wants_ended && args.over.is_none() { Timestamp::UNIX_EPOCH } else { since };
    let mut alerts = office.database.read(|session| list(session, since, until))?;
    alerts.retain(|alert| {
        (alert.held.is_some() || args.over.is_some() || wants_ended)
            && args.state.as_ref().is_none_or(|state| state == alert.state_name())
            && args.which.severity.as_ref().is_none_or(|severity| *severity == alert.severity)
            && args.which.takes(&alert.rule, &alert.labels, &office.inventory.label)
    });
    let firing = alerts.iter().filter(|alert| alert.state_name() == "firing").count();
    if format == Format::Json {
        app.ui.json(json!({ "alerts": alerts.iter().map(to_json).collect::<Vec<_>>() }));
    } else {
        app.ui.listing(&Listing { name: "alerts", table: table(&alerts) }, format);
    }
    let summary = format!("{firing} firing");
    Ok(if firing == 0 { Verdict::well(summary) } else { Verdict::unwell(summary) })
}

fn table(alerts: &[Alert]) -> Table {
    let columns = ["id", "severity", "state", "since", "incident", "summary"].map(str::to_owned).to_vec();
    let row = |alert: &Alert| -> Vec<Value> {
        let since = alert.ended.or(alert.fired).unwrap_or(alert.started);
        let since = time(since);
        let incident = alert.incident.map_or(Value::Null, Value::Int);
        vec![
            alert.id.into(),
            alert.severity.as_str().into(),
            alert.state_name().into(),
            since.into(),
            incident,
            alert.summary().into(),
        ]
    };
    Table { columns, rows: alerts.iter().map(row).collect() }
}
