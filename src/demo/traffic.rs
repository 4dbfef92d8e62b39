//! What the backend did on a day, fact by fact: its database keeps each as a row, its log as a line.

use super::calendar::{DAYS, Day, moscow};
use super::customers::Customers;
use super::random::Random;
use super::rush::{POOL_SHOP, POOL_SHORT};
use super::trade::{Attempt, Failure, is_calm, is_within};

/// How many of the last days the backend keeps its 1C calls and query times.
const DETAIL: u32 = 35;

/// One thing that happened; the second is that of the UTC day.
pub(super) enum Fact<'a> {
    Joined { second: u32, customer: i64 },
    Sale(&'a Attempt),
    Request { attempt: &'a Attempt, latency_ms: f64 },
    Error { attempt: &'a Attempt, failure: Failure },
    OnecCall { attempt: &'a Attempt, status: &'static str, duration_ms: f64 },
    Query { attempt: &'a Attempt, query: &'static str, operation: &'static str, duration_ms: f64 },
    Security { second: u32, shop: i64, kind: &'static str, address: String },
}

impl Fact<'_> {
    pub(super) fn second(&self) -> u32 {
        match self {
            Self::Joined { second, .. } | Self::Security { second, .. } => *second,
            Self::Sale(attempt) | Self::Request { attempt, .. } | Self::Error { attempt, .. } => {
                attempt.second
            }
            // Both came before the sale was stored.
            Self::OnecCall { attempt, .. } | Self::Query { attempt, .. } => attempt.second.saturating_sub(2),
        }
    }
}

impl Attempt {
    pub(super) fn kind(&self) -> &'static str {
        if self.redeems { "redeem" } else { "earn" }
    }

    pub(super) fn endpoint(&self) -> String {
        format!("/api/cashier/{}", self.kind())
    }

    pub(super) fn status(&self) -> i64 {
        self.error.map_or(200, Failure::status)
    }

    pub(super) fn discount(&self) -> f64 {
        if self.redeems { self.points } else { 0.0 }
    }
}

/// Everything of a day whose attempts these are.
pub(super) fn facts<'a>(day: &Day, attempts: &'a [Attempt], customers: &Customers) -> Vec<Fact<'a>> {
    let mut random = Random::new("backend", day.index);
    let mut facts = Vec::new();
    for customer in customers.joined_on(day) {
        facts.push(Fact::Joined { second: moscow(9, 0) + random.below(1800), customer });
    }
    for attempt in attempts {
        facts.push(Fact::Sale(attempt));
        facts.push(Fact::Request { attempt, latency_ms: latency(day, attempt, &mut random) });
        facts.extend(attempt.error.map(|failure| Fact::Error { attempt, failure }));
        if day.index + DETAIL >= DAYS {
            detail(day, attempt, &mut random, &mut facts);
        }
    }
    security(&mut random, &mut facts);
    facts
}

/// How long a request took, in milliseconds.
fn latency(day: &Day, attempt: &Attempt, random: &mut Random) -> f64 {
    let usual = random.skewed(210.0, 900.0);
    let took = match attempt.error {
        Some(Failure::Pool | Failure::Network) => 5_000.0 + usual / 10.0,
        _ if !day.is_today() || !is_within(attempt.second, POOL_SHORT) => usual,
        _ if attempt.shop == POOL_SHOP => 1_800.0 + 6.0 * usual,
        _ => 500.0 + usual,
    };
    tenth(took)
}

fn tenth(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

/// The call to 1C that most sales make, and the query that stored the sale.
fn detail<'a>(day: &Day, attempt: &'a Attempt, random: &mut Random, facts: &mut Vec<Fact<'a>>) {
    if random.chance(0.7) {
        let (status, duration_ms) = onec(day, attempt, random);
        facts.push(Fact::OnecCall { attempt, status, duration_ms });
    }
    let (query, operation, typical) = match attempt.error {
        None => ("createCashierTransaction", "insert", 22.0),
        Some(_) => ("findCustomer", "select", 9.0),
    };
    facts.push(Fact::Query { attempt, query, operation, duration_ms: tenth(random.skewed(typical, 90.0)) });
}

/// 1C answers nineteen times in twenty; in shop 6 since a quarter to six this evening hardly ever.
fn onec(day: &Day, attempt: &Attempt, random: &mut Random) -> (&'static str, f64) {
    let degraded = day.is_today() && attempt.shop == 6 && attempt.second >= moscow(17, 45);
    let answers =
        random.chance(if degraded { 0.2 } else { 0.95 }) || !degraded && is_calm(day, attempt.second);
    let took = tenth(random.skewed(640.0, 1_500.0));
    match (answers, random.chance(0.6)) {
        (true, _) => ("success", took.min(2_400.0)),
        (false, true) => ("timeout", 3_000.0),
        (false, false) => ("failed", took.min(2_400.0)),
    }
}

/// Now and then a wrong password, and seldom a text that looks like an attack.
fn security(random: &mut Random, facts: &mut Vec<Fact<'_>>) {
    for _ in 0..random.below(3) {
        let kind = if random.chance(0.85) { "failed_auth" } else { "suspicious_input" };
        let second = moscow(12, 0) + random.below(4 * 3600);
        let shop = i64::from(1 + random.below(6));
        let address = format!("10.20.{shop}.{}", 10 + random.below(5));
        facts.push(Fact::Security { second, shop, kind, address });
    }
}
