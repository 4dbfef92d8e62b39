//! `[[ship.filters]]`: which lines are worth sending.

use serde::Deserialize;

/// A filter decides about the lines that it fits; the first one that fits decides.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShipFilter {
    /// Levels that it fits; any line where none is named. `*` stands for any letters.
    #[serde(default)]
    pub level: Vec<String>,
    /// Events that it fits, likewise.
    #[serde(default)]
    pub event: Vec<String>,
    /// The share of the lines that goes: 0 drops all, 1 keeps all, 0.1 keeps one in ten.
    pub keep: Share,
}

/// A part of a whole: 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "f64")]
pub(crate) struct Share(pub f64);

impl TryFrom<f64> for Share {
    type Error = String;

    fn try_from(share: f64) -> Result<Self, String> {
        let fits = (0.0..=1.0).contains(&share);
        fits.then_some(Self(share)).ok_or_else(|| format!("{share} is no share: write 0 to 1"))
    }
}
