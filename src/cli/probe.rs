//! `tillwatch probe`.

mod flags;
mod show;
mod which;

use std::num::NonZeroUsize;
use std::time::Instant;

use jiff::Timestamp;

use self::flags::UrlFlags;
use self::show::Show;
use self::which::{Plan, plan};
use crate::app::{App, Exit, Failure, Verdict};
use crate::db::Database;
use crate::probe::{Outcome, Prober, TickError, Ticks, prepare, store, store_run};
use crate::time::Duration;

/// Probe targets: whether they answer rightly, how fast, and if not, why not.
///
/// Without arguments all targets of tillwatch.toml are probed, with names those. The outcomes are kept in the table
/// `health_checks`. A URL is probed without any configuration, and nothing is kept: for smoke checks.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples: tillwatch probe
          tillwatch probe backend_api --every 30s --for 5m
          tillwatch probe https://shop.example/health --status 200 --json /status=ok --max-latency 1s
          tillwatch probe tcp://db.local:5432 --format junit")]
pub(crate) struct Args {
    /// Names of targets, or URLs: http://…, https://…, tcp://host:port.
    #[arg(value_name = "NAME|URL")]
    targets: Vec<String>,

    /// Probe again and again at this interval; needs --for.
    #[arg(long, value_name = "DURATION", requires = "length")]
    every: Option<Duration>,

    /// End before this long has passed; needs --every.
    #[arg(long = "for", value_name = "DURATION", requires = "every")]
    length: Option<Duration>,

    /// How many targets are probed at once.
    #[arg(long, value_name = "N", default_value = "64")]
    concurrency: NonZeroUsize,

    #[command(flatten)]
    flags: UrlFlags,
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let Args { targets, every, length, concurrency, flags } = args;
    let show = Show::new(app)?;
    let ticks = every.zip(length).map(|(every, length)| Ticks::new(every, length)).transpose()?;
    let Plan { targets, folder, config } = plan(&targets, &flags, app)?;
    let checks = prepare(targets, &folder).map_err(|(name, error)| which::unready(&name, &error))?;
    let database = match config {
        Some(config) if !app.dry_run() => Some(app.database(&config)?),
        _ => None,
    };
    let prober = Prober::new(checks, concurrency)
        .map_err(|error| Failure::incomplete(format!("start probing: {error}")))?;

    let mut watch = Watch { app, prober, database, outcomes: Vec::new(), worst: None };
    let ended = watch.run(ticks, &show);
    // What was probed is shown even where it could not be kept.
    show.outcomes(&watch.outcomes, watch.worst.as_ref(), ticks.is_some());
    ended?;
    watch.finish()
}

/// One run: ticks, and what they found so far.
struct Watch<'a> {
    app: &'a App,
    prober: Prober,
    database: Option<Database>,
    outcomes: Vec<Outcome>,
    worst: Option<Verdict>,
}

impl Watch<'_> {
    fn run(&mut self, ticks: Option<Ticks>, show: &Show<'_>) -> Result<(), Failure> {
        let begun = Instant::now();
        loop {
            let outcomes = self.prober.tick(self.instant(begun));
            let verdict = show::verdict(&outcomes);
            if ticks.is_some() {
                show.tick(&outcomes, &verdict);
            }
            if self.worst.as_ref().is_none_or(|worst| verdict.nagios_code() > worst.nagios_code()) {
                self.worst = Some(verdict);
            }
            let kept = self.database.as_ref().map_or(Ok(()), |it| store(it, &outcomes, self.instant(begun)));
            self.outcomes.extend(outcomes);
            kept?;
            let Some(next) = ticks.and_then(|ticks| ticks.next(begun.elapsed())) else { return Ok(()) };
            self.prober.wait(next.saturating_sub(begun.elapsed()));
            if self.prober.is_interrupted() {
                return Ok(());
            }
        }
    }

    /// The clock, or `--now` and what has passed since.
    fn instant(&self, begun: Instant) -> Timestamp {
        match self.app.global.now {
            Some(now) => now.checked_add(begun.elapsed()).unwrap_or(now),
            None => self.app.clock(),
        }
    }

    /// The verdict of the worst tick; of an interrupted run, unless something failed, that it is incomplete.
    fn finish(self) -> Result<Verdict, Failure> {
        let (probed, targets) = (self.outcomes.len(), self.prober.targets());
        let mut verdict = self.worst.unwrap_or_else(|| Verdict::incomplete("nothing was probed"));
        if probed < targets {
            let interrupted = format!("interrupted: {probed} of {targets} targets were probed");
            self.app.ui.status(&interrupted);
            if verdict.exit == Exit::Well {
                verdict = Verdict { perf: verdict.perf, ..Verdict::incomplete(interrupted) };
            }
        }
        if let Some(database) = &self.database {
            store_run(
                database,
                self.app.now(),
                self.app.global.now.unwrap_or_else(|| self.app.clock()),
                verdict.exit as u8,
            )?;
        }
        Ok(verdict)
    }
}

impl From<TickError> for Failure {
    fn from(error: TickError) -> Self {
        Self::usage(error.to_string())
    }
}
