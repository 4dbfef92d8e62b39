//! Uptime, downtime, MTBF, MTTR, MTTD and MTTA of one target, all from one line of intervals, so that they agree with each
//! other. What each figure means is said in `crate::stats`.

use jiff::Timestamp;
use serde::Serialize;

use crate::query::Window;
use crate::stats::{
    Availability, ErrorBudget, Interval, Span, State, Told, acknowledged_after, detected_after, outages,
    timeline,
};

/// A gap longer than so many typical ones is time of which nothing is known.
const LONGEST_GAP: f64 = 2.5;

/// One check: when, and whether it was well.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Check {
    pub at_ms: i64,
    pub up: bool,
}

/// What is known of one target.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    /// In order of time; some from before the window tell how it began.
    pub checks: Vec<Check>,
    /// When it need not have answered: planned work and closed hours.
    pub apart: Vec<Interval>,
    /// The incidents about it that opened within the window.
    pub incidents: Vec<Told>,
    /// What its uptime should be, in percent.
    pub objective: Option<f64>,
}

/// The figures; `None` is a ratio over nothing. Percentages and seconds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Reliability {
    pub uptime: Option<f64>,
    pub coverage: Option<f64>,
    pub downtime: Option<f64>,
    pub failures: Option<u32>,
    pub mtbf: Option<f64>,
    pub mttr: Option<f64>,
    pub mttd: Option<f64>,
    pub mtta: Option<f64>,
    /// Percent of the window's error budget that is left; below 0 it is overdrawn.
    pub budget_left: Option<f64>,
    /// Seconds that are no part of any ratio.
    pub maintenance: f64,
    pub closed: f64,
}

impl Reliability {
    /// The columns of a row about a target.
    pub(super) fn names() -> Vec<String> {
        let none = reliability(&Evidence::default(), Window { since: Timestamp::MIN, until: Timestamp::MIN });
        let figures = serde_json::to_value(none).unwrap_or_default();
        let names = figures.as_object().into_iter().flat_map(|figures| figures.keys().cloned());
        std::iter::once("target".to_owned()).chain(names).collect()
    }
}

/// The figures of a window.
pub(crate) fn reliability(evidence: &Evidence, window: Window) -> Reliability {
    let window = Span { since: window.since.as_millisecond(), until: window.until.as_millisecond() };
    let seen: Vec<Interval> = intervals(&evidence.checks).into_iter().chain(evidence.apart.clone()).collect();
    let figures = Availability::of(&timeline(window, &seen));
    // A failure is detected since its first failed check, be it from before the window.
    let first = evidence.checks.first().map_or(window.since, |check| check.at_ms);
    let outages = outages(&timeline(Span { since: first.min(window.since), ..window }, &seen));
    let budget = evidence.objective.and_then(ErrorBudget::of);
    Reliability {
        uptime: figures.uptime(),
        coverage: figures.coverage(),
        downtime: figures.downtime(),
        failures: figures.failures(),
        mtbf: figures.mtbf(),
        mttr: figures.mttr(),
        mttd: detected_after(&outages, &evidence.incidents),
        mtta: acknowledged_after(&evidence.incidents),
        budget_left: budget.and_then(|budget| budget.left(figures.uptime())),
        maintenance: figures.maintenance,
        closed: figures.closed,
    }
}

/// What each check says holds until the next one; but for no longer than a typical gap where the next one is late.
fn intervals(checks: &[Check]) -> Vec<Interval> {
    let Some(typical) = typical_gap(checks) else { return Vec::new() };
    let nexts = checks.iter().skip(1).map(|check| check.at_ms).chain([i64::MAX]);
    let interval = |(check, next): (&Check, i64)| {
        let since = check.at_ms;
        let held = if is_gap(next.saturating_sub(since), typical) { typical } else { next - since };
        let state = if check.up { State::Up } else { State::Down };
        Interval { span: Span { since, until: since.saturating_add(held) }, state }
    };
    checks.iter().zip(nexts).map(interval).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a gap is far below 2^53 ms, or open-ended")]
fn is_gap(gap: i64, typical: i64) -> bool {
    gap as f64 > LONGEST_GAP * typical as f64
}

/// The median time between two checks.
fn typical_gap(checks: &[Check]) -> Option<i64> {
    let mut gaps: Vec<i64> =
        checks.windows(2).map(|pair| pair[1].at_ms - pair[0].at_ms).filter(|gap| *gap > 0).collect();
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A window of so many minutes, and checks `(second, up)`.
    fn figures(minutes: i64, checks: &[(i64, bool)]) -> Reliability {
        reliability(&evidence(checks), window(minutes))
    }

    fn at(second: i64) -> jiff::Timestamp {
        jiff::Timestamp::from_second(1_761_264_000 + second).unwrap()
    }

    fn window(minutes: i64) -> Window {
        Window { since: at(0), until: at(60 * minutes) }
    }

    fn evidence(checks: &[(i64, bool)]) -> Evidence {
        let check = |&(second, up): &(i64, bool)| Check { at_ms: at(second).as_millisecond(), up };
        Evidence { checks: checks.iter().map(check).collect(), ..Evidence::default() }
    }

    /// A check every 30 seconds for ten minutes; those of the given numbers failed.
    fn ten_minutes(failed: &[i64]) -> Evidence {
        evidence(&(0..20).map(|n| (30 * n, !failed.contains(&n))).collect::<Vec<_>>())
    }

    #[test]
    fn two_failures_in_ten_minutes() {
        let checks: Vec<(i64, bool)> = (0..20).map(|n| (30 * n, ![4, 5, 10].contains(&n))).collect();
        let figures = figures(10, &checks);
        assert_eq!(figures.downtime, Some(90.0));
        assert_eq!(figures.uptime, Some(85.0));
        assert_eq!((figures.mtbf, figures.mttr), (Some(255.0), Some(45.0)));
        assert!((figures.coverage.unwrap() - 100.0).abs() < 1e-9);
    }

    #[test]
    fn a_long_gap_is_unknown_and_not_up() {
        let figures = figures(10, &[(0, true), (30, true), (60, true), (570, false)]);
        assert_eq!(figures.uptime, Some(75.0));
        assert!((figures.coverage.unwrap() - 20.0).abs() < 1e-9, "{figures:?}");
    }

    #[test]
    fn down_on_both_sides_of_a_gap_is_one_failure() {
        let figures = figures(10, &[(0, true), (30, false), (60, false), (540, false), (570, true)]);
        assert_eq!(figures.failures, Some(1));
    }

    #[test]
    fn over_nothing_there_is_no_data() {
        let Reliability { uptime, coverage, downtime, failures, mtbf, mttr, .. } = figures(10, &[]);
        assert_eq!(
            (uptime, coverage, downtime, failures, mtbf, mttr),
            (None, Some(0.0), None, None, None, None)
        );
    }

    #[test]
    fn without_a_failure_there_is_no_time_between_failures() {
        let figures = figures(1, &[(0, true), (30, true)]);
        assert_eq!((figures.uptime, figures.mtbf, figures.mttr), (Some(100.0), None, None));
    }

    #[test]
    fn checks_from_before_the_window_tell_how_it_began() {
        let figures = figures(1, &[(-40, true), (-10, false), (20, true), (50, true)]);
        assert_eq!(figures.downtime, Some(20.0));
    }

    #[test]
    fn planned_work_and_closed_hours_are_no_part_of_any_ratio() {
        let failed: Vec<i64> = (4..8).collect();
        let mut evidence = ten_minutes(&failed);
        let part = |since: i64, until: i64, state: State| Interval {
            span: Span { since: at(since).as_millisecond(), until: at(until).as_millisecond() },
            state,
        };
        evidence.apart = vec![part(120, 180, State::Maintenance), part(480, 600, State::Closed)];
        let found = reliability(&evidence, window(10));
        assert_eq!((found.maintenance, found.closed, found.downtime), (60.0, 120.0, Some(60.0)));
        assert_eq!(
            found.uptime.map(|uptime| (1000.0 * uptime).round()),
            Some(85_714.0),
            "six of seven minutes"
        );
    }

    #[test]
    fn a_failure_is_detected_since_its_first_failed_check_be_it_before_the_window() {
        let mut evidence =
            evidence(&[(-60, true), (-30, false), (0, false), (30, false), (60, true), (90, true)]);
        let ms = |second| at(second).as_millisecond();
        evidence.incidents = vec![Told { opened: ms(45), acknowledged: Some(ms(165)) }];
        let found = reliability(&evidence, window(2));
        assert_eq!((found.mttd, found.mtta, found.downtime), (Some(75.0), Some(120.0), Some(60.0)));
    }

    #[test]
    fn the_budget_is_that_of_the_windows_own_length() {
        let mut evidence = ten_minutes(&[4]);
        evidence.objective = Some(90.0);
        assert_eq!(reliability(&evidence, window(10)).budget_left.map(f64::round), Some(50.0));
        evidence.objective = None;
        assert_eq!(reliability(&evidence, window(10)).budget_left, None);
    }

    proptest! {
        #[test]
        fn the_identities_hold(steps in proptest::collection::vec((1_i64..200, any::<bool>()), 2..200)) {
            let mut second = 0;
            let checks: Vec<(i64, bool)> =
                steps.iter().map(|&(step, up)| { second += step; (second - step, up) }).collect();
            let figures = figures(second / 60 + 1, &checks);
            let window = 60.0 * f64::from(i32::try_from(second / 60 + 1).unwrap());
            let coverage = figures.coverage.unwrap();
            let observed = coverage / 100.0 * window;
            let (uptime, downtime) = (figures.uptime.unwrap(), figures.downtime.unwrap());
            prop_assert!(coverage <= 100.0 + 1e-9);
            prop_assert!((uptime - 100.0 * (1.0 - downtime / observed)).abs() < 1e-6);
            let failures = f64::from(figures.failures.unwrap());
            if failures > 0.0 {
                prop_assert!((figures.mtbf.unwrap() * failures - (observed - downtime)).abs() < 1e-6);
                prop_assert!((figures.mttr.unwrap() * failures - downtime).abs() < 1e-6);
            } else {
                prop_assert!(downtime == 0.0 && figures.mttr.is_none());
            }
        }
    }
}
