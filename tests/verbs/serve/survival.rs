//! A receiver that is killed under load, and one that is stopped: what was answered is there, and nothing is twice.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::json;

use super::{Server, open, rows};

const CLIENTS: usize = 4;
const KILLS: usize = 12;

/// What is sent under one number: a metric, a heartbeat or a log line, told from others by nothing but its key.
fn request(number: usize) -> Vec<u8> {
    let (what, body) = match number % 3 {
        0 => ("metric", json!({ "metric_name": "load", "value": number, "timestamp": number })),
        1 => ("heartbeat", json!({ "store_id": number })),
        _ => ("logs", json!({ "logs": [number.to_string()], "ids": [number] })),
    };
    let body = body.to_string();
    format!(
        "POST /api/monitoring/{what} HTTP/1.1\r\nHost: x\r\nIdempotency-Key: {number}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// Sends one, and reads what it is answered; `None` where the receiver is gone.
fn exchange(stream: &mut TcpStream, number: usize) -> Option<u16> {
    stream.write_all(&request(number)).ok()?;
    let mut answer = Vec::new();
    let mut buffer = [0; 1024];
    while !answer.ends_with(b"}") {
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return None,
            Ok(read) => answer.extend_from_slice(&buffer[..read]),
        }
    }
    std::str::from_utf8(&answer[9..12]).ok()?.parse().ok()
}

/// Sends numbers until the receiver is gone: those that were answered, and the one that was not.
fn client(address: SocketAddr, numbers: &AtomicUsize, answered: &AtomicUsize) -> (Vec<usize>, Option<usize>) {
    let mut taken = Vec::new();
    let Ok(mut stream) = TcpStream::connect(address) else { return (taken, None) };
    loop {
        let number = numbers.fetch_add(1, Ordering::Relaxed);
        match exchange(&mut stream, number) {
            Some(status) => assert_eq!(status, 200),
            None => return (taken, Some(number)),
        }
        taken.push(number);
        answered.fetch_add(1, Ordering::Relaxed);
    }
}

#[test]
fn whatever_was_answered_survives_a_kill_at_any_point_and_a_repeat_makes_nothing_twice() {
    let (place, mut server) = open("");
    let (numbers, mut taken, mut open_ends) = (AtomicUsize::new(0), Vec::new(), Vec::new());
    for kill in 0..KILLS {
        let answered = AtomicUsize::new(0);
        thread::scope(|scope| {
            let (numbers, answered, address) = (&numbers, &answered, server.address);
            let clients: Vec<_> =
                (0..CLIENTS).map(|_| scope.spawn(move || client(address, numbers, answered))).collect();
            // Somewhere in the load, at another point each time.
            while answered.load(Ordering::Relaxed) < 5 + 17 * kill {
                thread::yield_now();
            }
            server.signal("-KILL");
            for client in clients {
                let (answered, unanswered) = client.join().unwrap();
                taken.extend(answered);
                open_ends.extend(unanswered);
            }
        });
        server = Server::start(&place, &[]);
    }
    let stored = |table: &str, number: &str, file: &str| {
        let sql = format!("SELECT {number}, COUNT(*) FROM {table} GROUP BY 1 ORDER BY 1");
        rows(&place, file, &sql)
    };
    let all = || -> Vec<usize> {
        let kinds = [
            stored("samples", "CAST(value AS INTEGER)", "tillwatch.db"),
            stored("heartbeats", "CAST(store_id AS INTEGER)", "tillwatch.db"),
            stored("logs", "CAST(body AS INTEGER)", "tillwatch-logs.db"),
        ];
        let once = |row: &String| row.strip_suffix("|1").unwrap_or_else(|| panic!("{row}")).parse().unwrap();
        let mut all: Vec<usize> = kinds.iter().flatten().map(once).collect();
        all.sort_unstable();
        all
    };
    let found = all();
    let lost: Vec<_> = taken.iter().filter(|number| found.binary_search(number).is_err()).collect();
    assert!(lost.is_empty(), "answered and not there: {lost:?}");
    assert!(open_ends.len() >= KILLS, "the kills came in the middle: {open_ends:?}");
    // Senders repeat what was not answered.
    let mut stream = TcpStream::connect(server.address).unwrap();
    for number in &open_ends {
        assert_eq!(exchange(&mut stream, *number), Some(200));
    }
    let mut sent = [taken, open_ends].concat();
    sent.sort_unstable();
    assert_eq!(all(), sent);
}

#[test]
fn a_receiver_that_is_stopped_under_load_answers_what_it_has_begun_and_has_stored_it() {
    let (place, server) = open("");
    let (numbers, answered) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let taken: Vec<usize> = thread::scope(|scope| {
        let (numbers, answered, address) = (&numbers, &answered, server.address);
        let clients: Vec<_> =
            (0..CLIENTS).map(|_| scope.spawn(move || client(address, numbers, answered))).collect();
        while answered.load(Ordering::Relaxed) < 50 {
            thread::yield_now();
        }
        server.signal("-TERM");
        clients.into_iter().flat_map(|client| client.join().unwrap().0).collect()
    });
    assert_eq!(server.ended(), Some(0));
    let count = |file: &str, sql: &str| rows(&place, file, sql)[0].parse::<usize>().unwrap();
    let stored =
        count("tillwatch.db", "SELECT (SELECT COUNT(*) FROM samples) + (SELECT COUNT(*) FROM heartbeats)")
            + count("tillwatch-logs.db", "SELECT COUNT(*) FROM logs");
    assert_eq!(stored, taken.len(), "nothing is stored that was not answered, either");
}
