//! `tillwatch incident`.

use serde_json::json;

use super::alerts::{message_json, message_line, time};
use crate::alert::{Alert, of_incident};
use crate::app::{App, Failure, Format, Listing, Verdict};
use crate::db::{Database, Table, Value};
use crate::incident::{Act, Done, Incident, find, list};
use crate::notify::{OutboxRow, rows_of_incident};
use crate::time::Duration;

/// Look at incidents and acknowledge them.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(ListArgs),
    Show(ShowArgs),
    Ack(AckArgs),
}

/// List the incidents that are open, or were within a window.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch incident list --over 7d")]
struct ListArgs {
    /// Also incidents that ended within this time.
    #[arg(long, value_name = "DURATION")]
    over: Option<Duration>,
}

/// Show one incident: its alerts, who was told and what became of each message.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch incident show 3")]
struct ShowArgs {
    /// The incident's number.
    id: i64,
}

/// Acknowledge an incident: somebody is at it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch incident ack 3 --by ivan --comment \"restarting the pool\"")]
struct AckArgs {
    /// The incident's number.
    id: i64,

    /// Who acknowledges.
    #[arg(long, value_name = "NAME", env = "USER")]
    by: String,

    /// What for.
    #[arg(long, value_name = "TEXT")]
    comment: Option<String>,
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args.verb {
        Verb::List(args) => run_list(&args, app),
        Verb::Show(args) => run_show(&args, app),
        Verb::Ack(args) => run_ack(&args, app),
    }
}

fn run_list(args: &ListArgs, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let database = app.existing_database(&app.config()?)?;
    let (since, until) = app.recent(args.over);
    let mut incidents = database.read(|session| list(session, since, until))?;
    incidents.retain(|incident| incident.closed.is_none() || args.over.is_some());
    let open = incidents.iter().filter(|incident| incident.closed.is_none()).count();
    app.ui.listing(&Listing { name: "incidents", table: table(&incidents) }, format);
    let summary = format!("{open} open");
    Ok(if open == 0 { Verdict::well(summary) } else { Verdict::unwell(summary) })
}

fn table(incidents: &[Incident]) -> Table {
    let columns = ["id", "severity", "opened", "closed", "acked_by", "route"].map(str::to_owned).to_vec();
    let row = |incident: &Incident| -> Vec<Value> {
        vec![
            incident.id.into(),
            incident.severity.as_str().into(),
            time(incident.opened).into(),
            incident.closed.map(time).into(),
            incident.acked_by.clone().into(),
            incident.route.as_str().into(),
        ]
    };
    Table { columns, rows: incidents.iter().map(row).collect() }
}

fn run_show(args: &ShowArgs, app: &App) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Text, Format::Json])?;
    let database = app.existing_database(&app.config()?)?;
    let (incident, alerts, told) = look_up(&database, args.id)?;
    if format == Format::Json {
        app.ui.json(json!({ "incident": {
            "id": incident.id,
            "route": incident.route,
            "severity": incident.severity,
            "opened": incident.opened,
            "closed": incident.closed,
            "acked_by": incident.acked_by,
            "acked_at": incident.acked_at,
            "comment": incident.ack_comment,
            "alerts": alerts.iter().map(|alert| alert.id).collect::<Vec<_>>(),
            "messages": told.iter().map(message_json).collect::<Vec<_>>(),
        }}));
    } else {
        app.ui.data(&text(&incident, &alerts, &told));
    }
    Ok(Verdict::well(format!("incident {}", incident.id)))
}

fn look_up(database: &Database, id: i64) -> Result<(Incident, Vec<Alert>, Vec<OutboxRow>), Failure> {
    let found = database.read(|session| {
        let Some(incident) = find(session, id)? else { return Ok(None) };
        Ok(Some((incident, of_incident(session, id)?, rows_of_incident(session, id)?)))
    })?;
    let unknown = || {
        Failure::usage(format!("there is no incident {id}"))
            .hint("`tillwatch incident list --over 7d` lists them")
    };
    found.ok_or_else(unknown)
}

fn text(incident: &Incident, alerts: &[Alert], told: &[OutboxRow]) -> String {
    let state = incident.closed.map_or("open".to_owned(), |at| format!("ended {}", time(at)));
    let mut lines = vec![format!(
        "incident {} {} opened {}, {state}",
        incident.id,
        incident.severity,
        time(incident.opened)
    )];
    if let (Some(by), Some(at)) = (&incident.acked_by, incident.acked_at) {
        let comment = incident.ack_comment.as_ref().map(|comment| format!(": {comment}")).unwrap_or_default();
        lines.push(format!("acknowledged by {by} {}{comment}", time(at)));
    }
    lines.extend(
        alerts.iter().map(|alert| format!("alert {} {} {}", alert.id, alert.state_name(), alert.summary())),
    );
    lines.extend(told.iter().map(message_line));
    lines.join("\n")
}

fn run_ack(args: &AckArgs, app: &App) -> Result<Verdict, Failure> {
    let database = app.existing_database(&app.config()?)?;
    look_up(&database, args.id)?;
    if app.dry_run() {
        app.ui.status(format!("would acknowledge incident {} for {}", args.id, args.by));
        return Ok(Verdict::well("dry run"));
    }
    let act = Act { by: &args.by, comment: args.comment.as_deref(), now: app.now() };
    match database.write(|session| act.acknowledge(session, args.id, None))? {
        Done::Done => {
            app.ui.status(format!("incident {} acknowledged by {}", args.id, args.by));
            Ok(Verdict::well(format!("incident {} acknowledged", args.id)))
        }
        other => Err(refused(args.id, &other)),
    }
}

/// Why nothing was done.
fn refused(id: i64, done: &Done) -> Failure {
    Failure::usage(match done {
        Done::Done | Done::Unknown => format!("there is no incident {id}"),
        Done::Ended => format!("incident {id} has ended"),
        Done::AckedBy(by) => format!("incident {id} is acknowledged already, by {by}"),
        Done::NoStepLeft => format!("no step of the escalation of incident {id} is left"),
    })
}
