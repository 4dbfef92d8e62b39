//! Log lines in the own logs database: put in from files, searched, counted.
//!
//! Takes sessions of the logs database alone, and never the other one.

mod filter;
mod import;
mod level;
mod search;
mod statements;
mod stats;
mod words;

pub(crate) use filter::Filter;
pub(crate) use import::{Import, ImportError, Imported, Input};
pub(crate) use level::Level;
pub(crate) use search::{Hit, Order, search};
pub(crate) use stats::{By, Group, stats};
pub(crate) use words::Words;
