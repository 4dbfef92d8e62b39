//! A Prometheus, or whatever speaks its HTTP API, asked for one instant. Blocks: never call it on an async thread.

use std::cell::{OnceCell, RefCell};
use std::path::Path;

use jiff::Timestamp;
use serde::Deserialize;
use tokio::runtime::Runtime;

use super::{QueryResult, Series, Window};
use crate::config::{Config, PrometheusPlace, SecretError, SourcePlace, nearest};
use crate::db::Table;
use crate::label::Labels;
use crate::net::{NetError, http_client, request_reason, runtime};

/// An answer beyond this is refused rather than kept in memory.
const LARGEST_ANSWER: usize = 64 << 20;

/// Why an expression has no result.
#[derive(Clone, Debug, thiserror::Error)]
pub(crate) enum PrometheusError {
    #[error("there is no Prometheus among [sources] to ask for `expr`")]
    None,
    #[error("`expr` could be asked of {}", .0.join(" or "))]
    Several(Vec<String>),
    #[error("there is no source {name}")]
    Unknown { name: String, nearest: Option<String> },
    #[error("source {0} is a SQLite file, which knows no PromQL")]
    NoPrometheus(String),
    #[error("source {name}: {reason}")]
    Unreachable { name: String, reason: String },
    /// The server's own words.
    #[error("source {name}: {kind}: {error}")]
    Refused { name: String, kind: String, error: String },
    #[error("source {name}: {reason}")]
    Answer { name: String, reason: String },
}

impl PrometheusError {
    /// What to do about it, where the configuration is to blame.
    pub(crate) fn hint(&self) -> Option<String> {
        match self {
            Self::None => Some("add [sources.NAME] with url = \"prometheus+http://host:9090\"".into()),
            Self::Several(_) => Some("say which by `source:` in the rule or its group".into()),
            Self::Unknown { nearest, .. } => nearest.as_ref().map(|name| format!("did you mean {name}?")),
            Self::NoPrometheus(_) => Some("name a source with `url`, or a query instead of `expr`".into()),
            Self::Unreachable { .. } | Self::Refused { .. } | Self::Answer { .. } => None,
        }
    }
}

/// The source that answers an expression: the one named, or the only Prometheus there is.
pub(crate) fn prometheus_source<'c>(
    config: &'c Config,
    named: Option<&str>,
) -> Result<(&'c str, &'c PrometheusPlace), PrometheusError> {
    let mut all = config.sources.iter().filter_map(|(name, source)| match &source.place {
        SourcePlace::Prometheus(place) => Some((name.as_str(), place)),
        SourcePlace::File(_) | SourcePlace::Logs => None,
    });
    let Some(named) = named else {
        let all: Vec<_> = all.collect();
        return match all.as_slice() {
            [] => Err(PrometheusError::None),
            [only] => Ok(*only),
            _ => Err(PrometheusError::Several(all.iter().map(|(name, _)| (*name).to_owned()).collect())),
        };
    };
    if ["own", "logs"].contains(&named) || config.sources.contains_key(named) {
        let found = all.find(|(name, _)| *name == named);
        return found.ok_or_else(|| PrometheusError::NoPrometheus(named.to_owned()));
    }
    let nearest = nearest(named, all.map(|(name, _)| name)).map(str::to_owned);
    Err(PrometheusError::Unknown { name: named.to_owned(), nearest })
}

/// One server. What it takes to talk is built with the first question.
pub(super) struct Prometheus {
    name: String,
    url: String,
    token: Option<String>,
    place: PrometheusPlace,
    line: OnceCell<(Runtime, reqwest::Client)>,
    /// Why it could not be reached: asked again in the same run it would only be waited for again.
    down: RefCell<Option<PrometheusError>>,
}

/// The API's envelope, as <https://prometheus.io/docs/prometheus/latest/querying/api/> describes it.
#[derive(Deserialize)]
struct Answer {
    status: String,
    data: Option<Data>,
    #[serde(default, rename = "errorType")]
    error_type: String,
    #[serde(default)]
    error: String,
    #[serde(default)]
    warnings: Vec<String>,
}

#[derive(Deserialize)]
#[serde(tag = "resultType", content = "result", rename_all = "lowercase")]
enum Data {
    Vector(Vec<Element>),
    Scalar(Sample),
    Matrix(serde::de::IgnoredAny),
    String(serde::de::IgnoredAny),
}

#[derive(Deserialize)]
struct Element {
    metric: Labels,
    /// Absent for a native histogram.
    value: Option<Sample>,
}

/// An instant in seconds and a number as text: `[1435781430.781, "+Inf"]`.
#[derive(Deserialize)]
struct Sample(#[expect(dead_code, reason = "it is the instant that was asked for")] f64, String);

impl Prometheus {
    pub(super) fn new(name: &str, place: &PrometheusPlace, folder: &Path) -> Result<Self, PrometheusError> {
        let name = name.to_owned();
        let secret = |error: SecretError| PrometheusError::Unreachable {
            name: name.clone(),
            reason: format!("token: {error}"),
        };
        let token = place.token.as_ref().map(|token| token.read(folder)).transpose().map_err(secret)?;
        let url = format!("{}/api/v1/query", place.base);
        let (line, down) = (OnceCell::new(), RefCell::default());
        Ok(Self { name, url, token, place: place.clone(), line, down })
    }

    /// The elements of an expression at an instant; at most so many.
    pub(super) fn instant(
        &self,
        expr: &str,
        at: Timestamp,
        most: usize,
    ) -> Result<QueryResult, PrometheusError> {
        if let Some(error) = &*self.down.borrow() {
            return Err(error.clone());
        }
        let body = self.ask(expr, at).inspect_err(|error| {
            if matches!(error, PrometheusError::Unreachable { .. }) {
                *self.down.borrow_mut() = Some(error.clone());
            }
        })?;
        let (status, body) = body;
        let answer: Answer = serde_json::from_slice(&body).map_err(|_| self.answer(status))?;
        if answer.status != "success" {
            let (kind, error) = (answer.error_type, answer.error);
            return Err(PrometheusError::Refused { name: self.name.clone(), kind, error });
        }
        let series = self.series(answer.data)?;
        if series.len() > most {
            return Err(self.wrong(format!("more than {most} elements")));
        }
        let table = Table { columns: vec!["value".into()], rows: Vec::new() };
        Ok(QueryResult { window: Window { since: at, until: at }, table, series, warnings: answer.warnings })
    }

    fn ask(&self, expr: &str, at: Timestamp) -> Result<(reqwest::StatusCode, Vec<u8>), PrometheusError> {
        let unreachable = |reason: String| PrometheusError::Unreachable { name: self.name.clone(), reason };
        if self.line.get().is_none() {
            let client = http_client(self.place.timeout, None);
            let client = client.map_err(|error: NetError| unreachable(error.to_string()))?;
            let runtime = runtime().map_err(|error| unreachable(error.to_string()))?;
            let _ = self.line.set((runtime, client));
        }
        let Some((runtime, client)) = self.line.get() else { return Err(unreachable("no runtime".into())) };
        let query = [("query", expr), ("time", &at.to_string())];
        let mut request = client.get(&self.url).query(&query);
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        let failed = |error: reqwest::Error| unreachable(request_reason(&error));
        runtime.block_on(async {
            let mut response = request.send().await.map_err(failed)?;
            let mut body = Vec::new();
            while let Some(chunk) = response.chunk().await.map_err(failed)? {
                body.extend_from_slice(&chunk);
                if body.len() > LARGEST_ANSWER {
                    return Err(self.wrong(format!("an answer of more than {LARGEST_ANSWER} bytes")));
                }
            }
            Ok((response.status(), body))
        })
    }

    fn series(&self, data: Option<Data>) -> Result<Vec<Series>, PrometheusError> {
        match data {
            Some(Data::Vector(elements)) => {
                elements.into_iter().map(|element| self.element(element)).collect()
            }
            Some(Data::Scalar(sample)) => Ok(vec![self.one(Labels::default(), &sample)?]),
            Some(Data::Matrix(_) | Data::String(_)) => {
                Err(self.wrong("`expr` gives neither a vector nor a scalar: aggregate over its range"))
            }
            None => Err(self.wrong("success without data")),
        }
    }

    fn element(&self, Element { mut metric, value }: Element) -> Result<Series, PrometheusError> {
        metric.set("__name__", "");
        let value = value.ok_or_else(|| self.wrong("`expr` gives a histogram: take a number of it"))?;
        self.one(metric, &value)
    }

    fn one(&self, labels: Labels, Sample(_, text): &Sample) -> Result<Series, PrometheusError> {
        let value: f64 = text.parse().map_err(|_| self.wrong(format!("{text:?} is no number")))?;
        Ok(Series { labels, values: vec![("value".into(), value.into())], value: Some(value), absent: false })
    }

    fn answer(&self, status: reqwest::StatusCode) -> PrometheusError {
        self.wrong(if status.is_success() {
            "the answer is not of Prometheus' query API".into()
        } else {
            format!("answered {status}")
        })
    }

    fn wrong(&self, reason: impl Into<String>) -> PrometheusError {
        PrometheusError::Answer { name: self.name.clone(), reason: reason.into() }
    }
}
