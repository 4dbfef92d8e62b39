//! The rows that probes leave.

use jiff::Timestamp;

use super::outcome::{Judgement, Outcome};
use super::seen::Phase;
use crate::db::{Database, DbError, Statement, Value};

const INSERT: Statement = Statement::new(
    "probe insert",
    "INSERT INTO health_checks (timestamp, target, kind, ok, reason, status_code, response_time_ms, resolve_ms, \
     connect_ms, tls_ms, first_byte_ms, transfer_ms, attempts, cert_days, received_at) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
);

const RUN: Statement = Statement::new(
    "probe run",
    "INSERT INTO run (verb, started, alive_at, ended, exit) VALUES ('probe', ?1, ?2, ?2, ?3)",
);

/// Keeps the outcomes of one tick in one transaction. A warning counts as ok: the target answered rightly.
pub(crate) fn store(database: &Database, outcomes: &[Outcome], now: Timestamp) -> Result<(), DbError> {
    let rows: Vec<Vec<Value>> = outcomes.iter().map(|outcome| row(outcome, now)).collect();
    database.write(|session| session.execute_many(&INSERT, rows.iter().map(Vec::as_slice)))?;
    Ok(())
}

/// Keeps that the verb ran, and how it ended.
pub(crate) fn store_run(
    database: &Database,
    started: Timestamp,
    ended: Timestamp,
    exit: u8,
) -> Result<(), DbError> {
    let values = [started.into(), ended.into(), i32::from(exit).into()];
    database.write(|session| session.execute(&RUN, &values))?;
    Ok(())
}

fn row(outcome: &Outcome, now: Timestamp) -> Vec<Value> {
    let ok = !matches!(outcome.judgement, Judgement::Failed(_));
    let mut row = vec![
        outcome.seen.started.into(),
        outcome.target.as_str().into(),
        outcome.kind.into(),
        ok.into(),
        outcome.judgement.reason().into(),
        outcome.seen.status_code.into(),
        outcome.response_ms.into(),
    ];
    row.extend(Phase::ALL.map(|phase| outcome.seen.millis(phase).into()));
    row.extend([outcome.attempts.into(), outcome.seen.cert_days.into(), now.into()]);
    row
}
