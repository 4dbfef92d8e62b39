//! A project over a real database, and what happens to it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use super::steps::{Happens, How};
use crate::alert::{Change, Evaluation, RuleSet, open_alerts};
use crate::config::{self, Channel, Config};
use crate::db::{Database, Statement};
use crate::incident::{Act, Desk, Round, Silence, Stories, silence};
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
pub(super) const RULES: [(&str, &str, &str, &str); 6] = [
    ("High", "P1", "number", ""),
    ("Higher", "P0", "number", ""),
    ("Down", "P1", "down", ""),
    ("Sales", "P2", "sales", "Tills"),
    ("Tills", "P1", "tills", ""),
    ("News", "P3", "news", ""),
];

/// A project, its database, and a clock that only the test moves.
pub(super) struct World {
    _folder: TempDir,
    config: Config,
    inventory: Inventory,
    catalogue: Catalogue,
    rules: RuleSet,
    templates: Templates,
    pub database: Database,
    pub how: BTreeMap<&'static str, How>,
    pub now: Timestamp,
    /// The minutes that went by, whatever the clock says of them.
    pub lived: i64,
    /// Whether the clock was ever set back: times say nothing of the order of things then.
    pub went_back: bool,
    /// When each incident that waits to be told was first seen to, in minutes lived.
    pub waiting: BTreeMap<String, i64>,
    firing: BTreeSet<(usize, usize)>,
}

impl World {
    pub(super) fn new() -> Self {
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
            lived: 0,
            went_back: false,
            waiting: BTreeMap::new(),
            firing: BTreeSet::new(),
            config,
            rules,
            _folder: folder,
        }
    }

    pub(super) fn happens(&mut self, what: &Happens) {
        match *what {
            Happens::Turns { rule, store } => {
                if !self.firing.remove(&(rule, store)) {
                    self.firing.insert((rule, store));
                }
            }
            Happens::Minutes(minutes) => {
                self.now += SignedDuration::from_mins(minutes);
                self.lived += minutes;
            }
            Happens::Back(minutes) => self.goes_back(minutes),
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
                self.by_hand(which, |act, session, desk, id| act.resolve(session, desk, &[id]).map(drop));
            }
            Happens::Round { sends } => self.round(sends),
            Happens::Dies => self.dies(),
        }
    }

    fn goes_back(&mut self, minutes: i64) {
        self.now -= SignedDuration::from_mins(minutes);
        self.went_back |= minutes > 0;
        self.waiting.clear();
    }

    fn silence(&self, store: usize, minutes: i64) {
        let new = Silence {
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

    pub(super) fn project(&self) -> Round<'_> {
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
    pub(super) fn evaluation(&self) -> Evaluation {
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

    pub(super) fn deliver(&self) {
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
    pub(super) fn comes_to_rest(&mut self) {
        self.how.clear();
        self.firing.clear();
        self.round(true);
        for _ in 0..1000 {
            let due = "SELECT coalesce(min(CASE state WHEN 'sending' THEN lease_until ELSE not_before END), '') \
                       FROM outbox AS it WHERE state IN ('queued', 'sending') AND NOT EXISTS \
                       (SELECT 1 FROM outbox AS earlier WHERE earlier.subject = it.subject AND earlier.id < it.id \
                        AND earlier.channel = it.channel AND earlier.recipient = it.recipient \
                        AND earlier.state IN ('queued', 'sending'))";
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

    #[expect(clippy::unused_self, reason = "it reads as a sentence")]
    pub(super) fn stored(&self, at: Timestamp) -> String {
        at.strftime("%Y-%m-%d %H:%M:%S%.3f").to_string()
    }
}

/// A statement made at run time: a test's few are never given back.
pub(super) fn statement(sql: &str) -> Statement {
    Statement::new("test", sql.to_owned().leak())
}
