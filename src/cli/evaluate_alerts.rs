//! `tillwatch evaluate-alerts`.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::json;

use crate::alert::{Change, Evaluation};
use crate::app::{App, Failure, Format, Listing, Perf, Project, RunLock, Verdict};
use crate::db::{Database, Table, Value};
use crate::incident::{Round, Stories};
use crate::notify::{Deliverer, Delivery, FailedAttempt};
use crate::render::Templates;

/// Evaluate the alert rules and tell who must know.
///
/// Reads every rule's query, moves each alert through pending, firing and ended, opens and closes incidents, and sends
/// what is due. State and messages are stored in one transaction before anything is sent: a run that dies is finished
/// by the next one. Exits 1 while an alert fires.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  * * * * *  tillwatch evaluate-alerts -q")]
pub(crate) struct Args {
    /// Say what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,

    /// How long to go on sending, in seconds; what is left is the next run's.
    #[arg(long, value_name = "SECONDS", default_value_t = 45)]
    deadline: u64,
}

pub(crate) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let project = app.project()?;
    let database = app.database(&project.config)?;
    let lock = RunLock::take(&project.config.resolve(&project.config.database.path), "evaluate")?;
    let templates = app.templates(&project.config)?;
    let rules = app.rules(&project.config)?;
    let Project { config, inventory, catalogue } = &project;
    let round = Round { config, inventory, catalogue, rules: &rules, templates: &templates, now: app.now() };
    let evaluation = round.decide(&database)?;
    warn_of_rules(app, &evaluation);
    if args.dry_run || app.dry_run() {
        print(app, format, &evaluation, &evaluation.changes, None);
        return Ok(verdict(&evaluation, &Delivery::default()));
    }
    let changes = round.commit(&database, &evaluation)?;
    // Sending may take long; leases, not the lock, keep two runs from sending the same.
    drop(lock);
    let delivery = deliver(app, &project, &database, &templates, Duration::from_secs(args.deadline))?;
    print(app, format, &evaluation, &changes, Some(&delivery));
    let verdict = verdict(&evaluation, &delivery);
    app.record_run(&database, "evaluate-alerts", verdict.exit)?;
    Ok(verdict)
}

/// One line for each cause: rules on one source fail together.
fn warn_of_rules(app: &App, evaluation: &Evaluation) {
    let mut causes: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for report in &evaluation.rules {
        if let Some(error) = report.error.as_deref() {
            let cause = error.split_once(": source ").map_or(error, |(query, _)| &error[query.len() + 2..]);
            causes.entry(cause).or_default().push(&report.rule);
        }
    }
    for (cause, rules) in causes {
        match rules.as_slice() {
            [rule] => app.ui.warn(format!("rule {rule}: {cause}")),
            _ => app.ui.warn(format!("{} rules: {cause}: {}", rules.len(), rules.join(", "))),
        }
    }
}

/// One line for each cause: messages of one channel fail together.
fn warn_of_failures(app: &App, failures: &[FailedAttempt]) {
    let mut causes: BTreeMap<(&str, &str, bool), Vec<String>> = BTreeMap::new();
    for failed in failures {
        let place = format!("{} ({})", failed.recipient, failed.subject);
        causes.entry((&failed.channel, &failed.error, failed.again)).or_default().push(place);
    }
    for ((channel, error, again), places) in causes {
        let then = if again { "will be tried again" } else { "given up" };
        app.ui.warn(format!("{channel}: {error}; {then}: {}", places.join(", ")));
    }
}

fn deliver(
    app: &App,
    project: &Project,
    database: &Database,
    templates: &Templates,
    limit: Duration,
) -> Result<Delivery, Failure> {
    let stories = Stories { config: &project.config, inventory: &project.inventory, now: app.now() };
    let deliverer = Deliverer {
        database,
        channels: &project.config.channels,
        limits: &project.config.delivery,
        actions: &project.config.actions,
        templates,
        telling: &stories,
        folder: project.config.folder.clone(),
        interval: crate::time::Duration::from_secs(60),
    };
    let delivery = deliverer.deliver(app.now(), limit)?;
    warn_of_failures(app, &delivery.failures);
    Ok(delivery)
}

fn verdict(evaluation: &Evaluation, delivery: &Delivery) -> Verdict {
    let failed = evaluation.rules.iter().filter(|report| report.error.is_some()).count();
    let mut summary = format!("{} firing, {} pending", evaluation.firing, evaluation.pending);
    if failed > 0 {
        summary = format!("{summary}, {failed} rules failed");
    }
    if !delivery.failures.is_empty() {
        summary = format!("{summary}, {} messages not delivered", delivery.failures.len());
    }
    let mut verdict = match (failed + delivery.failures.len(), evaluation.firing) {
        (0, 0) => Verdict::well(summary),
        (0, _) => Verdict::unwell(summary),
        _ => Verdict::incomplete(summary),
    };
    let perf = |label: &str, count: usize| {
        let value = u32::try_from(count).map_or(f64::MAX, f64::from);
        Perf { label: label.into(), value, unit: "", warning: None, critical: None }
    };
    verdict.perf = vec![
        perf("firing", evaluation.firing),
        perf("pending", evaluation.pending),
        perf("failed_rules", failed),
    ];
    verdict
}

fn print(
    app: &App,
    format: Format,
    evaluation: &Evaluation,
    changes: &[Change],
    delivery: Option<&Delivery>,
) {
    let transitions: Vec<&Change> = changes.iter().filter(|change| change.is_transition()).collect();
    let row = |change: &&Change| -> Vec<Value> {
        let alert = &change.alert;
        let incident = alert.incident.map_or(Value::Null, Value::Int);
        vec![
            alert.severity.as_str().into(),
            alert.rule.as_str().into(),
            change.from.into(),
            alert.state_name().into(),
            change.reason.name().into(),
            incident,
            alert.summary().into(),
        ]
    };
    let columns =
        ["severity", "alert", "from", "to", "reason", "incident", "summary"].map(str::to_owned).to_vec();
    let table = Table { columns, rows: transitions.iter().map(row).collect() };
    if format == Format::Json {
        app.ui.json(json!({
            "firing": evaluation.firing,
            "pending": evaluation.pending,
            "transitions": crate::app::records(&table),
            "rules": evaluation.rules.iter().map(|report| json!({
                "rule": report.rule,
                "outcome": format!("{:?}", report.outcome),
                "instances": report.instances,
                "error": report.error,
            })).collect::<Vec<_>>(),
            "delivery": delivery,
        }));
        return;
    }
    app.ui.listing(&Listing { name: "transitions", table }, format);
    let told = delivery
        .map_or(String::new(), |delivery| format!("; {} sent, {} waiting", delivery.sent, delivery.waiting));
    let (rules, firing, pending) = (evaluation.rules.len() - 1, evaluation.firing, evaluation.pending);
    app.ui.status(format!("{rules} rules: {firing} firing, {pending} pending{told}"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Exit;

    #[test]
    fn a_message_that_was_not_delivered_outranks_a_firing_alert() {
        let evaluation = Evaluation { firing: 1, ..Evaluation::default() };
        let failed = FailedAttempt {
            subject: "incident 1".into(),
            kind: "open",
            channel: "sms".into(),
            recipient: "ivan".into(),
            error: "refused".into(),
            again: true,
        };
        let delivery = Delivery { failures: vec![failed], ..Delivery::default() };
        assert_eq!(verdict(&evaluation, &delivery).exit, Exit::Incomplete);
        assert_eq!(verdict(&evaluation, &Delivery::default()).exit, Exit::Unwell);
    }
}
