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
    find(config, runbook)
        .ok_or_else(|| Failure::usage(format!("rule {}: its runbook is not here: {runbook}", rule.alert)))
}

/// The page of this path below the project's folder, or else the shipped one of its name.
pub(in crate::cli) fn find(config: &Config, path: &str) -> Option<String> {
    let name = Path::new(path).file_stem()?;
    let shipped = || SHIPPED.iter().find(|(shipped, _)| name == *shipped).map(|(_, text)| (*text).to_owned());
    fs::read_to_string(config.resolve(path.as_ref())).ok().or_else(shipped)
}
