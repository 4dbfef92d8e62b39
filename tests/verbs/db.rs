//! `tillwatch db prune` and `db check`: what is old goes, and nothing that somebody still needs.

use std::collections::BTreeMap;
use std::fs;

use rusqlite::Connection;

use crate::support::Place;

const NOW: &str = "2025-10-24T12:00:00Z";

/// A project whose databases are made and empty.
fn project(config: &str) -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", &format!("version = 1\n{config}"));
    let _ = place.line("db check").exits(0);
    place
}

fn main(place: &Place) -> Connection {
    Connection::open(place.path("tillwatch.db")).unwrap()
}

fn logs(place: &Place) -> Connection {
    Connection::open(place.path("tillwatch-logs.db")).unwrap()
}

fn texts(database: &Connection, sql: &str) -> Vec<String> {
    let mut select = database.prepare(sql).unwrap();
    select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// The rows that a run says went, by table and which of it.
fn pruned(place: &Place, flags: &[&str]) -> BTreeMap<String, i64> {
    let common = ["db", "prune", "--format", "json", "--now", NOW];
    let document = place.run(&[&common, flags].concat()).exits(0).json();
    let share = |share: &serde_json::Value| {
        let which = share["which"].as_str().map(|which| format!(" {which}")).unwrap_or_default();
        (format!("{}{which}", share["table"].as_str().unwrap()), share["rows"].as_i64().unwrap())
    };
    let all = document["shares"].as_array().unwrap().iter().map(share);
    all.filter(|(_, rows)| *rows > 0).collect()
}

/// Lines called by their level and age in days.
fn fill_logs(place: &Place, lines: &[(Option<&str>, Option<&str>, u32)]) {
    let database = logs(place);
    for (level, event, days) in lines {
        let name = format!("{} {} {days}", level.unwrap_or("none"), event.unwrap_or("none"));
        database
            .execute(
                "INSERT INTO logs (id, at, received_at, timed, level, event, body) \
                 VALUES (?1, datetime('2025-10-24 12:00:00', ?2) || '.000', '', 1, ?3, ?4, ?1)",
                (name, format!("-{days} days"), level, event),
            )
            .unwrap();
    }
}

#[test]
fn log_lines_go_by_their_level_and_are_found_no_more() {
    let place = project("[retention]\nlogs = { error = \"90d\" }\n");
    let breach = Some("security_breach");
    fill_logs(
        &place,
        &[
            (Some("debug"), None, 6),
            (Some("debug"), None, 8),
            (Some("info"), None, 29),
            (Some("info"), None, 31),
            (None, None, 29),
            (None, None, 31),
            (Some("warning"), None, 89),
            (Some("warning"), None, 91),
            (Some("error"), None, 89),
            (Some("error"), None, 91),
            (Some("info"), breach, 729),
            (Some("info"), breach, 731),
        ],
    );
    let gone = [
        ("logs debug", 1),
        ("logs error", 1),
        ("logs info", 1),
        ("logs no level", 1),
        ("logs security", 1),
        ("logs warning", 1),
    ];
    let gone: BTreeMap<String, i64> = gone.map(|(which, rows)| (which.to_owned(), rows)).into();
    for flags in [&[][..], &["--commit", "--dry-run"]] {
        assert_eq!(pruned(&place, flags), gone, "{flags:?}");
        assert_eq!(texts(&logs(&place), "SELECT id FROM logs").len(), 12, "only counted: {flags:?}");
    }
    assert_eq!(pruned(&place, &["--commit"]), gone);
    let left = [
        "debug none 6",
        "error none 89",
        "info none 29",
        "info security_breach 729",
        "none none 29",
        "warning none 89",
    ];
    assert_eq!(texts(&logs(&place), "SELECT id FROM logs ORDER BY id"), left);
    assert_eq!(
        texts(&logs(&place), "SELECT rowid || '' FROM logs_text WHERE logs_text MATCH 'none'").len(),
        5
    );
    assert_eq!(pruned(&place, &["--commit"]), BTreeMap::new());
    let _ = place.line("db check").exits(0);
}

#[test]
fn a_line_that_has_just_come_stays_however_old_its_till_believes_it_to_be() {
    let place = project("");
    let all = [(Some("error"), None, 5000), (Some("info"), Some("security_breach"), 5001)];
    fill_logs(&place, &all);
    let received = |at: &str| logs(&place).execute("UPDATE logs SET received_at = ?1", [at]);
    // Lines are never changed; a database of before there were triggers is.
    logs(&place).execute_batch("DROP TRIGGER logs_is_not_changed").unwrap();
    assert_eq!(received("2025-10-24 11:00:00.000").unwrap(), 2);
    assert_eq!(pruned(&place, &["--commit"]), BTreeMap::new());
    assert_eq!(received("2022-10-24 11:00:00.000").unwrap(), 2);
    assert_eq!(pruned(&place, &["--commit"]).values().sum::<i64>(), 2);
}

#[test]
fn old_rows_go_and_open_alerts_waiting_messages_and_the_trail_stay() {
    let place = project("");
    main(&place)
        .execute_batch(
            "INSERT INTO health_checks (timestamp, target, kind, ok, response_time_ms, received_at) VALUES
               ('2025-07-01 00:00:00.000', 'old', 'http', 1, 1, ''), ('2025-10-01 00:00:00.000', 'new', 'http', 1, 1, '');
             INSERT INTO heartbeats (store_id, timestamp, received_at, idempotency_key) VALUES
               ('1', '', '2025-09-01 00:00:00.000', 'old'), ('1', '', '2025-10-20 00:00:00.000', 'new'),
               ('2', '', '2025-09-01 00:00:00.000', 'the last of its store');
             INSERT INTO series (id, name, labels, labels_hash) VALUES (1, 'a', '{}', '');
             INSERT INTO samples VALUES (1, 1700000000000, 1, ''), (1, 1761000000000, 1, '');
             INSERT INTO baseline (metric, labels, hour_of_week, weeks, refreshed) VALUES
               ('a', '{}', 1, 1, '2025-07-01 00:00:00.000'), ('a', '{}', 1, 2, '2025-07-02 00:00:00.000'),
               ('a', '{}', 1, 3, '2025-10-01 00:00:00.000'), ('a', '{}', 2, 4, '2025-07-01 00:00:00.000');
             INSERT INTO incident (id, route, group_key, severity, opened, closed) VALUES
               (1, 'r', 'closed', 'P1', '2024-01-01 00:00:00.000', '2024-01-01 01:00:00.000'),
               (2, 'r', 'open', 'P1', '2024-01-01 00:00:00.000', NULL);
             INSERT INTO alert (id, rule, labels_hash, labels, severity, state, held_ms, started, incident, vals, annotations)
               VALUES (1, 'ended', 'a', '{}', 'P1', 'ended', 0, '', 1, '{}', '{}'),
                      (2, 'firing', 'b', '{}', 'P1', 'firing', 0, '', 2, '{}', '{}'),
                      (3, 'ended, its incident open', 'c', '{}', 'P1', 'ended', 0, '', 2, '{}', '{}');
             INSERT INTO transition (alert, at, from_state, to_state, reason, vals, definition_hash)
               SELECT id, '2024-01-01 00:00:00.000', '', '', '', '{}', '' FROM alert;
             INSERT INTO outbox (subject, incident, revision, step, kind, channel, person, recipient, created, not_before, state)
               SELECT 'incident:' || id, id, 1, 0, state, 'c', 'p', 'r', '2024-01-01 00:00:00.000', '', state
               FROM incident, (SELECT column1 AS state FROM (VALUES ('sent'), ('queued'), ('sending'), ('dead')));
             INSERT INTO run (verb, started, alive_at, ended) VALUES
               ('probe', '2025-01-01 00:00:00.000', '', ''), ('probe', '2025-02-01 00:00:00.000', '', ''),
               ('serve', '2025-01-01 00:00:00.000', '', ''), ('serve', '2025-02-01 00:00:00.000', '', '');
             INSERT INTO ingest_key VALUES ('old', '2025-09-01 00:00:00.000'), ('new', '2025-10-20 00:00:00.000');
             INSERT INTO event (at, kind, text, labels) VALUES ('2020-01-01 00:00:00.000', 'k', '', '{}');
             INSERT INTO audit (at, actor, action, subject, detail) VALUES ('2020-01-01 00:00:00.000', '', '', '', '');",
        )
        .unwrap();
    let gone = [
        "baseline_history",
        "health_checks",
        "heartbeats",
        "ingest_key",
        "outbox",
        "run",
        "samples",
        "transition",
    ];
    let gone: BTreeMap<String, i64> = gone.map(|table| (table.to_owned(), 1)).into();
    assert_eq!(pruned(&place, &[]), gone);
    assert_eq!(pruned(&place, &["--commit"]), gone);
    let own = main(&place);
    let of = |sql: &str| texts(&own, sql);
    assert_eq!(of("SELECT target FROM health_checks"), ["new"]);
    assert_eq!(of("SELECT idempotency_key FROM heartbeats ORDER BY id"), ["new", "the last of its store"]);
    assert_eq!(of("SELECT at_ms || '' FROM samples"), ["1761000000000"]);
    let held = of("SELECT weeks || '' FROM baseline_history ORDER BY weeks");
    assert_eq!(held, ["2", "3", "4"], "what held not long ago, and what holds however old it is");
    assert_eq!(
        of("SELECT rule FROM transition JOIN alert ON alert.id = alert"),
        ["firing", "ended, its incident open"]
    );
    let left = [
        "incident:1 dead",
        "incident:1 queued",
        "incident:1 sending",
        "incident:2 dead",
        "incident:2 queued",
    ];
    let left: Vec<&str> = left.into_iter().chain(["incident:2 sending", "incident:2 sent"]).collect();
    assert_eq!(of("SELECT subject || ' ' || state AS row FROM outbox ORDER BY row"), left);
    assert_eq!(of("SELECT verb FROM run WHERE verb <> 'db prune' ORDER BY id"), ["probe", "serve", "serve"]);
    assert_eq!(of("SELECT key FROM ingest_key"), ["new"]);
    for table in ["alert", "incident", "event", "audit"] {
        assert!(!of(&format!("SELECT id || '' FROM {table}")).is_empty(), "{table}");
    }
}

#[test]
fn more_than_one_batch_goes_and_the_file_becomes_smaller() {
    let place = project("");
    logs(&place)
        .execute_batch(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
             INSERT INTO logs (id, at, received_at, timed, level, body)
             SELECT i, '2024-01-01 00:00:00.000', '', 1, 'info', hex(randomblob(400)) FROM n",
        )
        .unwrap();
    let size = || {
        logs(&place).query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
        fs::metadata(place.path("tillwatch-logs.db")).unwrap().len()
    };
    let before = size();
    assert_eq!(pruned(&place, &["--commit"])["logs info"], 2500);
    let after = size();
    assert!(before > 2_000_000 && after < before / 4, "{before} bytes, then {after}");
}

#[test]
fn one_run_at_a_time_deletes_and_less_than_a_day_is_refused() {
    let place = project("");
    let lock = fs::File::create(place.path("tillwatch.db.maintenance.lock")).unwrap();
    lock.lock().unwrap();
    let ran = place.line("db prune").exits(4);
    assert!(ran.stderr.contains("maintenance"), "{}", ran.stderr);
    let _ = place.line("db prune --dry-run").exits(0);
    place.write("tillwatch.toml", "version = 1\n[retention]\nsamples = \"1h\"\n");
    let ran = place.line("db prune").exits(2);
    assert!(
        ran.stderr.contains("tillwatch.toml:3") && ran.stderr.contains("a day at least"),
        "{}",
        ran.stderr
    );
}

#[test]
fn damage_is_named_with_its_file() {
    let place = project("");
    main(&place)
        .execute_batch("PRAGMA foreign_keys = OFF; INSERT INTO samples VALUES (7, 1, 1, '')")
        .unwrap();
    let ran = place.line("db check --format json").exits(1);
    let damage = &ran.json()["damage"][0];
    assert_eq!(damage["database"], "tillwatch.db");
    assert!(damage["damage"].as_str().unwrap().contains("samples"), "{damage}");
}
