//! `[report]`: who gets the reports.

use serde::Deserialize;

/// What all reports share.
#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ReportConfig {
    /// The channel that `--send` uses.
    pub channel: Option<String>,
    /// The contacts that `--send` writes to.
    pub recipients: Vec<String>,
}
