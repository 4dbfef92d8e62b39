//! `[inventory]`, `[[stores]]` and `[calendars.NAME]`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Contact, Secret};
use crate::time::Duration;

/// What all stores share.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Inventory {
    /// The label that carries a store's id.
    pub label: String,
    /// After how long without a heartbeat an open store is shown as late.
    pub late: Duration,
    /// After how long it is overdue.
    pub overdue: Duration,
}

impl Default for Inventory {
    fn default() -> Self {
        let (late, overdue) = (Duration::from_secs(180), Duration::from_secs(300));
        Self { label: "store_id".into(), late, overdue }
    }
}

/// A shop, branch or venue.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Store {
    /// The text that its rows and labels carry.
    pub id: String,
    pub name: String,
    /// IANA time zone; the project's where absent.
    pub time_zone: Option<String>,
    /// Opening hours: `["Mon-Fri 09:00-21:00", "Sat,Sun 10:00-20:00"]`, or days and `24h`. Absent: always open.
    pub hours: Option<Vec<String>>,
    /// Dates on which it stays closed: `2026-01-01`.
    #[serde(default)]
    pub closed: Vec<String>,
    /// Its own people: `manager` is what a rule calls `store_manager`.
    #[serde(default)]
    pub contacts: BTreeMap<String, Contact>,
    /// The token with which its app pushes to `serve`.
    pub token: Option<Secret>,
}

/// Named hours that are no store's, such as `business_hours`.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Calendar {
    /// IANA time zone; the project's where absent.
    pub time_zone: Option<String>,
    /// As a store's `hours`.
    pub hours: Vec<String>,
    /// Dates that count as closed.
    #[serde(default)]
    pub closed: Vec<String>,
}
