//! From a store's schedule and the age of its last heartbeat to a status. Receives nothing itself.
//!
//! What an age is, and when the receiver is out, is said once: by the queries [`AGE`] and [`SILENCE`].

mod check;
mod status;

pub(crate) use check::{Check, StoreHeartbeat, check};
pub(crate) use status::{Receiver, Status, Thresholds, status};

/// The query of each open store's age.
pub(crate) const AGE: &str = "heartbeat_age_seconds";

/// The query of the receiver's own silence.
pub(crate) const SILENCE: &str = "heartbeat_receiver_silence_seconds";
