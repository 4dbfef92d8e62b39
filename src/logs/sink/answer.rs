//! What an HTTP receiver answered, and what that means where its kind has no words of its own.

use jiff::SignedDuration;

use super::Reply;
use crate::net;

/// How much of a refusal's body is repeated in messages.
const SHOWN: usize = 200;

/// An answer that arrived whole.
#[derive(Debug)]
pub(super) struct Answer {
    pub status: u16,
    /// It is a web page, as no receiver of logs answers.
    pub is_page: bool,
    /// Without anything secret.
    pub body: String,
    pub retry_after: Option<SignedDuration>,
}

impl Answer {
    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.status) && !self.is_page
    }

    /// `HTTP 422: no such store`.
    pub(super) fn reason(&self) -> String {
        let said: String = self.body.trim().chars().take(SHOWN).collect();
        let status = self.status;
        if said.is_empty() { format!("HTTP {status}") } else { format!("HTTP {status}: {said}") }
    }

    /// Only the body can be at fault for 400, 413 and 422; all else is the receiver or the way to it.
    pub(super) fn reply(&self) -> Reply {
        let reason = self.reason();
        match (self.status, self.retry_after) {
            (200..=299, _) if self.is_page => Reply::Unable(net::PAGE.into()),
            (200..=299, _) => Reply::Taken,
            (413, _) => Reply::TooLarge(reason),
            (400 | 422, _) => Reply::Refused(reason),
            (_, Some(wait)) => Reply::Later(reason, wait),
            _ => Reply::Unable(reason),
        }
    }
}
