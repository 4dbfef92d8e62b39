//! `[contacts]`, `[teams.NAME]` and `[rotations.NAME]`: the people behind the names that rules use.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, de};

use crate::time::{Duration, Moment};

/// A person, with an address for each way of reaching them: `email`, `phone`, …
#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(transparent)]
pub(crate) struct Contact(pub BTreeMap<String, Address>);

/// One address or several.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub(crate) enum Address {
    One(String),
    Several(Vec<String>),
}

impl Contact {
    /// The addresses of a kind; none if there is no such kind.
    pub(crate) fn addresses(&self, kind: &str) -> &[String] {
        match self.0.get(kind) {
            Some(Address::One(address)) => std::slice::from_ref(address),
            Some(Address::Several(addresses)) => addresses,
            None => &[],
        }
    }
}

/// People who are told together. Whoever is in it twice is told once.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Team {
    /// Contacts, rotations, other teams, and `store_NAME` for a store's own contact NAME.
    pub members: Members,
}

/// People who take turns: its name means whoever is on call at the time.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rotation {
    /// Who takes turns, in order: contacts, teams or other rotations.
    pub members: Members,
    /// When the first member's first turn begins. The turns before it follow the same order.
    pub starts: Moment,
    /// How long a turn is: 1h at least. Turns end at the same local time all year, on whichever day clocks are moved.
    #[serde(default = "default_turn", deserialize_with = "turn")]
    pub every: Duration,
    /// IANA time zone; the project's where absent.
    pub time_zone: Option<String>,
    /// Who stands in for whoever would be on call. Where two hold at once, the later in the list does.
    #[serde(default)]
    pub overrides: Vec<Override>,
}

/// Somebody stands in from one moment up to another.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Override {
    /// A contact, team or rotation.
    pub who: String,
    pub from: Moment,
    pub until: Moment,
}

/// Names, one at least.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "Vec<String>")]
pub(crate) struct Members(#[schemars(length(min = 1))] Vec<String>);

impl TryFrom<Vec<String>> for Members {
    type Error = &'static str;

    fn try_from(names: Vec<String>) -> Result<Self, Self::Error> {
        if names.is_empty() { Err("there is no member: name one at least") } else { Ok(Self(names)) }
    }
}

impl std::ops::Deref for Members {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.0
    }
}

fn default_turn() -> Duration {
    Duration::from_secs(7 * 86_400)
}

fn turn<'de, D: Deserializer<'de>>(from: D) -> Result<Duration, D::Error> {
    let turn = Duration::deserialize(from)?;
    let is_long_enough = turn >= Duration::from_secs(3600);
    is_long_enough
        .then_some(turn)
        .ok_or_else(|| de::Error::custom(format!("a turn of {turn} is too short: 1h at least")))
}
