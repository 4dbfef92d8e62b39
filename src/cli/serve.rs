//! `tillwatch serve`.

use std::io;
use std::net::TcpListener;
use std::path::PathBuf;

use tracing::level_filters::LevelFilter;

use crate::app::{App, Failure, Project, Verdict};
use crate::serve::{
    Access, AccessError, Disk, Door, DoorError, Gallery, Intake, Issued, Limiter, Receiver, ServeError,
    SessionKey, Tls, TlsError,
};

/// Receive heartbeats, metrics and logs over HTTP, and show dashboards.
///
/// Takes POST /api/monitoring/heartbeat, …/metric and …/logs, and answers 200 once the rows are on disk. GET /api/health
/// says whether it works, and GET /metrics shows the latest pushed samples and every query's value in Prometheus' format.
/// Each store sends its own token (`Authorization: Bearer …`, `[[stores]] token`) unless `[serve] allow_anonymous` is set.
/// Where no store has one it takes no pushes. The dashboards are at /: for who has signed in by a token of scope view or
/// operate, or without one on this very machine while there is none. Links in messages acknowledge where `[project] url`
/// is set.
/// SIGTERM or Ctrl-C ends it after the requests that it has begun.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch serve --listen 0.0.0.0:8086")]
pub(crate) struct Args {
    /// The address to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
}

pub(crate) fn run(Args { listen }: Args, app: &App) -> Result<Verdict, Failure> {
    if app.global.now.is_some() {
        return Err(Failure::usage("serve receives in the present: leave --now out"));
    }
    let Project { config, inventory, catalogue, .. } = app.project()?;
    let (tls, database) = (Tls::read(&config)?, app.database(&config)?);
    let issued = Issued::read(&database, app.now())?;
    let (own, logs) = (app.database(&config)?.hurried()?, app.logs_database(&config)?.hurried()?);
    let listener = listener(listen.as_deref().unwrap_or(&config.serve.listen))?;
    let is_loopback = listener.local_addr().is_ok_and(|address| address.ip().is_loopback());
    let access = Access::new(&config, issued, is_loopback)?;
    let door = Door::new(&config, SessionKey::of(&database)?, is_loopback)?;
    log(app);
    let (takes_pushes, is_open) = (access.takes_pushes(), door.is_open(&access));
    let files = [config.resolve(&config.database.path), config.resolve(&config.database.logs)];
    let receiver = Receiver {
        intake: Intake::start(own, config.serve.max_waiting),
        lines: Intake::start(logs, config.serve.max_waiting),
        disk: Disk::new(files.iter().map(PathBuf::as_path), config.serve.min_free),
        limiter: Limiter::new(config.serve.rate),
        config,
        inventory,
        catalogue,
        database,
        access,
        clock: app.clock_source(),
        scraped: None.into(),
        door,
        gallery: Gallery::default(),
        stopping: tokio::sync::watch::Sender::new(false),
    };
    let scheme = if tls.is_some() { "https" } else { "http" };
    receiver.run(listener, tls, |address| {
        app.ui.status(format!("listening on {scheme}://{address}"));
        if !takes_pushes {
            app.ui.status("there is no token to send with: pushes are refused");
        }
        let who = if is_open { "for whoever sits before this machine" } else { "for who signs in" };
        app.ui.status(format!("dashboards at {scheme}://{address}/ {who}"));
    })?;
    Ok(Verdict::well("ended by signal"))
}

/// The socket that systemd hands over, or one of its own.
fn listener(address: &str) -> Result<TcpListener, Failure> {
    #[cfg(unix)]
    if let Some(handed) = listenfd::ListenFd::from_env().take_tcp_listener(0).transpose() {
        return handed
            .map_err(|error| Failure::usage(format!("the socket that systemd hands over: {error}")));
    }
    TcpListener::bind(address).map_err(|error| cannot_listen(address, &error))
}

fn cannot_listen(address: &str, error: &io::Error) -> Failure {
    let failure = Failure::incomplete(format!("cannot listen on {address}: {error}"));
    match error.kind() {
        io::ErrorKind::InvalidInput => {
            Failure::usage(failure.message).hint("write HOST:PORT, such as 127.0.0.1:8086")
        }
        io::ErrorKind::AddrInUse => failure.hint("another process has it; `--listen` names another"),
        _ => failure,
    }
}

/// What goes wrong while it runs is told on stderr as it happens.
fn log(app: &App) {
    let level = if app.global.verbose > 0 { LevelFilter::INFO } else { LevelFilter::WARN };
    // Where stderr cannot be written nobody is told: saying so there as well would panic, in the middle of a request.
    let format = tracing_subscriber::fmt().with_max_level(level).log_internal_errors(false);
    // A second subscriber is refused and changes nothing.
    let _ = format.with_writer(io::stderr).try_init();
}

impl From<AccessError> for Failure {
    fn from(error: AccessError) -> Self {
        let failure = Self::usage(error.to_string());
        match error {
            AccessError::Secret { .. } | AccessError::Empty(_) => {
                failure.hint("set the variable or write the file that the configuration names")
            }
            AccessError::Shared(..) => failure.hint("give each store a token of its own"),
            AccessError::Nobody => failure.hint(
                "make one by `tillwatch tokens create --scope ingest`, give stores one each (token = \"env:NAME\"), or set [serve] allow_anonymous = true where nobody else can reach it; [project] url alone makes it serve links in messages",
            ),
        }
    }
}

impl From<DoorError> for Failure {
    fn from(error: DoorError) -> Self {
        Self::usage(error.to_string())
            .hint("viewer_header = { name = \"X-Remote-User\", trusted = [\"127.0.0.1\"] }")
    }
}

impl From<TlsError> for Failure {
    fn from(error: TlsError) -> Self {
        let failure = Self::usage(error.to_string());
        match error {
            TlsError::Half => failure.hint("name both, or neither for plain HTTP"),
            _ => failure.hint("both are PEM files: the certificate with its chain, and its key"),
        }
    }
}

impl From<ServeError> for Failure {
    fn from(error: ServeError) -> Self {
        match error {
            ServeError::Io(error) => Self::incomplete(error.to_string()),
            ServeError::Database(error) => error.into(),
        }
    }
}
