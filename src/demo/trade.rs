//! What the shops sell: every attempt to earn or redeem points on every day, today's incident included.

use super::calendar::{CLOSES, Day, LOOKED_AT, OPENS, moscow};
use super::customers::Customers;
use super::outages::{self, Outage};
use super::random::Random;
use super::rush::{POOL_SHOP, POOL_SHORT, rush};

/// A shop of the chain: its id, and its part of all sales.
pub(super) struct Shop {
    pub id: i64,
    share: f64,
}

pub(super) const SHOPS: [Shop; 6] = [
    Shop { id: 1, share: 0.20 },
    Shop { id: 2, share: 0.13 },
    Shop { id: 3, share: 0.24 },
    Shop { id: 4, share: 0.11 },
    Shop { id: 5, share: 0.18 },
    Shop { id: 6, share: 0.14 },
];

/// Sales on a usual day of all shops together.
const A_DAY: f64 = 1_140.0;

/// From Monday to Sunday.
const WEEKDAYS: [f64; 7] = [0.92, 0.90, 0.95, 0.98, 1.10, 1.14, 1.01];

/// By the hour from opening to closing.
const HOURS: [f64; 12] = [0.5, 0.9, 1.0, 1.3, 1.4, 1.0, 0.9, 1.0, 1.4, 1.7, 1.4, 0.7];

/// One attempt to earn or redeem points.
pub(super) struct Attempt {
    /// The second of the UTC day.
    pub second: u32,
    pub shop: i64,
    pub customer: i64,
    pub redeems: bool,
    /// In roubles.
    pub amount: f64,
    pub points: f64,
    pub error: Option<Failure>,
}

/// Why an attempt failed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    Balance,
    Customer,
    Network,
    Pool,
}

impl Failure {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Balance => "INSUFFICIENT_BALANCE",
            Self::Customer => "INVALID_CUSTOMER",
            Self::Network => "NETWORK_ERROR",
            Self::Pool => "CONNECTION_POOL_EXHAUSTED",
        }
    }

    pub(super) fn status(self) -> i64 {
        match self {
            Self::Balance => 409,
            Self::Customer => 404,
            Self::Network => 504,
            Self::Pool => 503,
        }
    }
}

/// Every attempt of a day up to its end, in order.
pub(super) fn attempts(day: &Day, customers: &Customers) -> Vec<Attempt> {
    let visitors = customers.visiting(day);
    let mut random = Random::new("trade", day.index);
    let weekday = WEEKDAYS[usize::from(day.date.weekday().to_monday_zero_offset().unsigned_abs())];
    // The chain grows by a tenth over the history.
    let of_day = A_DAY * weekday * (0.95 + 0.001 * f64::from(day.index)) * random.between(0.96, 1.04);
    let mut all = Vec::new();
    for shop in &SHOPS {
        let count = of_day * shop.share * random.between(0.92, 1.08);
        all.extend(
            (0_u32..)
                .take_while(|sold| f64::from(*sold) < count)
                .map(|_| attempt(day, shop.id, &visitors, &mut random)),
        );
    }
    if day.is_today() {
        all.retain(|attempt| attempt.shop != POOL_SHOP || !is_within(attempt.second, POOL_SHORT));
        all.extend(rush(&visitors, &mut random));
    }
    all.retain(|attempt| attempt.second < day.end());
    all.sort_by_key(|attempt| (attempt.second, attempt.shop, attempt.customer));
    all
}

fn attempt(day: &Day, shop: i64, visitors: &[i64], random: &mut Random) -> Attempt {
    let hour = u32::try_from(random.weighted(&HOURS)).unwrap_or(0);
    let second = (OPENS + hour * 3600 + random.below(3600)).min(CLOSES - 1);
    let mut attempt = sale(second, shop, one_of(visitors, random), random);
    attempt.error = failure(day, &attempt, random);
    attempt
}

pub(super) fn one_of(visitors: &[i64], random: &mut Random) -> i64 {
    visitors[random.below(u32::try_from(visitors.len()).unwrap_or(1)) as usize]
}

pub(super) fn sale(second: u32, shop: i64, customer: i64, random: &mut Random) -> Attempt {
    let redeems = random.chance(0.45);
    let amount = (random.skewed(900.0, 4_000.0) * 100.0).round() / 100.0;
    // Earning gives four in a hundred; a redemption takes what has gathered.
    let points = if redeems { random.skewed(32.0, 60.0).round() } else { (amount * 0.04).round() };
    Attempt { second, shop, customer, redeems, amount, points, error: None }
}

fn failure(day: &Day, attempt: &Attempt, random: &mut Random) -> Option<Failure> {
    let chance = random.unit();
    if outages::on(day).any(|outage: &Outage| outage.covers(attempt.second)) {
        return Some(Failure::Network);
    }
    if is_calm(day, attempt.second) {
        return None;
    }
    match chance {
        chance if chance < 0.004 && attempt.redeems => Some(Failure::Balance),
        chance if (0.004..0.006).contains(&chance) => Some(Failure::Customer),
        chance if (0.006..0.0072).contains(&chance) => Some(Failure::Network),
        _ => None,
    }
}

/// Nothing else went wrong today around the incident, nor in the last hour: the tour shows one thing at a time.
pub(super) fn is_calm(day: &Day, second: u32) -> bool {
    day.is_today()
        && (is_within(second, (OPENS, moscow(12, 0))) || is_within(second, (moscow(17, 0), LOOKED_AT)))
}

pub(super) fn is_within(second: u32, (since, until): (u32, u32)) -> bool {
    (since..until).contains(&second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::calendar::days;

    #[test]
    fn nothing_has_happened_yet_that_comes_later() {
        let today = days().pop().unwrap();
        assert!(attempts(&today, &Customers::new()).iter().all(|attempt| attempt.second < LOOKED_AT));
    }
}
