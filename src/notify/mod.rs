//! The outbox and its delivery. Decides nothing about alerts: it carries out intents, each at least once, actions at
//! most once.

mod action;
pub(crate) mod channel;
mod claim;
mod deliver;
mod delivery;
mod kind;
mod lanes;
mod manage;
mod message;
mod outbox;
mod rate;
mod refresh;
mod retry;
mod state;
mod statements;
mod story;
mod tally;

pub(crate) use deliver::Deliverer;
pub(crate) use delivery::{Delivery, FailedAttempt};
pub(crate) use kind::Kind;
pub(crate) use manage::{OutboxFilter, drop_row, find_row, list_rows, retry_row, rows_of_subject};
pub(crate) use message::rehearse;
pub(crate) use outbox::{
    Intent, OutboxRow, Settled, Subject, bring_back, given_up, put_intent, rows_of_incident, shared_bundle,
    supersede,
};
pub(crate) use state::State;
pub(crate) use story::{Happening, Look, Member, Story, Tale, Telling};
pub(crate) use tally::{Share, Tally};
