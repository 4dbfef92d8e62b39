//! What happened and is no alert: deployments, orders, sign-ups. Keeps them; who is told is said by routes.

mod happening;
mod name;
mod route;
mod statements;
mod store;

pub(crate) use name::{DEPLOY, DEPLOYMENT, EventKind, EventLabel};
pub(crate) use store::{Event, New, find, list, record};
