//! Who calls: the token is looked at before the body is read, and so is how often its owner has come.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};

use super::Receiver;
use super::access::Sender;
use super::refusal::Refusal;
use super::server::Peer;

impl FromRequestParts<Arc<Receiver>> for Sender {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, receiver: &Arc<Receiver>) -> Result<Self, Refusal> {
        let sender = receiver.access.sender(token(&parts.headers), (receiver.clock)());
        let who = || match &sender {
            Ok(Self::Store(store)) => format!("store {store}"),
            Ok(Self::AnyStore(token)) => format!("token {token}"),
            Ok(Self::Anonymous) | Err(_) => {
                parts.extensions.get::<Peer>().map(|peer| peer.0.to_string()).unwrap_or_default()
            }
        };
        receiver.limiter.take(who, Instant::now()).map_err(Refusal::TooOften)?;
        sender
    }
}

impl Sender {
    pub(super) fn store(&self) -> Option<&str> {
        match self {
            Self::Anonymous | Self::AnyStore(_) => None,
            Self::Store(store) => Some(store),
        }
    }
}

/// The bearer token; the scheme's name has no case.
pub(super) fn token(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
