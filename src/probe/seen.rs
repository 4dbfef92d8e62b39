//! What one attempt saw, kept apart from how it ended: a failed attempt has seen something too.

use std::fmt;
use std::time::{Duration, Instant};

use jiff::Timestamp;

/// A part of a probe that is timed on its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Phase {
    #[default]
    Resolve,
    Connect,
    Tls,
    /// From the request to the head of the answer.
    FirstByte,
    /// The body.
    Transfer,
}

impl Phase {
    pub(crate) const ALL: [Self; 5] =
        [Self::Resolve, Self::Connect, Self::Tls, Self::FirstByte, Self::Transfer];
}

/// What was going on, as in "timed out after 5s while connecting".
impl fmt::Display for Phase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Resolve => "resolving the name",
            Self::Connect => "connecting",
            Self::Tls => "agreeing on TLS",
            Self::FirstByte => "waiting for an answer",
            Self::Transfer => "reading the answer",
        })
    }
}

/// What one attempt saw.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// When the probe began.
    pub started: Timestamp,
    /// The phase that goes on, or went on last.
    pub phase: Phase,
    spent: [Option<Duration>; Phase::ALL.len()],
    pub status_code: Option<u16>,
    /// Days until the certificate expires; negative since it did.
    pub cert_days: Option<f64>,
}

impl Seen {
    pub(super) fn new(started: Timestamp) -> Self {
        Self {
            started,
            phase: Phase::default(),
            spent: Default::default(),
            status_code: None,
            cert_days: None,
        }
    }

    /// Does `work` and counts its time to `phase`. Redirects add up.
    pub(super) async fn during<T>(&mut self, phase: Phase, work: impl Future<Output = T>) -> T {
        self.phase = phase;
        let start = Instant::now();
        let done = work.await;
        *self.spent[phase as usize].get_or_insert_default() += start.elapsed();
        done
    }

    /// Milliseconds spent in a phase, if it came to an end.
    pub(crate) fn millis(&self, phase: Phase) -> Option<f64> {
        self.spent[phase as usize].map(millis)
    }
}

/// Milliseconds, to the microsecond.
pub(super) fn millis(length: Duration) -> f64 {
    (length.as_secs_f64() * 1e6).round() / 1e3
}
