//! What can go wrong with a query.

use crate::config::Problem;
use crate::db::SourceError;

/// Why a query gave no result.
#[derive(Debug, thiserror::Error)]
pub(crate) enum QueryError {
    #[error("no query {name}")]
    Unknown { name: String, nearest: Option<String> },
    #[error("{problem}")]
    Unreadable { problem: Problem },
    #[error("query {name} names the source {source_name}, which tillwatch.toml does not have")]
    UnknownSource { name: String, source_name: String, nearest: Option<String> },
    #[error(
        "query {name} names the source {source_name}, a Prometheus, which reads no SQL: ask it by a rule's `expr`"
    )]
    NoSql { name: String, source_name: String },
    #[error("query {name} has no parameter :{parameter}")]
    UnknownParameter { name: String, parameter: String, nearest: Option<String> },
    #[error("query {name}: {error}")]
    Source { name: String, error: SourceError },
    /// The source refuses the statement itself: the file is wrong.
    #[error("{problem}")]
    Statement { name: String, problem: Problem },
    #[error("query {name} gives no column {column}, which its front matter calls a label")]
    MissingLabel { name: String, column: String, nearest: Option<String> },
    #[error("query {name} says `instances: stores`, and {label}, which names a store, is none of its labels")]
    StoresWithoutLabel { name: String, label: String },
    #[error("query {name} gives {found:?} where a number belongs, in the column value")]
    NotANumber { name: String, found: String },
}

impl QueryError {
    /// The known name that was probably meant.
    pub(crate) fn nearest(&self) -> Option<&str> {
        match self {
            Self::Unknown { nearest, .. }
            | Self::UnknownSource { nearest, .. }
            | Self::UnknownParameter { nearest, .. }
            | Self::MissingLabel { nearest, .. } => nearest.as_deref(),
            Self::Source { .. }
            | Self::Unreadable { .. }
            | Self::NoSql { .. }
            | Self::Statement { .. }
            | Self::StoresWithoutLabel { .. }
            | Self::NotANumber { .. } => None,
        }
    }
}
