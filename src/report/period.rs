//! Which time a report is about, in the project's zone. Days have 23, 24 or 25 hours; windows are half-open.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};
use serde::{Deserialize, Serialize};

use super::ReportError;
use crate::query::Window;

/// How long a report's period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Period {
    /// From midnight; today's ends now.
    Day,
    /// Seven days.
    Week,
    /// A month of the calendar; the running one's ends now.
    Month,
}

impl Period {
    /// What the same part of the one before is called.
    pub(crate) const fn before(self) -> &'static str {
        match self {
            // A Monday is like a Monday.
            Self::Day | Self::Week => "a week before",
            Self::Month => "a month before",
        }
    }

    /// How many days lie between a day and the one that it is compared with, where the days from `first` to `last` have
    /// begun. A month is compared with as many days from the first of the one before; where that is shorter, with as many
    /// days right before it.
    fn back(self, first: Date, last: Date) -> Span {
        let days = match self {
            Self::Day | Self::Week => 7,
            Self::Month => {
                let begun = last.day() - first.day() + 1;
                begun.max(first.saturating_sub(Span::new().days(1)).days_in_month())
            }
        };
        Span::new().days(days)
    }
}

/// The window of a report and what it is compared with.
#[derive(Clone, Debug)]
pub(crate) struct Bounds {
    /// The last day of the period.
    pub day: Date,
    pub window: Window,
    /// Whether the last day is not over.
    pub partial: bool,
    /// How much earlier what it is compared with lies.
    back: Span,
    zone: TimeZone,
}

impl Bounds {
    /// The period that ends with `date`, or the month that holds it. Without one: today so far for a day, else the last
    /// full week or month.
    pub(crate) fn new(
        period: Period,
        date: Option<Date>,
        now: Timestamp,
        zone: &TimeZone,
    ) -> Result<Self, ReportError> {
        let today = now.to_zoned(zone.clone()).date();
        let day = match (date, period) {
            (Some(date), _) if date > today => return Err(ReportError::Future(date)),
            (Some(date), _) => date,
            (None, Period::Day) => today,
            (None, Period::Week) => today.saturating_sub(Span::new().days(1)),
            (None, Period::Month) => today.first_of_month().saturating_sub(Span::new().days(1)),
        };
        let (first, last) = match period {
            Period::Day => (day, day),
            Period::Week => (first_day(day, 7), day),
            Period::Month => (day.first_of_month(), day.last_of_month()),
        };
        let end = midnight(last.saturating_add(Span::new().days(1)), zone)?;
        let window = Window { since: midnight(first, zone)?, until: end.min(now) };
        // A day that has not begun is no date to ask for again.
        let (day, partial) = (last.min(today), now < end);
        Ok(Self { day, window, partial, back: period.back(first, day), zone: zone.clone() })
    }

    /// The window of so many days that ends as the period does.
    pub(crate) fn days_back(&self, days: u16) -> Result<Window, ReportError> {
        Ok(Window { since: midnight(first_day(self.day, days), &self.zone)?, until: self.window.until })
    }

    /// The window of this length that ends as the period does.
    pub(crate) fn back(&self, length: SignedDuration) -> Window {
        let until = self.window.until;
        Window { since: until.checked_sub(length).unwrap_or(until), until }
    }

    /// The hours of a window, the last one cut where the window ends.
    pub(crate) fn hours(window: Window) -> Vec<Window> {
        let starts = std::iter::successors(Some(window.since), |at| {
            at.checked_add(SignedDuration::from_hours(1)).ok()
        });
        cut(&starts.take_while(|at| *at < window.until).collect::<Vec<_>>(), window.until)
    }

    /// The days of a window, the last one cut where the window ends.
    pub(crate) fn days(&self, window: Window) -> Vec<Window> {
        let first = window.since.to_zoned(self.zone.clone()).date();
        let starts = first.series(Span::new().days(1)).map_while(|day| midnight(day, &self.zone).ok());
        cut(&starts.take_while(|at| *at < window.until).collect::<Vec<_>>(), window.until)
    }

    /// Each seven days of a window; its last one is cut where the window ends.
    pub(crate) fn weeks(&self, window: Window) -> Vec<Window> {
        let days = self.days(window);
        let weeks = days.chunks(7);
        weeks.map(|days| Window { since: days[0].since, until: days[days.len() - 1].until }).collect()
    }

    /// The same part of the week before, or as many days of the month before, by the wall clock.
    pub(crate) fn before(&self, window: Window) -> Window {
        let back = |at: Timestamp| {
            let zoned = at.to_zoned(self.zone.clone());
            zoned.checked_sub(self.back).map_or(at, |zoned| zoned.timestamp())
        };
        Window { since: back(window.since), until: back(window.until) }
    }
}

fn first_day(last: Date, days: u16) -> Date {
    last.saturating_sub(Span::new().days(i64::from(days) - 1))
}

fn midnight(day: Date, zone: &TimeZone) -> Result<Timestamp, ReportError> {
    // Where a day begins at 01:00 because the clock jumps at midnight, that is its first instant.
    zone.to_ambiguous_timestamp(day.to_datetime(jiff::civil::Time::midnight()))
        .compatible()
        .map_err(|_| ReportError::Calendar(day))
}

fn cut(starts: &[Timestamp], until: Timestamp) -> Vec<Window> {
    let ends = starts.iter().skip(1).copied().chain([until]);
    starts.iter().copied().zip(ends).map(|(since, until)| Window { since, until }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(period: Period, date: Option<&str>, now: &str, zone: &str) -> Bounds {
        let date = date.map(|date| date.parse().unwrap());
        Bounds::new(period, date, now.parse().unwrap(), &TimeZone::get(zone).unwrap()).unwrap()
    }

    fn text(window: Window) -> String {
        format!("{}/{}", window.since, window.until)
    }

    #[test]
    fn today_ends_now_and_is_compared_with_the_same_part_of_the_week_before() {
        let today = bounds(Period::Day, None, "2025-10-24T12:30:00Z", "Europe/Moscow");
        assert!(today.partial);
        assert_eq!(text(today.window), "2025-10-23T21:00:00Z/2025-10-24T12:30:00Z");
        assert_eq!(text(today.before(today.window)), "2025-10-16T21:00:00Z/2025-10-17T12:30:00Z");
    }

    #[test]
    fn a_week_is_the_last_seven_full_days() {
        let week = bounds(Period::Week, None, "2025-10-24T12:30:00Z", "UTC");
        assert!(!week.partial);
        assert_eq!(text(week.window), "2025-10-17T00:00:00Z/2025-10-24T00:00:00Z");
        assert_eq!(text(week.days_back(28).unwrap()), "2025-09-26T00:00:00Z/2025-10-24T00:00:00Z");
        assert_eq!(week.days(week.days_back(28).unwrap()).len(), 28);
    }

    #[rstest::rstest]
    #[case(
        Some("2025-03-31"),
        "2025-03-31",
        "2025-03-01T00:00:00Z/2025-04-01T00:00:00Z",
        "2025-01-29T00:00:00Z/2025-03-01T00:00:00Z"
    )]
    #[case(
        Some("2024-03-01"),
        "2024-03-31",
        "2024-03-01T00:00:00Z/2024-04-01T00:00:00Z",
        "2024-01-30T00:00:00Z/2024-03-01T00:00:00Z"
    )]
    #[case(
        None,
        "2025-09-30",
        "2025-09-01T00:00:00Z/2025-10-01T00:00:00Z",
        "2025-08-01T00:00:00Z/2025-08-31T00:00:00Z"
    )]
    #[case(
        Some("2025-02-10"),
        "2025-02-28",
        "2025-02-01T00:00:00Z/2025-03-01T00:00:00Z",
        "2025-01-01T00:00:00Z/2025-01-29T00:00:00Z"
    )]
    #[case(
        Some("2025-10-31"),
        "2025-10-31",
        "2025-10-01T00:00:00Z/2025-10-31T12:30:00Z",
        "2025-08-31T00:00:00Z/2025-09-30T12:30:00Z"
    )]
    #[case(
        Some("2025-10-02"),
        "2025-10-31",
        "2025-10-01T00:00:00Z/2025-10-31T12:30:00Z",
        "2025-08-31T00:00:00Z/2025-09-30T12:30:00Z"
    )]
    fn a_month_is_that_of_the_calendar_and_compared_with_as_many_days_before(
        #[case] date: Option<&str>,
        #[case] day: &str,
        #[case] window: &str,
        #[case] before: &str,
    ) {
        let month = bounds(Period::Month, date, "2025-10-31T12:30:00Z", "UTC");
        assert_eq!(month.day.to_string(), day);
        assert_eq!((text(month.window), text(month.before(month.window))), (window.into(), before.into()));
        assert_eq!(month.partial, day == "2025-10-31");
    }

    #[test]
    fn the_first_days_of_a_month_are_compared_with_the_first_days_of_the_one_before() {
        let month = bounds(Period::Month, Some("2025-03-10"), "2025-03-10T12:30:00Z", "UTC");
        assert_eq!(text(month.before(month.window)), "2025-02-01T00:00:00Z/2025-02-10T12:30:00Z");
    }

    #[rstest::rstest]
    #[case("2025-03-30", 23)]
    #[case("2025-10-26", 25)]
    #[case("2025-10-25", 24)]
    fn days_of_23_and_25_hours_have_as_many_bars(#[case] date: &str, #[case] hours: usize) {
        let day = bounds(Period::Day, Some(date), "2025-12-01T00:00:00Z", "Europe/Berlin");
        let bars = Bounds::hours(day.window);
        assert_eq!(bars.len(), hours);
        assert_eq!((bars[0].since, bars[hours - 1].until), (day.window.since, day.window.until));
    }

    #[test]
    fn the_week_before_keeps_the_wall_clock_over_a_change_of_the_clock() {
        let day = bounds(Period::Day, Some("2025-10-27"), "2025-12-01T00:00:00Z", "Europe/Berlin");
        assert_eq!(text(day.before(day.window)), "2025-10-19T22:00:00Z/2025-10-20T22:00:00Z");
    }

    #[test]
    fn the_running_hour_is_cut_and_tomorrow_is_refused() {
        let today = bounds(Period::Day, None, "2025-10-24T01:20:00Z", "UTC");
        let hours = Bounds::hours(today.window);
        assert_eq!(text(hours[1]), "2025-10-24T01:00:00Z/2025-10-24T01:20:00Z");
        let tomorrow = "2025-10-25".parse().ok();
        let now = "2025-10-24T01:20:00Z".parse().unwrap();
        assert!(matches!(
            Bounds::new(Period::Day, tomorrow, now, &TimeZone::UTC),
            Err(ReportError::Future(_))
        ));
    }
}
