//! What holds of incidents whatever comes, goes, fails and is done by hand: properties over a real database.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_oneof, proptest};
use proptest::test_runner::RngSeed;
use tempfile::TempDir;

use super::{Act, Desk, Round, Stories, silence};
use crate::alert::{Change, Evaluation, RuleSet, open_alerts};
use crate::config::{self, Channel, Config};
use crate::db::{Database, Statement};
use crate::inventory::Inventory;
use crate::label::{Labels, Matchers};
use crate::notify::Deliverer;
use crate::query::Catalogue;
use crate::render::Templates;
use crate::time::Duration;

const CONFIG: &str = r#"version = 1
[project]
name = "Desk"
[contacts]
ann = { id = "ann" }
bob = { id = "bob" }
lead = { id = "lead" }
boss = { id = "boss" }
[calendars.office]
hours = ["Mon-Fri 09:00-18:00"]
[routing]
notify = [{ chat = ["ann"] }]
group_by = ["store_id"]
group_wait = "1m"
group_interval = "5m"
repeat = "1h"
storm = 3
[severities.P0]
response = "5m"
escalate = [{ after = "10m", to = ["lead"] }, { after = "1h", notify = [{ page = ["boss"] }] }]
[severities.P1]
response = "30m"
escalate = [{ after = "30m", to = ["lead"] }]
[severities.P2]
response = "4h"
calendar = "office"
notify = [{ page = ["bob"] }]
escalate = [{ after = "1h", unless = "resolved", to = ["lead"] }]
[severities.P3]
digest = "09:00"
notify = [{ chat = ["bob"] }]
[[routes]]
name = "digest"
match = ['severity="P3"']
group_by = ["..."]
[[routes]]
name = "office"
match = ['severity="P2"']
deliver = "office"
group_by = ["..."]
[[inhibit]]
source = ['alertname="Down"']
target = ['alertname="Sales"']
equal = ["store_id"]
[delivery.page]
fallback = [{ last = ["boss"] }]
rate = { messages = 2, per = "10m" }
"#;

/// Name, severity, query, and rules that it depends on.
const RULES: [(&str, &str, &str, &str); 6] = [
    ("High", "P1", "number", ""),
    ("Higher", "P0", "number", ""),
    ("Down", "P1", "down", ""),
    ("Sales", "P2", "sales", "Tills"),
    ("Tills", "P1", "tills", ""),
    ("News", "P3", "news", ""),
];

/// How a channel behaves.
#[derive(Clone, Copy, Debug, PartialEq)]
enum How {
    Takes,
    TryAgain,
    Refuses,
}

/// What happens.
#[derive(Clone, Debug)]
enum Happens {
    /// An alert of a rule begins on a store, or ends there.
    Turns {
        rule: usize,
        store: usize,
    },
    Minutes(i64),
    Channel(&'static str, How),
    Silence {
        store: usize,
        minutes: i64,
    },
    Ack {
        which: usize,
        minutes: Option<i64>,
    },
    Severity {
        which: usize,
        to: Option<&'static str>,
    },
    Escalate {
        which: usize,
    },
    Resolve {
        which: usize,
    },
    /// A run that may have no time to send.
    Round {
        sends: bool,
    },
    /// A run that claims the next message and dies.
    Dies,
}

fn anything() -> impl Strategy<Value = Happens> {
    let which = || 0..4_usize;
    let how = prop_oneof![2 => Just(How::Takes), 2 => Just(How::TryAgain), 1 => Just(How::Refuses)];
    prop_oneof![
        8 => (0..RULES.len(), 1..=4_usize).prop_map(|(rule, store)| Happens::Turns { rule, store }),
        3 => (0..12_i64).prop_map(Happens::Minutes),
        1 => (20..1500_i64).prop_map(Happens::Minutes),
        2 => (prop_oneof![Just("chat"), Just("page"), Just("last")], how).prop_map(|(name, how)| Happens::Channel(name, how)),
        1 => (1..=4_usize, 1..120_i64).prop_map(|(store, minutes)| Happens::Silence { store, minutes }),
        2 => (which(), proptest::option::of(1..90_i64)).prop_map(|(which, minutes)| Happens::Ack { which, minutes }),
        1 => (which(), proptest::option::of(prop_oneof![Just("P0"), Just("P1"), Just("P2")]))
            .prop_map(|(which, to)| Happens::Severity { which, to }),
        1 => which().prop_map(|which| Happens::Escalate { which }),
        1 => which().prop_map(|which| Happens::Resolve { which }),
        10 => proptest::bool::weighted(0.8).prop_map(|sends| Happens::Round { sends }),
        1 => Just(Happens::Dies),
    ]
}

/// A project, its database, and a clock that only the test moves.
struct World {
    _folder: TempDir,
    config: Config,
    inventory: Inventory,
    catalogue: Catalogue,
    rules: RuleSet,
    templates: Templates,
    database: Database,
    how: BTreeMap<&'static str, How>,
    now: Timestamp,
    firing: BTreeSet<(usize, usize)>,
}

impl World {
    fn new() -> Self {
        // Nothing here is about the disk: a folder in memory spares its waits.
        let memory = Path::new("/dev/shm");
        let folder =
            if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
        let mut rules = "groups:\n- name: g\n  rules:\n".to_owned();
        for (name, severity, query, depends_on) in RULES {
            let rule = format!(
                "  - {{ alert: {name}, severity: {severity}, query: {query}, when: value > 0, depends_on: [{depends_on}] }}\n"
            );
            rules += &rule;
        }
        std::fs::create_dir(folder.path().join("rules")).unwrap();
        std::fs::write(folder.path().join("rules/all.yaml"), rules).unwrap();
        let channels = ["chat", "page", "last"];
        let channels: String = channels
            .map(|name| format!("[channels.{name}.exec]\ncommand = [\"true\"]\naddress = \"id\"\n"))
            .concat();
        let config =
            config::parse(&(CONFIG.to_owned() + &channels), &folder.path().join("tillwatch.toml")).unwrap();
        let (rules, problems) = RuleSet::load(None, &folder.path().join("rules"));
        assert_eq!(problems, []);
        Self {
            inventory: Inventory::new(&config).unwrap(),
            catalogue: Catalogue::default(),
            templates: Templates::load(&folder.path().join("templates")).unwrap(),
            database: Database::open(&folder.path().join("tillwatch.db")).unwrap(),
            how: BTreeMap::new(),
            // A Friday afternoon.
            now: "2025-10-24T15:00:00Z".parse().unwrap(),
            firing: BTreeSet::new(),
            config,
            rules,
            _folder: folder,
        }
    }

    fn happens(&mut self, what: &Happens) {
        match *what {
            Happens::Turns { rule, store } => {
                if !self.firing.remove(&(rule, store)) {
                    self.firing.insert((rule, store));
                }
            }
            Happens::Minutes(minutes) => self.now += SignedDuration::from_mins(minutes),
            Happens::Channel(name, how) => drop(self.how.insert(name, how)),
            Happens::Silence { store, minutes } => self.silence(store, minutes),
            Happens::Ack { which, minutes } => {
                let until = minutes.map(|minutes| self.now + SignedDuration::from_mins(minutes));
                self.by_hand(which, |act, session, _, id| act.acknowledge(session, id, until).map(drop));
            }
            Happens::Severity { which, to } => {
                self.by_hand(which, |act, session, _, id| act.set_severity(session, id, to).map(drop));
            }
            Happens::Escalate { which } => {
                self.by_hand(which, |act, session, desk, id| act.escalate(session, desk, id).map(drop));
            }
            Happens::Resolve { which } => {
                self.by_hand(which, |act, session, _, id| act.resolve(session, id).map(drop));
            }
            Happens::Round { sends } => self.round(sends),
            Happens::Dies => self.dies(),
        }
    }

    fn silence(&self, store: usize, minutes: i64) {
        let new = super::Silence {
            id: 0,
            matchers: Matchers::parse(&format!("store_id=\"{store}\"")).unwrap(),
            starts: self.now,
            ends: self.now + SignedDuration::from_mins(minutes),
            author: "ann".into(),
            reason: "known".into(),
        };
        self.database.write(|session| silence(session, &new, self.now)).unwrap();
    }

    /// Does something to one of the open incidents, if there are any.
    fn by_hand(
        &self,
        which: usize,
        what: impl Fn(&Act<'_>, &mut dyn crate::db::Session, &Desk<'_>, i64) -> Result<(), crate::db::DbError>,
    ) {
        let open = self.ask("SELECT id FROM incident WHERE closed IS NULL ORDER BY id");
        let Some(id) = open.get(which % open.len().max(1)).map(|id| id.parse().unwrap()) else { return };
        let (act, desk) = (Act { by: "ann", comment: None, now: self.now }, self.project().desk());
        self.database.write(|session| what(&act, session, &desk, id)).unwrap();
    }

    fn project(&self) -> Round<'_> {
        Round {
            config: &self.config,
            inventory: &self.inventory,
            catalogue: &self.catalogue,
            rules: &self.rules,
            templates: &self.templates,
            now: self.now,
        }
    }

    /// What an evaluation finds that sees the troubles there are.
    fn evaluation(&self) -> Evaluation {
        let open = self.database.read(open_alerts).unwrap();
        let mut wanted: BTreeMap<(&str, Labels), &str> = BTreeMap::new();
        for (rule, store) in &self.firing {
            let (name, severity, ..) = RULES[*rule];
            let store = store.to_string();
            let labels = [("store_id", store.as_str()), ("severity", severity), ("alertname", name)];
            wanted.insert((name, labels.into_iter().collect()), severity);
        }
        let mut changes = Vec::new();
        for alert in &open {
            let found =
                wanted.keys().find(|(name, labels)| *name == alert.rule && *labels == alert.labels).cloned();
            match found {
                Some(key) => drop(wanted.remove(&key)),
                None => changes.push(Change::ends(alert, self.now)),
            }
        }
        changes.extend(
            wanted
                .into_iter()
                .map(|((name, labels), severity)| Change::begins(name, labels, severity, self.now)),
        );
        Evaluation { changes, ..Evaluation::default() }
    }

    fn round(&self, sends: bool) {
        let last: i64 = self.ask("SELECT coalesce(max(id), 0) FROM outbox")[0].parse().unwrap();
        let acked = self.ask(&format!(
            "SELECT id FROM incident WHERE closed IS NULL AND acked_by IS NOT NULL AND coalesce(ack_until > '{}', 1)",
            self.stored(self.now)
        ));
        self.project().commit(&self.database, &self.evaluation()).unwrap();
        self.acks_are_heeded(last, &acked);
        self.silences_are_heeded(last);
        self.none(
            "an end waits",
            &format!("SELECT id FROM outbox WHERE id > {last} AND kind = 'end' AND not_before <> created AND bundle NOT LIKE 'digest%'"),
        );
        self.none(
            "an incident is neither told nor held back",
            &format!(
                "SELECT id FROM incident WHERE closed IS NULL AND told_at IS NULL AND held IS NULL AND opened <= '{}'",
                self.stored(self.now - SignedDuration::from_mins(1))
            ),
        );
        if sends {
            self.deliver();
        }
        self.holds();
        let before = self.dump();
        self.project().commit(&self.database, &Evaluation::default()).unwrap();
        if sends {
            self.deliver();
        }
        let after = self.dump();
        let changed: Vec<_> = before.iter().zip(&after).filter(|(before, after)| before != after).collect();
        assert!(
            changed.is_empty() && before.len() == after.len(),
            "the same run again changes {changed:#?} at {}",
            self.now
        );
    }

    fn deliver(&self) {
        let channels: BTreeMap<String, Channel> = self.config.channels.clone();
        let channels = channels.into_iter().map(|(name, channel)| {
            let Channel::Exec(mut exec) = channel else { unreachable!("all are programs") };
            exec.command = match self.how.get(name.as_str()).unwrap_or(&How::Takes) {
                How::Takes => vec!["true".into()],
                How::TryAgain => vec!["sh".into(), "-c".into(), "exit 75".into()],
                How::Refuses => vec!["false".into()],
            };
            (name, Channel::Exec(exec))
        });
        let stories = Stories { desk: self.project().desk(), now: self.now };
        let deliverer = Deliverer {
            database: &self.database,
            channels: &channels.collect(),
            limits: &self.config.delivery,
            actions: &self.config.actions,
            templates: &self.templates,
            telling: &stories,
            folder: self.config.folder.clone(),
            interval: Duration::from_secs(60),
        };
        let began = std::time::Instant::now();
        deliverer.deliver(self.now, std::time::Duration::from_secs(20), None).unwrap();
        assert!(began.elapsed().as_secs() < 20, "delivery comes to no end");
    }

    fn dies(&self) {
        let (now, lease) = (self.stored(self.now), self.stored(self.now + SignedDuration::from_mins(2)));
        let claim = format!(
            "UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = '{lease}' WHERE id = \
             (SELECT min(id) FROM outbox AS it WHERE state = 'queued' AND not_before <= '{now}' AND bundle IS NULL \
              AND NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.subject = it.subject AND earlier.id < it.id \
              AND earlier.channel = it.channel AND earlier.recipient = it.recipient AND earlier.state IN ('queued', 'sending')))"
        );
        self.database.write(|session| session.execute(&statement(&claim), &[])).unwrap();
    }

    /// Lets everything end and every channel work, and goes from one due time to the next until nothing waits.
    fn comes_to_rest(&mut self) {
        self.how.clear();
        self.firing.clear();
        self.round(true);
        for _ in 0..1000 {
            let due = "SELECT coalesce(min(CASE state WHEN 'sending' THEN lease_until ELSE not_before END), '') \
                       FROM outbox WHERE state IN ('queued', 'sending')";
            let due = self.ask(due).remove(0);
            if due.is_empty() {
                return;
            }
            let due: Timestamp = format!("{}Z", due.replace(' ', "T")).parse().unwrap();
            self.now = self.now.max(due) + SignedDuration::from_secs(1);
            self.round(true);
        }
        panic!("messages still wait: {:?}", self.dump());
    }

    fn acks_are_heeded(&self, last: i64, acked: &[String]) {
        for id in acked {
            self.none(
                "an acknowledged incident is repeated or escalates",
                &format!(
                    "SELECT outbox.id FROM outbox JOIN incident ON incident.id = outbox.incident WHERE outbox.id > {last} \
                     AND incident.id = {id} AND severity = acked_severity AND severity <> 'P2' AND kind IN ('repeat', 'escalate')"
                ),
            );
        }
    }

    fn silences_are_heeded(&self, last: i64) {
        let now = self.stored(self.now);
        self.none(
            "a silenced incident is told, and not of an end",
            &format!(
                "SELECT outbox.id FROM outbox WHERE outbox.id > {last} AND kind IN ('open', 'update', 'repeat', 'escalate') \
                 AND NOT EXISTS (SELECT 1 FROM alert WHERE alert.incident = outbox.incident AND state = 'firing' AND NOT EXISTS \
                   (SELECT 1 FROM silence WHERE starts <= '{now}' AND '{now}' < ends \
                    AND instr(matchers, '\"' || (labels ->> 'store_id') || '\"'))) \
                 AND NOT (kind = 'update' AND EXISTS (SELECT 1 FROM alert WHERE alert.incident = outbox.incident AND state = 'ended'))"
            ),
        );
    }

    /// What holds after every run.
    fn holds(&self) {
        const OPENING: &str = "('open', 'update', 'repeat', 'escalate')";
        const SAME: &str = "a.incident = b.incident AND a.channel = b.channel AND a.recipient = b.recipient";
        self.none(
            "two open incidents of one group",
            "SELECT min(id) FROM incident WHERE closed IS NULL GROUP BY route, group_key HAVING count(*) > 1",
        );
        self.none(
            "an alert fires without incident",
            "SELECT id FROM alert WHERE state = 'firing' AND incident IS NULL",
        );
        self.none(
            "an incident is open and none of its alerts fires",
            "SELECT id FROM incident WHERE closed IS NULL AND NOT EXISTS \
             (SELECT 1 FROM alert WHERE alert.incident = incident.id AND state = 'firing')",
        );
        self.none(
            "an end is told to whom no beginning was attempted",
            &format!(
                "SELECT a.id FROM outbox AS a WHERE kind = 'end' AND channel <> 'last' AND NOT EXISTS \
                 (SELECT 1 FROM outbox AS b WHERE {SAME} AND b.kind IN {OPENING} AND b.attempts > 0)"
            ),
        );
        // A digest that left after the end has said so itself.
        self.none(
            "who was attempted a beginning is not told the end once",
            &format!(
                "SELECT a.id FROM outbox AS a JOIN incident ON incident.id = a.incident WHERE closed IS NOT NULL \
                 AND a.kind IN {OPENING} AND a.attempts > 0 \
                 AND NOT (coalesce(a.bundle, '') LIKE 'digest%' AND coalesce(a.settled, closed) >= closed) \
                 AND (SELECT count(*) FROM outbox AS b WHERE {SAME} AND b.kind = 'end') <> 1"
            ),
        );
        self.none(
            "a message overtakes an earlier one",
            &format!(
                "SELECT b.id FROM outbox AS a JOIN outbox AS b ON {SAME} AND a.id < b.id WHERE b.state = 'sent' AND b.kind <> 'action' \
                 AND (a.state IN ('queued', 'sending') OR a.state IN ('sent', 'dead') AND a.settled > b.settled)"
            ),
        );
        self.none(
            "an end is withdrawn",
            "SELECT id FROM outbox WHERE kind = 'end' AND state IN ('superseded', 'skipped')",
        );
    }

    #[track_caller]
    fn none(&self, what: &str, sql: &str) {
        let found = self.ask(sql);
        assert!(found.is_empty(), "{what}: {found:?} at {} in {:#?}", self.now, self.dump());
    }

    /// The first column of every row as text.
    fn ask(&self, sql: &str) -> Vec<String> {
        self.database.read(|session| session.collect(&statement(sql), &[], |row| row.text(0))).unwrap()
    }

    /// Everything that a run may change.
    fn dump(&self) -> Vec<String> {
        ["alert", "incident", "outbox", "transition", "silence", "audit", "rule_state"]
            .iter()
            .flat_map(|table| {
                let columns = self
                    .ask(&format!("SELECT group_concat(name) FROM pragma_table_info('{table}')"))
                    .remove(0);
                self.ask(&format!("SELECT '{table} ' || json_array({columns}) FROM {table} ORDER BY rowid"))
            })
            .collect()
    }

    #[expect(clippy::unused_self, reason = "it reads as a sentence")]
    fn stored(&self, at: Timestamp) -> String {
        at.strftime("%Y-%m-%d %H:%M:%S%.3f").to_string()
    }
}

/// A statement made at run time: a test's few are never given back.
fn statement(sql: &str) -> Statement {
    Statement::new("test", sql.to_owned().leak())
}

fn cases() -> ProptestConfig {
    let default = ProptestConfig::default();
    let seed = if default.rng_seed == RngSeed::Random { RngSeed::Fixed(3) } else { default.rng_seed };
    let cases = if default.cases == 256 { 40 } else { default.cases };
    ProptestConfig { cases, rng_seed: seed, failure_persistence: None, ..default }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn whatever_happens_everybody_is_told_of_beginnings_and_ends(all in vec(anything(), 10..70)) {
        let mut world = World::new();
        for what in &all {
            world.happens(what);
        }
        world.comes_to_rest();
        let dead = world.ask("SELECT id FROM outbox WHERE state = 'dead' AND failures < 12");
        let may_refuse = all.iter().any(|what| matches!(what, Happens::Channel(_, How::Refuses)));
        assert!(dead.is_empty() || may_refuse);
    }
}
