//! Every shipped query over the rows of its fixture, `queries/fixtures/NAME.sql`: leading comments `-- now:` and
//! `-- over:`, the rows as SQL, and behind `-- expect:` the result as CSV in comments.

use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use regex::{Captures, Regex};
use serde_json::Value;

use crate::query::{BACKEND, LOGS, OWN, fill};
use crate::support::Place;

const CONFIG: &str = "version = 1\n[sources.backend]\npath = \"backend.db\"\ntimestamps = \"FORM\"\n\
    [[stores]]\nid = \"1\"\nname = \"Алмаз\"\n[[stores]]\nid = \"2\"\nname = \"Рубин\"\n\
    [[stores]]\nid = \"3\"\nname = \"Топаз\"\n";

const BASELINE: &str = concat!(
    include_str!("../../src/db/sqlite/migrations/main/0008_baseline.sql"),
    include_str!("../../src/db/sqlite/migrations/main/0009_baseline_history.sql"),
);

/// What a fixture says.
struct Fixture {
    name: String,
    now: String,
    over: Option<String>,
    text: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Fixture {
    fn read(name: &str) -> Self {
        let path = folder().join("fixtures").join(format!("{name}.sql"));
        let text = std::fs::read_to_string(&path)
            .unwrap_or_else(|_| panic!("the shipped query {name} has no fixture at {}", path.display()));
        let setting = |key: &str| {
            let line =
                text.lines().find_map(|line| line.strip_prefix("-- ")?.strip_prefix(key)?.strip_prefix(": "));
            line.map(str::to_owned)
        };
        let (_, expected) = text.split_once("-- expect:\n").unwrap();
        let mut lines = expected.lines().map(|line| {
            let cells = line.strip_prefix("-- ").unwrap().split(',');
            cells.map(str::to_owned).collect::<Vec<_>>()
        });
        let (columns, rows) = (lines.next().unwrap(), lines.by_ref().collect());
        let now = setting("now").unwrap_or_else(|| "2025-10-24T12:00:00Z".into());
        Self { name: name.into(), now, over: setting("over"), columns, rows, text: text.clone() }
    }

    /// The query's result over the fixture's rows, the backend's timestamps being kept in this form.
    fn result(&self, form: &str) -> Value {
        let rows = |source: &str| if source_of(&self.name) == source { &*self.text } else { "" };
        let place = place(form, rows("backend"), rows("own"));
        fill(&place.path("tillwatch-logs.db"), &LOGS);
        fill(&place.path("tillwatch-logs.db"), &[rows("logs")]);
        let mut args = vec!["query", &self.name, "--format", "json", "--now", &self.now];
        args.extend(self.over.iter().flat_map(|over| ["--over", over]));
        place.run(&args).exits(0).json()
    }

    #[track_caller]
    fn assert_result(&self, result: &Value, form: &str) {
        let columns: Vec<&str> =
            result["columns"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        assert_eq!(columns, self.columns, "{}", self.name);
        let rows = result["rows"].as_array().unwrap();
        let alike = rows.len() == self.rows.len()
            && rows.iter().zip(&self.rows).all(|(row, expected)| {
                self.columns.iter().zip(expected).all(|(name, cell)| is_alike(&row[name], cell))
            });
        assert!(alike, "{} with {form} timestamps: {:?} expected, and got {rows:?}", self.name, self.rows);
    }
}

fn is_alike(found: &Value, expected: &str) -> bool {
    match found {
        Value::Null => expected.is_empty(),
        Value::Number(number) => {
            expected.parse::<f64>().is_ok_and(|expected| (number.as_f64().unwrap() - expected).abs() < 5e-4)
        }
        other => other.as_str() == Some(expected),
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("queries")
}

fn shipped() -> Vec<String> {
    let files = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut names: Vec<String> = files
        .filter(|file| file.extension().is_some_and(|end| end == "sql"))
        .map(|file| file.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn source_of(name: &str) -> &'static str {
    let text = std::fs::read_to_string(folder().join(format!("{name}.sql"))).unwrap();
    let is_named = |source: &&str| text.contains(&format!("\n-- source: {source}\n"));
    ["backend", "logs"].into_iter().find(is_named).unwrap_or("own")
}

fn is_on_backend(name: &str) -> bool {
    source_of(name) == "backend"
}

/// The backend's tables with timestamp columns of the type that the form has.
fn schema(form: &str) -> String {
    let column = if form.starts_with("unix") { "$1 INTEGER" } else { "$1 TEXT" };
    Regex::new(r"\b(created_at|timestamp) TEXT").unwrap().replace_all(BACKEND, column).into_owned()
}

/// The rows with every instant written in this form.
fn rewritten(rows: &str, form: &str) -> String {
    let instant = Regex::new(r"'(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)'").unwrap();
    let write = |found: &Captures<'_>| {
        let at: DateTime = format!("{}T{}", &found[1], &found[2]).parse().unwrap();
        let at = at.to_zoned(TimeZone::UTC).unwrap().timestamp();
        match form {
            "sql" => found[0].to_owned(),
            "iso8601" => format!("'{}T{}.000Z'", &found[1], &found[2]),
            "unix" => at.as_second().to_string(),
            "unix_ms" => at.as_millisecond().to_string(),
            other => panic!("no such form: {other}"),
        }
    };
    instant.replace_all(rows, write).into_owned()
}

/// A project over these rows, the backend's timestamps in this form.
fn place(form: &str, backend: &str, own: &str) -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", &CONFIG.replace("FORM", form));
    fill(&place.path("backend.db"), &[&schema(form), &rewritten(backend, form)]);
    fill(&place.path("tillwatch.db"), &[OWN, BASELINE, own]);
    place
}

#[test]
fn every_shipped_query_gives_what_its_fixture_expects_whatever_the_timestamps() {
    for name in shipped() {
        let fixture = Fixture::read(&name);
        let forms: &[&str] =
            if is_on_backend(&name) { &["sql", "iso8601", "unix", "unix_ms"] } else { &["sql"] };
        for form in forms {
            fixture.assert_result(&fixture.result(form), form);
        }
    }
}

#[test]
fn every_metric_of_the_plan_is_shipped_with_help_and_unit() {
    let plan = include_str!("../fixtures/seed1/metrics.md");
    let place = Place::new();
    place.write("tillwatch.toml", CONFIG.replace("FORM", "sql").as_str());
    let listed = place.line("query list --format json").exits(0).json()["queries"].clone();
    let listed = listed.as_array().unwrap();
    let metrics: Vec<&str> = plan.lines().filter_map(|line| line.strip_prefix("**Metric**: `")).collect();
    assert_eq!(metrics.len(), 16);
    for metric in metrics {
        let name = metric.trim_end_matches('`').trim_end_matches("_store_{ID}");
        assert!(listed.iter().any(|query| query["name"] == name), "no query {name}");
    }
    for query in listed {
        let said = ["help", "unit"].map(|key| query[key].as_str().unwrap());
        assert!(said.iter().all(|text| !text.is_empty()), "{query}");
    }
}

/// The rows of a query at noon.
fn rows(place: &Place, args: &[&str]) -> Value {
    let common = ["query", "--now", "2025-10-24T12:00:00Z", "--format", "json"];
    place.run(&[&common, args].concat()).exits(0).json()["rows"].clone()
}

#[test]
fn uptime_counts_only_right_answers_within_a_second() {
    let checks = "INSERT INTO health_checks
        (timestamp, target, kind, ok, status_code, response_time_ms, received_at) VALUES
        ('2025-10-24 11:59:00.000', 'backend', 'http', 0, 500, 10, ''),
        ('2025-10-24 11:59:15.000', 'backend', 'http', 1, 200, 1000, ''),
        ('2025-10-24 11:59:30.000', 'backend', 'http', 1, 200, 999, ''),
        ('2025-10-24 11:59:45.000', 'backend', 'http', 0, 503, 20, '')";
    let place = place("sql", "", checks);
    let printed =
        "SELECT SUM(CASE WHEN response_time_ms < 1000 THEN 1 ELSE 0 END) * 100.0 / COUNT(*) AS value
        FROM health_checks WHERE timestamp >= datetime('now', '-1 hour')";
    assert_eq!(rows(&place, &["--sql", printed])[0]["value"], 75.0, "fast errors pass for up");
    assert_eq!(rows(&place, &["backend_api_uptime_percentage"])[0]["value"], 25.0);
}

#[test]
fn iso_timestamps_compare_rightly() {
    // 'T' sorts behind ' ', so the printed comparison takes every row of the day for one of the last hour.
    let sales = "INSERT INTO cashier_transactions (created_at, store_id, type, status, purchase_amount, points_amount)
        VALUES ('2025-10-24 02:00:00', 1, 'earn', 'failed', 1, 1), ('2025-10-24 11:30:00', 1, 'earn', 'success', 1, 1)";
    let place = place("iso8601", sales, "");
    let printed =
        "SELECT COUNT(*) AS value FROM cashier_transactions WHERE created_at >= datetime('now', '-1 hour')";
    assert_eq!(rows(&place, &["--source", "backend", "--sql", printed])[0]["value"], 2);
    let shipped = rows(&place, &["transaction_success_rate_percentage"]);
    assert_eq!((&shipped[0]["total"], &shipped[0]["value"]), (&1.into(), &100.0.into()));
}

#[test]
fn a_ratio_over_nothing_is_no_data() {
    let place = place("sql", "", "");
    for name in shipped().iter().filter(|name| name.ends_with("_percentage")) {
        let rows = rows(&place, &[name]);
        let values = rows.as_array().unwrap().iter().map(|row| &row["value"]);
        // Nothing heard in opening hours is downtime, and not a ratio over nothing.
        let expected = if name == "cashier_app_uptime_percentage" { Value::from(0.0) } else { Value::Null };
        assert!(values.clone().all(|value| *value == expected), "{name}: {rows}");
    }
}

#[test]
fn a_window_is_half_open_so_that_neighbours_share_no_row() {
    let sale = "INSERT INTO cashier_transactions (created_at, store_id, type, status, purchase_amount, points_amount)
        VALUES ('2025-10-24 11:00:00', 1, 'earn', 'success', 1, 1)";
    let place = place("sql", sale, "");
    let sold = |now: &str| {
        let ran = place.run(&["query", "transaction_volume_per_hour", "--now", now, "--format", "json"]);
        let rows = ran.exits(0).json()["rows"].clone();
        rows.as_array().unwrap().iter().find(|row| row["store_id"] == "1").unwrap()["value"].clone()
    };
    assert_eq!(sold("2025-10-24T11:00:00Z"), 0);
    assert_eq!(sold("2025-10-24T12:00:00Z"), 1);
}

#[test]
fn uptime_of_an_app_counts_its_opening_hours_alone() {
    let beats = "INSERT INTO heartbeats (store_id, timestamp, received_at, idempotency_key) VALUES
        ('1', '', '2025-10-24 06:00:00.000', 'a'), ('1', '', '2025-10-24 06:01:00.000', 'b'),
        ('1', '', '2025-10-24 06:02:00.000', 'c'), ('1', '', '2025-10-24 06:03:00.000', 'd')";
    let place = place("sql", "", beats);
    // Open from 09:00 in Moscow, which is 06:00 UTC: of the hour before 06:04 only four minutes count.
    let hours = "hours = [\"daily 09:00-21:00\"]\ntime_zone = \"Europe/Moscow\"\n";
    let config =
        CONFIG.replace("FORM", "sql").replace("name = \"Алмаз\"\n", &format!("name = \"Алмаз\"\n{hours}"));
    place.write("tillwatch.toml", &config);
    let ran =
        place.line("query cashier_app_uptime_percentage --now 2025-10-24T06:04:00Z --format json").exits(0);
    let row = &ran.json()["rows"][0];
    assert_eq!((&row["total"], &row["value"]), (&4.0.into(), &100.0.into()));
}

#[test]
fn every_query_on_the_backend_finds_its_window_by_an_index() {
    for (schema, index) in [(&[BACKEND][..], ">? AND "), (&LOGS, "logs_event (event=? AND at>? AND at<?)")] {
        assert_windows_are_found(schema, index);
    }
}

#[test]
fn changes_of_apps_are_found_without_reading_all_heartbeats() {
    let connection = rusqlite::Connection::open_in_memory().unwrap();
    connection.execute_batch(OWN).unwrap();
    let sql = std::fs::read_to_string(folder().join("report_changes.sql")).unwrap();
    let steps = plan(&connection, &sql);
    let (of_windows, all): (Vec<_>, Vec<_>) = steps
        .iter()
        .filter(|step| step.contains("heartbeats"))
        .partition(|step| step.contains("(store_id=? AND received_at>? AND received_at<?)"));
    assert_eq!(of_windows.len(), 2, "the window, and what was before it: {steps:?}");
    assert!(all.iter().all(|step| step.starts_with("SEARCH ")), "{steps:?}");
}

fn plan(connection: &rusqlite::Connection, sql: &str) -> Vec<String> {
    let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let (mut steps, mut rows) = (Vec::new(), plan.raw_query());
    while let Some(row) = rows.next().unwrap() {
        steps.push(row.get(3).unwrap());
    }
    steps
}

#[track_caller]
fn assert_windows_are_found(schema: &[&str], index: &str) {
    let connection = rusqlite::Connection::open_in_memory().unwrap();
    for part in schema {
        connection.execute_batch(part).unwrap();
    }
    // The function is ours; what matters here is how the rows are found.
    let percentile = Regex::new(r"PERCENTILE_CONT\([\d.]+\) WITHIN GROUP \(ORDER BY (\w+)\)").unwrap();
    for name in shipped().iter().filter(|name| is_on_backend(name)) {
        let text = std::fs::read_to_string(folder().join(format!("{name}.sql"))).unwrap();
        let sql = percentile.replace_all(&text, "MAX($1)").into_owned();
        let steps = plan(&connection, &sql);
        assert!(
            steps.iter().any(|step| step.contains("SEARCH") && step.contains(index)),
            "{name}: {steps:?}"
        );
    }
}
