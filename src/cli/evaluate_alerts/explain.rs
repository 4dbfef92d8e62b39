//! `evaluate-alerts --explain`: every rule's rows, what became of each and why.

use serde_json::{Value as Json, json};

use crate::alert::{Change, Evaluation, InstanceReport, RuleReport};
use crate::app::Listing;
use crate::db::{Table, Value};
use crate::label::Labels;

const COLUMNS: [&str; 7] = ["rule", "labels", "values", "outcome", "before", "after", "reason"];

/// A row an instance; a rule without any has one for itself.
pub(super) fn listing(evaluation: &Evaluation) -> Listing {
    let of_rules = evaluation.rules.iter().flat_map(|report| {
        let mut rows: Vec<Vec<Value>> = Vec::new();
        if report.error.is_some() || report.instances.is_empty() {
            rows.push(of_rule(report));
        }
        rows.extend(report.instances.iter().map(|instance| of_instance(&report.rule, instance)));
        rows
    });
    let rows = of_rules.chain(orphans(evaluation).map(of_orphan)).collect();
    Listing { name: "instances", table: Table { columns: COLUMNS.map(str::to_owned).to_vec(), rows } }
}

/// The same for a program.
pub(super) fn to_json(evaluation: &Evaluation) -> Vec<Json> {
    let of_rules = evaluation.rules.iter().flat_map(|report| {
        report.instances.iter().map(|instance| {
            json!({
                "rule": report.rule,
                "labels": instance.labels,
                "values": instance.values,
                "outcome": format!("{:?}", instance.outcome),
                "before": instance.before,
                "after": instance.after,
                "reason": instance.why(),
            })
        })
    });
    let of_orphan = |change: &Change| {
        json!({
            "rule": change.alert.rule,
            "labels": change.alert.labels,
            "values": change.alert.values,
            "outcome": format!("{:?}", change.outcome),
            "before": change.from,
            "after": "inactive",
            "reason": change.why(),
        })
    };
    of_rules.chain(orphans(evaluation).map(of_orphan)).collect()
}

fn of_rule(report: &RuleReport) -> Vec<Value> {
    let reason = match &report.error {
        Some(error) => error.clone(),
        None if !report.was_due => "not due: group interval".into(),
        None if report.rule.starts_with("record ") => "recorded".into(),
        None => "no rows".into(),
    };
    let blank = || Value::from("");
    let outcome = report.outcome.name().into();
    vec![report.rule.as_str().into(), blank(), blank(), outcome, blank(), blank(), reason.into()]
}

fn of_instance(rule: &str, instance: &InstanceReport) -> Vec<Value> {
    vec![
        rule.into(),
        labels(&instance.labels).into(),
        values(&instance.values).into(),
        instance.outcome.name().into(),
        instance.before.into(),
        instance.after.into(),
        instance.why().into(),
    ]
}

/// Alerts whose rule is in force no longer.
fn orphans(evaluation: &Evaluation) -> impl Iterator<Item = &Change> {
    evaluation.changes.iter().filter(|change| change.rule.is_none())
}

fn of_orphan(change: &Change) -> Vec<Value> {
    let alert = &change.alert;
    let shown =
        [&alert.rule, &labels(&alert.labels), &values(&alert.values)].map(|text| text.as_str().into());
    let rest = ["", change.from, "inactive", change.reason.name()].map(Value::from);
    shown.into_iter().chain(rest).collect()
}

/// The labels without the rule's name, which has a column of its own.
fn labels(labels: &Labels) -> String {
    labels.iter().filter(|(name, _)| *name != "alertname").collect::<Labels>().to_string()
}

fn values(values: &serde_json::Map<String, Json>) -> String {
    values.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
}
