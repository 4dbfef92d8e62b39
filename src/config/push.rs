//! `[push]`: where `metric push` and `heartbeat send` send.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use super::Secret;
use super::bounds::some_time;
use crate::time::Duration;

/// A receiver, and what is kept of what it could not take; the own database where there is none.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct PushConfig {
    /// The receiver's base address: `http://monitor:8080`. `pushgateway+http://…` and `remote_write+http://…` name its
    /// kind as well.
    pub url: Option<String>,
    pub kind: PushKind,
    /// Sent as bearer token.
    pub token: Option<Secret>,
    /// A PEM file of certificate authorities to trust beside the system's.
    pub ca_file: Option<PathBuf>,
    /// How long one request may take.
    #[serde(deserialize_with = "some_time")]
    pub timeout: Duration,
    /// The label `job` of a Pushgateway's group.
    pub job: String,
    /// The other labels of its group.
    pub grouping: BTreeMap<String, String>,
    /// What a Pushgateway replaces.
    pub method: PushMethod,
    /// So many samples at most wait for a receiver that cannot be reached; the oldest make room.
    pub spool_samples: u32,
    /// So many bytes of them at most.
    pub spool_bytes: u32,
}

/// What a receiver speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PushKind {
    /// `POST /api/monitoring/metric` and `/heartbeat`, as `serve` takes them.
    #[default]
    Monitoring,
    Pushgateway,
    /// Prometheus remote write 1.0.
    RemoteWrite,
}

/// How a Pushgateway is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PushMethod {
    /// Replaces the metrics of the names that are pushed.
    #[default]
    Post,
    /// Replaces all metrics of the group.
    Put,
}

impl Default for PushConfig {
    fn default() -> Self {
        Self {
            url: None,
            kind: PushKind::default(),
            token: None,
            ca_file: None,
            timeout: Duration::from_secs(10),
            job: "tillwatch".into(),
            grouping: BTreeMap::new(),
            method: PushMethod::default(),
            spool_samples: 100_000,
            spool_bytes: 16 << 20,
        }
    }
}
