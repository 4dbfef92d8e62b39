//! `tillwatch alerts route`.

mod event;
mod fate;
mod told;
mod whole;

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::alert::Rule;
use crate::app::{App, Failure, Format, Listing, Verdict};
use crate::cli::office::Office;
use crate::db::Database;
use crate::event::{Event, EventKind};
use crate::incident::Around;
use crate::label::Labels;
use crate::render::plural;

/// Say who would be told what, and when, of an alert with certain labels.
///
/// With --event, of an event with these labels. Names the route that takes it and why the others do not, whom each message reaches at its time, and what would hold
/// it back. Silences, planned work and rotations are those of `--at`; alerts that fire, those of now. Without labels
/// and without a rule lists the whole routing table, in the order of precedence.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  tillwatch alerts route severity=P1 store_id=3\n  tillwatch alerts route --event order"
)]
pub(super) struct Args {
    /// The alert's labels.
    #[arg(value_name = "LABEL=VALUE", value_parser = label)]
    labels: Vec<(String, String)>,

    /// Of an event of this kind rather than an alert.
    #[arg(long, value_name = "KIND", conflicts_with = "rule")]
    event: Option<EventKind>,

    /// As if this rule had raised it; that of the label alertname by default.
    #[arg(long, value_name = "NAME")]
    rule: Option<String>,

    /// As if it began to fire then; now by default.
    #[arg(long, value_name = "RFC3339")]
    at: Option<Timestamp>,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let office = Office::look(app)?;
    if let Some(kind) = &args.event {
        return of_event(kind, args, &office, app);
    }
    if args.labels.is_empty() && args.rule.is_none() {
        let format = app.list_format()?;
        app.ui.listing(&Listing { name: "routing", table: whole::table(&office.config) }, format);
        return Ok(Verdict::well(plural(office.config.routes.len(), "route")));
    }
    let format = app.format(&[Format::Text, Format::Json])?;
    let labels: Labels = args.labels.iter().cloned().collect();
    let rule = args.rule.as_deref().map(|name| office.rule(name)).transpose()?;
    let alert = rule.or_else(|| office.rules.get(labels.get("alertname")?));
    let labels = alert.map_or_else(|| labels.clone(), |rule| of_rule(rule, &labels));
    if let Some(severity) = labels.get("severity").filter(|_| !office.config.severities.is_empty()) {
        office.knows_severity(severity, &BTreeSet::new())?;
    }
    let at = args.at.unwrap_or(app.now());
    let desk = office.desk();
    let name = alert.map_or("", |rule| &rule.alert);
    let read = |database: &Database| database.read(|session| Around::read(session, &desk, at));
    let around = office.database.as_ref().map(read).transpose()?.unwrap_or_default();
    let told = told::Told::foresee(&around, &desk, name, &labels, at);
    if format == Format::Json {
        app.ui.json(told.to_json());
    } else {
        app.ui.text(&told.to_text());
    }
    Ok(Verdict::well(format!("route {}", told.foresight.policy.route)))
}

/// Who would be told of an event.
fn of_event(
    kind: &EventKind,
    args: &Args,
    office: &Office<Option<Database>>,
    app: &App,
) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Text, Format::Json])?;
    let labels = args.labels.iter().cloned().collect();
    let event = Event {
        id: 0,
        at: args.at.unwrap_or(app.now()),
        kind: kind.to_string(),
        text: String::new(),
        labels,
    };
    let told = event::Told::new(&event, &office.desk().router);
    if format == Format::Json {
        app.ui.json(told.to_json());
    } else {
        app.ui.text(&told.to_text());
    }
    Ok(Verdict::well(format!("event {kind}")))
}

/// Reads `store_id=3`.
fn label(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write LABEL=VALUE, such as store_id=3")?;
    let is_name = !name.is_empty() && !name.ends_with('!') && !value.starts_with('~');
    if is_name {
        Ok((name.to_owned(), value.to_owned()))
    } else {
        Err("an alert has values, not matchers: write LABEL=VALUE, such as store_id=3".into())
    }
}

/// The labels that a rule gives its alerts, under those that were asked for. Templated ones are unknown here.
fn of_rule(rule: &Rule, asked: &Labels) -> Labels {
    let plain = rule.labels.iter().filter(|(_, value)| !value.contains("{{") && !value.contains("{%"));
    let mut labels: Labels = plain.collect();
    labels.set("severity", &rule.severity);
    labels.set("alertname", &rule.alert);
    for (name, value) in asked.iter() {
        labels.set(name, value);
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_a_value_and_no_matcher() {
        assert_eq!(label("store_id=3"), Ok(("store_id".into(), "3".into())));
        assert_eq!(label("url=a=b"), Ok(("url".into(), "a=b".into())));
        for wrong in ["store_id", "=3", "store_id!=3", "store_id=~3"] {
            assert!(label(wrong).is_err(), "{wrong}");
        }
    }
}
