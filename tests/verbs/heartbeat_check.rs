//! `tillwatch heartbeat-check`: silence, hours, time zones, and a receiver that was out.

use rusqlite::Connection;

use crate::query::{OWN, fill};
use crate::support::Place;

/// Friday noon in Moscow is 09:00 UTC.
const NOW: &str = "2025-10-24T09:00:00Z";

const STORES: &str = r#"
version = 1
[project]
time_zone = "Europe/Moscow"
[[stores]]
id = "1"
name = "Алмаз"
hours = ["daily 09:00-21:00"]
[[stores]]
id = "2"
name = "Берег"
hours = ["daily 09:00-21:00"]
[[stores]]
id = "3"
name = "Восход"
hours = ["Sat,Sun 09:00-21:00"]
[[stores]]
id = "4"
name = "Гранит"
"#;

/// A project whose own database holds these rows: heartbeats as (store, received at), runs of the receiver as
/// (started, alive at).
fn project(heartbeats: &[(&str, &str)], runs: &[(&str, &str)]) -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", STORES);
    let beat = |(store, at): &(&str, &str)| {
        format!(
            "INSERT INTO heartbeats (store_id, timestamp, app_version, received_at, idempotency_key) VALUES ('{store}', '{at}', '1.0.0', '{at}', '{store} {at}');"
        )
    };
    let run = |(started, alive): &(&str, &str)| {
        format!("INSERT INTO run (verb, started, alive_at) VALUES ('serve', '{started}', '{alive}');")
    };
    let rows: String = heartbeats.iter().map(beat).chain(runs.iter().map(run)).collect();
    fill(
        &place.path("tillwatch.db"),
        &[
            "PRAGMA application_id = 1953066092; PRAGMA user_version = 1; PRAGMA journal_mode = WAL;",
            OWN,
            &rows,
        ],
    );
    place
}

const LISTENING: (&str, &str) = ("2025-10-24 00:00:00.000", "2025-10-24 08:59:50.000");

/// Store, status and age as `1 up 59.5`.
fn statuses(place: &Place, now: &str, code: i32) -> Vec<String> {
    let ran = place.run(&["heartbeat-check", "--now", now, "--format", "json"]).exits(code).json();
    let line = |store: &serde_json::Value| {
        let age = store["age_seconds"].as_f64().map_or("-".to_owned(), |age| age.to_string());
        format!("{} {} {age}", store["store_id"].as_str().unwrap(), store["status"].as_str().unwrap())
    };
    ran["stores"].as_array().unwrap().iter().map(line).collect()
}

#[test]
fn each_store_is_judged_by_its_own_silence_and_hours() {
    let place = project(
        &[
            ("1", "2025-10-24 08:59:00.500"),
            ("2", "2025-10-24 08:54:59.000"),
            ("3", "2025-10-19 17:00:00.000"),
            ("4", "2025-10-24 08:56:30.000"),
        ],
        &[LISTENING],
    );
    assert_eq!(statuses(&place, NOW, 1), ["1 up 59.5", "2 overdue 301", "3 closed -", "4 late 210"]);
    let table = place.run(&["heartbeat-check", "--now", NOW]).exits(1);
    assert!(
        table.stdout.lines().any(|line| line.contains("Берег") && line.contains("overdue")),
        "{}",
        table.stdout
    );
}

#[test]
fn late_is_a_warning_and_overdue_is_critical() {
    let place = project(&[("1", "2025-10-24 08:56:30.000"), ("2", "2025-10-24 08:54:30.000")], &[LISTENING]);
    let _ = place.run(&["heartbeat-check", "--store", "1", "--now", NOW]).exits(0);
    let nagios = |store: &str| {
        place.run(&["heartbeat-check", "--store", store, "--now", NOW, "--exit-style", "nagios"])
    };
    assert_eq!(nagios("1").exits(1).stdout, "WARNING - 1 store: 1 late | 'age_1'=210s;180;300;0;\n");
    assert_eq!(nagios("2").exits(2).stdout, "CRITICAL - 1 store: 1 overdue | 'age_2'=330s;180;300;0;\n");
    assert_eq!(nagios("3").exits(0).stdout, "OK - 1 store: 1 closed\n");
    let _ = place.run(&["heartbeat-check", "--store", "2", "--now", NOW, "--exit-zero"]).exits(0);
}

#[test]
fn a_store_that_was_never_heard_is_not_called_up() {
    let place = project(&[("1", "2025-10-24 08:59:30.000")], &[LISTENING]);
    assert_eq!(
        statuses(&place, NOW, 1),
        ["1 up 30", "2 never seen 10800", "3 closed -", "4 never seen 32400"]
    );
}

#[test]
fn the_age_counts_from_opening_so_that_the_night_is_no_silence() {
    let evening = [("1", "2025-10-23 17:59:30.000"), ("2", "2025-10-24 06:01:00.000")];
    let place = project(&evening, &[("2025-10-01 00:00:00.000", "2025-10-24 08:59:50.000")]);
    let at = |now: &str, code: i32| statuses(&place, now, code)[0].clone();
    let run = |store: &str, now: &str| place.run(&["heartbeat-check", "--store", store, "--now", now]);
    assert_eq!(at("2025-10-24T05:59:59Z", 1), "1 closed -");
    let _ = run("1", "2025-10-24T06:03:00Z").exits(0);
    assert_eq!(at("2025-10-24T06:03:00Z", 1), "1 up 180");
    assert_eq!(at("2025-10-24T06:05:01Z", 1), "1 overdue 301");
}

#[test]
fn a_day_on_which_the_clock_moves_opens_at_the_wall_clocks_time() {
    let place = project(&[("1", "2025-03-29 19:00:00.000")], &[]);
    let berlin = STORES.replace("Europe/Moscow", "Europe/Berlin");
    place.write("tillwatch.toml", berlin.split("[[stores]]\nid = \"2\"").next().unwrap());
    // 09:00 in Berlin is 08:00 UTC on Saturday and 07:00 UTC on Sunday, when summer time has begun.
    assert_eq!(statuses(&place, "2025-03-29T07:59:00Z", 0), ["1 closed -"]);
    assert_eq!(statuses(&place, "2025-03-30T06:59:00Z", 0), ["1 closed -"]);
    assert_eq!(statuses(&place, "2025-03-30T07:04:00Z", 0), ["1 late 240"]);
    assert_eq!(statuses(&place, "2025-03-30T07:06:00Z", 1), ["1 overdue 360"]);
}

#[test]
fn a_receiver_that_is_out_takes_the_blame() {
    let place = project(
        &[("1", "2025-10-24 08:50:00.000"), ("2", "2025-10-24 08:50:00.000")],
        &[("2025-10-24 00:00:00.000", "2025-10-24 08:50:00.000")],
    );
    assert_eq!(statuses(&place, NOW, 1), ["1 unknown -", "2 unknown -", "3 closed -", "4 unknown -"]);
    let ran = place.run(&["heartbeat-check", "--now", NOW]).exits(1);
    assert!(ran.stderr.contains("the receiver of heartbeats has been out for 600 s"), "{}", ran.stderr);
    let json = place.run(&["heartbeat-check", "--now", NOW, "--format", "json"]).exits(1).json();
    assert_eq!((json["schema"].as_i64(), &json["receiver"]["status"]), (Some(1), &"out".into()));
}

#[test]
fn after_the_receivers_return_the_stores_have_their_time_again() {
    let heartbeats = [
        ("1", "2025-10-24 08:40:00.000"),
        ("2", "2025-10-24 08:40:00.000"),
        ("4", "2025-10-24 08:59:00.000"),
    ];
    let runs = [
        ("2025-10-24 00:00:00.000", "2025-10-24 08:40:00.000"),
        ("2025-10-24 08:58:00.000", "2025-10-24 08:59:50.000"),
    ];
    let place = project(&heartbeats, &runs);
    assert_eq!(statuses(&place, NOW, 0), ["1 up 120", "2 up 120", "3 closed -", "4 up 60"]);
}

#[test]
fn a_restart_within_two_minutes_hides_no_silence() {
    let runs = [
        ("2025-10-24 00:00:00.000", "2025-10-24 08:56:30.000"),
        ("2025-10-24 08:58:00.000", "2025-10-24 08:59:50.000"),
    ];
    let place = project(&[("1", "2025-10-24 08:50:00.000")], &runs);
    let _ = place.run(&["heartbeat-check", "--store", "1", "--now", NOW]).exits(1);
    assert_eq!(statuses(&place, NOW, 1)[0], "1 overdue 600");
}

#[test]
fn where_no_receiver_ever_ran_heartbeats_come_some_other_way() {
    let place = project(&[("1", "2025-10-24 08:59:00.000")], &[]);
    assert_eq!(statuses(&place, NOW, 1)[0], "1 up 60");
}

#[test]
fn a_run_is_recorded_and_one_of_another_instant_is_not() {
    let place = project(&[], &[]);
    let runs = || -> Vec<(String, i64)> {
        let connection = Connection::open(place.path("tillwatch.db")).unwrap();
        let mut statement = connection.prepare("SELECT verb, exit FROM run").unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.map(Result::unwrap).collect()
    };
    let _ = place.run(&["heartbeat-check", "--now", NOW]).exits(1);
    assert_eq!(runs(), []);
    let _ = place.run(&["heartbeat-check", "--store", "4"]).exits(1);
    assert_eq!(runs(), [("heartbeat-check".to_owned(), 1)]);
}

#[rstest::rstest]
#[case::unknown_store("heartbeat-check --store 5", 2, "no store 5")]
#[case::unknown_format("heartbeat-check --format html", 2, "does not print html")]
fn what_cannot_be_asked_is_said(#[case] line: &str, #[case] code: i32, #[case] message: &str) {
    let ran = project(&[], &[]).line(line).exits(code);
    assert!(ran.stderr.contains(message), "{}", ran.stderr);
}

#[test]
fn no_database_no_store_and_thresholds_upside_down_are_errors() {
    let place = Place::new();
    place.write("tillwatch.toml", STORES);
    assert!(place.line("heartbeat-check").exits(3).stderr.contains("no database at tillwatch.db"));
    place.write("tillwatch.toml", "version = 1");
    assert!(place.line("heartbeat-check").exits(2).stderr.contains("add a [[stores]] entry"));
    place.write("tillwatch.toml", &format!("{STORES}[inventory]\nlate = \"10m\"\n"));
    let ran = place.line("heartbeat-check").exits(2);
    assert!(ran.stderr.contains("late (10m) comes after overdue (5m)"), "{}", ran.stderr);
}

#[test]
fn where_nobody_ever_listened_no_rule_blames_a_store() {
    let place = project(&[], &[]);
    place.write("queries/age.sql", include_str!("../../queries/heartbeat_age_seconds.sql"));
    let rule = "groups:\n  - name: g\n    rules:\n      - { alert: Silent, severity: P1, query: age, when: value > 300 }\n";
    place.write("rules/silent.yaml", rule);
    let ran = place.run(&["--now", NOW, "--commit", "evaluate-alerts", "--format", "json"]).exits(0).json();
    assert_eq!((&ran["firing"], &ran["rules"][0]["outcome"]), (&0.into(), &"NoData".into()), "{ran}");
}
