//! The hours of a week by the wall clock: what a Monday at nine is like, whatever the offset of the zone that day.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The hour of the week in which an instant lies: 0 is Monday from 00:00, 167 Sunday from 23:00.
///
/// An hour that clocks repeat is the same one twice; one that they skip has no instant.
pub(crate) fn hour_of_week(at: Timestamp, zone: &TimeZone) -> u8 {
    let local = zone.to_datetime(at);
    let days = local.date().weekday().to_monday_zero_offset();
    u8::try_from(24 * i16::from(days) + i16::from(local.time().hour())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::monday_begins("2025-10-19T21:00:00Z", "Europe/Moscow", 0)]
    #[case::sunday_ends("2025-10-19T20:59:59.999Z", "Europe/Moscow", 167)]
    #[case::summer("2025-10-24T07:30:00Z", "Europe/Berlin", 4 * 24 + 9)]
    #[case::winter("2025-10-31T08:30:00Z", "Europe/Berlin", 4 * 24 + 9)]
    #[case::once("2025-10-26T00:30:00Z", "Europe/Berlin", 6 * 24 + 2)]
    #[case::and_again("2025-10-26T01:30:00Z", "Europe/Berlin", 6 * 24 + 2)]
    #[case::half_an_hour_off("2025-10-20T03:29:00Z", "Asia/Kolkata", 8)]
    fn the_hour_is_that_of_the_wall_clock(#[case] at: &str, #[case] zone: &str, #[case] hour: u8) {
        assert_eq!(hour_of_week(at.parse().unwrap(), &TimeZone::get(zone).unwrap()), hour);
    }
}
