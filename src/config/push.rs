//! `[push]`: where `metric push` sends.

use serde::Deserialize;

use super::Secret;
use crate::time::Duration;

/// A receiver of the seed's `POST /api/monitoring/metric`; the own database where there is none.
#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct PushConfig {
    /// The receiver's base address: `http://monitor:8080`.
    pub url: Option<String>,
    pub token: Option<Secret>,
    pub timeout: Option<Duration>,
}
