//! What an answer means.

use jiff::{SignedDuration, Timestamp};
use reqwest::RequestBuilder;
use serde_json::Value;

use super::Unable;
use crate::net::{PAGE, is_page, one_line, request_reason, retry_after};

/// Nobody is left alone for longer than this.
pub(in crate::metric) const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);

/// An answer that is final.
pub(super) enum Said {
    /// With the answer's body.
    Taken(String),
    /// It will never take this request as it is.
    Refused { status: u16, reason: String },
}

/// Only the request's content can be at fault; all else is the receiver, or the way to it.
pub(super) fn is_final(status: u16) -> bool {
    status == 413 || is_final_for_several(status)
}

/// Of what is too large together each may yet be taken alone.
pub(super) fn is_final_for_several(status: u16) -> bool {
    matches!(status, 400 | 422)
}

/// What is wrong where neither the request nor the moment is.
fn advice(status: u16) -> Option<&'static str> {
    match status {
        401 | 403 => Some("check `token` in [push], and what it is for"),
        407 => Some("a proxy on the way wants to know who asks"),
        300..=399 | 404 | 405 => Some("check `url` and `kind` in [push]"),
        413 => Some("raise the limit of the receiver, or of what stands in front of it"),
        _ => None,
    }
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
    let is_page = is_page(response.headers());
    // An answer that breaks off is none: what it was going to say is not known.
    let text = response.text().await.map_err(|error| broken(&error))?;
    if status.is_success() && is_page {
        return Err(Unable { reason: PAGE.into(), wait });
    }
    if status.is_success() {
        return Ok(Said::Taken(text));
    }
    let said = said(&text);
    let reason = if said.is_empty() { format!("HTTP {status}") } else { format!("HTTP {status}: {said}") };
    if is_final(status.as_u16()) {
        Ok(Said::Refused { status: status.as_u16(), reason })
    } else {
        let advice = advice(status.as_u16()).map(|advice| format!(" ({advice})"));
        Err(Unable { reason: reason + &advice.unwrap_or_default(), wait })
    }
}

/// What `serve` says in its `error`, or the beginning of the text.
fn said(text: &str) -> String {
    let json = serde_json::from_str::<Value>(text).ok();
    one_line(json.as_ref().and_then(|json| json["error"].as_str()).unwrap_or(text))
}
