//! One function an endpoint.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::access::Sender;
use super::refusal::Refusal;
use super::{Receiver, scrape};
use crate::ingest::{Heartbeat, LogBatch, Sample, store_heartbeats, store_logs, store_samples};
use crate::label::digest;
use crate::metric::{CONTENT_TYPE, exposition};

/// For how long `/metrics` answers the same.
const CACHED: Duration = Duration::from_secs(15);

type Shared = State<Arc<Receiver>>;
type Body = Result<Bytes, BytesRejection>;

/// Checked before the body is read.
impl FromRequestParts<Arc<Receiver>> for Sender {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, receiver: &Arc<Receiver>) -> Result<Self, Refusal> {
        receiver.access.sender(token(&parts.headers)).ok_or(Refusal::NoToken)
    }
}

impl Sender {
    fn store(&self) -> Option<&str> {
        match self {
            Self::Anonymous => None,
            Self::Store(store) => Some(store),
        }
    }

    /// Refuses what is about another store than the token's.
    fn may_write_for(&self, store: Option<&str>) -> Result<(), Refusal> {
        match (self, store) {
            (Self::Store(token), Some(body)) if token != body => {
                Err(Refusal::OtherStore { token: token.clone(), body: body.to_owned() })
            }
            _ => Ok(()),
        }
    }
}

pub(super) async fn heartbeat(
    State(receiver): Shared,
    sender: Sender,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Value>, Refusal> {
    let now = (receiver.clock)();
    let heartbeat = Heartbeat::read(&whole(&receiver, body)?, sender.store(), key(&headers), now)?;
    sender.may_write_for(Some(&heartbeat.store))?;
    let inventory = &receiver.inventory;
    if !inventory.stores.is_empty() && inventory.store(&heartbeat.store).is_none() {
        return Err(Refusal::UnknownStore(heartbeat.store));
    }
    blocking(move || {
        let heartbeats = [heartbeat];
        receiver.database.write(|session| store_heartbeats(session, &heartbeats, now))
    })
    .await??;
    Ok(Json(json!({ "status": "ok" })))
}

pub(super) async fn metric(
    State(receiver): Shared,
    sender: Sender,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Value>, Refusal> {
    let now = (receiver.clock)();
    let label = receiver.inventory.label.clone();
    let mut samples = Sample::read(&whole(&receiver, body)?, &receiver.inventory, now)?;
    for sample in &mut samples {
        sender.may_write_for(sample.store(&label))?;
        if let (Some(store), None) = (sender.store(), sample.store(&label)) {
            sample.labels.set(&label, store);
        }
    }
    let owner = sender.store().unwrap_or_default();
    let key = key(&headers).map(|key| digest(["metric", owner, key]));
    let id = key.clone().unwrap_or_else(|| samples[0].id());
    blocking(move || {
        receiver.database.write(|session| store_samples(session, &samples, &label, key.as_deref(), now))
    })
    .await??;
    Ok(Json(json!({ "status": "ok", "metric_id": id })))
}

pub(super) async fn logs(
    State(receiver): Shared,
    sender: Sender,
    body: Body,
) -> Result<Json<Value>, Refusal> {
    let now = (receiver.clock)();
    let batch = LogBatch::read(&whole(&receiver, body)?, sender.store())?;
    sender.may_write_for(batch.store.as_deref())?;
    let accepted = batch.records.len();
    let new =
        blocking(move || receiver.logs.write(|session| store_logs(session, &batch.records, now))).await??;
    Ok(Json(json!({ "status": "ok", "accepted": accepted, "new": new })))
}

pub(super) async fn health(State(receiver): Shared) -> Result<Json<Value>, Refusal> {
    let schema = blocking(move || receiver.database.health()).await??.schema;
    Ok(Json(json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION"), "schema": schema })))
}

pub(super) async fn metrics(State(receiver): Shared, headers: HeaderMap) -> Result<Response, Refusal> {
    if !receiver.access.may_read(token(&headers)) {
        return Err(Refusal::NoToken);
    }
    // Held while the text is made: readers that come meanwhile wait for it instead of making another.
    let mut cached = receiver.scraped.lock().await;
    let text = match &*cached {
        Some((at, text)) if at.elapsed() < CACHED => text.clone(),
        _ => {
            let scraped = Arc::clone(&receiver);
            let families = blocking(move || scrape::families(&scraped, (scraped.clock)())).await??;
            let text = exposition(&families);
            *cached = Some((Instant::now(), text.clone()));
            text
        }
    };
    Ok(([(header::CONTENT_TYPE, CONTENT_TYPE)], text).into_response())
}

pub(super) async fn not_found() -> Refusal {
    Refusal::NotFound
}

pub(super) async fn wrong_method(method: Method) -> Refusal {
    Refusal::Method(method.to_string())
}

/// The body, if it arrived whole and is not too large.
fn whole(receiver: &Receiver, body: Body) -> Result<Bytes, Refusal> {
    body.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLarge(receiver.config.serve.max_body),
        _ => Refusal::HalfBody,
    })
}

/// The bearer token; the scheme's name has no case.
fn token(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

fn key(headers: &HeaderMap) -> Option<&str> {
    headers.get("idempotency-key")?.to_str().ok().filter(|key| !key.is_empty())
}

/// Runs what blocks on a thread for it.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Refusal> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Refusal::Broken)
}
