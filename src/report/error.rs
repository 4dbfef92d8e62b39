//! What can go wrong with a report as a whole. A query that fails is none of these: its section says so.

use jiff::civil::Date;

use crate::query::QueryError;
use crate::render::RenderError;

#[derive(Debug, thiserror::Error)]
pub(crate) enum ReportError {
    #[error("no report {name}: there are {known}")]
    Unknown { name: String, known: String },
    #[error("{file}:{line}: {reason}")]
    Definition { file: String, line: usize, reason: String },
    #[error("{0} is not over and has not begun: a report looks back")]
    Future(Date),
    #[error("{0} cannot be placed in the calendar")]
    Calendar(Date),
    #[error("no store {0}")]
    Store(String),
    #[error("{0} is no IANA time zone")]
    Zone(String),
    #[error("chart {name}: {reason}")]
    Picture { name: String, reason: String },
    #[error(transparent)]
    Render(#[from] RenderError),
}

/// Why a section has no rows.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SectionError {
    #[error(transparent)]
    Query(#[from] QueryError),
    #[error("there is no column {name}: there are {known}")]
    Column { name: String, known: String },
}
