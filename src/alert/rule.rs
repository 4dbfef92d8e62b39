//! Rules as they are evaluated: read from a file by `file`, every one of them complete.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::config::{Escalation, Notify};
use crate::db::Value;
use crate::ingest::Sample;
use crate::inventory::Inventory;
use crate::label::digest;
use crate::query::Query;
use crate::time::Duration;

/// The severity of a rule that names none, neither by `severity` nor by the label of that name.
pub(super) const DEFAULT_SEVERITY: &str = "P2";

/// What is looked at, a condition, a duration, a severity.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Rule {
    /// The name; becomes the label `alertname`.
    pub alert: String,
    /// One of `[severities]`; becomes the label `severity`.
    pub severity: String,
    /// Where its instances come from.
    pub look: Look,
    /// A SQL predicate over a row: the alert's condition. Every row of an expression is a match without one.
    pub when: Option<String>,
    /// A SQL predicate that ends a firing alert; `when` no longer holding, where absent.
    pub until: Option<String>,
    /// Fewer rows than this are no data.
    pub min_samples: Option<MinSamples>,
    /// A calendar outside which nothing is wrong: `store_hours` or one of `[calendars]`.
    pub during: Option<String>,
    /// How long the condition holds before the alert fires.
    pub hold: Duration,
    /// How long a firing alert goes on after the condition's first miss.
    pub keep_firing_for: Duration,
    pub on_no_data: Policy,
    pub on_error: Policy,
    /// So many matches at most; more are an error. The group's where the rule has none.
    pub limit: Option<usize>,
    /// Whom to tell, by channel; the severity's default where empty.
    pub notify: Notify,
    /// What happens when nobody answers; the route's or the severity's where absent.
    pub escalate: Option<Vec<Escalation>>,
    /// After how long it is told again while nobody acknowledged.
    pub repeat: Option<Duration>,
    /// Within what time somebody should have answered; the severity's where absent.
    pub response: Option<Duration>,
    /// Rules whose alerts explain this one: its beginning is not told while one of them fires.
    pub depends_on: Vec<String>,
    /// Commands of `[actions]` to run once when it fires.
    pub actions: Vec<String>,
    /// Tera texts over labels, values and store.
    pub labels: BTreeMap<String, String>,
    /// The same: `summary`, `description`, `runbook`.
    pub annotations: BTreeMap<String, String>,
    /// Where it stands, for messages.
    #[serde(skip)]
    pub file: PathBuf,
    #[serde(skip)]
    pub line: usize,
}

/// A result that is kept as samples of a series of its own.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Recording {
    /// The name of the series.
    pub record: String,
    pub look: Look,
    pub limit: Option<usize>,
    pub labels: BTreeMap<String, String>,
    #[serde(skip)]
    pub file: PathBuf,
    #[serde(skip)]
    pub line: usize,
}

/// Where instances come from.
#[derive(Clone, Debug, Serialize)]
pub(crate) enum Look {
    /// The rows of a query of the catalogue.
    Query {
        query: String,
        /// The window; the query's own where absent.
        over: Option<Duration>,
        /// Values for the query's declared parameters.
        params: BTreeMap<String, Parameter>,
    },
    /// The elements that a Prometheus gives for an expression.
    Expr {
        expr: String,
        /// One of `[sources]`; the only Prometheus among them where absent.
        source: Option<String>,
    },
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

impl Look {
    /// The name of the catalogue query, if there is one.
    pub(crate) fn query(&self) -> Option<&str> {
        match self {
            Self::Query { query, .. } => Some(query),
            Self::Expr { .. } => None,
        }
    }
}

impl Rule {
    /// A digest of all that decides, the query's text included: history says which definition it came from.
    pub(crate) fn definition_hash(&self, query: Option<&Query>) -> String {
        definition_hash(self, query)
    }
}

impl Recording {
    /// The name under which its state is kept, apart from those of alerts.
    pub(crate) fn key(&self) -> String {
        format!("record {}", self.record)
    }

    /// What is wrong with its name or its labels, as the database would refuse them.
    pub(crate) fn mistake(&self) -> Option<String> {
        let labels = self.labels.iter().collect();
        let sample = Sample::new(&self.record, labels, 0.0, Timestamp::UNIX_EPOCH, &Inventory::default());
        sample.err().map(|error| error.to_string())
    }

    pub(super) fn definition_hash(&self, query: Option<&Query>) -> String {
        definition_hash(self, query)
    }
}

fn definition_hash(rule: &impl Serialize, query: Option<&Query>) -> String {
    let rule = serde_json::to_string(rule).unwrap_or_default();
    digest([rule.as_str(), query.map_or("", |query| query.sql.as_str())])
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
