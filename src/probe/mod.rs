//! Probes: what answers, how fast, and if not, why not. One file a kind; the runner, the judgement and the rows are
//! shared. Nothing here touches the database while it is on the network.

mod check;
mod connect;
mod exchange;
mod expect;
mod hop;
mod http;
mod junit;
mod outcome;
mod prober;
mod resolve;
mod seen;
mod statements;
mod summary;
mod table;
mod tcp;
mod ticks;
mod tls;
mod trust;

pub(crate) use check::{PrepareError, prepare};
pub(crate) use junit::junit;
pub(crate) use outcome::{Judgement, Outcome};
pub(crate) use prober::Prober;
pub(crate) use statements::{store, store_run};
pub(crate) use summary::{phases, summary};
pub(crate) use table::{Detail, table};
pub(crate) use ticks::{TickError, Ticks};
