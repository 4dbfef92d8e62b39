//! `tillwatch rules test`.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::alert::RuleSet;
use crate::app::{App, Exit, Failure, Format, Verdict};
use crate::config::{CONFIG_FILE, Config, ConfigError, Problem, Profile, parse};
use crate::inventory::Inventory;
use crate::query::Catalogue;
use crate::render::{JunitCase, Templates, junit, plural};
use crate::ruletest::{self, TestFile, TestResult, Tester};

/// Test the rules: rows over time, and the alerts and messages that are to follow.
///
/// Each test gets empty databases, fills them with its rows and evaluates the rules in force as `evaluate-alerts` does.
/// Nothing of the project is read but its definitions, nothing is written and nothing is sent. Exits 1 where something
/// is not as expected.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch rules test rules/tests/shop.yaml")]
pub(super) struct Args {
    /// Files of tests; by default all in rules/tests, and the shipped ones of the profile.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// The results of one file.
struct Tested {
    file: PathBuf,
    results: Vec<TestResult>,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Text, Format::Json, Format::Junit])?;
    let project = app.project()?;
    let config = &project.config;
    let own =
        if args.files.is_empty() { ruletest::within(&tests_folder(config)) } else { args.files.clone() };
    let (rules, templates) = (app.rules(config)?, app.templates(config)?);
    let (inventory, catalogue) = (&project.inventory, &project.catalogue);
    let tester = Tester { config, inventory, catalogue, rules: &rules, templates: &templates };
    let mut all = Vec::new();
    for path in &own {
        all.push(tested_file(&tester, TestFile::load(path))?);
    }
    let profile = config.project.profile.as_deref().filter(|_| args.files.is_empty());
    if let Some(profile) = profile.filter(|profile| !replaces_shipped(&own, profile)) {
        all.extend(test_shipped(profile)?);
    }
    print(app, format, &all);
    Ok(verdict(&all))
}

/// Where a project keeps its tests.
pub(in crate::cli) fn tests_folder(config: &Config) -> PathBuf {
    config.resolve("rules/tests".as_ref())
}

/// A file of a shipped one's name takes its place.
fn replaces_shipped(own: &[PathBuf], profile: &str) -> bool {
    own.iter().any(|path| path.file_stem().is_some_and(|name| name == profile))
}

fn tested_file(tester: &Tester<'_>, file: Result<TestFile, Problem>) -> Result<Tested, Failure> {
    let file = file.map_err(ConfigError::from)?;
    let results = tester.run(&file)?.map_err(ConfigError::Wrong)?;
    Ok(Tested { file: file.file, results })
}

/// The shipped tests look at the profile alone, whatever the project makes of it.
fn test_shipped(profile: &str) -> Result<Option<Tested>, Failure> {
    let (Some(file), Some(shipped)) = (ruletest::shipped(profile), Profile::find(profile)) else {
        return Ok(None);
    };
    let config = parse(shipped.file(CONFIG_FILE).unwrap_or_default(), CONFIG_FILE.as_ref())?;
    let inventory = Inventory::new(&config)?;
    let nowhere = Path::new("");
    let (catalogue, rules) = (Catalogue::load(nowhere).0, RuleSet::load(Some(profile), nowhere).0);
    let templates = Templates::load(nowhere)?;
    let tester = Tester {
        config: &config,
        inventory: &inventory,
        catalogue: &catalogue,
        rules: &rules,
        templates: &templates,
    };
    tested_file(&tester, file).map(Some)
}

fn print(app: &App, format: Format, tested: &[Tested]) {
    if format == Format::Json {
        let document = |tested: &Tested| -> Vec<_> {
            let test = |result: &TestResult| {
                json!({
                    "file": tested.file, "line": result.line, "name": result.name, "cases": result.cases,
                    "passed": result.mismatches.is_empty(), "mismatches": result.mismatches,
                })
            };
            tested.results.iter().map(test).collect()
        };
        return app.ui.json(json!({ "tests": tested.iter().flat_map(document).collect::<Vec<_>>() }));
    }
    if format == Format::Junit {
        let cases: Vec<_> = tested
            .iter()
            .flat_map(|tested| tested.results.iter().map(|result| case(&tested.file, result)))
            .collect();
        return app.ui.data(&junit("tillwatch rules test", &cases));
    }
    for Tested { file, results } in tested {
        for result in results.iter().filter(|result| !result.mismatches.is_empty()) {
            app.ui.data(&format!("{}:{}: FAILED: {}", file.display(), result.line, result.name));
            for mismatch in &result.mismatches {
                app.ui.data(&format!("  {}:{}: {mismatch}", file.display(), mismatch.line));
            }
        }
        let failed = results.iter().filter(|result| !result.mismatches.is_empty()).count();
        let cases: usize = results.iter().map(|result| result.cases).sum();
        app.ui.status(format!(
            "{}: {}, {}, {failed} failed",
            file.display(),
            plural(results.len(), "test"),
            plural(cases, "case")
        ));
    }
}

/// A test as `JUnit` knows it; how long one took says nothing of the rule.
fn case(file: &Path, result: &TestResult) -> JunitCase {
    let lines: Vec<String> = result
        .mismatches
        .iter()
        .map(|mismatch| format!("{}:{}: {mismatch}", file.display(), mismatch.line))
        .collect();
    let failure = (!lines.is_empty()).then(|| ("mismatch".to_owned(), lines.join("\n")));
    JunitCase { class: file.display().to_string(), name: result.name.clone(), seconds: 0.0, failure }
}

fn verdict(tested: &[Tested]) -> Verdict {
    let results = || tested.iter().flat_map(|tested| &tested.results);
    let (all, failed) = (results().count(), results().filter(|result| !result.mismatches.is_empty()).count());
    let summary = format!("{} of rules, {failed} failed", plural(all, "test"));
    let exit = if failed > 0 { Exit::Unwell } else { Exit::Well };
    Verdict { exit, ..Verdict::well(summary) }
}
