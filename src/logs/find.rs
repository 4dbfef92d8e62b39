//! Which files there are.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use glob::{MatchOptions, Pattern};

use super::identity::Node;
use super::variables::expand;

/// Endings of archives that are not read.
const FOREIGN: [&str; 10] = ["xz", "bz2", "zst", "lz4", "lzma", "z", "zip", "7z", "rar", "tar"];

/// A glob that is none.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PatternError {
    #[error("path {pattern:?}: {reason}")]
    Glob { pattern: String, reason: String },
    #[error("path {pattern:?}: the environment variable {name} is not set")]
    Variable { pattern: String, name: String },
}

/// Globs, seen from a folder. One that names a folder means the files in it.
#[derive(Clone, Debug)]
pub(crate) struct Patterns(Vec<String>);

impl Patterns {
    /// `\` parts folders as `/` does, so that a path of Windows reads the same everywhere. `value` gives what variables
    /// of the environment hold.
    pub(crate) fn new(
        folder: &Path,
        patterns: &[String],
        value: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, PatternError> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let joined = |pattern: &String| {
            let whole = expand(pattern, value)
                .map_err(|name| PatternError::Variable { pattern: pattern.clone(), name })?;
            Pattern::new(&whole).map_err(|error| PatternError::Glob {
                pattern: pattern.clone(),
                reason: error.msg.to_owned(),
            })?;
            let whole = if whole.starts_with(r"\\") { whole } else { whole.replace('\\', "/") };
            if Path::new(&whole).is_absolute() {
                return Ok(whole);
            }
            // The folder's own name may hold what a glob takes for a wildcard.
            Ok(format!("{}/{whole}", Pattern::escape(&folder.to_string_lossy())))
        };
        patterns.iter().map(joined).collect::<Result<_, _>>().map(Self)
    }

    /// The files, what could not be looked at, and what to say of archives that are left out.
    pub(super) fn find(&self) -> (Vec<Found>, Vec<String>, Option<String>) {
        let (all, wrong) = self.all();
        let (foreign, files): (Vec<_>, Vec<_>) = all.into_iter().partition(Found::is_foreign_archive);
        (files, wrong, skipped(&foreign))
    }

    fn all(&self) -> (Vec<Found>, Vec<String>) {
        let options = MatchOptions { case_sensitive: !cfg!(windows), ..MatchOptions::new() };
        // What hides in a folder is a rotation's own bookkeeping and no log.
        let inside = MatchOptions { require_literal_leading_dot: true, ..options };
        let globs = self.0.iter().flat_map(|pattern| {
            let inner =
                names_folders(pattern).then(|| (format!("{}/*", pattern.trim_end_matches('/')), inside));
            [Some((pattern.clone(), options)), inner].into_iter().flatten()
        });
        let (mut files, mut wrong, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
        for (pattern, options) in globs {
            for path in glob::glob_with(&pattern, options).into_iter().flatten() {
                match path.map_err(|error| error.to_string()).and_then(Found::open) {
                    Ok(Some(found)) if seen.insert(found.unique()) => files.push(found),
                    Ok(_) => {}
                    Err(reason) => wrong.push(reason),
                }
            }
        }
        (files, wrong)
    }
}

fn skipped(foreign: &[Found]) -> Option<String> {
    let (first, others) = foreign.split_first()?;
    let more = if others.is_empty() { String::new() } else { format!(" and {} more", others.len()) };
    Some(format!("skipped: {}{more}; of archives only .gz is read", first.name()))
}

/// Whether a folder that the pattern fits is meant with all that is in it: its last part is a name and no wildcard.
fn names_folders(pattern: &str) -> bool {
    let last = pattern.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    !last.replace("[[]", "").replace("[]]", "").contains(['*', '?', '['])
}

/// A file as it was when looked at.
#[derive(Debug)]
pub(super) struct Found {
    pub path: PathBuf,
    pub node: Node,
    /// How long its content is: see [`super::content::inspect`] for one that is compressed.
    pub size: u64,
    pub modified: SystemTime,
    pub packed: bool,
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
                packed: false,
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

    /// When it was last written to, in nanoseconds since 1970.
    pub(super) fn modified_nanos(&self) -> Option<u64> {
        let since = self.modified.duration_since(SystemTime::UNIX_EPOCH).ok()?;
        since.as_nanos().try_into().ok()
    }

    fn is_foreign_archive(&self) -> bool {
        let ending = self.path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        FOREIGN.contains(&ending.as_str())
    }

    pub(super) fn name(&self) -> String {
        self.path.display().to_string()
    }
}
