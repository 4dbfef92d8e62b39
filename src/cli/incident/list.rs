//! `tillwatch incident list`.

use crate::alert::{Alert, of_incident};
use crate::app::{App, Failure, Format, Listing, Verdict};
use crate::cli::alerts::time;
use crate::cli::office::Office;
use crate::db::{Table, Value};
use crate::incident::{Desk, Incident, list};
use crate::time::Duration;

/// List the incidents that are open, or were within a window.
///
/// Exits 1 while one of those listed is open. The other formats have more columns than the table.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch incident list --over 7d")]
pub(super) struct Args {
    /// Also incidents that ended within this time.
    #[arg(long, value_name = "DURATION")]
    over: Option<Duration>,

    /// Only incidents of this severity.
    #[arg(long, value_name = "NAME")]
    severity: Option<String>,

    /// Only incidents with an alert of this store.
    #[arg(long, value_name = "ID")]
    store: Option<String>,
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
    let (since, until) = app.recent(args.over);
    let incidents = office.database.read(|session| {
        let all = list(session, since, until)?.into_iter();
        all.map(|incident| Ok((of_incident(session, incident.id)?, incident))).collect::<Result<Vec<_>, _>>()
    })?;
    let desk = office.desk();
    let wanted = incidents.into_iter().filter(|(alerts, incident)| args.wants(incident, alerts, &desk));
    let lines: Vec<Line> = wanted.map(|(alerts, incident)| line(incident, &alerts, &desk, app)).collect();
    let open = lines.iter().filter(|line| line.incident.closed.is_none()).count();
    let table = if format == Format::Table { brief(&lines) } else { full(&lines) };
    app.ui.listing(&Listing { name: "incidents", table }, format);
    let summary = format!("{open} open");
    Ok(if open == 0 { Verdict::well(summary) } else { Verdict::unwell(summary) })
}

impl Args {
    fn wants(&self, incident: &Incident, alerts: &[Alert], desk: &Desk<'_>) -> bool {
        let label = &desk.router.inventory.label;
        let is_of = |store: &str| alerts.iter().any(|alert| alert.labels.get(label) == Some(store));
        (incident.closed.is_none() || self.over.is_some())
            && self.severity.as_ref().is_none_or(|severity| *severity == incident.severity)
            && self.store.as_deref().is_none_or(is_of)
    }
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
