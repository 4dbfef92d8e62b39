//! What an incident spent of the error budgets.

use serde::Serialize;

use super::impact::is_of_store;
use crate::query::{Catalogue, Runner, Target, Window};
use crate::render::Numerals;
use crate::stats::ErrorBudget;

/// The shares of what was good, whose targets are the objectives.
const QUERIES: [&str; 2] = ["backend_api_uptime_percentage", "transaction_success_rate_percentage"];

/// The period for which a budget is, in seconds: 30 days.
const PERIOD: f64 = 30.0 * 86_400.0;

/// What was spent of one budget.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Spent {
    pub query: String,
    /// Whose: `store_id=3`.
    pub labels: String,
    pub objective: f64,
    /// Percent that was good meanwhile.
    pub good: f64,
    pub burn_rate: f64,
    /// Percent of the budget of 30 days.
    pub share: f64,
    /// The same in words.
    pub text: String,
}

/// A burn rate b over a time t spends b · t / period of a budget (the SRE workbook, chapter 5).
pub(super) fn spent(
    catalogue: &Catalogue,
    runner: &Runner<'_>,
    window: Window,
    store: Option<(&str, &str)>,
    numerals: &Numerals,
) -> Vec<Spent> {
    let seconds = window.until.duration_since(window.since).as_secs_f64();
    let mut all = Vec::new();
    for name in QUERIES {
        let Ok(query) = catalogue.get(name) else { continue };
        let Some(objective) = query.front.target.as_ref().map(Target::number) else { continue };
        let Some(budget) = ErrorBudget::of(objective) else { continue };
        let Ok(result) = runner.run(query, window, &[]) else { continue };
        for series in result.series.iter().filter(|series| is_of_store(series, store)) {
            let (Some(good), Some(burn_rate)) = (series.value, budget.burn_rate(series.value)) else {
                continue;
            };
            let share = 100.0 * burn_rate * seconds / PERIOD;
            let labels = series.labels.iter().map(|(name, value)| format!("{name}={value}"));
            let text = format!(
                "{} good, objective {objective} %, {} of 30 days",
                numerals.percent(good, 2),
                numerals.percent(share, 2)
            );
            let (query, labels) = (name.to_owned(), labels.collect::<Vec<_>>().join(", "));
            all.push(Spent { query, labels, objective, good, burn_rate, share, text });
        }
    }
    all.retain(|one| one.share > 0.0);
    all
}
