//! `[[jobs]]`: what cron or systemd runs.

use serde::Deserialize;

/// One verb and when it runs.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Job {
    /// Names the systemd units: letters, digits, `-`, `_` and `.`.
    pub name: String,
    /// The command line behind `tillwatch`: `evaluate-alerts`. Quotes group words; nothing else is special.
    pub run: String,
    /// Five or six cron fields (six start with seconds): `30 21 * * *`.
    pub cron: String,
    /// IANA time zone; the project's where absent.
    pub time_zone: Option<String>,
}
