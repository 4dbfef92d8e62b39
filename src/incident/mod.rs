//! From alerts to incidents, and who is told what. Sends nothing.

mod apply;
mod plan;
mod round;
mod statements;
mod store;
mod story;

pub(crate) use round::Round;
pub(crate) use store::{Incident, acknowledge, find, list};
pub(crate) use story::Stories;
