//! Which alerts of rules that others depend on fire, kept so that a thousand alerts may each ask about a thousand.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::Desk;
use super::member::Member;
use crate::label::Labels;

/// The names of a label set.
type Names = BTreeSet<String>;

/// The labels that the rows of firing alerts have, by rule and by their names: the alerts of a rule share those.
#[derive(Default)]
pub(super) struct Explaining<'a> {
    firing: BTreeMap<&'a str, BTreeMap<Names, Vec<Labels>>>,
    /// For a rule, the names of its labels and those that somebody who asked shares with it: what is there in these.
    shared: RefCell<BTreeMap<(String, Names, Names), BTreeSet<Labels>>>,
}

impl<'a> Explaining<'a> {
    pub(super) fn new(desk: &Desk<'_>, members: &'a [Member]) -> Self {
        let depended_on: BTreeSet<&str> =
            desk.rules.values().flat_map(|rule| &rule.depends_on).map(String::as_str).collect();
        let mut all = Self::default();
        for member in members.iter().filter(|it| it.fires && depended_on.contains(it.rule.as_str())) {
            all.insert(&member.rule, desk.own_labels(member));
        }
        all
    }

    fn insert(&mut self, rule: &'a str, labels: Labels) {
        self.firing.entry(rule).or_default().entry(names(&labels)).or_default().push(labels);
    }

    /// Whether an alert of `rule` fires that has the same values as `own` wherever both have one.
    pub(super) fn explains(&self, rule: &str, own: &Labels) -> bool {
        let own_names = names(own);
        let Some(kinds) = self.firing.get(rule) else { return false };
        kinds.iter().any(|(names, firing)| {
            let both: Names = names.intersection(&own_names).cloned().collect();
            let wanted = only(own, &both);
            let mut shared = self.shared.borrow_mut();
            let known = shared.entry((rule.to_owned(), names.clone(), both.clone()));
            known
                .or_insert_with(|| firing.iter().map(|labels| only(labels, &both)).collect())
                .contains(&wanted)
        })
    }
}

fn names(labels: &Labels) -> Names {
    labels.iter().map(|(name, _)| name.to_owned()).collect()
}

fn only(labels: &Labels, names: &Names) -> Labels {
    labels.iter().filter(|(name, _)| names.contains(*name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(pairs: &[(&str, &str)]) -> Labels {
        pairs.iter().copied().collect()
    }

    #[test]
    fn an_alert_explains_another_that_agrees_with_it_wherever_both_say_something() {
        let mut all = Explaining::default();
        all.insert("Down", labels(&[("store_id", "1"), ("till", "a")]));
        all.insert("Down", labels(&[("region", "north")]));
        let explains = |pairs: &[(&str, &str)]| all.explains("Down", &labels(pairs));
        assert!(explains(&[("store_id", "1")]));
        assert!(explains(&[("store_id", "1"), ("till", "a"), ("app", "x")]));
        assert!(!explains(&[("store_id", "1"), ("till", "b"), ("region", "south")]));
        assert!(explains(&[("store_id", "2")]), "of the region nothing is said");
        assert!(!explains(&[("store_id", "2"), ("region", "south")]));
        assert!(!all.explains("Up", &labels(&[("store_id", "1")])), "no such rule fires");
    }
}
