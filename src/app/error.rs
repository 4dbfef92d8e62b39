//! What a verb fails with: an exit code, a sentence and a hint that lets the reader act.

use super::Exit;
use crate::config::{ConfigError, SecretError, nearest};
use crate::db::{DbError, SourceError};
use crate::logs::ShipError;
use crate::query::QueryError;
use crate::render::RenderError;
use crate::report::ReportError;

/// Why a verb could not do its work.
#[derive(Debug)]
pub(crate) struct Failure {
    pub exit: Exit,
    pub message: String,
    pub hint: Option<String>,
}

impl Failure {
    pub(crate) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into(), hint: None }
    }

    /// The command line or a file is wrong: exit 2.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    /// Database, network or delivery: exit 3.
    pub(crate) fn incomplete(message: impl Into<String>) -> Self {
        Self::new(Exit::Incomplete, message)
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Hints at the nearest of `known` in place of any other hint, if one is near.
    pub(crate) fn nearest<'a>(self, wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(wrong, known) {
            Some(right) => self.hint(format!("did you mean {right}?")),
            None => self,
        }
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        let failure = Self::usage(error.to_string());
        match error {
            ConfigError::Absent { .. } => {
                failure.hint("`tillwatch init cashier` writes a project, `--config FILE` names one")
            }
            ConfigError::Unreadable { .. } => failure,
            ConfigError::Wrong(_) => failure.hint("`tillwatch check` lists every problem of the project"),
        }
    }
}

impl From<SecretError> for Failure {
    fn from(error: SecretError) -> Self {
        Self::usage(error.to_string()).hint("set the variable or write the file that the configuration names")
    }
}

impl From<DbError> for Failure {
    fn from(error: DbError) -> Self {
        let failure = Self::incomplete(error.to_string());
        match error {
            DbError::Absent { .. } => {
                failure.hint("`tillwatch evaluate-alerts`, `probe` or `serve` makes it on the first run")
            }
            DbError::Foreign { .. } => {
                failure.hint("let [database] path name another file; this one was left as it is")
            }
            DbError::Newer { .. } => failure.hint("run the tillwatch that wrote it, or a newer one"),
            DbError::Corrupt { .. } => {
                failure.hint("keep a copy of the file, then restore a backup or move it away to start anew")
            }
            DbError::Full { .. } => {
                failure.hint("free space; nothing of this run was stored, and what was stored is whole")
            }
            DbError::Busy { .. } => {
                failure.hint("another process holds a write open; run again when it is done")
            }
            DbError::Io { .. } => {
                failure.hint("check that the folder exists and that this user may write there")
            }
            DbError::Statement { .. } | DbError::Refused(_) => failure,
        }
    }
}

impl From<SourceError> for Failure {
    fn from(error: SourceError) -> Self {
        let message = error.to_string();
        match error {
            SourceError::Sql { .. } | SourceError::Forbidden { .. } => Self::usage(message),
            SourceError::Unbound(name) => Self::usage(message).hint(format!("give it by `-p {name}=VALUE`")),
            SourceError::Absent { source_name, .. } if ["own", "logs"].contains(&&*source_name) => {
                Self::incomplete(message)
                    .hint("`tillwatch evaluate-alerts`, `probe` or `serve` makes it on the first run")
            }
            SourceError::Absent { .. } => {
                Self::incomplete(message).hint("check [sources] path; it is relative to tillwatch.toml")
            }
            SourceError::Open { .. } => Self::incomplete(message),
            SourceError::TimedOut(_) => Self::incomplete(message)
                .hint("narrow the window, add an index, or raise the source's timeout"),
            SourceError::TooManyRows(_) => Self::incomplete(message).hint("aggregate, or add a LIMIT"),
        }
    }
}

impl From<QueryError> for Failure {
    fn from(error: QueryError) -> Self {
        match error {
            QueryError::Source { name, error } => {
                let inner = Self::from(error);
                Self { message: format!("query {name}: {}", inner.message), ..inner }
            }
            QueryError::Unknown { .. } if error.nearest().is_none() => {
                Self::usage(error.to_string()).hint("`tillwatch query list` lists them")
            }
            other => {
                let failure = Self::usage(other.to_string());
                match other.nearest() {
                    Some(name) => failure.hint(format!("did you mean {name}?")),
                    None => failure,
                }
            }
        }
    }
}

impl From<ShipError> for Failure {
    fn from(error: ShipError) -> Self {
        match error {
            ShipError::Database(error) => error.into(),
            ShipError::DeadLetter { .. } => Self::incomplete(error.to_string()),
        }
    }
}

impl From<ReportError> for Failure {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::Render(error) => error.into(),
            ReportError::Picture { .. } => Self::incomplete(error.to_string()),
            ReportError::Unknown { ref name, .. } => Self::usage(error.to_string())
                .hint(format!("write templates/reports/{name}.toml, and there is one")),
            ReportError::Store(_) => {
                Self::usage(error.to_string()).hint("[[stores]] in tillwatch.toml lists them")
            }
            other => Self::usage(other.to_string()),
        }
    }
}

impl From<RenderError> for Failure {
    fn from(error: RenderError) -> Self {
        Self::usage(error.to_string()).hint("`tillwatch check` renders every template")
    }
}
