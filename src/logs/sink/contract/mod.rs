//! What every sink must hold, by the real way of sending, against servers that do as they are told: the payload
//! ([`golden`]), answers and failures ([`failures`]), secrets ([`secrets`]), and what the limits promise ([`limits`]).

mod failures;
mod golden;
mod kept;
mod limits;
mod secrets;

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::*;
use crate::logs::checkpoint::Cursor;
use crate::logs::record::Changes;
use crate::net::{hook, response};
use crate::time::Duration;
use hook::Hook;

const SECRET: &str = "s3cr3t-token";

/// Every kind that speaks HTTP, with what its receiver answers to two records when all is well.
const HTTP: [(&str, &str); 4] = [
    ("monitoring", "200 OK|{\"status\":\"ok\"}"),
    ("tillwatch", "200 OK|{\"status\":\"ok\",\"accepted\":2,\"new\":2}"),
    ("loki", "204 No Content|"),
    (
        "elasticsearch",
        r#"200 OK|{"errors":false,"items":[{"create":{"status":201}},{"create":{"status":201}}]}"#,
    ),
];

/// A sink of each kind.
struct Bench<'a> {
    url: &'a str,
    credentials: Option<Credentials>,
    gzip: bool,
    rate: Option<u64>,
    timeout: Duration,
}

impl<'a> Bench<'a> {
    fn new(url: &'a str) -> Self {
        let credentials = Some(Credentials::Bearer(SECRET.into()));
        Self { url, credentials, gzip: false, rate: None, timeout: Duration::from_secs(20) }
    }

    fn sink(&self, kind: &str) -> Box<dyn Sink> {
        let http = Http::new(Connection {
            url: self.url,
            credentials: self.credentials.clone(),
            ca_file: None,
            timeout: self.timeout,
            gzip: self.gzip,
            rate: self.rate,
            now: at("2025-10-24T10:05:00Z"),
        });
        let (http, store) = (http.unwrap(), Some("3".to_owned()));
        match kind {
            "monitoring" => Box::new(MonitoringSink::new(http, store)),
            "tillwatch" => Box::new(MonitoringSink::tillwatch(http, store)),
            "loki" => {
                let labels = [("service", "cashier"), ("store_id", "3")];
                let labels: BTreeMap<_, _> =
                    labels.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
                Box::new(LokiSink::new(http, labels, true).tenant(Some("shops".into())))
            }
            "elasticsearch" => Box::new(ElasticsearchSink::new(http, "logs-shop", store)),
            other => panic!("{other}"),
        }
    }
}

/// A server that answers as the short form says: `STATUS|BODY` or `STATUS|HEADER|BODY`.
fn server(short: &str) -> Hook {
    let hook = Hook::start();
    hook.answer(&response(short));
    hook
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn record(id: &str, text: &str) -> Record {
    Record {
        id: id.into(),
        text: text.into(),
        at: at("2025-10-24T10:00:00.123456789Z"),
        timed: true,
        level: None,
        event: None,
        start: Cursor::default(),
        end: Cursor { position: 9, line: 1 },
        changes: Changes::default(),
    }
}

/// Two records of all that there is: the second was written before the first, and tells nothing of itself.
fn two() -> [Record; 2] {
    let first = Record {
        level: Some("error".into()),
        event: Some("сбой".into()),
        ..record("0a", "{\"level\":\"error\",\"event\":\"сбой\",\"q\":\"\\u0007\"}")
    };
    let second =
        Record { at: at("2025-10-24T09:59:59Z"), timed: false, ..record("0b", "plain\t\"\\ \u{1} 🔥") };
    [first, second]
}
