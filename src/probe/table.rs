//! Outcomes as a table, for every format that lists them.

use super::outcome::Outcome;
use super::seen::Phase;
use crate::db::{Table, Value};

/// How much of an outcome is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// What fits a terminal of 80 columns.
    Short,
    /// Every column, for programs.
    Full,
}

type Column = (&'static str, fn(&Outcome) -> Value);

const TIMESTAMP: Column = ("timestamp", |it| it.seen.started.into());
const TARGET: Column = ("target", |it| it.target.as_str().into());
const KIND: Column = ("kind", |it| it.kind.into());
const RESULT: Column = ("result", |it| it.judgement.word().into());
const REASON: Column = ("reason", |it| it.judgement.reason().into());
const STATUS: Column = ("status_code", |it| it.seen.status_code.into());
const RESPONSE: Column = ("response_time_ms", |it| it.response_ms.into());
const ATTEMPTS: Column = ("attempts", |it| it.attempts.into());
const CERTIFICATE: Column = ("cert_days", |it| it.seen.cert_days.into());
const PHASES: [Column; 5] = [
    ("resolve_ms", |it| it.seen.millis(Phase::Resolve).into()),
    ("connect_ms", |it| it.seen.millis(Phase::Connect).into()),
    ("tls_ms", |it| it.seen.millis(Phase::Tls).into()),
    ("first_byte_ms", |it| it.seen.millis(Phase::FirstByte).into()),
    ("transfer_ms", |it| it.seen.millis(Phase::Transfer).into()),
];

/// One row an outcome. The timestamp is left out of the short form where there is one tick only.
pub(crate) fn table(outcomes: &[Outcome], detail: Detail, several_ticks: bool) -> Table {
    let mut columns: Vec<Column> = Vec::new();
    if several_ticks || detail == Detail::Full {
        columns.push(TIMESTAMP);
    }
    match detail {
        Detail::Short => columns.extend([TARGET, RESULT, ("status", STATUS.1), ("ms", RESPONSE.1), REASON]),
        Detail::Full => {
            columns.extend([TARGET, KIND, RESULT, REASON, STATUS, RESPONSE]);
            columns.extend(PHASES);
            columns.extend([ATTEMPTS, CERTIFICATE]);
        }
    }
    let row = |outcome| columns.iter().map(|(_, value)| value(outcome)).collect();
    Table {
        columns: columns.iter().map(|(name, _)| (*name).to_owned()).collect(),
        rows: outcomes.iter().map(row).collect(),
    }
}
