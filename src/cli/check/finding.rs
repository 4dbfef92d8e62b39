//! What `check` found.

use serde_json::{Map, Value, json};

use crate::config::Problem;
use crate::render::{nouns, plural};

/// Mistakes, warnings, and how much was looked at.
#[derive(Debug, Default)]
pub(super) struct Findings {
    errors: Vec<Problem>,
    warnings: Vec<Problem>,
    checked: Vec<(&'static str, usize)>,
}

impl Findings {
    pub(super) fn errors(&mut self, problems: impl IntoIterator<Item = Problem>) {
        for problem in problems {
            if !self.errors.contains(&problem) {
                self.errors.push(problem);
            }
        }
    }

    pub(super) fn warnings(&mut self, problems: impl IntoIterator<Item = Problem>) {
        self.warnings.extend(problems);
    }

    /// Notes how many of something, in the singular, were looked at.
    pub(super) fn count(&mut self, what: &'static str, count: usize) {
        self.checked.push((what, count));
    }

    pub(super) fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// A line each, mistakes first, by file and line.
    pub(super) fn to_text(&self) -> String {
        let marked = |problem: &Problem| {
            let message = format!("warning: {}", problem.message);
            format!("{}\n", Problem { message, ..problem.clone() })
        };
        let errors = sorted(&self.errors).into_iter().map(|problem| format!("{problem}\n"));
        errors.chain(sorted(&self.warnings).into_iter().map(marked)).collect()
    }

    pub(super) fn to_json(&self) -> Value {
        let document = |level: &str, problem: &Problem| {
            let line = (problem.line > 0).then_some(problem.line);
            json!({ "level": level, "file": problem.file, "line": line, "message": problem.message, "hint": problem.hint })
        };
        let errors = sorted(&self.errors).into_iter().map(|problem| document("error", problem));
        errors.chain(sorted(&self.warnings).into_iter().map(|problem| document("warning", problem))).collect()
    }

    pub(super) fn checked(&self) -> Map<String, Value> {
        self.checked.iter().map(|(what, count)| (nouns(what), json!(count))).collect()
    }

    pub(super) fn summary(&self) -> String {
        let checked: Vec<_> = self.checked.iter().map(|(what, count)| plural(*count, what)).collect();
        let (errors, warnings) = (self.errors.len(), self.warnings.len());
        let found = match (errors, warnings) {
            (0, 0) => "all well".to_owned(),
            _ => format!("{}, {}", plural(errors, "mistake"), plural(warnings, "warning")),
        };
        if checked.is_empty() { found } else { format!("checked {}: {found}", checked.join(", ")) }
    }
}

fn sorted(problems: &[Problem]) -> Vec<&Problem> {
    let mut sorted: Vec<_> = problems.iter().collect();
    sorted.sort_by_key(|problem| (&problem.file, problem.line));
    sorted
}
