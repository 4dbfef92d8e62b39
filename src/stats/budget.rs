//! Error budgets: how much may fail, and how fast it is being spent.
//!
//! <https://sre.google/workbook/alerting-on-slos/>. When somebody must know is said by rules: the tests hold those that
//! are shipped to that chapter's thresholds.

/// What an objective allows to fail.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct ErrorBudget {
    /// The share that may fail, in percent: 0.1 for an objective of 99.9 %.
    pub allowed: f64,
}

impl ErrorBudget {
    /// Of an objective in percent; `None` unless it allows some failure, and not all.
    pub(crate) fn of(objective: f64) -> Option<Self> {
        let allowed = 100.0 - objective;
        (allowed > 0.0 && allowed < 100.0).then_some(Self { allowed })
    }

    /// How many times faster than allowed it is spent, from the percentage that was good; 1 lasts just as long as the
    /// objective's period.
    pub(crate) fn burn_rate(self, good: Option<f64>) -> Option<f64> {
        Some((100.0 - good?) / self.allowed)
    }

    /// Percent of the budget of a period that remains, below 0 once it is overdrawn; `good` is of all of the period.
    pub(crate) fn left(self, good: Option<f64>) -> Option<f64> {
        Some(100.0 - 100.0 * self.burn_rate(good)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, expected: f64) {
        assert!(found.is_some_and(|found| (found - expected).abs() < 1e-6), "{found:?} is not {expected}");
    }

    /// Table 5-4 of the workbook: at 99.9 % over 30 days, 0.1 % of errors burn at 1 and all of them at 1,000.
    #[rstest::rstest]
    #[case(99.9, 1.0)]
    #[case(99.8, 2.0)]
    #[case(99.0, 10.0)]
    #[case(0.0, 1000.0)]
    #[case(100.0, 0.0)]
    fn a_burn_rate_is_errors_over_what_is_allowed(#[case] good: f64, #[case] rate: f64) {
        near(ErrorBudget::of(99.9).unwrap().burn_rate(Some(good)), rate);
    }

    /// Table 5-8 of the workbook, with the pair of a day from its rules: 2, 5, 10 and 10 % of 30 days' budget are spent when
    /// the long window burns at the threshold, and the short window is a twelfth of the long one.
    #[rstest::rstest]
    #[case("14.4", ("1h", 60), ("5m", 5), 2.0)]
    #[case("6", ("6h", 360), ("30m", 30), 5.0)]
    #[case("3", ("1d", 1440), ("2h", 120), 10.0)]
    #[case("1", ("3d", 4320), ("6h", 360), 10.0)]
    fn the_shipped_rules_have_the_thresholds_of_the_workbook(
        #[case] threshold: &str,
        #[case] (long, minutes): (&str, i32),
        #[case] (short, twelfth): (&str, i32),
        #[case] spent: f64,
    ) {
        let condition = format!("MIN(burn_{long}, burn_{short}) > {threshold}");
        let mut rules = include_str!("../../rules/cashier.yaml").lines();
        assert!(
            rules.any(|line| line.split(" OR ").any(|side| side.trim_end().ends_with(&condition))),
            "{condition}"
        );
        let share = f64::from(minutes) / (30.0 * 24.0 * 60.0);
        near(Some(100.0 * threshold.parse::<f64>().unwrap() * share), spent);
        assert_eq!(minutes, 12 * twelfth);
    }

    #[test]
    fn what_remains_is_overdrawn_below_the_objective_and_unknown_without_data() {
        let budget = ErrorBudget::of(99.9).unwrap();
        near(budget.left(Some(100.0)), 100.0);
        near(budget.left(Some(99.95)), 50.0);
        near(budget.left(Some(99.79)), -110.0);
        assert_eq!((budget.left(None), budget.burn_rate(None)), (None, None));
        assert_eq!((ErrorBudget::of(100.0), ErrorBudget::of(0.0)), (None, None));
    }
}
