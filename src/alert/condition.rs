//! A rule's predicates over the rows of its query.

use super::step::Outcome;
use super::{Rule, State};
use crate::db::{Condition, SourceError, Value, evaluate_condition};
use crate::query::Series;

/// The predicates of one rule, prepared for the columns that its query gives.
pub(super) struct Conditions<'r> {
    rule: &'r Rule,
    columns: Vec<String>,
    when: Condition,
    until: Option<Condition>,
}

impl<'r> Conditions<'r> {
    pub(super) fn prepare(rule: &'r Rule, columns: &[String]) -> Result<Self, SourceError> {
        let until = rule.until.as_deref().map(|until| Condition::prepare(until, columns)).transpose()?;
        Ok(Self { rule, columns: columns.to_vec(), when: Condition::prepare(&rule.when, columns)?, until })
    }

    /// What the rule says of an instance: no data where the gate is unmet or the predicate is NULL.
    ///
    /// While it fires, `until` decides instead of `when`.
    pub(super) fn outcome(&self, series: &Series, state: Option<State>) -> Result<Outcome, SourceError> {
        if series.absent || !self.has_enough(series) {
            return Ok(Outcome::NoData);
        }
        let row = self.row(series);
        let holds = match (&self.until, state) {
            (Some(until), Some(State::Firing)) => evaluate_condition(until, &row)?.map(|over| !over),
            _ => evaluate_condition(&self.when, &row)?,
        };
        Ok(match holds {
            None => Outcome::NoData,
            Some(true) => Outcome::Match,
            Some(false) => Outcome::NoMatch,
        })
    }

    fn has_enough(&self, series: &Series) -> bool {
        self.rule.min_samples.as_ref().is_none_or(|gate| {
            let found = series.values.iter().find(|(column, _)| *column == gate.column);
            found.and_then(|(_, value)| value.as_f64()).is_some_and(|number| number >= gate.at_least)
        })
    }

    /// The row in the order of the columns: numbers as REAL, labels as TEXT.
    fn row(&self, series: &Series) -> Vec<Value> {
        let bound = |column: &String| {
            if let Some((_, value)) = series.values.iter().find(|(name, _)| name == column) {
                return value.as_f64().map_or_else(|| value.clone(), Value::Real);
            }
            series.labels.get(column).map(str::to_owned).into()
        };
        self.columns.iter().map(bound).collect()
    }
}

/// Checks a rule's predicates and gate against the columns that its query gives.
pub(crate) fn columns_of(rule: &Rule, columns: &[String]) -> Result<(), SourceError> {
    if let Some(gate) = rule.min_samples.as_ref().filter(|gate| !columns.contains(&gate.column)) {
        let reason = format!("min_samples names the column {}, which the query does not give", gate.column);
        return Err(SourceError::Sql { reason, line: None });
    }
    Conditions::prepare(rule, columns).map(drop)
}
