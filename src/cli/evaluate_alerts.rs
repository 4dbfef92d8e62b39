//! `tillwatch evaluate-alerts`.

mod explain;
mod watch;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::json;

use crate::alert::{Change, Evaluation};
use crate::app::{App, Failure, Format, Listing, Perf, Project, RunLock, Verdict, no_rules};
use crate::db::{Table, Value};
use crate::incident::Round;
use crate::notify::Delivery;
use crate::render::plural;

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

    /// Say of every row of every rule what became of it, and why.
    #[arg(long)]
    explain: bool,

    /// How long to go on sending, in seconds; what is left is the next run's.
    #[arg(long, value_name = "SECONDS", default_value_t = 45)]
    deadline: u64,

    /// Write what tillwatch measures of itself into this file, for a text-file collector of Prometheus.
    #[arg(long, value_name = "FILE")]
    textfile: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let project = app.project_that_works()?;
    let database = app.database(&project.config)?;
    let lock = RunLock::take(&project.config.resolve(&project.config.database.path), "evaluate")?;
    let templates = app.message_templates(&project.config)?;
    let rules = app.rules_that_work(&project.config);
    let Project { config, inventory, catalogue } = &project;
    let round = Round { config, inventory, catalogue, rules: &rules, templates: &templates, now: app.now() };
    let is_dry = args.dry_run || app.dry_run();
    let evaluation = round.decide(&database, (!is_dry).then_some(&database))?;
    warn_of_rules(app, &evaluation);
    // The last rule was removed: its alerts end, and what is queued is still told.
    let is_idle = rules.is_none_left() && evaluation.changes.is_empty();
    if rules.is_none_left() && !is_idle {
        app.ui.warn(no_rules().message);
    }
    let printed = Printed { format, explain: args.explain, evaluation: &evaluation };
    if is_dry && is_idle {
        return Err(no_rules());
    }
    if is_dry {
        printed.print(app, &evaluation.changes, None);
        return Ok(verdict(&evaluation, &Delivery::default()));
    }
    let changes = round.commit(&database, &evaluation)?;
    // Sending may take long; leases, not the lock, keep two runs from sending the same.
    drop(lock);
    let delivery = app.deliver(&round, &database, Duration::from_secs(args.deadline))?;
    if is_idle {
        return Err(no_rules());
    }
    printed.print(app, &changes, Some(&delivery));
    let verdict = watch::tell_the_switch(app, config, &delivery, verdict(&evaluation, &delivery));
    app.record_run(&database, "evaluate-alerts", verdict.exit)?;
    match &args.textfile {
        Some(file) => watch::write_metrics(app, config, &database, file, verdict),
        None => Ok(verdict),
    }
}

/// One line for each cause: rules on one source fail together.
fn warn_of_rules(app: &App, evaluation: &Evaluation) {
    let mut causes: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for report in &evaluation.rules {
        if let Some(error) = report.error.as_deref() {
            let cause = error.split_once(": source ").map_or(error, |(query, _)| &error[query.len() + 2..]);
            causes.entry(cause).or_default().push(&report.rule);
        }
        for warning in &report.warnings {
            causes.entry(warning).or_default().push(&report.rule);
        }
    }
    for (cause, rules) in causes {
        match rules.as_slice() {
            [rule] => app.ui.warn(format!("rule {rule}: {cause}")),
            _ => app.ui.warn(format!("{} rules: {cause}: {}", rules.len(), rules.join(", "))),
        }
    }
}

fn verdict(evaluation: &Evaluation, delivery: &Delivery) -> Verdict {
    let failed = evaluation.rules.iter().filter(|report| report.error.is_some()).count();
    let mut summary = format!("{} firing, {} pending", evaluation.firing, evaluation.pending);
    if failed > 0 {
        summary = format!("{summary}, {} failed", plural(failed, "rule"));
    }
    let mistakes = evaluation.mistakes.len();
    if mistakes > 0 {
        summary = format!("{summary}, {} in rule files", plural(mistakes, "mistake"));
    }
    if !delivery.failures.is_empty() {
        summary = format!("{summary}, {} not delivered", plural(delivery.failures.len(), "message"));
    }
    if !delivery.unreached.is_empty() {
        summary = format!("{summary}, {} told to nobody", plural(delivery.unreached.len(), "incident"));
    }
    let incomplete = failed + mistakes + delivery.failures.len() + delivery.unreached.len();
    let mut verdict = match (incomplete, evaluation.firing) {
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

/// What there is to print of an evaluation.
struct Printed<'a> {
    format: Format,
    explain: bool,
    evaluation: &'a Evaluation,
}

impl Printed<'_> {
    fn print(&self, app: &App, changes: &[Change], delivery: Option<&Delivery>) {
        if self.format == Format::Json {
            app.ui.json(self.document(changes, delivery));
            return;
        }
        let evaluation = self.evaluation;
        let transitions = || Listing { name: "transitions", table: transitions(changes) };
        let listing = if self.explain { explain::listing(evaluation) } else { transitions() };
        app.ui.listing(&listing, self.format);
        let told = delivery.map_or(String::new(), |delivery| {
            format!("; {} sent, {} waiting", delivery.sent, delivery.waiting)
        });
        let (rules, firing, pending) = (evaluation.rules.len() - 1, evaluation.firing, evaluation.pending);
        app.ui.status(format!("{}: {firing} firing, {pending} pending{told}", plural(rules, "rule")));
        if let Some(dead) = delivery.map(|delivery| delivery.dead_letters).filter(|dead| *dead > 0) {
            app.ui.status(format!("{}: tillwatch alerts outbox list", plural(dead, "dead letter")));
        }
    }

    fn document(&self, changes: &[Change], delivery: Option<&Delivery>) -> serde_json::Value {
        let evaluation = self.evaluation;
        let mut document = json!({
            "firing": evaluation.firing,
            "pending": evaluation.pending,
            "transitions": crate::app::records(&transitions(changes)),
            "rules": evaluation.rules.iter().map(|report| json!({
                "rule": report.rule,
                "outcome": format!("{:?}", report.outcome),
                "instances": report.instances.len(),
                "error": report.error,
            })).collect::<Vec<_>>(),
            "mistakes": evaluation.mistakes.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "delivery": delivery,
        });
        if self.explain {
            document["instances"] = explain::to_json(evaluation).into();
        }
        document
    }
}

/// The alerts whose state changed.
fn transitions(changes: &[Change]) -> Table {
    let row = |change: &Change| -> Vec<Value> {
        let alert = &change.alert;
        vec![
            alert.severity.as_str().into(),
            alert.rule.as_str().into(),
            change.from.into(),
            alert.state_name().into(),
            change.why().into(),
            alert.incident.into(),
            alert.summary().into(),
        ]
    };
    let columns = ["severity", "alert", "from", "to", "reason", "incident", "summary"];
    Table {
        columns: columns.map(str::to_owned).to_vec(),
        rows: changes.iter().filter(|change| change.is_transition()).map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Exit;
    use crate::notify::FailedAttempt;

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
