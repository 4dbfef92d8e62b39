//! What cannot be pushed now waits in the own database, and what never can be pushed is named.

use std::fs::File;
use std::io::Write as _;
use std::process::Stdio;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, mpsc};

use serde_json::{Value, json};

use crate::serve::rows;
use crate::support::hook::Hook;
use crate::support::receiver::{Answer, Receiver, Request};
use crate::support::{Place, Ran};

/// A receiver whose status the test sets, and a project that pushes to it.
struct Link {
    receiver: Receiver,
    status: Arc<AtomicU16>,
    shop: Place,
}

impl Link {
    fn new(push: &str) -> Self {
        let status = Arc::new(AtomicU16::new(200));
        let known = Arc::clone(&status);
        let receiver = Receiver::start(move |_| Answer::Status(known.load(Ordering::SeqCst)));
        let shop = project(&receiver.url(), push);
        Self { receiver, status, shop }
    }

    fn answers(&self, status: u16) {
        self.status.store(status, Ordering::SeqCst);
    }

    /// The bodies that arrived, each metric as `name value`.
    fn arrived(&self) -> Vec<String> {
        self.receiver.requests().iter().map(metrics).collect()
    }
}

fn project(url: &str, push: &str) -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", &format!("version = 1\n[push]\nurl = \"{url}\"\n{push}"));
    place
}

fn metrics(request: &Request) -> String {
    let body = request.json();
    let one = |metric: &Value| {
        format!("{} {}", metric["metric_name"].as_str().unwrap(), metric["value"].as_f64().unwrap())
    };
    match body.as_array() {
        Some(all) => all.iter().map(one).collect::<Vec<_>>().join(", "),
        None => one(&body),
    }
}

/// Pushes metrics of these names, each with the value 1, in one run.
fn push(place: &Place, names: &[&str]) -> Ran {
    let line = |name: &&str| format!("{name} 1\n");
    let text: String = names.iter().map(line).collect();
    let mut command = place.command(&["metric", "push", "-"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    Ran::from(child.wait_with_output().unwrap())
}

fn waiting(place: &Place) -> Vec<String> {
    rows(place, "tillwatch.db", "SELECT kind, samples FROM spool ORDER BY id")
}

#[test]
fn what_a_receiver_cannot_take_now_goes_first_the_next_time() {
    let link = Link::new("");
    link.answers(503);
    let ran = push(&link.shop, &["a", "b"]).exits(3);
    assert!(
        ran.stderr.contains("HTTP 503") && ran.stderr.contains("\nin the spool: 2 samples\n"),
        "{}",
        ran.stderr
    );
    let _ = push(&link.shop, &["c"]).exits(3);
    assert_eq!(waiting(&link.shop), ["metric|2", "metric|1"]);
    link.answers(200);
    let ran = push(&link.shop, &["d"]).exits(0);
    assert!(ran.stderr.starts_with("pushed 1 sample to http://"), "{}", ran.stderr);
    assert!(ran.stderr.ends_with(", and 3 that had waited\n"), "{}", ran.stderr);
    assert_eq!(link.arrived(), ["a 1, b 1", "a 1, b 1", "a 1, b 1", "c 1", "d 1"], "two tries and a flush");
    assert_eq!(waiting(&link.shop), [""; 0]);
}

#[test]
fn what_waits_keeps_its_instant() {
    let link = Link::new("");
    link.answers(500);
    let _ = link.shop.line("metric push x 1 --at 2025-10-24T10:15:30Z").exits(3);
    link.answers(200);
    let _ = link.shop.line("metric spool flush").exits(0);
    let sent = link.receiver.requests().pop().unwrap().json();
    let expected =
        json!({ "metric_name": "x", "value": 1.0, "tags": {}, "timestamp": "2025-10-24T10:15:30.000Z" });
    assert_eq!(sent, expected);
}

#[test]
fn a_receiver_is_left_alone_for_as_long_as_it_asks() {
    let hook = Hook::start();
    let shop = project(&hook.url, "");
    hook.answer("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 120\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    let _ = push(&shop, &["a"]).exits(3);
    let ran = push(&shop, &["b"]).exits(3);
    assert!(ran.stderr.contains("it asked to be left alone until "), "{}", ran.stderr);
    assert_eq!((hook.requests().len(), waiting(&shop).len()), (1, 2));
    let own = rusqlite::Connection::open(shop.path("tillwatch.db")).unwrap();
    own.execute("UPDATE spool SET not_before = '2025-10-24 10:00:00.000' WHERE not_before IS NOT NULL", [])
        .unwrap();
    let _ = push(&shop, &["c"]).exits(3);
    own.execute("UPDATE spool SET not_before = '2099-10-24 10:00:00.000' WHERE not_before IS NOT NULL", [])
        .unwrap();
    hook.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    let _ = push(&shop, &["d"]).exits(0);
    assert_eq!((hook.requests().len(), waiting(&shop).len()), (6, 0), "a clock that was ahead halts nobody");
}

#[test]
fn what_a_receiver_will_never_take_is_dropped_and_named_and_the_rest_arrives() {
    let receiver = Receiver::start(|request| {
        let bad = request.body.contains("bad");
        if bad { Answer::Text(422, r#"{"error":"no such metric"}"#.into()) } else { Answer::Status(200) }
    });
    let shop = project(&receiver.url(), "");
    let ran = push(&shop, &["a", "bad", "c"]).exits(3);
    let said =
        "will never take this, which was dropped: HTTP 422 Unprocessable Entity: no such metric\n  bad{} 1 ";
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
    assert!(!ran.stderr.contains("  a{}") && !ran.stderr.contains("in the spool"), "{}", ran.stderr);
    let arrived: Vec<_> = receiver.requests().iter().map(metrics).collect();
    assert_eq!(arrived, ["a 1, bad 1, c 1", "a 1", "bad 1", "c 1"]);
    assert_eq!(waiting(&shop), [""; 0]);
}

#[test]
fn a_batch_that_is_too_large_goes_in_parts() {
    let receiver = Receiver::start(|request| {
        let many = request.json().as_array().map_or(1, Vec::len);
        Answer::Status(if many > 2 { 413 } else { 200 })
    });
    let shop = project(&receiver.url(), "");
    let _ = push(&shop, &["a", "b", "c", "d", "e"]).exits(0);
    let arrived: Vec<_> = receiver.requests().iter().map(metrics).collect();
    assert_eq!(arrived, ["a 1, b 1, c 1, d 1, e 1", "a 1, b 1, c 1", "a 1, b 1", "c 1", "d 1, e 1"]);
}

#[test]
fn a_batch_that_is_taken_in_part_is_asked_about_one_by_one() {
    let partial =
        [(207, r#"{"status":"partial"}"#, 400), (200, r#"{"status":"ok","accepted":1,"rejected":1}"#, 403)];
    for (status, answer, alone) in partial {
        let receiver = Receiver::start(move |request| match request.json().as_array() {
            Some(_) => Answer::Text(status, answer.into()),
            None => Answer::Status(if request.body.contains("bad") { alone } else { 200 }),
        });
        let shop = project(&receiver.url(), "");
        let ran = push(&shop, &["a", "bad"]).exits(3);
        assert!(ran.stderr.contains("  bad{} 1 ") && !ran.stderr.contains("  a{} 1 "), "{}", ran.stderr);
        assert_eq!(waiting(&shop), [""; 0]);
    }
}

#[test]
fn what_the_configuration_is_at_fault_for_is_kept() {
    let link = Link::new("");
    for (waits, (status, advice)) in [
        (401, "`token` in [push]"),
        (403, "`token` in [push]"),
        (407, "a proxy on the way"),
        (404, "`url` and `kind` in [push]"),
        (405, "`url` and `kind` in [push]"),
        (302, "`url` and `kind` in [push]"),
    ]
    .into_iter()
    .enumerate()
    {
        link.answers(status);
        let ran = push(&link.shop, &["a", "b"]).exits(3);
        let kept = format!("in the spool: {} samples", 2 * (waits + 1));
        assert!(ran.stderr.contains(advice) && ran.stderr.contains(&kept), "{status}: {}", ran.stderr);
    }
    link.answers(200);
    let _ = link.shop.line("metric spool flush").exits(0);
    assert_eq!(waiting(&link.shop), [""; 0]);
}

#[test]
fn the_oldest_make_room_and_are_counted() {
    let link = Link::new("spool_samples = 3\n");
    link.answers(503);
    let _ = push(&link.shop, &["a", "b"]).exits(3);
    let ran = push(&link.shop, &["c", "d"]).exits(3);
    let said = "\nthe spool is full, and its oldest made room: 1 sample dropped\nin the spool: 3 samples\n";
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
    assert_eq!(waiting(&link.shop), ["metric|1", "metric|2"]);
    let ran = push(&link.shop, &["e", "f", "g", "h"]).exits(3);
    let said = "its oldest made room: 4 samples dropped\nin the spool: 3 samples\n";
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
    link.answers(200);
    let _ = link.shop.line("metric spool flush").exits(0);
    assert_eq!(link.arrived().last().unwrap(), "f 1, g 1, h 1");
    let some = Link::new("spool_bytes = 200\n");
    some.answers(503);
    let ran = push(&some.shop, &["a", "b", "c", "d"]).exits(3);
    assert!(ran.stderr.contains("2 samples dropped\nin the spool: 2 samples\n"), "{}", ran.stderr);
    let size = rows(&some.shop, "tillwatch.db", "SELECT bytes = length(payload) AND bytes <= 200 FROM spool");
    assert_eq!(size, ["1"]);
    let small = Link::new("spool_bytes = 10\n");
    small.answers(503);
    assert!(push(&small.shop, &["a"]).exits(3).stderr.contains("its oldest made room: 1 sample dropped"));
    assert_eq!(waiting(&small.shop), [""; 0]);
}

#[test]
fn a_run_beside_another_sends_its_own_alone() {
    let link = Link::new("");
    link.answers(503);
    let _ = push(&link.shop, &["a"]).exits(3);
    link.answers(200);
    let other = File::create(link.shop.path("tillwatch.db.spool.lock")).unwrap();
    other.lock().unwrap();
    let _ = push(&link.shop, &["b"]).exits(0);
    assert_eq!(link.arrived(), ["a 1", "b 1"]);
    assert_eq!(waiting(&link.shop).len(), 1);
    let held = link.shop.line("metric spool flush").exits(4);
    assert!(held.stderr.contains("another run holds `spool`"), "{}", held.stderr);
    drop(other);
    let _ = link.shop.line("metric spool flush").exits(0);
    assert_eq!(waiting(&link.shop), [""; 0]);
}

#[test]
fn a_run_that_is_killed_while_it_sends_loses_nothing() {
    let (arrived, hears) = mpsc::channel();
    let (goes_on, waits) = mpsc::channel::<()>();
    let receiver = Receiver::start(move |_| {
        arrived.send(()).unwrap();
        let _ = waits.recv();
        Answer::Status(200)
    });
    let shop = project(&receiver.url(), "");
    let mut killed = shop.command(&["metric", "push", "a", "1"]).spawn().unwrap();
    hears.recv().unwrap();
    killed.kill().unwrap();
    killed.wait().unwrap();
    drop(goes_on);
    let _ = push(&shop, &["b"]).exits(0);
    let sent: Vec<_> = receiver.requests().iter().map(metrics).collect();
    assert_eq!(sent, ["a 1", "a 1", "b 1"]);
}

#[test]
fn a_database_that_cannot_be_written_keeps_nobody_from_sending() {
    let link = Link::new("[database]\npath = \"none/such/tillwatch.db\"\n");
    let ran = link.shop.line("metric push a 1").exits(0);
    assert!(ran.stderr.starts_with("warning: nothing can be kept for later: "), "{}", ran.stderr);
    assert_eq!(link.arrived(), ["a 1"]);
}

#[test]
fn what_another_address_cannot_take_is_not_kept() {
    let link = Link::new("");
    let other = Receiver::start(|_| Answer::Status(503));
    let _ = link.shop.line("metric push a 1").exits(0);
    let ran = link.shop.run(&["metric", "push", "b", "1", "--url", &other.url()]).exits(3);
    assert!(ran.stderr.contains("1 of 1 sample may not have arrived:\n  b{} 1 "), "{}", ran.stderr);
    assert_eq!(waiting(&link.shop), [""; 0]);
}

#[test]
fn the_spool_is_listed_and_dropped_by_hand() {
    let link = Link::new("");
    link.answers(503);
    let _ = push(&link.shop, &["a", "b"]).exits(3);
    let _ = push(&link.shop, &["c"]).exits(3);
    let list = link.shop.line("metric spool list --format json").exits(0).json();
    let first = &list["waiting_payloads"][0];
    assert_eq!((&first["kind"], &first["samples"]), (&json!("metric"), &json!(2)));
    assert!(first["destination"].as_str().unwrap().starts_with("http://127.0.0.1:"), "{first}");
    let id = first["id"].to_string();
    assert!(link.shop.line("metric spool drop 99").exits(2).stderr.contains("nothing waits as 99"));
    assert_eq!(link.shop.run(&["metric", "spool", "drop", &id]).exits(0).stderr, "dropped 2 samples\n");
    assert_eq!(link.shop.line("metric spool drop --all").exits(0).stderr, "dropped 1 sample\n");
    assert_eq!(link.shop.line("metric spool list").exits(0).stderr, "no waiting payloads\n");
    let none = Place::new();
    none.write("tillwatch.toml", "version = 1\n");
    assert!(none.line("metric spool flush").exits(2).stderr.contains("[push] names no receiver"));
}

#[test]
fn a_heartbeat_waits_like_a_metric_and_is_known_again() {
    let link = Link::new("[[stores]]\nid = \"1\"\nname = \"x\"\n");
    link.answers(503);
    let beat = "--now 2025-10-24T10:15:30Z --commit heartbeat send --app-version 1.0.0";
    let _ = link.shop.line(beat).exits(3);
    assert_eq!(waiting(&link.shop), ["heartbeat|1"]);
    link.answers(200);
    let _ = link.shop.line("metric spool flush").exits(0);
    let requests = link.receiver.requests();
    let (first, sent) = (&requests[0], &requests[1]);
    assert_eq!(
        (sent.path.as_str(), sent.json()),
        (
            "/api/monitoring/heartbeat",
            json!({ "store_id": "1", "timestamp": "2025-10-24T10:15:30.000Z", "app_version": "1.0.0" }),
        )
    );
    assert!(sent.header("idempotency-key").is_some_and(|key| key.len() == 32));
    assert_eq!(sent.header("idempotency-key"), first.header("idempotency-key"));
}

#[test]
fn a_web_page_is_no_yes_and_everything_waits() {
    let hook = Hook::start();
    hook.answer(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>",
    );
    let shop = project(&hook.url, "");
    let ran = push(&shop, &["a"]).exits(3);
    assert!(ran.stderr.contains("the answer is a web page"), "{}", ran.stderr);
    assert_eq!(waiting(&shop), ["metric|1"]);
    let ran = shop.line("heartbeat send --store 1").exits(3);
    assert!(ran.stderr.contains("the answer is a web page"), "{}", ran.stderr);
}
