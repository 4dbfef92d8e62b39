//! `logs deadletter`: what was refused for good is listed, shown, sent once more and dropped.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{LOG, append, project, sent};
use crate::support::Place;
use crate::support::receiver::{Answer, Receiver};

/// A receiver that refuses poison until it is healed, and a project with two poisoned lines among five.
fn poisoned() -> (Receiver, Place, Arc<AtomicBool>) {
    let healed = Arc::new(AtomicBool::new(false));
    let is_healed = Arc::clone(&healed);
    let receiver = Receiver::start(move |request| {
        let refused = request.body.contains("poison") && !is_healed.load(Ordering::SeqCst);
        Answer::Status(if refused { 422 } else { 200 })
    });
    let place = project(&receiver.url(), "");
    append(
        &place,
        LOG,
        "one\npoison A\nthree\n{\"level\":\"error\",\"ts\":1700000000,\"m\":\"poison B\"}\nfive\n",
    );
    place.run(&["logs", "ship"]).exits(1);
    (receiver, place, healed)
}

fn letters(place: &Place) -> Vec<serde_json::Value> {
    let ran = place.run(&["logs", "deadletter", "list", "--format", "json"]);
    let letters = ran.json()["letters"].as_array().unwrap().clone();
    let _ = ran.exits(i32::from(!letters.is_empty()));
    letters
}

fn id(letter: &serde_json::Value) -> &str {
    letter["id"].as_str().unwrap()
}

#[test]
fn what_is_taken_after_all_is_a_dead_letter_no_more_and_keeps_its_id() {
    let (receiver, place, healed) = poisoned();
    let before = letters(&place);
    assert_eq!(before.len(), 2);
    assert_eq!(
        (&before[0]["line"], &before[0]["offset"], &before[0]["reason"]),
        (&2.into(), &4.into(), &"HTTP 422".into())
    );

    let again = place.run(&["logs", "deadletter", "retry", "--all", "--format", "json"]).exits(1).json();
    assert_eq!(again["letters"][0]["outcome"], "refused");
    assert_eq!(letters(&place).len(), 2);

    healed.store(true, Ordering::SeqCst);
    let seen = receiver.requests().len();
    let again =
        place.run(&["logs", "deadletter", "retry", "--entry", "app", "--format", "json"]).exits(0).json();
    assert_eq!(
        (again["letters"].as_array().unwrap().len(), &again["letters"][1]["outcome"]),
        (2, &"taken".into())
    );
    let body = receiver.requests()[seen].json();
    assert_eq!(body["ids"], serde_json::json!([id(&before[0]), id(&before[1])]));
    assert!(sent(&receiver).iter().any(|line| line == "poison A"));
    assert!(letters(&place).is_empty());
    assert!(!place.path("app.deadletter.jsonl").exists());
    place.run(&["logs", "deadletter", "retry", "--all"]).exits(0);
}

#[test]
fn one_is_shown_and_dropped_by_the_beginning_of_its_id() {
    let (_receiver, place, _) = poisoned();
    let all = letters(&place);
    let start = &id(&all[1])[..12];
    let shown = place.run(&["logs", "deadletter", "show", start]).exits(0);
    assert!(
        shown.stdout.contains("\"m\":\"poison B\"") && shown.stdout.contains("HTTP 422"),
        "{}",
        shown.stdout
    );
    let json = place.run(&["logs", "deadletter", "show", start, "--format", "json"]).exits(0).json();
    assert_eq!(
        (&json["letter"]["level"], &json["letter"]["timestamp"]),
        (&"error".into(), &"2023-11-14T22:13:20Z".into())
    );

    place.run(&["logs", "deadletter", "drop", start, "--dry-run"]).exits(0);
    assert_eq!(letters(&place).len(), 2);
    place.run(&["logs", "deadletter", "drop", start]).exits(0);
    assert_eq!(letters(&place), all[..1]);
    let gone = place.run(&["logs", "deadletter", "show", start]).exits(2);
    assert!(gone.stderr.contains("no dead letter has the id"), "{}", gone.stderr);
    place.run(&["logs", "deadletter", "drop"]).exits(2);
}

#[test]
fn a_receiver_that_is_away_leaves_them_where_they_are() {
    let (_receiver, place, _) = poisoned();
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let config = place.read("tillwatch.toml");
    let url = config.split("url = \"").nth(1).unwrap().split('"').next().unwrap();
    place.write("tillwatch.toml", &config.replace(url, &format!("http://{closed}")));
    let before = place.read("app.deadletter.jsonl");
    let ran = place.run(&["logs", "deadletter", "retry", "--all"]).exits(3);
    assert!(ran.stderr.contains("connection refused; the others stay"), "{}", ran.stderr);
    assert_eq!(place.read("app.deadletter.jsonl"), before);
}

#[test]
fn a_receiver_that_judges_each_line_and_refuses_all_of_them_does_not_drain_the_file() {
    let receiver = Receiver::start(|request| {
        let lines = request.json()["logs"].as_array().unwrap().len();
        let items: Vec<_> =
            (0..lines).map(|index| serde_json::json!({"index": index, "error": "no"})).collect();
        Answer::Text(400, serde_json::json!({"status": "error", "items": items}).to_string())
    });
    let place = project(&receiver.url(), "");
    append(&place, LOG, "line\n".repeat(500));
    let ran = place.run(&["logs", "ship"]).exits(3);
    assert!(ran.stderr.contains("10 lines refused one after the other: no"), "{}", ran.stderr);
    assert_eq!((receiver.requests().len(), letters(&place).len()), (1, 10));
    assert_eq!(super::files(&place)[0]["line"], 10);
}

#[test]
fn the_page_of_a_proxy_is_one_line_of_text() {
    let page = "<html>\r\n<head><title>400 Bad Request</title></head>\r\n<body>\r\n<center>nginx</center>\r\n</body></html>";
    let receiver = Receiver::start(move |_| Answer::Text(400, page.into()));
    let place = project(&receiver.url(), "");
    append(&place, LOG, "one\n");
    place.run(&["logs", "ship"]).exits(1);
    assert_eq!(letters(&place)[0]["reason"], "HTTP 400: 400 Bad Request nginx");
}
