//! `tillwatch query`: the monitoring plan's own SQL, the shipped catalogue, and what goes wrong.

use std::path::Path;

use rstest::rstest;
use rusqlite::Connection;
use serde_json::json;

use crate::support::Place;

/// The backend's tables, and the own database's.
pub(crate) const BACKEND: &str = include_str!("../../profiles/cashier/backend.sql");
pub(crate) const OWN: &str = include_str!("../../src/db/sqlite/migrations/main/0001_first.sql");
pub(crate) const LOGS: [&str; 3] = [
    include_str!("../../src/db/sqlite/migrations/logs/0001_first.sql"),
    include_str!("../../src/db/sqlite/migrations/logs/0002_search.sql"),
    include_str!("../../src/db/sqlite/migrations/logs/0003_views.sql"),
];
const NOW: &str = "2025-10-24T12:00:00Z";

/// A project with a backend and an own database that hold these rows.
fn project(backend: &str, own: &str) -> Place {
    let place = Place::new();
    place.write(
        "tillwatch.toml",
        "version = 1\n[sources.backend]\npath = \"backend.db\"\ntimeout = \"300ms\"\n\
         [[stores]]\nid = \"1\"\nname = \"Алмаз\"\n[[stores]]\nid = \"2\"\nname = \"Рубин\"\n",
    );
    fill(&place.path("backend.db"), &[BACKEND, backend]);
    fill(&place.path("tillwatch.db"), &[OWN, own]);
    place
}

pub(crate) fn fill(path: &Path, scripts: &[&str]) {
    let connection = Connection::open(path).unwrap();
    for script in scripts {
        connection.execute_batch(script).unwrap();
    }
}

/// The plan's blocks of SQL by the heading above each.
fn seed_queries() -> Vec<(&'static str, &'static str)> {
    let text = include_str!("../fixtures/seed1/queries.md");
    text.split("\n#### ")
        .skip(1)
        .map(|section| {
            let (heading, rest) = section.split_once('\n').unwrap();
            let sql = rest.split_once("```sql\n").unwrap().1.split_once("```").unwrap().0;
            (heading, sql)
        })
        .collect()
}

/// Rows beside the window's edges, so that a wrong window changes every result.
const SEED_BACKEND: &str = "
    INSERT INTO api_requests (timestamp, store_id, endpoint, type, status_code, latency_ms) VALUES
      ('2025-10-24 10:59:59', 1, '/api/cashier/earn', 'earn', 500, 9000),
      ('2025-10-24 11:00:00', 1, '/api/cashier/earn', 'earn', 200, 100),
      ('2025-10-24 11:30:00', 1, '/api/cashier/earn', 'earn', 200, 200),
      ('2025-10-24 11:40:00', 1, '/api/cashier/earn', 'earn', 400, 300),
      ('2025-10-24 11:50:00', 2, '/api/cashier/redeem', 'redeem', 200, 50),
      ('2025-10-24 11:50:00', 2, '/api/customers', NULL, 500, 8000);
    INSERT INTO cashier_transactions
      (created_at, store_id, type, status, purchase_amount, points_amount, discount_amount) VALUES
      ('2025-10-24 10:59:59', 1, 'earn', 'failed', 900, 90, 0),
      ('2025-10-24 11:10:00', 1, 'earn', 'success', 100, 10, 0),
      ('2025-10-24 11:20:00', 1, 'earn', 'success', 200, 20, 0),
      ('2025-10-24 11:30:00', 1, 'redeem', 'failed', 400, 30, 34),
      ('2025-10-24 11:30:00', 2, 'earn', 'success', 50, 5, 0),
      ('2025-10-23 11:59:59', 2, 'earn', 'success', 5000, 500, 0);
    INSERT INTO api_errors (timestamp, error_code) VALUES
      ('2025-10-24 09:00:00', 'INSUFFICIENT_BALANCE'), ('2025-10-24 10:00:00', 'INSUFFICIENT_BALANCE'),
      ('2025-10-24 11:00:00', 'INVALID_CUSTOMER'), ('2025-10-23 11:00:00', 'NETWORK_ERROR');
    INSERT INTO onec_api_calls (timestamp, store_id, status, duration_ms) VALUES
      ('2025-10-24 11:05:00', 1, 'success', 900), ('2025-10-24 11:06:00', 1, 'timeout', 3000),
      ('2025-10-24 10:05:00', 1, 'failed', 10), ('2025-10-24 11:07:00', 2, 'success', 700);";

const SEED_OWN: &str = "
    INSERT INTO health_checks (timestamp, target, kind, ok, status_code, response_time_ms, received_at) VALUES
      ('2025-10-24 10:59:30.000', 'backend', 'http', 0, NULL, 5000, ''),
      ('2025-10-24 11:00:30.000', 'backend', 'http', 1, 200, 120, ''),
      ('2025-10-24 11:01:00.000', 'backend', 'http', 0, 500, 10, ''),
      ('2025-10-24 11:01:30.000', 'backend', 'http', 0, NULL, 1000, '');";

/// What each query of the plan must give over those rows at 12:00.
fn seed_result(heading: &str) -> serde_json::Value {
    match heading {
        "Backend API Uptime" => json!([{ "uptime_percentage": 66.667 }]),
        "Transaction API Latency" => json!([
            { "type": "earn", "avg_latency": 200.0, "p95_latency": 290.0, "p99_latency": 298.0 },
            { "type": "redeem", "avg_latency": 50.0, "p95_latency": 50.0, "p99_latency": 50.0 },
        ]),
        "Transaction Success Rate" => json!([
            { "store_id": 1, "total_transactions": 3, "successful": 2, "success_rate": 66.667 },
            { "store_id": 2, "total_transactions": 1, "successful": 1, "success_rate": 100.0 },
        ]),
        "Transaction Volume" => json!([
            { "hour": "2025-10-24 11:00:00", "store_id": 1, "transaction_count": 3, "earn_count": 2, "redeem_count": 1 },
            { "hour": "2025-10-24 11:00:00", "store_id": 2, "transaction_count": 1, "earn_count": 1, "redeem_count": 0 },
            { "hour": "2025-10-24 10:00:00", "store_id": 1, "transaction_count": 1, "earn_count": 1, "redeem_count": 0 },
        ]),
        "Average Transaction Amount" => json!([
            { "store_id": 1, "avg_purchase_amount": 400.0, "avg_points_earned_or_redeemed": 37.5, "avg_discount_given": 8.5 },
            { "store_id": 2, "avg_purchase_amount": 50.0, "avg_points_earned_or_redeemed": 5.0, "avg_discount_given": 0.0 },
        ]),
        "Error Rate" => json!([
            { "store_id": 1, "total_requests": 3, "errors": 1, "error_rate": 33.333 },
            { "store_id": 2, "total_requests": 2, "errors": 1, "error_rate": 50.0 },
        ]),
        "Error Types" => json!([
            { "error_code": "INSUFFICIENT_BALANCE", "error_count": 2, "last_occurrence": "2025-10-24 10:00:00" },
            { "error_code": "INVALID_CUSTOMER", "error_count": 1, "last_occurrence": "2025-10-24 11:00:00" },
        ]),
        "1C Integration Success Rate" => json!([
            { "store_id": 1, "total_attempts": 2, "successful": 1, "success_rate": 50.0 },
            { "store_id": 2, "total_attempts": 1, "successful": 1, "success_rate": 100.0 },
        ]),
        other => panic!("the plan has no query under {other:?}"),
    }
}

/// Whether two documents are equal, numbers to three decimals.
pub(crate) fn alike(left: &serde_json::Value, right: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Number, Object};
    match (left, right) {
        (Number(a), Number(b)) => (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() < 5e-4,
        (Array(a), Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b)),
        (Object(a), Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| alike(a, b)))
        }
        (a, b) => a == b,
    }
}

#[test]
fn every_query_printed_in_the_plan_runs_to_the_letter() {
    let place = project(SEED_BACKEND, SEED_OWN);
    let queries = seed_queries();
    assert_eq!(queries.len(), 8);
    for (heading, sql) in queries {
        let source = if sql.contains("health_checks") { "own" } else { "backend" };
        let common = ["--source", source, "--now", NOW, "--format", "json"];
        place.write("plan.sql", sql);
        for form in [["query", "--sql", sql], ["query", "--file", "plan.sql"]] {
            let ran = place.run(&[&form[..], &common].concat()).exits(0);
            let (rows, expected) = (&ran.json()["rows"], seed_result(heading));
            assert!(alike(rows, &expected), "{heading}: {rows:#}");
        }
    }
}

#[test]
fn a_result_names_its_window_columns_and_rows() {
    let place = project(SEED_BACKEND, "");
    place.write(
        "queries/earned.sql",
        "-- unit: count\n-- source: backend\n-- labels: [store_id]\n-- instances: stores\n-- params: { least: 0 }\n\
         SELECT store_id, COUNT(*) AS value FROM cashier_transactions\n\
         WHERE type = 'earn' AND purchase_amount >= :least AND created_at >= :since AND created_at < :until\n\
         GROUP BY store_id",
    );
    let ran = place.run(&["query", "earned", "--over", "2h", "--now", NOW]).exits(0);
    assert_eq!(ran.stderr, "window 2025-10-24T10:00:00Z to 2025-10-24T12:00:00Z, source backend\n");
    assert_eq!(ran.stdout, " store_id  value\n 1             3\n 2             1\n");
    let line = "query earned --over 2h -p least=500 --format json --now 2025-10-24T12:00:00Z";
    let ran = place.line(line).exits(0);
    assert_eq!(
        ran.json(),
        json!({
            "schema": 1, "query": "earned", "source": "backend", "unit": "count",
            "window": { "since": "2025-10-24T10:00:00Z", "until": "2025-10-24T12:00:00Z" },
            "columns": ["store_id", "value"],
            "rows": [{ "store_id": "1", "value": 1 }, { "store_id": "2", "value": null }],
        })
    );
    let csv = place.line(&line.replace("json", "csv")).exits(0);
    assert_eq!(csv.stdout, "store_id,value\n1,1\n2,\n");
    let markdown = place.line(&line.replace("json", "markdown")).exits(0);
    assert!(markdown.stdout.starts_with("| store_id | value |\n|---"), "{}", markdown.stdout);
}

#[test]
fn the_list_says_what_each_query_is() {
    let place = project("", "");
    let ran = place.line("query list --format json").exits(0);
    let listed = ran.json()["queries"].as_array().unwrap().clone();
    let rate = listed.iter().find(|query| query["name"] == "heartbeat_age_seconds").unwrap();
    assert_eq!(
        (&rate["unit"], &rate["target"], &rate["source"]),
        (&json!("seconds"), &json!("< 180"), &json!("own"))
    );
}

#[rstest]
#[case::writes("DELETE FROM api_errors", 2, "--sql:1: a query may only select")]
#[case::writes_behind("SELECT 1; DELETE FROM api_errors", 2, "may only select")]
#[case::two("SELECT 1; SELECT 2", 2, "one SELECT")]
#[case::no_table("SELECT 1\nFROM api_eror", 2, "no such table: api_eror")]
#[case::no_column("SELECT 1,\n  eror_code FROM api_errors", 2, "--sql:2: no such column: eror_code")]
#[case::text("SELECT 'much' AS value", 2, "gives \"much\" where a number belongs")]
#[case::forever(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS value FROM n",
    3,
    "gave up after 300ms"
)]
#[case::unbound("SELECT :least AS value", 2, "give it by `-p least=VALUE`")]
#[case::nothing("-- unit: ms", 2, "there is no SELECT")]
fn a_bad_statement_is_named_and_writes_nothing(#[case] sql: &str, #[case] code: i32, #[case] says: &str) {
    let place = project(SEED_BACKEND, "");
    let ran = place.run(&["query", "--sql", sql, "--source", "backend"]).exits(code);
    assert!(ran.stderr.contains(says), "{}", ran.stderr);
    assert!(ran.stdout.is_empty());
    let left: i64 = Connection::open(place.path("backend.db"))
        .unwrap()
        .query_row("SELECT COUNT(*) FROM api_errors", [], |row| row.get(0))
        .unwrap();
    assert_eq!(left, 4);
}

#[rstest]
#[case("query heartbeat_age_second", "did you mean heartbeat_age_seconds?")]
#[case("query --sql SELECT/**/1 --source bakend", "did you mean backend?")]
#[case("query q -p lest=1", "did you mean least?")]
#[case("query q -p since=1", "query q has no parameter :since")]
#[case("query q --over 5m", "query q uses neither :since nor :until")]
#[case("query q --over soon", "invalid value 'soon' for '--over <DURATION>'")]
#[case("query q --sql x", "cannot be used with")]
#[case("query", "<NAME|--file <F.sql>|--sql <TEXT>>")]
fn a_bad_command_line_is_named_with_the_nearest_right_one(#[case] line: &str, #[case] says: &str) {
    let place = project("", "");
    place.write("queries/q.sql", "-- params: { least: 1 }\nSELECT :least AS value");
    let ran = place.line(line).exits(2);
    assert!(ran.stderr.contains(says), "{}", ran.stderr);
}

#[rstest]
#[case(
    "-- unit: ms\n-- taget: '< 5'\nSELECT 1 AS value",
    "q.sql:2: unknown field `taget`",
    "(did you mean target?)"
)]
#[case("-- labels: [store]\nSELECT 1 AS store_id", "query q gives no column store", "")]
#[case("-- instances: stores\nSELECT 1 AS value", "query q says `instances: stores`, and store_id", "")]
#[case("-- source: own\n\nSELECT absent", "queries/q.sql:3: no such column: absent", "")]
fn a_bad_file_is_named_with_its_line(#[case] text: &str, #[case] says: &str, #[case] hint: &str) {
    let place = project("", "");
    place.write("queries/q.sql", text);
    let ran = place.line("query q").exits(2);
    assert!(ran.stderr.contains(says) && ran.stderr.contains(hint), "{}", ran.stderr);
}

#[test]
fn an_absent_source_is_said_with_its_path() {
    let place = project("", "");
    std::fs::remove_file(place.path("backend.db")).unwrap();
    let ran = place.line("query --sql SELECT/**/1 --source backend").exits(3);
    assert!(ran.stderr.contains("source backend: no database at backend.db"), "{}", ran.stderr);
    assert!(ran.stderr.contains("check [sources] path"), "{}", ran.stderr);
    std::fs::remove_file(place.path("tillwatch.db")).unwrap();
    let ran = place.line("query heartbeat_age_seconds").exits(3);
    assert!(ran.stderr.contains("makes it on the first run"), "{}", ran.stderr);
}

#[test]
fn a_source_that_is_no_database_is_said_and_left_alone() {
    let place = project("", "");
    place.write("backend.db", "this is a diary, page after page, and no database at all");
    let ran = place.line("query --sql SELECT/**/1 --source backend").exits(3);
    assert!(ran.stderr.contains("backend.db: ") && ran.stderr.contains("not a database"), "{}", ran.stderr);
    assert!(place.read("backend.db").starts_with("this is a diary"));
}

#[test]
fn a_backend_that_is_being_written_is_read_as_it_was_last_committed() {
    let place = project(SEED_BACKEND, "");
    let writer = Connection::open(place.path("backend.db")).unwrap();
    writer.execute_batch("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; DELETE FROM api_errors").unwrap();
    let line =
        "query --source backend --format json --sql SELECT/**/COUNT(*)/**/AS/**/value/**/FROM/**/api_errors";
    assert_eq!(place.line(line).exits(0).json()["rows"][0]["value"], 4);
}

#[test]
fn the_bounds_of_a_window_may_be_named() {
    let place = project(SEED_BACKEND, "");
    let query = |bounds: &str| {
        place.line(&format!("query transaction_volume_per_hour {bounds} --now {NOW} --format json"))
    };
    let window = |bounds: &str| query(bounds).exits(0).json()["window"].clone();
    let between = |since: &str, until: &str| json!({ "since": since, "until": until });
    let ten = between("2025-10-24T10:00:00Z", "2025-10-24T11:00:00Z");
    assert_eq!(window("--since 2025-10-24T10:00 --until 2025-10-24T11:00:00Z"), ten);
    assert_eq!(window("--until 2025-10-24T11:00"), ten, "it keeps its length");
    assert_eq!(window("--since 2025-10-24T10:00"), between("2025-10-24T10:00:00Z", NOW));
    let ran = query("--since 2025-10-24T11:00 --until 2025-10-24T11:00").exits(2);
    assert!(ran.stderr.contains("--since lie before --until"), "{}", ran.stderr);
    let _ = query("--since 2025-10-24T11:00 --over 1h").exits(2);
    let ran = place.run(&["query", "--sql", "SELECT 1 AS value", "--until", "2025-10-24"]).exits(2);
    assert!(ran.stderr.contains("leave --until out"), "{}", ran.stderr);
}
