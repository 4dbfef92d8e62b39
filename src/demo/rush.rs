//! Today's incident: one shop's rush empties the backend's connection pool.

use super::calendar::moscow;
use super::random::Random;
use super::trade::{Attempt, Failure, one_of, sale};

/// When the connection pool was short, and within that, when it was dry.
pub(super) const POOL_SHORT: (u32, u32) = (moscow(9, 52), moscow(10, 34));
const POOL_FAILS: (u32, u32) = (moscow(10, 0), moscow(10, 33));

/// The attempts that failed for want of a connection, and how many people made them.
const POOL_FAILURES: u32 = 23;
const POOL_CUSTOMERS: u32 = 15;

/// The shop that suffered from it.
pub(super) const POOL_SHOP: i64 = 3;

/// The shop of the incident: double points bring a rush that empties the pool, sales fail and are tried again, and once
/// the pool has grown all who waited are served, but for one who has left.
pub(super) fn rush(visitors: &[i64], random: &mut Random) -> Vec<Attempt> {
    let waiting: Vec<i64> = visitors.iter().copied().step_by(7).take(POOL_CUSTOMERS as usize).collect();
    let failing = POOL_FAILS.1 - POOL_FAILS.0;
    let spread =
        |(since, until): (u32, u32), count| (0..count).map(move |n| since + n * (until - since) / count);
    let early = spread((moscow(9, 52), moscow(10, 0)), 16).chain(spread(POOL_FAILS, failing / 400));
    let mut all: Vec<Attempt> = early.map(|second| earn(second, one_of(visitors, random), random)).collect();
    all.extend(spread(POOL_FAILS, POOL_FAILURES).zip(waiting.iter().cycle()).map(|(second, customer)| {
        let sale = earn(second + 40, *customer, random);
        let amount = if Some(customer) == waiting.last() { 500.0 } else { sale.amount };
        Attempt { error: Some(Failure::Pool), amount, ..sale }
    }));
    let served = spread((POOL_FAILS.1 + 30, moscow(10, 45)), POOL_CUSTOMERS - 1).zip(&waiting);
    all.extend(served.map(|(second, customer)| earn(second, *customer, random)));
    all
}

fn earn(second: u32, customer: i64, random: &mut Random) -> Attempt {
    let sale = sale(second, POOL_SHOP, customer, random);
    Attempt { redeems: false, points: (sale.amount * 0.04).round(), ..sale }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::demo::calendar::days;
    use crate::demo::customers::Customers;
    use crate::demo::trade::{attempts, is_within};

    #[test]
    fn the_incident_fails_23_sales_of_15_people_in_one_shop_between_ten_and_a_quarter_to_eleven() {
        let today = days().pop().unwrap();
        let failed: Vec<Attempt> = attempts(&today, &Customers::new())
            .into_iter()
            .filter(|attempt| attempt.error.is_some() && attempt.second < moscow(12, 0))
            .collect();
        let span = (moscow(10, 0), moscow(10, 45));
        assert_eq!(failed.len(), 23);
        assert!(failed.iter().all(|attempt| attempt.shop == POOL_SHOP && is_within(attempt.second, span)));
        assert_eq!(failed.iter().map(|attempt| attempt.customer).collect::<BTreeSet<_>>().len(), 15);
    }
}
