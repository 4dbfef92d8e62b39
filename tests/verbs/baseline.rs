//! `tillwatch baseline`: what is learnt from recorded samples, what is left out, and what a query makes of it.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::query::{BACKEND, fill};
use crate::support::Place;

/// A Friday at three in the afternoon in Moscow, after eight weeks.
const NOW: &str = "2025-10-24T12:00:00Z";

const CONFIG: &str = "version = 1\n[project]\ntime_zone = \"Europe/Moscow\"\n[baselines.sold]\nwindow = \"1h\"\n\
    [[stores]]\nid = \"1\"\nname = \"Алмаз\"\nclosed = [\"2025-10-10\"]\n\
    [[stores]]\nid = \"2\"\nname = \"Берег\"\n";

/// Both stores' sales on Fridays from nine to ten, each recorded two seconds past ten.
const FRIDAYS: [(&str, f64); 6] = [
    ("2025-09-12", 20.0),
    ("2025-09-19", 30.0),
    ("2025-09-26", 40.0),
    ("2025-10-03", 50.0),
    ("2025-10-10", 1000.0),
    ("2025-10-17", 2000.0),
];

fn place(fridays: &[(&str, f64)]) -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", CONFIG);
    // The first run makes the own database.
    place.line("baseline refresh").exits(0);
    let sql = Connection::open(place.path("tillwatch.db")).unwrap();
    for store in [1, 2] {
        let series =
            "INSERT INTO series VALUES (?1, 'sold', json_object('store_id', CAST(?1 AS TEXT)), ?1, ?1)";
        sql.execute(series, [store]).unwrap();
        for (day, value) in fridays {
            let sample =
                format!("INSERT INTO samples VALUES (?1, 1000 * unixepoch('{day} 07:00:02'), ?2, '')");
            sql.execute(&sample, (store, value)).unwrap();
        }
    }
    place
}

fn incident(place: &Place, severity: &str, labels: &str) {
    let sql = format!(
        "INSERT INTO incident (id, route, group_key, severity, opened, closed)
           VALUES (1, 'r', 'a', '{severity}', '2025-10-17 06:50:00.000', '2025-10-17 06:55:00.000');
         INSERT INTO alert (rule, labels_hash, labels, severity, state, held_ms, started, incident, vals, annotations)
           VALUES ('R', 'a', '{labels}', '{severity}', 'ended', 0, '', 1, '{{}}', '{{}}');"
    );
    Connection::open(place.path("tillwatch.db")).unwrap().execute_batch(&sql).unwrap();
}

fn refresh(place: &Place) -> Value {
    place.line(&format!("baseline refresh --now {NOW} --commit --format json")).exits(0).json()["baselines"]
        [0]
    .clone()
}

/// Median, spread and weeks of a store's Friday at nine.
fn nine(place: &Place, store: u32) -> [Value; 3] {
    nine_of(place, "sold", store)
}

fn nine_of(place: &Place, metric: &str, store: u32) -> [Value; 3] {
    let json = place.line(&format!("baseline show {metric} --store {store} --format json")).exits(0).json();
    let hours = json["hours"].as_array().unwrap();
    assert_eq!((hours.len(), &hours[0]["hour"]), (1, &"Fri 09:00".into()), "{json}");
    ["median", "spread", "weeks"].map(|key| hours[0][key].clone())
}

#[test]
fn closed_dates_and_grave_incidents_of_a_store_teach_nothing() {
    let place = place(&FRIDAYS);
    incident(&place, "P1", r#"{"store_id":"1"}"#);
    let refreshed = refresh(&place);
    assert_eq!((&refreshed["series"], &refreshed["hours"]), (&2.into(), &2.into()));
    assert_eq!(nine(&place, 1), [json!(35.0), json!(10.0), json!(4)]);
    assert_eq!(nine(&place, 2), [json!(45.0), json!(20.0), json!(6)]);
}

#[test]
fn an_incident_about_no_store_is_about_all_and_a_lesser_one_is_ordinary_life() {
    for (severity, median) in [("P0", 40.0), ("P3", 45.0)] {
        let place = place(&FRIDAYS);
        incident(&place, severity, r#"{"target":"backend"}"#);
        refresh(&place);
        assert_eq!(nine(&place, 2)[0], median, "{severity}");
    }
}

#[test]
fn below_three_weeks_it_is_learning_and_a_query_that_joins_it_has_no_number() {
    let place = place(&FRIDAYS[..2]);
    let refreshed = refresh(&place);
    assert_eq!((&refreshed["hours"], &refreshed["learning"]), (&0.into(), &2.into()));
    assert_eq!(nine(&place, 1), [Value::Null, Value::Null, json!(2)]);
    let joined = "SELECT median AS value FROM baseline WHERE store_id = '1' \
                  AND hour_of_week = hour_of_week(unixepoch('2025-10-24 06:30:00'), :time_zone)";
    let rows = place.run(&["query", "--sql", joined, "--format", "json"]).exits(0).json()["rows"].clone();
    assert_eq!((rows.as_array().unwrap().len(), &rows[0]["value"]), (1, &Value::Null));
}

#[test]
fn learning_again_replaces_and_a_dry_run_changes_nothing() {
    let place = place(&FRIDAYS[..3]);
    refresh(&place);
    assert_eq!(nine(&place, 2)[0], 30.0);
    let sql = Connection::open(place.path("tillwatch.db")).unwrap();
    sql.execute("UPDATE samples SET value = value + 1", []).unwrap();
    let dry = place.line(&format!("baseline refresh --now {NOW} --format json")).exits(0).json();
    assert_eq!(dry["baselines"][0]["hours"], 2);
    assert_eq!(nine(&place, 2)[0], 30.0);
    refresh(&place);
    assert_eq!(nine(&place, 2)[0], 31.0);
    // More than eight weeks later nothing is left to learn from.
    place.line("baseline refresh --now 2026-01-24T12:00:00Z --commit").exits(0);
    let json = place.line("baseline show sold --format json").exits(0).json();
    assert_eq!(json["hours"], Value::Array(Vec::new()));
}

/// Sales of the first series on Fridays from nine to ten; what is known of a day is told anew.
fn sold(place: &Place, fridays: &[(&str, f64)]) {
    let sql = Connection::open(place.path("tillwatch.db")).unwrap();
    for (day, value) in fridays {
        let at = format!("1000 * unixepoch('{day} 07:00:02')");
        sql.execute(&format!("INSERT OR REPLACE INTO samples VALUES (1, {at}, {value}, '')"), []).unwrap();
    }
}

#[test]
fn a_report_of_an_old_day_is_the_same_to_the_byte_when_something_else_has_been_learnt() {
    let place = Place::new();
    place.write("tillwatch.toml", &CONFIG.replace("baselines.sold", "baselines.transaction_volume_per_hour"));
    let config = place.read("tillwatch.toml").replacen(
        "[[stores]]",
        "[sources.backend]\npath = \"backend.db\"\n[[stores]]",
        1,
    );
    place.write("tillwatch.toml", &config);
    fill(&place.path("backend.db"), &[BACKEND]);
    place.line("baseline refresh").exits(0);
    let series =
        "INSERT INTO series VALUES (1, 'transaction_volume_per_hour', '{\"store_id\":\"1\"}', 'a', '1')";
    fill(&place.path("tillwatch.db"), &[series]);
    let refresh = |now: &str| place.line(&format!("baseline refresh --now {now} --commit")).exits(0);
    let report = |format: &str| {
        place.line(&format!("report daily --date 2025-10-24 --now {NOW} --format {format}")).exits(0).stdout
    };
    let usual = |hour: &str| {
        let json: Value = serde_json::from_str(&report("json")).unwrap();
        let sections = json["sections"].as_array().unwrap().clone();
        let hours = sections.into_iter().find(|section| section["name"] == "hours").unwrap();
        let row = hours["rows"].as_array().unwrap().iter().find(|row| row["since"] == hour).unwrap().clone();
        row["usual"]["median"].clone()
    };
    sold(&place, &FRIDAYS);
    refresh("2025-10-23T00:20:00Z");
    assert_eq!(usual("2025-10-24T06:00:00Z"), 40.0);
    let before = ["html", "json"].map(report);
    sold(&place, &[("2025-10-17", 7.0), ("2025-10-31", 9.0)]);
    refresh("2025-11-01T00:20:00Z");
    assert_eq!(nine_of(&place, "transaction_volume_per_hour", 1)[0], 25.0, "something else was learnt");
    assert!(["html", "json"].map(report) == before);
    // Nothing is left to learn from: what held then did so all the same.
    refresh("2026-03-01T00:20:00Z");
    assert!(["html", "json"].map(report) == before);
    let then =
        place.line(&format!("baseline show transaction_volume_per_hour --now {NOW} --format json")).exits(0);
    assert_eq!(then.json()["hours"][0]["median"], 40.0);
}

#[test]
fn what_is_learnt_again_as_it_was_is_no_second_row_and_a_clock_set_back_leaves_one_that_holds() {
    let place = place(&FRIDAYS);
    let held = |sql: &str| {
        let own = Connection::open(place.path("tillwatch.db")).unwrap();
        own.query_row(&format!("SELECT COUNT(*) FROM baseline_history WHERE {sql}"), [], |row| {
            row.get::<_, i64>(0)
        })
        .unwrap()
    };
    let refresh = |now: &str| place.line(&format!("baseline refresh --now {now} --commit")).exits(0);
    refresh("2025-10-22T00:20:00Z");
    refresh("2025-10-23T00:20:00Z");
    assert_eq!(held("1"), 2, "a row a store, for nothing has changed");
    Connection::open(place.path("tillwatch.db"))
        .unwrap()
        .execute("UPDATE samples SET value = value + 1", [])
        .unwrap();
    refresh("2025-10-24T00:20:00Z");
    assert_eq!(
        (held("1"), held("replaced > '2025-10-24'")),
        (4, 4),
        "each until the instant it was replaced at"
    );
    refresh("2025-10-23T12:00:00Z");
    let at = |instant: &str| held(&format!("refreshed <= '{instant}' AND replaced > '{instant}'"));
    for instant in ["2025-10-22 12", "2025-10-23 12:00:00.000", "2025-10-24 12", "2026-01-01"] {
        assert_eq!(at(instant), 2, "{instant}");
    }
}

#[test]
fn what_was_never_recorded_is_said_and_what_is_no_baseline_is_refused() {
    let place = Place::new();
    place.write("tillwatch.toml", CONFIG);
    let ran = place.line("baseline refresh").exits(0);
    assert!(ran.stderr.contains("sold was never recorded: keep it by `record: sold`"), "{}", ran.stderr);
    let ran = place.line("baseline show solt").exits(2);
    assert!(ran.stderr.contains("did you mean sold?"), "{}", ran.stderr);
    place.write("tillwatch.toml", "version = 1\n");
    let ran = place.line("baseline refresh").exits(2);
    assert!(ran.stderr.contains("[baselines.METRIC]"), "{}", ran.stderr);
}
