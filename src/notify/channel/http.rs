//! What HTTP channels share: one POST, and what its answer means. No error shows a secret or a URL.

use jiff::SignedDuration;
use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::Value;

use super::{Context, SendError};
use crate::config::HttpUrl;
use crate::net::Concealed;
use crate::net::{request_reason, retry_after};

/// The most of an answer that is read.
const ANSWER: usize = 64 * 1024;
/// The most of an answer that an error shows.
const SHOWN: usize = 200;

/// An answer, whatever it says.
pub(super) struct Answer {
    pub status: StatusCode,
    pub body: String,
    /// Whether the body arrived to its end.
    whole: bool,
    retry_after: Option<SignedDuration>,
    concealed: Concealed,
}

/// An address below a base URL, which may be set, or else the vendor's own.
pub(super) fn below(base: Option<&HttpUrl>, vendor: &str, path: &str) -> String {
    let base = base.map_or(vendor, |base| base.url().as_str());
    format!("{}/{path}", base.trim_end_matches('/'))
}

/// Sends a request under the message's idempotency key and reads the answer.
pub(super) async fn post(
    client: &Client,
    request: RequestBuilder,
    key: &str,
    concealed: Concealed,
    context: &Context,
) -> Result<Answer, SendError> {
    let broken = |error: reqwest::Error, concealed: &Concealed| {
        SendError::temporary(concealed.hide(&request_reason(&error.without_url())))
    };
    let request = request.header("Idempotency-Key", key).build();
    let request = request.map_err(|error| {
        SendError::Permanent(concealed.hide(&format!("the request cannot be made: {}", error.without_url())))
    })?;
    let concealed = concealed.credentials(&request);
    let mut response = client.execute(request).await.map_err(|error| broken(error, &concealed))?;
    let status = response.status();
    let retry_after = retry_after(response.headers(), context.now);
    let (mut body, mut whole) = (Vec::new(), true);
    while body.len() < ANSWER {
        match response.chunk().await {
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Ok(None) => break,
            Err(_) => {
                whole = false;
                break;
            }
        }
    }
    let body = String::from_utf8_lossy(&body).into_owned();
    Ok(Answer { status, body, whole, retry_after, concealed })
}

impl Answer {
    /// The answer if it is 2xx. 408, 425, 429 and 5xx are worth another attempt, all others are final.
    pub(super) fn success(self) -> Result<Self, SendError> {
        if self.status.is_success() { Ok(self) } else { Err(self.failure("", self.is_temporary())) }
    }

    /// Whether a status asks for another attempt.
    pub(super) fn is_temporary(&self) -> bool {
        self.status.is_server_error() || matches!(self.status.as_u16(), 408 | 425 | 429)
    }

    /// The body as JSON, if it arrived whole and is.
    pub(super) fn json(&self) -> Option<Value> {
        if self.whole { serde_json::from_str(&self.body).ok() } else { None }
    }

    /// An error of this answer. `what` stands before the beginning of what was said.
    pub(super) fn failure(&self, what: &str, is_temporary: bool) -> SendError {
        let said = self.concealed.hide(&self.body);
        let said: String = said.trim().lines().next().unwrap_or_default().chars().take(SHOWN).collect();
        let said = if self.whole { said } else { format!("{said} (and the connection broke)") };
        let parts = [format!("answered {}", self.status), what.to_owned(), said];
        let reason = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
        if is_temporary {
            SendError::Temporary { reason, retry_after: self.retry_after }
        } else {
            SendError::Permanent(reason)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stands_below_its_base() {
        let base: HttpUrl = "http://127.0.0.1:9/x/".parse().unwrap();
        assert_eq!(below(Some(&base), "https://vendor", "v2/enqueue"), "http://127.0.0.1:9/x/v2/enqueue");
        assert_eq!(below(None, "https://vendor", "v2/enqueue"), "https://vendor/v2/enqueue");
    }
}
