//! What is read from the receiver, and what is not there.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, Method, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::caller::token;
use super::refusal::Refusal;
use super::{Receiver, scrape};
use crate::metric::{CONTENT_TYPE, exposition};

/// For how long `/metrics` answers the same.
const CACHED: Duration = Duration::from_secs(15);

type Shared = State<Arc<Receiver>>;

pub(super) async fn health(State(receiver): Shared) -> Result<Json<Value>, Refusal> {
    let schema = blocking(move || receiver.database.health()).await??.schema;
    Ok(Json(json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION"), "schema": schema })))
}

pub(super) async fn metrics(State(receiver): Shared, headers: HeaderMap) -> Result<Response, Refusal> {
    receiver.access.may_read(token(&headers), (receiver.clock)())?;
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

pub(super) async fn openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], include_str!("openapi.json")).into_response()
}

pub(super) async fn not_found() -> Refusal {
    Refusal::NotFound
}

pub(super) async fn wrong_method(method: Method) -> Refusal {
    Refusal::Method(method.to_string())
}

/// Runs what blocks on a thread for it.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Refusal> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Refusal::Broken)
}
