//! Rule files that nobody reads, since they lie below a folder of `rules/`.

use std::fs;
use std::path::{Path, PathBuf};

use super::finding::Findings;
use crate::config::{Config, Problem};

/// The folder of the tests, whose files are no rules.
const TESTS: &str = "tests";

pub(super) fn check(config: &Config, findings: &mut Findings) {
    let mut files = Vec::new();
    for folder in within(&config.resolve("rules".as_ref())).filter(|path| path.is_dir()) {
        if !folder.ends_with(TESTS) {
            collect(&folder, &mut files);
        }
    }
    files.sort();
    let problem = |file: PathBuf| {
        Problem::new(file, 0, "is not read")
            .hint("rule files lie in rules/ itself, and not in a folder of it")
    };
    findings.warnings(files.into_iter().map(problem));
}

fn within(folder: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for path in within(folder) {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|end| end == "yaml" || end == "yml") {
            files.push(path);
        }
    }
}
