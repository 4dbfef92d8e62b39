//! A review as its template sees it, and its id.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::budget::Spent;
use super::course::Course;
use super::impact::Impact;
use super::similar::Similar;
use super::timeline::Entry;

/// What evidence says; the template leaves the rest to its author.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Review {
    /// The first line, by which `refresh` knows what it is about.
    pub front: String,
    pub project: String,
    /// `INC-YYYY-MM-DD-NNN`.
    pub id: String,
    /// The day on which it began, in the project's time zone.
    pub date: String,
    /// The most severe alert's; empty if no alert fired.
    pub severity: String,
    pub began: String,
    /// Empty while it goes on.
    pub ended: String,
    pub duration: String,
    /// Stores, targets and sources that the alerts name.
    pub services: Vec<String>,
    /// The summaries of the alerts.
    pub summaries: Vec<String>,
    pub timeline: Vec<Entry>,
    /// From when on the impact is counted, where that is before it began.
    pub counted: String,
    pub impact: Impact,
    pub budget: Vec<Spent>,
    pub courses: Vec<Course>,
    pub similar: Vec<Similar>,
    /// 48 hours after the end.
    pub due: String,
    pub time_zone: String,
}

/// The next free id of a day: one more than the highest of those in use.
pub(super) fn review_id<'a>(day: Date, used: impl IntoIterator<Item = &'a str>) -> String {
    let prefix = format!("INC-{day}-");
    let numbers: BTreeSet<u32> = used
        .into_iter()
        .filter_map(|id| id.strip_prefix(&prefix)?.split(['.', '-']).next()?.parse().ok())
        .collect();
    format!("{prefix}{:03}", numbers.last().map_or(1, |last| last + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_count_within_their_day() {
        let day: Date = "2025-10-24".parse().unwrap();
        assert_eq!(review_id(day, []), "INC-2025-10-24-001");
        assert_eq!(review_id(day, ["INC-2025-10-23-007.md", "INC-2025-10-24-002.md"]), "INC-2025-10-24-003");
    }
}
