//! Counts lines.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Filter;
use super::statements::count;
use crate::db::{DbError, Row, Session};

/// What lines are counted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum By {
    #[default]
    Level,
    Store,
    Event,
    Hour,
    Day,
}

/// The lines of one level, store, event, hour or day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// `None` for lines that do not say; hours and days are local.
    pub key: Option<String>,
    pub lines: i64,
    /// Lines without a time of their own: they stand where they were received.
    pub untimed: i64,
    pub first: Timestamp,
    pub last: Timestamp,
}

/// Counts what passes the filter: the most lines first, hours and days in their order.
pub(crate) fn stats(
    session: &mut dyn Session,
    filter: &Filter,
    by: By,
    zone: &TimeZone,
) -> Result<Vec<Group>, DbError> {
    let groups = session.collect(count(by), &filter.values(), read)?;
    Ok(match by {
        By::Hour => joined(groups, zone, "%Y-%m-%d %H:00"),
        By::Day => joined(groups, zone, "%Y-%m-%d"),
        By::Level | By::Store | By::Event => most_first(groups),
    })
}

fn read(row: &dyn Row) -> Result<Group, DbError> {
    let time = |column| Ok::<_, DbError>(row.time(column)?.unwrap_or_default());
    Ok(Group {
        key: row.get(0)?.as_str().map(str::to_owned),
        lines: row.int(1)?,
        untimed: row.int(2)?,
        first: time(3)?,
        last: time(4)?,
    })
}

fn most_first(mut groups: Vec<Group>) -> Vec<Group> {
    groups.sort_by(|one, other| other.lines.cmp(&one.lines).then_with(|| one.key.cmp(&other.key)));
    groups
}

/// Minutes put together into what a clock of the zone writes so.
fn joined(minutes: Vec<Group>, zone: &TimeZone, format: &str) -> Vec<Group> {
    let mut joined: BTreeMap<(String, String), Group> = BTreeMap::new();
    for minute in minutes {
        let local = minute.first.to_zoned(zone.clone());
        // The hour that comes twice when clocks go back is two hours.
        let place = (
            local.strftime(format).to_string(),
            if format.contains("%H") { local.offset().to_string() } else { String::new() },
        );
        let key = Some(place.0.clone());
        let group =
            joined.entry(place).or_insert_with(|| Group { key, lines: 0, untimed: 0, ..minute.clone() });
        group.lines += minute.lines;
        group.untimed += minute.untimed;
        group.first = group.first.min(minute.first);
        group.last = group.last.max(minute.last);
    }
    let mut groups: Vec<Group> = joined.into_values().collect();
    groups.sort_by_key(|group| group.first);
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(at: &str, lines: i64) -> Group {
        let at: Timestamp = at.parse().unwrap();
        Group { key: None, lines, untimed: 0, first: at, last: at }
    }

    #[test]
    fn hours_and_days_are_those_of_the_zone() {
        let zone = crate::time::zone("Asia/Kolkata").unwrap();
        let minutes = vec![minute("2025-10-24T18:29:00Z", 1), minute("2025-10-24T18:30:00Z", 2)];
        let of = |format| {
            let groups = joined(minutes.clone(), &zone, format);
            groups.into_iter().map(|group| (group.key.unwrap(), group.lines)).collect::<Vec<_>>()
        };
        assert_eq!(of("%Y-%m-%d %H:00"), [("2025-10-24 23:00".into(), 1), ("2025-10-25 00:00".into(), 2)]);
        assert_eq!(of("%Y-%m-%d"), [("2025-10-24".into(), 1), ("2025-10-25".into(), 2)]);
    }

    #[test]
    fn the_hour_that_comes_twice_is_two_hours() {
        let zone = crate::time::zone("Europe/Berlin").unwrap();
        let minutes = vec![minute("2026-10-25T00:30:00Z", 1), minute("2026-10-25T01:30:00Z", 2)];
        assert_eq!(joined(minutes.clone(), &zone, "%Y-%m-%d %H:00").len(), 2);
        assert_eq!(joined(minutes, &zone, "%Y-%m-%d").len(), 1);
    }
}
