//! `[inventory]`, `[[stores]]` and `[calendars.NAME]`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Contact, Secret};

/// What all stores share.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Inventory {
    /// The label that carries a store's id.
    pub label: String,
}

impl Default for Inventory {
    fn default() -> Self {
        Self { label: "store_id".into() }
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
