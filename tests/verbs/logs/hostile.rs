//! Lines that nobody should write: each arrives or is kept aside, and those after it arrive.

use std::fs;

use super::{LOG, append, project};
use crate::serve::Server;
use crate::support::Place;

/// Each with whether it arrives just as it was written.
fn hostile() -> Vec<(Vec<u8>, bool)> {
    let deep = |open: &str, close: &str| (open.repeat(100_000) + &close.repeat(100_000)).into_bytes();
    vec![
        (br#"{"level":"info","message":"#.to_vec(), true),
        (br#"{"level":"info"}}}]]"#.to_vec(), true),
        (deep("[", "]"), false),
        (deep(r#"{"a":"#, "1}"), false),
        (b"a\0b\0\0c".to_vec(), true),
        (br#"{"message":"\ud800 alone","level":"\udfff"}"#.to_vec(), true),
        (b"surrogates as bytes \xed\xa0\x80\xed\xbf\xbf".to_vec(), false),
        (b"\xff\xfe\xc0\x80\xf5 nothing of UTF-8".to_vec(), false),
        (vec![b'x'; 10 * 1024 * 1024], false),
        (br#"{"timestamp":"9999999-99-99T99:99:99Z","level":{},"event":[[]]}"#.to_vec(), true),
        (br#"{"timestamp":1e400,"level":-0,"event":"\u0000"}"#.to_vec(), true),
        ("\u{1b}[2J\u{202e}\u{feff}\u{fffd}".as_bytes().to_vec(), true),
    ]
}

#[test]
fn whatever_a_line_holds_it_arrives_or_is_kept_aside_and_so_do_those_after_it() {
    let monitor = Place::new();
    monitor.write("tillwatch.toml", "version = 1\n[[stores]]\nid = \"3\"\nname = \"x\"\ntoken = \"env:T\"\n");
    let server = Server::start(&monitor, &[("T", "third-secret")]);
    let place = project(&server.url(), "token = \"env:T\"\n");
    let mut file = Vec::new();
    for (number, (line, _)) in hostile().into_iter().enumerate() {
        file.extend([&line[..], format!("\nafter {number}\n").as_bytes()].concat());
    }
    append(&place, LOG, file);
    let ran = place.command(&["logs", "ship", "--format", "json"]).env("T", "third-secret").output().unwrap();
    let ran = crate::support::Ran::from(ran);
    assert!([0, 1].contains(&ran.code), "{}", ran.stderr);
    drop(server);

    let logs = rusqlite::Connection::open(monitor.path("tillwatch-logs.db")).unwrap();
    let mut rows = logs.prepare("SELECT CAST(body AS BLOB) FROM logs").unwrap();
    let arrived: Vec<Vec<u8>> = rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let aside = fs::read_to_string(place.path("app.deadletter.jsonl")).unwrap_or_default().lines().count();
    assert_eq!(arrived.len() + aside, 2 * hostile().len());
    for (number, (line, whole)) in hostile().into_iter().enumerate() {
        assert!(arrived.contains(&format!("after {number}").into_bytes()), "after {number}");
        assert!(!whole || aside > 0 || arrived.contains(&line), "{}", String::from_utf8_lossy(&line));
    }
}
