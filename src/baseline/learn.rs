//! From samples to what is usual in each hour of the week: the decision, pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use jiff::{Span as Length, Timestamp};

use crate::config::BaselineConfig;
use crate::stats::{Span, deviation};
use crate::time::hour_of_week;

/// One sample.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub at_ms: i64,
    pub value: f64,
}

/// What is usual in one hour of the week; no numbers while it is learning.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Usual {
    pub hour: u8,
    /// The median, and the median absolute deviation from it.
    pub centre: Option<(f64, f64)>,
    /// In how many different weeks something was recorded.
    pub weeks: usize,
}

/// Every hour of the week of which there is a sample that counts.
///
/// A sample is about the window that ends with it, and belongs to the hour in which the middle of that window lies: the
/// transactions from nine to ten are those of nine o'clock, be they recorded a few seconds late.
pub(super) fn learn(
    points: &[Point],
    settings: &BaselineConfig,
    zone: &TimeZone,
    left_out: impl Fn(Span) -> bool,
) -> Vec<Usual> {
    let window = settings.window.signed().as_millis();
    let window = i64::try_from(window).unwrap_or(i64::MAX);
    let mut hours: BTreeMap<u8, (BTreeSet<jiff::civil::Date>, Vec<f64>)> = BTreeMap::new();
    for point in points {
        let Ok(middle) = Timestamp::from_millisecond(point.at_ms - window / 2) else { continue };
        if left_out(Span { since: point.at_ms - window, until: point.at_ms + 1 }) {
            continue;
        }
        let (weeks, values) = hours.entry(hour_of_week(middle, zone)).or_default();
        weeks.insert(monday(middle, zone));
        values.push(point.value);
    }
    let usual = |(hour, (weeks, values)): (u8, (BTreeSet<_>, Vec<f64>))| {
        let learnt = weeks.len() >= usize::from(settings.least_weeks.get());
        Usual { hour, centre: deviation(&values).filter(|_| learnt), weeks: weeks.len() }
    };
    hours.into_iter().map(usual).collect()
}

/// The first day of the week in which an instant lies.
fn monday(at: Timestamp, zone: &TimeZone) -> jiff::civil::Date {
    let day = zone.to_datetime(at).date();
    day.saturating_sub(Length::new().days(day.weekday().to_monday_zero_offset()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> BaselineConfig {
        toml::from_str(text).unwrap()
    }

    fn point(at: &str, value: f64) -> Point {
        Point { at_ms: at.parse::<Timestamp>().unwrap().as_millisecond(), value }
    }

    fn moscow() -> TimeZone {
        TimeZone::get("Europe/Moscow").unwrap()
    }

    /// Four Mondays at a few seconds past ten in Moscow.
    fn mondays() -> Vec<Point> {
        [("06", 10.0), ("13", 20.0), ("20", 90.0), ("27", 12.0)]
            .map(|(day, value)| point(&format!("2025-10-{day}T07:00:04Z"), value))
            .to_vec()
    }

    #[test]
    fn an_hour_is_that_of_the_middle_of_what_a_sample_is_about() {
        let hours = |text: &str| -> Vec<u8> {
            learn(&mondays(), &settings(text), &moscow(), |_| false).iter().map(|usual| usual.hour).collect()
        };
        assert_eq!((hours("window = \"1h\""), hours("")), (vec![9], vec![10]));
    }

    #[test]
    fn one_wild_week_moves_neither_the_median_nor_the_spread_by_much() {
        let usual = learn(&mondays(), &settings(""), &moscow(), |_| false);
        assert_eq!(usual, [Usual { hour: 10, centre: Some((16.0, 5.0)), weeks: 4 }]);
    }

    #[test]
    fn below_three_weeks_it_is_learning_however_many_samples_there_are() {
        let twice: Vec<Point> = mondays()[..2].iter().flat_map(|point| [*point, *point]).collect();
        let found = |text: &str| learn(&twice, &settings(text), &moscow(), |_| false).remove(0);
        assert_eq!((found("").centre, found("").weeks), (None, 2));
        assert!(found("least_weeks = 2").centre.is_some());
    }

    #[test]
    fn what_is_left_out_teaches_nothing() {
        let wild = mondays()[2].at_ms;
        let usual =
            learn(&mondays(), &settings(""), &moscow(), |span| span.since <= wild && wild < span.until);
        assert_eq!(usual, [Usual { hour: 10, centre: Some((12.0, 2.0)), weeks: 3 }]);
    }

    #[test]
    fn an_hour_keeps_its_place_when_clocks_are_moved() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let noons = ["2025-10-19T10:00:00Z", "2025-10-26T11:00:00Z", "2025-11-02T11:00:00Z"];
        let usual = learn(&noons.map(|at| point(at, 1.0)), &settings(""), &berlin, |_| false);
        assert_eq!((usual.len(), usual[0].hour, usual[0].weeks), (1, 6 * 24 + 12, 3));
    }
}
