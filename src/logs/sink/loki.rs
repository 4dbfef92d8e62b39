//! Loki's push API, as JSON: <https://grafana.com/docs/loki/latest/reference/loki-http-api/#ingest-logs>.
//!
//! A stream is a set of labels and is kept apart, so labels are few and known beforehand. Loki keeps no ids, but takes a
//! line once that has the labels, the time and the text of one before. Of a batch that it answers with 400 it keeps
//! whatever it could: sending the parts again changes nothing.

use std::collections::BTreeMap;

use super::http::Http;
use super::{Limits, Reply, Sink, json};
use crate::logs::batch::batch_id;
use crate::logs::record::Record;

const PATH: &str = "/loki/api/v1/push";
/// `["1732190690123000000",""],`
const FRAME: usize = 27;

/// A level is a label if it is one of these: what a log may say else would make streams without end.
const LEVELS: [&str; 14] = [
    "trace",
    "verbose",
    "debug",
    "info",
    "information",
    "notice",
    "warn",
    "warning",
    "error",
    "err",
    "critical",
    "fatal",
    "alert",
    "security",
];

/// A Loki.
pub(crate) struct LokiSink {
    http: Http,
    tenant: Option<String>,
    /// Those of every line.
    labels: BTreeMap<String, String>,
    /// Whether a line's level is a label too.
    by_level: bool,
}

impl LokiSink {
    /// Well below 1 MiB: what streams' labels take comes on top.
    pub(crate) const LIMITS: Limits = Limits { body: 1_000_000, records: 10_000, frame: FRAME };

    pub(crate) fn new(http: Http, labels: BTreeMap<String, String>, by_level: bool) -> Self {
        Self { http, tenant: None, labels, by_level }
    }

    /// Sends as one of several tenants.
    pub(crate) fn tenant(self, tenant: Option<String>) -> Self {
        Self { tenant, ..self }
    }

    fn body(&self, records: &[Record]) -> Vec<u8> {
        let mut streams: BTreeMap<Option<&str>, Vec<&Record>> = BTreeMap::new();
        for record in records {
            let level = record.level.as_deref().filter(|level| self.by_level && LEVELS.contains(level));
            streams.entry(level).or_default().push(record);
        }
        let mut body = Vec::with_capacity(Self::LIMITS.body);
        body.extend_from_slice(b"{\"streams\":[");
        json::list(&mut body, streams, |body, (level, mut records)| {
            body.extend_from_slice(b"{\"stream\":{");
            let level = level.map(|level| ("level", level));
            let labels = self.labels.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            json::list(body, labels.chain(level), |body, (name, value)| json::field(body, name, value));
            body.extend_from_slice(b"},\"values\":[");
            // Loki wants them in order; of one instant they stay as they stand in the file.
            records.sort_by_key(|record| record.at);
            json::list(body, records, value);
            body.extend_from_slice(b"]}");
        });
        body.extend_from_slice(b"]}");
        body
    }
}

/// Nanoseconds since 1970, as text, and the line.
fn value(body: &mut Vec<u8>, record: &Record) {
    body.extend_from_slice(b"[\"");
    body.extend_from_slice(record.at.as_nanosecond().to_string().as_bytes());
    body.extend_from_slice(b"\",");
    json::string(body, &record.text);
    body.push(b']');
}

impl Sink for LokiSink {
    fn limits(&self) -> Limits {
        Self::LIMITS
    }

    fn send(&self, records: &[Record]) -> Reply {
        let batch = batch_id(records);
        let mut headers = vec![("Idempotency-Key", batch.as_str())];
        headers.extend(self.tenant.as_deref().map(|tenant| ("X-Scope-OrgID", tenant)));
        match self.http.post(PATH, "application/json", &headers, self.body(records)) {
            Ok(answer) => answer.reply(),
            Err(reply) => reply,
        }
    }
}
