//! `tillwatch rules list`.

use crate::alert::{Look, Rule};
use crate::app::{App, Failure, Listing, Verdict};
use crate::db::{Table, Value};
use crate::render::plural;

/// List the rules in force: the profile's and the project's own.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch rules list --format csv")]
pub(super) struct Args {}

pub(super) fn run(_args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let rules = app.rules(&app.config()?)?;
    let columns = ["name", "severity", "query", "over", "when", "for", "during", "runbook", "file", "line"];
    let columns = columns.map(str::to_owned).to_vec();
    let table = Table { columns, rows: rules.iter().map(row).collect() };
    app.ui.listing(&Listing { name: "rules", table }, format);
    Ok(Verdict::well(plural(rules.len(), "rule")))
}

fn row(rule: &Rule) -> Vec<Value> {
    let line = i64::try_from(rule.line).ok().filter(|line| *line > 0);
    let (looks_at, over) = match &rule.look {
        Look::Query { query, over, .. } => (query.as_str(), *over),
        Look::Expr { expr, .. } => (expr.as_str(), None),
    };
    vec![
        rule.alert.as_str().into(),
        rule.severity.as_str().into(),
        looks_at.into(),
        over.map(|over| over.to_string()).into(),
        rule.when.clone().into(),
        rule.hold.to_string().into(),
        rule.during.clone().into(),
        rule.annotations.get("runbook").cloned().into(),
        rule.file.display().to_string().into(),
        line.into(),
    ]
}
