//! A rule's predicates over the rows of its query.

use super::step::Outcome;
use super::{Rule, State};
use crate::db::{Condition, SourceError, Value, evaluate_condition};
use crate::query::Series;

/// The predicates of one rule, prepared for the columns that its query gives.
pub(super) struct Conditions<'r> {
    rule: &'r Rule,
    columns: Vec<String>,
    /// Without one every row is a match.
    when: Option<Condition>,
    until: Option<Condition>,
}

impl<'r> Conditions<'r> {
    pub(super) fn prepare(rule: &'r Rule, columns: &[String]) -> Result<Self, SourceError> {
        let prepare = |text: Option<&str>| text.map(|text| Condition::prepare(text, columns)).transpose();
        let (when, until) = (prepare(rule.when.as_deref())?, prepare(rule.until.as_deref())?);
        Ok(Self { rule, columns: columns.to_vec(), when, until })
    }

    /// What the rule says of an instance, and why where that is no data: the gate is unmet, the predicate is NULL.
    ///
    /// While it fires, `until` decides instead of `when`.
    pub(super) fn outcome(
        &self,
        series: &Series,
        state: Option<State>,
    ) -> Result<(Outcome, &'static str), SourceError> {
        if series.absent {
            return Ok((Outcome::NoData, "no row for the store"));
        }
        if !self.has_enough(series) {
            return Ok((Outcome::NoData, "below min_samples"));
        }
        let holds = match (&self.until, state, &self.when) {
            (Some(until), Some(State::Firing), _) => {
                evaluate_condition(until, &self.row(series))?.map(|over| !over)
            }
            (_, _, Some(when)) => evaluate_condition(when, &self.row(series))?,
            (_, _, None) => Some(true),
        };
        Ok(match holds {
            None => (Outcome::NoData, "the condition is NULL"),
            Some(true) => (Outcome::Match, ""),
            Some(false) => (Outcome::NoMatch, ""),
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
