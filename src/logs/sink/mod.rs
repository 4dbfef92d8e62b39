//! Where batches go: one file a kind of receiver.

mod monitoring;

pub(crate) use monitoring::MonitoringSink;

use super::record::Record;

/// A receiver of batches.
pub(crate) trait Sink {
    /// The most that one batch may hold.
    fn limits(&self) -> Limits;

    /// Sends once; never repeats.
    fn send(&self, records: &[Record]) -> Reply;
}

/// The most that one batch may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Bytes of the body, before any compression.
    pub body: usize,
    pub records: usize,
}

/// What a receiver said to a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// It has the batch.
    Taken,
    /// It has the batch but for these records, by their place in it, which it will never take; each with its reason.
    #[cfg_attr(not(test), expect(dead_code, reason = "for receivers that judge each record"))]
    Partly(Vec<(usize, String)>),
    /// It takes no batch of this size; a smaller one perhaps.
    TooLarge(String),
    /// It will never take this batch as it is; parts of it perhaps.
    Refused(String),
    /// It could not be reached, or takes nothing for now: the rest waits for the next run.
    Unable(String),
    /// The user or the system asked this process to stop.
    Interrupted,
}

/// Takes everything and sends nothing, for dry runs.
pub(crate) struct Nowhere;

impl Sink for Nowhere {
    fn limits(&self) -> Limits {
        monitoring::LIMITS
    }

    fn send(&self, _: &[Record]) -> Reply {
        Reply::Taken
    }
}
