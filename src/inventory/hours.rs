//! Opening hours: weekly spans in a time zone, closed dates, spans past midnight, days of 23 and 25 hours.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::time::{self, Duration};

/// Weekly opening hours in one time zone.
#[derive(Clone, Debug)]
pub(crate) struct Hours {
    zone: TimeZone,
    /// `None` is always open.
    spans: Option<Vec<Span>>,
    closed: Vec<Date>,
}

/// Open on these days from `opens` to `closes`, which is on the next day where it is not later.
#[derive(Clone, Debug)]
struct Span {
    days: Vec<Weekday>,
    opens: Time,
    closes: Time,
}

/// Why hours could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum HoursError {
    #[error(
        "{0:?} are no opening hours: write days and a span, like \"Mon-Fri 09:00-21:00\", \"Sat,Sun 24h\" or \"daily 10:00-02:00\""
    )]
    Hours(String),
    #[error("{0:?} is no date: write YYYY-MM-DD")]
    Date(String),
    #[error("{0:?} is no IANA time zone, such as Europe/Moscow")]
    Zone(String),
}

impl HoursError {
    /// The key of the configuration that is wrong.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Self::Hours(_) => "hours",
            Self::Date(_) => "closed",
            Self::Zone(_) => "time_zone",
        }
    }
}

/// How far ahead an opening is looked for: whatever opens at all opens once a year.
const DAYS_AHEAD: usize = 400;

const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

impl Hours {
    /// Reads hours as the configuration writes them; `None` is always open.
    pub(crate) fn parse(hours: Option<&[String]>, closed: &[String], zone: &str) -> Result<Self, HoursError> {
        let date = |text: &String| text.parse().map_err(|_| HoursError::Date(text.clone()));
        Ok(Self {
            zone: time::zone(zone).ok_or_else(|| HoursError::Zone(zone.to_owned()))?,
            spans: hours.map(|lines| lines.iter().map(|line| span(line)).collect()).transpose()?,
            closed: closed.iter().map(date).collect::<Result<_, _>>()?,
        })
    }

    /// Whether it is open at an instant: from opening, up to but not including closing.
    pub(crate) fn is_open(&self, at: Timestamp) -> bool {
        self.spans.is_none() && !self.is_closed_date(at) || self.opened_at(at).is_some()
    }

    /// Whether the date on which an instant falls there is a closed one.
    pub(crate) fn is_closed_date(&self, at: Timestamp) -> bool {
        self.closed.contains(&at.to_zoned(self.zone.clone()).date())
    }

    /// When the span that holds at an instant began; `None` when it is closed, or always open.
    pub(crate) fn opened_at(&self, at: Timestamp) -> Option<Timestamp> {
        let day = at.to_zoned(self.zone.clone()).date();
        // A span that began yesterday may reach past midnight.
        let opened: Vec<_> =
            [day.yesterday().ok(), Some(day)].into_iter().flatten().flat_map(|day| self.on(day)).collect();
        opened.into_iter().filter(|&(opens, closes)| opens <= at && at < closes).map(|(opens, _)| opens).min()
    }

    /// The instant itself if it is open then, or else the next opening; `None` if there is none within 400 days.
    pub(crate) fn next_open(&self, at: Timestamp) -> Option<Timestamp> {
        if self.is_open(at) {
            return Some(at);
        }
        self.openings(at.to_zoned(self.zone.clone()).date()).find(|opens| *opens > at)
    }

    /// The opening of the next day, by local date, on which it opens; `None` if there is none within 400 days.
    pub(crate) fn next_day(&self, at: Timestamp) -> Option<Timestamp> {
        self.openings(at.to_zoned(self.zone.clone()).date().tomorrow().ok()?).next()
    }

    /// When it has been open for this long since an instant, at the closing if it comes to that; without length the next
    /// opening. `None` if that takes more than 400 days.
    pub(crate) fn add_open(&self, at: Timestamp, length: Duration) -> Option<Timestamp> {
        let (mut since, mut left) = (at, length.signed());
        for _ in 0..DAYS_AHEAD {
            let until = since.checked_add(SignedDuration::from_hours(24)).ok()?;
            for (opens, closes) in self.open_within(since, until) {
                let open = closes.duration_since(opens);
                if left <= open {
                    return opens.checked_add(left).ok();
                }
                left -= open;
            }
            since = until;
        }
        None
    }

    /// The first opening of each day, from a day on.
    fn openings(&self, from: Date) -> impl Iterator<Item = Timestamp> {
        let days = from.series(jiff::Span::new().days(1)).take(DAYS_AHEAD);
        days.flat_map(|day| {
            let mut opens: Vec<_> = self.on(day).into_iter().map(|(opens, _)| opens).collect();
            opens.sort_unstable();
            opens
        })
    }

    /// The open spans within a half-open window, in order, overlaps joined.
    pub(crate) fn open_within(&self, since: Timestamp, until: Timestamp) -> Vec<(Timestamp, Timestamp)> {
        if since >= until {
            return Vec::new();
        }
        let Some(first) = since.to_zoned(self.zone.clone()).date().yesterday().ok() else {
            return Vec::new();
        };
        let last = until.to_zoned(self.zone.clone()).date();
        let mut all: Vec<_> = first
            .series(jiff::Span::new().days(1))
            .take_while(|day| *day <= last)
            .flat_map(|day| self.on(day))
            .map(|(opens, closes)| (opens.max(since), closes.min(until)))
            .filter(|(opens, closes)| opens < closes)
            .collect();
        all.sort_unstable();
        let mut joined: Vec<(Timestamp, Timestamp)> = Vec::new();
        for (opens, closes) in all {
            match joined.last_mut() {
                Some(last) if opens <= last.1 => last.1 = last.1.max(closes),
                _ => joined.push((opens, closes)),
            }
        }
        joined
    }

    /// The spans that begin on a day.
    fn on(&self, day: Date) -> Vec<(Timestamp, Timestamp)> {
        if self.closed.contains(&day) {
            return Vec::new();
        }
        let whole = [Span { days: vec![day.weekday()], opens: Time::midnight(), closes: Time::midnight() }];
        let instant = |day: Date, time: Time| time::instant(day.to_datetime(time), &self.zone);
        self.spans
            .as_deref()
            .unwrap_or(&whole)
            .iter()
            .filter(|span| span.days.contains(&day.weekday()))
            .filter_map(|span| {
                let end = if span.closes > span.opens { day } else { day.tomorrow().ok()? };
                Some((instant(day, span.opens)?, instant(end, span.closes)?))
            })
            // Clocks may skip all of it.
            .filter(|(opens, closes)| opens < closes)
            .collect()
    }
}

fn span(line: &str) -> Result<Span, HoursError> {
    let wrong = || HoursError::Hours(line.to_owned());
    let (days, hours) = line.trim().split_once(' ').ok_or_else(wrong)?;
    let days = days_of(days).ok_or_else(wrong)?;
    if hours.trim() == "24h" {
        return Ok(Span { days, opens: Time::midnight(), closes: Time::midnight() });
    }
    let (opens, closes) = hours.trim().split_once('-').ok_or_else(wrong)?;
    Ok(Span { days, opens: time(opens).ok_or_else(wrong)?, closes: time(closes).ok_or_else(wrong)? })
}

/// `HH:MM`; `24:00` is midnight at the end of the day.
fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once(':')?;
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    if (hour, minute) == (24, 0) { Some(Time::midnight()) } else { Time::new(hour, minute, 0, 0).ok() }
}

fn days_of(text: &str) -> Option<Vec<Weekday>> {
    if text.eq_ignore_ascii_case("daily") {
        return Some(DAYS.map(|(_, day)| day).to_vec());
    }
    let index = |name: &str| DAYS.iter().position(|(short, _)| name.eq_ignore_ascii_case(short));
    let mut days = Vec::new();
    for part in text.split(',') {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (from, to) = (index(from)?, index(to)?);
        days.extend((0..=(to + 7 - from) % 7).map(|step| DAYS[(from + step) % 7].1));
    }
    Some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(lines: &[&str], zone: &str) -> Hours {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        Hours::parse(Some(&lines), &["2026-01-01".into()], zone).unwrap()
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[rstest::rstest]
    #[case("2025-10-24T05:59:59Z", false)]
    #[case("2025-10-24T06:00:00Z", true)]
    #[case("2025-10-24T17:59:59Z", true)]
    #[case("2025-10-24T18:00:00Z", false)]
    #[case("2026-01-01T10:00:00Z", false)]
    fn opening_is_inside_and_closing_is_not(#[case] instant: &str, #[case] open: bool) {
        assert_eq!(hours(&["daily 09:00-21:00"], "Europe/Moscow").is_open(at(instant)), open);
    }

    #[test]
    fn a_span_past_midnight_belongs_to_the_day_on_which_it_began() {
        let bar = hours(&["Fri,Sat 18:00-02:00"], "UTC");
        assert!(bar.is_open(at("2025-10-25T01:59:00Z")), "Saturday night");
        assert!(bar.is_open(at("2025-10-26T01:59:00Z")), "Sunday morning");
        assert!(!bar.is_open(at("2025-10-27T01:59:00Z")), "Monday morning");
        assert_eq!(bar.opened_at(at("2025-10-26T01:00:00Z")), Some(at("2025-10-25T18:00:00Z")));
    }

    #[test]
    fn days_of_23_and_25_hours_have_their_length() {
        let shop = hours(&["Mon-Sun 24h"], "Europe/Berlin");
        let length = |since: &str, until: &str| {
            let spans = shop.open_within(at(since), at(until));
            assert_eq!(spans.len(), 1);
            (spans[0].1.as_second() - spans[0].0.as_second()) / 3600
        };
        assert_eq!(length("2025-03-29T23:00:00Z", "2025-03-30T22:00:00Z"), 23);
        assert_eq!(length("2025-10-25T22:00:00Z", "2025-10-26T23:00:00Z"), 25);
        let till = hours(&["daily 09:00-21:00"], "Europe/Berlin");
        assert!(
            till.is_open(at("2025-03-30T07:00:00Z")) && !till.is_open(at("2025-03-29T07:00:00Z")),
            "DST moved the opening"
        );
    }

    const OFFICE: &[&str] = &["Mon-Fri 13:00-18:00", "Mon-Fri 09:00-12:00"];

    #[rstest::rstest]
    #[case::open("2025-10-24T08:00:00Z", Some("2025-10-24T08:00:00Z"))]
    #[case::at_noon("2025-10-24T10:00:00Z", Some("2025-10-24T11:00:00Z"))]
    #[case::before_the_weekend_clocks_move("2025-10-24T16:00:00Z", Some("2025-10-27T08:00:00Z"))]
    #[case::closed_for_a_day("2025-12-31T17:00:00Z", Some("2026-01-02T08:00:00Z"))]
    fn what_is_closed_opens_next(#[case] instant: &str, #[case] next: Option<&str>) {
        assert_eq!(hours(OFFICE, "Europe/Berlin").next_open(at(instant)), next.map(at));
    }

    #[rstest::rstest]
    #[case::within_the_hours("2025-10-23T07:00:00Z", "1h", "2025-10-23T08:00:00Z")]
    #[case::over_noon("2025-10-23T09:00:00Z", "2h", "2025-10-23T12:00:00Z")]
    #[case::up_to_the_closing("2025-10-23T15:00:00Z", "1h", "2025-10-23T16:00:00Z")]
    #[case::over_the_weekend_clocks_move("2025-10-24T15:00:00Z", "2h", "2025-10-27T09:00:00Z")]
    #[case::days("2025-10-23T07:00:00Z", "16h", "2025-10-24T16:00:00Z")]
    #[case::no_length("2025-10-25T07:00:00Z", "0", "2025-10-27T08:00:00Z")]
    fn only_open_time_counts(#[case] since: &str, #[case] length: &str, #[case] until: &str) {
        let office = hours(OFFICE, "Europe/Berlin");
        assert_eq!(office.add_open(at(since), length.parse().unwrap()), Some(at(until)));
    }

    #[rstest::rstest]
    #[case::from_the_night("2025-10-22T22:30:00Z", "2025-10-24T07:00:00Z")]
    #[case::over_the_weekend_clocks_move("2025-10-24T08:00:00Z", "2025-10-27T08:00:00Z")]
    #[case::closed_for_a_day("2025-12-31T10:00:00Z", "2026-01-02T08:00:00Z")]
    fn the_next_day_is_the_next_on_which_it_opens(#[case] instant: &str, #[case] next: &str) {
        assert_eq!(hours(OFFICE, "Europe/Berlin").next_day(at(instant)), Some(at(next)));
    }

    #[test]
    fn what_never_closes_is_open_now_and_counts_every_hour_but_closed_dates() {
        let shop = Hours::parse(None, &["2026-01-01".into()], "Europe/Moscow").unwrap();
        let eve = at("2025-12-31T20:00:00Z");
        assert_eq!(shop.next_open(eve), Some(eve));
        assert_eq!(shop.add_open(eve, "2h".parse().unwrap()), Some(at("2026-01-01T22:00:00Z")));
        assert_eq!(shop.next_day(eve), Some(at("2026-01-01T21:00:00Z")));
        assert_eq!(shop.next_open(at("2026-01-01T12:00:00Z")), Some(at("2026-01-01T21:00:00Z")));
    }

    #[test]
    fn what_never_opens_is_never_waited_for() {
        let never = Hours::parse(Some(&[]), &[], "UTC").unwrap();
        let now = at("2025-10-24T08:00:00Z");
        assert_eq!((never.next_open(now), never.next_day(now)), (None, None));
        assert_eq!(never.add_open(now, Duration::ZERO), None);
    }

    #[test]
    fn a_span_that_clocks_skip_does_not_open() {
        let night = hours(&["daily 02:00-03:00"], "Europe/Berlin");
        assert_eq!(night.next_open(at("2025-03-29T20:00:00Z")), Some(at("2025-03-31T00:00:00Z")));
    }

    #[rstest::rstest]
    #[case("Mon-Fri")]
    #[case("Mon-Fry 09:00-21:00")]
    #[case("Mon 9-21")]
    #[case("Mon 09:00-25:00")]
    fn nonsense_is_refused(#[case] line: &str) {
        assert_eq!(span(line).unwrap_err(), HoursError::Hours(line.to_owned()));
    }
}
