//! Probes many targets at once, within a bound, until done or interrupted.

use std::io;
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use tokio::runtime::Runtime;
use tokio::task::{JoinHandle, JoinSet};

use super::check::Check;
use super::outcome::Outcome;
use crate::net;

/// Targets and the runtime that probes them.
pub(crate) struct Prober {
    runtime: Runtime,
    /// Ends when the user or the system asks to stop; its signals count while the database is written too.
    stop: JoinHandle<()>,
    checks: Vec<Arc<Check>>,
    concurrency: NonZeroUsize,
}

impl Prober {
    pub(crate) fn new(checks: Vec<Check>, concurrency: NonZeroUsize) -> io::Result<Self> {
        let runtime = net::runtime()?;
        let stop = runtime.spawn(net::interrupted());
        Ok(Self { runtime, stop, checks: checks.into_iter().map(Arc::new).collect(), concurrency })
    }

    /// Probes every target once, in the order given; fewer outcomes if interrupted. `now` is when the tick begins.
    pub(crate) fn tick(&mut self, now: Timestamp) -> Vec<Outcome> {
        let Self { runtime, stop, checks, concurrency } = self;
        runtime.block_on(tick(checks, concurrency.get(), now, stop))
    }

    /// Waits, shorter if interrupted.
    pub(crate) fn wait(&mut self, length: Duration) {
        let Self { runtime, stop, .. } = self;
        if stop.is_finished() {
            return;
        }
        runtime.block_on(async {
            tokio::select! {
                () = tokio::time::sleep(length) => {}
                _ = stop => {}
            }
        });
    }

    pub(crate) fn is_interrupted(&self) -> bool {
        self.stop.is_finished()
    }

    pub(crate) fn targets(&self) -> usize {
        self.checks.len()
    }
}

async fn tick(
    checks: &[Arc<Check>],
    concurrency: usize,
    now: Timestamp,
    stop: &mut JoinHandle<()>,
) -> Vec<Outcome> {
    let begun = Instant::now();
    let mut waiting = checks.iter().cloned().enumerate();
    let mut running = JoinSet::new();
    let mut ended: Vec<(usize, Outcome)> = Vec::with_capacity(checks.len());
    loop {
        while running.len() < concurrency
            && let Some((index, check)) = waiting.next()
        {
            running.spawn(async move { (index, check.probe(later(now, begun.elapsed())).await) });
        }
        tokio::select! {
            biased;
            _ = &mut *stop => break,
            done = running.join_next() => match done {
                // None is aborted while it is waited for, so an error is a panic.
                Some(done) => ended.push(done.unwrap_or_else(|error| resume_unwind(error.into_panic()))),
                None => break,
            },
        }
    }
    ended.sort_by_key(|(index, _)| *index);
    ended.into_iter().map(|(_, outcome)| outcome).collect()
}

/// Timestamps follow the tick's beginning, so that `--now` shifts them all.
fn later(now: Timestamp, by: Duration) -> Timestamp {
    SignedDuration::try_from(by).ok().and_then(|by| now.checked_add(by).ok()).unwrap_or(now)
}
