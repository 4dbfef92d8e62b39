//! What to do when a rule fires: the text that its annotation names.

use std::fs;
use std::path::Path;

use crate::alert::Rule;
use crate::app::Failure;
use crate::config::Config;

include!(concat!(env!("OUT_DIR"), "/shipped_runbooks.rs"));

/// The runbook's text: the project's file, or else the shipped one.
pub(super) fn text(rule: &Rule, config: &Config) -> Result<String, Failure> {
    let Some(runbook) = rule.annotations.get("runbook") else {
        let failure = Failure::usage(format!("rule {} names no runbook", rule.alert));
        return Err(failure.hint("let its annotations say `runbook: docs/runbooks/NAME.md`"));
    };
    if let Ok(text) = fs::read_to_string(config.resolve(runbook.as_ref())) {
        return Ok(text);
    }
    let name = Path::new(runbook).file_stem().unwrap_or_default();
    let shipped = SHIPPED.iter().find(|(shipped, _)| name == *shipped).map(|(_, text)| (*text).to_owned());
    shipped.ok_or_else(|| {
        Failure::usage(format!("rule {} names the runbook {runbook}, which is not here", rule.alert))
            .hint("it is read from the project's folder, or shipped")
    })
}
