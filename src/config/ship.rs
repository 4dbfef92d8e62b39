//! `[[ship]]`: log files to ship.

use std::path::PathBuf;

use serde::Deserialize;

use super::Secret;
use crate::time::Duration;

/// One set of files and where their lines go.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShipConfig {
    pub name: String,
    /// Globs, relative to this file's folder; `/` and `\` both part folders.
    pub paths: Vec<String>,
    /// The receiver's base address: `http://monitor:8086`.
    pub url: String,
    pub token: Option<Secret>,
    /// The store that the lines belong to.
    pub store: Option<String>,
    /// A PEM file of certificate authorities to trust beside the system's.
    pub ca_file: Option<PathBuf>,
    /// The longest line in bytes; what is beyond it is cut off.
    #[serde(default = "max_line")]
    pub max_line: usize,
    /// How long one request may take.
    #[serde(default = "timeout")]
    pub timeout: Duration,
    /// Keys whose values never leave, beside those that are known as secret or personal.
    #[serde(default)]
    pub redact: Vec<String>,
    /// Keys whose values leave as keyed hashes where `hash_key` is set, and not at all where it is not.
    #[serde(default = "hash")]
    pub hash: Vec<String>,
    /// The key of those hashes: with the same key everywhere, hashed values can still be joined.
    pub hash_key: Option<Secret>,
}

fn max_line() -> usize {
    64 * 1024
}

fn timeout() -> Duration {
    Duration::from_secs(30)
}

fn hash() -> Vec<String> {
    vec!["customer_id".into()]
}
