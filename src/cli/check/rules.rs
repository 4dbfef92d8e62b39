//! Every rule in force: its query, predicates, names and texts.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde_json::{Map, Value, json};

use super::config::names;
use super::finding::Findings;
use crate::alert::{Rule, RuleSet, columns_of, lint};
use crate::config::{Config, Problem};
use crate::db::Prepared;
use crate::inventory::Inventory;
use crate::query::lint::idle_window;
use crate::query::{Catalogue, Query};
use crate::render::Templates;

/// What rules are checked against.
pub(super) struct Rules<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
    pub catalogue: &'a Catalogue,
    /// The queries that could be prepared.
    pub prepared: &'a BTreeMap<String, Prepared>,
    pub templates: Option<&'a Templates>,
}

impl Rules<'_> {
    pub(super) fn check(&self, findings: &mut Findings) {
        let profile = self.config.project.profile.as_deref();
        let (rules, problems) = RuleSet::load(profile, &self.config.resolve("rules".as_ref()));
        findings.errors(problems);
        findings.count("rules", rules.len());
        for rule in rules.iter() {
            findings.errors(self.unknown_names(rule));
            match self.catalogue.get(&rule.query) {
                Ok(query) => findings.errors(self.with_query(rule, query)),
                Err(error) => {
                    let hint = error.nearest().map(|name| format!("did you mean {name}?"));
                    findings.errors([Problem { hint, ..at(rule, &error) }]);
                }
            }
        }
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

    /// What the rule says of its query: source, parameters, window, predicates, texts.
    fn with_query(&self, rule: &Rule, query: &Query) -> Vec<Problem> {
        let source = query.front.source.as_str();
        if !["own", "logs"].contains(&source) && !self.config.sources.contains_key(source) {
            let message = format!("query {} reads the source {source}", query.name);
            let hint =
                format!("tillwatch.toml has no [sources.{source}]; `enabled: false` switches the rule off");
            return vec![at(rule, message).hint(hint)];
        }
        let mut problems: Vec<_> =
            lint(rule, query).into_iter().map(|(message, hint)| at(rule, message).hint(hint)).collect();
        let Some(prepared) = self.prepared.get(&query.name) else { return problems };
        for name in rule.params.keys().filter(|name| !prepared.parameters.contains(name)) {
            let known = query.front.params.keys().map(String::as_str);
            problems.push(
                at(rule, format!("query {} has no parameter :{name}", query.name)).nearest(name, known),
            );
        }
        let window = rule.over.and_then(|_| idle_window(&rule.file, rule.line, query, prepared));
        let predicates = columns_of(rule, &prepared.columns)
            .err()
            .map(|error| at(rule, error).hint(format!("the columns are {}", prepared.columns.join(", "))));
        problems.extend(window.into_iter().chain(predicates));
        problems.extend(self.annotations(rule, query, prepared));
        problems
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
        rule.annotations.iter().filter_map(failed).collect()
    }
}

fn at(rule: &Rule, message: impl Display) -> Problem {
    Problem::new(&rule.file, rule.line, format!("rule {}: {message}", rule.alert))
}
