//! The receiver from its first request to its last.

use std::any::Any;
use std::future::Future;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use jiff::Timestamp;
use tokio::sync::{Mutex, Notify};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use super::life::{BEAT, Life};
use super::refusal::Refusal;
use super::{Access, ack, handlers};
use crate::config::Config;
use crate::db::{Database, DbError};
use crate::inventory::Inventory;
use crate::net;
use crate::query::Catalogue;

/// How long one request may take, its body included.
const REQUEST: Duration = Duration::from_secs(30);

/// How long requests may go on after the signal to stop.
const GRACE: Duration = Duration::from_secs(10);

/// What the handlers share.
pub(crate) struct Receiver {
    pub config: Config,
    pub inventory: Inventory,
    pub catalogue: Catalogue,
    pub database: Database,
    pub logs: Database,
    pub access: Access,
    pub clock: fn() -> Timestamp,
    /// The text of `/metrics` and when it was made.
    pub scraped: Mutex<Option<(Instant, String)>>,
}

/// Why the receiver could not run.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ServeError {
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("{0}")]
    Database(#[from] DbError),
}

impl Receiver {
    /// Serves until SIGTERM or SIGINT, then finishes what it has begun. `ready` is called when it can be reached.
    pub(crate) fn run(self, listener: TcpListener, ready: impl FnOnce(SocketAddr)) -> Result<(), ServeError> {
        let (database, clock, max_body) = (self.database.clone(), self.clock, self.config.serve.max_body);
        let life = Life::begin(&database, clock())?;
        let router = guarded(routes(), max_body).with_state(Arc::new(self));
        let life = net::runtime()?.block_on(async {
            listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let stopped = stop_signal()?;
            ready(listener.local_addr()?);
            let (stop, ended) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
            let beating = tokio::spawn(beat(life, clock, Arc::clone(&ended)));
            let told = Arc::clone(&stop);
            let stopping = async move {
                stopped.await;
                told.notify_one();
            };
            tokio::select! {
                served = axum::serve(listener, router).with_graceful_shutdown(stopping) => served?,
                () = async { stop.notified().await; tokio::time::sleep(GRACE).await } => {}
            }
            ended.notify_one();
            beating.await.map_err(io::Error::other)
        })?;
        Ok(life.end(clock())?)
    }
}

fn routes() -> Router<Arc<Receiver>> {
    Router::new()
        .route("/api/monitoring/heartbeat", post(handlers::heartbeat))
        .route("/api/monitoring/metric", post(handlers::metric))
        .route("/api/monitoring/logs", post(handlers::logs))
        .route("/api/health", get(handlers::health))
        .route("/metrics", get(handlers::metrics))
        .route("/ack/{token}", get(ack::show).post(ack::act))
        .fallback(handlers::not_found)
        .method_not_allowed_fallback(handlers::wrong_method)
}

/// The limits that hold for every route, and an answer even where a handler panics.
fn guarded<S: Clone + Send + Sync + 'static>(router: Router<S>, max_body: usize) -> Router<S> {
    router
        .layer(DefaultBodyLimit::max(max_body))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, REQUEST))
        .layer(CatchPanicLayer::custom(|_: Box<dyn Any + Send>| -> Response {
            Refusal::Broken.into_response()
        }))
}

/// Refreshes the sign of life until told to end. One that fails is tried again at the next beat.
async fn beat(life: Life, clock: fn() -> Timestamp, end: Arc<Notify>) -> Life {
    let mut life = life;
    loop {
        tokio::select! {
            () = tokio::time::sleep(BEAT) => {}
            () = end.notified() => return life,
        }
        let mut beating = life;
        let beaten = tokio::task::spawn_blocking(move || {
            let beaten = beating.beat(clock());
            (beating, beaten)
        });
        let (back, beaten) = beaten.await.expect("a beat does not panic");
        life = back;
        if let Err(error) = beaten {
            tracing::warn!("sign of life: {error}");
        }
    }
}

/// Ready at SIGTERM or SIGINT, of which none is missed from now on.
#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // Where no handler can be set the process simply ends at Ctrl-C.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};

    use super::*;

    async fn panics() {
        panic!("planted");
    }

    #[test]
    fn a_handler_that_panics_is_answered_and_the_next_request_is_served() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let router = guarded(Router::new().route("/", get(panics)), 100);
        std::thread::spawn(move || {
            net::runtime().unwrap().block_on(async {
                listener.set_nonblocking(true).unwrap();
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                axum::serve(listener, router).await.unwrap();
            });
        });
        for _ in 0..2 {
            let mut stream = std::net::TcpStream::connect(address).unwrap();
            stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            assert!(
                answer.starts_with("HTTP/1.1 500 ") && answer.contains("\"status\":\"error\""),
                "{answer}"
            );
        }
    }
}
