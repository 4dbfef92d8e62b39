//! `[serve]`: the HTTP receiver.

use serde::Deserialize;

use super::Secret;
use crate::time::Duration;

/// Where it listens and whom it believes.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ServeConfig {
    pub listen: String,
    /// Accept pushes without a token. Only for a network where nobody else can reach it.
    pub allow_anonymous: bool,
    /// The largest body, in bytes.
    pub max_body: usize,
    /// What a reader of `/metrics` must send as its bearer token; anybody may read where absent.
    pub metrics_token: Option<Secret>,
    /// For how long a link in a message acknowledges.
    pub ack_link_for: Duration,
}

impl Default for ServeConfig {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8086".into(),
            allow_anonymous: false,
            max_body: 1 << 20,
            metrics_token: None,
            ack_link_for: Duration::from_secs(7 * 24 * 3600),
        }
    }
}
