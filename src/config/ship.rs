//! `[[ship]]`: log files to ship.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use super::bounds::some_time;
use super::{ByteRate, Charset, Compress, Pattern, ReceiverKind, Secret, ShipFilter};
use crate::time::Duration;

/// One set of files and where their lines go.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShipConfig {
    pub name: String,
    /// Globs, relative to this file's folder; `/` and `\` both part folders. A folder means the files in it.
    /// `%NAME%`, `$NAME` and `${NAME}` stand for variables of the environment.
    pub paths: Vec<String>,
    /// What the receiver is.
    #[serde(default)]
    pub kind: ReceiverKind,
    /// The receiver's base address: `http://monitor:8086`.
    pub url: Option<String>,
    /// Sent as `Authorization: Bearer …`.
    pub token: Option<Secret>,
    /// With `password`, in place of a token.
    pub username: Option<String>,
    pub password: Option<Secret>,
    /// An API key of Elasticsearch, in place of a token.
    pub api_key: Option<Secret>,
    /// How bodies are compressed; where the receiver does not take it they go as they are.
    #[serde(default)]
    pub compress: Compress,
    /// The most that leaves in a second: `256 KiB/s`.
    pub rate: Option<ByteRate>,
    /// Up to so much later a run without a terminal begins, always as much on one machine.
    #[serde(default)]
    pub splay: Duration,
    /// Labels of every line, for Loki. The store is one beside them.
    #[serde(default)]
    pub labels: BTreeMap<String, String>,
    /// Whether a line's level is a label too, for Loki.
    #[serde(default)]
    pub level_label: bool,
    /// As which tenant lines go to Loki.
    pub tenant: Option<String>,
    /// The index or data stream, for Elasticsearch.
    pub index: Option<String>,
    /// The file that lines are added to, for the kind `file`.
    pub path: Option<PathBuf>,
    /// The store that the lines belong to.
    pub store: Option<String>,
    /// A PEM file of certificate authorities to trust beside the system's.
    pub ca_file: Option<PathBuf>,
    /// The longest line in bytes; what is beyond it is cut off.
    #[serde(default = "max_line")]
    pub max_line: usize,
    /// How the files are encoded where no byte order mark says it: `utf-8`, `utf-16le`, `cp1251`, `cp866`, …
    #[serde(default)]
    pub encoding: Charset,
    /// A regular expression for the first line of several that belong together, such as those of a stack trace.
    pub multiline_start: Option<Pattern>,
    /// The JSON key of a line's own time, in place of `timestamp`, `time`, `ts` and `@timestamp`.
    pub timestamp_key: Option<String>,
    /// How that time is written if neither as RFC 3339 nor as a number: `%d/%b/%Y:%H:%M:%S %z`.
    pub timestamp_format: Option<String>,
    /// The IANA time zone of times that name no offset; the project's where absent.
    pub time_zone: Option<String>,
    /// The JSON key of a line's level, in place of `level` and `severity`.
    pub level_key: Option<String>,
    /// The JSON key that says what happened, in place of `event`.
    pub event_key: Option<String>,
    /// A regular expression with the groups `timestamp`, `level` and `event`, for lines that are no JSON objects.
    pub pattern: Option<Pattern>,
    /// Which lines go: the first that fits a line decides, and what none fits goes.
    #[serde(default)]
    pub filters: Vec<ShipFilter>,
    /// How long one request may take.
    #[serde(default = "timeout", deserialize_with = "some_time")]
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
