//! Ships log files: find by glob, know again by identity, redact, batch, deliver, remember how far.
//!
//! Keeps no spool: the file is the spool. A run that cannot deliver ends and leaves the checkpoint where it was; nothing
//! is retried within a run. Whoever receives a batch twice sees the same record ids twice.

mod batch;
mod checkpoint;
mod content;
mod dead_letter;
mod decode;
mod deliver;
mod fields;
mod filter;
mod find;
#[cfg(feature = "fuzz")]
pub(crate) mod fuzz;
mod group;
mod heir;
mod identity;
mod lesson;
mod lines;
mod read;
mod recognise;
mod record;
mod report;
mod resend;
mod shape;
mod ship;
mod sink;
mod splay;
mod statements;
mod status;
pub(crate) mod stored;
mod stream;
mod track;
mod variables;
mod work;

pub(crate) use dead_letter::{DeadLetter, DeadLetters};
pub(crate) use filter::Filter;
pub(crate) use find::Patterns;
pub(crate) use record::{Record, Treatment};
pub(crate) use report::{FileReport, Shipped};
pub(crate) use resend::{Resent, resend};
pub(crate) use shape::Shape;
pub(crate) use ship::{Entry, Options, ShipError, ship};
pub(crate) use sink::{
    Connection, Credentials, ElasticsearchSink, FileSink, Http, LINES, Limits, LokiSink, MonitoringSink,
    Nowhere, OwnSink, Reply, Sink, StreamSink,
};
pub(crate) use splay::splay;
pub(crate) use status::{Progress, status};
pub(crate) use track::StartAt;

#[cfg(test)]
mod properties;
