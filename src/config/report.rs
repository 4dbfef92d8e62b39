//! `[report]`: who gets the reports.

use serde::Deserialize;

use super::Notify;

/// What all reports share.
#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ReportConfig {
    /// The channel that `--send` uses.
    pub channel: Option<String>,
    /// The contacts that `--send` writes to by that channel.
    pub recipients: Vec<String>,
    /// Whom `--send` tells, by channel: mail gets the whole report, Slack a summary. In place of `channel` and `recipients`.
    pub notify: Notify,
    /// Where reports are read in a browser, `{name}` and `{day}` being the report's; the pages of `serve` where absent.
    pub link: Option<String>,
}
