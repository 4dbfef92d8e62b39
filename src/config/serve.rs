//! `[serve]`: the HTTP receiver.

use std::net::IpAddr;
use std::path::PathBuf;

use serde::Deserialize;

use super::Secret;
use crate::time::Duration;

/// Where it listens, whom it believes, and how much it takes.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ServeConfig {
    pub listen: String,
    /// The certificate and the intermediate ones, as PEM; plain HTTP where absent.
    pub tls_cert: Option<PathBuf>,
    /// The certificate's key, as PEM.
    pub tls_key: Option<Secret>,
    /// Accept pushes without a token. Only for a network where nobody else can reach it.
    pub allow_anonymous: bool,
    /// The largest body, in bytes.
    pub max_body: usize,
    /// So many bytes of bodies may wait to be written; what comes then is told to come again.
    pub max_waiting: usize,
    /// How many series there may be.
    pub max_series: usize,
    /// How many of them may be one store's.
    pub max_series_per_store: usize,
    /// How many requests one sender may send: a token, or an address without one. No limit where absent.
    pub rate: Option<RequestRate>,
    /// So many bytes of the disk are left to alerting: metrics and logs are refused before.
    pub min_free: u64,
    /// What a reader of `/metrics` must send as its bearer token.
    pub metrics_token: Option<Secret>,
    /// For how long a link in a message acknowledges.
    pub ack_link_for: Duration,
    /// For how long somebody is signed in to the dashboards.
    pub session_for: Duration,
    /// The header in which a reverse proxy says who has signed in there.
    pub viewer_header: Option<ViewerHeader>,
}

/// A header that names whoever looks at dashboards, and whom it is believed from.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ViewerHeader {
    pub name: String,
    /// The addresses of the proxies; from any other the header means nothing.
    pub trusted: Vec<IpAddr>,
    /// Whether who signs in there may acknowledge.
    #[serde(default)]
    pub operate: bool,
}

/// So many requests in so long a time, as many of them at once as one likes.
#[derive(Clone, Copy, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RequestRate {
    pub requests: u32,
    pub per: Duration,
}

impl Default for ServeConfig {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8086".into(),
            tls_cert: None,
            tls_key: None,
            allow_anonymous: false,
            max_body: 1 << 20,
            max_waiting: 32 << 20,
            max_series: 50_000,
            max_series_per_store: 10_000,
            rate: None,
            min_free: 200_000_000,
            metrics_token: None,
            ack_link_for: Duration::from_secs(7 * 24 * 3600),
            session_for: Duration::from_secs(12 * 3600),
            viewer_header: None,
        }
    }
}
