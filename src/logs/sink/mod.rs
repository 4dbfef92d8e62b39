//! Where batches go: one file a kind of receiver.

mod monitoring;

pub(crate) use monitoring::MonitoringSink;

use super::record::Record;

/// A receiver of batches.
pub(crate) trait Sink {
    /// Sends once; never repeats.
    fn send(&self, records: &[Record]) -> Reply;
}

/// What a receiver said to a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// It has the batch.
    Taken,
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
    fn send(&self, _: &[Record]) -> Reply {
        Reply::Taken
    }
}
