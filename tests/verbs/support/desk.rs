//! A project whose troubles a test switches on and off, and whoever is told of them.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use rusqlite::Connection;
use serde_json::Value;

use super::receiver::{Answer, Receiver, Request};
use super::{Place, Ran};

/// The project, the receiver of its channels `chat` and `page`, and how much of what that got was looked at.
pub(crate) struct Desk {
    pub place: Place,
    pub receiver: Receiver,
    answers: Arc<Mutex<BTreeMap<String, Answer>>>,
    seen: Cell<usize>,
}

const CONFIG: &str = r#"version = 1
[project]
name = "Desk"
[sources.backend]
path = "backend.db"
[channels.chat.webhook]
url = "URL/chat"
address = "id"
[channels.page.webhook]
url = "URL/page"
address = "id"
[contacts]
ann = { id = "ann" }
bob = { id = "bob" }
lead = { id = "lead" }
boss = { id = "boss" }
"#;

impl Desk {
    /// A project with this much more in its configuration, and a rule for each name, severity and further keys. A rule
    /// fires for every store that has trouble of its name.
    pub(crate) fn new(config: &str, rules: &[(&str, &str, &str)]) -> Self {
        let answers = Arc::new(Mutex::new(BTreeMap::<String, Answer>::new()));
        let known = Arc::clone(&answers);
        let answer = move |request: &Request| {
            known.lock().unwrap().get(&request.path).cloned().unwrap_or(Answer::Status(200))
        };
        Self { answers, ..Self::with(config, rules, answer) }
    }

    /// The same, with a receiver that answers as the test says, at `URL`.
    pub(crate) fn with(
        config: &str,
        rules: &[(&str, &str, &str)],
        answer: impl FnMut(&Request) -> Answer + Send + 'static,
    ) -> Self {
        let (receiver, place) = (Receiver::start(answer), Place::new());
        place.write("tillwatch.toml", &(CONFIG.to_owned() + config).replace("URL", &receiver.url()));
        let backend = Connection::open(place.path("backend.db")).unwrap();
        backend.execute_batch("CREATE TABLE trouble (name TEXT, store_id INTEGER)").unwrap();
        let desk = Self { place, receiver, answers: Arc::default(), seen: Cell::new(0) };
        if !rules.is_empty() {
            desk.rules(rules);
        }
        desk
    }

    /// From now on these are the rules.
    pub(crate) fn rules(&self, rules: &[(&str, &str, &str)]) {
        let mut file = "groups:\n- name: desk\n  rules:\n".to_owned();
        for (name, severity, more) in rules {
            let query = name.to_lowercase();
            self.place.write(
                &format!("queries/{query}.sql"),
                &format!(
                    "-- source: backend\n-- labels: [store_id]\n-- instances: sparse\n\
                     SELECT store_id, 1.0 AS value FROM trouble WHERE name = '{name}'"
                ),
            );
            let look = if more.contains("query:") { String::new() } else { format!(", query: {query}") };
            let rule =
                format!("  - {{ alert: {name}, severity: {severity}{look}, when: value > 0{more} }}\n");
            file += &rule;
        }
        self.place.write("rules/desk.yaml", &file);
    }

    /// From now on exactly these stores have trouble of this name.
    pub(crate) fn trouble(&self, name: &str, stores: &[i64]) {
        let mut backend = Connection::open(self.place.path("backend.db")).unwrap();
        let change = backend.transaction().unwrap();
        change.execute("DELETE FROM trouble WHERE name = ?1", [name]).unwrap();
        for store in stores {
            change.execute("INSERT INTO trouble VALUES (?1, ?2)", (name, store)).unwrap();
        }
        change.commit().unwrap();
    }

    /// From now on a channel answers this.
    pub(crate) fn answer(&self, channel: &str, answer: Answer) {
        self.answers.lock().unwrap().insert(format!("/{channel}"), answer);
    }

    /// Evaluates as of a time of October 24th 2025, a Friday, or of another day of that month (`27T09:00`), and says
    /// what arrived, sorted: `open ann: Slow/1 Slow/2-`, the ended alerts with a dash; other channels than `chat` are named.
    #[track_caller]
    pub(crate) fn at(&self, time: &str) -> Vec<String> {
        let ran = self.run(time, &["-q", "evaluate-alerts"]);
        assert!([0, 1, 3].contains(&ran.code), "{time}: {} {}", ran.stdout, ran.stderr);
        let mut told: Vec<String> = self.news().iter().map(line).collect();
        told.sort();
        told
    }

    /// Runs a verb as of a time.
    pub(crate) fn run(&self, time: &str, args: &[&str]) -> Ran {
        let now = instant(time);
        self.place.run(&[&["--now", &now, "--commit"], args].concat())
    }

    /// The requests that nobody has looked at.
    pub(crate) fn news(&self) -> Vec<Request> {
        let all = self.receiver.requests();
        let news = all[self.seen.get()..].to_vec();
        self.seen.set(all.len());
        news
    }

    /// The own database.
    pub(crate) fn own(&self) -> Connection {
        Connection::open(self.place.path("tillwatch.db")).unwrap()
    }

    /// Silences what these matchers match between two times.
    pub(crate) fn silence(&self, matchers: &str, from: &str, until: &str) {
        let sql = "INSERT INTO silence (matchers, starts, ends, author, reason) VALUES (?1, ?2, ?3, 'ann', 'known')";
        self.own().execute(sql, (matchers, stored(from), stored(until))).unwrap();
    }
}

/// `10:05` or `27T09:00` as RFC 3339.
pub(crate) fn instant(time: &str) -> String {
    let seconds = if time.matches(':').count() == 1 { ":00" } else { "" };
    let day = if time.contains('T') { "" } else { "24T" };
    format!("2025-10-{day}{time}{seconds}Z")
}

/// The same as the database keeps it.
pub(crate) fn stored(time: &str) -> String {
    instant(time).replace('T', " ").replace('Z', ".000")
}

fn line(request: &Request) -> String {
    let json = request.json();
    let channel = request.path.trim_start_matches('/');
    let who = if channel == "chat" { String::new() } else { format!("{channel}:") };
    let told: Vec<String> = json["incidents"].as_array().unwrap().iter().map(incident).collect();
    format!("{} {who}{}: {}", text(&json["kind"]), text(&json["to"]), told.join(", "))
}

fn incident(incident: &Value) -> String {
    let alert = |alert: &Value| {
        let ended = if alert["state"] == "ended" { "-" } else { "" };
        format!("{}/{}{ended}", text(&alert["name"]), text(&alert["labels"]["store_id"]))
    };
    let mut alerts: Vec<_> = incident["alerts"].as_array().unwrap().iter().map(alert).collect();
    alerts.sort();
    alerts.join(" ")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
