//! Rule files as they are written: groups as in Prometheus, with more keys.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use serde_saphyr::Spanned;

use super::go_template;
use super::health::RULE_HEALTH;
use super::rule::{DEFAULT_SEVERITY, Look, MinSamples, Parameter, Policy};
use super::rule_set::{Entry, Group};
use super::{Recording, Rule};
use crate::config::{Escalation, Notify, Problem};
use crate::time::Duration;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    #[serde(default)]
    groups: Vec<RawGroup>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGroup {
    name: String,
    /// How often its rules are evaluated; at every run where absent.
    interval: Option<Duration>,
    /// So many matches of each rule at most; 0 is no limit.
    limit: Option<usize>,
    /// How long before now everything is looked at.
    #[serde(default)]
    query_offset: Duration,
    /// The source of its expressions.
    source: Option<String>,
    /// Labels of each of its rules that has not its own.
    #[serde(default)]
    labels: BTreeMap<String, String>,
    #[serde(default)]
    rules: Vec<Spanned<RawRule>>,
}

/// Every key of a rule; which ones belong together is checked by [`RawRule::read`].
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    alert: Option<String>,
    record: Option<String>,
    severity: Option<String>,
    query: Option<String>,
    over: Option<Duration>,
    when: Option<String>,
    until: Option<String>,
    min_samples: Option<MinSamples>,
    #[serde(default)]
    params: BTreeMap<String, Parameter>,
    expr: Option<String>,
    source: Option<String>,
    during: Option<String>,
    #[serde(rename = "for")]
    hold: Option<Duration>,
    keep_firing_for: Option<Duration>,
    on_no_data: Option<Policy>,
    on_error: Option<Policy>,
    limit: Option<usize>,
    #[serde(default)]
    notify: Notify,
    escalate: Option<Vec<Escalation>>,
    repeat: Option<Duration>,
    response: Option<Duration>,
    #[serde(default)]
    depends_on: Vec<String>,
    #[serde(default)]
    actions: Vec<String>,
    #[serde(default)]
    labels: BTreeMap<String, String>,
    #[serde(default)]
    annotations: BTreeMap<String, String>,
    /// False switches a shipped rule off.
    #[serde(default = "yes")]
    enabled: bool,
}

fn yes() -> bool {
    true
}

/// The groups of a file, as far as they can be read, and what is wrong with the rest.
pub(super) fn read(file: &Path, text: &str) -> (Vec<Group>, Vec<Problem>) {
    let raw: RuleFile = match serde_saphyr::from_str(text) {
        Ok(raw) => raw,
        Err(error) => return (Vec::new(), vec![Problem::yaml(file, 1, &error)]),
    };
    let mut problems = Vec::new();
    let mut group = |mut raw: RawGroup| {
        let mut entries = Vec::new();
        for rule in std::mem::take(&mut raw.rules) {
            let line = usize::try_from(rule.referenced.line()).unwrap_or_default();
            let name = rule.value.alert.clone().or_else(|| rule.value.record.clone()).unwrap_or_default();
            match rule.value.read(&raw, file, line) {
                Ok(entry) => entries.push(entry),
                Err(wrong) => problems.push(
                    Problem::new(file, line, format!("rule {name}: {}", wrong.message)).hint(wrong.hint),
                ),
            }
        }
        Group {
            interval: raw.interval.filter(|interval| *interval != Duration::ZERO),
            offset: raw.query_offset,
            entries,
        }
    };
    let mut names = BTreeSet::new();
    let twice = raw.groups.iter().find(|group| !names.insert(&group.name));
    let twice = twice.map(|group| Problem::new(file, 0, format!("two groups are named {}", group.name)));
    let groups = raw.groups.into_iter().map(&mut group).collect();
    problems.extend(twice);
    (groups, problems)
}

/// Why a rule's keys make no rule.
struct Wrong {
    message: String,
    hint: &'static str,
}

fn wrong(message: impl Into<String>, hint: &'static str) -> Wrong {
    Wrong { message: message.into(), hint }
}

impl RawRule {
    fn read(mut self, group: &RawGroup, file: &Path, line: usize) -> Result<Entry, Wrong> {
        for (name, value) in &group.labels {
            self.labels.entry(name.clone()).or_insert_with(|| value.clone());
        }
        let limit = self.limit.or(group.limit).filter(|limit| *limit > 0);
        let file = file.to_owned();
        match (self.alert.take(), self.record.take()) {
            (Some(alert), None) if alert == RULE_HEALTH => Err(wrong(
                "the alert about rules that cannot be evaluated has this name",
                "name it otherwise; `[alerting] health_severity` says how grave that alert is",
            )),
            (Some(alert), None) if !self.enabled => Ok(Entry::Off(alert)),
            (Some(alert), None) => {
                let look = self.look(group)?;
                if self.when.is_none() && look.query().is_some() {
                    return Err(wrong("there is no `when`", "say when it is wrong, like `when: value > 5`"));
                }
                let severity = self.severity()?;
                let understood = |text: String| go_template::translate(&text).unwrap_or(text);
                let texts = |texts: BTreeMap<String, String>| {
                    texts.into_iter().map(|(name, text)| (name, understood(text))).collect()
                };
                Ok(Entry::Alert(Arc::new(Rule {
                    alert,
                    severity,
                    look,
                    when: self.when,
                    until: self.until,
                    min_samples: self.min_samples,
                    during: self.during,
                    hold: self.hold.unwrap_or_default(),
                    keep_firing_for: self.keep_firing_for.unwrap_or_default(),
                    on_no_data: self.on_no_data.unwrap_or_default(),
                    on_error: self.on_error.unwrap_or_default(),
                    limit,
                    notify: self.notify,
                    escalate: self.escalate,
                    repeat: self.repeat,
                    response: self.response,
                    depends_on: self.depends_on,
                    actions: self.actions,
                    labels: texts(self.labels),
                    annotations: texts(self.annotations),
                    file,
                    line,
                })))
            }
            (None, Some(record)) if !self.enabled => Ok(Entry::Off(record)),
            (None, Some(record)) => {
                let look = self.look(group)?;
                if let Some(key) = self.alerts_only() {
                    return Err(wrong(
                        format!("a recording has no `{key}`"),
                        "it has record, query or expr, over, params, source, labels and limit",
                    ));
                }
                Ok(Entry::Record(Arc::new(Recording {
                    record,
                    look,
                    limit,
                    labels: self.labels,
                    file,
                    line,
                })))
            }
            (Some(_), Some(_)) => Err(wrong("it has both `alert` and `record`", "make two rules of it")),
            (None, None) => Err(wrong("it has neither `alert` nor `record`", "name it by one of them")),
        }
    }

    /// A query with what belongs to it, or an expression.
    fn look(&mut self, group: &RawGroup) -> Result<Look, Wrong> {
        match (self.query.take(), self.expr.take()) {
            (Some(query), None) if self.source.is_none() => {
                Ok(Look::Query { query, over: self.over, params: std::mem::take(&mut self.params) })
            }
            (Some(query), None) => Err(wrong(
                format!("it names a source beside the query {query}"),
                "the query's own file names its source; `source` is for `expr`",
            )),
            (None, Some(expr)) => match self.queries_only() {
                Some(key) => Err(wrong(
                    format!("it has `{key}` beside `expr`"),
                    "say it in the expression: whatever it returns is a match",
                )),
                None => Ok(Look::Expr { expr, source: self.source.take().or_else(|| group.source.clone()) }),
            },
            (Some(_), Some(_)) => Err(wrong("it has both `query` and `expr`", "drop one of them")),
            (None, None) => Err(wrong(
                "it has neither `query` nor `expr`",
                "name a query of the catalogue, or write PromQL in `expr`",
            )),
        }
    }

    /// The first key that means something only beside a query.
    fn queries_only(&self) -> Option<&'static str> {
        [
            ("over", self.over.is_some()),
            ("when", self.when.is_some()),
            ("until", self.until.is_some()),
            ("min_samples", self.min_samples.is_some()),
            ("params", !self.params.is_empty()),
        ]
        .into_iter()
        .find_map(|(key, is_set)| is_set.then_some(key))
    }

    /// The first key that a recording cannot have.
    fn alerts_only(&self) -> Option<&'static str> {
        [
            ("severity", self.severity.is_some()),
            ("when", self.when.is_some()),
            ("until", self.until.is_some()),
            ("min_samples", self.min_samples.is_some()),
            ("during", self.during.is_some()),
            ("for", self.hold.is_some()),
            ("keep_firing_for", self.keep_firing_for.is_some()),
            ("on_no_data", self.on_no_data.is_some()),
            ("on_error", self.on_error.is_some()),
            ("notify", !self.notify.is_empty()),
            ("escalate", self.escalate.is_some()),
            ("repeat", self.repeat.is_some()),
            ("response", self.response.is_some()),
            ("depends_on", !self.depends_on.is_empty()),
            ("actions", !self.actions.is_empty()),
            ("annotations", !self.annotations.is_empty()),
        ]
        .into_iter()
        .find_map(|(key, is_set)| is_set.then_some(key))
    }

    /// The severity, by its key or by the label of that name.
    fn severity(&mut self) -> Result<String, Wrong> {
        let label = self.labels.remove("severity");
        match (self.severity.take(), label) {
            (Some(severity), Some(label)) if severity != label => Err(wrong(
                format!("its severity is {severity} and its label severity is {label}"),
                "drop one of them",
            )),
            (_, Some(label)) if label.contains("{{") => {
                Err(wrong("its label severity is a template", "a severity is fixed: make a rule for each"))
            }
            (severity, label) => Ok(severity.or(label).unwrap_or_else(|| DEFAULT_SEVERITY.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(rule: &str) -> (Vec<Group>, Vec<Problem>) {
        read(
            Path::new("rules/a.yaml"),
            &format!("groups:\n- name: g\n  interval: 1m\n  rules:\n  - {rule}\n"),
        )
    }

    fn alert(rule: &str) -> Arc<Rule> {
        let (groups, problems) = rules(rule);
        assert_eq!(problems, []);
        match &groups[0].entries[0] {
            Entry::Alert(rule) => Arc::clone(rule),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_rule_of_prometheus_is_read_as_prometheus_reads_it() {
        let rule = alert(
            "{ alert: Down, expr: up == 0, for: 1h30m, keep_firing_for: 0, labels: { severity: page, tier: 1 }, \
             annotations: { summary: '{{ $labels.instance }} is down' } }",
        );
        assert_eq!((rule.hold.to_string(), rule.keep_firing_for), ("1h30m".into(), Duration::ZERO));
        assert_eq!((rule.severity.as_str(), rule.labels["tier"].as_str()), ("page", "1"));
        assert!(!rule.labels.contains_key("severity"), "it is the severity, once");
        assert!(matches!(&rule.look, Look::Expr { expr, source: None } if expr == "up == 0"));
        assert_eq!(rule.annotations["summary"], "{{ labels.instance | default(value=\"\") }} is down");
        assert_eq!(alert("{ alert: A, expr: up }").severity, DEFAULT_SEVERITY);
    }

    #[rstest::rstest]
    #[case("{ alert: A, query: q, expr: up, when: v }", "both `query` and `expr`")]
    #[case("{ alert: A, expr: up, when: value > 1 }", "`when` beside `expr`")]
    #[case("{ alert: A, query: q }", "there is no `when`")]
    #[case("{ alert: A, query: q, when: v, source: prom }", "a source beside the query q")]
    #[case("{ alert: A, when: v }", "neither `query` nor `expr`")]
    #[case("{ alert: A, record: b, expr: up }", "both `alert` and `record`")]
    #[case("{ alert: RuleHealth, expr: up }", "cannot be evaluated has this name")]
    #[case("{ alert: RuleHealth, enabled: false }", "cannot be evaluated has this name")]
    #[case("{ expr: up }", "neither `alert` nor `record`")]
    #[case("{ record: a, expr: up, for: 5m }", "a recording has no `for`")]
    #[case("{ alert: A, expr: up, severity: P1, labels: { severity: P2 } }", "its label severity is P2")]
    #[case("{ alert: A, expr: up, labels: { severity: '{{ value }}' } }", "severity is a template")]
    fn keys_that_make_no_rule_are_named_with_their_line(#[case] rule: &str, #[case] said: &str) {
        let (_, problems) = rules(rule);
        let text = problems[0].to_string();
        assert!(text.starts_with("rules/a.yaml:5: rule ") && text.contains(said), "{text}");
    }

    #[test]
    fn a_group_lends_its_limit_its_labels_and_its_source() {
        let text = "groups:\n- name: g\n  limit: 3\n  query_offset: 30s\n  source: prom\n  labels: { team: a, tier: b }\n  rules:\n  - { alert: A, expr: up, labels: { team: own } }\n  - { record: b, expr: up, limit: 0 }\n";
        let (groups, problems) = read(Path::new("a.yaml"), text);
        assert_eq!(problems, []);
        assert_eq!((groups[0].offset.as_millis(), groups[0].interval), (30_000, None));
        let [Entry::Alert(rule), Entry::Record(recording)] = groups[0].entries.as_slice() else { panic!() };
        assert_eq!((rule.limit, recording.limit), (Some(3), None), "0 is no limit");
        assert_eq!((rule.labels["team"].as_str(), rule.labels["tier"].as_str()), ("own", "b"));
        assert!(matches!(&rule.look, Look::Expr { source: Some(source), .. } if source == "prom"));
    }
}
