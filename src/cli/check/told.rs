//! Rules of whose alerts nobody is told, by oversight or because they hold each other back.

use std::collections::BTreeMap;

use super::circle::circle;
use super::finding::Findings;
use crate::alert::{Evaluation, Rule, RuleSet, health_rule};
use crate::config::{Inhibition, Problem};
use crate::label::Labels;
use crate::query::Catalogue;
use crate::route::{EVENT, Router};

/// So many rules are named of those that share a fault.
const NAMED: usize = 3;

pub(super) fn check(router: Router<'_>, catalogue: &Catalogue, rules: &RuleSet, findings: &mut Findings) {
    let told = Told { router, catalogue, rules };
    findings.errors(told.circles());
    findings.errors(told.unknown_health_severity());
    findings.warnings(told.nobody());
    findings.warnings(told.silencers());
}

struct Told<'a> {
    router: Router<'a>,
    catalogue: &'a Catalogue,
    rules: &'a RuleSet,
}

impl Told<'_> {
    fn unknown_health_severity(&self) -> Option<Problem> {
        let severities = &self.router.config.severities;
        let named = self.router.config.alerting.health_severity.as_ref()?;
        let known = severities.keys().map(String::as_str);
        let problem = self
            .router
            .config
            .problem(&["alerting", "health_severity"], format!("there is no [severities.{named}]"));
        (!severities.contains_key(named)).then(|| problem.nearest(named, known))
    }

    /// Severities of which neither rule nor route nor anything else says whom to tell.
    fn nobody(&self) -> Vec<Problem> {
        let config = self.router.config;
        if self.rules.iter().next().is_none() {
            return Vec::new();
        }
        if config.channels.is_empty() {
            let message = "there are no [channels]: nobody is told of any alert";
            return vec![Problem::new(config.file(), 0, message)];
        }
        let health = health_rule(&Evaluation::default(), config.health_severity());
        let mut untold: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for rule in self.rules.iter().chain([&health]).filter(|rule| !self.is_told(rule)) {
            untold.entry(&rule.severity).or_default().push(&rule.alert);
        }
        let problem = |(severity, rules): (&str, Vec<&str>)| {
            let message = format!("nobody is told of {}", few(&rules));
            let hint = "say whom by `notify` of the severity, of a route, of [routing], or of the rule";
            config.problem(&["severities", severity], message).hint(hint)
        };
        untold.into_iter().map(problem).collect()
    }

    /// Whether somebody may be told: of the labels that rows give, nobody knows more than their names.
    fn is_told(&self, rule: &Rule) -> bool {
        let (config, known) = (self.router.config, known(rule));
        let severity = config.severities.get(&rule.severity);
        let is_open = |name: &str| known.get(name).is_none() && self.may_have(rule, name);
        let mut routes = config
            .routes
            .iter()
            .filter(|route| route.notify.as_ref().is_some_and(|notify| !notify.is_empty()));
        !rule.notify.is_empty()
            || severity.is_some_and(|severity| !severity.notify.is_empty())
            || !config.routing.notify.is_empty()
            || routes
                .any(|route| !route.matchers.mentions(EVENT) && route.matchers.could_match(&known, is_open))
    }

    /// Whether alerts of a rule may have a label: of an expression, any.
    fn may_have(&self, rule: &Rule, label: &str) -> bool {
        let gives = |name| {
            self.catalogue.get(name).is_ok_and(|query| query.front.labels.iter().any(|known| known == label))
        };
        rule.labels.contains_key(label) || rule.look.query().is_none_or(gives)
    }

    /// Rules of which nobody is told and that keep a less grave one on the same query from being told.
    fn silencers(&self) -> Vec<Problem> {
        if self.router.config.channels.is_empty() {
            return Vec::new();
        }
        let held_by = |graver: &&Rule| {
            let lesser =
                self.rules.iter().filter(|lesser| self.is_graver(graver, lesser) && self.is_told(lesser));
            lesser.map(|rule| rule.alert.as_str()).collect::<Vec<_>>()
        };
        let silencers = self.rules.iter().filter(|rule| !self.is_told(rule));
        let with_held = silencers.map(|rule| (rule, held_by(&rule))).filter(|(_, held)| !held.is_empty());
        let problem = |(rule, held): (&Rule, Vec<&str>)| {
            let message =
                format!("rule {}: nobody is told of it, and it holds back {}", rule.alert, few(&held));
            Problem::new(&rule.file, rule.line, message)
                .hint("the graver of two on one query is the one that is told")
        };
        with_held.map(problem).collect()
    }

    /// Rules that hold each other back for as long as they fire.
    fn circles(&self) -> Vec<Problem> {
        let by_name = |name: &str| self.rules.get(name);
        let next = |name| by_name(name).map(|rule| self.held_by(rule)).unwrap_or_default();
        let circles = self.rules.iter().filter_map(|rule| Some((rule, circle(&rule.alert, next)?)));
        let problem = |(rule, way): (&Rule, String)| {
            let message =
                format!("rule {}: a circle in which each holds back the one before: {way}", rule.alert);
            let hint =
                "where all fire, nobody is told of any: drop a `depends_on` or an `[[inhibit]]` of them";
            Problem::new(&rule.file, rule.line, message).hint(hint)
        };
        circles.map(problem).collect()
    }

    /// The rules whose alerts hold back this one's.
    fn held_by<'r>(&'r self, rule: &'r Rule) -> Vec<&'r str> {
        let inhibitions = &self.router.config.inhibit;
        let holds = |other: &&Rule| {
            rule.depends_on.contains(&other.alert)
                || self.is_graver(other, rule)
                || inhibitions.iter().any(|inhibition| inhibits(inhibition, other, rule))
        };
        let others = self.rules.iter().filter(|other| other.alert != rule.alert);
        others.filter(holds).map(|other| other.alert.as_str()).collect()
    }

    /// Two thresholds on one query, of which the first is the graver.
    fn is_graver(&self, one: &Rule, other: &Rule) -> bool {
        let gravity = |rule: &Rule| self.router.gravity(&rule.severity);
        one.look.query().is_some() && one.look.query() == other.look.query() && gravity(one) < gravity(other)
    }
}

/// Whether alerts of `source` hold back those of `target` by the labels that the rules themselves say.
fn inhibits(inhibition: &Inhibition, source: &Rule, target: &Rule) -> bool {
    let (source, target) = (known(source), known(target));
    let may_agree = |label: &String| match (source.get(label), target.get(label)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    inhibition.source.matches(&source)
        && inhibition.target.matches(&target)
        && !inhibition.source.matches(&target)
        && inhibition.equal.iter().all(may_agree)
}

/// The labels that every alert of a rule has.
fn known(rule: &Rule) -> Labels {
    let is_fixed = |text: &String| !text.contains("{{") && !text.contains("{%");
    let fixed = rule.labels.iter().filter(|(_, text)| is_fixed(text));
    let mut labels: Labels = fixed.map(|(name, text)| (name.as_str(), text.as_str())).collect();
    labels.set("alertname", &rule.alert);
    labels.set("severity", &rule.severity);
    labels
}

fn few(names: &[&str]) -> String {
    let first = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}
