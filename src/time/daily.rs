//! A time of day, every day.

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::moment::instant;

/// The next instant after `at` whose local time is `time`; later on a day on which clocks skip it, once on a day on
/// which it comes twice. `None` only at the end of the calendar.
pub(crate) fn next_time_of_day(time: Time, zone: &TimeZone, at: Timestamp) -> Option<Timestamp> {
    let today = zone.to_datetime(at).date();
    let days = today.series(Span::new().days(1)).take(3);
    days.filter_map(|day| instant(day.to_datetime(time), zone)).find(|next| *next > at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::later_today("2026-01-05T07:59:59Z", "09:00", "2026-01-05T08:00:00Z")]
    #[case::never_the_instant_itself("2026-01-05T08:00:00Z", "09:00", "2026-01-06T08:00:00Z")]
    #[case::the_hour_of_summer("2026-03-28T08:00:00Z", "09:00", "2026-03-29T07:00:00Z")]
    #[case::skipped("2026-03-29T00:00:00Z", "02:30", "2026-03-29T01:30:00Z")]
    #[case::after_the_skipped("2026-03-29T01:30:00Z", "02:30", "2026-03-30T00:30:00Z")]
    #[case::the_first_of_two("2026-10-24T23:00:00Z", "02:30", "2026-10-25T00:30:00Z")]
    #[case::not_the_second_of_two("2026-10-25T00:30:00Z", "02:30", "2026-10-26T01:30:00Z")]
    fn it_comes_once_a_day_at_its_local_time(#[case] at: &str, #[case] time: &str, #[case] next: &str) {
        let zone = crate::time::zone("Europe/Berlin").unwrap();
        let found = next_time_of_day(time.parse().unwrap(), &zone, at.parse().unwrap());
        assert_eq!(found, Some(next.parse().unwrap()));
    }
}
