//! Every rule in force: its query, predicates, names and texts.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::Path;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::config::names;
use super::finding::Findings;
use super::routing::Routing;
use crate::alert::{
    Look, Policy, Recording, Rule, RuleSet, columns_of, is_understood, lint, strange_templates, value_labels,
};
use crate::config::{Config, Problem};
use crate::db::Prepared;
use crate::inventory::Inventory;
use crate::query::lint::idle_window;
use crate::query::{Catalogue, Query, known_instances, prometheus_source, promql};
use crate::render::Templates;

/// What rules are checked against.
pub(super) struct Rules<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
    pub catalogue: &'a Catalogue,
    pub all: &'a RuleSet,
    /// The queries that could be prepared.
    pub prepared: &'a BTreeMap<String, Prepared>,
    pub templates: Option<&'a Templates>,
}

impl Rules<'_> {
    pub(super) fn check(&self, findings: &mut Findings) {
        let rules = self.all;
        findings.count("rule", rules.len());
        for rule in rules.iter() {
            let place = Place { file: &rule.file, line: rule.line, name: &rule.alert };
            findings.errors(self.unknown_names(rule));
            findings.errors(self.escalation(rule));
            findings.errors(dependencies(rule, rules));
            findings.errors(doubts(&place, strange_templates(rule)));
            findings.warnings(self.on_error(rule));
            let values = match self.columns(&place, &rule.look) {
                Ok(Some((query, prepared))) => {
                    findings.errors(self.with_query(rule, query, prepared));
                    let is_label = |column: &&String| query.front.labels.contains(column);
                    prepared.columns.iter().filter(|column| !is_label(column)).cloned().collect()
                }
                Ok(None) => {
                    findings.errors(self.expr_texts(rule));
                    vec!["value".to_owned()]
                }
                Err(problem) => {
                    findings.errors([problem]);
                    continue;
                }
            };
            findings.errors(doubts(&place, value_labels(rule, &values)));
        }
        for recording in rules.recordings() {
            let place = Place { file: &recording.file, line: recording.line, name: &recording.record };
            findings.errors(self.recording(&place, recording));
        }
    }

    /// The query behind a rule as its source accepts it; `None` for an expression.
    fn columns(&self, place: &Place<'_>, look: &Look) -> Result<Option<(&Query, &Prepared)>, Problem> {
        match look {
            Look::Expr { source, expr } => {
                if let Some(mistake) = promql::mistake(expr) {
                    return Err(place.problem(format!("expr: {mistake}")));
                }
                let found = prometheus_source(self.config, source.as_deref()).map(|_| None);
                found.map_err(|error| Problem { hint: error.hint(), ..place.problem(&error) })
            }
            Look::Query { query, params, over } => {
                let query = self.catalogue.get(query).map_err(|error| {
                    let hint = error.nearest().map(|name| format!("did you mean {name}?"));
                    Problem { hint, ..place.problem(&error) }
                })?;
                self.known_source(place, query)?;
                let Some(prepared) = self.prepared.get(&query.name) else { return Ok(None) };
                if let Some(name) = params.keys().find(|name| !prepared.parameters.contains(name)) {
                    let known = query.front.params.keys().map(String::as_str);
                    let message = format!("query {} has no parameter :{name}", query.name);
                    return Err(place.problem(message).nearest(name, known));
                }
                match over.and_then(|_| idle_window(place.file, place.line, query, prepared)) {
                    Some(problem) => Err(problem),
                    None => Ok(Some((query, prepared))),
                }
            }
        }
    }

    fn known_source(&self, place: &Place<'_>, query: &Query) -> Result<(), Problem> {
        let source = query.front.source.as_str();
        if ["own", "logs"].contains(&source) || self.config.sources.contains_key(source) {
            return Ok(());
        }
        let message = format!("query {} reads the source {source}", query.name);
        let hint =
            format!("tillwatch.toml has no [sources.{source}]; `enabled: false` switches the rule off");
        Err(place.problem(message).hint(hint))
    }

    /// A recording's name, labels and look.
    fn recording(&self, place: &Place<'_>, recording: &Recording) -> Vec<Problem> {
        let looked = self.columns(place, &recording.look);
        let no_value = |(query, prepared): (&Query, &Prepared)| {
            let has_value = prepared.columns.iter().any(|column| column == "value");
            (!has_value).then(|| place.problem(format!("query {} gives no column value", query.name)))
        };
        let of_look = match looked {
            Ok(found) => found.and_then(no_value),
            Err(problem) => Some(problem),
        };
        let of_name = recording.mistake().map(|mistake| place.problem(mistake));
        of_look.into_iter().chain(of_name).collect()
    }

    /// Annotations of an expression, whose labels are not known: only whether they are templates at all.
    fn expr_texts(&self, rule: &Rule) -> Vec<Problem> {
        let Some(templates) = self.templates else { return Vec::new() };
        let texts = || rule.annotations.iter().filter(|(_, text)| is_understood(text));
        templates.compile(texts()).mistakes().map(|error| at(rule, error)).collect()
    }

    /// Severity, channels, contacts, calendar and actions that the configuration does not have.
    fn unknown_names(&self, rule: &Rule) -> Vec<Problem> {
        let config = self.config;
        let severities = config.severities.keys().map(String::as_str);
        let is_told = !rule.notify.is_empty() && config.severities.is_empty();
        let mut problems = Vec::new();
        if !is_told && !config.severities.contains_key(&rule.severity) {
            let message = format!("there is no [severities.{}]", rule.severity);
            problems.push(at(rule, message).nearest(&rule.severity, severities));
        }
        for told in &rule.notify {
            problems.extend(names(config, self.inventory, told, &|message| at(rule, message)));
        }
        for action in rule.actions.iter().filter(|action| !config.actions.contains_key(*action)) {
            let known = config.actions.keys().map(String::as_str);
            problems.push(at(rule, format!("there is no [actions.{action}]")).nearest(action, known));
        }
        let calendars: Vec<&str> =
            config.calendars.keys().map(String::as_str).chain(["store_hours"]).collect();
        if let Some(during) = rule.during.as_deref().filter(|during| !calendars.contains(during)) {
            problems.push(at(rule, format!("there is no [calendars.{during}]")).nearest(during, calendars));
        }
        problems
    }

    /// `on_error: alert` of a rule whose instances nobody knows without an answer.
    fn on_error(&self, rule: &Rule) -> Option<Problem> {
        let query = rule.look.query().map(|name| self.catalogue.get(name));
        let is_known = match query {
            None => false,
            Some(Err(_)) => return None,
            Some(Ok(query)) => known_instances(query, self.inventory, Timestamp::UNIX_EPOCH).is_some(),
        };
        let message = "on_error: alert can only keep what is open: which alerts to open shows in rows alone";
        let label = &self.inventory.label;
        let hint = format!(
            "it opens them for a query with `labels: [{label}]` and `instances: stores`, or without labels"
        );
        (rule.on_error == Policy::Alert && !is_known).then(|| at(rule, message).hint(hint))
    }

    fn escalation(&self, rule: &Rule) -> Vec<Problem> {
        let severity = self.config.severities.get(&rule.severity);
        let has_calendar = severity.is_some_and(|severity| severity.calendar.is_some());
        let routing = Routing { config: self.config, inventory: self.inventory };
        let steps = rule.escalate.as_deref().unwrap_or_default();
        routing.escalations(steps, has_calendar, &|message| at(rule, message))
    }

    /// What the rule says of its query: predicates, texts.
    fn with_query(&self, rule: &Rule, query: &Query, prepared: &Prepared) -> Vec<Problem> {
        let place = Place { file: &rule.file, line: rule.line, name: &rule.alert };
        let predicates = columns_of(rule, &prepared.columns)
            .err()
            .map(|error| at(rule, error).hint(format!("the columns are {}", prepared.columns.join(", "))));
        let texts = self.annotations(rule, query, prepared);
        doubts(&place, lint(rule, query)).into_iter().chain(predicates).chain(texts).collect()
    }

    /// Annotations that do not render with the columns that there are.
    fn annotations(&self, rule: &Rule, query: &Query, prepared: &Prepared) -> Vec<Problem> {
        let Some(templates) = self.templates else { return Vec::new() };
        let (labels, values): (Vec<_>, Vec<_>) =
            prepared.columns.iter().partition(|column| query.front.labels.contains(column));
        let mut model: Map<String, Value> =
            values.into_iter().chain([&"value".to_owned()]).map(|name| (name.clone(), json!(1.5))).collect();
        let labels: Map<String, Value> = labels.into_iter().map(|name| (name.clone(), json!("1"))).collect();
        model.insert("labels".into(), labels.into());
        model.insert("store".into(), json!({ "id": "1", "name": "Store" }));
        let failed = |(name, text): (&String, &String)| {
            let error = templates.render_text(&format!("annotation {name}"), text, &model).err()?;
            Some(at(rule, error))
        };
        rule.annotations.iter().filter(|(_, text)| is_understood(text)).filter_map(failed).collect()
    }
}

/// Where a rule stands.
struct Place<'a> {
    file: &'a Path,
    line: usize,
    name: &'a str,
}

impl Place<'_> {
    fn problem(&self, message: impl Display) -> Problem {
        Problem::new(self.file, self.line, format!("rule {}: {message}", self.name))
    }
}

/// Rules that one depends on and that are not there.
fn dependencies(rule: &Rule, rules: &RuleSet) -> Vec<Problem> {
    let known: Vec<&str> =
        rules.iter().map(|other| other.alert.as_str()).filter(|other| *other != rule.alert).collect();
    let unknown = rule.depends_on.iter().filter(|name| !known.contains(&name.as_str()));
    unknown
        .map(|name| {
            at(rule, format!("depends on {name}, and there is no other rule of that name"))
                .nearest(name, known.iter().copied())
        })
        .collect()
}

fn doubts(place: &Place<'_>, found: Vec<(String, &'static str)>) -> Vec<Problem> {
    found.into_iter().map(|(message, hint)| place.problem(message).hint(hint)).collect()
}

fn at(rule: &Rule, message: impl Display) -> Problem {
    Problem::new(&rule.file, rule.line, format!("rule {}: {message}", rule.alert))
}
