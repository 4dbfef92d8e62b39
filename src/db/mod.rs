//! SQL drivers, migrations and the values that cross them. Nothing outside this module knows a driver.
//!
//! Calls block: never make one on an async thread.

mod database;
mod run;
mod source;
mod sqlite;
mod value;
mod writer;

pub(crate) use database::{Backend, Database, DbError, Health, Row, Session, Statement, create_source};
pub(crate) use source::{
    Condition, Limits, Prepared, Source, SourceError, SourceOptions, evaluate_condition, open_source,
};
pub(crate) use sqlite::Scratch;
pub(crate) use value::{Table, Value};
pub(crate) use writer::{Task, Writer};
