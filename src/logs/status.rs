//! How far each file is, without shipping anything.

use jiff::Timestamp;

use super::Patterns;
use super::checkpoint::Checkpoint;
use super::track::{Origin, StartAt, track};
use crate::db::{Database, DbError};

/// A file and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Progress {
    pub path: String,
    /// `new`, `continued`, `anew`, or `gone` where no glob finds it any more.
    pub state: &'static str,
    pub line: u64,
    pub position: u64,
    pub size: u64,
    /// When its checkpoint last moved; never for a file that was not seen yet.
    pub updated: Option<Timestamp>,
}

impl Progress {
    /// Bytes that are not shipped.
    pub(crate) fn lag(&self) -> u64 {
        self.size.saturating_sub(self.position)
    }
}

/// Every file of an entry, least recently written first, then those that are gone.
pub(crate) fn status(
    database: &Database,
    entry: &str,
    patterns: &Patterns,
    now: Timestamp,
) -> Result<Vec<Progress>, DbError> {
    let rows = database.read(|session| Checkpoint::of_entry(session, entry))?;
    let tracking = track(patterns.find().0, rows, StartAt::Start, now);
    let present = tracking.files.into_iter().map(|file| {
        let seen = file.origin == Origin::Continued;
        progress(file.checkpoint, file.origin.word(), file.found.size, seen)
    });
    let gone = tracking.gone.into_iter().map(|row| {
        let size = row.state.size;
        progress(row, "gone", size, true)
    });
    Ok(present.chain(gone).collect())
}

fn progress(row: Checkpoint, state: &'static str, size: u64, seen: bool) -> Progress {
    Progress {
        path: row.path,
        state,
        line: row.cursor.line,
        position: row.cursor.position,
        size,
        updated: seen.then_some(row.updated),
    }
}
