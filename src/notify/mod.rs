//! The outbox and its delivery. Decides nothing about alerts: it carries out intents, each at least once, actions at
//! most once.

mod action;
pub(crate) mod channel;
mod deliver;
mod message;
mod outbox;
mod retry;
mod statements;

pub(crate) use deliver::{Deliverer, Delivery, FailedAttempt, Story, Telling};
pub(crate) use message::{Member, rehearse};
pub(crate) use outbox::{Intent, Kind, OutboxRow, Settled, put_intent, rows_of_incident, supersede};
