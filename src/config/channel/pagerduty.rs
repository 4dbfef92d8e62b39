//! `[channels.NAME.pagerduty]`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::default_timeout;
use crate::config::{HttpUrl, Secret};
use crate::time::Duration;

/// `PagerDuty` Events API v2.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PagerdutyChannel {
    /// The integration key of a service's "Events API V2" integration.
    pub routing_key: Secret,
    /// What our severities are called there; in addition to P0 to P3, which are critical, error, warning and info.
    #[serde(default)]
    pub severities: BTreeMap<String, PagerdutySeverity>,
    /// The events API, `https://events.pagerduty.com` where absent.
    pub base_url: Option<HttpUrl>,
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
}

/// `PagerDuty`'s severities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PagerdutySeverity {
    Critical,
    Error,
    Warning,
    Info,
}

impl PagerdutyChannel {
    /// What a severity of ours is called there; one that nobody named is an error.
    pub(crate) fn severity(&self, ours: &str) -> PagerdutySeverity {
        let shipped = || match ours {
            "P0" => PagerdutySeverity::Critical,
            "P2" => PagerdutySeverity::Warning,
            "P3" => PagerdutySeverity::Info,
            _ => PagerdutySeverity::Error,
        };
        self.severities.get(ours).copied().unwrap_or_else(shipped)
    }
}
