//! `[actions.NAME]`.

use serde::Deserialize;

use crate::time::Duration;

/// A command that rules may name. It runs without a shell.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Action {
    /// Program and arguments; labels are given as environment variables `TILLWATCH_LABEL_…`.
    pub command: Vec<String>,
    #[serde(default = "default_action_timeout")]
    pub timeout: Duration,
    /// At most one run in this time, however many alerts ask for it.
    #[serde(default = "default_max_per")]
    pub max_per: Duration,
}

fn default_action_timeout() -> Duration {
    Duration::from_secs(60)
}

fn default_max_per() -> Duration {
    Duration::from_secs(15 * 60)
}
