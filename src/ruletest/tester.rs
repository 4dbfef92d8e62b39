//! Runs the tests of a file, each in a world of its own.

use super::databases::Blank;
use super::file::{self, TestFile};
use super::mismatch::Mismatch;
use super::rehearsal::{Rehearsal, hopeless};
use super::world::NoWorld;
use crate::alert::RuleSet;
use crate::config::{Config, Problem, Profile};
use crate::db::DbError;
use crate::inventory::Inventory;
use crate::query::Catalogue;
use crate::render::Templates;

/// What tests are run with: a project's definitions, and none of its databases.
pub(crate) struct Tester<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
    pub catalogue: &'a Catalogue,
    pub rules: &'a RuleSet,
    pub templates: &'a Templates,
}

/// How one test went.
#[derive(Clone, Debug)]
pub(crate) struct TestResult {
    pub name: String,
    pub line: usize,
    /// How many cases it has.
    pub cases: usize,
    pub mismatches: Vec<Mismatch>,
}

impl Tester<'_> {
    /// Runs every test of a file; or what is wrong with the file.
    pub(crate) fn run(&self, file: &TestFile) -> Result<Result<Vec<TestResult>, Vec<Problem>>, DbError> {
        let mut problems = hopeless(self, file);
        if !problems.is_empty() {
            return Ok(Err(problems));
        }
        let (blank, mut results) = (Blank::new(self.schema())?, Vec::new());
        for test in &file.tests {
            let run = Rehearsal::new(self, &blank, file, test).and_then(|mut rehearsal| {
                rehearsal.run()?;
                Ok(rehearsal.mismatches)
            });
            match run {
                Ok(mismatches) => results.push(TestResult {
                    name: test.name.value.clone(),
                    line: file::line(&test.name),
                    cases: test.alert_rule_test.len() + test.notification_test.len(),
                    mismatches,
                }),
                Err(NoWorld::Wrong(problem)) => problems.push(problem),
                Err(NoWorld::Db(error)) => return Err(error),
            }
        }
        Ok(if problems.is_empty() { Ok(results) } else { Err(problems) })
    }

    /// The tables of the profile's backend; a test of another project makes its own.
    fn schema(&self) -> &'static str {
        let profile = self.config.project.profile.as_deref().and_then(Profile::find);
        profile.and_then(|profile| profile.file("backend.sql")).unwrap_or_default()
    }
}
