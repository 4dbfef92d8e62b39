//! `tillwatch alerts show`.

use jiff::Timestamp;
use serde_json::json;

use super::message::{ahead_line, message_json, message_line, untold_lines};
use super::why::Case;
use super::{time, to_json};
use crate::alert::{Alert, Transition, find, rule_states, transitions};
use crate::app::{App, Failure, Format, Verdict};
use crate::cli::office::Office;
use crate::config::Problem;
use crate::db::{DbError, Session};
use crate::incident::{self, Desk, Incident, Outlook, Standing, outlook, standing};
use crate::notify::{Kind, OutboxRow, rows_of_incident};

/// Show one alert: why it is in its state, and why each message about it was or was not sent.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch alerts show 12")]
pub(super) struct Args {
    /// The alert's number, as `alerts list` prints it.
    id: i64,
}

/// An alert with everything that hangs on it.
struct Found {
    alert: Alert,
    why: Vec<String>,
    history: Vec<Transition>,
    incident: Option<Incident>,
    messages: Vec<OutboxRow>,
    standing: Standing,
    outlook: Outlook,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Text, Format::Json])?;
    let office = Office::open(app)?;
    let (desk, now) = (office.desk(), app.now());
    let Some(found) =
        office.database.read(|session| Found::read(session, &desk, office.rules.mistakes(), args.id, now))?
    else {
        return Err(Failure::usage(format!("there is no alert {}", args.id))
            .hint("`tillwatch alerts list --over 7d` lists them"));
    };
    if format == Format::Json {
        app.ui.json(json!({ "alert": found.to_json(now) }));
    } else {
        app.ui.text(&found.to_text(now));
    }
    Ok(Verdict::well(found.alert.summary()))
}

impl Found {
    fn read(
        session: &mut dyn Session,
        desk: &Desk<'_>,
        mistakes: &[Problem],
        id: i64,
        now: Timestamp,
    ) -> Result<Option<Self>, DbError> {
        let Some(alert) = find(session, id)? else { return Ok(None) };
        let (history, states) = (transitions(session, id)?, rule_states(session)?);
        let (rule, state) = (desk.rules.get(alert.rule.as_str()).copied(), states.get(&alert.rule));
        let why = Case { alert: &alert, rule, state, history: &history, mistakes }.why();
        let incident = alert.incident.map(|id| incident::find(session, id)).transpose()?.flatten();
        let (mut messages, mut ahead) = (Vec::new(), Outlook::default());
        if let Some(incident) = &incident {
            messages = rows_of_incident(session, incident.id)?;
            ahead = outlook(session, desk, incident, now)?;
        }
        let standing = standing(session, desk, id, now)?;
        Ok(Some(Self { why, history, incident, messages, standing, outlook: ahead, alert }))
    }

    fn to_json(&self, now: Timestamp) -> serde_json::Value {
        let mut document = to_json(&self.alert);
        document["why"] = self.why.clone().into();
        document["telling"] = self.telling(now).into();
        document["held"] = self.standing.held.clone().into();
        document["transitions"] = self.history.iter().map(step_json).collect();
        document["messages"] = self.messages.iter().map(message_json).collect();
        document
    }

    fn to_text(&self, now: Timestamp) -> String {
        let alert = &self.alert;
        let mut lines = vec![
            format!("alert {} {} {} {}", alert.id, alert.severity, alert.state_name(), alert.summary()),
            format!("labels  {}", alert.labels),
        ];
        let values: Vec<_> = alert.values.iter().map(|(name, value)| format!("{name} {value}")).collect();
        lines.push(format!("values  {}", values.join(", ")));
        lines.extend(self.why.iter().map(|line| format!("why     {line}")));
        lines.extend(self.telling(now).iter().map(|line| format!("told    {line}")));
        if alert.ended.is_none() {
            let untold = untold_lines(&self.messages);
            lines.extend(untold.iter().map(|line| format!("untold  {line}")));
        }
        lines.push("\nhistory".into());
        lines.extend(
            self.history
                .iter()
                .map(|step| format!("  {}  {} -> {}: {}", time(step.at), step.from, step.to, step.reason)),
        );
        if let Some(incident) = self.incident.as_ref().filter(|_| !self.messages.is_empty()) {
            lines.push(format!("\nmessages of incident {}", incident.id));
            lines.extend(self.messages.iter().map(|row| {
                format!("  {}  {}", time(row.settled.unwrap_or(row.created)), message_line(row, now))
            }));
        }
        lines.join("\n")
    }

    /// Whether somebody was told of it, and why not.
    fn telling(&self, now: Timestamp) -> Vec<String> {
        let Some(incident) = &self.incident else {
            let ended = self.alert.ended.is_some();
            return vec![if ended { "nobody: it never fired" } else { "nobody before it fires" }.into()];
        };
        if let Some(by) = incident.resolved_by.as_ref().filter(|_| self.alert.ended.is_none()) {
            let again = "told again once it has ended and begun anew";
            return vec![format!("incident {} was resolved by {by}: {again}", incident.id)];
        }
        if !self.standing.held.is_empty() && self.alert.ended.is_none() {
            let what =
                if self.standing.is_told { "its beginning was told; now held back" } else { "not told" };
            return self.standing.held.iter().map(|reason| format!("{what}: {reason}")).collect();
        }
        if self.outlook.policy.as_ref().is_some_and(|policy| policy.notify.is_empty()) {
            return vec!["nobody: neither its rule nor a route nor its severity notifies anybody".into()];
        }
        let awaited = |ahead: &&incident::Ahead| matches!(ahead.kind, Kind::Open | Kind::Update);
        let next = self.outlook.ahead.iter().find(awaited).filter(|_| !self.standing.is_told);
        match next {
            Some(ahead) if self.alert.ended.is_none() => vec![format!("not yet: {}", ahead_line(ahead, now))],
            _ => vec![format!("by the messages of incident {}", incident.id)],
        }
    }
}

fn step_json(step: &Transition) -> serde_json::Value {
    json!({ "at": step.at, "from": step.from, "to": step.to, "reason": step.reason, "values": step.values })
}
