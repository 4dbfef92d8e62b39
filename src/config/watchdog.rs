//! `[watchdog]`: who notices when tillwatch itself falls silent.

use serde::Deserialize;

use super::Secret;
use crate::time::Duration;

/// A dead man's switch.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct WatchdogConfig {
    /// Asked for after every `evaluate-alerts` that did all its work. The address is itself the secret.
    pub url: Option<Secret>,
    pub timeout: Duration,
}

impl Default for WatchdogConfig {
    fn default() -> Self {
        Self { url: None, timeout: Duration::from_secs(10) }
    }
}
