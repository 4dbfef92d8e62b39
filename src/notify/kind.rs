//! What a message is about.

use crate::db::DbError;

/// What an intent is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    /// An incident opened.
    Open,
    /// Alerts joined it or ended.
    Update,
    /// It still goes on.
    Repeat,
    /// Nobody answered: the next ones are told.
    Escalate,
    /// It ended.
    End,
    /// Something happened that somebody wants to know: a deployment, an order.
    Event,
    /// Whether a channel works.
    Test,
    /// A command is to run.
    Action,
}

impl Kind {
    const ALL: [Self; 8] = [
        Self::Open,
        Self::Update,
        Self::Repeat,
        Self::Escalate,
        Self::End,
        Self::Event,
        Self::Test,
        Self::Action,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Update => "update",
            Self::Repeat => "repeat",
            Self::Escalate => "escalate",
            Self::End => "end",
            Self::Event => "event",
            Self::Test => "test",
            Self::Action => "action",
        }
    }

    pub(super) fn parse(text: &str) -> Result<Self, DbError> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name() == text)
            .ok_or_else(|| DbError::Refused(format!("the outbox has a row of the unknown kind {text:?}")))
    }

    /// Whether it tells somebody of an incident for what may be the first time.
    pub(crate) const fn is_opening(self) -> bool {
        matches!(self, Self::Open | Self::Update | Self::Repeat | Self::Escalate)
    }
}
