//! `tillwatch demo`: it runs to its end, tells what happened, and its data comes out the same each time.

use std::path::Path;
use std::process::Stdio;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use crate::support::{Place, Ran};

mod numbers;

#[test]
fn the_demonstration_runs_to_its_end_and_again_with_the_same_data() {
    let place = Place::new();
    let ran = place.line("demo shop").exits(0);
    assert!(ran.stdout.contains("Try next"), "{}", ran.stdout);
    let ours = ran.stdout.lines().filter(|line| line.starts_with(['$', '─', '(']));
    assert!(ours.map(|line| line.chars().count()).max() <= Some(80), "{}", ran.stdout);
    assert_the_readme_shows(&ran);
    assert_the_incident_was_told(&place);
    assert_nothing_lies_ahead(&place);
    numbers::assert_the_reports_say_what_the_databases_say(&place);

    let first = rows(&place.path("shop/backend.db"));
    let _ = place.line("demo shop").exits(0);
    assert!(first == rows(&place.path("shop/backend.db")), "the data differs");
    assert!(first.len() > 200_000, "{} rows", first.len());
}

/// What the README shows of the tour is what the tour prints.
fn assert_the_readme_shows(ran: &Ran) {
    let readme = include_str!("../../README.md");
    let shown = readme.split("```text\n").nth(1).unwrap().split("```").next().unwrap();
    assert!(shown.lines().count() > 10, "{shown}");
    for line in shown.lines() {
        let is_printed = ran.stdout.lines().chain(ran.stderr.lines()).any(|printed| printed == line);
        assert!(is_printed, "the tour does not print {line:?}");
    }
}

/// The morning's incident was opened at ten, acknowledged at five past, ended at a quarter to eleven, and both its
/// beginning and its end have reached the mailbox.
fn assert_the_incident_was_told(place: &Place) {
    let times: Vec<Vec<Value>> = query(
        &place.path("shop/tillwatch.db"),
        "SELECT DISTINCT incident.opened, acked_at, acked_by, closed FROM incident \
         JOIN alert ON alert.incident = incident.id WHERE rule = 'HighAPILatency'",
    );
    let text = |text: &str| Value::Text(text.into());
    let expected = [
        text("2025-10-24 07:00:00.000"),
        text("2025-10-24 07:05:00.000"),
        text("on_call_engineer"),
        text("2025-10-24 07:45:00.000"),
    ];
    assert_eq!(times, [expected]);
    let mails = std::fs::read_dir(place.path("shop/outbox")).unwrap();
    let mails: Vec<String> =
        mails.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let review = place.read("shop/pir/INC-2025-10-24-001.md");
    for fact in ["Transactions affected: 23", "Customers impacted: 15", "~500", "Root cause identified"] {
        assert!(review.contains(fact), "{fact}:\n{review}");
    }
    for subject in ["Subject: [P1] earn: 95 %", "Subject: [P1 ended] earn: 95 %"] {
        assert!(mails.iter().any(|mail| mail.contains(subject)), "{subject}");
    }
}

/// No row of the history is later than the evening from which the tour looks back.
fn assert_nothing_lies_ahead(place: &Place) {
    let ahead = [
        ("backend.db", "SELECT id FROM cashier_transactions WHERE created_at >= '2025-10-24 15:30:00'"),
        ("backend.db", "SELECT id FROM security_events WHERE timestamp >= '2025-10-24 15:30:00'"),
        ("tillwatch.db", "SELECT id FROM heartbeats WHERE received_at >= '2025-10-24 15:30:00.300'"),
        ("tillwatch.db", "SELECT id FROM health_checks WHERE timestamp >= '2025-10-24 15:31'"),
    ];
    for (file, sql) in ahead {
        assert_eq!(query(&place.path("shop").join(file), sql), Vec::<Vec<Value>>::new(), "{sql}");
    }
}

/// Every row of every table, in order.
fn rows(path: &Path) -> Vec<Vec<Value>> {
    let names = query(path, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    assert!(!names.is_empty());
    let table = |name: &Vec<Value>| match &name[0] {
        Value::Text(name) => query(path, &format!("SELECT * FROM {name} ORDER BY id")),
        other => panic!("{other:?} is no name"),
    };
    names.iter().flat_map(table).collect()
}

fn query(path: &Path, sql: &str) -> Vec<Vec<Value>> {
    let database = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut select = database.prepare(sql).unwrap();
    let width = select.column_count();
    let read = |row: &rusqlite::Row<'_>| (0..width).map(|column| row.get(column)).collect();
    select.query_map([], read).unwrap().map(Result::unwrap).collect()
}

#[test]
fn a_folder_with_something_else_in_it_is_refused_and_left_alone() {
    let place = Place::new();
    place.write("mine/letter.txt", "mine");
    let ran = place.line("demo mine").exits(2);
    assert!(ran.stderr.contains("mine is not empty"), "{}", ran.stderr);
    assert_eq!(std::fs::read_dir(place.path("mine")).unwrap().count(), 1);
}

#[test]
fn a_closed_pipe_ends_the_tour_early_and_quietly() {
    let place = Place::new();
    let mut demo = place.command(&["demo", "shop"]);
    let mut demo = demo.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(demo.stdout.take());
    let ended = demo.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0));
    assert_eq!(
        String::from_utf8_lossy(&ended.stderr),
        "writing six stores and a hundred days to shop…\n",
        "no step ran"
    );
}

#[cfg(unix)]
#[test]
fn whoever_ends_the_tour_ends_its_children() {
    use std::io::{BufRead as _, BufReader};
    use std::net::TcpStream;
    use std::process::Command;

    let place = Place::new();
    let mut demo = place.command(&["demo", "shop"]);
    let mut demo = demo.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(demo.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line.starts_with("$ tillwatch logs ship")), "serve has started by then");
    let listen = place.read("shop/tillwatch.toml");
    let address = listen.lines().find_map(|line| line.strip_prefix("listen = ")).unwrap();
    let address = address.split('"').nth(1).unwrap();
    assert!(TcpStream::connect(address).is_ok());
    assert!(Command::new("kill").arg(demo.id().to_string()).status().unwrap().success());
    assert_eq!(demo.wait().unwrap().code(), Some(3));
    // A killed process is gone when the kernel has come round to it.
    let is_gone = (0..10_000).any(|_| TcpStream::connect(address).is_err());
    assert!(is_gone, "serve still listens on {address}");
}
