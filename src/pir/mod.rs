//! Drafts post-incident reviews from stored evidence: header, timeline and impact. Causes and lessons are people's.

mod gather;
mod impact;
mod review;
mod timeline;

pub(crate) use gather::{Gatherer, Scope, by_alert, by_incident};
pub(crate) use review::{Review, review_id};
