//! The project's own tests of rules, run.

use super::finding::Findings;
use crate::alert::RuleSet;
use crate::cli::rules::test::tests_folder;
use crate::config::{Config, Problem};
use crate::db::DbError;
use crate::inventory::Inventory;
use crate::query::Catalogue;
use crate::render::Templates;
use crate::ruletest::{TestFile, Tester, within};

/// Runs all of them; the shipped ones look at what is shipped alone and say nothing about the project.
pub(super) fn check(
    config: &Config,
    inventory: &Inventory,
    catalogue: &Catalogue,
    templates: &Templates,
    findings: &mut Findings,
) -> Result<(), DbError> {
    let files = within(&tests_folder(config));
    if files.is_empty() {
        return Ok(());
    }
    let rules = RuleSet::load(config.project.profile.as_deref(), &config.resolve("rules".as_ref())).0;
    let tester = Tester { config, inventory, catalogue, rules: &rules, templates };
    let mut count = 0;
    for path in files {
        let tested = match TestFile::load(&path) {
            Ok(file) => tester.run(&file)?,
            Err(problem) => Err(vec![problem]),
        };
        match tested {
            Ok(results) => {
                count += results.len();
                for result in &results {
                    findings.errors(result.mismatches.iter().map(|mismatch| {
                        Problem::new(&path, mismatch.line, format!("{}: {mismatch}", result.name))
                    }));
                }
            }
            Err(problems) => findings.errors(problems),
        }
    }
    findings.count("rule tests", count);
    Ok(())
}
