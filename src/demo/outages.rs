//! When the backend was down in the past: what MTBF, MTTR and the list of earlier incidents come from.

use super::calendar::{DAYS, Day, moscow};

/// One stretch without a backend.
pub(super) struct Outage {
    /// Counted from 1, oldest first.
    pub number: i64,
    /// Days before today.
    pub days_ago: u32,
    /// Seconds of the UTC day; half-open.
    pub since: u32,
    pub until: u32,
    /// Whether connections were refused, or taken and never answered.
    pub refused: bool,
}

pub(super) const OUTAGES: [Outage; 7] = [
    outage(1, 93, moscow(11, 40), 22, false),
    outage(2, 71, moscow(16, 5), 8, true),
    outage(3, 52, moscow(13, 30), 17, false),
    outage(4, 34, moscow(20, 10), 11, true),
    outage(5, 19, moscow(12, 55), 14, false),
    outage(6, 6, moscow(19, 31), 9, true),
    outage(7, 4, moscow(14, 7), 12, false),
];

const fn outage(number: i64, days_ago: u32, since: u32, minutes: u32, refused: bool) -> Outage {
    Outage { number, days_ago, since, until: since + minutes * 60, refused }
}

impl Outage {
    pub(super) fn covers(&self, second: u32) -> bool {
        (self.since..self.until).contains(&second)
    }

    /// Whether a second lies within half an hour of it.
    pub(super) fn is_near(&self, second: u32) -> bool {
        (self.since - 1800..self.until + 1800).contains(&second)
    }
}

/// The outages of a day.
pub(super) fn on(day: &Day) -> impl Iterator<Item = &'static Outage> {
    let days_ago = DAYS - 1 - day.index;
    OUTAGES.iter().filter(move |outage| outage.days_ago == days_ago)
}
