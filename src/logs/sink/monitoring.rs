//! The seeds' `POST /api/monitoring/logs`, with ids beside the lines. Another tillwatch keeps the ids and what the entry's
//! settings read of each line, and may judge each line: `{"items": [{"index": 3, "error": "…"}]}`.

use serde::Deserialize;

use super::answer::Answer;
use super::http::Http;
use super::{Limits, Reply, Sink, json};
use crate::logs::batch::batch_id;
use crate::logs::record::Record;

const PATH: &str = "/api/monitoring/logs";
/// A record's quotes and comma, and its quoted id with a comma.
const FRAME: usize = 3 + 35;
/// Its quoted time, and `null` in place of level and event, each with a comma.
const TOLD: usize = 27 + 5 + 5;

/// A receiver of the seeds' logs endpoint.
pub(crate) struct MonitoringSink {
    http: Http,
    store: Option<String>,
    /// Whether the receiver is another tillwatch.
    is_own: bool,
}

/// What a receiver says of single lines.
#[derive(Default, Deserialize)]
struct Verdict {
    /// Another tillwatch says it of every batch, be all of it refused.
    accepted: Option<usize>,
    #[serde(default)]
    items: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    index: usize,
    error: String,
}

impl MonitoringSink {
    /// Receivers written for the endpoint commonly refuse bodies beyond 100 kB.
    pub(crate) const LIMITS: Limits = Limits { body: 90 * 1024, records: 1000, frame: FRAME };
    /// What another tillwatch takes unless it is set otherwise.
    pub(crate) const TILLWATCH: Limits = Limits { body: 1_000_000, records: 10_000, frame: FRAME + TOLD };

    /// Sends as this store.
    pub(crate) fn new(http: Http, store: Option<String>) -> Self {
        Self { http, store, is_own: false }
    }

    /// Sends as this store to another tillwatch.
    pub(crate) fn tillwatch(http: Http, store: Option<String>) -> Self {
        Self { is_own: true, ..Self::new(http, store) }
    }

    fn body(&self, records: &[Record], batch: &str) -> Vec<u8> {
        let mut body = Vec::with_capacity(self.limits().body);
        body.push(b'{');
        if let Some(store) = &self.store {
            json::field(&mut body, "store_id", store);
            body.push(b',');
        }
        body.extend_from_slice(b"\"logs\":[");
        json::list(&mut body, records, |body, record| json::string(body, &record.text));
        body.extend_from_slice(b"],\"ids\":[");
        json::list(&mut body, records, |body, record| json::string(body, &record.id));
        body.extend_from_slice(b"],");
        if self.is_own {
            told(&mut body, "times", records, |record| record.timed.then(|| json::time(record.at)));
            told(&mut body, "levels", records, |record| record.level.as_deref());
            told(&mut body, "events", records, |record| record.event.as_deref());
        }
        json::field(&mut body, "batch_id", batch);
        body.push(b',');
        json::field(&mut body, "timestamp", &json::time(self.http.now));
        body.push(b'}');
        body
    }
}

/// Appends what the records tell of themselves, where one of them does.
fn told<'r, T: AsRef<str>>(
    body: &mut Vec<u8>,
    name: &str,
    records: &'r [Record],
    of: impl Fn(&'r Record) -> Option<T>,
) {
    if records.iter().all(|record| of(record).is_none()) {
        return;
    }
    json::string(body, name);
    body.extend_from_slice(b":[");
    json::list(body, records, |body, record| match of(record) {
        Some(value) => json::string(body, value.as_ref()),
        None => body.extend_from_slice(b"null"),
    });
    body.extend_from_slice(b"],");
}

impl Sink for MonitoringSink {
    fn limits(&self) -> Limits {
        if self.is_own { Self::TILLWATCH } else { Self::LIMITS }
    }

    fn send(&self, records: &[Record]) -> Reply {
        let batch = batch_id(records);
        let body = self.body(records, &batch);
        match self.http.post(PATH, "application/json", &[("Idempotency-Key", &batch)], body) {
            Ok(answer) => self.verdict(&answer, records.len()),
            Err(reply) => reply,
        }
    }
}

impl MonitoringSink {
    /// Lines that were judged are no matter of the whole batch, be it a success or a refusal of every one.
    ///
    /// Another tillwatch accounts for every line: an answer that does not is somebody else's.
    fn verdict(&self, answer: &Answer, records: usize) -> Reply {
        let judged = answer.is_success() || answer.status == 400;
        let said = serde_json::from_str::<Verdict>(&answer.body).ok().filter(|_| judged);
        let Verdict { accepted, items } = said.unwrap_or_default();
        if self.is_own && answer.is_success() && accepted.map(|taken| taken + items.len()) != Some(records) {
            return Reply::Unable(format!("the answer is not that of a tillwatch: {}", answer.reason()));
        }
        if items.is_empty() || (!answer.is_success() && items.len() < records) {
            return answer.reply();
        }
        Reply::Partly(items.into_iter().map(|item| (item.index, item.error)).collect())
    }
}
