//! Which files there are.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use glob::{MatchOptions, Pattern};

use super::identity::Node;

/// A glob that is none.
#[derive(Debug, thiserror::Error)]
#[error("path {pattern:?}: {reason}")]
pub(crate) struct PatternError {
    pub pattern: String,
    pub reason: String,
}

/// Globs, seen from a folder.
#[derive(Clone, Debug)]
pub(crate) struct Patterns(Vec<String>);

impl Patterns {
    /// `\` parts folders as `/` does, so that a path of Windows reads the same everywhere.
    pub(crate) fn new(folder: &Path, patterns: &[String]) -> Result<Self, PatternError> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let joined = |pattern: &String| {
            Pattern::new(pattern)
                .map_err(|error| PatternError { pattern: pattern.clone(), reason: error.msg.to_owned() })?;
            let pattern =
                if pattern.starts_with(r"\\") { pattern.clone() } else { pattern.replace('\\', "/") };
            if Path::new(&pattern).is_absolute() {
                return Ok(pattern);
            }
            // The folder's own name may hold what a glob takes for a wildcard.
            Ok(format!("{}/{pattern}", Pattern::escape(&folder.to_string_lossy())))
        };
        patterns.iter().map(joined).collect::<Result<_, _>>().map(Self)
    }

    /// The files, least recently written first, and what could not be looked at.
    pub(super) fn find(&self) -> (Vec<Found>, Vec<String>) {
        let options = MatchOptions { case_sensitive: !cfg!(windows), ..MatchOptions::new() };
        let (mut files, mut wrong, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
        for pattern in &self.0 {
            for path in glob::glob_with(pattern, options).into_iter().flatten() {
                match path.map_err(|error| error.to_string()).and_then(Found::open) {
                    Ok(Some(found)) if seen.insert(found.unique()) => files.push(found),
                    Ok(_) => {}
                    Err(reason) => wrong.push(reason),
                }
            }
        }
        files.sort_by(|a, b| (a.modified, &a.path).cmp(&(b.modified, &b.path)));
        (files, wrong)
    }
}

/// A file as it was when looked at.
#[derive(Debug)]
pub(super) struct Found {
    pub path: PathBuf,
    pub node: Node,
    pub size: u64,
    pub modified: SystemTime,
}

impl Found {
    /// Nothing for what is no file or has vanished since.
    fn open(path: PathBuf) -> Result<Option<Self>, String> {
        match fs::metadata(&path) {
            Ok(file) if !file.is_file() => Ok(None),
            Ok(file) => Ok(Some(Self {
                node: Node::of(&file),
                size: file.len(),
                modified: file.modified().unwrap_or(SystemTime::UNIX_EPOCH),
                path,
            })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(format!("{}: {error}", path.display())),
        }
    }

    /// A second name of the same file is no second file.
    fn unique(&self) -> (Node, Option<PathBuf>) {
        let path = if Node::UNIQUE { None } else { fs::canonicalize(&self.path).ok() };
        (self.node.clone(), path)
    }

    /// The file itself; nothing if its name has come to mean another since.
    pub(super) fn reopen(&self) -> io::Result<Option<File>> {
        match File::open(&self.path) {
            Ok(file) => Ok((Node::of(&file.metadata()?).is(&self.node)).then_some(file)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub(super) fn name(&self) -> String {
        self.path.display().to_string()
    }
}
