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
mod pages;
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
pub(crate) use disk::Disk;
pub(crate) use intake::Intake;
pub(crate) use issued::Issued;
pub(crate) use pages::{Door, DoorError, Gallery, SessionKey};
pub(crate) use rate::Limiter;
pub(crate) use receiver::{Receiver, ServeError};
pub(crate) use tls::{Tls, TlsError};

use crate::render::{RenderError, Templates};

/// Renders every page of its own for whatever it may be asked for, and forgets the result.
pub(crate) fn rehearse_pages(templates: &Templates) -> Result<(), RenderError> {
    ack::rehearse(templates)?;
    pages::rehearse(templates)
}
