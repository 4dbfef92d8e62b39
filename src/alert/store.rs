//! Alerts as the database keeps them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::{Map, Value as Json};

use super::statements;
use super::step::{Held, Outcome, State};
use crate::db::{DbError, Row, Session, Value};
use crate::label::Labels;

/// One instance of a rule, open or ended.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Alert {
    /// 0 until it is stored.
    pub id: i64,
    pub rule: String,
    pub labels: Labels,
    pub severity: String,
    /// `None` once it has ended.
    pub held: Option<Held>,
    pub started: Timestamp,
    pub fired: Option<Timestamp>,
    pub ended: Option<Timestamp>,
    pub incident: Option<i64>,
    /// The columns of the row that it was last seen with.
    pub values: Map<String, Json>,
    pub annotations: BTreeMap<String, String>,
}

impl Alert {
    /// `pending`, `firing` or `ended`.
    pub(crate) fn state_name(&self) -> &'static str {
        match self.held.map(|held| held.state) {
            Some(State::Pending) => "pending",
            Some(State::Firing) => "firing",
            None => "ended",
        }
    }

    /// What it says in one line: the summary, or the rule and its labels.
    pub(crate) fn summary(&self) -> String {
        self.annotations.get("summary").cloned().unwrap_or_else(|| format!("{}{}", self.rule, self.labels))
    }
}

/// One step of an alert's history.
#[derive(Clone, Debug)]
pub(crate) struct Transition {
    pub at: Timestamp,
    pub from: String,
    pub to: String,
    pub reason: String,
    /// The columns of the row that it was decided on.
    pub values: Map<String, Json>,
}

fn read(row: &dyn Row) -> Result<Alert, DbError> {
    let broken = |what: &str| {
        DbError::Refused(format!("alert {} has a broken {what}", row.int(0).unwrap_or_default()))
    };
    let state = match row.text(4)?.as_str() {
        "pending" => Some(State::Pending),
        "firing" => Some(State::Firing),
        _ => None,
    };
    let held_ms = row.int(5)?;
    let missed_ms = row.get(6)?.as_i64();
    Ok(Alert {
        id: row.int(0)?,
        rule: row.text(1)?,
        labels: Labels::from_json(&row.text(2)?).map_err(|_| broken("label set"))?,
        severity: row.text(3)?,
        held: state.map(|state| Held { state, held_ms, missed_ms }),
        started: row.time(7)?.ok_or_else(|| broken("start"))?,
        fired: row.time(8)?,
        ended: row.time(9)?,
        incident: row.get(10)?.as_i64(),
        values: serde_json::from_str(&row.text(11)?).map_err(|_| broken("value"))?,
        annotations: serde_json::from_str(&row.text(12)?).map_err(|_| broken("annotation"))?,
    })
}

/// Every alert that has not ended.
pub(crate) fn open_alerts(session: &mut dyn Session) -> Result<Vec<Alert>, DbError> {
    session.collect(&statements::OPEN, &[], read)
}

/// The alert with this id.
pub(crate) fn find(session: &mut dyn Session, id: i64) -> Result<Option<Alert>, DbError> {
    session.first(&statements::BY_ID, &[id.into()], read)
}

/// The alerts of an incident.
pub(crate) fn of_incident(session: &mut dyn Session, incident: i64) -> Result<Vec<Alert>, DbError> {
    session.collect(&statements::OF_INCIDENT, &[incident.into()], read)
}

/// Alerts that were open at some time in `[since, until)`, newest first.
pub(crate) fn list(
    session: &mut dyn Session,
    since: Timestamp,
    until: Timestamp,
) -> Result<Vec<Alert>, DbError> {
    session.collect(&statements::WITHIN, &[since.into(), until.into()], read)
}

/// The rules and severities that any alert has had.
#[derive(Clone, Debug, Default)]
pub(crate) struct NamesSeen {
    pub rules: BTreeSet<String>,
    pub severities: BTreeSet<String>,
}

/// Every rule and severity of which there ever was an alert.
pub(crate) fn names_seen(session: &mut dyn Session) -> Result<NamesSeen, DbError> {
    let all = session.collect(&statements::NAMES, &[], |row| Ok((row.text(0)?, row.text(1)?)))?;
    let (rules, severities) = all.into_iter().unzip();
    Ok(NamesSeen { rules, severities })
}

/// The history of an alert, oldest first.
pub(crate) fn transitions(session: &mut dyn Session, alert: i64) -> Result<Vec<Transition>, DbError> {
    session.collect(&statements::TRANSITIONS, &[alert.into()], read_step)
}

fn read_step(row: &dyn Row) -> Result<Transition, DbError> {
    Ok(Transition {
        at: row.time(0)?.unwrap_or(Timestamp::UNIX_EPOCH),
        from: row.text(1)?,
        to: row.text(2)?,
        reason: row.text(3)?,
        values: serde_json::from_str(&row.text(4)?).unwrap_or_default(),
    })
}

/// A step of the history of one alert among many.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    pub alert: i64,
    pub rule: String,
    pub labels: Labels,
    pub severity: String,
    pub step: Transition,
}

/// The transitions of all alerts in `[since, until)`, newest first.
pub(crate) fn history(
    session: &mut dyn Session,
    since: Timestamp,
    until: Timestamp,
) -> Result<Vec<Passage>, DbError> {
    session.collect(&statements::HISTORY, &[since.into(), until.into()], |row| {
        let labels = Labels::from_json(&row.text(7)?).unwrap_or_default();
        Ok(Passage {
            alert: row.int(5)?,
            rule: row.text(6)?,
            labels,
            severity: row.text(8)?,
            step: read_step(row)?,
        })
    })
}

/// How a rule fared when it was last evaluated.
#[derive(Clone, Debug)]
pub(crate) struct RuleState {
    pub at: Timestamp,
    pub outcome: Outcome,
    pub error: Option<String>,
}

/// The state of every rule that was ever evaluated and not removed since.
pub(crate) fn rule_states(session: &mut dyn Session) -> Result<BTreeMap<String, RuleState>, DbError> {
    let rows = session.collect(&statements::RULE_STATES, &[], |row| {
        let outcome = Outcome::from_name(&row.text(2)?).unwrap_or(Outcome::NoMatch);
        let error = row.get(3)?.as_str().map(str::to_owned);
        Ok((row.text(0)?, row.time(1)?.map(|at| RuleState { at, outcome, error })))
    })?;
    Ok(rows.into_iter().filter_map(|(rule, state)| Some((rule, state?))).collect())
}

/// Stores an alert and gives its id.
pub(super) fn put(session: &mut dyn Session, alert: &Alert) -> Result<i64, DbError> {
    let (held_ms, missed_ms) = alert.held.map_or((0, None), |held| (held.held_ms, held.missed_ms));
    let vals: Value = serde_json::to_string(&alert.values).unwrap_or_default().into();
    let annotations: Value = serde_json::to_string(&alert.annotations).unwrap_or_default().into();
    let (severity, state): (Value, Value) = (alert.severity.as_str().into(), alert.state_name().into());
    if alert.id != 0 {
        let (fired, ended) = (alert.fired.into(), alert.ended.into());
        let set = [
            alert.id.into(),
            severity,
            state,
            held_ms.into(),
            missed_ms.into(),
            fired,
            ended,
            vals,
            annotations,
        ];
        session.execute(&statements::UPDATE, &set)?;
        return Ok(alert.id);
    }
    let set = [
        alert.rule.as_str().into(),
        alert.labels.hash().into(),
        alert.labels.to_json().into(),
        severity,
        state,
        held_ms.into(),
        missed_ms.into(),
        alert.started.into(),
        alert.fired.into(),
        alert.ended.into(),
        vals,
        annotations,
    ];
    let id = session.first(&statements::INSERT, &set, |row| row.int(0))?;
    id.ok_or_else(|| DbError::Refused("an insert gave no id".into()))
}
