//! From alerts to incidents, and who is told what. Sends nothing.

mod apply;
mod by_hand;
mod desk;
mod ending;
mod explaining;
mod forecast;
mod glance;
#[cfg(test)]
mod invariants;
mod link;
mod member;
mod outlook;
mod past;
mod plan;
mod predecessor;
mod round;
mod silence;
mod statements;
mod store;
mod storm;
mod story;
mod suppress;
mod tally;
mod unreached;

pub(crate) use by_hand::{Act, Done};
pub(crate) use desk::Desk;
pub(crate) use forecast::Ahead;
pub(crate) use glance::{Glance, glance};
pub(crate) use link::{AckLink, LinkError, LinkKey};
pub(crate) use outlook::{Around, Foresight, Outlook, Standing, foresee, outlook, standing};
pub(crate) use past::open_at;
pub(crate) use round::Round;
pub(crate) use silence::{Silence, expire, silence, silences};
pub(crate) use store::{Incident, find, list};
pub(crate) use story::Stories;
pub(crate) use unreached::unreached;
