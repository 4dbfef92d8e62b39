//! Where batches go: one file a kind of receiver, and one suite (`contract`) that holds all of them.

mod answer;
#[cfg(test)]
mod contract;
mod elasticsearch;
mod file;
mod http;
mod json;
mod lines;
mod loki;
mod monitoring;
mod own;
mod pace;

pub(crate) use elasticsearch::ElasticsearchSink;
pub(crate) use file::FileSink;
pub(crate) use http::{Connection, Credentials, Http};
pub(crate) use lines::{LIMITS as LINES, StreamSink};
pub(crate) use loki::LokiSink;
pub(crate) use monitoring::MonitoringSink;
pub(crate) use own::OwnSink;

use jiff::SignedDuration;

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
    /// Bytes of the body that a record takes beside its text, its level and its event.
    pub frame: usize,
}

/// What a receiver said to a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// It has the batch.
    Taken,
    /// It has the batch but for these records, by their place in it, which it will never take; each with its reason.
    Partly(Vec<(usize, String)>),
    /// It takes no batch of this size; a smaller one perhaps.
    TooLarge(String),
    /// It will never take this batch as it is; parts of it perhaps.
    Refused(String),
    /// It could not be reached, or takes nothing for now: the rest waits for the next run.
    Unable(String),
    /// The same, and it wants no run before so much time has gone by.
    Later(String, SignedDuration),
    /// The user or the system asked this process to stop.
    Interrupted,
}

/// Takes everything and sends nothing, for dry runs.
pub(crate) struct Nowhere(pub Limits);

impl Sink for Nowhere {
    fn limits(&self) -> Limits {
        self.0
    }

    fn send(&self, _: &[Record]) -> Reply {
        Reply::Taken
    }
}
