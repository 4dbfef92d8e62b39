//! What an incident cost, by the queries of the catalogue, each shown as it was asked.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::label::Labels;
use crate::query::{Catalogue, Query, QueryError, QueryResult, Runner, Series, Window};

const FAILED: &str = "failed_transactions_count";
const EXPECTED: &str = "expected_transactions_count";
const SOLD: &str = "transaction_volume_per_hour";
const AVERAGE: &str = "average_transaction_amount_rub";
/// What a purchase usually comes to is that of so long before.
const USUAL: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Numbers, or why there are none.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Impact {
    /// Failed transactions.
    pub transactions: f64,
    /// Customers who met a failure, each once.
    pub customers: f64,
    /// Those of them who did not succeed later in the window.
    pub customers_lost: f64,
    /// What those meant to buy, in the project's currency.
    pub amount_lost: f64,
    /// Transactions that were not even begun: what the baseline expects of each store less what was. `None` without a baseline.
    pub volume_lost: Option<f64>,
    pub volume_expected: Option<f64>,
    /// With those at the average amount of the week before: the most that may be lost.
    pub amount_lost_at_most: Option<f64>,
    pub currency: String,
    /// The query that says so.
    pub query: &'static str,
    /// Every query that was asked.
    pub queries: Vec<Asked>,
    /// Why there are no numbers; empty if there are.
    pub missing: String,
}

/// A query as it was asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Asked {
    pub name: String,
    pub help: String,
    /// The command that asks it again.
    pub command: String,
    pub sql: String,
}

/// What figures are read from.
pub(super) struct Meter<'a> {
    pub catalogue: &'a Catalogue,
    pub runner: &'a Runner<'a>,
    /// The inventory's label and the store that it is about; all where absent.
    pub store: Option<(&'a str, &'a str)>,
    pub now: Timestamp,
}

/// Whether a row is of a store, where one is wanted.
pub(super) fn is_of_store(series: &Series, store: Option<(&str, &str)>) -> bool {
    store.is_none_or(|(label, id)| series.labels.get(label).is_none_or(|found| found == id))
}

impl Meter<'_> {
    /// Sums the impact over a window.
    pub(super) fn impact(&self, window: Window, currency: &str) -> Impact {
        let mut impact = Impact { currency: currency.to_owned(), query: FAILED, ..Impact::default() };
        let failed = match self.ask(FAILED, window, &mut impact.queries) {
            Ok(result) => result,
            Err(error) => {
                impact.missing = error.to_string();
                return impact;
            }
        };
        let sum = |result: &QueryResult, column: &str| -> f64 {
            // From 0, for the sum of nothing is -0.
            self.rows(result).filter_map(|series| number(series, column)).fold(0.0, |sum, value| sum + value)
        };
        // A person who met failures in two stores is one customer: over all of them the query counts, not a sum.
        let people = |of_store: &str, of_all: &str| match self.store {
            Some(_) => sum(&failed, of_store),
            None => failed.series.first().and_then(|series| number(series, of_all)).unwrap_or_default(),
        };
        impact.transactions = sum(&failed, "value");
        impact.customers = people("customers", "customers_of_all");
        impact.customers_lost = people("customers_lost", "customers_lost_of_all");
        impact.amount_lost = sum(&failed, "amount_lost");
        self.volume(window, &mut impact);
        impact
    }

    /// What was not begun, if it is known what is usual.
    fn volume(&self, window: Window, impact: &mut Impact) {
        let mut asked = Vec::new();
        let Ok(expected) = self.ask(EXPECTED, window, &mut asked) else { return };
        let Ok(sold) = self.ask(SOLD, window, &mut asked) else { return };
        let Some((expected, lost)) = self.shortfall(&expected, &sold) else { return };
        (impact.volume_expected, impact.volume_lost) = (Some(expected), Some(lost));
        let before =
            Window { since: window.since.saturating_sub(USUAL).unwrap_or(window.since), until: window.since };
        if let Some(average) =
            self.ask(AVERAGE, before, &mut asked).ok().and_then(|result| self.average(&result))
        {
            impact.amount_lost_at_most = Some(impact.amount_lost + lost * average);
        }
        impact.queries.extend(asked);
    }

    /// What is expected of all stores and what they lack, each by itself: what one sells beyond its due makes up for no
    /// other's. `None` while one of them is learning.
    fn shortfall(&self, expected: &QueryResult, sold: &QueryResult) -> Option<(f64, f64)> {
        let of_store = |labels: &Labels| -> f64 {
            sold.series
                .iter()
                .filter(|series| series.labels == *labels)
                .filter_map(|series| series.value)
                .sum()
        };
        let parts: Option<Vec<(f64, f64)>> = self
            .rows(expected)
            .map(|series| series.value.map(|due| (due, (due - of_store(&series.labels)).max(0.0))))
            .collect();
        let parts = parts.filter(|parts| !parts.is_empty())?;
        Some(parts.iter().fold((0.0, 0.0), |(due, lacking), part| (due + part.0, lacking + part.1)))
    }

    /// The mean over stores, each by how much it sold.
    fn average(&self, result: &QueryResult) -> Option<f64> {
        let parts = || self.rows(result).filter_map(|series| Some((series.value?, number(series, "total")?)));
        let total: f64 = parts().map(|(_, total)| total).sum();
        (total > 0.0).then(|| parts().map(|(value, total)| value * total).sum::<f64>() / total)
    }

    fn rows<'r>(&'r self, result: &'r QueryResult) -> impl Iterator<Item = &'r Series> {
        result.series.iter().filter(|series| is_of_store(series, self.store))
    }

    fn ask(&self, name: &str, window: Window, asked: &mut Vec<Asked>) -> Result<QueryResult, QueryError> {
        let query = self.catalogue.get(name)?;
        let result = self.runner.run(query, window, &[])?;
        asked.push(self.asked(query, window));
        Ok(result)
    }

    fn asked(&self, query: &Query, window: Window) -> Asked {
        // As of the instant of the review: a baseline that was learnt since says something else.
        let bound = |at: Timestamp| Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at);
        let [since, until, now] = [window.since, window.until, self.now].map(bound);
        let command = format!("tillwatch query {} --since {since} --until {until} --now {now}", query.name);
        let (name, help, sql) = (query.name.clone(), query.front.help.clone(), query.sql.clone());
        Asked { name, help, command, sql }
    }
}

fn number(series: &Series, name: &str) -> Option<f64> {
    series.values.iter().find(|(column, _)| column == name)?.1.as_f64()
}
