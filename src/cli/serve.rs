//! `tillwatch serve`.

use std::io;
use std::net::TcpListener;

use tracing::level_filters::LevelFilter;

use crate::app::{App, Failure, Project, Verdict};
use crate::serve::{Access, AccessError, Receiver, ServeError};

/// Receive heartbeats, metrics and logs over HTTP.
///
/// Takes POST /api/monitoring/heartbeat, …/metric and …/logs, and answers 200 once the rows are on disk. GET /api/health
/// says whether it works, and GET /metrics shows the latest pushed samples and every query's value in Prometheus' format.
/// Each store sends its own token (`Authorization: Bearer …`, `[[stores]] token`) unless `[serve] allow_anonymous` is set.
/// Where no store has one and `[project] url` is set it serves the links in messages that acknowledge, and takes no pushes.
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
    let access = Access::new(&config)?;
    let (database, logs) = (app.database(&config)?, app.logs_database(&config)?);
    let address = listen.unwrap_or_else(|| config.serve.listen.clone());
    let listener = TcpListener::bind(&address).map_err(|error| cannot_listen(&address, &error))?;
    log(app);
    let (clock, takes_pushes) = (app.clock_source(), access.takes_pushes());
    let receiver =
        Receiver { config, inventory, catalogue, database, logs, access, clock, scraped: None.into() };
    receiver.run(listener, |address| {
        app.ui.status(format!("listening on http://{address}"));
        if !takes_pushes {
            app.ui.status("no store has a token: pushes are refused, links in messages acknowledge");
        }
    })?;
    Ok(Verdict::well("ended by signal"))
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
    // A second subscriber is refused and changes nothing.
    let _ = tracing_subscriber::fmt().with_max_level(level).with_writer(io::stderr).try_init();
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
                "give stores a token (token = \"env:NAME\"), or set [serve] allow_anonymous = true where nobody else can reach it; [project] url alone makes it serve links in messages",
            ),
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
