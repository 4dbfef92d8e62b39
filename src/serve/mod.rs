//! The HTTP receiver: handlers only. What is received is read and stored by `ingest`.
//!
//! An answer of 200 says that the rows are on disk. One thread for each database writes what waits together in one
//! transaction; other database calls run on blocking threads, never on those that serve.

mod access;
mod ack;
mod batch;
mod caller;
mod complaints;
mod disk;
mod handlers;
mod intake;
mod issued;
mod life;
mod monitoring;
mod rate;
mod receiver;
mod refusal;
mod routes;
mod scrape;
mod server;
mod statements;
mod systemd;
mod tls;

pub(crate) use access::{Access, AccessError};
pub(crate) use ack::rehearse as rehearse_pages;
pub(crate) use disk::Disk;
pub(crate) use intake::Intake;
pub(crate) use issued::Issued;
pub(crate) use rate::Limiter;
pub(crate) use receiver::{Receiver, ServeError};
pub(crate) use tls::{Tls, TlsError};
