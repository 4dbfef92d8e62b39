//! `logs ship` and `logs status`: every line once, whatever happens to files, receivers and runs.

mod dead_letters;
mod delivery;
mod hostile;
mod killed;
mod nginx;
mod reading;
mod rotation;
mod sinks;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, SystemTime};

use crate::serve::Server;
use crate::support::Place;
use crate::support::receiver::{Answer, Receiver, Request};

const LOG: &str = "logs/Касса 1/app.log";

/// A project that ships `logs/Касса 1/app*.log*` to `url`.
fn project(url: &str, more: &str) -> Place {
    let place = Place::new();
    place.write(
        "tillwatch.toml",
        &format!(
            "version = 1\n[[ship]]\nname = \"app\"\npaths = ['logs\\Касса 1\\app*.log*']\nurl = \"{url}\"\n\
             store = \"3\"\n{more}"
        ),
    );
    fs::create_dir_all(place.path("logs/Касса 1")).unwrap();
    place
}

fn append(place: &Place, name: &str, bytes: impl AsRef<[u8]>) {
    let mut file = File::options().create(true).append(true).open(place.path(name)).unwrap();
    file.write_all(bytes.as_ref()).unwrap();
}

/// Makes a file look as if it was written so many seconds ago.
fn age(place: &Place, name: &str, seconds: u64) {
    let at = SystemTime::now() - Duration::from_secs(seconds);
    File::options().append(true).open(place.path(name)).unwrap().set_modified(at).unwrap();
}

fn strings(value: &serde_json::Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|item| item.as_str().unwrap().to_owned()).collect()
}

/// Every line that was sent, repeats included.
fn sent(receiver: &Receiver) -> Vec<String> {
    receiver.requests().iter().flat_map(|request| strings(&request.json()["logs"])).collect()
}

/// The lines that a receiver which keeps ids has: each id once, in the order of arrival.
fn kept(requests: &[Request]) -> Vec<String> {
    let mut seen = BTreeMap::new();
    let mut lines = Vec::new();
    for request in requests {
        let body = request.json();
        for (id, line) in strings(&body["ids"]).into_iter().zip(strings(&body["logs"])) {
            match seen.insert(id, line.clone()) {
                None => lines.push(line),
                Some(before) => assert_eq!(before, line, "one id, two lines"),
            }
        }
    }
    lines
}

fn files(place: &Place) -> Vec<serde_json::Value> {
    let ran = place.run(&["logs", "status", "--format", "json"]).exits(0);
    ran.json()["files"].as_array().unwrap().clone()
}

#[test]
fn the_seeds_body_goes_out_with_ids_and_headers_and_only_once() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "token = \"env:TOKEN\"\n");
    append(&place, LOG, "{\"level\":\"info\",\"message\":\"started\"}\r\n\nno JSON at all\n");
    let ship =
        || place.command(&["logs", "ship", "--format", "json"]).env("TOKEN", "s3cret").output().unwrap();
    let ran = crate::support::Ran::from(ship()).exits(0);
    assert_eq!(ran.json()["files"][0]["lines"], 2);
    assert_eq!(crate::support::Ran::from(ship()).exits(0).json()["files"][0]["lines"], 0);

    let requests = receiver.requests();
    assert_eq!(requests.len(), 1);
    let (request, body) = (&requests[0], requests[0].json());
    assert_eq!((request.method.as_str(), request.path.as_str()), ("POST", "/api/monitoring/logs"));
    assert_eq!(request.header("authorization"), Some("Bearer s3cret"));
    assert_eq!(request.header("idempotency-key"), body["batch_id"].as_str());
    assert_eq!(body["store_id"], "3");
    assert_eq!(strings(&body["logs"]), ["{\"level\":\"info\",\"message\":\"started\"}", "no JSON at all"]);
    assert_eq!(body["ids"].as_array().unwrap().len(), 2);
    assert!(body["timestamp"].as_str().unwrap().ends_with('Z'));
}

#[test]
fn a_batch_too_large_for_the_receiver_is_halved_until_it_fits() {
    let most = |request: &Request| strings(&request.json()["logs"]).len();
    let receiver = Receiver::start(move |request| Answer::Status(if most(request) > 3 { 413 } else { 200 }));
    let place = project(&receiver.url(), "");
    let lines: Vec<String> = (0..20).map(|number| format!("line {number}")).collect();
    append(&place, LOG, lines.join("\n") + "\n");
    place.run(&["logs", "ship"]).exits(0);
    let taken: Vec<Request> = receiver.requests().into_iter().filter(|request| most(request) <= 3).collect();
    assert_eq!(kept(&taken), lines);
    assert_eq!(taken.iter().map(most).sum::<usize>(), 20);
}

#[test]
fn a_poison_line_is_kept_aside_with_its_place_and_holds_nothing_up() {
    let receiver =
        Receiver::start(|request| Answer::Status(if request.body.contains("poison") { 422 } else { 200 }));
    let place = project(&receiver.url(), "");
    append(&place, LOG, "one\ntwo\npoison\nfour\nfive\n");
    let ran = place.run(&["logs", "ship", "--format", "json"]).exits(1);
    assert!(ran.stderr.contains("app.log:3: refused at byte 8 (HTTP 422)"), "{}", ran.stderr);
    assert_eq!(
        (&ran.json()["files"][0]["lines"], &ran.json()["files"][0]["refused"]),
        (&4.into(), &1.into())
    );
    let dead: serde_json::Value = serde_json::from_str(&place.read("app.deadletter.jsonl")).unwrap();
    assert_eq!((&dead["text"], &dead["line"], &dead["offset"]), (&"poison".into(), &3.into(), &8.into()));
    let before = receiver.requests().len();
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(receiver.requests().len(), before);
}

#[test]
fn a_receiver_that_refuses_every_line_does_not_drain_the_file() {
    let receiver = Receiver::start(|_| Answer::Text(400, "no such store".into()));
    let place = project(&receiver.url(), "");
    append(&place, LOG, "line\n".repeat(500));
    let ran = place.run(&["logs", "ship"]).exits(3);
    assert!(
        ran.stderr.contains("10 lines refused one after the other: HTTP 400: no such store"),
        "{}",
        ran.stderr
    );
    assert_eq!(files(&place)[0]["line"], 10);
}

#[rstest::rstest]
#[case(Answer::Status(500), "HTTP 500")]
#[case(Answer::Text(429, "slow down".into()), "HTTP 429: slow down")]
#[case(Answer::Status(401), "HTTP 401")]
#[case(Answer::HangUp, "connection")]
#[case(Answer::Half, "stopped")]
#[case(
    Answer::Raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>".into()),
    "something stands between"
)]
fn what_the_receiver_did_not_take_waits_for_the_next_run(#[case] answer: Answer, #[case] said: &str) {
    let mut first = Some(answer);
    let receiver = Receiver::start(move |_| first.take().unwrap_or(Answer::Status(200)));
    let place = project(&receiver.url(), "");
    append(&place, LOG, "one\ntwo\n");
    let ran = place.run(&["logs", "ship"]).exits(3);
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
    assert_eq!(receiver.requests().len(), 1, "no retry within a run");
    assert_eq!(files(&place)[0]["lag"], 8);
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(kept(&receiver.requests()), ["one", "two"]);
    let ids = |index: usize| receiver.requests()[index].json()["ids"].clone();
    assert_eq!(ids(0), ids(1));
}

#[test]
fn an_unreachable_receiver_is_named_without_its_secrets() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let place = project(&format!("http://user:hunter2@{closed}"), "");
    append(&place, LOG, "one\n");
    let ran = place.run(&["logs", "ship"]).exits(3);
    assert!(ran.stderr.contains("connection refused"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("hunter2"), "{}", ran.stderr);
    assert_eq!(files(&place)[0]["lag"], 4);
}

#[test]
fn killed_between_sending_and_checkpoint_nothing_is_lost_and_nothing_counts_twice() {
    let (tell, told) = mpsc::channel();
    let (open, gate) = mpsc::channel::<()>();
    let receiver = Receiver::start(move |_| {
        tell.send(()).unwrap();
        // The first request waits here until the sender is dead.
        let _ = gate.recv();
        Answer::Status(200)
    });
    let place = project(&receiver.url(), "");
    append(&place, LOG, "one\ntwo\n");
    let mut child =
        place.command(&["logs", "ship"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    told.recv().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    drop(open);
    // The file grows before the next run: what was sent keeps its ids all the same.
    append(&place, LOG, "three\n");
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(sent(&receiver), ["one", "two", "one", "two", "three"]);
    assert_eq!(kept(&receiver.requests()), ["one", "two", "three"]);
}

#[cfg(unix)]
#[test]
fn asked_to_stop_it_says_so_keeps_its_place_and_begins_no_other_entry() {
    let (tell, told) = mpsc::channel();
    let (open, gate) = mpsc::channel::<()>();
    let receiver = Receiver::start(move |_| {
        tell.send(()).unwrap();
        let _ = gate.recv();
        Answer::Status(200)
    });
    let other = Receiver::willing();
    let more = format!("[[ship]]\nname = \"other\"\npaths = [\"other.log\"]\nurl = \"{}\"\n", other.url());
    let place = project(&receiver.url(), &more);
    append(&place, LOG, "one\n");
    append(&place, "other.log", "else\n");
    let child =
        place.command(&["logs", "ship"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    told.recv().unwrap();
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let ran = crate::support::Ran::from(child.wait_with_output().unwrap()).exits(3);
    drop(open);
    assert!(ran.stderr.contains("app: stopped: interrupted"), "{}", ran.stderr);
    assert_eq!(files(&place)[0]["lag"], 4);
    assert!(other.requests().is_empty());
}

#[test]
fn while_one_run_holds_an_entry_another_leaves_it_alone_and_ships_the_others() {
    let (tell, told) = mpsc::channel();
    let (open, gate) = mpsc::channel::<()>();
    let slow = Receiver::start(move |_| {
        tell.send(()).unwrap();
        let _ = gate.recv();
        Answer::Status(200)
    });
    let quick = Receiver::willing();
    let other = format!("[[ship]]\nname = \"other\"\npaths = [\"other.log\"]\nurl = \"{}\"\n", quick.url());
    let place = project(&slow.url(), &other);
    append(&place, LOG, "one\n");
    append(&place, "other.log", "else\n");
    let mut child =
        place.command(&["logs", "ship", "app"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    told.recv().unwrap();
    let ran = place.run(&["logs", "ship"]).exits(4);
    assert!(ran.stderr.contains("another run holds `ship:app`"), "{}", ran.stderr);
    assert_eq!(sent(&quick), ["else"]);
    drop(open);
    assert!(child.wait().unwrap().success());
    assert_eq!(sent(&slow), ["one"]);
}

#[test]
fn no_body_is_beyond_90_kib_and_a_line_of_10_mb_is_cut_and_counted() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    append(&place, LOG, "before\n");
    append(&place, LOG, "x".repeat(10 * 1024 * 1024) + "\n" + &"\u{1}".repeat(60_000) + "\n");
    append(&place, LOG, "y".repeat(300).repeat(3).as_str().to_owned() + "\n");
    append(&place, LOG, ("z".repeat(200) + "\n").repeat(2000));
    let ran = place.run(&["logs", "ship", "--format", "json"]).exits(0);
    let file = &ran.json()["files"][0];
    assert_eq!((&file["lines"], &file["cut"]), (&2004.into(), &2.into()));
    assert!(receiver.requests().iter().all(|request| request.body.len() <= 90 * 1024));
    let sent = sent(&receiver);
    assert!(sent[1].ends_with("…[cut: 10485760 bytes]") && sent[1].len() <= 64 * 1024);
    assert_eq!(sent.len(), 2004);
}

#[test]
fn a_line_that_is_not_utf_8_goes_readable_and_counted() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    append(&place, LOG, b"caf\xe9 \xff\nplain\n");
    let ran = place.run(&["logs", "ship", "--format", "json"]).exits(0);
    assert_eq!(ran.json()["files"][0]["replaced"], 1);
    assert_eq!(sent(&receiver), ["caf\u{fffd} \u{fffd}", "plain"]);
}

#[test]
fn secrets_and_personal_data_leave_neither_to_the_receiver_nor_to_the_dead_letters() {
    let receiver =
        Receiver::start(|request| Answer::Status(if request.body.contains("poison") { 400 } else { 200 }));
    let more = "hash_key = \"env:HASH_KEY\"\nredact = [\"loyalty_code\"]\n";
    let place = project(&receiver.url(), more);
    let secrets = [
        "hunter2",
        "eyJhbGciOiJIUzI1NiJ9",
        "4111 1111 1111 1111",
        "79161234567",
        "anna@example.ru",
        "c-1001",
        "LC77",
    ];
    for (poison, customer) in [("", "c-1001"), ("poison", "c-1001")] {
        let line = serde_json::json!({
            "message": format!("{poison} login with password=hunter2 by anna@example.ru"),
            "headers": {"Authorization": "Bearer eyJhbGciOiJIUzI1NiJ9.e30.sig"},
            "body": serde_json::json!({"password": "hunter2", "card": "4111 1111 1111 1111"}).to_string(),
            "phone": "79161234567", "customer_id": customer, "loyaltyCode": "LC77", "n": 1,
        });
        append(&place, LOG, format!("{line}\n"));
    }
    let ran = crate::support::Ran::from(
        place.command(&["logs", "ship", "--format", "json"]).env("HASH_KEY", "k").output().unwrap(),
    )
    .exits(1);
    assert_eq!(ran.json()["files"][0]["redacted"], 1);
    let everything = format!(
        "{}{}{}",
        receiver.requests().iter().map(|request| request.body.as_str()).collect::<String>(),
        place.read("app.deadletter.jsonl"),
        ran.stderr
    );
    for secret in secrets {
        assert!(!everything.contains(secret), "{secret} in {everything}");
    }
    let taken = &sent(&receiver)[0];
    let line: serde_json::Value = serde_json::from_str(taken).unwrap();
    assert!(line["customer_id"].as_str().unwrap().starts_with("h:"), "{taken}");
    assert_eq!(line["n"], 1);
}

#[test]
fn a_dry_run_shows_what_would_go_and_changes_nothing() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    append(&place, LOG, "one\ntwo\n");
    for args in [&["logs", "ship", "--dry-run"][..], &["--now", "2025-01-15T10:00:00Z", "logs", "ship"]] {
        let ran = place.run(&[args, &["--format", "json"]].concat()).exits(0);
        assert_eq!(ran.json()["files"][0]["lines"], 2);
    }
    assert!(receiver.requests().is_empty());
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(sent(&receiver), ["one", "two"]);
}

#[test]
fn a_file_never_seen_may_begin_at_its_end() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    append(&place, LOG, "old\nhal");
    place.run(&["logs", "ship", "--from", "end"]).exits(0);
    append(&place, LOG, "f\nnew\n");
    place.run(&["logs", "ship", "--from", "end"]).exits(0);
    assert_eq!(sent(&receiver), ["half", "new"]);
}

#[test]
fn status_tells_how_far_each_file_is_and_what_is_gone() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    append(&place, LOG, "one\n");
    assert_eq!((&files(&place)[0]["state"], &files(&place)[0]["lag"]), (&"new".into(), &4.into()));
    place.run(&["logs", "ship"]).exits(0);
    append(&place, LOG, "two");
    let row = &files(&place)[0];
    assert_eq!(
        (&row["state"], &row["position"], &row["size"], &row["lag"]),
        (&"continued".into(), &4.into(), &7.into(), &3.into())
    );
    place.run(&["logs", "ship"]).exits(0);
    fs::remove_file(place.path(LOG)).unwrap();
    let ran = place.run(&["logs", "ship"]).exits(0);
    assert!(ran.stderr.contains("gone with 3 bytes that were not shipped"), "{}", ran.stderr);
    assert_eq!(files(&place)[0]["state"], "gone");
}

#[rstest::rstest]
#[case("", &["logs", "ship", "ap"], "did you mean app?")]
#[case("[[ship]]\nname = \"app\"\npaths = []\nurl = \"\"\n", &["logs", "ship"], "two [[ship]] entries are called app")]
#[case("max_line = 10\n", &["logs", "ship"], "max_line is 10")]
#[case("token = \"env:NOT_THERE\"\n", &["logs", "ship"], "NOT_THERE is not set")]
#[case("maxline = 10\n", &["logs", "ship"], "did you mean max_line?")]
fn a_wrong_configuration_is_exit_2_with_a_way_out(
    #[case] more: &str,
    #[case] args: &[&str],
    #[case] said: &str,
) {
    let ran = project("http://127.0.0.1:9", more).run(args).exits(2);
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
}

#[test]
fn a_run_leaves_a_row_that_says_how_it_ended() {
    let receiver = Receiver::start(|_| Answer::Status(500));
    let place = project(&receiver.url(), "");
    append(&place, LOG, "one\n");
    place.run(&["logs", "ship"]).exits(3);
    let sql = "SELECT verb, exit FROM run";
    let ran = place.run(&["query", "--sql", sql, "--format", "csv"]).exits(0);
    assert_eq!(ran.stdout, "verb,exit\nlogs ship,3\n");
}

#[test]
fn another_tillwatch_keeps_each_line_once_even_if_the_senders_database_is_lost() {
    let monitor = Place::new();
    monitor.write(
        "tillwatch.toml",
        "version = 1\n[[stores]]\nid = \"3\"\nname = \"Восход\"\ntoken = \"env:TOKEN_3\"\n",
    );
    let server = Server::start(&monitor, &[("TOKEN_3", "third-secret")]);
    let place = project(&server.url(), "token = \"env:TOKEN\"\n");
    let ship = |token: &str| {
        crate::support::Ran::from(place.command(&["logs", "ship"]).env("TOKEN", token).output().unwrap())
    };
    append(&place, LOG, "{\"level\":\"error\",\"message\":\"пул исчерпан\"}\nplain\nplain\n");
    assert!(ship("guessed").exits(3).stderr.contains("HTTP 401"));
    ship("third-secret").exits(0);
    for name in ["tillwatch.db", "tillwatch.db-wal", "tillwatch.db-shm"] {
        let _ = fs::remove_file(place.path(name));
    }
    append(&place, LOG, "after\n");
    ship("third-secret").exits(0);
    drop(server);
    let logs = rusqlite::Connection::open(monitor.path("tillwatch-logs.db")).unwrap();
    let mut rows = logs.prepare("SELECT store_id || ' ' || body FROM logs ORDER BY body").unwrap();
    let rows: Vec<String> = rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let error = "3 {\"level\":\"error\",\"message\":\"пул исчерпан\"}";
    assert_eq!(rows, ["3 after", "3 plain", "3 plain", error]);
}

#[test]
fn another_tillwatch_gets_lines_packed_with_the_time_level_and_event_that_the_entry_reads_of_them() {
    let (monitor, server) = crate::serve::open("");
    let place = project(
        &server.url(),
        "kind = \"tillwatch\"\ncompress = \"gzip\"\ntime_zone = \"Europe/Moscow\"\n\
         pattern = '^(?<timestamp>\\S+ \\S+) (?<level>[A-Z]+) \\[(?<event>[^\\]]+)'\n",
    );
    append(&place, LOG, "2025-10-24 13:15:30 ERROR [sale_failed] no paper\nplain\n");
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(
        crate::serve::rows(
            &monitor,
            "tillwatch-logs.db",
            "SELECT timed, CASE WHEN timed THEN at END, level, event FROM logs ORDER BY body"
        ),
        ["1|2025-10-24 10:15:30.000|error|sale_failed", "0|||"]
    );
}
