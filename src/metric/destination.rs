//! Where samples go: a receiver's `POST /api/monitoring/metric`, or the own database.

use jiff::Timestamp;
use reqwest::{Client, Response, Url};
use serde_json::{Value, json};

use crate::db::{Database, DbError};
use crate::ingest::{Sample, store_samples};
use crate::net::request_reason;
use crate::time::TimestampFormat;

const ENDPOINT: &str = "/api/monitoring/metric";

/// How much of a refusal is shown.
const SHOWN: usize = 200;

/// A receiver and what it asks for.
#[derive(Debug)]
pub(crate) struct Receiver {
    url: Url,
    token: Option<String>,
}

/// What stopped a push. Everything from `sent` on did not arrive for certain.
#[derive(Debug)]
pub(crate) struct Unsent {
    pub sent: usize,
    pub reason: String,
}

impl Receiver {
    /// `url` is its base address, or the endpoint's own.
    pub(crate) fn new(url: &str, token: Option<String>) -> Result<Self, String> {
        let base = url.trim_end_matches('/');
        let whole = if base.ends_with(ENDPOINT) { base.to_owned() } else { format!("{base}{ENDPOINT}") };
        let url = Url::parse(&whole).map_err(|error| error.to_string())?;
        match url.scheme() {
            "http" | "https" => Ok(Self { url, token }),
            scheme => Err(format!("{scheme} is not http or https")),
        }
    }

    /// Sends samples in order, one a request, and stops at the first that is not taken.
    ///
    /// A sample that is sent again changes nothing, since each carries its instant: run again after a failure.
    pub(crate) async fn send(&self, client: &Client, samples: &[Sample]) -> Result<(), Unsent> {
        for (sent, sample) in samples.iter().enumerate() {
            let mut request = client.post(self.url.clone()).json(&body(sample));
            if let Some(token) = &self.token {
                request = request.bearer_auth(token);
            }
            let taken = match request.send().await {
                Ok(response) if response.status().is_success() => Ok(()),
                Ok(response) => Err(refusal(response).await),
                Err(error) => Err(request_reason(&error)),
            };
            taken.map_err(|reason| Unsent { sent, reason })?;
        }
        Ok(())
    }
}

/// Keeps samples in the own database, all or none.
pub(crate) fn keep(
    database: &Database,
    samples: &[Sample],
    store_label: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    database.write(|session| store_samples(session, samples, store_label, None, now).map(drop))
}

/// The monitoring plan's request.
fn body(sample: &Sample) -> Value {
    json!({
        "metric_name": sample.name.as_str(),
        "value": sample.value,
        "tags": sample.labels,
        "timestamp": TimestampFormat::Iso8601.text(sample.at),
    })
}

/// `HTTP 403 Forbidden: this token is store 1's, …`.
async fn refusal(response: Response) -> String {
    let status = response.status();
    let text = response.text().await.unwrap_or_default();
    let said = serde_json::from_str::<Value>(&text).ok();
    let said = said.as_ref().and_then(|said| said["error"].as_str()).unwrap_or(text.trim());
    let said: String = said.chars().take(SHOWN).collect();
    if said.is_empty() { format!("HTTP {status}") } else { format!("HTTP {status}: {said}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("http://monitor:8086", Ok("http://monitor:8086/api/monitoring/metric"))]
    #[case("http://monitor/base/", Ok("http://monitor/base/api/monitoring/metric"))]
    #[case("http://monitor/api/monitoring/metric", Ok("http://monitor/api/monitoring/metric"))]
    #[case("ftp://monitor", Err("ftp is not http or https"))]
    #[case("monitor", Err("relative URL without a base"))]
    fn the_endpoint_is_found_from_the_base(#[case] url: &str, #[case] expected: Result<&str, &str>) {
        let receiver = Receiver::new(url, None).map(|receiver| receiver.url.to_string());
        assert_eq!(receiver.as_deref(), expected.map_err(str::to_owned).as_deref());
    }
}
