//! The HTTP receiver: handlers only. What is received is read and stored by `ingest`.
//!
//! An answer of 200 says that the rows are on disk. Database calls run on blocking threads, never on the one that
//! serves.

mod access;
mod ack;
mod handlers;
mod life;
mod receiver;
mod refusal;
mod scrape;
mod statements;

pub(crate) use access::{Access, AccessError};
pub(crate) use ack::rehearse as rehearse_pages;
pub(crate) use receiver::{Receiver, ServeError};
