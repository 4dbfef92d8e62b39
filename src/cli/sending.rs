//! What the verbs share that push: where to, through the spool, and what is said of it.

use crate::app::{App, Failure, RunLock, Verdict};
use crate::config::{self, CONFIG_FILE, Config, ConfigError, PushConfig};
use crate::db::Database;
use crate::metric::{self, Delivery, Destination, Payload, Sender, Spool};
use crate::net;
use crate::render::plural;

/// How many of what was not sent are named.
const NAMED: usize = 5;

/// The project's configuration; none is needed where `can_do_without`.
pub(super) fn config(can_do_without: bool, app: &App) -> Result<Config, Failure> {
    match app.read_config() {
        Err(ConfigError::Absent { .. }) if can_do_without => {
            Ok(config::parse("version = 1", CONFIG_FILE.as_ref())?)
        }
        config => Ok(config?),
    }
}

/// Where a run sends.
pub(super) struct Address {
    pub destination: Destination,
    /// Without secrets.
    pub shown: String,
    /// What a project's receiver cannot take now waits in its database.
    spools: bool,
}

impl Address {
    /// That of --url, or else of `[push]`; `None` means the own database.
    pub(super) fn find(url: Option<&str>, config: &PushConfig) -> Result<Option<Self>, Failure> {
        let Some(address) = url.or(config.url.as_deref()) else { return Ok(None) };
        let shown = net::redact_url(address);
        let destination =
            Destination::new(address, config).map_err(|error| Failure::usage(format!("{shown}: {error}")))?;
        Ok(Some(Self { destination, shown, spools: url.is_none() }))
    }

    /// Sends, or keeps for the next run what cannot be sent now. `done` says in the end what was.
    pub(super) fn send(
        self,
        payloads: &[Payload],
        done: &str,
        config: &Config,
        app: &App,
    ) -> Result<Verdict, Failure> {
        let (shown, spools) = (self.shown.clone(), self.spools);
        let sender = self.sender(config, app)?;
        let delivery = if spools { through_spool(&shown, &sender, payloads, config, app) } else { None };
        let delivery = delivery.unwrap_or_else(|| metric::send_now(&sender, payloads));
        let all = payloads.iter().map(Payload::len).sum();
        told(&shown, &delivery, all)?;
        let waited = delivery.sent.saturating_sub(all);
        let done = if waited > 0 { format!("{done}, and {waited} that had waited") } else { done.to_owned() };
        app.ui.status(&done);
        Ok(Verdict::well(done))
    }

    /// Sends what waits in the spool.
    pub(super) fn flush(self, database: &Database, config: &Config, app: &App) -> Result<Verdict, Failure> {
        let shown = self.shown.clone();
        let _lock = lock(config)?;
        let spool = spool(&shown, database, config);
        let delivery = metric::flush(&self.sender(config, app)?, &spool, 0, app.clock())?;
        told(&shown, &delivery, 0)?;
        let done = format!("pushed {} that had waited to {shown}", plural(delivery.sent, "sample"));
        app.ui.status(&done);
        Ok(Verdict::well(done))
    }

    fn sender(self, config: &Config, app: &App) -> Result<Sender, Failure> {
        let push = &config.push;
        let token = push.token.as_ref().map(|secret| secret.read(&config.folder)).transpose()?;
        let ca_file = push.ca_file.as_ref().map(|path| config.resolve(path));
        Sender::new(self.destination, push, ca_file.as_deref(), token, app.clock())
            .map_err(Failure::incomplete)
    }
}

/// `None` where the spool cannot be used, which must keep nobody from sending.
fn through_spool(
    shown: &str,
    sender: &Sender,
    payloads: &[Payload],
    config: &Config,
    app: &App,
) -> Option<Delivery> {
    let alone = lock(config).ok();
    let sent = app.database(config).and_then(|database| {
        let spool = spool(shown, &database, config);
        Ok(metric::send_spooled(sender, &spool, payloads, alone.is_some(), app.clock())?)
    });
    sent.map_err(|failure| app.ui.warn(format!("nothing can be kept for later: {}", failure.message))).ok()
}

fn lock(config: &Config) -> Result<RunLock, Failure> {
    RunLock::take(&config.resolve(&config.database.path), "spool")
}

fn spool<'d>(shown: &str, database: &'d Database, config: &Config) -> Spool<'d> {
    let limits = (config.push.spool_samples, config.push.spool_bytes);
    Spool { database, destination: shown.to_owned(), limits }
}

/// What went wrong, if anything did.
fn told(shown: &str, delivery: &Delivery, all: usize) -> Result<(), Failure> {
    let Delivery { refused, stopped, unsent, waiting, dropped, .. } = delivery;
    let mut told: Vec<String> = stopped.iter().map(|reason| format!("{shown}: {reason}")).collect();
    if !unsent.is_empty() {
        told.push(format!("{} of {} may not have arrived:", unsent.len(), plural(all, "sample")));
        told.extend(named(unsent));
    }
    for refused in refused {
        told.push(format!("{shown} will never take this, which was dropped: {}", refused.reason));
        told.extend(named(&refused.lines));
    }
    if *dropped > 0 {
        told.push(format!(
            "the spool is full, and its oldest made room: {} dropped",
            plural(*dropped, "sample")
        ));
    }
    if *waiting > 0 {
        told.push(format!("in the spool: {}", plural(*waiting, "sample")));
    }
    if stopped.is_none() && refused.is_empty() && *dropped == 0 {
        return Ok(());
    }
    let hint = if *waiting > 0 {
        "the next push sends what waits, and so does `tillwatch metric spool flush`"
    } else {
        "push again what should be there: what has arrived counts once"
    };
    Err(Failure::incomplete(told.join("\n")).hint(hint))
}

fn named(lines: &[String]) -> impl Iterator<Item = String> {
    let more = lines.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| format!("  and {more} more"));
    lines.iter().take(NAMED).map(|line| format!("  {line}")).chain(more)
}
