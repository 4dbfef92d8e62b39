//! Metrics on their way out: pushed to a receiver or the own database, or written as Prometheus reads them. What a sample
//! is, `ingest` knows.

mod destination;
mod exposition;
mod source;

pub(crate) use destination::{Receiver, Unsent, keep};
pub(crate) use exposition::{CONTENT_TYPE, Family, exposition, valid_name};
pub(crate) use source::{LineError, of_query, read_lines};
