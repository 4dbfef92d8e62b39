//! What a token is good for.

use serde::Serialize;

/// Each is for one thing: who sends need not see, and who sees need not send. Who operates may see, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Scope {
    /// Send heartbeats, metrics and logs, of one store or of all.
    Ingest,
    /// Look at the dashboards, and read `/metrics`.
    View,
    /// Act on incidents, and look.
    Operate,
}

impl Scope {
    const ALL: [Self; 3] = [Self::Ingest, Self::View, Self::Operate];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Ingest => "ingest",
            Self::View => "view",
            Self::Operate => "operate",
        }
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == text)
    }

    /// Whether it lets somebody read.
    pub(crate) fn may_view(self) -> bool {
        matches!(self, Self::View | Self::Operate)
    }
}
