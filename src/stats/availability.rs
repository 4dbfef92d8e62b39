//! Uptime, coverage, MTBF and MTTR, all from one line of intervals, so that they agree with each other.
//!
//! expected = window − closed − maintenance; observed = up + down; coverage = observed / expected;
//! uptime = up / observed; MTBF = up / failures; MTTR = down / failures. So uptime = MTBF / (MTBF + MTTR), as in
//! <https://en.wikipedia.org/wiki/Availability>: MTBF is the mean time *up* between failures, without the repairs.

use std::ops::Add as _;

use super::{Interval, Span, State};

/// How long each state held, in seconds, and how often it failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Availability {
    pub up: f64,
    pub down: f64,
    pub unknown: f64,
    pub maintenance: f64,
    pub closed: f64,
    pub failures: u32,
}

impl Availability {
    /// Of a line as [`super::timeline`] makes it: in order and without overlaps.
    pub(crate) fn of(line: &[Interval]) -> Self {
        let length = |state: State| -> f64 {
            let of_state = line.iter().filter(|interval| interval.state == state);
            // A sum of nothing would be -0.
            of_state.map(|interval| interval.span.seconds()).fold(0.0, f64::add)
        };
        Self {
            up: length(State::Up),
            down: length(State::Down),
            unknown: length(State::Unknown),
            maintenance: length(State::Maintenance),
            closed: length(State::Closed),
            failures: u32::try_from(outages(line).len()).unwrap_or(u32::MAX),
        }
    }

    fn observed(&self) -> Option<f64> {
        Some(self.up + self.down).filter(|seconds| *seconds > 0.0)
    }

    /// Percent of the observed time; `None` where nothing was observed.
    pub(crate) fn uptime(&self) -> Option<f64> {
        Some(100.0 * self.up / self.observed()?)
    }

    /// Percent of the expected time that was observed; `None` where nothing was expected.
    pub(crate) fn coverage(&self) -> Option<f64> {
        let expected = self.up + self.down + self.unknown;
        (expected > 0.0).then(|| 100.0 * (self.up + self.down) / expected)
    }

    /// Seconds of downtime; `None` where nothing was observed.
    pub(crate) fn downtime(&self) -> Option<f64> {
        self.observed().map(|_| self.down)
    }

    /// How often it failed; `None` where nothing was observed.
    pub(crate) fn failures(&self) -> Option<u32> {
        self.observed().map(|_| self.failures)
    }

    /// Mean seconds up between failures; `None` without a failure.
    pub(crate) fn mtbf(&self) -> Option<f64> {
        (self.failures > 0).then(|| self.up / f64::from(self.failures))
    }

    /// Mean seconds from failure to repair; `None` without a failure.
    pub(crate) fn mttr(&self) -> Option<f64> {
        (self.failures > 0).then(|| self.down / f64::from(self.failures))
    }
}

/// Every failure, from its first instant down to its last. Only time up parts two of them: what is down on both sides
/// of a gap in the checks, of planned work or of closing failed once.
pub(crate) fn outages(line: &[Interval]) -> Vec<Span> {
    let (mut all, mut goes_on) = (Vec::<Span>::new(), false);
    for interval in line {
        match (interval.state, all.last_mut()) {
            (State::Down, Some(last)) if goes_on => last.until = interval.span.until,
            (State::Down, _) => all.push(interval.span),
            _ => {}
        }
        goes_on = interval.state == State::Down || goes_on && interval.state != State::Up;
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::timeline;

    const MINUTE: i64 = 60_000;
    const HOUR: i64 = 60 * MINUTE;

    /// A window of so many hours that is up but for what is said, in minutes.
    fn figures(hours: i64, exceptions: &[(i64, i64, State)]) -> Availability {
        let window = Span { since: 0, until: hours * HOUR };
        let but = exceptions.iter().map(|&(since, until, state)| Interval {
            span: Span { since: since * MINUTE, until: until * MINUTE },
            state,
        });
        let all: Vec<_> = [Interval { span: window, state: State::Up }].into_iter().chain(but).collect();
        Availability::of(&timeline(window, &all))
    }

    #[test]
    fn twenty_one_minutes_in_a_week_are_99_79_percent() {
        let week = figures(7 * 24, &[(600, 621, State::Down)]);
        assert_eq!(format!("{:.2}", week.uptime().unwrap()), "99.79");
        assert_eq!((week.downtime(), week.failures()), (Some(1260.0), Some(1)));
    }

    /// <https://www.atlassian.com/incident-management/kpis/common-metrics>: 24 hours with two hours of downtime in two
    /// incidents have an MTBF of 11 hours; 30 minutes of downtime in two have an MTTR of 15 minutes.
    #[test]
    fn mtbf_and_mttr_are_those_of_published_examples() {
        let two_hours = figures(24, &[(60, 90, State::Down), (600, 690, State::Down)]);
        assert_eq!(two_hours.mtbf(), Some(11.0 * 3600.0));
        let half_an_hour = figures(24, &[(60, 70, State::Down), (600, 620, State::Down)]);
        assert_eq!(half_an_hour.mttr(), Some(15.0 * 60.0));
    }

    /// <https://sre.google/sre-book/availability-table/>: 99.9 % allow 43.2 minutes in 30 days and 10.1 in a week.
    #[test]
    fn three_nines_allow_43_minutes_in_a_month() {
        assert!(figures(30 * 24, &[(0, 43, State::Down)]).uptime().unwrap() > 99.9);
        assert!(figures(30 * 24, &[(0, 44, State::Down)]).uptime().unwrap() < 99.9);
    }

    #[test]
    fn closed_hours_and_planned_work_are_no_part_of_any_ratio() {
        // A ten-hour day: closed for four, planned work for one of the two hours down, an hour without checks.
        let line = [(0, 240, State::Closed), (300, 420, State::Down), (300, 360, State::Maintenance)];
        let day = figures(10, &line);
        assert_eq!((day.down, day.maintenance, day.closed), (3600.0, 3600.0, 4.0 * 3600.0));
        assert_eq!(day.uptime(), Some(80.0));
        assert_eq!(day.coverage(), Some(100.0));
    }

    #[test]
    fn from_no_data_there_is_no_number() {
        let window = Span { since: 0, until: HOUR };
        let unseen = Availability::of(&timeline(window, &[]));
        assert_eq!((unseen.uptime(), unseen.coverage()), (None, Some(0.0)));
        assert_eq!(
            (unseen.downtime(), unseen.failures(), unseen.mtbf(), unseen.mttr()),
            (None, None, None, None)
        );
        let closed = figures(1, &[(0, 60, State::Closed)]);
        assert_eq!((closed.uptime(), closed.coverage()), (None, None));
        for nothing in [unseen.down, unseen.maintenance, unseen.closed] {
            assert!(nothing.is_sign_positive(), "{nothing}");
        }
    }

    #[test]
    fn down_on_both_sides_of_what_is_not_up_is_one_failure() {
        for between in [State::Maintenance, State::Closed] {
            let one = figures(1, &[(10, 30, State::Down), (15, 20, between)]);
            assert_eq!((one.failures(), one.down), (Some(1), 900.0), "{between:?}");
        }
        assert_eq!(figures(1, &[(10, 15, State::Down), (20, 30, State::Down)]).failures(), Some(2));
    }

    proptest! {
        #[test]
        fn uptime_is_what_mtbf_and_mttr_say_and_the_states_fill_the_window(
            seen in proptest::collection::vec((0_i64..500, 1_i64..200, 0_usize..4), 0..30),
        ) {
            let states = [State::Up, State::Down, State::Maintenance, State::Closed];
            let seen: Vec<_> = seen.into_iter().map(|(since, length, state)| Interval {
                span: Span { since, until: since + length },
                state: states[state],
            }).collect();
            let window = Span { since: 50, until: 450 };
            let figures = Availability::of(&timeline(window, &seen));
            let all = figures.up + figures.down + figures.unknown + figures.maintenance + figures.closed;
            prop_assert!((all - window.seconds()).abs() < 1e-9);
            prop_assert_eq!(figures.down > 0.0, figures.failures > 0);
            if let (Some(mtbf), Some(mttr)) = (figures.mtbf(), figures.mttr()) {
                prop_assert!((figures.uptime().unwrap() - 100.0 * mtbf / (mtbf + mttr)).abs() < 1e-9);
            }
        }
    }
}
