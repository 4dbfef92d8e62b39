//! Several items in one request, and a verdict on each; the sender's clock beside ours.

use serde_json::{Value, json};

use super::{SAMPLES, Server, TOKENS, open, rows, strict};
use crate::support::Place;

const AT: &str = "2025-10-24T10:15:30.000Z";

fn metric(name: &str, store: i32) -> Value {
    json!({ "metric_name": name, "value": 1, "tags": { "store_id": store }, "timestamp": AT })
}

#[test]
fn of_several_metrics_those_that_can_be_are_taken_and_the_others_are_named() {
    let (place, server) = open("[[stores]]\nid = \"1\"\nname = \"x\"");
    let all = json!([metric("a", 1), metric("b c", 1), metric("d", 9), 5, metric("e", 1)]);
    let answer = server.post("metric", None, &all).is(200);
    assert_eq!((&answer["accepted"], &answer["rejected"]), (&json!(2), &json!(3)));
    let items = answer["items"].as_array().unwrap();
    let places: Vec<_> = items.iter().map(|item| item["index"].as_u64().unwrap()).collect();
    assert_eq!(places, [1, 2, 3]);
    assert_eq!(items[1]["error"], "store 9 is not in the inventory");
    let names = rows(&place, "tillwatch.db", "SELECT name FROM series ORDER BY 1");
    assert_eq!(names, ["a", "e"]);
    let answer = server.post("metric", None, &json!([metric("b c", 1)])).is(400);
    assert_eq!((&answer["accepted"], &answer["items"][0]["index"]), (&json!(0), &json!(0)));
    assert_eq!(server.post("metric", None, &json!([])).is(200), json!({ "status": "ok", "accepted": 0 }));
    assert_eq!(
        server.post("metric", None, &metric("d", 9)).is(400)["error"],
        "store 9 is not in the inventory"
    );
}

#[test]
fn several_heartbeats_come_in_one_request_and_those_of_other_stores_are_refused_one_by_one() {
    let (place, server) = strict();
    let beats =
        json!([{ "store_id": 1, "timestamp": AT }, { "store_id": 2, "timestamp": AT }, { "timestamp": 0 }]);
    let answer = server.post("heartbeat", Some("first-secret"), &beats).is(200);
    assert_eq!((&answer["accepted"], &answer["items"][0]["index"]), (&json!(2), &json!(1)));
    // A store without a name is none, and not the token's.
    let _ = server.post("heartbeat", Some("first-secret"), &json!([{ "store_id": "" }])).is(400);
    let kept = rows(&place, "tillwatch.db", "SELECT store_id, timestamp FROM heartbeats ORDER BY 2");
    assert_eq!(kept, ["1|1970-01-01 00:00:00.000", "1|2025-10-24 10:15:30.000"]);
}

#[test]
fn a_key_makes_the_repeat_of_several_items_harmless_and_lets_what_was_refused_come_again() {
    let place = Place::new();
    let limited = |most: u32| format!("version = 1\n[serve]\nallow_anonymous = true\nmax_series = {most}\n");
    place.write("tillwatch.toml", &limited(2));
    // Undated: only the key tells a repeat.
    let undated = |name: &str, value: i32| json!({ "metric_name": name, "value": value });
    let all = json!([undated("a", 1), undated("b", 2), undated("c", 3)]).to_string();
    let send = |server: &Server| {
        server.send("POST", "/api/monitoring/metric", &["Idempotency-Key: k"], all.as_bytes()).is(200)
    };
    let server = Server::start(&place, &[]);
    let refused = send(&server);
    assert_eq!((&refused["rejected"], &refused["items"][0]["index"]), (&json!(1), &json!(2)));
    drop(server);
    place.write("tillwatch.toml", &limited(3));
    let server = Server::start(&place, &[]);
    assert_eq!(send(&server)["accepted"], 3);
    assert_eq!(send(&server)["accepted"], 3);
    let kept = rows(&place, "tillwatch.db", "SELECT name, value FROM series JOIN samples ON series = id");
    assert_eq!(kept, ["a|1", "b|2", "c|3"]);
}

#[test]
fn a_line_that_is_no_text_is_refused_by_its_place() {
    let (place, server) = open("");
    let logs = json!({ "store_id": 1, "logs": ["a", 5, { "message": "b" }, null] });
    let answer = server.post("logs", None, &logs).is(200);
    assert_eq!([&answer["accepted"], &answer["new"], &answer["rejected"]], [2, 2, 2]);
    assert_eq!([&answer["items"][0]["index"], &answer["items"][1]["index"]], [1, 3]);
    assert_eq!(rows(&place, "tillwatch-logs.db", "SELECT COUNT(*) FROM logs"), ["2"]);
    let _ = server.post("logs", None, &json!({ "logs": [5] })).is(400);
    let (_place, server) = open("[[stores]]\nid = \"1\"\nname = \"x\"");
    let answer = server.post("logs", None, &json!({ "store_id": 9, "logs": ["a"] })).is(400);
    assert_eq!(answer["error"], "store 9 is not in the inventory");
}

#[test]
fn a_clock_that_is_ahead_is_set_right_once_and_shown() {
    let (place, server) = open("");
    let far = "2999-01-01T00:00:00Z";
    let sample = json!({ "metric_name": "a", "value": 1, "timestamp": far });
    let line = json!({ "timestamp": far, "message": "x" }).to_string();
    for _ in 0..2 {
        let _ = server.post("metric", None, &sample).is(200);
        let _ = server.post("logs", None, &json!({ "logs": [line], "timestamp": far })).is(200);
    }
    let as_of_now = "SELECT COUNT(*) FROM samples \
                     WHERE abs(at_ms / 1000.0 - unixepoch(received_at, 'subsec')) < 0.01";
    assert_eq!(rows(&place, "tillwatch.db", as_of_now), ["1"]);
    assert_eq!(rows(&place, "tillwatch-logs.db", "SELECT timed, at = received_at FROM logs"), ["0|1"]);
    let now = jiff::Timestamp::now();
    let ago = |seconds: i64| (now - jiff::SignedDuration::from_secs(seconds)).to_string();
    for seconds in [3600, 500, -300] {
        let beat = json!({ "store_id": "late", "timestamp": ago(seconds + 800) });
        let _ = server.post("heartbeat", None, &beat).is(200);
        let beat = json!({ "store_id": "early", "timestamp": ago(seconds) });
        let _ = server.post("heartbeat", None, &beat).is(200);
    }
    let text = server.get("/metrics").body;
    let skew = |store: &str| -> f64 {
        let head = format!("tillwatch_clock_skew_seconds{{store_id=\"{store}\"}} ");
        text.lines()
            .find_map(|line| line.strip_prefix(&head))
            .unwrap_or_else(|| panic!("{text}"))
            .parse()
            .unwrap()
    };
    assert!((240.0..=300.0).contains(&skew("early")), "{}", skew("early"));
    assert!((-560.0..=-500.0).contains(&skew("late")), "{}", skew("late"));
}

#[test]
fn a_store_s_token_names_the_store_of_items_that_name_none() {
    let (place, server) = strict();
    let all = json!([{ "metric_name": "a", "value": 1, "timestamp": AT }, metric("b", 1)]);
    assert_eq!(server.post("metric", Some(TOKENS[0].1), &all).is(200)["accepted"], 2);
    let kept = rows(&place, "tillwatch.db", SAMPLES);
    assert!(kept.iter().all(|row| row.contains("\"store_id\":\"1\"")), "{kept:?}");
}

#[test]
fn a_key_that_cannot_be_kept_is_refused_and_not_passed_over() {
    let (_place, server) = open("");
    let body = json!({ "metric_name": "a", "value": 1 }).to_string();
    let send = |key: &str| {
        let header = format!("Idempotency-Key: {key}");
        server.send("POST", "/api/monitoring/metric", &[&header], body.as_bytes()).status
    };
    assert_eq!(
        ["k".repeat(200), "k".repeat(201), "ключ".into(), "a\tb".into()].map(|key| send(&key)),
        [200, 400, 400, 400]
    );
}
