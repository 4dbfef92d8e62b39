//! Pages that rules name and that are not there.

use super::finding::Findings;
use crate::alert::RuleSet;
use crate::cli::rules::runbook;
use crate::config::{Config, Problem, is_page};

/// A page is a path below the project's folder, or a shipped one; an address or a plain text is left alone.
pub(super) fn check(config: &Config, rules: &RuleSet, findings: &mut Findings) {
    let missing = rules.iter().filter_map(|rule| {
        let named = rule.annotations.get("runbook").filter(|named| is_page(named))?;
        let message = format!("rule {}: there is no runbook {named}", rule.alert);
        let hint = "write it there, below the project's folder, or name an address";
        runbook::find(config, named)
            .is_none()
            .then(|| Problem::new(&rule.file, rule.line, message).hint(hint))
    });
    findings.errors(missing);
}
