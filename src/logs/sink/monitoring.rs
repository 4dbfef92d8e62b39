//! The seeds' `POST /api/monitoring/logs`, with ids beside the lines.

use std::cell::RefCell;
use std::io;
use std::path::Path;

use jiff::Timestamp;
use serde::Serialize;
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;

use super::{Limits, Reply, Sink};
use crate::logs::batch::batch_id;
use crate::logs::record::Record;
use crate::net::{self, NetError};
use crate::time::{Duration, TimestampFormat};

const PATH: &str = "/api/monitoring/logs";
/// Receivers commonly refuse bodies beyond 100 kB.
pub(super) const LIMITS: Limits = Limits { body: 90 * 1024, records: 1000 };
/// How much of a refusal's body is repeated in messages.
const REASON: usize = 200;

/// A receiver of the seeds' logs endpoint.
pub(crate) struct MonitoringSink {
    url: String,
    client: reqwest::Client,
    runtime: Runtime,
    /// Ends when the process is asked to stop.
    stop: RefCell<JoinHandle<()>>,
    token: Option<String>,
    store: Option<String>,
    now: Timestamp,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    store_id: Option<&'a str>,
    logs: Vec<&'a str>,
    ids: Vec<&'a str>,
    batch_id: &'a str,
    timestamp: String,
}

impl MonitoringSink {
    /// `url` is the receiver's base address; `now` is what batches say about when they were sent.
    pub(crate) fn new(
        url: &str,
        timeout: Duration,
        ca_file: Option<&Path>,
        now: Timestamp,
    ) -> Result<Self, NetError> {
        let runtime = net::runtime().map_err(|error: io::Error| NetError::Client(error.to_string()))?;
        let stop = RefCell::new(runtime.spawn(net::interrupted()));
        let (url, client) =
            (format!("{}{PATH}", url.trim_end_matches('/')), net::http_client(timeout, ca_file)?);
        Ok(Self { url, client, runtime, stop, token: None, store: None, now })
    }

    /// Sends as this store, with its token.
    pub(crate) fn authorized(self, store: Option<String>, token: Option<String>) -> Self {
        Self { token, store, ..self }
    }

    async fn post(&self, body: String, batch: &str) -> Result<(u16, String), reqwest::Error> {
        let request = self.client.post(&self.url).header("Content-Type", "application/json");
        let request = request.header("Idempotency-Key", batch).body(body);
        let request = match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let response = request.send().await?;
        // A reply that breaks off is none: what it was going to say is not known.
        Ok((response.status().as_u16(), response.text().await?))
    }
}

impl Sink for MonitoringSink {
    fn limits(&self) -> Limits {
        LIMITS
    }

    fn send(&self, records: &[Record]) -> Reply {
        let batch = batch_id(records);
        let body = Body {
            store_id: self.store.as_deref(),
            logs: records.iter().map(|record| record.text.as_str()).collect(),
            ids: records.iter().map(|record| record.id.as_str()).collect(),
            batch_id: &batch,
            timestamp: TimestampFormat::Iso8601.text(self.now),
        };
        let body = match serde_json::to_string(&body) {
            Ok(body) => body,
            Err(error) => return Reply::Unable(error.to_string()),
        };
        let mut stop = self.stop.borrow_mut();
        let answer = self.runtime.block_on(async {
            tokio::select! {
                biased;
                _ = &mut *stop => None,
                answer = self.post(body, &batch) => Some(answer),
            }
        });
        match answer {
            None => Reply::Interrupted,
            Some(Ok((status, text))) => reply(status, &text),
            Some(Err(error)) => {
                let reason = net::request_reason(&error);
                Reply::Unable(format!("{}: {reason}", net::redact_url(&self.url)))
            }
        }
    }
}

/// What a status means. Only the body can be at fault for 400, 413 and 422; all else is the receiver or the way to it.
fn reply(status: u16, body: &str) -> Reply {
    let said: String = body.trim().chars().take(REASON).collect();
    let reason = if said.is_empty() { format!("HTTP {status}") } else { format!("HTTP {status}: {said}") };
    match status {
        200..=299 => Reply::Taken,
        413 => Reply::TooLarge(reason),
        400 | 422 => Reply::Refused(reason),
        _ => Reply::Unable(reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(200, "", Reply::Taken)]
    #[case(202, "{}", Reply::Taken)]
    #[case(302, "", Reply::Unable("HTTP 302".into()))]
    #[case(401, "no token\n", Reply::Unable("HTTP 401: no token".into()))]
    #[case(413, "", Reply::TooLarge("HTTP 413".into()))]
    #[case(422, "", Reply::Refused("HTTP 422".into()))]
    #[case(429, "", Reply::Unable("HTTP 429".into()))]
    #[case(503, "", Reply::Unable("HTTP 503".into()))]
    fn a_status_says_whose_fault_it_is(#[case] status: u16, #[case] body: &str, #[case] expected: Reply) {
        assert_eq!(reply(status, body), expected);
    }
}
