//! Metrics on their way out: pushed to a receiver or the own database, or written as Prometheus reads them. What a sample
//! is, `ingest` knows.

mod destination;
mod exposition;
mod process;
mod source;
mod text;

pub(crate) use destination::{Receiver, Unsent, keep};
pub(crate) use exposition::{CONTENT_TYPE, Family, exposition, valid_name};
pub(crate) use process::{ProcessError, usage};
pub(crate) use source::{LineError, in_order, of_process, of_query, read_any};
