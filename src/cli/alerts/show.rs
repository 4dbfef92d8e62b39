//! `tillwatch alerts show`.

use serde_json::json;

use super::message::{message_json, message_line};
use super::{time, to_json};
use crate::alert::{Alert, Transition, find, transitions};
use crate::app::{App, Failure, Format, Verdict};
use crate::notify::{OutboxRow, rows_of_incident};

/// Show one alert: why it is in its state, and who was told.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch alerts show 12")]
pub(super) struct Args {
    /// The alert's number, as `alerts list` prints it.
    id: i64,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
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
        app.ui.data(&text(&alert, &history, &told, app.now()));
    }
    Ok(Verdict::well(alert.summary()))
}

fn step_json(step: &Transition) -> serde_json::Value {
    json!({ "at": step.at, "from": step.from, "to": step.to, "reason": step.reason, "values": step.values })
}

fn text(alert: &Alert, history: &[Transition], told: &[OutboxRow], now: jiff::Timestamp) -> String {
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
        lines.extend(told.iter().map(|row| message_line(row, now)));
    }
    lines.join("\n")
}
