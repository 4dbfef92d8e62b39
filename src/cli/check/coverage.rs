//! What no rule watches: metrics, targets and stores.

use regex::Regex;

use crate::alert::{Look, Rule, RuleSet};
use crate::app::Listing;
use crate::config::{Config, Target};
use crate::db::{Table, Value};
use crate::inventory::Inventory;
use crate::query::{Catalogue, Query};

/// The table in which probes keep what they saw.
const PROBES: &str = "health_checks";

/// What rules may or may not watch.
pub(super) struct Coverage<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
    pub catalogue: &'a Catalogue,
    pub rules: &'a RuleSet,
}

/// A rule and the query whose rows are its instances.
type Watch<'a> = (&'a Rule, &'a Query);

impl Coverage<'_> {
    pub(super) fn listing(&self) -> Listing {
        let watches: Vec<Watch<'_>> = self.rules.iter().filter_map(|rule| self.watch(rule)).collect();
        let rows =
            self.metrics(&watches).into_iter().chain(self.targets(&watches)).chain(self.stores(&watches));
        let columns = ["kind", "name", "help"].map(str::to_owned).to_vec();
        Listing { name: "unwatched", table: Table { columns, rows: rows.collect() } }
    }

    /// `None` for an expression: which metrics a Prometheus has, nobody here knows.
    fn watch<'r>(&'r self, rule: &'r Rule) -> Option<Watch<'r>> {
        let Look::Query { query, .. } = &rule.look else { return None };
        Some((rule, self.catalogue.get(query).ok()?))
    }

    /// Queries that no rule looks at. A report's are numbers to read, and a query without its source is out of use.
    fn metrics(&self, watches: &[Watch<'_>]) -> Vec<Vec<Value>> {
        let has_source = |query: &&Query| {
            let source = query.front.source.as_str();
            ["own", "logs"].contains(&source) || self.config.sources.contains_key(source)
        };
        let is_watched = |query: &Query| watches.iter().any(|(_, watched)| watched.name == query.name);
        let queries =
            self.catalogue.iter().filter(|query| !query.name.starts_with("report_")).filter(has_source);
        queries
            .filter(|query| !is_watched(query))
            .map(|query| row("metric", &query.name, &query.front.help))
            .collect()
    }

    /// Targets whose checks no rule looks at.
    fn targets(&self, watches: &[Watch<'_>]) -> Vec<Vec<Value>> {
        let of_probes: Vec<_> = watches.iter().filter(|(_, query)| query.sql.contains(PROBES)).collect();
        let is_watched = |name: &str, kind: &str| {
            of_probes.iter().any(|watch| admits(watch, "target", name) && admits(watch, "kind", kind))
        };
        let targets = self.config.targets.iter().filter(|(name, target)| !is_watched(name, kind(target)));
        targets.map(|(name, target)| row("target", name, &format!("probed by {}", kind(target)))).collect()
    }

    /// Stores that every rule with the stores' label leaves out.
    fn stores(&self, watches: &[Watch<'_>]) -> Vec<Vec<Value>> {
        let label = &self.inventory.label;
        let of_stores: Vec<_> =
            watches.iter().filter(|(_, query)| query.front.labels.contains(label)).collect();
        let is_watched = |id: &str| of_stores.iter().any(|watch| admits(watch, label, id));
        let stores = self.inventory.stores.iter().filter(|store| !is_watched(&store.id));
        stores.map(|store| row("store", &store.id, &store.name)).collect()
    }
}

fn kind(target: &Target) -> &'static str {
    match target {
        Target::Http(_) => "http",
        Target::Tcp(_) => "tcp",
    }
}

fn row(kind: &str, name: &str, help: &str) -> Vec<Value> {
    [kind, name, help].map(Value::from).to_vec()
}

/// Whether neither the rule's condition nor its query's text leaves out a label's value.
fn admits((rule, query): &Watch<'_>, label: &str, value: &str) -> bool {
    [rule.when.as_deref().unwrap_or_default(), &query.sql].into_iter().all(|text| allows(text, label, value))
}

/// Whether every comparison of a label with texts, `=`, `<>` or `IN`, lets this value through. Where there is an `OR`
/// nothing is said to be left out: which side of it counts is for the database to say.
fn allows(text: &str, label: &str, value: &str) -> bool {
    let found = |pattern: &str| Regex::new(pattern).ok();
    let Some(either) = found(r"(?i)\bor\b") else { return true };
    let label = regex::escape(label);
    let comparison = format!(r"(?i)\b{label}\s*(=|==|<>|!=|(?:not\s+)?in)\s*(\(\s*'[^)]*\)|'[^']*')");
    let Some(comparison) = found(&comparison).filter(|_| !either.is_match(text)) else { return true };
    comparison.captures_iter(text).all(|found| {
        let is_named = found[2].split('\'').skip(1).step_by(2).any(|named| named == value);
        let excludes = found[1].starts_with(['<', '!', 'n', 'N']);
        is_named != excludes
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("value < 1", true)]
    #[case("store_id = '3' AND value < 1", true)]
    #[case("store_id = '4' AND value < 1", false)]
    #[case("store_id IN ('1', '3')", true)]
    #[case("store_id in ('1', '2')", false)]
    #[case("store_id NOT IN ('3')", false)]
    #[case("store_id <> '3'", false)]
    #[case("store_id != '4'", true)]
    #[case("my_store_id = '4'", true)]
    #[case("store_id = '4' OR value > 9", true)]
    fn a_comparison_of_a_label_leaves_values_out(#[case] when: &str, #[case] admitted: bool) {
        assert_eq!(allows(when, "store_id", "3"), admitted);
    }
}
