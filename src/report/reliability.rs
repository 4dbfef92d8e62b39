//! Uptime, downtime, MTBF and MTTR of one target, all from one set of intervals, so that they agree with each other.
//!
//! uptime = 1 − downtime / observed; MTBF = time up / failures; MTTR = downtime / failures; coverage = observed / window.

use serde::Serialize;

use crate::query::Window;

/// A gap longer than so many typical ones is time of which nothing is known.
const LONGEST_GAP: f64 = 2.5;

/// One check: when, and whether it was well.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Check {
    pub at_ms: i64,
    pub up: bool,
}

/// The figures; `None` is a ratio over nothing. Percentages and seconds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Reliability {
    pub uptime: Option<f64>,
    pub coverage: f64,
    pub downtime: Option<f64>,
    pub failures: Option<u32>,
    pub mtbf: Option<f64>,
    pub mttr: Option<f64>,
}

/// One stretch between two checks in which a state held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Interval {
    since_ms: i64,
    until_ms: i64,
    up: bool,
}

/// The figures of a window from its checks in order of time; some from before it tell how it began.
#[expect(clippy::cast_precision_loss, reason = "milliseconds of weeks are far below 2^53")]
pub(crate) fn reliability(checks: &[Check], window: Window) -> Reliability {
    let intervals = intervals(checks, window);
    let length = |up: bool| -> f64 {
        let of_state = intervals.iter().filter(|interval| interval.up == up);
        of_state.map(|interval| (interval.until_ms - interval.since_ms) as f64 / 1000.0).sum()
    };
    let (up, down) = (length(true), length(false));
    let (observed, window_seconds) = (up + down, window.length_ms() as f64 / 1000.0);
    let failures = failures(&intervals);
    let seen = observed > 0.0;
    let per_failure = |seconds: f64| (seen && failures > 0).then(|| seconds / f64::from(failures));
    Reliability {
        uptime: seen.then(|| 100.0 * up / observed),
        coverage: if window_seconds > 0.0 { 100.0 * observed / window_seconds } else { 0.0 },
        downtime: seen.then_some(down),
        failures: seen.then_some(failures),
        mtbf: per_failure(up),
        mttr: per_failure(down),
    }
}

/// What each check says holds until the next one; but for no longer than a typical gap where the next one is late.
fn intervals(checks: &[Check], window: Window) -> Vec<Interval> {
    let Some(typical) = typical_gap(checks) else { return Vec::new() };
    let (since, until) = (window.since.as_millisecond(), window.until.as_millisecond());
    let nexts = checks.iter().skip(1).map(|check| check.at_ms).chain([i64::MAX]);
    checks
        .iter()
        .zip(nexts)
        .map(|(check, next)| {
            let held =
                if is_gap(next.saturating_sub(check.at_ms), typical) { typical } else { next - check.at_ms };
            Interval {
                since_ms: check.at_ms.max(since),
                until_ms: check.at_ms.saturating_add(held).min(until),
                up: check.up,
            }
        })
        .filter(|interval| interval.since_ms < interval.until_ms)
        .collect()
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

/// Down intervals in a row are one failure, even across unknown time: only an up interval between makes it two.
fn failures(intervals: &[Interval]) -> u32 {
    let mut was_up = true;
    let mut count = 0;
    for interval in intervals {
        count += u32::from(was_up && !interval.up);
        was_up = interval.up;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A window of so many minutes, and checks `(second, up)`.
    fn figures(minutes: i64, checks: &[(i64, bool)]) -> Reliability {
        let at = |second: i64| jiff::Timestamp::from_second(1_761_264_000 + second).unwrap();
        let checks: Vec<Check> =
            checks.iter().map(|&(second, up)| Check { at_ms: at(second).as_millisecond(), up }).collect();
        reliability(&checks, Window { since: at(0), until: at(60 * minutes) })
    }

    #[test]
    fn two_failures_in_ten_minutes() {
        let checks: Vec<(i64, bool)> = (0..20).map(|n| (30 * n, ![4, 5, 10].contains(&n))).collect();
        let figures = figures(10, &checks);
        assert_eq!(figures.downtime, Some(90.0));
        assert_eq!(figures.uptime, Some(85.0));
        assert_eq!((figures.mtbf, figures.mttr), (Some(255.0), Some(45.0)));
        assert!((figures.coverage - 100.0).abs() < 1e-9);
    }

    #[test]
    fn a_long_gap_is_unknown_and_not_up() {
        let figures = figures(10, &[(0, true), (30, true), (60, true), (570, false)]);
        assert_eq!(figures.uptime, Some(75.0));
        assert!((figures.coverage - 20.0).abs() < 1e-9, "{figures:?}");
    }

    #[test]
    fn down_on_both_sides_of_a_gap_is_one_failure() {
        let figures = figures(10, &[(0, true), (30, false), (60, false), (540, false), (570, true)]);
        assert_eq!(figures.failures, Some(1));
    }

    #[test]
    fn over_nothing_there_is_no_data() {
        let nothing = Reliability {
            uptime: None,
            coverage: 0.0,
            downtime: None,
            failures: None,
            mtbf: None,
            mttr: None,
        };
        assert_eq!(figures(10, &[]), nothing);
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

    proptest! {
        #[test]
        fn the_identities_hold(steps in proptest::collection::vec((1_i64..200, any::<bool>()), 2..200)) {
            let mut second = 0;
            let checks: Vec<(i64, bool)> =
                steps.iter().map(|&(step, up)| { second += step; (second - step, up) }).collect();
            let figures = figures(second / 60 + 1, &checks);
            let window = 60.0 * f64::from(i32::try_from(second / 60 + 1).unwrap());
            let observed = figures.coverage / 100.0 * window;
            let (uptime, downtime) = (figures.uptime.unwrap(), figures.downtime.unwrap());
            prop_assert!(figures.coverage <= 100.0 + 1e-9);
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
