//! What the HTTP receiver and a push into the own database share: samples, heartbeats and log lines in, rows out.
//!
//! Reading is pure and gives types that cannot be wrong; storing takes a session, so that one transaction holds it all.

mod error;
mod fields;
#[cfg(feature = "fuzz")]
pub(crate) mod fuzz;
mod heartbeat;
mod log;
mod name;
mod posted;
mod push;
mod sample;
mod series;
mod statements;
mod store;

pub(crate) use error::IngestError;
pub(crate) use heartbeat::Heartbeat;
pub(crate) use log::{LogBatch, LogRecord};
pub(crate) use name::{MetricName, check_labels};
pub(crate) use posted::Posted;
pub(crate) use push::Push;
pub(crate) use sample::Sample;
pub(crate) use series::{SeriesIndex, SeriesLimits};
pub(crate) use store::{store_heartbeats, store_logs, store_push, store_samples};
