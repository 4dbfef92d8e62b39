//! `[targets.NAME]`: what `probe` probes.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::time::Duration;

/// Something probed.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum TargetKind {
    Http(HttpTarget),
    Tcp(TcpTarget),
}

/// Placeholder until the probe section is complete.
pub(crate) type Target = TargetKind;

/// An HTTP or HTTPS endpoint.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HttpTarget {
    pub url: String,
}

/// A TCP port.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TcpTarget {
    pub address: String,
}

/// What a response must be like.
#[derive(Clone, Debug, Default, Deserialize, Serialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Expectation {
    pub headers: BTreeMap<String, String>,
    pub timeout: Option<Duration>,
    pub ca_file: Option<PathBuf>,
}
