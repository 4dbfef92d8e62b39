//! One run over all rules: reads results, keeps recordings, and decides every transition.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Map, Value as Json};

use super::advance::Mover;
use super::evaluation::{Change, Evaluation, RuleReport};
use super::health::{RULE_HEALTH, health_rule};
use super::instance::{Course, Instance, RuleTexts, Stores};
use super::look::Found;
use super::record::samples;
use super::rule_set::{Entry, Group};
use super::step::{Outcome, Reason, elapsed_ms, is_due};
use super::store::{Alert, RuleState};
use super::{Recording, Rule, RuleSet};
use crate::config::Alerting;
use crate::db::Database;
use crate::ingest::store_samples;
use crate::inventory::Inventory;
use crate::label::Labels;
use crate::query::{Catalogue, QueryResult, Runner};
use crate::render::Templates;
use crate::time::Duration;

/// What the rules are evaluated with.
pub(crate) struct Evaluator<'a> {
    pub rules: &'a RuleSet,
    pub catalogue: &'a Catalogue,
    pub runner: &'a Runner<'a>,
    pub inventory: &'a Inventory,
    pub templates: &'a Templates,
    pub alerting: &'a Alerting,
    /// The severity of the alert about rules that cannot be evaluated.
    pub health_severity: &'a str,
    /// Where recordings are kept; nowhere if nothing is to change.
    pub recordings: Option<&'a Database>,
    pub now: Timestamp,
}

impl Evaluator<'_> {
    /// Decides where every alert goes from `open`, the open alerts, and `states`, how each rule last fared.
    ///
    /// Recordings are kept at once, each before the next rule of its group.
    pub(crate) fn evaluate(&self, open: &[Alert], states: &BTreeMap<String, RuleState>) -> Evaluation {
        let mut run = Run::new(self, open, states);
        for group in self.rules.groups() {
            for entry in &group.entries {
                match entry {
                    Entry::Alert(rule) => run.alert(rule, group),
                    Entry::Record(recording) => run.record(recording, group),
                    Entry::Off(_) => {}
                }
            }
        }
        run.keep_unread();
        run.health();
        run.removed(open)
    }
}

/// The rows that rules look at, each query run once for each window and set of parameters.
pub(super) type Results = HashMap<ResultKey, Result<Rc<QueryResult>, String>>;

/// What tells one result from another.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct ResultKey {
    pub source: String,
    pub text: String,
}

/// An evaluation on its way.
pub(super) struct Run<'e> {
    pub of: &'e Evaluator<'e>,
    pub stores: Rc<Stores<'e>>,
    pub results: Results,
    states: &'e BTreeMap<String, RuleState>,
    /// Open alerts by rule; those that are left in the end belong to rules that are gone.
    open: HashMap<&'e str, Vec<&'e Alert>>,
    /// Whether each calendar is open for each store.
    hours: HashMap<(String, String), bool>,
    done: Evaluation,
}

impl<'e> Run<'e> {
    fn new(of: &'e Evaluator<'e>, open: &'e [Alert], states: &'e BTreeMap<String, RuleState>) -> Self {
        let mut by_rule: HashMap<&str, Vec<&Alert>> = HashMap::new();
        for alert in open {
            by_rule.entry(&alert.rule).or_default().push(alert);
        }
        let (results, hours) = (Results::default(), HashMap::default());
        let stores = Rc::new(Stores::new(of.inventory));
        let done = Evaluation { mistakes: of.rules.mistakes().to_vec(), ..Evaluation::default() };
        Self { of, stores, results, states, open: by_rule, hours, done }
    }

    fn alert(&mut self, rule: &Arc<Rule>, group: &Group) {
        let open = self.open.remove(rule.alert.as_str()).unwrap_or_default();
        let stores = Rc::clone(&self.stores);
        let texts = RuleTexts::new(rule, self.of.templates, &stores);
        let query = rule.look.query().and_then(|name| self.of.catalogue.get(name).ok());
        let hash: Arc<str> = rule.definition_hash(query).into();
        let last = self.states.get(&rule.alert);
        let was_due = self.is_due(last, group);
        let found = match last.filter(|_| !was_due) {
            Some(last) => Found::left(last, &open),
            None => self
                .look(rule, group, &texts, &open)
                .unwrap_or_else(|error| self.blind(rule, &texts, error, &open)),
        };
        let mover = self.mover_of(rule, &texts, &hash, group);
        let (instances, changes) = self.advance(&mover, found.instances);
        self.done.changes.extend(changes);
        self.done.rules.push(RuleReport {
            rule: rule.alert.clone(),
            definition_hash: hash,
            outcome: found.outcome,
            error: found.error,
            warnings: found.warnings,
            was_due,
            instances,
        });
    }

    /// Whether the group's interval has passed. What failed is tried again at the next run: its answer is still owed.
    fn is_due(&self, last: Option<&RuleState>, group: &Group) -> bool {
        let answered = last.filter(|last| last.error.is_none());
        is_due(group.interval, answered.map(|last| last.at), self.of.now)
    }

    fn mover_of<'m>(
        &self,
        rule: &'m Arc<Rule>,
        texts: &'m RuleTexts<'m>,
        hash: &'m Arc<str>,
        group: &Group,
    ) -> Mover<'m> {
        let (now, last) = (self.of.now, self.states.get(&rule.alert).map(|last| last.at));
        // A group that is due once an hour leaves an hour between two looks by design.
        let most = self.of.alerting.max_gap.as_millis() + group.interval.unwrap_or_default().as_millis();
        let whole = last.map_or(0, |last| now.as_millisecond() - last.as_millisecond());
        let unwatched = u64::try_from(whole - most).ok().filter(|millis| *millis > 0);
        let elapsed_ms = elapsed_ms(last, now, most);
        Mover { rule, texts, hash, elapsed_ms, gap: unwatched.map(Duration::from_millis), now }
    }

    fn advance(
        &mut self,
        mover: &Mover<'_>,
        instances: Vec<(Instance, Option<&Alert>)>,
    ) -> (Vec<super::InstanceReport>, Vec<Change>) {
        let (mut reports, mut changes) = (Vec::with_capacity(instances.len()), Vec::new());
        for (mut instance, previous) in instances {
            self.stores.end_lost(&mut instance, previous);
            let is_open = self.is_open(mover.rule, &instance.labels);
            let (report, change) = mover.advance(instance, previous, is_open);
            reports.push(report);
            changes.extend(change);
        }
        (reports, changes)
    }

    /// Whether the rule's calendar is open for the store that the labels name; a calendar that nobody knows is open.
    fn is_open(&mut self, rule: &Rule, labels: &Labels) -> bool {
        let Some(calendar) = rule.during.as_deref() else { return true };
        let (inventory, now) = (self.of.inventory, self.of.now);
        let store = labels.get(&inventory.label);
        let key = (calendar.to_owned(), store.unwrap_or_default().to_owned());
        *self.hours.entry(key).or_insert_with(|| inventory.is_open(calendar, store, now).unwrap_or(true))
    }

    /// Runs a recording and keeps what it gave.
    fn record(&mut self, recording: &Recording, group: &Group) {
        let key = recording.key();
        let last = self.states.get(&key);
        let was_due = self.is_due(last, group);
        let query = recording.look.query().and_then(|name| self.of.catalogue.get(name).ok());
        let (outcome, error, warnings) = match last.filter(|_| !was_due) {
            Some(last) => (last.outcome, None, Vec::new()),
            None => match self.recorded(recording, group) {
                Ok(warnings) => (Outcome::NoMatch, None, warnings),
                Err(error) => (Outcome::Error, Some(error), Vec::new()),
            },
        };
        self.done.rules.push(RuleReport {
            rule: key,
            definition_hash: recording.definition_hash(query).into(),
            outcome,
            error,
            warnings,
            was_due,
            instances: Vec::new(),
        });
    }

    fn recorded(&mut self, recording: &Recording, group: &Group) -> Result<Vec<String>, String> {
        let result = self.result(&recording.look, group.offset)?;
        let samples = samples(recording, &result, self.of.inventory)?;
        if let Some(database) = self.of.recordings {
            let (label, now) = (&self.of.inventory.label, self.of.now);
            let stored = database.write(|session| store_samples(session, &samples, label, None, now));
            stored.map_err(|error| error.to_string())?;
            // Whoever reads the own database from here on reads it anew.
            self.of.runner.forget(OWN);
            self.results.retain(|key, _| key.source != OWN);
        }
        Ok(result.warnings.clone())
    }

    /// While files of rules cannot be read, whatever is not among the rules may stand in them: it stays as it is.
    fn keep_unread(&mut self) {
        if self.done.mistakes.is_empty() {
            return;
        }
        let read: HashSet<&str> = self.done.rules.iter().map(|report| report.rule.as_str()).collect();
        let unread = |rule: &&str| *rule != RULE_HEALTH && !read.contains(rule);
        let known = self.states.keys().map(String::as_str).chain(self.open.keys().copied());
        let unread: BTreeSet<&str> = known.filter(unread).collect();
        for rule in unread {
            let open = self.open.remove(rule).unwrap_or_default();
            self.done.rules.push(RuleReport::unread(rule, &open));
        }
    }

    /// One alert for all rules that are in trouble.
    fn health(&mut self) {
        let rule = Arc::new(health_rule(&self.done, self.of.health_severity));
        let open = self.open.remove(RULE_HEALTH).unwrap_or_default();
        let failed = self.done.rules.iter().filter(|report| report.error.is_some()).count();
        let troubled = failed + self.done.mistakes.len();
        let outcome = if troubled > 0 { Outcome::Match } else { Outcome::NoMatch };
        let stores = Stores::default();
        let texts = RuleTexts::new(&rule, self.of.templates, &stores);
        let labels = Labels::from_iter([("severity", rule.severity.as_str()), ("alertname", RULE_HEALTH)]);
        let values = Map::from_iter([("rules".to_owned(), Json::from(troubled))]);
        let (value, detail, course) = (troubled.into(), "".into(), Course::Step);
        let instance = Instance { labels, outcome, detail, values, value, course };
        let hash: Arc<str> = rule.definition_hash(None).into();
        let every_run = Group { interval: None, offset: Duration::ZERO, entries: Vec::new() };
        let mover = self.mover_of(&rule, &texts, &hash, &every_run);
        let (instances, changes) = self.advance(&mover, vec![(instance, open.first().copied())]);
        self.done.changes.extend(changes);
        self.done.rules.push(RuleReport {
            rule: RULE_HEALTH.into(),
            definition_hash: hash,
            outcome,
            error: None,
            warnings: Vec::new(),
            was_due: true,
            instances,
        });
    }

    /// Ends what belongs to rules that are in force no longer, and counts.
    fn removed(mut self, all: &[Alert]) -> Evaluation {
        let mut orphans: Vec<&Alert> = self.open.values().flatten().copied().collect();
        orphans.sort_by_key(|alert| alert.id);
        for alert in orphans {
            self.done.changes.push(Change {
                alert: Alert { held: None, ended: Some(self.of.now), ..alert.clone() },
                from: alert.state_name(),
                reason: Reason::RuleRemoved,
                outcome: Outcome::NoMatch,
                definition_hash: "".into(),
                rule: None,
            });
        }
        let known: Vec<&str> = self.done.rules.iter().map(|report| report.rule.as_str()).collect();
        let gone = self.states.keys().filter(|rule| !known.contains(&rule.as_str()));
        self.done.removed = gone.cloned().collect();
        self.done.count(all);
        self.done
    }
}

/// The source that is the own database.
const OWN: &str = "own";
