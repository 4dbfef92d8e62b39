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
        let sender =
            token(&parts.headers).and_then(|token| receiver.access.sender(token, (receiver.clock)()));
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

/// The bearer token, if there is one; whoever means to prove it otherwise must not pass for nobody.
pub(super) type Given<'a> = Result<Option<&'a str>, Refusal>;

/// The bearer token; the scheme's name has no case.
pub(super) fn token(headers: &HeaderMap) -> Given<'_> {
    let Some(given) = headers.get(header::AUTHORIZATION) else { return Ok(None) };
    let given = given.to_str().ok().and_then(|given| given.split_once(' '));
    let bearer = given.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    bearer.map(|(_, token)| Some(token.trim())).ok_or(Refusal::NoBearer)
}
