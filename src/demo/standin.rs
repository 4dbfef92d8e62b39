//! The stand-ins on loopback: a backend that is well, gateways that take any message, a mail server that keeps all mail.

use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::Arc;
use std::{io, net};

use axum::Json;
use axum::extract::{Path as UrlPath, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::outbox::Outbox;
use super::{Ports, mail};

/// Running until it is dropped.
pub(crate) struct StandIns {
    pub ports: Ports,
    outbox: Arc<Outbox>,
    /// Dropping it ends the servers.
    _tasks: tokio::task::JoinSet<()>,
}

impl StandIns {
    /// Starts all of them; what they are told goes into `outbox`.
    pub(crate) async fn start(outbox: &Path) -> io::Result<Self> {
        let outbox = Arc::new(Outbox::new(outbox)?);
        let (backend, mail) = (listener().await?, listener().await?);
        let ports = Ports {
            backend: backend.local_addr()?.port(),
            mail: mail.local_addr()?.port(),
            serve: free_port()?,
        };
        let mut tasks = tokio::task::JoinSet::new();
        let app = axum::Router::new()
            .route("/api/health", get(async || Json(json!({ "status": "ok", "database": "connected" }))))
            .route("/{gateway}", post(gateway))
            .with_state(Arc::clone(&outbox));
        tasks.spawn(async move { drop(axum::serve(backend, app).await) });
        tasks.spawn(mail::serve(mail, Arc::clone(&outbox)));
        Ok(Self { ports, outbox, _tasks: tasks })
    }

    /// How many messages have come.
    pub(crate) fn received(&self) -> usize {
        self.outbox.count()
    }
}

async fn listener() -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await
}

/// A port that nothing listens on, from below the range that the kernel hands out to whoever asks for any: nobody
/// takes it before `serve` does. Where to begin to look differs from process to process.
fn free_port() -> io::Result<u16> {
    let first = 20_000 + u16::try_from(std::process::id() % 10_000).unwrap_or_default();
    (first..30_000)
        .chain(20_000..first)
        .find(|port| net::TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .ok_or_else(|| io::Error::other("no port is free on loopback"))
}

/// Slack, an SMS gateway, a caller: each takes a JSON document.
async fn gateway(
    UrlPath(kind): UrlPath<String>,
    State(outbox): State<Arc<Outbox>>,
    Json(message): Json<Value>,
) -> (StatusCode, &'static str) {
    let is_name = kind.chars().all(|c| c.is_ascii_alphanumeric());
    let text = serde_json::to_string_pretty(&message).unwrap_or_default() + "\n";
    match is_name.then(|| outbox.keep(&kind, "json", text.as_bytes())) {
        Some(Ok(())) => (StatusCode::OK, "ok"),
        Some(Err(_)) => (StatusCode::INTERNAL_SERVER_ERROR, "the message could not be kept"),
        None => (StatusCode::NOT_FOUND, "no such gateway"),
    }
}
