//! For `cli` alone: what a verb needs, built when it is first asked for, and the only printer.

mod context;
mod delivery;
mod error;
mod exit;
mod lock;
mod project;
mod ui;
mod wrap;

pub(crate) use context::{App, Global};
pub(crate) use error::Failure;
pub(crate) use exit::{Exit, ExitStyle, Perf, Verdict};
pub(crate) use lock::RunLock;
pub(crate) use project::{Project, no_rules, with_own_databases};
pub(crate) use ui::{ColorChoice, Format, Listing, Ui, csv_text, json_text, records};
