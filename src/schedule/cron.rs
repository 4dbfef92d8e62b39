//! Cron expressions as crontab(5) reads them, in a time zone. The `cron` crate walks the civil calendar; it knows
//! neither zones nor "either day", so both are put around it here.

use std::iter;
use std::str::FromStr as _;

use chrono::{DateTime as Instant, Utc};
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use super::field::{Field, UNITS};

/// No time zone moves its clock by more.
const LONGEST_SHIFT: SignedDuration = SignedDuration::from_hours(3);

/// When a job runs.
#[derive(Clone, Debug)]
pub(crate) struct Cron {
    /// Seconds, minutes, hours, days of the month, months, days of the week.
    pub(super) fields: [Field; 6],
    /// The five fields as written, where no seconds were.
    pub(super) text: String,
    /// The days that count are those of any of these.
    schedules: Vec<cron::Schedule>,
}

/// Why a text is no cron expression.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum CronError {
    #[error(
        "{0:?} has {1} fields: write minute, hour, day of month, month, day of week, with seconds in front of them or not"
    )]
    Count(String, usize),
    #[error("{text:?} is no {unit}: write numbers, a-b, */step, a-b/step or *, in lists by commas")]
    Field { unit: &'static str, text: String },
    #[error("{0:?} never comes")]
    Never(String),
}

impl Cron {
    /// Reads five fields, or six that start with seconds.
    pub(crate) fn parse(text: &str) -> Result<Self, CronError> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let words: [&str; 6] = match *words.as_slice() {
            [minute, hour, day, month, weekday] => ["0", minute, hour, day, month, weekday],
            [second, minute, hour, day, month, weekday] => [second, minute, hour, day, month, weekday],
            _ => return Err(CronError::Count(text.to_owned(), words.len())),
        };
        let mut fields = Vec::with_capacity(6);
        for (unit, word) in UNITS.iter().zip(words) {
            fields.push(unit.parse(word)?);
        }
        let fields: [Field; 6] =
            fields.try_into().unwrap_or_else(|_| unreachable!("six words make six fields"));
        let never = || CronError::Never(text.to_owned());
        let schedules = schedules(&fields).ok_or_else(never)?;
        let cron = Self { fields, text: words[1..].join(" "), schedules };
        cron.civil(DateTime::constant(2000, 1, 1, 0, 0, 0, 0)).next().ok_or_else(never)?;
        Ok(cron)
    }

    /// Whether it runs on a second other than the minute's first.
    pub(super) fn has_seconds(&self) -> bool {
        self.fields[0].values != [0]
    }

    /// Whether days match by either of their fields: both are restricted, as crontab(5) means it.
    pub(super) fn is_either_day(&self) -> bool {
        !self.fields[3].starred && !self.fields[5].starred
    }

    /// The instants after `after` at which it runs, in order.
    ///
    /// A job with hours of its own runs once for each of its times: at what the clock shows an hour later where the
    /// time is skipped, the first time where it comes twice. One that runs every hour just goes on.
    pub(crate) fn times(&self, zone: &TimeZone, after: Timestamp) -> impl Iterator<Item = Timestamp> {
        let start = after.saturating_sub(LONGEST_SHIFT).unwrap_or(after).to_zoned(zone.clone()).datetime();
        let (mut civil, mut last) = (self.civil(start).peekable(), after);
        let every_hour = self.fields[2].full;
        let zone = zone.clone();
        let days = iter::from_fn(move || {
            let first = civil.next()?;
            let rest = iter::from_fn(|| civil.next_if(|next| next.date() == first.date()));
            let mut day: Vec<_> =
                iter::once(first).chain(rest).flat_map(|at| instants(at, &zone, every_hour)).collect();
            day.sort_unstable();
            Some(day)
        });
        days.flatten().filter(move |at| {
            let is_later = *at > last;
            last = last.max(*at);
            is_later
        })
    }

    /// What the clock on the wall shows when it runs, after `after`.
    fn civil(&self, after: DateTime) -> impl Iterator<Item = DateTime> + use<> {
        let start = to_chrono(after);
        let mut streams: Vec<_> = self
            .schedules
            .iter()
            .filter_map(|schedule| Some(schedule.after_owned(start?).peekable()))
            .collect();
        iter::from_fn(move || {
            let next = streams.iter_mut().filter_map(|stream| stream.peek().copied()).min()?;
            for stream in &mut streams {
                stream.next_if_eq(&next);
            }
            from_chrono(next)
        })
    }
}

/// One schedule, or one for each of the two day fields. The crate counts days of the week from 1.
fn schedules(fields: &[Field; 6]) -> Option<Vec<cron::Schedule>> {
    let [second, minute, hour, day, month, weekday] = fields;
    let schedule = |day: &str, weekday: &str| {
        let text = format!(
            "{} {} {} {day} {} {weekday}",
            second.list(0),
            minute.list(0),
            hour.list(0),
            month.list(0)
        );
        cron::Schedule::from_str(&text).ok()
    };
    let (days, weekdays) = (day.list(0), weekday.list(1));
    if !day.starred && !weekday.starred {
        return Some(vec![schedule(&days, "*")?, schedule("*", &weekdays)?]);
    }
    Some(vec![schedule(&days, &weekdays)?])
}

fn instants(civil: DateTime, zone: &TimeZone, every_hour: bool) -> Vec<Timestamp> {
    let ambiguous = zone.to_ambiguous_timestamp(civil);
    let all = match ambiguous.offset() {
        AmbiguousOffset::Gap { .. } if every_hour => vec![],
        AmbiguousOffset::Fold { before, after } if every_hour => {
            vec![before.to_timestamp(civil), after.to_timestamp(civil)]
        }
        _ => vec![ambiguous.compatible()],
    };
    all.into_iter().flatten().collect()
}

/// The civil time as if the zone were UTC, which is all that the crate needs.
fn to_chrono(civil: DateTime) -> Option<Instant<Utc>> {
    let second = civil.to_zoned(TimeZone::UTC).ok()?.timestamp().as_second();
    Instant::from_timestamp(second, 0)
}

fn from_chrono(instant: Instant<Utc>) -> Option<DateTime> {
    Some(Timestamp::from_second(instant.timestamp()).ok()?.to_zoned(TimeZone::UTC).datetime())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(cron: &str, zone: &str, after: &str, count: usize) -> Vec<String> {
        let (cron, zone) = (Cron::parse(cron).unwrap(), TimeZone::get(zone).unwrap());
        cron.times(&zone, after.parse().unwrap()).take(count).map(|at| at.to_string()).collect()
    }

    #[test]
    fn a_daily_job_runs_once_on_the_days_of_23_and_of_25_hours() {
        assert_eq!(
            times("30 2 * * *", "Europe/Berlin", "2025-03-29T02:00:00Z", 2),
            ["2025-03-30T01:30:00Z", "2025-03-31T00:30:00Z"],
            "02:30 is skipped: 03:30 stands in for it"
        );
        assert_eq!(
            times("30 2 * * *", "Europe/Berlin", "2025-10-25T02:00:00Z", 2),
            ["2025-10-26T00:30:00Z", "2025-10-27T01:30:00Z"],
            "02:30 comes twice: the first counts"
        );
        let year = times("30 2 * * *", "Europe/Berlin", "2024-12-31T23:00:00Z", 365);
        assert!(year[364].starts_with("2025-12-31"), "{}", year[364]);
    }

    #[test]
    fn a_job_of_every_half_hour_goes_on_while_clocks_are_moved() {
        assert_eq!(
            times("*/30 * * * *", "Europe/Berlin", "2025-10-25T23:45:00Z", 5),
            [
                "2025-10-26T00:00:00Z",
                "2025-10-26T00:30:00Z",
                "2025-10-26T01:00:00Z",
                "2025-10-26T01:30:00Z",
                "2025-10-26T02:00:00Z"
            ]
        );
        assert_eq!(
            times("*/30 * * * *", "Europe/Berlin", "2025-03-30T00:30:00Z", 2),
            ["2025-03-30T01:00:00Z", "2025-03-30T01:30:00Z"]
        );
    }

    #[test]
    fn two_restricted_days_are_either_and_a_star_makes_them_both() {
        assert_eq!(
            times("0 0 13 * Fri", "UTC", "2025-06-01T00:00:00Z", 4),
            ["2025-06-06T00:00:00Z", "2025-06-13T00:00:00Z", "2025-06-20T00:00:00Z", "2025-06-27T00:00:00Z"]
        );
        assert_eq!(times("0 0 */2 * Mon", "UTC", "2025-06-01T00:00:00Z", 1), ["2025-06-09T00:00:00Z"]);
    }

    #[test]
    fn sunday_is_0_and_7_and_six_fields_start_with_seconds() {
        for sunday in ["0", "7", "Sun"] {
            assert_eq!(
                times(&format!("0 8 * * {sunday}"), "UTC", "2025-06-02T00:00:00Z", 1),
                ["2025-06-08T08:00:00Z"]
            );
        }
        assert_eq!(
            times("*/30 * * * * *", "UTC", "2025-06-02T00:00:00Z", 2),
            ["2025-06-02T00:00:30Z", "2025-06-02T00:01:00Z"]
        );
    }

    #[test]
    fn nonsense_is_refused() {
        assert!(matches!(Cron::parse("* * * *"), Err(CronError::Count(_, 4))));
        assert!(matches!(Cron::parse("61 * * * *"), Err(CronError::Field { unit: "minute", .. })));
        assert!(matches!(Cron::parse("0 0 30 2 *"), Err(CronError::Never(_))));
        assert!(Cron::parse("0 0 29 2 *").is_ok());
    }
}
