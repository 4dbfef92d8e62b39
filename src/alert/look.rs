//! What a rule sees: the instances of its query or expression, and the open alerts that none of them is about.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use super::condition::Conditions;
use super::evaluate::{ResultKey, Run};
use super::instance::{Course, Instance, RuleTexts, state};
use super::rule::Policy;
use super::rule_set::Group;
use super::step::{Outcome, Reason};
use super::store::{Alert, RuleState};
use super::{Look, Rule};
use crate::db::Value;
use crate::label::Labels;
use crate::query::{Instances, Query, QueryResult, known_instances};
use crate::time::Duration;

/// What a rule saw, each instance with the open alert that it is about.
pub(super) struct Found<'e> {
    pub instances: Vec<(Instance, Option<&'e Alert>)>,
    pub outcome: Outcome,
    pub error: Option<String>,
    pub warnings: Vec<String>,
}

impl<'e> Found<'e> {
    /// A rule whose group is not due: all stays as it was. One in trouble is always due.
    pub(super) fn left(last: &RuleState, open: &[&'e Alert]) -> Self {
        let leave = Course::Leave(Reason::NotDue);
        let instance = |alert: &&'e Alert| (Instance::of_alert(alert, last.outcome, leave), Some(*alert));
        Self {
            instances: open.iter().map(instance).collect(),
            outcome: last.outcome,
            error: None,
            warnings: Vec::new(),
        }
    }
}

/// The open alerts of a rule that failed.
fn in_doubt<'e>(error: String, open: &[&'e Alert]) -> Found<'e> {
    let instance =
        |alert: &&'e Alert| (Instance::of_alert(alert, Outcome::Error, Course::Step), Some(*alert));
    Found {
        instances: open.iter().map(instance).collect(),
        outcome: Outcome::Error,
        error: Some(error),
        warnings: Vec::new(),
    }
}

impl Run<'_> {
    /// As [`in_doubt`], with `on_error: alert` also the instances that are known without an answer: they are taken as
    /// wrong, unless they are more than the rule's limit.
    pub(super) fn blind<'e>(
        &self,
        rule: &Rule,
        texts: &RuleTexts<'_>,
        error: String,
        open: &[&'e Alert],
    ) -> Found<'e> {
        let mut found = in_doubt(error, open);
        let query = rule.look.query().and_then(|name| self.of.catalogue.get(name).ok());
        let Some(query) = query.filter(|_| rule.on_error == Policy::Alert) else { return found };
        let known = known_instances(query, self.of.inventory, self.of.now).unwrap_or_default();
        let labels = known.iter().filter_map(|series| texts.identity(series).ok());
        let fresh = labels.filter(|labels| open.iter().all(|alert| alert.labels != *labels));
        let fresh: Vec<_> = fresh.map(|labels| (Instance::unseen(labels), None)).collect();
        if rule.limit.is_none_or(|limit| fresh.len() + open.len() <= limit) {
            found.instances.extend(fresh);
        }
        found
    }

    /// The rule's instances: a row each, and the open alerts that no row is about.
    pub(super) fn look<'e>(
        &mut self,
        rule: &Rule,
        group: &Group,
        texts: &RuleTexts<'_>,
        open: &[&'e Alert],
    ) -> Result<Found<'e>, String> {
        let result = self.result(&rule.look, group.offset)?;
        let of_condition = |error| format!("condition: {error}");
        let conditions = Conditions::prepare(rule, &result.table.columns).map_err(of_condition)?;
        let by_labels: HashMap<&Labels, &'e Alert> =
            open.iter().map(|alert| (&alert.labels, *alert)).collect();
        let (mut seen, mut lost) = (HashSet::new(), BTreeSet::new());
        let mut instances = Vec::with_capacity(result.series.len());
        for series in &result.series {
            let labels = texts.identity(series)?;
            let previous = by_labels.get(&labels).copied();
            let outcome = conditions.outcome(series, state(previous)).map_err(of_condition)?;
            if !seen.insert(labels.clone()) {
                return Err(format!("two rows are the same alert {labels}: add a label, or aggregate"));
            }
            let mut instance = Instance::of_row(labels, series, outcome);
            if self.stores.end_lost(&mut instance, previous) && instance.outcome == Outcome::Match {
                lost.insert(instance.labels.get(&self.of.inventory.label).unwrap_or_default().to_owned());
            }
            instances.push((instance, previous));
        }
        let unseen = open.iter().filter(|alert| !seen.contains(&alert.labels));
        let query = rule.look.query().and_then(|name| self.of.catalogue.get(name).ok());
        instances.extend(absent(rule, query, &result, unseen.copied()));
        let warnings = result.warnings.iter().cloned().chain(left_out(&lost)).collect();
        Ok(limited(rule, instances, warnings))
    }

    /// What a query or expression gives; each is asked once in a run.
    pub(super) fn result(&mut self, look: &Look, offset: Duration) -> Result<Rc<QueryResult>, String> {
        let runner = self.of.runner;
        match look {
            Look::Query { query, over, params } => {
                let query = self.of.catalogue.get(query).map_err(|error| error.to_string())?;
                let window = runner.window(query, *over).earlier(offset);
                let given: Vec<(String, Value)> =
                    params.iter().map(|(name, value)| (name.clone(), value.into())).collect();
                let text = format!("{} {} {} {given:?}", query.name, window.since, window.until);
                let key = ResultKey { source: query.front.source.clone(), text };
                let run =
                    || runner.run(query, window, &given).map(Rc::new).map_err(|error| error.to_string());
                self.results.entry(key).or_insert_with(run).clone()
            }
            Look::Expr { expr, source } => {
                let key = ResultKey {
                    source: source.clone().unwrap_or_default(),
                    text: format!("{offset} {expr}"),
                };
                let ask = || {
                    let answer = runner.instant(source.as_deref(), expr, offset);
                    answer.map(Rc::new).map_err(|error| error.to_string())
                };
                self.results.entry(key).or_insert_with(ask).clone()
            }
        }
    }
}

/// The open alerts that no row is about.
///
/// Absence is no match for expressions and sparse queries; for stores it is a silence that must not end anything. A row
/// that now has other labels than the alert that it raised is another alert.
fn absent<'e>(
    rule: &Rule,
    query: Option<&Query>,
    result: &QueryResult,
    unseen: impl Iterator<Item = &'e Alert>,
) -> Vec<(Instance, Option<&'e Alert>)> {
    let of_stores = query.is_some_and(|query| query.front.instances == Instances::Stores);
    let outcome = if of_stores { Outcome::NoData } else { Outcome::NoMatch };
    let mut rows: Option<HashSet<&Labels>> = None;
    let instance = |alert: &'e Alert| {
        let rows = rows.get_or_insert_with(|| result.series.iter().map(|series| &series.labels).collect());
        let is_of_row = |name: &str| match query {
            Some(query) => query.front.labels.iter().any(|label| label == name),
            None => !rule.labels.contains_key(name) && !["severity", "alertname"].contains(&name),
        };
        let of_row: Labels = alert.labels.iter().filter(|(name, _)| is_of_row(name)).collect();
        let course = if rows.contains(&of_row) { Course::End(Reason::LabelsChanged) } else { Course::Step };
        let mut instance = Instance::of_alert(alert, outcome, course);
        instance.detail = "no row".into();
        (instance, Some(alert))
    };
    unseen.map(instance).collect()
}

/// The most stores that a warning names.
const NAMED: usize = 5;

/// What to say of stores whose rows match and that the inventory has not.
fn left_out(stores: &BTreeSet<String>) -> Option<String> {
    let named = stores.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = stores.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let (noun, verb) = if stores.len() == 1 { ("store", "is") } else { ("stores", "are") };
    let left = "not in the inventory: rows that match are left out; add [[stores]]";
    (!stores.is_empty()).then(|| format!("{noun} {named}{more} {verb} {left}"))
}

/// More matches than the rule's limit are an error of the rule: nothing new opens, and its policy decides for the rest.
fn limited<'e>(
    rule: &Rule,
    mut instances: Vec<(Instance, Option<&'e Alert>)>,
    warnings: Vec<String>,
) -> Found<'e> {
    let is_match =
        |instance: &Instance| instance.outcome == Outcome::Match && instance.course == Course::Step;
    let matches = instances.iter().filter(|(instance, _)| is_match(instance)).count();
    let Some(limit) = rule.limit.filter(|limit| matches > *limit) else {
        let worst = instances.iter().map(|(instance, _)| instance.outcome).max();
        return Found { instances, outcome: worst.unwrap_or(Outcome::NoMatch), error: None, warnings };
    };
    let error = format!("over limit: {matches} matches, and the limit is {limit}");
    for (instance, previous) in &mut instances {
        match previous {
            _ if instance.course != Course::Step => {}
            Some(_) => (instance.outcome, instance.detail) = (Outcome::Error, error.clone().into()),
            None if instance.outcome == Outcome::Match => {
                instance.course = Course::Leave(Reason::OverLimit);
                instance.detail = format!("{matches} matches of {limit}").into();
            }
            None => {}
        }
    }
    Found { instances, outcome: Outcome::Error, error: Some(error), warnings }
}
