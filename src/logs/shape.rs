//! What a line says of itself: when, how grave, and what happened.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use regex::Regex;

use super::fields::{Field, Fields};
use crate::time;

/// The longest level and event: what is longer is none.
const LONGEST: usize = 128;
/// A smaller number is a duration, a counter or anything else, but no instant since 2001.
const FIRST_SECOND: f64 = 1e9;

/// Where a line's own time, level and event are found.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub timestamp_keys: Vec<String>,
    pub level_keys: Vec<String>,
    pub event_keys: Vec<String>,
    /// For lines that are no JSON objects: the groups `timestamp`, `level` and `event`.
    pub pattern: Option<Regex>,
    /// How a timestamp is written that is neither RFC 3339 nor a number.
    pub timestamp_format: Option<String>,
    /// Where timestamps come from that name no offset.
    pub zone: TimeZone,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    pub at: Option<Timestamp>,
    /// In lower case.
    pub level: Option<String>,
    pub event: Option<String>,
}

impl Default for Shape {
    fn default() -> Self {
        let keys = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Self {
            timestamp_keys: keys(&["timestamp", "time", "ts", "@timestamp"]),
            level_keys: keys(&["level", "severity"]),
            event_keys: keys(&["event"]),
            pattern: None,
            timestamp_format: None,
            zone: TimeZone::UTC,
        }
    }
}

impl Shape {
    pub(super) fn read(&self, text: &str) -> Told {
        match Fields::of(text) {
            Some(fields) => self.read_fields(fields),
            None => {
                self.pattern.as_ref().map_or_else(Told::default, |pattern| self.read_plain(pattern, text))
            }
        }
    }

    fn read_fields(&self, fields: Fields<'_>) -> Told {
        let mut told = Told::default();
        for (key, field) in fields {
            let is = |keys: &[String]| keys.iter().any(|known| known == key);
            if told.at.is_none() && is(&self.timestamp_keys) {
                told.at = self.field_time(field);
            } else if told.level.is_none() && is(&self.level_keys) {
                told.level = word(field).map(|level| level.to_lowercase());
            } else if told.event.is_none() && is(&self.event_keys) {
                told.event = word(field);
            }
            if told.at.is_some() && told.level.is_some() && told.event.is_some() {
                break;
            }
        }
        told
    }

    fn read_plain(&self, pattern: &Regex, text: &str) -> Told {
        let Some(found) = pattern.captures(text) else { return Told::default() };
        let group = |name| found.name(name).map(|group| group.as_str()).filter(|text| fits(text));
        Told {
            at: group("timestamp").and_then(|text| self.text_time(text)),
            level: group("level").map(str::to_lowercase),
            event: group("event").map(str::to_owned),
        }
    }

    fn field_time(&self, field: Field<'_>) -> Option<Timestamp> {
        match field.string() {
            Some(text) => self.text_time(&text),
            None => field.number().and_then(number_time),
        }
    }

    /// By the format that is set, as RFC 3339, as a local time such as `2025-01-15 10:00:00,123`, or as a number.
    fn text_time(&self, text: &str) -> Option<Timestamp> {
        let local = |at: DateTime| time::instant(at, &self.zone);
        if let Some(format) = &self.timestamp_format {
            let parts = jiff::fmt::strtime::parse(format, text).ok()?;
            return parts.to_timestamp().ok().or_else(|| local(parts.to_datetime().ok()?));
        }
        let instant = text.parse::<Timestamp>().ok();
        instant.or_else(|| local(text.parse().ok()?)).or_else(|| number_time(text.parse().ok()?))
    }
}

/// A text, or a number as it is: some loggers number their levels.
fn word(field: Field<'_>) -> Option<String> {
    let text = field.string().or_else(|| field.number().map(|number| Cow::Owned(number.to_string())))?;
    fits(&text).then(|| text.into_owned())
}

fn fits(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len())
}

/// Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size.
fn number_time(number: f64) -> Option<Timestamp> {
    let (mut seconds, mut steps) = (number, 0);
    while seconds >= FIRST_SECOND * 100.0 && steps < 3 {
        (seconds, steps) = (seconds / 1000.0, steps + 1);
    }
    let span = jiff::SignedDuration::try_from_secs_f64(seconds).ok().filter(|_| number >= FIRST_SECOND)?;
    Timestamp::from_duration(span).ok()?.round(jiff::Unit::Microsecond).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(shape: &Shape, text: &str) -> (String, String, String) {
        let Told { at, level, event } = shape.read(text);
        (
            at.map(|at| at.to_string()).unwrap_or_default(),
            level.unwrap_or_default(),
            event.unwrap_or_default(),
        )
    }

    #[rstest::rstest]
    #[case(
        r#"{"timestamp":"2025-10-24T10:15:30.5+03:00","level":"INFO","event":"sale"}"#,
        "2025-10-24T07:15:30.5Z",
        "info",
        "sale"
    )]
    #[case(r#"{"time":1732190690123,"level":30}"#, "2024-11-21T12:04:50.123Z", "30", "")]
    #[case(r#"{"ts":1732190690.5,"severity":"Warning"}"#, "2024-11-21T12:04:50.5Z", "warning", "")]
    #[case(r#"{"@timestamp":"2025-10-24 10:15:30,250"}"#, "2025-10-24T10:15:30.25Z", "", "")]
    #[case(r#"{"time":12,"timestamp":"1732190690"}"#, "2024-11-21T12:04:50Z", "", "")]
    #[case(r#"{"timestamp":"soon","level":"","event":{"a":1}}"#, "", "", "")]
    #[case(r#"{"event":"\u0441\u0431\u043e\u0439"}"#, "", "", "сбой")]
    #[case("2025-10-24T10:15:30Z ERROR pool", "", "", "")]
    fn a_line_tells_when_how_grave_and_what(
        #[case] line: &str,
        #[case] at: &str,
        #[case] level: &str,
        #[case] event: &str,
    ) {
        assert_eq!(told(&Shape::default(), line), (at.into(), level.into(), event.into()));
    }

    #[test]
    fn a_plain_line_is_read_by_the_pattern_that_is_set_in_the_zone_of_its_place() {
        let shape = Shape {
            pattern: Some(
                Regex::new(r"^(?<timestamp>[0-9-]+ [0-9:,]+) (?<level>\w+) \[(?<event>[^\]]+)").unwrap(),
            ),
            zone: TimeZone::get("Europe/Moscow").unwrap(),
            ..Shape::default()
        };
        let line = "2025-10-24 10:15:30,250 WARN [pool] exhausted";
        assert_eq!(told(&shape, line), ("2025-10-24T07:15:30.25Z".into(), "warn".into(), "pool".into()));
        assert_eq!(told(&shape, "\tat Pool.get"), Default::default());
    }

    #[test]
    fn a_format_reads_what_no_standard_does() {
        let shape = Shape {
            pattern: Some(Regex::new(r"\[(?<timestamp>[^\]]+)\]").unwrap()),
            timestamp_format: Some("%d/%b/%Y:%H:%M:%S %z".into()),
            ..Shape::default()
        };
        assert_eq!(told(&shape, "- [24/Oct/2025:10:15:30 +0300] GET /").0, "2025-10-24T07:15:30Z");
    }
}
