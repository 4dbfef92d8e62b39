//! `tillwatch serve`: the plan's three endpoints, who may use them, what survives, and what is shown.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::support::Place;

mod batches;
mod disk;
mod limits;
mod openapi;
mod pages;
mod survival;
mod systemd;
mod tls;
mod tokens;

/// A receiver that runs, killed when dropped.
pub(crate) struct Server {
    child: Child,
    pub address: SocketAddr,
}

/// What a request was answered.
pub(crate) struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Server {
    /// Starts `tillwatch serve` on a free port and waits until it listens.
    pub(crate) fn start(place: &Place, variables: &[(&str, &str)]) -> Self {
        let mut command = place.command(&["serve", "--listen", "127.0.0.1:0"]);
        command.envs(variables.iter().copied());
        Self::run(command)
    }

    /// As [`Server::start`], for a command that is made already.
    pub(crate) fn run(mut command: Command) -> Self {
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        stderr.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on http").unwrap_or_else(|| panic!("{line}"));
        let address = address.trim_start_matches('s').trim_start_matches("://").parse().unwrap();
        std::thread::spawn(move || std::io::copy(&mut stderr, &mut std::io::sink()));
        Self { child, address }
    }

    /// As [`Server::run`], with a file for stderr, which `read` reads.
    fn watched(mut command: Command, stderr: std::fs::File, read: impl Fn() -> String) -> Self {
        let mut server =
            Self { child: command.stderr(stderr).spawn().unwrap(), address: ([0, 0, 0, 0], 0).into() };
        let address =
            |said: String| said.strip_prefix("listening on http://")?.split_once('\n')?.0.parse().ok();
        while server.address.port() == 0 {
            assert!(server.child.try_wait().unwrap().is_none(), "{}", read());
            server.address = address(read()).unwrap_or(server.address);
        }
        server
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn send(&self, method: &str, path: &str, headers: &[&str], body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {}\r\n",
            body.len()
        );
        for header in headers {
            head.extend([header, "\r\n"]);
        }
        stream.write_all(format!("{head}\r\n").as_bytes()).unwrap();
        // A refused body may be cut off by the answer.
        let _ = stream.write_all(body);
        Answer::read(stream)
    }

    pub(crate) fn post(&self, what: &str, token: Option<&str>, body: &Value) -> Answer {
        let token = token.map(|token| format!("Authorization: Bearer {token}"));
        let headers: Vec<&str> = token.iter().map(String::as_str).collect();
        self.send("POST", &format!("/api/monitoring/{what}"), &headers, body.to_string().as_bytes())
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], b"")
    }

    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([name, &id]).status().unwrap().success());
    }

    pub(crate) fn ended(mut self) -> Option<i32> {
        self.child.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    fn read(mut stream: TcpStream) -> Self {
        let mut text = Vec::new();
        // Reset after the answer is as good as closed.
        let _ = stream.read_to_end(&mut text);
        let text = String::from_utf8(text).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{text:?}"));
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Self { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error} in {}", self.body))
    }

    #[track_caller]
    pub(crate) fn is(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.body);
        self.json()
    }
}

const STORES: &str = "version = 1
[[stores]]
id = \"1\"
name = \"Алмаз\"
token = \"env:TOKEN_1\"
[[stores]]
id = \"2\"
name = \"Берег\"
token = \"env:TOKEN_2\"
";

const TOKENS: [(&str, &str); 2] = [("TOKEN_1", "first-secret"), ("TOKEN_2", "second-secret")];

/// A receiver that asks for tokens.
fn strict() -> (Place, Server) {
    let place = Place::new();
    place.write("tillwatch.toml", STORES);
    let server = Server::start(&place, &TOKENS);
    (place, server)
}

/// A receiver that takes everything, as the plan's app needs it.
pub(crate) fn open(config: &str) -> (Place, Server) {
    let place = Place::new();
    let config = format!("version = 1\n{config}\n[serve]\nallow_anonymous = true\nmax_body = 4096\n");
    place.write("tillwatch.toml", &config);
    let server = Server::start(&place, &[]);
    (place, server)
}

/// The rows of a statement, columns joined by `|`.
pub(crate) fn rows(place: &Place, file: &str, sql: &str) -> Vec<String> {
    let connection = Connection::open(place.path(file)).unwrap();
    let mut statement = connection.prepare(sql).unwrap();
    let columns = statement.column_count();
    let text = |row: &rusqlite::Row<'_>, column: usize| match row.get_ref(column).unwrap() {
        rusqlite::types::ValueRef::Null => String::new(),
        rusqlite::types::ValueRef::Integer(number) => number.to_string(),
        rusqlite::types::ValueRef::Real(number) => number.to_string(),
        other => other.as_str().unwrap().to_owned(),
    };
    let line = |row: &rusqlite::Row<'_>| Ok((0..columns).map(|n| text(row, n)).collect::<Vec<_>>().join("|"));
    statement.query_map([], line).unwrap().map(Result::unwrap).collect()
}

const SAMPLES: &str =
    "SELECT name, labels, store_id, at_ms, value FROM series JOIN samples ON series = id ORDER BY 1, 2, 4";

#[test]
fn the_plans_three_requests_are_answered_as_it_says_and_are_on_disk() {
    let (place, server) = open("[[stores]]\nid = \"1\"\nname = \"Алмаз\"");
    let heartbeat = json!({ "store_id": 1, "timestamp": "2025-10-24T10:15:30.000Z", "app_version": "1.0.0" });
    assert_eq!(server.post("heartbeat", None, &heartbeat).is(200), json!({ "status": "ok" }));
    let metric = json!({ "metric_name": "qr_scan_response_time_ms", "value": 234,
        "tags": { "store_id": 1, "store_name": "Алмаз" }, "timestamp": "2025-10-24T10:15:30.000Z" });
    let answer = server.post("metric", None, &metric).is(200);
    assert_eq!((&answer["status"], answer["metric_id"].is_string()), (&json!("ok"), true));
    let line = r#"{"timestamp":"2025-10-24T10:15:29.000Z","level":"ERROR","event":"qr_failed","message":"no camera"}"#;
    let logs = json!({ "store_id": 1, "logs": [line, "no json"], "timestamp": "2025-10-24T10:15:30.000Z" });
    assert_eq!(server.post("logs", None, &logs).is(200)["accepted"], 2);

    let beats = rows(&place, "tillwatch.db", "SELECT store_id, timestamp, app_version FROM heartbeats");
    assert_eq!(beats, ["1|2025-10-24 10:15:30.000|1.0.0"]);
    let labels = r#"{"store_id":"1","store_name":"Алмаз"}"#;
    assert_eq!(
        rows(&place, "tillwatch.db", SAMPLES),
        [format!("qr_scan_response_time_ms|{labels}|1|1761300930000|234")]
    );
    let kept = rows(
        &place,
        "tillwatch-logs.db",
        "SELECT timed, store_id, level, event, message, body FROM logs ORDER BY timed DESC",
    );
    assert_eq!(kept, [format!("1|1|error|qr_failed|no camera|{line}"), "0|1||||no json".into()]);
}

#[test]
fn a_repeat_changes_nothing() {
    let (place, server) = open("");
    let at = "2025-10-24T10:15:30.000Z";
    let heartbeat = json!({ "store_id": 1, "timestamp": at });
    let metric = json!({ "metric_name": "x", "value": 1, "tags": { "store_id": 1 }, "timestamp": at });
    let logs = json!({ "store_id": 1, "logs": ["a", "a"], "timestamp": at });
    let with_ids = json!({ "store_id": 1, "logs": ["a", "b"], "ids": ["7", "8"], "batch_id": "9" });
    let mut ids = Vec::new();
    for new in [2, 0] {
        let _ = server.post("heartbeat", None, &heartbeat).is(200);
        ids.push(server.post("metric", None, &metric).is(200)["metric_id"].clone());
        assert_eq!(server.post("logs", None, &logs).is(200)["new"], new);
        assert_eq!(server.post("logs", None, &with_ids).is(200)["new"], new);
        // Without a timestamp only the sender's key tells a repeat.
        let undated = json!({ "metric_name": "y", "value": 5, "store_id": 1 }).to_string();
        let key = ["Idempotency-Key: abc"];
        ids.push(
            server.send("POST", "/api/monitoring/metric", &key, undated.as_bytes()).is(200)["metric_id"]
                .clone(),
        );
        let beat = json!({ "store_id": 2 }).to_string();
        let _ = server.send("POST", "/api/monitoring/heartbeat", &key, beat.as_bytes()).is(200);
    }
    assert_eq!(ids[..2], ids[2..]);
    let count = |sql: &str| rows(&place, "tillwatch.db", sql);
    assert_eq!(count("SELECT store_id, COUNT(*) FROM heartbeats GROUP BY 1"), ["1|1", "2|1"]);
    assert_eq!(
        count("SELECT name, COUNT(*) FROM series JOIN samples ON series = id GROUP BY 1"),
        ["x|1", "y|1"]
    );
}

#[test]
fn a_numeric_tag_becomes_a_sample_of_its_own() {
    let (place, server) = open("");
    let metric = json!({ "metric_name": "app_memory_usage_mb", "value": 81.5,
        "tags": { "store_id": 3, "heap_total": 120.25 }, "timestamp": "2025-10-24T10:15:30.000Z" });
    let _ = server.post("metric", None, &metric).is(200);
    let expected = [
        r#"app_memory_usage_mb|{"store_id":"3"}|3|1761300930000|81.5"#,
        r#"app_memory_usage_mb_heap_total|{"store_id":"3"}|3|1761300930000|120.25"#,
    ];
    assert_eq!(rows(&place, "tillwatch.db", SAMPLES), expected);
}

#[test]
fn a_token_writes_for_its_own_store_and_for_no_other() {
    let (place, server) = strict();
    let beat = |store: i32| json!({ "store_id": store, "timestamp": "2025-10-24T10:15:30.000Z" });
    for (token, store, status) in [
        (None, 1, 401),
        (Some("wrong"), 1, 401),
        (Some("first-secre"), 1, 401),
        (Some("first-secret"), 2, 403),
        (Some("first-secret"), 1, 200),
    ] {
        assert_eq!(server.post("heartbeat", token, &beat(store)).status, status, "{token:?} {store}");
    }
    for (header, message) in [
        ("X: y", "a token is needed"),
        ("Authorization: Bearer wrong", "this token is not known"),
        ("Authorization: Basic dGlsbDp4", "Bearer … is wanted"),
        ("Authorization: first-secret", "Bearer … is wanted"),
    ] {
        let answer = server.send("POST", "/api/monitoring/heartbeat", &[header], b"{}");
        assert!(answer.head.contains("www-authenticate: bearer"), "{}", answer.head);
        assert!(answer.is(401)["error"].as_str().unwrap().contains(message), "{header}");
    }
    let (_open, anybody) = open("");
    let basic = anybody.send("POST", "/api/monitoring/heartbeat", &["Authorization: Basic dGlsbDp4"], b"{}");
    let _ = basic.is(401);
    let other = json!({ "metric_name": "x_store_2", "value": 1 });
    let answer = server.post("metric", Some("first-secret"), &other).is(403);
    assert!(answer["error"].as_str().unwrap().contains("store 1's"), "{answer}");
    let _ = server.post("logs", Some("first-secret"), &json!({ "store_id": "2", "logs": [] })).is(403);
    // What names no store is the token's own.
    let _ = server.post("metric", Some("second-secret"), &json!({ "metric_name": "x", "value": 1 })).is(200);
    let _ = server.post("logs", Some("second-secret"), &json!({ "logs": ["a"] })).is(200);
    let _ = server.post("heartbeat", Some("second-secret"), &json!({})).is(200);
    assert_eq!(rows(&place, "tillwatch.db", "SELECT store_id FROM heartbeats ORDER BY 1"), ["1", "2"]);
    assert_eq!(rows(&place, "tillwatch.db", "SELECT store_id FROM series"), ["2"]);
    assert_eq!(rows(&place, "tillwatch-logs.db", "SELECT store_id FROM logs"), ["2"]);
}

#[test]
fn what_is_wrong_with_a_request_is_said_as_json() {
    let (_place, server) = open("[[stores]]\nid = \"1\"\nname = \"x\"");
    let post = |what: &str, body: &str| {
        server.send("POST", &format!("/api/monitoring/{what}"), &[], body.as_bytes())
    };
    for (answer, status, message) in [
        (post("heartbeat", "{"), 400, "this is no JSON"),
        (post("heartbeat", r#"{"store_id":9}"#), 400, "store 9 is not in the inventory"),
        (post("metric", r#"{"metric_name":"a b","value":1}"#), 400, "is no metric name"),
        (post("logs", r#"{"logs":"x"}"#), 400, "logs must be an array"),
        (post("logs", r#"{"logs":["x"],"timestamp":"yesterday"}"#), 400, "timestamp must be a time"),
        (post("logs", &"x".repeat(5000)), 413, "larger than 4096 bytes"),
        (post("nothing", "{}"), 404, "nothing here"),
        (server.get("/api/monitoring/metric"), 405, "does not take GET"),
    ] {
        let body = answer.is(status);
        assert!(body["error"].as_str().unwrap().contains(message), "{body}");
        assert_eq!(body["status"], "error");
    }
}

#[test]
fn without_tokens_it_starts_where_others_reach_it_only_if_told_that_anybody_may_write() {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1");
    // On loopback there are the dashboards.
    let ran = place.line("serve --listen 0.0.0.0:0").exits(2);
    assert!(ran.stderr.contains("[serve] allow_anonymous = true"), "{}", ran.stderr);
    place.write("tillwatch.toml", STORES);
    let ran = place.line("serve --listen 127.0.0.1:0").exits(2);
    assert!(
        ran.stderr.contains("the token of store 1: environment variable TOKEN_1 is not set"),
        "{}",
        ran.stderr
    );
    let _ = place.line("serve --now 2025-10-24T10:15:30Z").exits(2);
    let (taken, server) = open("");
    let ran = taken.run(&["serve", "--listen", &server.address.to_string()]).exits(3);
    assert!(ran.stderr.contains("`--listen` names another"), "{}", ran.stderr);
    let _ = taken.line("serve --listen nowhere").exits(2);
}

#[test]
fn without_tokens_it_serves_links_where_people_can_reach_it_and_takes_no_pushes() {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n[project]\nurl = \"https://watch.example.org\"\n");
    let server = Server::start(&place, &[]);
    let push = br#"{"store_id":1,"app_version":"1","timestamp":"2025-10-24T10:15:30Z"}"#;
    for headers in [&["Content-Type: application/json"][..], &["Authorization: Bearer x"][..]] {
        assert_eq!(server.send("POST", "/api/monitoring/heartbeat", headers, push).status, 401);
    }
    assert_eq!(server.get("/ack/nothing").status, 403);
    assert_eq!(server.get("/api/health").status, 200);
}

#[test]
fn health_says_version_and_that_the_database_answers() {
    let (_place, server) = strict();
    let health = server.get("/api/health").is(200);
    assert_eq!((&health["status"], &health["version"]), (&json!("ok"), &json!(env!("CARGO_PKG_VERSION"))));
}

#[test]
fn metrics_show_pushed_samples_and_queries_and_count_those_that_fail() {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n[serve]\nallow_anonymous = true");
    place.write("queries/stores_seen.sql", "-- help: Stores \\ seen.\n-- labels: [store_id]\nSELECT store_id, 2.5 AS value, 'x' AS other FROM heartbeats");
    place.write("queries/broken.sql", "SELECT value FROM no_such_table");
    let server = Server::start(&place, &[]);
    let _ = server.post("heartbeat", None, &json!({ "store_id": "a\"b" })).is(200);
    for (at, value) in [("2025-10-24T10:15:30Z", 5), ("2025-10-24T10:15:31Z", 6)] {
        let body = json!({ "metric_name": "till_drawer", "value": value, "timestamp": at, "tags": { "kind": "a\nb" } });
        let _ = server.post("metric", None, &body).is(200);
    }
    let answer = server.get("/metrics");
    assert!(answer.head.contains("content-type: text/plain; version=0.0.4"), "{}", answer.head);
    let has =
        |line: &str| assert!(answer.body.lines().any(|found| found == line), "{line} in\n{}", answer.body);
    has("# HELP stores_seen Stores \\\\ seen.");
    has("# TYPE stores_seen gauge");
    has("stores_seen{store_id=\"a\\\"b\"} 2.5");
    has("till_drawer{kind=\"a\\nb\"} 6");
    let errors = answer.body.lines().find_map(|line| line.strip_prefix("tillwatch_query_errors ")).unwrap();
    assert!(errors.parse::<i32>().unwrap() >= 1, "{}", answer.body);
    assert!(!answer.body.contains("broken"), "{}", answer.body);
    // Every line is a comment or a sample, and no name has two types.
    let sample =
        regex::Regex::new(r"^[a-zA-Z_:][a-zA-Z0-9_:]*(\{[^}]*\})? (NaN|[+-]Inf|-?[0-9.e+-]+)$").unwrap();
    assert!(
        answer.body.lines().all(|line| line.starts_with("# ") || sample.is_match(line)),
        "{}",
        answer.body
    );
    let mut types: Vec<&str> = answer.body.lines().filter(|line| line.starts_with("# TYPE")).collect();
    let all = types.len();
    types.dedup();
    assert_eq!(types.len(), all);
}

#[test]
fn metrics_can_ask_for_a_token_of_their_own() {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n[serve]\nallow_anonymous = true\nmetrics_token = \"env:M\"");
    let server = Server::start(&place, &[("M", "reader")]);
    assert_eq!(server.get("/metrics").status, 401);
    assert_eq!(server.send("GET", "/metrics", &["authorization: bearer reader"], b"").status, 200);
}

#[test]
fn a_row_that_was_answered_survives_the_kill_of_the_receiver() {
    let (place, server) = open("");
    for number in 0..20 {
        let _ = server.post("heartbeat", None, &json!({ "store_id": number })).is(200);
    }
    server.signal("-KILL");
    assert_eq!(server.ended(), None);
    assert_eq!(rows(&place, "tillwatch.db", "SELECT COUNT(*) FROM heartbeats"), ["20"]);
    assert_eq!(rows(&place, "tillwatch.db", "SELECT COUNT(*) FROM run WHERE ended IS NULL"), ["1"]);
}

#[test]
fn a_request_that_has_begun_is_finished_after_the_signal_to_stop() {
    let (place, server) = open("");
    let body = br#"{"store_id":"late"}"#;
    let mut stream = TcpStream::connect(server.address).unwrap();
    let head = format!(
        "POST /api/monitoring/heartbeat HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    // The interim answer says that the handler waits for the body.
    let mut interim = [0; 25];
    stream.read_exact(&mut interim).unwrap();
    assert!(interim.starts_with(b"HTTP/1.1 100 Continue"));
    server.signal("-TERM");
    // No new connection is taken from here on, and then the body comes.
    while TcpStream::connect(server.address).is_ok() {}
    stream.write_all(body).unwrap();
    assert_eq!(Answer::read(stream).status, 200);
    assert_eq!(server.ended(), Some(0));
    assert_eq!(rows(&place, "tillwatch.db", "SELECT store_id FROM heartbeats"), ["late"]);
    let run = "SELECT verb, exit, ended IS NOT NULL, ended = alive_at FROM run";
    assert_eq!(rows(&place, "tillwatch.db", run), ["serve|0|1|1"]);
}

#[test]
fn a_database_that_another_process_holds_is_said_with_when_to_try_again() {
    let (place, server) = open("");
    let holder = Connection::open(place.path("tillwatch.db")).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let beat = json!({ "store_id": 1 });
    let answer = server.post("heartbeat", None, &beat);
    assert!(answer.head.contains("\r\nretry-after: 5"), "{}", answer.head);
    assert!(!answer.is(503)["error"].as_str().unwrap().contains("tillwatch.db"), "{}", answer.body);
    holder.execute_batch("ROLLBACK").unwrap();
    let _ = server.post("heartbeat", None, &beat).is(200);
    assert_eq!(rows(&place, "tillwatch.db", "SELECT COUNT(*) FROM heartbeats"), ["1"]);
}

#[test]
fn stores_are_judged_while_the_receiver_writes() {
    let (place, server) = open("[[stores]]\nid = \"1\"\nname = \"Алмаз\"");
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            for number in 0..100 {
                let at = format!("2025-10-24T10:{:02}:{:02}Z", number / 60, number % 60);
                let _ = server.post("heartbeat", None, &json!({ "store_id": 1, "timestamp": at })).is(200);
            }
        });
        while !writing.is_finished() {
            let ran = place.line("heartbeat-check --format json");
            let status = ran.json()["stores"][0]["status"].as_str().unwrap().to_owned();
            assert!(ran.code == 0 && status == "up" || ran.code == 1 && status == "never seen", "{ran:?}");
        }
    });
    let _ = place.line("heartbeat-check").exits(0);
    assert_eq!(rows(&place, "tillwatch.db", "SELECT COUNT(*) FROM heartbeats"), ["100"]);
}
