//! The alert that rules in trouble raise: one for all of them.

use std::collections::BTreeMap;

use super::Rule;
use super::evaluation::Evaluation;
use super::rule::Policy;
use crate::time::Duration;

/// Its name.
pub(super) const RULE_HEALTH: &str = "RuleHealth";

/// The rule behind it, its summary naming those that failed in this run.
pub(super) fn health_rule(all: &Evaluation) -> Rule {
    let troubled: Vec<String> = all
        .rules
        .iter()
        .filter_map(|report| Some(format!("{}: {}", report.rule, report.error.as_ref()?)))
        .collect();
    // The texts are other people's errors: braces in them must not be read as a template.
    let summary = format!("{} rules cannot be evaluated. {}", troubled.len(), troubled.join("; "))
        .replace(['{', '}'], "");
    Rule {
        alert: RULE_HEALTH.into(),
        severity: "P2".into(),
        query: String::new(),
        over: None,
        when: String::new(),
        until: None,
        min_samples: None,
        during: None,
        // One failed run may be a lock; two in a row are trouble.
        hold: Duration::from_millis(1),
        keep_firing_for: Duration::ZERO,
        on_no_data: Policy::Keep,
        on_error: Policy::Keep,
        params: BTreeMap::new(),
        notify: Vec::new(),
        actions: Vec::new(),
        labels: BTreeMap::new(),
        annotations: [("summary".to_owned(), summary)].into(),
        enabled: true,
        file: "<built in>".into(),
        line: 0,
    }
}
