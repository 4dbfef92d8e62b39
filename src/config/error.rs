//! Problems of a project's files: where, what, and the nearest thing that would be right.

use std::fmt;
use std::path::{Path, PathBuf};

/// One thing wrong in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    pub file: PathBuf,
    /// Counted from 1; 0 where no line is to blame.
    pub line: usize,
    pub message: String,
    pub hint: Option<String>,
}

impl Problem {
    pub(crate) fn new(file: impl Into<PathBuf>, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.into(), line, message: message.into(), hint: None }
    }

    /// What a YAML document gets wrong, `first_line` being the line of the file on which the document begins.
    pub(crate) fn yaml(file: &Path, first_line: usize, error: &serde_saphyr::Error) -> Self {
        let text = error.to_string();
        let line = error.location().and_then(|at| usize::try_from(at.line()).ok());
        let lead = |text: &str| text.split_once(": ").map(|(_, rest)| rest.to_owned());
        // The library writes "error: line 3 column 1: …"; file and line stand in front of ours already.
        let first = text.lines().next().unwrap_or_default();
        let message = match first.strip_prefix("error: line ") {
            Some(rest) => lead(rest).unwrap_or_default(),
            None => first.strip_prefix("error: ").unwrap_or(first).to_owned(),
        };
        let problem = Self::new(file, line.map_or(0, |line| line + first_line - 1), &message);
        match unknown_field(&message) {
            Some((wrong, known)) => problem.nearest(wrong, known),
            None => problem,
        }
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Hints at the nearest of `known`, if one is near.
    pub(crate) fn nearest<'a>(self, wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(wrong, known) {
            Some(right) => self.hint(format!("did you mean {right}?")),
            None => self,
        }
    }
}

/// `file:line: message (hint)`, as compilers print it, so that editors can jump there.
impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:", self.file.display())?;
        if self.line > 0 {
            write!(out, "{}:", self.line)?;
        }
        write!(out, " {}", self.message)?;
        self.hint.as_ref().map_or(Ok(()), |hint| write!(out, " ({hint})"))
    }
}

/// Why a configuration could not be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConfigError {
    #[error("no {file} in {folder} or any folder above it")]
    Absent { file: &'static str, folder: PathBuf },
    #[error("{path}: {reason}")]
    Unreadable { path: PathBuf, reason: String },
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Wrong(Vec<Problem>),
}

impl ConfigError {
    pub(crate) fn unreadable(path: &Path, error: &impl ToString) -> Self {
        Self::Unreadable { path: path.to_owned(), reason: error.to_string() }
    }
}

impl From<Problem> for ConfigError {
    fn from(problem: Problem) -> Self {
        Self::Wrong(vec![problem])
    }
}

/// The known word nearest to a wrong one, if it is near enough to be meant.
pub(crate) fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|right| (strsim::damerau_levenshtein(wrong, right), right))
        .min()
        .filter(|(distance, right)| *distance <= 1 + right.chars().count() / 3)
        .map(|(_, right)| right)
}

/// The wrong key and the valid ones, out of serde's sentence "unknown field `x`, expected one of `a`, `b`", with or
/// without the second pair of quotes.
pub(crate) fn unknown_field(message: &str) -> Option<(&str, Vec<&str>)> {
    let rest =
        message.strip_prefix("unknown field `").or_else(|| message.strip_prefix("unknown variant `"))?;
    let (wrong, rest) = rest.split_once('`')?;
    let word = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let known = rest.split(|c| !word(c)).filter(|known| !["", "expected", "one", "of", "or"].contains(known));
    Some((wrong, known.collect()))
}
