//! `[alerting]`: how rules are evaluated.

use serde::Deserialize;

use crate::time::Duration;

/// How rules are evaluated.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Alerting {
    /// How often `evaluate-alerts` runs; it is the job's own schedule that makes it so.
    pub interval: Duration,
    /// The most time between two evaluations that counts towards `for`: of a longer one nobody knows the rest.
    pub max_gap: Duration,
}

impl Default for Alerting {
    fn default() -> Self {
        Self { interval: Duration::from_secs(60), max_gap: Duration::from_secs(15 * 60) }
    }
}
