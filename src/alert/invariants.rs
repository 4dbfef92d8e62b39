//! What holds of whole runs, whatever rows, failures and clocks they meet: properties over a real database.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
use tempfile::TempDir;

use super::{Alert, Evaluation, Evaluator, RuleSet, open_alerts, rule_states};
use crate::config::{self, Config};
use crate::db::{Database, Statement, create_source};
use crate::inventory::Inventory;
use crate::query::{Catalogue, Runner};
use crate::render::Templates;

const PUT: Statement = Statement::new("put", "INSERT INTO s VALUES (?1, ?2)");

const RULES: &str = "groups:\n- name: g\n  rules:\n\
    \x20 - { alert: Slow, query: s, when: value > 5, for: 3m, keep_firing_for: 2m, annotations: { summary: '{{ value }}' } }\n\
    \x20 - { alert: Quick, query: s, when: value > 5, until: value < 3 }\n\
    \x20 - { alert: Stores, query: of_stores, when: value > 5, for: 1m, min_samples: { column: total, at_least: 2 } }\n\
    - name: h\n  interval: 5m\n  rules:\n\
    \x20 - { alert: Seldom, query: s, when: value > 5, for: 6m }\n";

/// What one of the three stores has to show.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Seen {
    Absent,
    Null,
    Value(u8),
}

/// What one run meets, and so many seconds after the run before.
#[derive(Clone, Debug)]
struct Met {
    after: i64,
    /// `None`: the table is gone.
    rows: Option<[Seen; 3]>,
}

impl Met {
    /// Nothing that could end anything.
    fn is_doubtful(&self) -> bool {
        self.rows.is_none_or(|rows| rows.iter().all(|seen| *seen == Seen::Null))
    }
}

fn any_met() -> impl Strategy<Value = Met> {
    let seen =
        || prop_oneof![1 => Just(Seen::Absent), 1 => Just(Seen::Null), 4 => (0..10_u8).prop_map(Seen::Value)];
    let rows = prop_oneof![
        8 => (seen(), seen(), seen()).prop_map(|(a, b, c)| Some([a, b, c])),
        1 => Just(None),
        1 => Just(Some([Seen::Null; 3])),
    ];
    let after = prop_oneof![8 => 1..300_i64, 1 => Just(0), 1 => -3_600..100_000_i64];
    (after, rows).prop_map(|(after, rows)| Met { after, rows })
}

/// A project in a folder of its own.
struct Bench {
    folder: TempDir,
    config: Config,
    inventory: Inventory,
    catalogue: Catalogue,
    rules: RuleSet,
    templates: Templates,
    database: Database,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let stores = ["1", "2", "3"].map(|id| format!("[[stores]]\nid = \"{id}\"\nname = \"x\"\n")).concat();
        let text = format!("version = 1\n[sources.mine]\npath = \"mine.db\"\n{stores}");
        fs::create_dir(at("queries")).unwrap();
        fs::create_dir(at("rules")).unwrap();
        let head = "-- source: mine\n-- labels: [store_id]\n";
        let select = "SELECT store_id, 3 AS total, value FROM s";
        fs::write(at("queries/s.sql"), format!("{head}{select}")).unwrap();
        fs::write(at("queries/of_stores.sql"), format!("{head}-- instances: stores\n{select}")).unwrap();
        fs::write(at("rules/a.yaml"), RULES).unwrap();
        let config = config::parse(&text, &at("tillwatch.toml")).unwrap();
        let (rules, problems) = RuleSet::load(None, &at("rules"));
        assert_eq!(problems, []);
        Self {
            inventory: Inventory::new(&config).unwrap(),
            catalogue: Catalogue::load(&at("queries")).0,
            templates: Templates::load(Path::new("none")).unwrap(),
            database: Database::open(&at("tillwatch.db")).unwrap(),
            config,
            rules,
            folder,
        }
    }

    /// Evaluates as of an instant, and stores what was decided.
    fn run(&self, now: Timestamp) -> Evaluation {
        let read = |session: &mut dyn crate::db::Session| Ok((open_alerts(session)?, rule_states(session)?));
        let (open, states) = self.database.read(read).unwrap();
        let runner = Runner::new(&self.config, &self.inventory, now);
        let evaluator = Evaluator {
            rules: &self.rules,
            catalogue: &self.catalogue,
            runner: &runner,
            inventory: &self.inventory,
            templates: &self.templates,
            alerting: &self.config.alerting,
            health_severity: self.config.health_severity(),
            recordings: Some(&self.database),
            now,
        };
        let evaluation = evaluator.evaluate(&open, &states);
        self.database.write(|session| evaluation.save(session, now)).unwrap();
        evaluation
    }

    /// Puts a new backend in the place of the old one.
    fn put(&self, met: &Met) {
        let path = self.folder.path().join("mine.db");
        let _ = fs::remove_file(&path);
        let schema = if met.rows.is_some() { "CREATE TABLE s (store_id TEXT, value REAL)" } else { "" };
        create_source(&path, schema, &mut |session| {
            for (id, seen) in (1_i64..).zip(met.rows.into_iter().flatten()) {
                let value = match seen {
                    Seen::Absent => continue,
                    Seen::Null => None,
                    Seen::Value(value) => Some(f64::from(value)),
                };
                session.execute(&PUT, &[id.to_string().into(), value.into()])?;
            }
            Ok(())
        })
        .unwrap();
    }

    fn open(&self) -> Vec<Alert> {
        self.database.read(open_alerts).unwrap()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn whatever_runs_meet(runs in vec(any_met(), 1..20)) {
        let bench = Bench::new();
        let mut now: Timestamp = "2025-10-24T10:00:00Z".parse().unwrap();
        for met in &runs {
            now += SignedDuration::from_secs(met.after);
            bench.put(met);
            let before = bench.open();
            let first = bench.run(now);
            let open = bench.open();

            let mut episodes = BTreeMap::new();
            for alert in &open {
                *episodes.entry((&alert.rule, alert.labels.hash())).or_insert(0) += 1;
            }
            prop_assert!(episodes.values().all(|count| *count == 1), "two open episodes of one identity");

            let firing = open.iter().filter(|alert| alert.state_name() == "firing").count();
            prop_assert_eq!((first.firing, first.pending), (firing, open.len() - firing), "miscounted");

            if met.is_doubtful() {
                let stays = |alert: &&Alert| open.iter().any(|other| other.id == alert.id) || alert.rule == "RuleHealth";
                let ended: Vec<_> = before.iter().filter(|alert| !stays(alert)).collect();
                prop_assert!(ended.is_empty(), "no data ended {ended:?}");
            }

            let again = bench.run(now);
            prop_assert!(again.changes.is_empty(), "the same run again: {:?}", again.changes);
            prop_assert_eq!(bench.open(), open);
        }
    }
}
