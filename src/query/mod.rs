//! The catalogue of queries: front matter, parameters, running, the result that comes back.
//!
//! A query's file name is its metric's name; a rule, a report tile and an exported metric all name the same file.

mod catalogue;
mod error;
mod file;
mod front;
pub(crate) mod lint;
mod prometheus;
pub(crate) mod promql;
mod result;
mod run;
mod target;

pub(crate) use catalogue::Catalogue;
pub(crate) use error::QueryError;
pub(crate) use file::Query;
pub(crate) use front::{FrontMatter, Instances};
pub(crate) use prometheus::prometheus_source;
pub(crate) use result::{QueryResult, Series, known_instances};
pub(crate) use run::{Runner, Window};
pub(crate) use target::Target;
