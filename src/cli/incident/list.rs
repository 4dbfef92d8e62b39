//! `tillwatch incident list`.

use jiff::Timestamp;

use crate::alert::{Alert, of_incident};
use crate::app::{App, Failure, Format, Listing, Verdict};
use crate::cli::alerts::time;
use crate::cli::office::Office;
use crate::cli::which::Which;
use crate::db::{Table, Value};
use crate::incident::{Desk, Incident, list};
use crate::time::Duration;

/// List the incidents that are open, or were within a window.
///
/// Exits 1 while one of those listed is open. Whether one is held is as of the last evaluate-alerts; `incident show` looks
/// again. The other formats have more columns than the table.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch incident list --over 7d")]
pub(super) struct Args {
    /// Also incidents that ended within this time.
    #[arg(long, value_name = "DURATION")]
    over: Option<Duration>,

    /// Only incidents in this state; of those that ended, all or those within --over.
    #[arg(long, value_parser = ["open", "acknowledged", "held", "ended"])]
    state: Option<String>,

    #[command(flatten)]
    which: Which,
}

/// One line of the list.
struct Line {
    incident: Incident,
    state: &'static str,
    alerts: usize,
    summary: String,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let office = Office::open(app)?;
    args.which.check(&office)?;
    let wants_ended = args.state.as_deref() == Some("ended");
    let (since, until) = app.recent(args.over);
    let since = if wants_ended && args.over.is_none() { Timestamp::UNIX_EPOCH } else { since };
    let incidents = office.database.read(|session| {
        let all = list(session, since, until)?.into_iter();
        all.map(|incident| Ok((of_incident(session, incident.id)?, incident))).collect::<Result<Vec<_>, _>>()
    })?;
    let desk = office.desk();
    let wanted = incidents.into_iter().filter(|(alerts, incident)| {
        (incident.closed.is_none() || args.over.is_some() || wants_ended)
            && is_of(&args.which, incident, alerts, &desk)
    });
    let mut lines: Vec<Line> = wanted.map(|(alerts, incident)| line(incident, &alerts, &desk, app)).collect();
    lines.retain(|line| args.state.as_ref().is_none_or(|state| state == line.state));
    let open = lines.iter().filter(|line| line.incident.closed.is_none()).count();
    let table = if format == Format::Table { brief(&lines) } else { full(&lines) };
    app.ui.listing(&Listing { name: "incidents", table }, format);
    let summary = format!("{open} open");
    Ok(if open == 0 { Verdict::well(summary) } else { Verdict::unwell(summary) })
}

/// Whether an incident is of this severity, and one of its alerts of this rule and store.
pub(super) fn is_of(which: &Which, incident: &Incident, alerts: &[Alert], desk: &Desk<'_>) -> bool {
    let label = &desk.router.inventory.label;
    which.severity.as_ref().is_none_or(|severity| *severity == incident.severity)
        && alerts.iter().any(|alert| which.takes(&alert.rule, &alert.labels, label))
}

/// It says what the gravest alert says, one that fires if there is any.
fn line(incident: Incident, alerts: &[Alert], desk: &Desk<'_>, app: &App) -> Line {
    let rank = |alert: &&Alert| (alert.state_name() != "firing", desk.router.gravity(&alert.severity));
    let summary = alerts.iter().min_by_key(rank).map(Alert::summary).unwrap_or_default();
    Line { state: desk.state(&incident, app.now()), alerts: alerts.len(), summary, incident }
}

fn brief(lines: &[Line]) -> Table {
    let row = |line: &Line| -> Vec<Value> {
        let incident = &line.incident;
        let by = incident.acked_by.as_ref().filter(|_| line.state == "acknowledged");
        let state = by.map_or_else(|| line.state.to_owned(), |by| format!("acked by {by}"));
        vec![
            incident.id.into(),
            incident.severity.as_str().into(),
            state.into(),
            time(incident.opened).into(),
            count(line.alerts),
            line.summary.as_str().into(),
        ]
    };
    let columns = ["id", "severity", "state", "opened", "alerts", "summary"];
    Table { columns: columns.map(str::to_owned).to_vec(), rows: lines.iter().map(row).collect() }
}

fn full(lines: &[Line]) -> Table {
    let row = |line: &Line| -> Vec<Value> {
        let incident = &line.incident;
        vec![
            incident.id.into(),
            incident.severity.as_str().into(),
            line.state.into(),
            time(incident.opened).into(),
            incident.closed.map(time).into(),
            incident.acked_by.clone().into(),
            incident.route.as_str().into(),
            count(line.alerts),
            line.summary.as_str().into(),
        ]
    };
    let columns = ["id", "severity", "state", "opened", "closed", "acked_by", "route", "alerts", "summary"];
    Table { columns: columns.map(str::to_owned).to_vec(), rows: lines.iter().map(row).collect() }
}

fn count(number: usize) -> Value {
    Value::Int(i64::try_from(number).unwrap_or(i64::MAX))
}
