//! Which tests there are: the shipped ones of a profile, those of a project, or files by name.

use std::fs;
use std::path::{Path, PathBuf};

use super::TestFile;
use crate::config::Problem;

include!(concat!(env!("OUT_DIR"), "/shipped_rule_tests.rs"));

/// The shipped tests of a profile, if it has any.
pub(crate) fn shipped(profile: &str) -> Option<Result<TestFile, Problem>> {
    let (name, text) = SHIPPED.iter().find(|(name, _)| *name == profile)?;
    Some(TestFile::parse(&Path::new("<shipped>/rules/tests").join(format!("{name}.yaml")), text))
}

/// The paths of the test files in a folder, in order; none if there is no such folder.
pub(crate) fn within(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "yaml" || end == "yml"));
    files.sort();
    files
}

impl TestFile {
    /// Reads the file at this path.
    pub(crate) fn load(path: &Path) -> Result<Self, Problem> {
        let text = fs::read_to_string(path).map_err(|error| Problem::new(path, 0, error.to_string()))?;
        Self::parse(path, &text)
    }
}
