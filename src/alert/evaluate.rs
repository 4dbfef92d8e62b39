//! One run over all rules: reads results and decides every transition.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use jiff::Timestamp;
use serde_json::{Map, Value as Json, json};

use super::condition::Conditions;
use super::evaluation::{Change, Evaluation, RuleReport};
use super::health::{RULE_HEALTH, health_rule};
use super::step::{Held, Outcome, Reason, State, Timing, step};
use super::store::Alert;
use super::{Rule, RuleSet};
use crate::db::Value;
use crate::inventory::Inventory;
use crate::label::Labels;
use crate::query::{Catalogue, Instances, Query, QueryResult, Runner, Series};
use crate::render::Templates;
use crate::time::Duration;

/// The most time that one run may add to what a condition has held: beyond it lies a gap that nobody watched.
const MAX_GAP: Duration = Duration::from_secs(15 * 60);

/// What the rules are evaluated with.
pub(crate) struct Evaluator<'a> {
    pub rules: &'a RuleSet,
    pub catalogue: &'a Catalogue,
    pub runner: &'a Runner<'a>,
    pub inventory: &'a Inventory,
    pub templates: &'a Templates,
    pub now: Timestamp,
}

/// The rows that rules look at, each query run once for each window and set of parameters.
type Results = RefCell<BTreeMap<String, Result<Rc<QueryResult>, String>>>;

/// One instance on its way through the state machine.
struct Instance<'a> {
    rule: &'a Rule,
    labels: Labels,
    outcome: Outcome,
    values: Map<String, Json>,
    value: Option<f64>,
}

impl Evaluator<'_> {
    /// Decides where every alert goes from `open`, the open alerts, and `evaluated`, when each rule last ran.
    pub(crate) fn evaluate(&self, open: &[Alert], evaluated: &BTreeMap<String, Timestamp>) -> Evaluation {
        let (mut result, results) = (Evaluation::default(), Results::default());
        for rule in self.rules.iter() {
            let elapsed = self.elapsed(evaluated.get(&rule.alert));
            let open: Vec<&Alert> = open.iter().filter(|alert| alert.rule == rule.alert).collect();
            self.rule(rule, &open, elapsed, &results, &mut result);
        }
        let health = health_rule(&result);
        let before: Vec<&Alert> = open.iter().filter(|alert| alert.rule == RULE_HEALTH).collect();
        self.health(&health, &before, self.elapsed(evaluated.get(RULE_HEALTH)), &mut result);
        let known = |rule: &str| rule == RULE_HEALTH || self.rules.get(rule).is_some();
        for alert in open.iter().filter(|alert| !known(&alert.rule)) {
            result.changes.push(self.ended(alert, Reason::RuleRemoved, String::new(), None));
        }
        result.removed = evaluated.keys().filter(|rule| !known(rule)).cloned().collect();
        result.count(open);
        result
    }

    /// The evaluated time since a rule's last run; a clock that went back adds none.
    fn elapsed(&self, last: Option<&Timestamp>) -> i64 {
        last.map_or(0, |last| {
            (self.now.as_millisecond() - last.as_millisecond()).clamp(0, MAX_GAP.as_millis())
        })
    }

    fn rule(&self, rule: &Rule, open: &[&Alert], elapsed: i64, results: &Results, all: &mut Evaluation) {
        let query = self.catalogue.get(&rule.query);
        let hash = rule.definition_hash(query.as_ref().ok().copied());
        let looked =
            query.map_err(|error| error.to_string()).and_then(|query| self.look(rule, query, open, results));
        let (instances, error) = match looked {
            Ok(instances) => (instances, None),
            Err(error) => (in_doubt(rule, open), Some(error)),
        };
        let worst = instances.iter().map(|instance| instance.outcome).max().unwrap_or(Outcome::NoMatch);
        let outcome = if error.is_some() { Outcome::Error } else { worst };
        let report = RuleReport {
            rule: rule.alert.clone(),
            definition_hash: hash.clone(),
            outcome,
            error,
            instances: instances.len(),
        };
        all.rules.push(report);
        for instance in instances {
            let previous = open.iter().find(|alert| alert.labels == instance.labels).copied();
            all.changes.extend(self.advance(instance, previous, elapsed, &hash));
        }
    }

    /// The rule's instances: a row each, and the open alerts that no row is about.
    fn look<'r>(
        &self,
        rule: &'r Rule,
        query: &Query,
        open: &[&Alert],
        results: &Results,
    ) -> Result<Vec<Instance<'r>>, String> {
        let result = self.result(rule, query, results)?;
        let conditions = Conditions::prepare(rule, &result.table.columns)
            .map_err(|error| format!("condition: {error}"))?;
        let mut instances = Vec::new();
        let mut seen = BTreeSet::new();
        for series in &result.series {
            let labels = identity(rule, &series.labels);
            if !seen.insert(labels.clone()) {
                return Err(format!("two rows are the same alert {labels}: add a label, or aggregate"));
            }
            let state = open
                .iter()
                .find(|alert| alert.labels == labels)
                .and_then(|alert| alert.held)
                .map(|held| held.state);
            let outcome = conditions.outcome(series, state).map_err(|error| format!("condition: {error}"))?;
            instances.push(Instance { rule, labels, outcome, values: values(series), value: series.value });
        }
        // Absence is no match for sparse queries; for stores it is a silence that must not resolve anything.
        let absent = match query.front.instances {
            Instances::Sparse => Outcome::NoMatch,
            Instances::Stores => Outcome::NoData,
        };
        for alert in open.iter().filter(|alert| !seen.contains(&alert.labels)) {
            instances.push(instance_of(rule, alert, absent));
        }
        Ok(instances)
    }

    fn result(&self, rule: &Rule, query: &Query, results: &Results) -> Result<Rc<QueryResult>, String> {
        let window = self.runner.window(query, rule.over);
        let given: Vec<(String, Value)> =
            rule.params.iter().map(|(name, value)| (name.clone(), value.into())).collect();
        let key = format!("{} {} {} {given:?}", query.name, window.since, window.until);
        let known = results.borrow().get(&key).cloned();
        known.unwrap_or_else(|| {
            let fresh =
                self.runner.run(query, window, &given).map(Rc::new).map_err(|error| error.to_string());
            results.borrow_mut().insert(key, fresh.clone());
            fresh
        })
    }

    /// Moves one instance; `None` if there is nothing to store.
    fn advance(
        &self,
        instance: Instance<'_>,
        previous: Option<&Alert>,
        elapsed: i64,
        hash: &str,
    ) -> Option<Change> {
        let rule = instance.rule;
        let store = instance.labels.get(&self.inventory.label).map(str::to_owned);
        let is_removed = store
            .as_deref()
            .is_some_and(|id| !self.inventory.stores.is_empty() && self.inventory.store(id).is_none());
        if let (true, Some(alert)) = (is_removed, previous) {
            return Some(self.ended(alert, Reason::StoreRemoved, hash.to_owned(), Some(rule)));
        }
        let is_open = rule.during.as_deref().is_none_or(|calendar| {
            self.inventory.is_open(calendar, store.as_deref(), self.now).unwrap_or(true)
        });
        let before = previous.and_then(|alert| alert.held);
        let (after, reason) = step(before, instance.outcome, &timing(rule), is_open, elapsed);
        match (previous, after) {
            (None, None) => None,
            (Some(alert), None) => {
                let mut change = self.ended(alert, reason, hash.to_owned(), Some(rule));
                if !instance.values.is_empty() {
                    change.alert.values = instance.values;
                }
                Some(change)
            }
            (previous, Some(held)) => {
                let alert = self.held(previous, held, instance, store.as_deref());
                let from = previous.map_or("inactive", Alert::state_name);
                let change = Change {
                    alert,
                    from,
                    reason,
                    definition_hash: hash.to_owned(),
                    rule: Some(rule.clone()),
                };
                (previous != Some(&change.alert)).then_some(change)
            }
        }
    }

    /// The alert as it is after this run.
    fn held(
        &self,
        previous: Option<&Alert>,
        held: Held,
        instance: Instance<'_>,
        store: Option<&str>,
    ) -> Alert {
        let rule = instance.rule;
        let fresh = Alert {
            id: 0,
            rule: rule.alert.clone(),
            labels: instance.labels.clone(),
            severity: rule.severity.clone(),
            held: None,
            started: self.now,
            fired: None,
            ended: None,
            incident: None,
            values: Map::new(),
            annotations: BTreeMap::new(),
        };
        let mut alert = previous.cloned().unwrap_or(fresh);
        let fires_now = held.state == State::Firing && alert.fired.is_none();
        if fires_now || alert.annotations.is_empty() {
            alert.annotations = self.annotations(&instance, store);
        }
        if fires_now {
            alert.fired = Some(self.now);
        }
        if !instance.values.is_empty() {
            alert.values = instance.values;
        }
        (alert.held, alert.severity) = (Some(held), rule.severity.clone());
        alert
    }

    fn ended(&self, alert: &Alert, reason: Reason, definition_hash: String, rule: Option<&Rule>) -> Change {
        let ended = Alert { held: None, ended: Some(self.now), ..alert.clone() };
        Change { alert: ended, from: alert.state_name(), reason, definition_hash, rule: rule.cloned() }
    }

    /// The rule's texts with this instance's labels, values and store put in.
    fn annotations(&self, instance: &Instance<'_>, store: Option<&str>) -> BTreeMap<String, String> {
        let store = store.map(|id| {
            let name = self.inventory.store(id).map_or(id, |store| store.name.as_str());
            json!({ "id": id, "name": name })
        });
        let mut model = instance.values.clone();
        model.insert("value".into(), instance.value.into());
        model.insert("labels".into(), json!(instance.labels));
        model.insert("store".into(), store.unwrap_or_else(|| json!({ "id": "", "name": "" })));
        let render = |(name, text): (&String, &String)| {
            let rendered =
                self.templates.render_text(&format!("{} {name}", instance.rule.alert), text, &model);
            (name.clone(), rendered.unwrap_or_else(|error| format!("{text} ({error})")))
        };
        instance.rule.annotations.iter().map(render).collect()
    }

    /// One alert for all rules that are in trouble.
    fn health(&self, rule: &Rule, open: &[&Alert], elapsed: i64, all: &mut Evaluation) {
        let troubled = all.rules.iter().filter(|report| report.error.is_some()).count();
        let outcome = if troubled > 0 { Outcome::Match } else { Outcome::NoMatch };
        let values = Map::from_iter([("rules".to_owned(), json!(troubled))]);
        #[expect(clippy::cast_precision_loss, reason = "a count of rules")]
        let value = Some(troubled as f64);
        let instance = Instance { rule, labels: identity(rule, &Labels::default()), outcome, values, value };
        let hash = rule.definition_hash(None);
        all.changes.extend(self.advance(instance, open.first().copied(), elapsed, &hash));
        let (rule, error) = (RULE_HEALTH.to_owned(), None);
        all.rules.push(RuleReport { rule, definition_hash: hash, outcome, error, instances: 1 });
    }
}

/// The open alerts of a rule that failed.
fn in_doubt<'r>(rule: &'r Rule, open: &[&Alert]) -> Vec<Instance<'r>> {
    open.iter().map(|alert| instance_of(rule, alert, Outcome::Error)).collect()
}

fn instance_of<'r>(rule: &'r Rule, alert: &Alert, outcome: Outcome) -> Instance<'r> {
    Instance { rule, labels: alert.labels.clone(), outcome, values: Map::new(), value: None }
}

fn timing(rule: &Rule) -> Timing {
    Timing {
        hold: rule.hold,
        keep_firing_for: rule.keep_firing_for,
        on_no_data: rule.on_no_data,
        on_error: rule.on_error,
    }
}

/// The label set that is an alert's identity: the row's labels, the rule's, the severity and the name.
fn identity(rule: &Rule, labels: &Labels) -> Labels {
    let mut all = labels.clone();
    rule.labels.iter().for_each(|(name, value)| all.set(name, value));
    all.set("severity", &rule.severity);
    all.set("alertname", &rule.alert);
    all
}

fn values(series: &Series) -> Map<String, Json> {
    series.values.iter().map(|(column, value)| (column.clone(), value.to_json())).collect()
}
