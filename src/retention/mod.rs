//! What is deleted once it is old: rows of both own databases, each kind after its own time.
//!
//! Never an alert, an incident, a message that has not arrived, an event, or the audit trail. Deletes in small
//! transactions, so that whoever writes meanwhile hardly waits.

mod check;
mod plan;
mod prune;
mod statements;

pub(crate) use check::damage;
pub(crate) use plan::{Share, of_logs, of_main};
pub(crate) use prune::{count, delete, shrink};
