//! A target made ready, and one probe of it: attempts, each within its time, until one is well.

use std::path::Path;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use tokio::time::{sleep, timeout};

use super::http::HttpCheck;
use super::outcome::{Judgement, Limits, Outcome, judge};
use super::seen::{Seen, millis};
use super::tcp;
use super::trust::Trusts;
use crate::config::{HeaderError, Target, TcpTarget};
use crate::net::NetError;

/// How long to wait before another attempt: enough for a dropped packet or a restarting worker.
const PAUSE: Duration = Duration::from_millis(250);

/// A target, ready to be probed.
pub(crate) struct Check {
    pub name: String,
    kind: Kind,
}

/// A new kind of target is one arm in each `match` on this, and one file.
enum Kind {
    Http(Box<HttpCheck>),
    Tcp(TcpTarget),
}

/// Why a target cannot be probed at all.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PrepareError {
    #[error(transparent)]
    Header(#[from] HeaderError),
    #[error(transparent)]
    Net(#[from] NetError),
}

/// Makes targets ready: reads secrets and certificates. `folder` is where their paths begin.
///
/// The error carries the name of the target.
pub(crate) fn prepare(
    targets: impl IntoIterator<Item = (String, Target)>,
    folder: &Path,
) -> Result<Vec<Check>, (String, PrepareError)> {
    let mut trusts = Trusts::default();
    let ready = |(name, target)| {
        let kind = match target {
            Target::Http(target) => match HttpCheck::new(*target, folder, &mut trusts) {
                Ok(check) => Kind::Http(Box::new(check)),
                Err(error) => return Err((name, error)),
            },
            Target::Tcp(target) => Kind::Tcp(target),
        };
        Ok(Check { name, kind })
    };
    targets.into_iter().map(ready).collect()
}

impl Check {
    /// Probes until an attempt is well or none is left.
    pub(super) async fn probe(&self, started: Timestamp) -> Outcome {
        let limits = self.limits();
        let mut attempts = 0;
        loop {
            attempts += 1;
            let (seen, judgement, took) = self.attempt(&limits, started).await;
            let failed = matches!(judgement, Judgement::Failed(_));
            if failed && attempts <= limits.retries {
                sleep(PAUSE).await;
                continue;
            }
            return Outcome {
                target: self.name.clone(),
                kind: self.kind_name(),
                judgement,
                response_ms: millis(took),
                limit_ms: limits.max_latency.map(|limit| millis(limit.std())),
                seen,
                attempts,
            };
        }
    }

    async fn attempt(&self, limits: &Limits, started: Timestamp) -> (Seen, Judgement, Duration) {
        let mut seen = Seen::new(started);
        let start = Instant::now();
        let ended = timeout(limits.timeout.std(), self.ask(&mut seen)).await;
        let took = start.elapsed();
        let judgement = match ended {
            Ok(Ok(())) => judge(limits, took, seen.cert_days),
            Ok(Err(reason)) => Judgement::Failed(reason),
            Err(_) => Judgement::Failed(format!("timed out after {} while {}", limits.timeout, seen.phase)),
        };
        (seen, judgement, took)
    }

    async fn ask(&self, seen: &mut Seen) -> Result<(), String> {
        match &self.kind {
            Kind::Http(check) => check.probe(seen).await,
            Kind::Tcp(target) => tcp::probe(target, seen).await,
        }
    }

    fn limits(&self) -> Limits {
        match &self.kind {
            Kind::Http(check) => check.limits(),
            Kind::Tcp(target) => tcp::limits(target),
        }
    }

    fn kind_name(&self) -> &'static str {
        match &self.kind {
            Kind::Http(_) => "http",
            Kind::Tcp(_) => "tcp",
        }
    }
}
