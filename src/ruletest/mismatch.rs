//! What a test expected and what there was.

use std::fmt;

use serde::Serialize;

use crate::time::Duration;

/// One thing that is not as a case expects it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Mismatch {
    /// The line of the case.
    pub line: usize,
    /// The case's time since the test's beginning.
    pub eval_time: Duration,
    /// The rule; `None` for notifications.
    pub alertname: Option<String>,
    pub difference: Difference,
    /// Which alert or notification.
    pub instance: String,
    /// What is known of it that helps.
    pub reason: String,
}

/// How something is not as expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Difference {
    /// Expected, and not there.
    Missing,
    /// There, and not expected.
    Unexpected,
    /// There, and not as expected.
    Different,
    /// The rule could not be evaluated.
    Error,
}

impl Difference {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unexpected => "unexpected",
            Self::Different => "different",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let about = self.alertname.as_deref().unwrap_or("notifications");
        write!(out, "{about} at {}: {}", self.eval_time, self.difference.word())?;
        if !self.instance.is_empty() {
            write!(out, " {}", self.instance)?;
        }
        if self.reason.is_empty() { Ok(()) } else { write!(out, ": {}", self.reason) }
    }
}
