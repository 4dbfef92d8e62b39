//! The alert that rules in trouble raise: one for all of them.

use std::collections::{BTreeMap, BTreeSet};

use super::Rule;
use super::evaluation::Evaluation;
use super::rule::{Look, Policy};
use crate::time::Duration;

/// Its name, which no other rule may have.
pub(crate) const RULE_HEALTH: &str = "RuleHealth";

/// The rule behind it, its summary naming those that failed in this run.
pub(crate) fn health_rule(all: &Evaluation, severity: &str) -> Rule {
    let failed = all.rules.iter().filter_map(|report| Some((&report.rule, report.error.as_deref()?)));
    let troubled: Vec<(&String, &str)> = failed.collect();
    let files: BTreeSet<_> = all.mistakes.iter().map(|mistake| mistake.file.display().to_string()).collect();
    let of_files = (!files.is_empty())
        .then(|| format!("{} cannot be used as written", files.into_iter().collect::<Vec<_>>().join(", ")));
    let of_rules = match troubled.as_slice() {
        [(rule, _)] => Some(format!("rule {rule} cannot be evaluated")),
        [(rule, _), more @ ..] => Some(format!("rule {rule} and {} more cannot be evaluated", more.len())),
        [] => None,
    };
    let summary = of_files.into_iter().chain(of_rules).collect::<Vec<_>>().join("; ");
    let mistakes = all.mistakes.iter().map(ToString::to_string);
    let lines: Vec<String> =
        mistakes.chain(troubled.iter().map(|(rule, error)| format!("{rule}: {error}"))).collect();
    // The texts are other people's errors: braces in them must not be read as a template.
    let plain = |text: String| text.replace(['{', '}'], "");
    Rule {
        alert: RULE_HEALTH.into(),
        severity: severity.into(),
        look: Look::Query { query: String::new(), over: None, params: BTreeMap::new() },
        when: None,
        until: None,
        min_samples: None,
        during: None,
        // One failed run may be a lock; two in a row are trouble.
        hold: Duration::from_millis(1),
        keep_firing_for: Duration::ZERO,
        on_no_data: Policy::Keep,
        on_error: Policy::Keep,
        limit: None,
        notify: Vec::new(),
        escalate: None,
        repeat: None,
        response: None,
        depends_on: Vec::new(),
        actions: Vec::new(),
        labels: BTreeMap::new(),
        annotations: [
            ("summary", summary),
            ("description", lines.join("\n")),
            ("runbook", "docs/runbooks/RuleHealth.md".into()),
        ]
        .map(|(name, text)| (name.to_owned(), plain(text)))
        .into(),
        file: "<built in>".into(),
        line: 0,
    }
}
