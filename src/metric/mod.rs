//! Metrics and heartbeats on their way out: pushed to a receiver, through a spool where it cannot be reached, or to the own
//! database, or written as Prometheus reads them. What a sample is, `ingest` knows.

mod delivery;
mod destination;
mod exposition;
#[cfg(feature = "fuzz")]
pub(crate) mod fuzz;
mod payload;
mod process;
mod source;
mod spool;
mod statements;
mod text;

pub(crate) use delivery::{Delivery, flush, keep, send_now, send_spooled};
pub(crate) use destination::{Destination, Refused, Sender, Unable};
pub(crate) use exposition::{CONTENT_TYPE, Family, exposition, valid_name};
pub(crate) use payload::Payload;
pub(crate) use process::{ProcessError, running, usage};
pub(crate) use source::{LineError, in_order, of_process, of_query, read_any};
pub(crate) use spool::{Spool, remove as remove_spooled, spooled, spooled_ids};
