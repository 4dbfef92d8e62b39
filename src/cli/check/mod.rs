//! `tillwatch check`.

mod astray;
mod channels;
mod circle;
mod config;
mod coverage;
mod finding;
mod people;
mod queries;
mod routing;
mod rule_tests;
mod rules;
mod runbooks;
mod texts;
mod told;

use serde_json::json;

use self::coverage::Coverage;
use self::finding::Findings;
use self::queries::Queries;
use self::rules::Rules;
use self::texts::Texts;
use crate::alert::RuleSet;
use crate::app::{App, Exit, Failure, Format, Listing, Verdict, with_own_databases};
use crate::config::{Config, ConfigError};
use crate::inventory::{Directory, Inventory};
use crate::query::Catalogue;
use crate::route::Router;
use crate::ruletest::Tester;

/// Validate everything of a project: configuration, queries, rules and their tests, templates and jobs.
///
/// Each mistake is printed as `file:line: message (hint)`, as compilers do. A warning is something that may be right
/// by the time it is needed: a secret or a source that is not there yet. Mistakes make the exit code 2.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch check --format json")]
pub(crate) struct Args {
    /// List the metrics, targets and stores that no rule watches, if there is no mistake.
    #[arg(long)]
    coverage: bool,
}

pub(crate) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = if args.coverage { app.list_format() } else { app.format(&[Format::Text, Format::Json]) }?;
    let (mut findings, mut unwatched) = (Findings::default(), None);
    match app.read_config() {
        Ok(config) => unwatched = Some(check(&config, app, &mut findings)?),
        Err(ConfigError::Wrong(problems)) => findings.errors(problems),
        Err(other) => return Err(other.into()),
    }
    let summary = findings.summary();
    if let Some(unwatched) = unwatched.filter(|_| args.coverage && !findings.has_errors()) {
        app.ui.listing(&unwatched, format);
    } else if format == Format::Json {
        app.ui.json(json!({ "findings": findings.to_json(), "checked": findings.checked() }));
    } else {
        app.ui.data(&findings.to_text());
        app.ui.status(&summary);
    }
    let exit = if findings.has_errors() { Exit::Usage } else { Exit::Well };
    Ok(Verdict { exit, ..Verdict::well(summary) })
}

/// Looks at everything, however much of it is wrong, and gives what no rule watches.
fn check(config: &Config, app: &App, findings: &mut Findings) -> Result<Listing, Failure> {
    let inventory = Inventory::new(config).unwrap_or_else(|error| {
        if let ConfigError::Wrong(problems) = error {
            findings.errors(problems);
        }
        // Whoever has wrong hours still has names.
        Inventory { directory: Directory::new(config, "UTC").0, ..Inventory::default() }
    });
    config::check(config, &inventory, findings);
    people::check(config, &inventory.directory, findings);
    let (catalogue, problems) = Catalogue::load(&config.resolve("queries".as_ref()));
    findings.errors(problems);
    let profile = config.project.profile.as_deref();
    let (rules, problems) = RuleSet::load(profile, &config.resolve("rules".as_ref()));
    findings.errors(problems);
    astray::check(config, findings);
    let folder =
        tempfile::tempdir().map_err(|error| Failure::incomplete(format!("temporary folder: {error}")))?;
    let stand_in = with_own_databases(config, folder.path())?;
    let used = Queries { config: &stand_in, inventory: &inventory, catalogue: &catalogue, rules: &rules };
    let prepared = used.check(app.now(), findings);
    findings.count("query", prepared.len());
    let (inventory, catalogue) = (&inventory, &catalogue);
    let templates = Texts { config: &stand_in, inventory, catalogue, prepared: &prepared }.check(findings);
    let templates = templates.as_ref();
    Rules { config, inventory, catalogue, all: &rules, prepared: &prepared, templates }.check(findings);
    told::check(Router { config, inventory }, catalogue, &rules, findings);
    runbooks::check(config, &rules, findings);
    // Tests run what is sound: of rules that are not, they would only say the same again.
    if let Some(templates) = templates.filter(|_| !findings.has_errors()) {
        let tester = Tester { config, inventory, catalogue, rules: &rules, templates };
        rule_tests::check(&tester, findings)?;
    }
    Ok(Coverage { config, inventory, catalogue, rules: &rules }.listing())
}
