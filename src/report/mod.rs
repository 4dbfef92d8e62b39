//! Reports: a definition, the model that it fills, and the model's renderings. Every number comes from the query
//! catalogue; reliability is computed from the checks that a query lists.

mod apart;
mod ask;
mod build;
mod charts;
mod csv;
mod definition;
mod error;
mod fill;
mod link;
mod marks;
mod model;
mod news;
mod output;
mod period;
mod reliability;
mod sparks;
mod summary;
mod text;

pub(crate) use build::{Builder, Request, numerals};
pub(crate) use charts::pictures;
pub(crate) use csv::csv_table;
pub(crate) use definition::{Definition, Origin, SectionDefinition, unit};
pub(crate) use error::ReportError;
pub(crate) use link::link;
pub(crate) use model::{Level, Report};
pub(crate) use output::{Form, render};
pub(crate) use period::{Bounds, Period};
pub(crate) use summary::figures;
pub(crate) use text::Canvas;
