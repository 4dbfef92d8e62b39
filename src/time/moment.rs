//! An instant as people write it.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, de};

/// Local time, such as `2026-01-05T09:00`, or an instant with its offset, such as `2026-01-05T06:00:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    Local(DateTime),
    Instant(Timestamp),
}

/// Why a text is no moment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no time: write it local like 2026-01-05T09:00, or with an offset like 2026-01-05T09:00+03:00"
)]
pub(crate) struct MomentError(String);

impl Moment {
    /// The instant, local time being that of `zone`: the later one where clocks skip it, the first where it comes twice.
    pub(crate) fn at(self, zone: &TimeZone) -> Option<Timestamp> {
        match self {
            Self::Local(local) => instant(local, zone),
            Self::Instant(at) => Some(at),
        }
    }

    /// The local time in `zone`.
    pub(crate) fn local(self, zone: &TimeZone) -> DateTime {
        match self {
            Self::Local(local) => local,
            Self::Instant(at) => zone.to_datetime(at),
        }
    }
}

/// The instant of a local time: the later one where clocks skip it, the first where it comes twice.
pub(crate) fn instant(local: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(local).compatible().ok()
}

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // A civil time is read from a text with an offset as well, and a `Z` is refused there: instants come first.
        let moment = text.parse().map(Self::Instant).or_else(|_| text.parse().map(Self::Local));
        moment.map_err(|_| MomentError(text.to_owned()))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Local(local) => local.fmt(out),
            Self::Instant(at) => at.fmt(out),
        }
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        /// As a text, or as TOML's own dates are written.
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Text(String),
            Toml(toml::value::Datetime),
        }
        let text = match Written::deserialize(from)? {
            Written::Text(text) => text,
            Written::Toml(datetime) => datetime.to_string(),
        };
        text.parse().map_err(de::Error::custom)
    }
}

impl schemars::JsonSchema for Moment {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "Local time, 2026-01-05T09:00, or an instant with its offset, 2026-01-05T09:00+03:00."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("2026-01-05T09:00", "2026-01-05T08:00:00Z")]
    #[case("2026-07-05T09:00", "2026-07-05T07:00:00Z")]
    #[case("2026-01-05", "2026-01-04T23:00:00Z")]
    #[case("2026-01-05T09:00:00Z", "2026-01-05T09:00:00Z")]
    #[case("2026-01-05T09:00+03:00", "2026-01-05T06:00:00Z")]
    #[case("2026-03-29T02:30", "2026-03-29T01:30:00Z")]
    #[case("2026-10-25T02:30", "2026-10-25T00:30:00Z")]
    fn local_time_is_that_of_the_zone(#[case] text: &str, #[case] at: &str) {
        let zone = crate::time::zone("Europe/Berlin").unwrap();
        assert_eq!(text.parse::<Moment>().unwrap().at(&zone), Some(at.parse().unwrap()));
    }

    #[rstest::rstest]
    #[case("")]
    #[case("Monday")]
    #[case("2026-13-01T09:00")]
    #[case("09:00")]
    fn nonsense_is_refused(#[case] text: &str) {
        assert_eq!(text.parse::<Moment>(), Err(MomentError(text.to_owned())));
    }
}
