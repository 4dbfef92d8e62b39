//! From alerts to incidents, and who is told what. Sends nothing.

mod apply;
mod plan;
mod statements;
mod store;
mod story;

pub(crate) use apply::apply;
pub(crate) use plan::Policy;
pub(crate) use store::{Incident, acknowledge, find, list};
pub(crate) use story::Stories;
