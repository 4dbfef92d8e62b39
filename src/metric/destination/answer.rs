//! What an answer means.

use jiff::{SignedDuration, Timestamp};
use reqwest::RequestBuilder;
use serde_json::Value;

use super::Unable;
use crate::net::{request_reason, retry_after};

/// How much of a refusal is shown.
const SHOWN: usize = 200;
/// Nobody is left alone for longer than this.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);

/// An answer that is final.
pub(super) enum Said {
    /// With the answer's body.
    Taken(String),
    /// It will never take this request as it is.
    Refused { status: u16, reason: String },
}

/// Only the request's content can be at fault; all else is the receiver, or the way to it.
pub(super) fn is_final(status: u16) -> bool {
    matches!(status, 400 | 403 | 413 | 422)
}

/// Sends a request. A status is a refusal where `is_final` says so.
pub(super) async fn ask(
    request: RequestBuilder,
    is_final: fn(u16) -> bool,
    now: Timestamp,
) -> Result<Said, Unable> {
    let broken = |error: &reqwest::Error| Unable { reason: request_reason(error), wait: None };
    let response = request.send().await.map_err(|error| broken(&error))?;
    let status = response.status();
    let wait = retry_after(response.headers(), now).map(|wait| wait.min(LONGEST_WAIT));
    // An answer that breaks off is none: what it was going to say is not known.
    let text = response.text().await.map_err(|error| broken(&error))?;
    if status.is_success() {
        return Ok(Said::Taken(text));
    }
    let said = said(&text);
    let reason = if said.is_empty() { format!("HTTP {status}") } else { format!("HTTP {status}: {said}") };
    if is_final(status.as_u16()) {
        Ok(Said::Refused { status: status.as_u16(), reason })
    } else {
        Err(Unable { reason, wait })
    }
}

/// What `serve` says in its `error`, or the beginning of the text.
fn said(text: &str) -> String {
    let json = serde_json::from_str::<Value>(text).ok();
    let said = json.as_ref().and_then(|json| json["error"].as_str()).unwrap_or(text.trim());
    said.chars().take(SHOWN).collect()
}
