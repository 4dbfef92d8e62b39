//! How far each file is, without shipping anything.

use std::io;

use encoding_rs::Encoding;
use jiff::Timestamp;

use super::Patterns;
use super::checkpoint::Checkpoint;
use super::content;
use super::find::Found;
use super::lines::{Line, Lines};
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
    /// Whole lines that are not shipped; not known of a file that is gone or cannot be read.
    pub lines_left: Option<u64>,
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
    encoding: &'static Encoding,
    now: Timestamp,
) -> Result<Vec<Progress>, DbError> {
    let rows = database.read(|session| Checkpoint::of_entry(session, entry))?;
    let tracking = track(patterns.find().0, rows, StartAt::Start, now);
    let present = tracking.files.into_iter().map(|file| {
        let seen = file.origin == Origin::Continued;
        let left = lines_left(&file.found, file.checkpoint.cursor.position, encoding).ok();
        progress(file.checkpoint, file.origin.word(), file.found.size, left, seen)
    });
    let gone = tracking.gone.into_iter().map(|row| {
        let size = row.state.size;
        progress(row, "gone", size, None, true)
    });
    Ok(present.chain(gone).collect())
}

fn lines_left(found: &Found, position: u64, set: &'static Encoding) -> io::Result<u64> {
    let Some(content) = content::open(found, position)? else { return Ok(0) };
    let mut lines = Lines::new(content, position, 0, content::encoding(found, set)?);
    let (mut line, mut count) = (Line::default(), 0);
    while lines.next(&mut line)? && line.ended {
        count += 1;
    }
    Ok(count)
}

fn progress(
    row: Checkpoint,
    state: &'static str,
    size: u64,
    lines_left: Option<u64>,
    seen: bool,
) -> Progress {
    Progress {
        path: row.path,
        state,
        line: row.cursor.line,
        position: row.cursor.position,
        size,
        lines_left,
        updated: seen.then_some(row.updated),
    }
}
