//! What can go wrong with a dashboard as a whole. A query that fails is none of these: its panel says so.

use crate::config::Problem;
use crate::db::DbError;
use crate::query::QueryError;
use crate::render::RenderError;
use crate::report::ReportError;

#[derive(Debug, thiserror::Error)]
pub(crate) enum DashboardError {
    #[error("no dashboard {0}")]
    Unknown(String),
    #[error("no store {0}")]
    Store(String),
    #[error("{0}")]
    Definition(Problem),
    #[error("{0} is no IANA time zone")]
    Zone(String),
    #[error(transparent)]
    Database(#[from] DbError),
    #[error(transparent)]
    Query(#[from] QueryError),
    #[error(transparent)]
    Render(#[from] RenderError),
    #[error(transparent)]
    Report(#[from] ReportError),
}
