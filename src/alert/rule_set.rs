//! All rules in force: the profile's shipped ones, overridden by name by the project's `rules/` folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::file::read;
use super::{Recording, Rule};
use crate::config::Problem;
use crate::time::Duration;

include!(concat!(env!("OUT_DIR"), "/shipped_rules.rs"));

/// Rules that are evaluated one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// How often; at every run where absent.
    pub interval: Option<Duration>,
    /// How long before now everything is looked at.
    pub offset: Duration,
    pub entries: Vec<Entry>,
}

/// One rule of a group.
#[derive(Clone, Debug)]
pub(crate) enum Entry {
    Alert(Arc<Rule>),
    Record(Arc<Recording>),
    /// A shipped rule of this name is switched off.
    Off(String),
}

impl Entry {
    fn name(&self) -> &str {
        match self {
            Self::Alert(rule) => &rule.alert,
            Self::Record(recording) => &recording.record,
            Self::Off(name) => name,
        }
    }
}

/// Rules in the order in which they are evaluated, and alerts by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct RuleSet {
    groups: Vec<Group>,
    alerts: BTreeMap<String, Arc<Rule>>,
    /// What is wrong with the files: while there is anything, rules that are not here may yet be in force.
    mistakes: Vec<Problem>,
}

impl RuleSet {
    /// The rules of a shipped profile and those in `folder`; every problem found, beside what could be read.
    pub(crate) fn load(profile: Option<&str>, folder: &Path) -> (Self, Vec<Problem>) {
        let (mut shipped, mut own, mut problems) = (Vec::new(), Vec::new(), Vec::new());
        let mut add = |groups: &mut Vec<Group>, file: &Path, text: &str| {
            let (read, wrong) = read(file, text);
            groups.extend(read);
            problems.extend(wrong);
        };
        if let Some(name) = profile
            && let Some((_, text)) = SHIPPED.iter().find(|(shipped, _)| *shipped == name)
        {
            add(&mut shipped, &Path::new("<shipped>/rules").join(format!("{name}.yaml")), text);
        }
        let (texts, unreadable) = texts(folder);
        for (file, text) in &texts {
            add(&mut own, file, text);
        }
        problems.extend(unreadable);
        problems.extend(profile.and_then(|profile| unknown_profile(profile, folder)));
        problems.extend(twice(&mut own));
        let replaced: Vec<String> = entries(&own).map(|entry| entry.name().to_owned()).collect();
        let doubtful: Vec<&str> = texts
            .iter()
            .filter(|(file, _)| problems.iter().any(|problem| problem.file == *file))
            .flat_map(|(_, text)| alerts_named(text))
            .collect();
        for group in &mut shipped {
            let is_replaced = |name: &str| replaced.iter().any(|own| own == name) || doubtful.contains(&name);
            group.entries.retain(|entry| !is_replaced(entry.name()));
        }
        shipped.extend(own);
        (Self { mistakes: problems.clone(), ..Self::new(shipped) }, problems)
    }

    fn new(mut groups: Vec<Group>) -> Self {
        for group in &mut groups {
            group.entries.retain(|entry| !matches!(entry, Entry::Off(_)));
        }
        groups.retain(|group| !group.entries.is_empty());
        let alerts = entries(&groups).filter_map(|entry| match entry {
            Entry::Alert(rule) => Some((rule.alert.clone(), Arc::clone(rule))),
            Entry::Record(_) | Entry::Off(_) => None,
        });
        let alerts = alerts.collect();
        Self { groups, alerts, mistakes: Vec::new() }
    }

    /// Only those entries that `keep` keeps.
    pub(crate) fn only(&self, keep: impl Fn(&Entry) -> bool) -> Self {
        let mut groups = self.groups.clone();
        for group in &mut groups {
            group.entries.retain(&keep);
        }
        Self::new(groups)
    }

    /// The alert of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&Rule> {
        self.alerts.get(name).map(Arc::as_ref)
    }

    /// All alerts, by name.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.alerts.values().map(Arc::as_ref)
    }

    /// All recordings, in order.
    pub(crate) fn recordings(&self) -> impl Iterator<Item = &Recording> {
        entries(&self.groups).filter_map(|entry| match entry {
            Entry::Record(recording) => Some(recording.as_ref()),
            Entry::Alert(_) | Entry::Off(_) => None,
        })
    }

    /// What is wrong with the files that these rules were read from.
    pub(crate) fn mistakes(&self) -> &[Problem] {
        &self.mistakes
    }

    /// Everything, in the order in which it is evaluated.
    pub(crate) fn groups(&self) -> &[Group] {
        &self.groups
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Whether there are no rules, rather than none that can be read.
    pub(crate) fn is_none_left(&self) -> bool {
        self.is_empty() && self.mistakes.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        entries(&self.groups).count()
    }
}

fn entries(groups: &[Group]) -> impl Iterator<Item = &Entry> {
    groups.iter().flat_map(|group| &group.entries)
}

/// The rule files of a folder by name. Whatever is there and cannot be read is a problem: to go on without it would end
/// its alerts.
fn texts(folder: &Path) -> (Vec<(PathBuf, String)>, Vec<Problem>) {
    let unreadable = |path: &Path, error: &std::io::Error| Problem::new(path, 0, error.to_string());
    let listed = match fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
        Ok(files) => files,
        Err(error) if error.kind() == ErrorKind::NotFound => return Default::default(),
        Err(error) => return (Vec::new(), vec![unreadable(folder, &error)]),
    };
    let is_rules = |path: &PathBuf| path.extension().is_some_and(|end| end == "yaml" || end == "yml");
    let mut files: Vec<PathBuf> = listed.into_iter().map(|entry| entry.path()).filter(is_rules).collect();
    files.sort();
    let (mut texts, mut problems) = (Vec::new(), Vec::new());
    for file in files {
        match fs::read_to_string(&file) {
            Ok(text) => texts.push((file, text)),
            Err(error) => problems.push(unreadable(&file, &error)),
        }
    }
    (texts, problems)
}

fn unknown_profile(profile: &str, folder: &Path) -> Option<Problem> {
    let known = || SHIPPED.iter().map(|(name, _)| *name);
    if known().any(|name| name == profile) {
        return None;
    }
    let file = folder.with_file_name(crate::config::CONFIG_FILE);
    let message = format!("[project] profile: no shipped rules named {profile}");
    Some(Problem::new(file, 0, message).nearest(profile, known()))
}

/// The names that a file which cannot be read gives to alerts: which shipped rules it may replace or switch off.
fn alerts_named(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    words.clone().zip(words.skip(1)).filter(|(key, _)| *key == "alert").map(|(_, name)| name).collect()
}

/// Drops all but the first of the alerts of one name: which of them an open alert belongs to could not be told.
fn twice(groups: &mut [Group]) -> Vec<Problem> {
    let (mut first, mut problems) = (BTreeMap::<String, String>::new(), Vec::new());
    let mut is_first = |entry: &Entry| {
        let Entry::Alert(rule) = entry else { return true };
        let place = format!("{}:{}", rule.file.display(), rule.line);
        match first.get(&rule.alert) {
            None => first.insert(rule.alert.clone(), place).is_none(),
            Some(other) => {
                let message = format!("rule {} stands already at {other}", rule.alert);
                problems.push(Problem::new(&rule.file, rule.line, message));
                false
            }
        }
    };
    for group in groups.iter_mut() {
        group.entries.retain(&mut is_first);
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str) -> (RuleSet, String) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.yaml"), text).unwrap();
        let (rules, problems) = RuleSet::load(Some("cashier"), folder.path());
        (rules, problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    }

    #[test]
    fn a_misspelt_key_is_named_with_its_line_and_the_nearest_valid_one() {
        let text = "groups:\n  - name: g\n    rules:\n      - alert: A\n        severity: P1\n        query: q\n        wen: value < 1\n";
        let (_, message) = load(text);
        assert!(message.contains("a.yaml:7:") && message.contains("`wen`"), "{message}");
        assert!(message.contains("did you mean when?"), "{message}");
    }

    #[test]
    fn two_rules_of_one_name_are_a_mistake() {
        let rule = "      - { alert: A, severity: P1, query: q, when: value < 1 }\n";
        let (_, message) = load(&format!("groups:\n  - name: g\n    rules:\n{rule}{rule}"));
        assert!(message.contains("a.yaml:5: rule A stands already at "), "{message}");
    }

    #[test]
    fn a_project_replaces_a_shipped_rule_by_name_or_switches_it_off() {
        let (shipped, _) = load("");
        let text = "groups:\n- name: g\n  rules:\n  - { alert: HighAPILatency, query: q, when: value > 1 }\n  - { alert: BackendAPIDown, enabled: false }\n";
        let (rules, problems) = load(text);
        assert_eq!(problems, "");
        assert_eq!(rules.alerts.get("HighAPILatency").and_then(|rule| rule.look.query()), Some("q"));
        assert!(!rules.alerts.contains_key("BackendAPIDown"));
        assert_eq!(rules.len(), shipped.len() - 1);
    }

    #[test]
    fn a_rule_file_that_cannot_be_read_is_a_problem_rather_than_no_rules() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("a.yaml")).unwrap();
        let (_, problems) = RuleSet::load(None, folder.path());
        assert_eq!(problems.len(), 1);
        let (_, problems) = RuleSet::load(None, &folder.path().join("missing"));
        assert_eq!(problems, []);
    }

    #[test]
    fn a_shipped_rule_that_a_broken_file_may_replace_is_not_in_force_meanwhile() {
        let rule = "  - { alert: BackendAPIDown, enabled: false }\n";
        let (rules, problems) = load(&format!("groups:\n- name: g\n  rulse:\n{rule}"));
        assert_ne!(problems, "");
        assert!(!rules.alerts.contains_key("BackendAPIDown") && rules.alerts.contains_key("HighAPILatency"));
    }
}
