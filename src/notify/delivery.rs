//! What became of one run's deliveries.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{OutboxRow, Settled};

/// Counts of one run, and what it could not deliver.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Delivery {
    pub sent: usize,
    pub retried: usize,
    pub dead: usize,
    pub skipped: usize,
    /// What still waits, from this run and earlier ones.
    pub waiting: i64,
    /// What of that waits because an attempt failed.
    pub failing: i64,
    /// What was given up, in this run and earlier ones.
    pub dead_letters: i64,
    pub failures: Vec<FailedAttempt>,
    /// What was amiss with messages that were sent all the same.
    pub notes: BTreeSet<String>,
    /// Beginnings that earlier runs gave up, of incidents that are open: somebody does not know.
    #[serde(skip)]
    pub untold: Vec<OutboxRow>,
    /// Open incidents whose beginning reaches nobody, and why.
    #[serde(skip)]
    pub unreached: Vec<(i64, String)>,
}

/// An attempt that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct FailedAttempt {
    /// What it was about: `incident 3`.
    pub subject: String,
    pub kind: &'static str,
    pub channel: String,
    pub recipient: String,
    pub error: String,
    /// Whether it will be tried again.
    pub again: bool,
}

impl Delivery {
    pub(super) fn count(&mut self, row: &OutboxRow, settled: &Settled) {
        let (error, again) = match settled {
            Settled::Sent { note, .. } => {
                self.notes.extend(note.clone());
                self.sent += 1;
                return;
            }
            Settled::Skipped { .. } | Settled::Unknown => return self.skipped += 1,
            Settled::Retry { error, .. } => (error, true),
            Settled::Dead { error } => (error, false),
        };
        *(if again { &mut self.retried } else { &mut self.dead }) += 1;
        self.failures.push(FailedAttempt {
            subject: row.subject.to_string().replace(':', " "),
            kind: row.kind.name(),
            channel: row.channel.clone(),
            recipient: row.recipient.clone(),
            error: error.clone(),
            again,
        });
    }
}
