//! Post-incident reviews: drafted from stored evidence, kept as Markdown files, and held to their limits. Causes and
//! lessons are people's.

mod action;
mod beginning;
mod block;
mod budget;
mod course;
mod document;
mod draft;
mod ended;
mod escape;
mod export;
mod finding;
mod folder;
mod front;
mod gather;
mod html;
mod impact;
mod lines;
mod note;
mod placeholder;
mod refresh;
mod review;
mod reviewed;
mod similar;
mod statements;
mod timeline;

pub(crate) use action::Action;
pub(crate) use block::Torn;
pub(crate) use document::{Document, Standing};
pub(crate) use draft::{draft, rehearse};
pub(crate) use ended::look_up_ends;
pub(crate) use export::{page, without_markers};
pub(crate) use finding::{Finding, Level, check, doubled};
pub(crate) use folder::{BYTE_ORDER_MARK, Folder, Reviews, open_actions};
pub(crate) use gather::{Gatherer, Scope, by_alert, by_incident};
pub(crate) use note::{add as add_note, line as note_line};
pub(crate) use refresh::{Outcome, Refreshed, refresh};
pub(crate) use review::Review;
pub(crate) use reviewed::{reviewed, unreviewed};
