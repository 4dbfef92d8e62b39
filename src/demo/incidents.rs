//! The incidents of earlier outages: alert, incident and transitions as an evaluation would have kept them.

use super::calendar::{DAYS, Day};
use super::outages::Outage;
use super::statements::{ALERT, INCIDENT, TRANSITION};
use crate::db::{DbError, Session, Value};
use crate::label::Labels;

const RULE: &str = "BackendAPIDown";

/// Six failed checks raise it; the first good one ends it.
const UNTIL_FIRED: u32 = 180;

/// One outage's incident. Its id is older than any that an evaluation gives.
pub(super) fn write(session: &mut dyn Session, day: &Day, outage: &Outage) -> Result<(), DbError> {
    let id = Value::from(i64::try_from(DAYS - outage.days_ago).unwrap_or(1));
    let at = |second: u32| Value::Text(day.milli(second * 1000));
    let (fired, ended) = (outage.since + UNTIL_FIRED, outage.until + 30);
    let labels: Labels = [("alertname", RULE), ("target", "backend_api")].into_iter().collect();
    let vals = Value::from(format!(r#"{{"value":{}}}"#, UNTIL_FIRED / 30));
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
        r#"{"summary":"The backend does not answer"}"#.into(),
    ];
    session.execute(&ALERT, &alert)?;
    let steps = [(fired, "inactive", "firing", "held"), (ended, "firing", "ended", "no match")];
    for (second, from, to, reason) in steps {
        let row = [id.clone(), at(second), from.into(), to.into(), reason.into(), vals.clone()];
        session.execute(&TRANSITION, &row)?;
    }
    Ok(())
}
