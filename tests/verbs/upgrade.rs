//! A database that an earlier tillwatch has left.

use std::path::Path;

use rusqlite::Connection;

use crate::support::Place;
use crate::support::desk::{Desk, stored};

const FIRST: &str = include_str!("../../src/db/sqlite/migrations/main/0001_first.sql");

/// The database of the first schema with three alerts that fire, an incident each, told as the first schema told: of
/// the first one ann was told, bob's message failed, the lead's waits; ann was told of the second; of the third nobody.
fn first_schema(path: &std::path::Path, identities: &[(String, String)]) {
    let own = Connection::open(path).unwrap();
    own.execute_batch(
        "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA application_id = 0x74696c6c; PRAGMA journal_mode = WAL",
    )
    .unwrap();
    own.execute_batch(FIRST).unwrap();
    own.execute_batch("PRAGMA user_version = 1").unwrap();
    for (index, (hash, labels)) in identities.iter().enumerate() {
        let id = i64::try_from(index).unwrap() + 1;
        own.execute(
            "INSERT INTO incident (id, route, group_key, severity, opened, revision) VALUES (?1, 'Slow', ?2, 'P1', ?3, 1)",
            (id, hash, stored("10:00")),
        )
        .unwrap();
        own.execute(
            "INSERT INTO alert (rule, labels_hash, labels, severity, state, held_ms, started, fired, incident, vals, annotations) \
             VALUES ('Slow', ?1, ?2, 'P1', 'firing', 0, ?3, ?3, ?4, '{}', '{}')",
            (hash, labels, stored("10:00"), id),
        )
        .unwrap();
    }
    let put = |incident: i64, channel: &str, recipient: &str, attempts: i64, state: &str| {
        own.execute(
            "INSERT INTO outbox (incident, revision, step, kind, channel, recipient, created, not_before, attempts, state) \
             VALUES (?1, 1, 0, 'open', ?2, ?3, ?4, ?4, ?5, ?6)",
            (incident, channel, recipient, stored("10:00"), attempts, state),
        )
        .unwrap();
    };
    put(1, "chat", "ann", 1, "sent");
    put(1, "chat", "bob", 1, "queued");
    put(1, "page", "lead", 0, "queued");
    put(2, "chat", "ann", 1, "sent");
    put(3, "chat", "ann", 0, "queued");
}

#[test]
fn alerts_of_the_first_schema_go_on_and_whoever_was_told_of_them_is_told_their_end() {
    let config = "[routing]\nnotify = [{ chat = [\"ann\", \"bob\"] }, { page = [\"lead\"] }]\n";
    let (old, desk) = (Desk::new(config, &[("Slow", "P1", "")]), Desk::new(config, &[("Slow", "P1", "")]));
    old.trouble("Slow", &[1, 2, 3]);
    old.at("10:00");
    let identities: Vec<(String, String)> = old
        .own()
        .prepare("SELECT labels_hash, labels FROM alert ORDER BY labels ->> 'store_id'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(identities.len(), 3);
    first_schema(&desk.place.path("tillwatch.db"), &identities);

    desk.trouble("Slow", &[1]);
    assert_eq!(
        desk.at("10:05"),
        ["end ann: Slow/2-", "open bob: Slow/1", "open page:lead: Slow/1"],
        "what waited is told, what was told is not, and what ended untold is withdrawn"
    );
    assert_eq!(desk.at("10:06"), [""; 0]);
    let open = "SELECT count(*) FROM alert WHERE state = 'firing' AND started = ?1";
    let open: i64 = desk.own().query_row(open, [stored("10:00")], |row| row.get(0)).unwrap();
    assert_eq!(open, 1, "it is the same alert");
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("10:10"), ["end ann: Slow/1-", "end bob: Slow/1-", "end page:lead: Slow/1-"]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:15"), ["open ann: Slow/1", "open bob: Slow/1", "open page:lead: Slow/1"]);
}

#[test]
fn what_was_learnt_and_deployed_under_the_eighth_schema_is_known_still() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/db/sqlite/migrations/main");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n[baselines.sold]\n");
    let own = Connection::open(place.path("tillwatch.db")).unwrap();
    own.execute_batch("PRAGMA application_id = 0x74696c6c").unwrap();
    for file in &files[..8] {
        own.execute_batch(&std::fs::read_to_string(file).unwrap()).unwrap();
    }
    own.execute_batch(
        "PRAGMA user_version = 8;
         INSERT INTO baseline VALUES ('sold', '{}', NULL, 9, 42, 3, 8, '2025-10-23 00:00:00.000');
         INSERT INTO event (at, kind, text, labels) VALUES ('2025-10-23 09:00:00.000', 'deployment', 'api', '{}');",
    )
    .unwrap();
    let query = "SELECT median AS value FROM baseline";
    let query = ["query", "--sql", query, "--format", "csv", "--now", "2025-10-24T12:00:00Z"];
    assert_eq!(place.run(&query).exits(0).stdout, "value\n42\n", "before it is brought up to date");
    let hours = place.line("baseline show sold --format json").exits(0).json()["hours"].clone();
    assert_eq!((hours.as_array().unwrap().len(), &hours[0]["median"]), (1, &42.0.into()));
    assert_eq!(place.run(&query).exits(0).stdout, "value\n42\n");
    let events = place.line("event list --over 365d --kind deploy --now 2025-10-24T12:00:00Z --format json");
    assert_eq!(events.exits(0).json()["events"][0]["kind"], "deploy");
}
