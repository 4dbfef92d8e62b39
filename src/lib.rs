//! tillwatch: monitoring verbs for shops, tills and the services behind them.
//!
//! The library exists for the binary and its tests; [`run`] is the whole public entry point. The flow, the layers and
//! the contracts are described in docs/architecture.md.

mod alert;
mod app;
mod audit;
mod baseline;
mod chart;
mod cli;
mod config;
mod dashboard;
mod db;
mod demo;
mod event;
#[cfg(feature = "fuzz")]
#[doc(hidden)]
pub mod fuzz;
mod heartbeat;
mod incident;
mod ingest;
mod inventory;
mod label;
mod logs;
mod metric;
mod net;
mod notify;
mod pir;
mod probe;
mod query;
mod redact;
mod render;
mod report;
mod retention;
mod route;
mod ruletest;
mod schedule;
mod serve;
mod stats;
mod time;
mod token;
mod watchdog;

pub use cli::run;
