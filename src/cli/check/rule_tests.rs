//! The project's own tests of rules, run.

use super::finding::Findings;
use crate::cli::rules::test::tests_folder;
use crate::config::Problem;
use crate::db::DbError;
use crate::ruletest::{TestFile, Tester, within};

/// Runs all of them; the shipped ones look at what is shipped alone and say nothing about the project.
pub(super) fn check(tester: &Tester<'_>, findings: &mut Findings) -> Result<(), DbError> {
    let files = within(&tests_folder(tester.config));
    if files.is_empty() {
        return Ok(());
    }
    let mut count = 0;
    for path in files {
        let run = match TestFile::load(&path) {
            Ok(file) => tester.run(&file)?,
            Err(problem) => Err(vec![problem]),
        };
        match run {
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
    findings.count("rule test", count);
    Ok(())
}
