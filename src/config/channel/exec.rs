//! `[channels.NAME.exec]`.

use serde::Deserialize;

use super::{default_timeout, nonempty};
use crate::time::Duration;

/// A program that tells somebody. It runs without a shell.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExecChannel {
    /// Program and arguments. Exit 0 is sent, 75 is worth another attempt, all others are final.
    #[serde(deserialize_with = "nonempty")]
    #[schemars(length(min = 1))]
    pub command: Vec<String>,
    /// Which address of a contact goes into the document; it runs once for all where absent.
    pub address: Option<String>,
    /// The most alerts that a document lists; it counts the others. 0 for all of them.
    #[serde(default)]
    pub max_alerts: usize,
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
}
