//! One query file: front matter in leading comments, then one SELECT.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::config::Problem;
use crate::db::{SourceError, Value};
use crate::time::Duration;

/// A query; its file's name is the metric's name.
#[derive(Clone, Debug)]
pub(crate) struct Query {
    pub name: String,
    /// The file, for messages; `<shipped>/queries/NAME.sql` for an embedded one.
    pub file: PathBuf,
    pub front: FrontMatter,
    pub sql: String,
}

/// What the leading comments say, as YAML.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FrontMatter {
    #[serde(default)]
    pub help: String,
    /// `percent`, `ms`, `count`, `rub`, …
    #[serde(default)]
    pub unit: String,
    /// What the value should be, as a condition without its left side: `">= 99"`.
    pub target: Option<String>,
    /// The source it runs on: one of `[sources]`, `own` or `logs`.
    #[serde(default = "own")]
    pub source: String,
    /// The columns that are labels; every other one is a value.
    #[serde(default)]
    pub labels: Vec<String>,
    #[serde(default)]
    pub instances: Instances,
    /// The window where nobody says otherwise.
    #[serde(default = "hour")]
    pub window: Duration,
    /// How much earlier than now its windows end; the source's delay where absent.
    pub delay: Option<Duration>,
    /// Parameters and their defaults.
    #[serde(default)]
    pub params: BTreeMap<String, Scalar>,
}

/// Which instances a result should have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Instances {
    /// Only those with rows; an absent one is no match.
    #[default]
    Sparse,
    /// Every open store; an absent one is no data.
    Stores,
}

/// A parameter's default.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Scalar {
    Int(i64),
    Real(f64),
    Text(String),
}

impl From<&Scalar> for Value {
    fn from(scalar: &Scalar) -> Self {
        match scalar {
            Scalar::Int(number) => Self::Int(*number),
            Scalar::Real(number) => Self::Real(*number),
            Scalar::Text(text) => Self::Text(text.clone()),
        }
    }
}

fn own() -> String {
    "own".into()
}

fn hour() -> Duration {
    Duration::from_secs(3600)
}

/// What can go wrong with a query.
#[derive(Debug, thiserror::Error)]
pub(crate) enum QueryError {
    #[error("no query {name}")]
    Unknown { name: String, nearest: Option<String> },
    #[error("query {name} names the source {source_name}, which tillwatch.toml does not have")]
    UnknownSource { name: String, source_name: String },
    #[error("query {name}: {error}")]
    Source { name: String, error: SourceError },
    #[error("query {name} gives no column {column}, which its front matter calls a label")]
    MissingLabel { name: String, column: String },
    #[error("query {name} gives {found:?} where a number belongs, in the column value")]
    NotANumber { name: String, found: String },
}

impl Query {
    /// Reads a query from a file's text.
    pub(crate) fn parse(name: &str, file: &Path, text: &str) -> Result<Self, Problem> {
        let front: Vec<&str> = text.lines().map_while(|line| line.trim_start().strip_prefix("--")).collect();
        let sql: String = text.lines().skip(front.len()).map(|line| format!("{line}\n")).collect();
        // A comment with no `key:` ahead of the front matter's end is prose for the reader.
        let yaml: String =
            front.iter().map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect();
        let front_matter = if yaml.trim().is_empty() { "{}" } else { &yaml };
        let front: FrontMatter = serde_saphyr::from_str(front_matter).map_err(|error| {
            let line = error.location().map_or(0, |at| usize::try_from(at.line()).unwrap_or(0));
            let message = error.to_string();
            let first = message.lines().next().unwrap_or_default().to_owned();
            Problem::new(file, line, format!("front matter: {first}"))
        })?;
        if sql.trim().is_empty() {
            return Err(Problem::new(file, 0, "there is no SELECT after the front matter"));
        }
        Ok(Self {
            name: name.to_owned(),
            file: file.to_owned(),
            front,
            sql: sql.trim().trim_end_matches(';').to_owned(),
        })
    }
}
