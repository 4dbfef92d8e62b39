//! `[channels.NAME.alertmanager]` and `[channels.NAME.alertmanager_webhook]`.

use serde::Deserialize;

use super::{Endpoint, default_timeout, nonempty};
use crate::config::{HttpUrl, Secret};
use crate::time::Duration;

/// Alerts for a Prometheus Alertmanager.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AlertmanagerChannel {
    /// Where it answers: `http://127.0.0.1:9093`. The peers of a cluster all get every alert; one that takes it is enough.
    #[serde(deserialize_with = "nonempty")]
    #[schemars(length(min = 1))]
    pub urls: Vec<HttpUrl>,
    /// Sent as `Authorization: Bearer …`.
    pub token: Option<Secret>,
    /// With `password`: basic authentication.
    pub username: Option<String>,
    pub password: Option<Secret>,
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
}

/// What an Alertmanager posts to its webhooks.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AlertmanagerWebhookChannel {
    pub url: Endpoint,
    /// Sent as `Authorization: Bearer …`.
    pub token: Option<Secret>,
    /// The name of the receiver in the document; the channel's own where absent.
    pub receiver: Option<String>,
    /// At most so many alerts in one document, and the rest counted; 0 for all.
    #[serde(default)]
    pub max_alerts: usize,
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
}
