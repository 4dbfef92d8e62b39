//! The incidents of earlier outages: alert, incident and transitions as an evaluation would have kept them.

use super::calendar::Day;
use super::outages::Outage;
use super::statements::{ALERT, INCIDENT, TRANSITION};
use crate::db::{DbError, Session, Value};
use crate::label::Labels;

const RULE: &str = "BackendAPIDown";

const LABELS: [(&str, &str); 5] = [
    ("alertname", RULE),
    ("kind", "http"),
    ("severity", "P0"),
    ("target", "backend_api"),
    ("team", "backend"),
];

/// Six failed checks raise it; the first good one ends it.
const UNTIL_FIRED: u32 = 180;

/// One outage's incident and alert, both with its number for an id.
pub(super) fn write(session: &mut dyn Session, day: &Day, outage: &Outage) -> Result<(), DbError> {
    let id = Value::from(outage.number);
    let at = |second: u32| Value::Text(day.milli(second * 1000));
    let (fired, ended) = (outage.since + UNTIL_FIRED, outage.until + 30);
    let labels: Labels = LABELS.into_iter().collect();
    let vals = Value::from(r#"{"total":30,"value":6}"#);
    let incident = [
        id.clone(),
        RULE.into(),
        labels.hash().into(),
        "P0".into(),
        at(fired),
        at(ended),
        "on_call_engineer".into(),
        at(fired + 200),
    ];
    session.execute(&INCIDENT, &incident)?;
    let alert = [
        id.clone(),
        RULE.into(),
        labels.hash().into(),
        labels.to_json().into(),
        "P0".into(),
        i64::from((ended - fired) * 1000).into(),
        at(fired),
        at(ended),
        vals.clone(),
        r#"{"summary":"backend_api has failed 6 health checks in a row"}"#.into(),
    ];
    session.execute(&ALERT, &alert)?;
    let steps =
        [(fired, "inactive", "firing", "condition met"), (ended, "firing", "ended", "condition over")];
    for (second, from, to, reason) in steps {
        let row = [id.clone(), at(second), from.into(), to.into(), reason.into(), vals.clone()];
        session.execute(&TRANSITION, &row)?;
    }
    Ok(())
}
