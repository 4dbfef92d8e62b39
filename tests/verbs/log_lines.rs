//! `tillwatch logs ingest`, `logs search` and `logs stats`: the stored lines.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::serve::Server;
use crate::support::{Place, Ran};

const CONFIG: &str = "version = 1\n[project]\ntime_zone = \"Europe/Moscow\"\n\
                      [[stores]]\nid = \"3\"\nname = \"x\"\n[serve]\nallow_anonymous = true\n";

/// What a file of the plan's loggers looks like, and what no logger meant to write.
const LINES: [&str; 8] = [
    r#"{"timestamp":"2025-10-24T07:00:00.000Z","level":"INFO","event":"transaction_completed","store_id":1,"message":"Продажа проведена"}"#,
    r#"{"timestamp":"2025-10-24T07:30:00.000Z","level":"error","event":"transaction_failed","store_id":3,"error_code":"CONNECTION_POOL_EXHAUSTED","message":"Connection pool timed out"}"#,
    r#"{"timestamp":"2025-10-24T08:10:00.000Z","level":"warning","message":"suspicious_input","store_id":3,"input":"' OR 1=1"}"#,
    r#"{"timestamp":"2025-10-24T09:00:00.000Z","level":"error","message":"uncaughtException: boom","exception":true,"stack":"Error: boom\n    at restoreCart (app.js:7)"}"#,
    r#"{"timestamp":"2025-10-24T23:00:00.000Z","level":"debug","event":"cache_miss","store_id":1,"message":"\u041f\u0443\u0441\u0442\u043e"}"#,
    "Касса закрыта: нет бумаги",
    "\u{1b}[31mFATAL\u{7} out of memory",
    "[[[[[[[[",
];

fn project() -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", CONFIG);
    place
}

fn ingested() -> Place {
    let place = project();
    place.write("app.log", &(LINES.join("\n") + "\n"));
    let _ = place.line("logs ingest app.log").exits(0);
    place
}

/// All that is stored of the lines but their ids and when they came.
fn stored(place: &Place) -> Vec<Vec<rusqlite::types::Value>> {
    let logs = Connection::open(place.path("tillwatch-logs.db")).unwrap();
    let sql = "SELECT CASE WHEN timed THEN at END, timed, store_id, level, service, component, event, message, body \
               FROM logs ORDER BY body";
    let mut select = logs.prepare(sql).unwrap();
    let read = |row: &rusqlite::Row<'_>| (0..9).map(|column| row.get(column)).collect();
    select.query_map([], read).unwrap().map(Result::unwrap).collect()
}

/// The lines that a search finds, by where they stand in [`LINES`], in the order found.
#[track_caller]
fn found(place: &Place, args: &[&str]) -> Vec<usize> {
    let common = ["logs", "search", "--format", "json"];
    let document = place.run(&[&common, args].concat()).exits(0).json();
    let place_of = |line: &Value| LINES.iter().position(|text| line["body"] == *text).unwrap();
    document["lines"].as_array().unwrap().iter().map(place_of).collect()
}

fn sorted(mut found: Vec<usize>) -> Vec<usize> {
    found.sort_unstable();
    found
}

fn counts(ran: &Ran) -> Vec<i64> {
    let file = &ran.json()["files"][0];
    ["lines", "new", "untimed", "cut", "replaced"].map(|key| file[key].as_i64().unwrap()).to_vec()
}

#[test]
fn a_file_goes_in_as_the_receiver_would_have_stored_its_lines() {
    let (by_hand, received) = (project(), project());
    by_hand.write("app.log", &LINES.join("\r\n"));
    let ran = by_hand.line("logs ingest app.log --store 3 --format json").exits(0);
    assert_eq!(counts(&ran), [8, 8, 3, 0, 0]);
    let server = Server::start(&received, &[]);
    let _ = server.post("logs", None, &json!({ "store_id": 3, "logs": LINES })).is(200);
    assert_eq!(stored(&by_hand), stored(&received));
    assert_eq!(stored(&by_hand).len(), LINES.len());
}

#[test]
fn a_line_goes_in_once_though_its_file_grows_and_is_renamed_and_two_equal_lines_are_two() {
    let place = project();
    let ingest = |file: &str| counts(&place.run(&["logs", "ingest", file, "--format", "json"]).exits(0));
    place.write("app.log", "same\nsame\n\n");
    assert_eq!(ingest("app.log"), [2, 2, 2, 0, 0]);
    assert_eq!(ingest("app.log"), [2, 0, 2, 0, 0]);
    std::fs::rename(place.path("app.log"), place.path("app1.log")).unwrap();
    place.write("app.log", "same\n");
    assert_eq!(ingest("app.log"), [1, 1, 1, 0, 0], "another file's line is another line");
    let grown = place.read("app1.log") + "new\n";
    place.write("app1.log", &grown);
    assert_eq!(ingest("app1.log"), [3, 1, 3, 0, 0]);
    assert_eq!(stored(&place).len(), 4);
}

#[test]
fn what_is_no_text_or_no_end_is_counted_and_the_lines_behind_it_go_in() {
    let place = project();
    let mut bytes = "x".repeat(3 << 20).into_bytes();
    bytes.extend(b"\ncaf\xe9\nnothing \0 within\n{\"message\":\"\\ud800\"}\nlast");
    std::fs::write(place.path("app.log"), bytes).unwrap();
    let ran = place.line("logs ingest app.log --format json").exits(0);
    assert_eq!(counts(&ran), [5, 5, 5, 1, 1]);
    for word in ["last", "caf*"] {
        let ran = place.run(&["logs", "search", word, "--format", "json"]).exits(0);
        assert_eq!(ran.json()["lines"].as_array().unwrap().len(), 1, "{word}");
    }
}

#[test]
fn as_of_another_time_lines_are_only_counted() {
    let place = project();
    place.write("app.log", "one\ntwo\n");
    let ran = place.line("logs ingest app.log --format json --now 2025-10-24T10:00:00Z").exits(0);
    assert_eq!((counts(&ran)[1], stored(&place).len()), (2, 0));
}

#[test]
fn a_file_that_cannot_be_read_is_named_before_anything_is_stored() {
    let place = project();
    place.write("app.log", "one\n");
    let ran = place.line("logs ingest app.log none.log").exits(2);
    assert!(ran.stderr.contains("none.log"), "{}", ran.stderr);
    assert!(place.line("logs ingest .").exits(2).stderr.contains("is a folder"));
    assert!(!place.path("tillwatch-logs.db").exists());
}

#[test]
fn words_are_found_whatever_their_case_script_and_escapes() {
    let place = ingested();
    for (text, lines) in [
        ("КАССА", &[5][..]),
        ("connection pool", &[1]),
        ("\"pool connection\"", &[]),
        ("\"connection pool\"", &[1]),
        ("exhaus*", &[1]),
        ("exhaus", &[]),
        ("error_code", &[1]),
        ("пусто", &[4]),
        ("restoreCart", &[3]),
        ("at", &[3]),
        ("memory", &[6]),
        ("продажа", &[0]),
        ("app_crash", &[]),
    ] {
        assert_eq!(found(&place, &[text]), lines, "{text}");
    }
}

#[test]
fn nothing_that_is_typed_is_a_syntax_error() {
    let place = ingested();
    for text in [
        "' OR 1=1",
        "\"open",
        "pool)",
        "(",
        "a AND",
        "NOT pool",
        "NEAR(a b)",
        "words:pool",
        "^pool",
        "-pool",
        "{x} : y",
        "po*ol",
        "a\"b\"c",
        "\u{0439}*",
        "*",
        "\\",
    ] {
        let ran = place.run(&["logs", "search", "--", text]);
        let expected = if text.contains(char::is_alphanumeric) { 0 } else { 2 };
        assert!(!ran.stderr.contains("fts5"), "{text}: {}", ran.stderr);
        let _ = ran.exits(expected);
    }
    assert_eq!(found(&place, &["' OR 1=1"]), [2], "an operator is a word");
}

#[test]
fn filters_narrow_and_the_newest_comes_first() {
    let place = ingested();
    let dated = ["--until", "2025-10-25T12:00"];
    let of = |args: &[&str]| found(&place, &[&dated, args].concat());
    assert_eq!(of(&[]), [4, 3, 2, 1, 0]);
    assert_eq!(of(&["--oldest", "--limit", "2"]), [0, 1]);
    assert_eq!(of(&["--level", "warn"]), [3, 2, 1]);
    assert_eq!(of(&["--level", "error"]), [3, 1]);
    assert_eq!(of(&["--level", "info"]), [3, 2, 1, 0]);
    assert_eq!(of(&["--level", "debug"]).len(), 5);
    assert_eq!(of(&["--store", "3"]), [2, 1]);
    assert_eq!(of(&["--event", "app_crash"]), [3]);
    assert_eq!(of(&["--event", "suspicious_input", "OR"]), [2]);
    assert_eq!(of(&["--event", "transaction_failed", "sale"]), [0; 0]);
    // Half past ten in Moscow is half past seven in UTC; a window is half-open.
    assert_eq!(of(&["--since", "2025-10-24T10:30"]), [4, 3, 2, 1]);
    assert_eq!(found(&place, &["--until", "2025-10-24T07:30:00Z"]), [0]);
    assert_eq!(found(&place, &["--since", "1h", "--until", "0s", "--now", "2025-10-24T08:00:00Z"]), [1, 0]);
    assert_eq!(sorted(found(&place, &["--since", "1h", "--level", "info"])), [5, 6, 7], "no level is info");
    let ran = place.line("logs search --limit 2").exits(0);
    assert!(ran.stderr.contains("more than these 2"), "{}", ran.stderr);
    assert!(place.line("logs search --limit 0").exits(2).stderr.contains("0 is not in 1.."));
    assert!(place.line("logs search --since yesterday").exits(2).stderr.contains("is no time"));
}

#[test]
fn a_line_cannot_play_with_the_terminal() {
    let place = ingested();
    let ran = place.line("logs search memory").exits(0);
    assert!(ran.stdout.contains("FATAL"), "{}", ran.stdout);
    assert!(!ran.stdout.contains(['\u{1b}', '\u{7}']), "{:?}", ran.stdout);
}

#[test]
fn lines_are_counted_by_level_store_event_hour_and_day() {
    let place = ingested();
    let of = |line: &str| {
        let document = place.line(&format!("logs stats --format json {line}")).exits(0).json();
        document["groups"].as_array().unwrap().clone()
    };
    let by = |key: &str, line: &str| -> Vec<(Value, i64)> {
        of(line).iter().map(|group| (group[key].clone(), group["lines"].as_i64().unwrap())).collect()
    };
    let levels = [
        (Value::Null, 3),
        ("error".into(), 2),
        ("debug".into(), 1),
        ("info".into(), 1),
        ("warning".into(), 1),
    ];
    assert_eq!(by("level", ""), levels);
    assert_eq!(by("store", "--by store"), [(Value::Null, 4), ("1".into(), 2), ("3".into(), 2)]);
    assert_eq!(
        by("event", "--by event --store 3"),
        [("suspicious_input".into(), 1), ("transaction_failed".into(), 1)]
    );
    let hours = by("hour", "--by hour --until 2025-10-24T13:00");
    assert_eq!(
        hours,
        [("2025-10-24 10:00".into(), 2), ("2025-10-24 11:00".into(), 1), ("2025-10-24 12:00".into(), 1)]
    );
    // An hour before midnight in UTC is the next day in Moscow.
    let days = by("day", "--by day --until 2025-10-26T00:00");
    assert_eq!(days, [("2025-10-24".into(), 4), ("2025-10-25".into(), 1)]);
    let untimed = &of("")[0];
    assert_eq!((&untimed["untimed"], &untimed["share"]), (&100.0.into(), &37.5.into()));
    let errors = &of("--level error")[0];
    assert_eq!(errors["first"], "2025-10-24 07:30:00.000");
    assert_eq!(errors["last"], "2025-10-24 09:00:00.000");
}

#[test]
fn lines_of_the_first_schema_are_found() {
    let place = project();
    let logs = Connection::open(place.path("tillwatch-logs.db")).unwrap();
    logs.execute_batch(
        "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA application_id = 0x74696c6c; PRAGMA journal_mode = WAL",
    )
    .unwrap();
    logs.execute_batch(include_str!("../../src/db/sqlite/migrations/logs/0001_first.sql")).unwrap();
    let line = "INSERT INTO logs (id, at, received_at, timed, body) \
                VALUES (?1, '2025-10-24 07:00:00.000', '2025-10-24 07:00:00.000', 1, ?2)";
    for (id, body) in LINES.iter().enumerate() {
        logs.execute(line, (id.to_string(), body)).unwrap();
    }
    logs.execute_batch("PRAGMA user_version = 1").unwrap();
    drop(logs);
    assert_eq!(found(&place, &["pool"]), [1]);
    assert_eq!(sorted(found(&place, &[])), [0, 1, 2, 3, 4, 5, 6, 7]);
}

/// The plan's own example of a line, what its loggers' calls make winston write, and lines that say no more than they must.
const SAID: [&str; 8] = [
    r#"{"timestamp":"2025-10-24T10:15:30.000Z","level":"INFO","service":"cashier-backend","component":"cashier_api","event":"transaction_completed","store_id":1,"transaction_id":12345,"type":"earn","duration_ms":234,"customer_id":1,"points_amount":40,"message":"Earn transaction completed successfully"}"#,
    r#"{"duration_ms":12,"level":"info","message":"database_query","query":"createCashierTransaction","store_id":1,"timestamp":"2025-10-24T10:15:31.000Z"}"#,
    r#"{"duration_ms":7,"level":"error","message":"database_query","query":"findCustomer","store_id":1,"timestamp":"2025-10-24T10:15:31.000Z"}"#,
    r#"{"input":"x","ip_address":"10.0.0.1","level":"warn","message":"suspicious_input","store_id":2,"timestamp":"2025-10-24T10:15:32.000Z"}"#,
    r#"{"event":"security_breach","timestamp":"2025-10-24T10:15:33.000Z"}"#,
    r#"{"event":"api_request","endpoint":"/api/x","status_code":"404","duration_ms":5,"store_id":1,"timestamp":"2025-10-24T10:15:34.000Z"}"#,
    r#"{"event":"api_error","endpoint":"/api/x","error_code":"E","store_id":1,"timestamp":"2025-10-24T10:15:35.000Z"}"#,
    r#"{"event":"onec_api_call","level":"error","duration_ms":3000,"store_id":1,"timestamp":"2025-10-24T10:15:36.000Z"}"#,
];

#[test]
fn what_the_plan_logs_is_the_backends_tables() {
    let place = project();
    place.write("tillwatch.toml", &format!("{CONFIG}[sources.backend]\nurl = \"logs\"\n"));
    let rows = |columns: &str, table: &str| {
        let sql = format!("SELECT {columns} FROM {table} ORDER BY id");
        let ran = place.run(&["query", "--source", "backend", "--format", "csv", "--sql", &sql]).exits(0);
        ran.stdout.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(rows("id", "api_requests"), [""; 0], "no line has arrived, and the tables are there");
    place.write("app.log", &SAID.join("\n"));
    let _ = place.line("logs ingest app.log").exits(0);
    let sales =
        "created_at, store_id, customer_id, type, status, purchase_amount, points_amount, discount_amount";
    assert_eq!(rows(sales, "cashier_transactions"), ["2025-10-24 10:15:30.000,1,1,earn,success,,40,0"]);
    let queries = rows("query, operation, status, duration_ms", "database_queries");
    assert_eq!(queries, ["createCashierTransaction,insert,success,12", "findCustomer,select,failed,7"]);
    let events = rows("kind, store_id, ip_address", "security_events");
    assert_eq!(events, ["suspicious_input,2,10.0.0.1", "breach,,"]);
    assert_eq!(rows("endpoint, status_code, latency_ms", "api_requests"), ["/api/x,404,5"]);
    assert_eq!(rows("endpoint, error_code", "api_errors"), ["/api/x,E"]);
    assert_eq!(rows("status, duration_ms", "onec_api_calls"), ["failed,3000"]);
    let errors =
        place.line("query error_rate_percentage --now 2025-10-24T10:20:00Z --format json").exits(0).json();
    assert_eq!(errors["rows"][0]["value"], 100.0, "a number in quotes is a number");
}
