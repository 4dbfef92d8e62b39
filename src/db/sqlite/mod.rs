//! The `SQLite` driver: the own databases, read-only sources, and conditions.

mod as_of;
mod authorizer;
mod condition;
mod create;
mod functions;
mod migrate;
mod own;
mod read_only;
mod rewrite;
mod scratch;
mod value;

pub(super) use condition::Predicate;
pub(super) use create::create_source;
pub(super) use own::{Kind, Own};
pub(super) use read_only::ReadOnly;
pub(crate) use scratch::Scratch;
