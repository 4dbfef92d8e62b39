//! What has become of an intent.

use std::fmt;

use crate::db::DbError;

/// The state of an outbox row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Queued,
    /// A run has claimed it, and has not said yet how that ended.
    Sending,
    Sent,
    /// Withdrawn before anybody tried.
    Superseded,
    /// Nobody can be told, or nobody needs to be any more.
    Skipped,
    /// Given up after attempts that failed.
    Dead,
    /// Given up by hand.
    Dropped,
    /// An action that a run has started.
    Started,
    /// An action that was started by a run that died.
    Unknown,
}

impl State {
    pub(crate) const ALL: [Self; 9] = [
        Self::Queued,
        Self::Sending,
        Self::Sent,
        Self::Superseded,
        Self::Skipped,
        Self::Dead,
        Self::Dropped,
        Self::Started,
        Self::Unknown,
    ];

    /// As it is stored and printed.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Superseded => "superseded",
            Self::Skipped => "skipped",
            Self::Dead => "dead",
            Self::Dropped => "dropped",
            Self::Started => "started",
            Self::Unknown => "unknown",
        }
    }

    pub(super) fn parse(text: &str) -> Result<Self, DbError> {
        Self::ALL
            .into_iter()
            .find(|state| state.name() == text)
            .ok_or_else(|| DbError::Refused(format!("the outbox has a row of the unknown state {text:?}")))
    }

    /// Whether a message in it is still to be sent by a run to come.
    pub(crate) const fn is_waiting(self) -> bool {
        matches!(self, Self::Queued | Self::Sending)
    }
}

impl fmt::Display for State {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}
