//! A length of time as configuration, rules and flags write it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A non-negative length of time, written as in Prometheus: `30s`, `5m`, `1h30m`, `7d`, `500ms`.
///
/// Units are `ms`, `s`, `m`, `h`, `d`, `w`, largest first, each at most once; `0` needs none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Duration(std::time::Duration);

const UNITS: [(&str, u64); 6] =
    [("w", 604_800_000), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1)];

/// A millennium: whoever writes more has mistyped, and arithmetic on timestamps would leave the calendar.
const LONGEST: u64 = 365_250 * 86_400_000;

/// Why a text is no duration.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no duration: write a number and a unit (ms, s, m, h, d, w), largest first, like 5m or 1h30m"
)]
pub(crate) struct DurationError(String);

impl Duration {
    pub(crate) const ZERO: Self = Self(std::time::Duration::ZERO);

    /// Longer than any that can be written.
    pub(crate) const LONGEST: Self = Self(std::time::Duration::MAX);

    pub(crate) const fn from_secs(seconds: u64) -> Self {
        Self(std::time::Duration::from_secs(seconds))
    }

    pub(crate) const fn from_millis(millis: u64) -> Self {
        Self(std::time::Duration::from_millis(millis))
    }

    pub(crate) const fn std(self) -> std::time::Duration {
        self.0
    }

    /// Whole milliseconds; saturates far beyond any meaningful length.
    pub(crate) fn as_millis(self) -> i64 {
        i64::try_from(self.0.as_millis()).unwrap_or(i64::MAX)
    }

    pub(crate) fn as_secs_f64(self) -> f64 {
        self.0.as_secs_f64()
    }

    /// The same length as jiff counts it, for arithmetic on timestamps.
    pub(crate) fn signed(self) -> jiff::SignedDuration {
        jiff::SignedDuration::from_millis(self.as_millis())
    }
}

impl FromStr for Duration {
    type Err = DurationError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || DurationError(text.to_owned());
        if text == "0" {
            return Ok(Self::ZERO);
        }
        let (mut rest, mut millis, mut next_unit) = (text, 0_u64, 0);
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).filter(|&end| end > 0).ok_or_else(wrong)?;
            let amount: u64 = rest[..digits].parse().map_err(|_| wrong())?;
            rest = &rest[digits..];
            let letters = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
            let unit = UNITS.iter().position(|(name, _)| *name == &rest[..letters]).ok_or_else(wrong)?;
            if unit < next_unit {
                return Err(wrong());
            }
            next_unit = unit + 1;
            millis = amount
                .checked_mul(UNITS[unit].1)
                .and_then(|more| millis.checked_add(more))
                .ok_or_else(wrong)?;
            rest = &rest[letters..];
        }
        if text.is_empty() || millis > LONGEST { Err(wrong()) } else { Ok(Self::from_millis(millis)) }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = u64::try_from(self.0.as_millis()).unwrap_or(u64::MAX);
        if rest == 0 {
            return out.write_str("0s");
        }
        for (unit, size) in UNITS {
            // Weeks read as days: 28d is clearer than 4w.
            if unit == "w" || rest < size {
                continue;
            }
            write!(out, "{}{unit}", rest / size)?;
            rest %= size;
        }
        Ok(())
    }
}

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(de::Error::custom)
    }
}

impl Serialize for Duration {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl schemars::JsonSchema for Duration {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Duration".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A length of time: 30s, 5m, 1h30m, 7d.",
            "pattern": "^(0|([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?)$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("30s", 30_000, "30s")]
    #[case("1h30m", 5_400_000, "1h30m")]
    #[case("90m", 5_400_000, "1h30m")]
    #[case("500ms", 500, "500ms")]
    #[case("4w", 2_419_200_000, "28d")]
    #[case("0", 0, "0s")]
    fn reads_and_prints(#[case] text: &str, #[case] millis: i64, #[case] printed: &str) {
        let duration: Duration = text.parse().unwrap();
        assert_eq!((duration.as_millis(), duration.to_string().as_str()), (millis, printed));
    }

    #[rstest::rstest]
    #[case("")]
    #[case("5")]
    #[case("m")]
    #[case("5m1h")]
    #[case("5m5m")]
    #[case("-5m")]
    #[case("5 minutes")]
    #[case("99999999999999999999s")]
    #[case("99999999d")]
    fn refuses(#[case] text: &str) {
        assert!(text.parse::<Duration>().is_err());
    }
}
