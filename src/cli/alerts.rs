//! `tillwatch alerts`.

use jiff::Timestamp;
use serde_json::json;

use crate::alert::{Alert, Transition, find, list, transitions};
use crate::app::{App, Failure, Format, Listing, Verdict};
use crate::db::{Table, Value};
use crate::notify::{Kind, OutboxRow, rows_of_incident};
use crate::time::Duration;

/// Look at alerts.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(ListArgs),
    Show(ShowArgs),
}

/// List the alerts that are open, or were within a window.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch alerts list --over 24h --format json")]
struct ListArgs {
    /// Also alerts that ended within this time.
    #[arg(long, value_name = "DURATION")]
    over: Option<Duration>,

    /// Only alerts whose rule has this name.
    #[arg(long, value_name = "NAME")]
    rule: Option<String>,
}

/// Show one alert: why it is in its state, and who was told.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch alerts show 12")]
struct ShowArgs {
    /// The alert's number, as `alerts list` prints it.
    id: i64,
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.verb {
        Verb::List(args) => run_list(&args, app),
        Verb::Show(args) => run_show(&args, app),
    }
}

fn run_list(args: &ListArgs, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let database = app.existing_database(&app.config()?)?;
    let (since, until) = app.recent(args.over);
    let mut alerts = database.read(|session| list(session, since, until))?;
    alerts.retain(|alert| {
        (alert.held.is_some() || args.over.is_some())
            && args.rule.as_ref().is_none_or(|rule| *rule == alert.rule)
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

fn to_json(alert: &Alert) -> serde_json::Value {
    json!({
        "id": alert.id,
        "rule": alert.rule,
        "severity": alert.severity,
        "state": alert.state_name(),
        "labels": alert.labels,
        "values": alert.values,
        "annotations": alert.annotations,
        "started": alert.started,
        "fired": alert.fired,
        "ended": alert.ended,
        "incident": alert.incident,
    })
}

fn run_show(args: &ShowArgs, app: &App) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Text, Format::Json])?;
    let database = app.existing_database(&app.config()?)?;
    let found = database.read(|session| {
        let Some(alert) = find(session, args.id)? else { return Ok(None) };
        let told = alert.incident.map(|incident| rows_of_incident(session, incident)).transpose()?;
        Ok(Some((transitions(session, alert.id)?, told.unwrap_or_default(), alert)))
    })?;
    let Some((history, told, alert)) = found else {
        return Err(Failure::usage(format!("there is no alert {}", args.id))
            .hint("`tillwatch alerts list --over 7d` lists them"));
    };
    if format == Format::Json {
        let mut document = to_json(&alert);
        document["transitions"] = history.iter().map(step_json).collect();
        document["messages"] = told.iter().map(message_json).collect();
        app.ui.json(json!({ "alert": document }));
    } else {
        app.ui.data(&text(&alert, &history, &told));
    }
    Ok(Verdict::well(alert.summary()))
}

fn step_json(step: &Transition) -> serde_json::Value {
    json!({ "at": step.at, "from": step.from, "to": step.to, "reason": step.reason, "values": step.values })
}

pub(super) fn message_json(row: &OutboxRow) -> serde_json::Value {
    json!({
        "kind": row.kind.name(),
        "channel": row.channel,
        "recipient": row.recipient,
        "state": row.state,
        "attempts": row.attempts,
        "queued": row.created,
        "settled": row.settled,
        "error": row.error,
    })
}

fn text(alert: &Alert, history: &[Transition], told: &[OutboxRow]) -> String {
    let mut lines = vec![format!("{} {} {}", alert.severity, alert.state_name(), alert.summary())];
    lines.push(format!("labels: {}", alert.labels));
    lines.extend(alert.values.iter().map(|(name, value)| format!("{name}: {value}")));
    lines.push(String::new());
    lines.extend(
        history
            .iter()
            .map(|step| format!("{}  {} -> {}: {}", time(step.at), step.from, step.to, step.reason)),
    );
    if !told.is_empty() {
        lines.push(String::new());
        lines.extend(told.iter().map(message_line));
    }
    lines.join("\n")
}

/// What became of one message, in words.
pub(super) fn message_line(row: &OutboxRow) -> String {
    let why = row.error.as_ref().map(|error| format!(": {error}")).unwrap_or_default();
    let (kind, channel, to) = (row.kind.name(), &row.channel, &row.recipient);
    let state = match row.state.as_str() {
        "queued" if row.attempts > 0 => format!("to be tried again at {}", time(row.not_before)),
        other => other.to_owned(),
    };
    let at = time(row.settled.unwrap_or(row.created));
    match (row.kind, state.as_str()) {
        (Kind::Action, "sent") => format!("{at}  action {to}: ran"),
        (Kind::Action, _) => format!("{at}  action {to}: {state}{why}"),
        _ => format!("{at}  {kind} by {channel} to {to}: {state}{why}"),
    }
}

/// An instant as lists print it: UTC, marked by its Z.
pub(super) fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M:%SZ").to_string()
}
