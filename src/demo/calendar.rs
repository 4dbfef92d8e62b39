//! The made-up chain's time: which days there are, when shops are open, and today's instants.
//!
//! Moscow keeps UTC+3 all year, and a shop's day from 09:00 to 21:00 there lies within one UTC date; so a day here is
//! a UTC date and a second of it.

use jiff::civil::{Date, date};
use jiff::{Span, Timestamp};

/// How many days of history there are, today included.
pub(super) const DAYS: u32 = 100;

/// How many of the last days the own database keeps in full.
pub(super) const RECENT: u32 = 19;

/// The demonstration's today.
pub(super) const TODAY: Date = date(2025, 10, 24);

/// A day of the history.
pub(super) struct Day {
    /// 0 is the first, [`DAYS`] − 1 is today.
    pub index: u32,
    pub date: Date,
    text: String,
}

/// The second of the UTC day at which a Moscow clock shows this time.
pub(super) const fn moscow(hour: u32, minute: u32) -> u32 {
    (hour - 3) * 3600 + minute * 60
}

/// When shops open and close.
pub(super) const OPENS: u32 = moscow(9, 0);
pub(super) const CLOSES: u32 = moscow(21, 0);

/// When the demonstration looks at the chain: half past six in the evening in Moscow.
pub(super) const LOOKED_AT: u32 = moscow(18, 30);

/// Every day, oldest first.
pub(super) fn days() -> Vec<Day> {
    let back = |index: u32| Span::new().days(i64::from(DAYS - 1 - index));
    (0..DAYS)
        .map(|index| (index, TODAY.saturating_sub(back(index))))
        .map(|(index, date)| Day { index, date, text: date.to_string() })
        .collect()
}

impl Day {
    pub(super) fn is_today(&self) -> bool {
        self.index + 1 == DAYS
    }

    pub(super) fn is_recent(&self) -> bool {
        self.index + RECENT >= DAYS
    }

    /// The second at which this day's history ends.
    pub(super) fn end(&self) -> u32 {
        if self.is_today() { LOOKED_AT } else { 86_400 }
    }

    /// UTC text as the backend writes it: `YYYY-MM-DD HH:MM:SS`.
    pub(super) fn second(&self, second: u32) -> String {
        format!("{} {:02}:{:02}:{:02}", self.text, second / 3600, second / 60 % 60, second % 60)
    }

    /// UTC text as the own database keeps it: with milliseconds.
    pub(super) fn milli(&self, milli: u32) -> String {
        format!("{}.{:03}", self.second(milli / 1000), milli % 1000)
    }

    /// Milliseconds since 1970 at the day's first moment.
    pub(super) fn start_ms(&self) -> i64 {
        self.date.to_zoned(jiff::tz::TimeZone::UTC).map_or(0, |start| start.timestamp().as_millisecond())
    }
}

/// The instant of a second of today.
pub(super) fn today(second: u32) -> Timestamp {
    let start = TODAY.to_zoned(jiff::tz::TimeZone::UTC).map(|start| start.timestamp()).unwrap_or_default();
    start.saturating_add(jiff::SignedDuration::from_secs(second.into())).unwrap_or(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_is_today_and_a_moscow_time_is_three_hours_less_in_utc() {
        let days = days();
        let last = days.last().unwrap();
        assert!(last.is_today() && last.date == TODAY && last.index + 1 == DAYS);
        assert_eq!(last.milli(moscow(10, 5) * 1000 + 7), "2025-10-24 07:05:00.007");
        assert_eq!(today(moscow(10, 5)).to_string(), "2025-10-24T07:05:00Z");
        assert_eq!(last.start_ms() + 25_500_000, today(moscow(10, 5)).as_millisecond());
    }
}
