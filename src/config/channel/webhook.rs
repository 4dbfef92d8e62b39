//! `[channels.NAME.webhook]`.

use serde::Deserialize;

use super::{Endpoint, default_timeout};
use crate::config::Secret;
use crate::time::Duration;

/// A JSON document by POST.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WebhookChannel {
    pub url: Endpoint,
    /// Sent as `Authorization: Bearer …`.
    pub token: Option<Secret>,
    /// Which address of a contact goes into the document: `phone`, `email`, or one of your own.
    #[serde(default = "default_address")]
    pub address: String,
    /// The most alerts that a document lists; it counts the others. 0 for all of them.
    #[serde(default)]
    pub max_alerts: usize,
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
}

fn default_address() -> String {
    "phone".into()
}
