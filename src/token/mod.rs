//! Tokens that people make for senders, readers and themselves. A token is shown once, when it is made; what is kept is
//! its hash: of 256 random bits there is nothing to guess, so that a plain SHA-256 is enough.

mod hash;
mod scope;
mod statements;
mod store;

pub(crate) use hash::TokenHash;
pub(crate) use scope::Scope;
pub(crate) use store::{Live, NewToken, Revoked, Token, create, guards_view, list, live, note_used, revoke};
