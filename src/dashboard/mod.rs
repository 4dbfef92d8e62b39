//! Dashboards: a definition, the model that it fills as of an instant, and the model as HTML.
//!
//! Every number comes from the query catalogue, incidents from the own database. Nothing here knows whether a page is
//! served or written to a file.

mod alerts;
mod answers;
mod build;
mod definition;
mod error;
mod health;
mod html;
mod level;
mod lines;
mod make;
mod model;
mod shelf;
mod site;
mod statements;
mod values;
mod verdict;

pub(crate) use build::Builder;
pub(crate) use definition::Definition;
pub(crate) use error::DashboardError;
pub(crate) use html::{BAR, Frame, SCRIPT, STYLE, beside, templates};
pub(crate) use make::Made;
pub(crate) use shelf::Shelf;
pub(crate) use site::{HOME, STORE, Site, slug};
