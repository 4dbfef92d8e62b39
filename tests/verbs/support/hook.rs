//! A webhook receiver on loopback that remembers what it was sent.

use std::collections::{BTreeMap, VecDeque};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// One request as it arrived.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// Method and target: `POST /hook?a=b`.
    pub line: String,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Request {
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// Listens until the test ends.
pub(crate) struct Hook {
    pub url: String,
    seen: Arc<Mutex<Vec<Request>>>,
    answers: Arc<Mutex<VecDeque<String>>>,
}

impl Hook {
    /// Answers every request with 200.
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let well = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok".to_owned();
        let answers = Arc::new(Mutex::new(VecDeque::from([well])));
        let (requests, replies) = (Arc::clone(&seen), Arc::clone(&answers));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (requests, replies) = (Arc::clone(&requests), Arc::clone(&replies));
                thread::spawn(move || {
                    let mut stream = stream;
                    if let Some(request) = read(&stream) {
                        let reply = repeat(&next(&mut replies.lock().unwrap()), &request);
                        requests.lock().unwrap().push(request);
                        let _ = stream.write_all(reply.as_bytes());
                    }
                });
            }
        });
        Self { url, seen, answers }
    }

    /// From now on answers with this; an empty text hangs up. `{line}`, `{authorization}`, `{body}` and
    /// `{body-escaped}` repeat what was sent.
    pub(crate) fn answer(&self, text: &str) {
        self.answers(&[text]);
    }

    /// Answers with one after the other, and with the last one from then on.
    pub(crate) fn answers(&self, texts: &[&str]) {
        *self.answers.lock().unwrap() = texts.iter().map(|text| (*text).to_owned()).collect();
    }

    /// Everything that arrived so far.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.seen.lock().unwrap().clone()
    }
}

fn next(answers: &mut VecDeque<String>) -> String {
    if answers.len() > 1 { answers.pop_front() } else { answers.front().cloned() }.unwrap_or_default()
}

fn repeat(answer: &str, request: &Request) -> String {
    let body = String::from_utf8_lossy(&request.body);
    let authorization = request.headers.get("authorization").map(String::as_str).unwrap_or_default();
    answer
        .replace("{line}", &request.line)
        .replace("{authorization}", authorization)
        .replace("{body}", &body)
        .replace("{body-escaped}", &serde_json::Value::from(body.as_ref()).to_string())
}

fn read(stream: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    reader.read_line(&mut head).ok().filter(|read| *read > 0)?;
    let line = head.trim().trim_end_matches(" HTTP/1.1").to_owned();
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim().split_once(':') else { break };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Request { line, headers, body })
}
