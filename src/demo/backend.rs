//! The cashier backend's database: what its API, its 1C integration and its queries left behind.

use std::path::Path;

use super::calendar::{DAYS, Day, days, moscow};
use super::customers::Customers;
use super::random::Random;
use super::rush::{POOL_SHOP, POOL_SHORT};
use super::statements::{
    API_ERROR, API_REQUEST, CUSTOMER, DATABASE_QUERY, ONEC_CALL, SECURITY_EVENT, TRANSACTION,
};
use super::trade::{Attempt, Failure, attempts, is_calm, is_within};
use crate::db::{DbError, Session, Value, create_source};

/// How many of the last days the backend keeps its 1C calls and query times.
const DETAIL: u32 = 35;

/// Makes the file; `schema` is the profile's.
pub(super) fn create(path: &Path, schema: &str) -> Result<(), DbError> {
    create_source(path, schema, &mut |session| {
        let customers = Customers::new();
        days().iter().try_for_each(|day| fill(session, day, &customers))
    })
}

fn fill(session: &mut dyn Session, day: &Day, customers: &Customers) -> Result<(), DbError> {
    let mut random = Random::new("backend", day.index);
    for id in customers.joined_on(day) {
        let joined = day.second(moscow(9, 0) + random.below(1800));
        session.execute(&CUSTOMER, &[id.into(), joined.into()])?;
    }
    for attempt in attempts(day, customers) {
        sell(session, day, &attempt, &mut random)?;
        if day.index + DETAIL >= DAYS {
            detail(session, day, &attempt, &mut random)?;
        }
    }
    security(session, day, &mut random)
}

/// The transaction, the request that brought it, and its error if it failed.
fn sell(session: &mut dyn Session, day: &Day, attempt: &Attempt, random: &mut Random) -> Result<(), DbError> {
    let at = Value::Text(day.second(attempt.second));
    let kind = if attempt.redeems { "redeem" } else { "earn" };
    let endpoint = format!("/api/cashier/{kind}");
    let code = attempt.error.map(Failure::code);
    let discount = if attempt.redeems { attempt.points } else { 0.0 };
    let transaction = [
        at.clone(),
        attempt.shop.into(),
        attempt.customer.into(),
        kind.into(),
        if code.is_none() { "success" } else { "failed" }.into(),
        attempt.amount.into(),
        attempt.points.into(),
        discount.into(),
        code.into(),
    ];
    session.execute(&TRANSACTION, &transaction)?;
    let status = attempt.error.map_or(200, Failure::status);
    let request = [
        at.clone(),
        attempt.shop.into(),
        endpoint.as_str().into(),
        kind.into(),
        status.into(),
        latency(day, attempt, random).into(),
    ];
    session.execute(&API_REQUEST, &request)?;
    if code.is_some() {
        session.execute(&API_ERROR, &[at, attempt.shop.into(), endpoint.into(), code.into()])?;
    }
    Ok(())
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
fn detail(
    session: &mut dyn Session,
    day: &Day,
    attempt: &Attempt,
    random: &mut Random,
) -> Result<(), DbError> {
    let before = Value::Text(day.second(attempt.second.saturating_sub(2)));
    if random.chance(0.7) {
        let (status, took) = onec(day, attempt, random);
        session.execute(&ONEC_CALL, &[before.clone(), attempt.shop.into(), status.into(), took.into()])?;
    }
    let (query, operation, typical) = match attempt.error {
        None => ("createCashierTransaction", "insert", 22.0),
        Some(_) => ("findCustomer", "select", 9.0),
    };
    let took = tenth(random.skewed(typical, 90.0));
    let row = [before, attempt.shop.into(), query.into(), operation.into(), "success".into(), took.into()];
    session.execute(&DATABASE_QUERY, &row).map(drop)
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
fn security(session: &mut dyn Session, day: &Day, random: &mut Random) -> Result<(), DbError> {
    for _ in 0..random.below(3) {
        let kind = if random.chance(0.85) { "failed_auth" } else { "suspicious_input" };
        let second = moscow(12, 0) + random.below(4 * 3600);
        let shop = i64::from(1 + random.below(6));
        let address = format!("10.20.{shop}.{}", 10 + random.below(5));
        let row = [day.second(second).into(), shop.into(), kind.into(), address.into()];
        session.execute(&SECURITY_EVENT, &row)?;
    }
    Ok(())
}
