//! One rule as its YAML file writes it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::db::Value;
use crate::label::digest;
use crate::query::Query;
use crate::time::Duration;

/// A query, a window, a condition, a duration, a severity.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    /// The name; becomes the label `alertname`.
    pub alert: String,
    /// One of `[severities]`; becomes the label `severity`.
    pub severity: String,
    /// The catalogue query whose rows are the instances.
    pub query: String,
    /// The window; the query's own where absent.
    pub over: Option<Duration>,
    /// A SQL predicate over a row: the alert's condition.
    pub when: String,
    /// A SQL predicate that ends a firing alert; `when` no longer holding, where absent.
    pub until: Option<String>,
    /// Fewer rows than this are no data.
    pub min_samples: Option<MinSamples>,
    /// A calendar outside which nothing is wrong: `store_hours` or one of `[calendars]`.
    pub during: Option<String>,
    /// How long the condition holds before the alert fires.
    #[serde(default, rename = "for")]
    pub hold: Duration,
    /// How long a firing alert goes on after the condition's first miss.
    #[serde(default)]
    pub keep_firing_for: Duration,
    #[serde(default)]
    pub on_no_data: Policy,
    #[serde(default)]
    pub on_error: Policy,
    /// Values for the query's declared parameters.
    #[serde(default)]
    pub params: BTreeMap<String, Parameter>,
    /// Whom to tell, by channel; the severity's default where empty.
    #[serde(default)]
    pub notify: Vec<BTreeMap<String, Vec<String>>>,
    /// Commands of `[actions]` to run once when it fires.
    #[serde(default)]
    pub actions: Vec<String>,
    #[serde(default)]
    pub labels: BTreeMap<String, String>,
    /// Tera texts over labels, values and store: `summary`, `description`, `runbook`.
    #[serde(default)]
    pub annotations: BTreeMap<String, String>,
    /// False switches a shipped rule off.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// Where it stands, for messages.
    #[serde(skip)]
    pub file: PathBuf,
    #[serde(skip)]
    pub line: usize,
}

/// A gate before the condition: `{ column: total, at_least: 5 }`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MinSamples {
    pub column: String,
    pub at_least: f64,
}

/// What an instance without a usable answer does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Policy {
    /// The alert stays as it is.
    #[default]
    Keep,
    /// As if the condition held.
    Alert,
    /// As if it did not.
    Ok,
}

/// A parameter's value.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Parameter {
    Int(i64),
    Real(f64),
    Text(String),
}

fn yes() -> bool {
    true
}

impl Rule {
    /// A digest of all that decides, the query's text included: history says which definition it came from.
    pub(crate) fn definition_hash(&self, query: Option<&Query>) -> String {
        let rule = serde_json::to_string(self).unwrap_or_default();
        digest([rule.as_str(), query.map_or("", |query| query.sql.as_str())])
    }
}

impl From<&Parameter> for Value {
    fn from(parameter: &Parameter) -> Self {
        match parameter {
            Parameter::Int(number) => Self::Int(*number),
            Parameter::Real(number) => Self::Real(*number),
            Parameter::Text(text) => Self::Text(text.clone()),
        }
    }
}
