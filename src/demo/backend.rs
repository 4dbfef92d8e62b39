//! The cashier backend's database: what its API, its 1C integration and its queries left behind.

use std::path::Path;

use super::calendar::{Day, days};
use super::customers::Customers;
use super::statements::{
    API_ERROR, API_REQUEST, CUSTOMER, DATABASE_QUERY, ONEC_CALL, SECURITY_EVENT, TRANSACTION,
};
use super::trade::{Attempt, Failure, attempts};
use super::traffic::{Fact, facts};
use crate::db::{DbError, Session, Statement, Value, create_source};

/// Makes the file; `schema` is the profile's.
pub(super) fn create(path: &Path, schema: &str) -> Result<(), DbError> {
    create_source(path, schema, &mut |session| {
        let customers = Customers::new();
        days().iter().try_for_each(|day| fill(session, day, &customers))
    })
}

fn fill(session: &mut dyn Session, day: &Day, customers: &Customers) -> Result<(), DbError> {
    let attempts = attempts(day, customers);
    facts(day, &attempts, customers).iter().try_for_each(|fact| {
        let (statement, values) = row(day, fact);
        session.execute(statement, &values).map(drop)
    })
}

/// Where a fact is kept, and as what.
fn row(day: &Day, fact: &Fact<'_>) -> (&'static Statement, Vec<Value>) {
    let at = Value::Text(day.second(fact.second()));
    match fact {
        Fact::Joined { customer, .. } => (&CUSTOMER, vec![(*customer).into(), at]),
        Fact::Sale(attempt) => (&TRANSACTION, sale(at, attempt)),
        Fact::Request { attempt, latency_ms } => {
            let (endpoint, kind) = (attempt.endpoint().into(), attempt.kind().into());
            let status = attempt.status().into();
            (&API_REQUEST, vec![at, attempt.shop.into(), endpoint, kind, status, (*latency_ms).into()])
        }
        Fact::Error { attempt, failure } => {
            (&API_ERROR, vec![at, attempt.shop.into(), attempt.endpoint().into(), failure.code().into()])
        }
        Fact::OnecCall { attempt, status, duration_ms } => {
            (&ONEC_CALL, vec![at, attempt.shop.into(), (*status).into(), (*duration_ms).into()])
        }
        Fact::Query { attempt, query, operation, duration_ms } => {
            let (query, operation, status) = ((*query).into(), (*operation).into(), "success".into());
            (&DATABASE_QUERY, vec![at, attempt.shop.into(), query, operation, status, (*duration_ms).into()])
        }
        Fact::Security { shop, kind, address, .. } => {
            (&SECURITY_EVENT, vec![at, (*shop).into(), (*kind).into(), address.as_str().into()])
        }
    }
}

fn sale(at: Value, attempt: &Attempt) -> Vec<Value> {
    let code = attempt.error.map(Failure::code);
    vec![
        at,
        attempt.shop.into(),
        attempt.customer.into(),
        attempt.kind().into(),
        if code.is_none() { "success" } else { "failed" }.into(),
        attempt.amount.into(),
        attempt.points.into(),
        attempt.discount().into(),
        code.into(),
    ]
}
