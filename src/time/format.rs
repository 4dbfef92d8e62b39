//! The ways in which databases write an instant.

use jiff::{RoundMode, Timestamp, TimestampRound, Unit};
use serde::{Deserialize, Serialize};

/// How a source keeps its timestamps, so that a bound `:since` compares rightly with its columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TimestampFormat {
    /// UTC text `YYYY-MM-DD HH:MM:SS.SSS`, as `SQLite`'s `datetime()` writes it (fraction optional in the rows).
    #[default]
    Sql,
    /// UTC text `YYYY-MM-DDTHH:MM:SS.SSSZ`, as JavaScript's `toISOString()` writes it.
    Iso8601,
    /// Whole seconds since 1970.
    Unix,
    /// Whole milliseconds since 1970.
    UnixMs,
}

/// The instant as the own database's text: UTC, `YYYY-MM-DD HH:MM:SS.SSS`.
pub(crate) fn sql_text(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M:%S%.3f").to_string()
}

impl TimestampFormat {
    /// The instant as text for the text formats; for the numeric ones the number's decimal digits.
    pub(crate) fn text(self, at: Timestamp) -> String {
        match self {
            // Rows written by `datetime('now')` carry no fraction, and "…:00" sorts before "…:00.000": a bound on a
            // whole second must not exclude the row of that very second.
            Self::Sql if at.subsec_nanosecond() == 0 => at.strftime("%Y-%m-%d %H:%M:%S").to_string(),
            Self::Sql => sql_text(at),
            Self::Iso8601 => at.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
            Self::Unix => at.as_second().to_string(),
            Self::UnixMs => at.as_millisecond().to_string(),
        }
    }

    /// The first instant from this one on that can be written: of all rows, those that are written as less are earlier.
    pub(crate) fn ceil(self, at: Timestamp) -> Timestamp {
        let unit = if self == Self::Unix { Unit::Second } else { Unit::Millisecond };
        at.round(TimestampRound::new().smallest(unit).mode(RoundMode::Ceil)).unwrap_or(at)
    }

    /// The instant as a number for the numeric formats.
    pub(crate) fn number(self, at: Timestamp) -> Option<i64> {
        match self {
            Self::Sql | Self::Iso8601 => None,
            Self::Unix => Some(at.as_second()),
            Self::UnixMs => Some(at.as_millisecond()),
        }
    }
}
