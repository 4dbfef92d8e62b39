//! `[database]` and `[sources.NAME]`.

use std::path::PathBuf;

use serde::Deserialize;

use super::Secret;
use crate::time::{Duration, TimestampFormat};

/// Where tillwatch keeps its own rows.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct DatabaseConfig {
    pub path: PathBuf,
    /// Received logs live in a file of their own, so that ingest never delays alert state.
    pub logs: PathBuf,
}

impl Default for DatabaseConfig {
    fn default() -> Self {
        Self { path: "tillwatch.db".into(), logs: "tillwatch-logs.db".into() }
    }
}

/// What queries read and tillwatch never writes: a `SQLite` file, the stored logs, or a Prometheus.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "SourceTable")]
#[schemars(with = "SourceTable")]
pub(crate) struct SourceConfig {
    pub place: SourcePlace,
    /// How its timestamp columns are written.
    pub timestamps: TimestampFormat,
    /// The longest a query may run.
    pub timeout: Duration,
    /// How late its rows arrive: every window ends this much earlier.
    pub delay: Duration,
}

/// Where a source is.
#[derive(Clone, Debug)]
pub(crate) enum SourcePlace {
    File(PathBuf),
    /// The own logs database: its views have the tables of a cashier backend.
    Logs,
    Prometheus(PrometheusPlace),
}

/// A server that answers `PromQL` by Prometheus' HTTP API.
#[derive(Clone, Debug)]
pub(crate) struct PrometheusPlace {
    /// `http://host:9090`, without a slash at the end.
    pub base: String,
    /// Sent as `Authorization: Bearer …`.
    pub token: Option<Secret>,
    pub timeout: Duration,
}

/// `[sources.NAME]` as it is written: `path` or `url`.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
struct SourceTable {
    /// The `SQLite` file.
    path: Option<PathBuf>,
    /// A Prometheus, or whatever speaks its HTTP API: `prometheus+http://host:9090`, `prometheus+https://…`; or `logs`,
    /// the tables that tillwatch makes of shipped log lines.
    url: Option<String>,
    /// The bearer token that a Prometheus asks for.
    token: Option<Secret>,
    /// How its timestamp columns are written.
    #[serde(default)]
    timestamps: TimestampFormat,
    /// The longest a query may run.
    #[serde(default = "default_timeout")]
    timeout: Duration,
    /// How late its rows arrive: every window ends this much earlier.
    #[serde(default)]
    delay: Duration,
}

/// The `url` of the stored logs.
const LOGS: &str = "logs";

/// Why a table is no source.
#[derive(Debug, thiserror::Error)]
enum SourceTableError {
    #[error("a source has either `path`, a SQLite file, or `url`, a Prometheus or `logs`")]
    Place,
    #[error("`token` is for a source with the `url` of a Prometheus")]
    Token,
    #[error("`timestamps` is not for `logs`, which keeps times as `sql`")]
    Timestamps,
    #[error("url: write prometheus+http://host:9090, prometheus+https://host or logs")]
    Url,
    #[error("url: a password in it would be in the clear; name it by `token`")]
    Credentials,
}

impl TryFrom<SourceTable> for SourceConfig {
    type Error = SourceTableError;

    fn try_from(table: SourceTable) -> Result<Self, SourceTableError> {
        let SourceTable { path, url, token, timestamps, timeout, delay } = table;
        let place = match (path, url) {
            (Some(_), None) if token.is_some() => return Err(SourceTableError::Token),
            (Some(path), None) => SourcePlace::File(path),
            (None, Some(url)) if url == LOGS => match (&token, timestamps) {
                (None, TimestampFormat::Sql) => SourcePlace::Logs,
                (None, _) => return Err(SourceTableError::Timestamps),
                (Some(_), _) => return Err(SourceTableError::Token),
            },
            (None, Some(url)) => {
                SourcePlace::Prometheus(PrometheusPlace { base: base(&url)?, token, timeout })
            }
            _ => return Err(SourceTableError::Place),
        };
        Ok(Self { place, timestamps, timeout, delay })
    }
}

fn base(url: &str) -> Result<String, SourceTableError> {
    let http = url.strip_prefix("prometheus+").ok_or(SourceTableError::Url)?;
    let rest = http.strip_prefix("http://").or_else(|| http.strip_prefix("https://"));
    let rest = rest.ok_or(SourceTableError::Url)?.trim_end_matches('/');
    let authority = rest.split('/').next().unwrap_or_default();
    if authority.contains('@') {
        return Err(SourceTableError::Credentials);
    }
    if authority.is_empty() || rest.contains(['?', '#', ' ']) {
        return Err(SourceTableError::Url);
    }
    Ok(http.trim_end_matches('/').to_owned())
}

fn default_timeout() -> Duration {
    Duration::from_secs(30)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<SourceConfig, String> {
        toml::from_str(text).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn a_source_is_a_file_the_logs_or_a_prometheus() {
        assert!(matches!(read("path = 'a.db'").unwrap().place, SourcePlace::File(_)));
        assert!(matches!(read("url = 'logs'\ndelay = '1h'").unwrap().place, SourcePlace::Logs));
        let place = read("url = 'prometheus+https://host/prom/'\ntimeout = '5s'").unwrap().place;
        let SourcePlace::Prometheus(PrometheusPlace { base, timeout, .. }) = place else { panic!() };
        assert_eq!((base.as_str(), timeout), ("https://host/prom", Duration::from_secs(5)));
    }

    #[rstest::rstest]
    #[case("", "either `path`")]
    #[case("path = 'a'\nurl = 'prometheus+http://h'", "either `path`")]
    #[case("path = 'a'\ntoken = 'env:A'", "`token` is for")]
    #[case("url = 'http://h'", "prometheus+http://host:9090")]
    #[case("url = 'prometheus+ftp://h'", "prometheus+http://host:9090")]
    #[case("url = 'prometheus+http://'", "prometheus+http://host:9090")]
    #[case("url = 'prometheus+http://u:hunter2@h'", "in the clear")]
    #[case("url = 'logs'\ntoken = 'env:A'", "`token` is for")]
    #[case("url = 'logs'\ntimestamps = 'unix'", "keeps times as `sql`")]
    #[case("pth = 'a'", "unknown field `pth`")]
    fn anything_else_is_refused(#[case] text: &str, #[case] said: &str) {
        let error = read(text).unwrap_err();
        assert!(error.contains(said) && !error.contains("hunter2"), "{error}");
    }
}
