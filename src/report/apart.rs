//! When a target need not have answered: planned work, and the hours for which nobody expects it.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::config::{Config, Maintenance};
use crate::inventory::Inventory;
use crate::label::Labels;
use crate::query::Window;
use crate::stats::{Interval, Span, State};
use crate::time::Moment;

/// The stretches of a window that are no part of a target's ratios.
///
/// Planned work counts if it names the target by the label `target`, or nothing at all: other labels are those of alerts.
pub(super) fn apart(
    config: &Config,
    inventory: &Inventory,
    zone: &TimeZone,
    target: &str,
    window: Window,
) -> Vec<Interval> {
    let labels: Labels = [("target", target)].into_iter().collect();
    let planned = config.maintenance.iter().filter(|work| work.matchers.matches(&labels));
    let planned = planned.flat_map(|work| spans(work, inventory, zone, window));
    let expected = config.targets.get(target).and_then(|target| target.during());
    let hours = expected.and_then(|calendar| inventory.calendar(calendar, None));
    let closed = hours.map(|hours| without(&hours.open_within(window.since, window.until), window));
    let as_state = |state: State| {
        move |(since, until): (Timestamp, Timestamp)| Interval {
            span: Span { since: since.as_millisecond(), until: until.as_millisecond() },
            state,
        }
    };
    let closed = closed.into_iter().flatten().map(as_state(State::Closed));
    planned.map(as_state(State::Maintenance)).chain(closed).collect()
}

/// When planned work was on.
fn spans(
    work: &Maintenance,
    inventory: &Inventory,
    zone: &TimeZone,
    window: Window,
) -> Vec<(Timestamp, Timestamp)> {
    let at = |moment: Option<Moment>| moment.and_then(|moment| moment.at(zone));
    let since = at(work.from).map_or(window.since, |from| from.max(window.since));
    let until = at(work.until).map_or(window.until, |until| until.min(window.until));
    match &work.during {
        _ if since >= until => Vec::new(),
        None => vec![(since, until)],
        Some(calendar) => {
            let hours = inventory.calendar(calendar, None);
            hours.map(|hours| hours.open_within(since, until)).unwrap_or_default()
        }
    }
}

/// What lies between open spans that are in order and do not overlap.
fn without(open: &[(Timestamp, Timestamp)], window: Window) -> Vec<(Timestamp, Timestamp)> {
    let begins = std::iter::once(window.since).chain(open.iter().map(|(_, closes)| *closes));
    let ends = open.iter().map(|(opens, _)| *opens).chain([window.until]);
    begins.zip(ends).filter(|(since, until)| since < until).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::parse;

    const CONFIG: &str = "version = 1\n[project]\ntime_zone = \"Europe/Moscow\"\n\
        [calendars.office]\nhours = [\"Mon-Fri 09:00-18:00\"]\nclosed = [\"2025-10-24\"]\n\
        [calendars.nights]\nhours = [\"daily 02:00-03:00\"]\n\
        [targets.api.http]\nurl = \"http://127.0.0.1:9/\"\n\
        [targets.erp.tcp]\naddress = \"127.0.0.1:9\"\nduring = \"office\"\n\
        [[maintenance]]\nname = \"once\"\nmatch = ['target=\"api\"']\nfrom = \"2025-10-23T12:00\"\nuntil = \"2025-10-23T13:00\"\n\
        [[maintenance]]\nname = \"nightly\"\nduring = \"nights\"\n\
        [[maintenance]]\nname = \"of alerts\"\nmatch = ['alertname=\"X\"']\nuntil = \"2030-01-01T00:00\"\n";

    /// What is apart of a target's 23rd and 24th of October in Moscow, in hours since then.
    fn apart_of(target: &str) -> Vec<(State, i64, i64)> {
        let config = parse(CONFIG, "tillwatch.toml".as_ref()).unwrap();
        let inventory = Inventory::new(&config).unwrap();
        let zone = TimeZone::get("Europe/Moscow").unwrap();
        let [since, until] = ["2025-10-22T21:00:00Z", "2025-10-24T21:00:00Z"].map(|at| at.parse().unwrap());
        let hour = |at: i64| (at - Timestamp::as_millisecond(since)) / 3_600_000;
        let found = apart(&config, &inventory, &zone, target, Window { since, until });
        found.iter().map(|part| (part.state, hour(part.span.since), hour(part.span.until))).collect()
    }

    #[test]
    fn planned_work_is_what_names_the_target_or_nothing() {
        let nights = [(State::Maintenance, 2, 3), (State::Maintenance, 26, 27)];
        assert_eq!(apart_of("api"), [&[(State::Maintenance, 12, 13)][..], &nights].concat());
    }

    #[test]
    fn outside_its_calendar_a_target_is_closed() {
        let closed: Vec<_> = apart_of("erp").into_iter().filter(|part| part.0 == State::Closed).collect();
        assert_eq!(closed, [(State::Closed, 0, 9), (State::Closed, 18, 48)]);
    }
}
