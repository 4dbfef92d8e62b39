//! Pushes samples to a receiver or the own database. What a sample is, `ingest` knows.

mod destination;
mod source;

pub(crate) use destination::{Receiver, Unsent, keep};
pub(crate) use source::{LineError, of_query, read_lines};
