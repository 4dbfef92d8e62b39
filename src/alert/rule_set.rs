//! All rules in force: the profile's shipped ones, overridden by name by the project's `rules/` folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::Rule;
use crate::config::Problem;

include!(concat!(env!("OUT_DIR"), "/shipped_rules.rs"));

/// A rule file: groups of rules, as Prometheus writes them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    groups: Vec<Group>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    #[expect(dead_code, reason = "a group's name is for the reader of the file")]
    name: String,
    rules: Vec<Rule>,
}

/// Rules by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct RuleSet(BTreeMap<String, Rule>);

impl RuleSet {
    /// The rules of a shipped profile and those in `folder`; every problem found, beside what could be read.
    pub(crate) fn load(profile: Option<&str>, folder: &Path) -> (Self, Vec<Problem>) {
        let (mut set, mut problems) = (Self::default(), Vec::new());
        if let Some(profile) = profile {
            if let Some((name, text)) = SHIPPED.iter().find(|(name, _)| *name == profile) {
                let file = Path::new("<shipped>/rules").join(format!("{name}.yaml"));
                set.add(parse(&file, text), &mut problems);
            } else {
                let known = SHIPPED.iter().map(|(name, _)| *name);
                let file = folder.with_file_name(crate::config::CONFIG_FILE);
                let problem =
                    Problem::new(file, 0, format!("[project] profile: no shipped rules named {profile}"));
                problems.push(problem.nearest(profile, known));
            }
        }
        let mut files: Vec<_> =
            fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        files.retain(|path| path.extension().is_some_and(|end| end == "yaml" || end == "yml"));
        files.sort();
        let mut own = Self::default();
        for file in files {
            let text = fs::read_to_string(&file).map_err(|error| Problem::new(&file, 0, error.to_string()));
            own.add(text.and_then(|text| parse(&file, &text)), &mut problems);
        }
        set.0.extend(own.0);
        set.0.retain(|_, rule| rule.enabled);
        (set, problems)
    }

    fn add(&mut self, rules: Result<Vec<Rule>, Problem>, problems: &mut Vec<Problem>) {
        match rules {
            Ok(rules) => {
                for rule in rules {
                    if let Some(first) = self.0.get(&rule.alert) {
                        let place = format!("{}:{}", first.file.display(), first.line);
                        let message = format!("rule {} stands already at {place}", rule.alert);
                        problems.push(Problem::new(&rule.file, rule.line, message));
                    }
                    self.0.insert(rule.alert.clone(), rule);
                }
            }
            Err(problem) => problems.push(problem),
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Rule> {
        self.0.get(name)
    }

    /// All rules, by name.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.0.values()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

fn parse(file: &Path, text: &str) -> Result<Vec<Rule>, Problem> {
    let parsed: RuleFile = serde_saphyr::from_str(text).map_err(|error| Problem::yaml(file, 1, &error))?;
    let mut rules: Vec<Rule> = parsed.groups.into_iter().flat_map(|group| group.rules).collect();
    for rule in &mut rules {
        let heads = text.lines().position(|line| {
            let name = line.trim_start_matches([' ', '-', '{']).strip_prefix("alert:");
            let name = name.and_then(|name| name.split([',', '}']).next());
            name.is_some_and(|name| name.trim().trim_matches(['"', '\'']) == rule.alert)
        });
        (rule.file, rule.line) = (file.to_owned(), heads.map_or(0, |line| line + 1));
    }
    Ok(rules)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.yaml"), text).unwrap();
        let (_, problems) = RuleSet::load(None, folder.path());
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_misspelt_key_is_named_with_its_line_and_the_nearest_valid_one() {
        let text = "groups:\n  - name: g\n    rules:\n      - alert: A\n        severity: P1\n        query: q\n        wen: value < 1\n";
        let message = problems(text);
        assert!(message.contains("a.yaml:7:") && message.contains("`wen`"), "{message}");
        assert!(message.contains("did you mean when?"), "{message}");
    }

    #[test]
    fn two_rules_of_one_name_are_a_mistake() {
        let rule = "      - { alert: A, severity: P1, query: q, when: value < 1 }\n";
        let message = problems(&format!("groups:\n  - name: g\n    rules:\n{rule}{rule}"));
        assert!(message.contains("rule A stands already at"), "{message}");
    }
}
