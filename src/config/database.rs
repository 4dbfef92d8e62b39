//! `[database]` and `[sources.NAME]`.

use std::path::PathBuf;

use serde::Deserialize;

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

/// A database that queries read and tillwatch never writes.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceConfig {
    /// The `SQLite` file.
    pub path: PathBuf,
    /// How its timestamp columns are written.
    #[serde(default)]
    pub timestamps: TimestampFormat,
    /// The longest a query may run.
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
    /// How late its rows arrive: every window ends this much earlier.
    #[serde(default)]
    pub delay: Duration,
}

fn default_timeout() -> Duration {
    Duration::from_secs(30)
}
