//! `tillwatch event`.

use std::str::FromStr;
use std::time::Duration as Limit;

use jiff::Timestamp;
use serde_json::json;

use super::alerts::time;
use crate::app::{App, Failure, Format, Listing, Project, Verdict};
use crate::audit;
use crate::cli::office::person;
use crate::db::{DbError, Session, Table, Value};
use crate::event::{Event, EventKind, EventLabel, New, list, record};
use crate::incident::Round;
use crate::label::Labels;
use crate::notify::{Intent, Subject, put_intent};
use crate::render::plural;
use crate::route::Router;
use crate::time::Duration;

/// How long to go on sending; what is left is the next evaluation's.
const DEADLINE: Limit = Limit::from_secs(20);

/// Record that something happened, and tell whoever a route says.
///
/// KIND is any word: deploy, order, `order_status`, error, health and tenant have messages of their own. Events appear in
/// the timeline of reviews. A route tells them if it has a matcher on the label `event`, the kind; a message that cannot be
/// delivered is tried again by evaluate-alerts.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    disable_version_flag = true,
    subcommand_negates_reqs = true,
    after_help = "Example: tillwatch event deploy \"Loyalty API 1.4.2\" --version 1.4.2 --id build-871"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    verb: Option<Verb>,

    /// What sort of event it is.
    #[arg(required = true)]
    kind: Option<EventKind>,

    /// What happened, in a few words.
    #[arg(required = true)]
    text: Option<String>,

    /// A label, for routes and messages; may be given again.
    #[arg(short, long = "label", value_name = "NAME=VALUE")]
    labels: Vec<EventLabel>,

    /// The label `version`: which one was deployed.
    #[arg(long, value_name = "VERSION", value_parser = version)]
    version: Option<EventLabel>,

    /// When it happened; now, where absent.
    #[arg(long, value_name = "RFC3339")]
    at: Option<Timestamp>,

    /// Who did it: becomes the label `by`, and an entry of the audit trail.
    #[arg(long, value_name = "NAME", value_parser = person)]
    by: Option<String>,

    /// A key of yours: an event of this kind and key that is on record is neither recorded nor told again.
    #[arg(long, value_name = "KEY")]
    id: Option<String>,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(ListArgs),
}

/// List what happened, newest first.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch event list --over 30d --kind deploy")]
struct ListArgs {
    /// How far to look back.
    #[arg(long, value_name = "DURATION", default_value = "7d")]
    over: Duration,

    /// Only events of this kind.
    #[arg(long, value_name = "KIND")]
    kind: Option<EventKind>,
}

fn version(text: &str) -> Result<EventLabel, <EventLabel as FromStr>::Err> {
    format!("version={text}").parse()
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    match args {
        Args { verb: Some(Verb::List(args)), .. } => run_list(&args, app),
        Args { kind: Some(kind), text: Some(text), labels, version, at, by, id, .. } => {
            let labels = labels.into_iter().chain(version);
            let mut labels: Labels = labels.map(|EventLabel { name, value }| (name, value)).collect();
            if let Some(by) = &by {
                labels.set("by", by);
            }
            let at = at.unwrap_or_else(|| app.now());
            let new = New {
                at,
                noted: app.now(),
                kind: &kind,
                text: text.trim(),
                labels: &labels,
                key: id.as_deref(),
            };
            run_record(&new, by.as_deref(), app)
        }
        _ => Err(Failure::usage("an event has a kind and a text")),
    }
}

/// What became of one call.
struct Recorded {
    event: Event,
    is_new: bool,
    intents: Vec<Intent>,
}

fn run_record(new: &New<'_>, by: Option<&str>, app: &App) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Text, Format::Json])?;
    if new.text.is_empty() {
        return Err(Failure::usage("the event's text is empty").hint("say in a few words what happened"));
    }
    let project = app.project()?;
    let Project { config, inventory, catalogue } = &project;
    let database = app.database(config)?;
    let (rules, templates) = (app.rules_that_work(config), app.message_templates(config)?);
    let round = Round { config, inventory, catalogue, rules: &rules, templates: &templates, now: app.now() };
    let router = Router { config, inventory };
    if app.dry_run() {
        let event = Event::from(new);
        let intents = event.intents(&router, app.now());
        say(app, format, &Recorded { event, is_new: true, intents });
        return Ok(Verdict::well("dry run"));
    }
    let recorded = database.write(|session| keep(session, &router, new, by, app.now()))?;
    let id = recorded.event.id;
    let delivery = App::deliver_about(&Subject::Event(id), &round, &database, DEADLINE)?;
    app.warn_of_failures(&delivery.failures);
    say(app, format, &recorded);
    let verdict = match delivery.failures.len() {
        0 => Verdict::well(format!("event {id} recorded")),
        failed => {
            Verdict::incomplete(format!("event {id} recorded, {} not delivered", plural(failed, "message")))
        }
    };
    app.record_run(&database, "event", verdict.exit)?;
    Ok(verdict)
}

/// Everything about the event, in one transaction.
fn keep(
    session: &mut dyn Session,
    router: &Router<'_>,
    new: &New<'_>,
    by: Option<&str>,
    now: Timestamp,
) -> Result<Recorded, DbError> {
    let (event, is_new) = record(session, new)?;
    if !is_new {
        return Ok(Recorded { event, is_new, intents: Vec::new() });
    }
    let subject = Subject::Event(event.id);
    if let Some(by) = by {
        let detail = json!({ "kind": event.kind, "text": event.text });
        audit::record(session, now, by, "event", &subject.to_string(), &detail)?;
    }
    let intents = event.intents(router, now);
    intents.iter().try_for_each(|intent| put_intent(session, &subject, 1, intent, now))?;
    Ok(Recorded { event, is_new, intents })
}

fn say(app: &App, format: Format, recorded: &Recorded) {
    let Recorded { event, is_new, intents } = recorded;
    if format == Format::Json {
        app.ui.json(json!({
            "event": to_json(event),
            "new": is_new,
            "told": intents.iter().map(told_json).collect::<Vec<_>>(),
        }));
        return;
    }
    for Intent { channel, skipped, .. } in intents {
        if let Some(why) = skipped {
            app.ui.warn(format!("{channel}: {why}"));
        }
    }
    let told = intents.iter().filter(|intent| intent.skipped.is_none()).count();
    let what = match (app.dry_run(), is_new) {
        (true, _) => format!("would record {}: {}", event.kind, event.text),
        (false, true) => format!("event {} recorded", event.id),
        (false, false) => format!("event {} is on record already", event.id),
    };
    app.ui.status(format!("{what}; {told} to be told"));
}

fn run_list(args: &ListArgs, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let database = app.existing_database(&app.config()?)?;
    let (since, until) = app.recent(Some(args.over));
    let kind = args.kind.as_ref().map(EventKind::as_str);
    let events = database.read(|session| list(session, since, until, kind))?;
    if format == Format::Json {
        app.ui.json(json!({ "events": events.iter().map(to_json).collect::<Vec<_>>() }));
    } else {
        app.ui.listing(&Listing { name: "events", table: table(&events) }, format);
    }
    Ok(Verdict::well(plural(events.len(), "event")))
}

fn table(events: &[Event]) -> Table {
    let columns = ["id", "at", "kind", "text", "labels"].map(str::to_owned).to_vec();
    let row = |event: &Event| -> Vec<Value> {
        vec![
            event.id.into(),
            time(event.at).into(),
            event.kind.as_str().into(),
            event.text.as_str().into(),
            event.labels.to_string().into(),
        ]
    };
    Table { columns, rows: events.iter().map(row).collect() }
}

fn to_json(event: &Event) -> serde_json::Value {
    json!({ "id": event.id, "at": event.at, "kind": event.kind, "text": event.text, "labels": event.labels })
}

fn told_json(intent: &Intent) -> serde_json::Value {
    json!({ "channel": intent.channel, "recipient": intent.recipient, "skipped": intent.skipped })
}
