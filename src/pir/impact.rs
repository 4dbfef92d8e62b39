//! What an incident cost, by the queries of the catalogue.

use serde::Serialize;

use crate::query::{Catalogue, QueryError, Runner, Window};

/// The query that defines the impact's numbers.
const QUERY: &str = "failed_transactions_count";

/// Numbers, or why there are none.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Impact {
    /// Failed transactions.
    pub transactions: f64,
    /// Customers who met a failure.
    pub customers: f64,
    /// Those of them who did not succeed later in the window.
    pub customers_lost: f64,
    /// What those meant to buy, in the project's currency.
    pub amount_lost: f64,
    pub currency: String,
    /// The query that says so.
    pub query: &'static str,
    /// Why there are no numbers; empty if there are.
    pub missing: String,
}

/// Sums the impact over a window, for one store or all.
pub(super) fn impact(
    catalogue: &Catalogue,
    runner: &Runner<'_>,
    window: Window,
    store: Option<(&str, &str)>,
    currency: &str,
) -> Impact {
    let mut impact = Impact { currency: currency.to_owned(), query: QUERY, ..Impact::default() };
    let result: Result<_, QueryError> = catalogue.get(QUERY).and_then(|query| runner.run(query, window, &[]));
    let series = match result {
        Ok(result) => result.series,
        Err(error) => {
            impact.missing = error.to_string();
            return impact;
        }
    };
    let concerned =
        series.iter().filter(|series| store.is_none_or(|(label, id)| series.labels.get(label) == Some(id)));
    for series in concerned {
        let number = |name: &str| {
            let found = series.values.iter().find(|(column, _)| column == name);
            found.and_then(|(_, value)| value.as_f64()).unwrap_or_default()
        };
        impact.transactions += number("value");
        impact.customers += number("customers");
        impact.customers_lost += number("customers_lost");
        impact.amount_lost += number("amount_lost");
    }
    impact
}
