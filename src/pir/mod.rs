//! Post-incident reviews: drafted from stored evidence, kept as Markdown files, and held to their limits. Causes and
//! lessons are people's.

mod action;
mod block;
mod document;
mod finding;
mod folder;
mod front;
mod gather;
mod impact;
mod lines;
mod placeholder;
mod review;
mod timeline;

pub(crate) use action::Action;
pub(crate) use document::{Document, Standing};
pub(crate) use finding::{Finding, Level, check};
pub(crate) use folder::{Folder, Reviews, open_actions};
pub(crate) use gather::{Gatherer, Origin, Scope, by_alert, by_incident};
pub(crate) use review::Review;
