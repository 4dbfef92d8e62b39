//! `[[ship]]`: log files to ship.

use serde::Deserialize;

use super::Secret;

/// One set of files and where their lines go.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShipConfig {
    pub name: String,
    /// Globs, relative to this file's folder.
    pub paths: Vec<String>,
    /// The receiver's base address.
    pub url: String,
    pub token: Option<Secret>,
    /// The store that the lines belong to.
    pub store: Option<String>,
}
