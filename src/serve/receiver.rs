//! The receiver from its first request to its last.

use std::any::Any;
use std::future::{Future, ready};
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::map_response;
use axum::response::{IntoResponse as _, Response};
use jiff::Timestamp;
use tokio::sync::{Mutex, Notify, watch};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::decompression::RequestDecompressionLayer;
use tower_http::timeout::TimeoutLayer;

use super::complaints::{Complaint, Complaints};
use super::issued::READ;
use super::life::{BEAT, Life};
use super::refusal::Refusal;
use super::routes::routes;
use super::{Access, Disk, Door, Gallery, Intake, Limiter, Tls, server, systemd};
use crate::config::Config;
use crate::db::{Database, DbError};
use crate::ingest::{SeriesIndex, SeriesLimits};
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
    /// For all but what is received.
    pub database: Database,
    /// Where heartbeats and metrics go, and where log lines go.
    pub intake: Intake<SeriesIndex>,
    pub lines: Intake<()>,
    pub disk: Disk,
    pub access: Access,
    pub limiter: Limiter,
    pub clock: fn() -> Timestamp,
    /// The text of `/metrics` and when it was made.
    pub scraped: Mutex<Option<(Instant, String)>>,
    /// Who may look at pages, and the pages as they were made last.
    pub door: Door,
    pub gallery: Gallery,
    /// Whether it is about to end.
    pub stopping: watch::Sender<bool>,
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
    pub(crate) fn run(
        self,
        listener: TcpListener,
        tls: Option<Tls>,
        ready: impl FnOnce(SocketAddr),
    ) -> Result<(), ServeError> {
        let (database, clock) = (self.database.clone(), self.clock);
        let life = Life::begin(&database, clock())?;
        let receiver = Arc::new(self);
        let kept = Arc::clone(&receiver);
        let life = net::runtime()?.block_on(receive(receiver, life, listener, tls, ready))?;
        if let Err(error) = kept.access.issued.keep(&database) {
            tracing::warn!("when tokens were used: {error}");
        }
        // The last of the receiver goes: what still waited to be written is written.
        drop(kept);
        Ok(life.end(clock())?)
    }

    pub(super) fn series_limits(&self) -> SeriesLimits {
        let serve = &self.config.serve;
        SeriesLimits { all: serve.max_series, per_store: serve.max_series_per_store }
    }

    /// Returns when both threads that write have had a turn: then they live.
    async fn turn(&self) -> Result<(), Refusal> {
        self.intake.turn().await?;
        self.lines.turn().await
    }
}

async fn receive(
    receiver: Arc<Receiver>,
    life: Life,
    listener: TcpListener,
    tls: Option<Tls>,
    ready: impl FnOnce(SocketAddr),
) -> io::Result<Life> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let (stopped, tls) = (stop_signal()?, tls.map(Arc::new));
    if let Some(tls) = tls.clone() {
        tokio::spawn(reload(tls, Hangup::listen()?));
    }
    if let Some(pause) = systemd::watchdog() {
        tokio::spawn(reassure(Arc::clone(&receiver), pause));
    }
    tokio::spawn(know_tokens(Arc::clone(&receiver)));
    ready(listener.local_addr()?);
    systemd::tell("READY=1");
    let ended = Arc::new(Notify::new());
    let beating = tokio::spawn(beat(life, receiver.clock, Arc::clone(&ended)));
    let stop = receiver.stopping.clone();
    let told = stop.subscribe();
    let router = guarded(routes(), receiver.config.serve.max_body, REQUEST).with_state(receiver);
    let stopping = async {
        stopped.await;
        systemd::tell("STOPPING=1");
        // Whoever serves is told while the channel lives: it is kept until this ends.
        stop.send_replace(true);
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        () = server::serve(listener, tls, router, told) => {}
        () = stopping => {}
    }
    ended.notify_one();
    beating.await.map_err(io::Error::other)
}

/// Reads the tokens that people made, again and again.
async fn know_tokens(receiver: Arc<Receiver>) {
    loop {
        tokio::time::sleep(READ).await;
        let receiver = Arc::clone(&receiver);
        let read = move || receiver.access.issued.refresh(&receiver.database, (receiver.clock)());
        if let Ok(Err(error)) = tokio::task::spawn_blocking(read).await {
            tracing::warn!("tokens stay as they were: {error}");
        }
    }
}

/// Tells systemd that all is well, as long as it is.
async fn reassure(receiver: Arc<Receiver>, pause: Duration) {
    loop {
        // A thread that hangs or has died gives no sign.
        if receiver.turn().await.is_ok() {
            systemd::tell("WATCHDOG=1");
        }
        tokio::time::sleep(pause).await;
    }
}

/// Reads certificate and key again whenever asked to.
async fn reload(tls: Arc<Tls>, mut hangup: Hangup) {
    loop {
        hangup.asked().await;
        let tls = Arc::clone(&tls);
        match tokio::task::spawn_blocking(move || tls.reload()).await {
            Ok(Ok(())) => tracing::info!("certificate and key were read again"),
            Ok(Err(error)) => tracing::warn!("the certificate stays as it was: {error}"),
            Err(error) => tracing::warn!("the certificate stays as it was: {error}"),
        }
    }
}

/// The limits that hold for every route, and an answer even where a handler panics.
///
/// A body counts as long as it is once unpacked: the limit lies within.
fn guarded<S: Clone + Send + Sync + 'static>(
    router: Router<S>,
    max_body: usize,
    longest: Duration,
) -> Router<S> {
    let complaints = Arc::new(Complaints::default());
    router
        .layer(DefaultBodyLimit::max(max_body))
        .layer(RequestDecompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, longest))
        .layer(CatchPanicLayer::custom(|_: Box<dyn Any + Send>| -> Response {
            Refusal::Broken.into_response()
        }))
        .layer(map_response(move |response| ready(finished(response, longest, &complaints))))
}

/// The refusals of the layers in the shape of all others, and a word on stderr where the fault is ours.
fn finished(response: Response, longest: Duration, complaints: &Complaints) -> Response {
    let response = match response.status() {
        StatusCode::REQUEST_TIMEOUT => Refusal::Slow(longest.as_secs()).into_response(),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Refusal::Encoding.into_response(),
        _ => response,
    };
    if let Some(Complaint(reason)) = response.extensions().get().cloned()
        && let Some(said) = complaints.note(reason, Instant::now())
    {
        tracing::warn!("{said}");
    }
    response
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

/// SIGHUP, of which none is missed from now on.
#[cfg(unix)]
struct Hangup(tokio::signal::unix::Signal);

#[cfg(unix)]
impl Hangup {
    fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        signal(SignalKind::hangup()).map(Self)
    }

    async fn asked(&mut self) {
        self.0.recv().await;
    }
}

#[cfg(not(unix))]
struct Hangup;

#[cfg(not(unix))]
impl Hangup {
    fn listen() -> io::Result<Self> {
        Ok(Self)
    }

    async fn asked(&mut self) {
        std::future::pending().await
    }
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

    use axum::routing::get;

    use super::*;

    async fn panics() {
        panic!("planted");
    }

    async fn hangs() {
        std::future::pending::<()>().await;
    }

    #[rstest::rstest]
    #[case::panics("/panics", "500")]
    #[case::hangs("/hangs", "408")]
    fn a_handler_that_fails_is_answered_as_json_and_the_next_request_is_served(
        #[case] path: &str,
        #[case] status: &str,
    ) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().route("/panics", get(panics)).route("/hangs", get(hangs));
        let router = guarded(router, 100, Duration::from_millis(50));
        std::thread::spawn(move || {
            net::runtime().unwrap().block_on(async {
                listener.set_nonblocking(true).unwrap();
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                let (_stop, told) = watch::channel(false);
                server::serve(listener, None, router, told).await;
            });
        });
        for _ in 0..2 {
            let mut stream = std::net::TcpStream::connect(address).unwrap();
            write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            assert!(
                answer.starts_with(&format!("HTTP/1.1 {status} ")) && answer.contains("\"status\":\"error\""),
                "{answer}"
            );
        }
    }
}
