//! Front matter: what a query's leading comments say about it, as YAML.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::target::Target;
use crate::config::Problem;
use crate::db::Value;
use crate::time::Duration;

/// What a query says about itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FrontMatter {
    #[serde(default)]
    pub help: String,
    /// `percent`, `ms`, `count`, `rub`, …
    #[serde(default)]
    pub unit: String,
    /// What the value should be: `">= 99"`.
    pub target: Option<Target>,
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
    /// Further bounds, each so long before `:until`: `{ month_ago: 30d }`.
    #[serde(default)]
    pub instants: BTreeMap<String, Duration>,
    /// And each so long before `:since`.
    #[serde(default)]
    pub instants_of_since: BTreeMap<String, Duration>,
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

impl FrontMatter {
    /// Reads the comments at the head of `text`, and says how many lines they take.
    ///
    /// A comment that is neither `key: …` nor the indented continuation of one is prose for the reader.
    pub(super) fn read(file: &Path, text: &str) -> Result<(Self, usize), Problem> {
        let comments: Vec<&str> =
            text.lines().map_while(|line| line.trim_start().strip_prefix("--")).collect();
        let mut yaml = String::new();
        let mut in_key = false;
        for comment in &comments {
            let line = comment.strip_prefix(' ').unwrap_or(comment);
            in_key = is_key(line) || in_key && line.starts_with(' ');
            // A blank line in place of prose keeps the numbers of the lines behind it.
            yaml.push_str(if in_key { line } else { "" });
            yaml.push('\n');
        }
        let document = if yaml.trim().is_empty() { "{}" } else { &yaml };
        let front = serde_saphyr::from_str(document).map_err(|error| Problem::yaml(file, 1, &error))?;
        Ok((front, comments.len()))
    }
}

/// Whether a comment's text is `key: …`.
fn is_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, rest)| {
        !key.is_empty()
            && key.chars().all(|c| c.is_ascii_lowercase() || c == '_')
            && (rest.is_empty() || rest.starts_with(' '))
    })
}
