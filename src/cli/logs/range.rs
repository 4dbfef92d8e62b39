//! Which stored lines a command line means.

use std::str::FromStr;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::app::{App, Failure};
use crate::config::Config;
use crate::logs::stored::{Filter, Level};
use crate::time::{Duration, Moment, MomentError};

#[derive(Debug, clap::Args)]
pub(super) struct Range {
    /// From this time on: RFC 3339, local time in the project's zone, or so long ago (2h).
    #[arg(long, value_name = "TIME")]
    since: Option<Point>,

    /// Up to this time, which is not included.
    #[arg(long, value_name = "TIME")]
    until: Option<Point>,

    /// Only lines of this level and above. A line without one counts as info.
    #[arg(long, value_enum)]
    level: Option<Level>,

    /// Only lines of this store.
    #[arg(long, value_name = "ID")]
    store: Option<String>,

    /// Only lines of this event.
    #[arg(long, value_name = "NAME")]
    event: Option<String>,
}

impl Range {
    pub(super) fn filter(self, app: &App, zone: &TimeZone) -> Result<Filter, Failure> {
        let at = |point: Option<Point>| point.map(|point| point.at(app.now(), zone)).transpose();
        let Self { since, until, level, store, event } = self;
        Ok(Filter { since: at(since)?, until: at(until)?, level, store, event })
    }
}

/// The project's time zone.
pub(super) fn zone(config: &Config) -> Result<TimeZone, Failure> {
    let name = &config.project.time_zone;
    crate::time::zone(name).ok_or_else(|| Failure::usage(format!("[project] time_zone: there is no {name}")))
}

/// A time, or how long ago it was.
#[derive(Clone, Copy, Debug)]
enum Point {
    Moment(Moment),
    Ago(Duration),
}

impl FromStr for Point {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, MomentError> {
        text.parse().map(Self::Ago).or_else(|_| text.parse().map(Self::Moment))
    }
}

impl Point {
    fn at(self, now: Timestamp, zone: &TimeZone) -> Result<Timestamp, Failure> {
        let at = match self {
            Self::Ago(ago) => now.checked_sub(ago.signed()).ok(),
            Self::Moment(moment) => moment.at(zone),
        };
        at.ok_or_else(|| Failure::usage("that time is outside the calendar"))
    }
}
