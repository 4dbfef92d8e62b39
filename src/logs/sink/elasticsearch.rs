//! The bulk API of Elasticsearch and `OpenSearch`:
//! <https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk>,
//! <https://docs.opensearch.org/latest/api-reference/document-apis/bulk/>.
//!
//! Every line is created under its own id: a repeat is answered with 409, and is there already.

use serde::Deserialize;

use super::answer::Answer;
use super::http::Http;
use super::{Limits, Reply, Sink, json};
use crate::logs::batch::batch_id;
use crate::logs::record::Record;

/// What stands around a record's text: its id, its time, and the names of all fields.
const FRAME: usize = 192;
/// Of an answer, what tells whether a line was taken.
const WANTED: &str = "filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason";

/// An index or data stream of an Elasticsearch or `OpenSearch`.
pub(crate) struct ElasticsearchSink {
    http: Http,
    path: String,
    store: Option<String>,
}

#[derive(Deserialize)]
struct Verdict {
    items: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    create: Outcome,
}

#[derive(Deserialize)]
struct Outcome {
    status: u16,
    error: Option<Error>,
}

#[derive(Default, Deserialize)]
struct Error {
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    reason: String,
}

impl ElasticsearchSink {
    pub(crate) fn limits_for(store: Option<&str>) -> Limits {
        Limits { body: 1 << 20, records: 10_000, frame: FRAME + store.map_or(0, str::len) }
    }

    pub(crate) fn new(http: Http, index: &str, store: Option<String>) -> Self {
        Self { http, path: format!("/{index}/_bulk?{WANTED}"), store }
    }

    fn body(&self, records: &[Record]) -> Vec<u8> {
        let mut body = Vec::with_capacity(self.limits().body);
        for record in records {
            body.extend_from_slice(b"{\"create\":{");
            json::field(&mut body, "_id", &record.id);
            body.extend_from_slice(b"}}\n{");
            json::field(&mut body, "@timestamp", &json::time(record.at));
            body.push(b',');
            json::field(&mut body, "message", &record.text);
            if let Some(store) = &self.store {
                body.push(b',');
                json::field(&mut body, "store_id", store);
            }
            json::level_and_event(&mut body, record);
            body.extend_from_slice(if record.timed { b"}\n" } else { b",\"observed\":true}\n" });
        }
        body
    }
}

impl Sink for ElasticsearchSink {
    fn limits(&self) -> Limits {
        Self::limits_for(self.store.as_deref())
    }

    fn send(&self, records: &[Record]) -> Reply {
        let batch = batch_id(records);
        let headers = [("Idempotency-Key", batch.as_str())];
        match self.http.post(&self.path, "application/x-ndjson", &headers, self.body(records)) {
            Ok(answer) if answer.is_success() => verdict(&answer, records.len()),
            Ok(answer) => answer.reply(),
            Err(reply) => reply,
        }
    }
}

/// A success says only that each line was judged.
fn verdict(answer: &Answer, records: usize) -> Reply {
    let items = match serde_json::from_str::<Verdict>(&answer.body) {
        Ok(verdict) if verdict.items.len() == records => verdict.items,
        Ok(verdict) => {
            return Reply::Unable(format!("{records} lines were sent, and {} judged", verdict.items.len()));
        }
        Err(_) => return Reply::Unable("the answer is none of a bulk request".into()),
    };
    let mut never = Vec::new();
    for (index, Item { create }) in items.into_iter().enumerate() {
        match create.status {
            // 409: an earlier run brought it, and did not hear of it.
            200..=299 | 409 => {}
            // The line is not at fault for an index that is missing, closed, forbidden or full, or a node that is busy.
            401 | 403 | 404 | 408 | 429 | 500.. => return Reply::Unable(said(create)),
            _ => never.push((index, said(create))),
        }
    }
    if never.is_empty() { Reply::Taken } else { Reply::Partly(never) }
}

fn said(outcome: Outcome) -> String {
    let Error { kind, reason } = outcome.error.unwrap_or_default();
    format!("status {} {kind}: {reason}", outcome.status)
}
