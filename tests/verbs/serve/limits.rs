//! How much is taken: series, requests, what waits, and what the disk holds.

use std::io::Write as _;
use std::net::TcpStream;

use flate2::Compression;
use flate2::write::GzEncoder;
use rusqlite::Connection;
use serde_json::{Value, json};

use super::{Server, open, rows};
use crate::support::Place;

fn with(serve: &str) -> (Place, Server) {
    let place = Place::new();
    place.write("tillwatch.toml", &format!("version = 1\n[serve]\nallow_anonymous = true\n{serve}\n"));
    let server = Server::start(&place, &[]);
    (place, server)
}

fn metric(name: &str, store: i32) -> Value {
    json!({ "metric_name": name, "value": 1, "tags": { "store_id": store } })
}

#[test]
fn a_store_that_sends_too_many_series_holds_up_neither_its_known_ones_nor_other_stores() {
    let (_place, server) = with("max_series = 3\nmax_series_per_store = 2");
    let _ = server.post("metric", None, &json!([metric("a", 1), metric("b", 1)])).is(200);
    let refused = server.post("metric", None, &metric("c", 1)).is(422);
    assert_eq!(refused["error"], "store 1 has 2 series already, and c would be another");
    let _ = server.post("metric", None, &metric("a", 1)).is(200);
    let answer = server.post("metric", None, &json!([metric("a", 2), metric("b", 3)])).is(200);
    assert_eq!(answer["items"][0]["error"], "there are 3 series already, and b would be another");
}

#[test]
fn who_comes_too_often_hears_when_to_come_again() {
    let (_place, server) = with("rate = { requests = 2, per = \"1h\" }");
    let beat = json!({ "store_id": 1 });
    for status in [200, 200, 429] {
        let answer = server.post("heartbeat", None, &beat);
        assert_eq!(answer.status, status, "{}", answer.body);
        assert_eq!(answer.head.contains("\r\nretry-after: 1800"), status == 429, "{}", answer.head);
    }
    let _ = server.get("/api/health").is(200);
}

#[test]
fn what_cannot_wait_any_more_is_told_to_come_again_at_once() {
    let (place, server) = with("max_waiting = 1024");
    let holder = Connection::open(place.path("tillwatch.db")).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    std::thread::scope(|scope| {
        let beat = |store: i32| server.post("heartbeat", None, &json!({ "store_id": store }));
        // Of two one waits for the database; whichever comes second need not.
        let both = [scope.spawn(move || beat(1)), scope.spawn(move || beat(2))];
        let refused = loop {
            if let Some(done) = both.iter().position(std::thread::ScopedJoinHandle::is_finished) {
                break done;
            }
            std::thread::yield_now();
        };
        holder.execute_batch("ROLLBACK").unwrap();
        let [one, other] = both.map(|sending| sending.join().unwrap());
        let (refused, taken) = if refused == 0 { (one, other) } else { (other, one) };
        assert!(refused.head.contains("\r\nretry-after: 1\r"), "{}", refused.head);
        assert!(refused.is(503)["error"].as_str().unwrap().contains("wait to be written"));
        let _ = taken.is(200);
    });
    // The logs have a queue of their own, and what was given up is free again.
    let _ = server.post("heartbeat", None, &json!({ "store_id": 3 })).is(200);
    assert_eq!(rows(&place, "tillwatch.db", "SELECT COUNT(*) FROM heartbeats"), ["2"]);
}

fn packed(body: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(body).unwrap();
    packed.finish().unwrap()
}

#[test]
fn a_packed_body_is_taken_on_every_endpoint_and_counts_as_long_as_it_is_unpacked() {
    let (place, server) = open("");
    let send = |what: &str, coding: &str, body: &[u8]| {
        let coding = format!("Content-Encoding: {coding}");
        server.send("POST", &format!("/api/monitoring/{what}"), &[&coding], body)
    };
    for (what, body) in [
        ("heartbeat", json!({ "store_id": 1 })),
        ("metric", metric("a", 1)),
        ("logs", json!({ "logs": ["x".repeat(3000)] })),
    ] {
        let body = packed(body.to_string().as_bytes());
        let _ = send(what, "gzip", &body).is(200);
        assert!(send(what, "gzip", &body[..body.len() / 2]).is(400)["error"].to_string().contains("gzip"));
        let _ = send(what, "gzip", b"{}").is(400);
        let other = send(what, "br", &body);
        assert!(other.head.contains("accept-encoding: gzip"), "{}", other.head);
        assert!(other.is(415)["error"].to_string().contains("gzip"));
    }
    let bomb = packed(&vec![b' '; 2 << 20]);
    assert!(bomb.len() < 4096, "{}", bomb.len());
    assert_eq!(send("logs", "gzip", &bomb).is(413)["error"], "the body is larger than 4096 bytes");
    assert_eq!(server.send("POST", "/ack/x", &["Content-Encoding: br"], b"x").is(415)["status"], "error");
    assert_eq!(rows(&place, "tillwatch-logs.db", "SELECT COUNT(*) FROM logs"), ["1"]);
}

#[test]
fn a_disk_that_is_nearly_full_takes_heartbeats_and_nothing_else() {
    let (_place, server) = with(&format!("min_free = {}", i64::MAX));
    for (what, body) in [("metric", metric("a", 1)), ("logs", json!({ "logs": ["x"] }))] {
        let answer = server.post(what, None, &body);
        assert!(answer.head.contains("\r\nretry-after: 60"), "{}", answer.head);
        assert_eq!(answer.is(503)["error"], "the disk is nearly full; nothing was stored");
    }
    let _ = server.post("heartbeat", None, &json!({ "store_id": 1 })).is(200);
}

#[test]
fn many_clients_at_once_are_all_answered_and_all_is_stored_once() {
    let (place, server) = open("");
    std::thread::scope(|scope| {
        for client in 0..32 {
            let server = &server;
            scope.spawn(move || {
                for number in 0..20 {
                    let at = format!("2025-10-24T10:00:{number:02}Z");
                    let metric = json!({ "metric_name": "x", "value": number, "timestamp": at, "tags": { "store_id": client } });
                    let _ = server.post("metric", None, &metric).is(200);
                    let _ = server.post("logs", None, &json!({ "store_id": client, "logs": [number.to_string()], "timestamp": at })).is(200);
                }
            });
        }
    });
    assert_eq!(
        rows(&place, "tillwatch.db", "SELECT COUNT(*), COUNT(DISTINCT series), SUM(value) FROM samples"),
        ["640|32|6080"]
    );
    assert_eq!(rows(&place, "tillwatch-logs.db", "SELECT COUNT(*) FROM logs"), ["640"]);
}

#[test]
fn a_client_that_hangs_up_in_the_middle_disturbs_nobody() {
    let (_place, server) = open("");
    for head in
        ["POST /api/mon", "POST /api/monitoring/metric HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{"]
    {
        TcpStream::connect(server.address).unwrap().write_all(head.as_bytes()).unwrap();
    }
    let _ = server.post("heartbeat", None, &json!({ "store_id": 1 })).is(200);
}
