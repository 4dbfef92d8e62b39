//! How far each file has been delivered, kept in the own database.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::find::Found;
use super::identity::{Node, Prints};
use super::statements::{DELETE, OF_ENTRY, PUT};
use crate::db::{DbError, Session, Value};
use crate::label::digest;
use crate::time::sql_text;

/// A place in a file: bytes and lines before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cursor {
    pub position: u64,
    pub line: u64,
}

/// A file's checkpoint.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Checkpoint {
    /// Given once, when the file is first seen and before anything of it leaves.
    pub identity: String,
    pub path: String,
    pub cursor: Cursor,
    pub state: State,
    pub updated: Timestamp,
}

/// What the file is known again by, and what was seen of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct State {
    pub node: Node,
    pub prints: Prints,
    /// How long it was when last looked at.
    pub size: u64,
    /// How long it was when all of it had last been dealt with.
    #[serde(default)]
    pub settled: Option<u64>,
    /// When it had been written to when last looked at, in nanoseconds since 1970.
    #[serde(default)]
    pub modified: Option<u64>,
    /// Whether it is compressed. Positions and lengths are those of its content all the same.
    #[serde(default)]
    pub packed: bool,
    /// Whether the log goes on in another file.
    #[serde(default)]
    pub rotated: bool,
    /// Up to here lines that belong together are groups of their own, whatever follows.
    #[serde(default)]
    pub closed: Option<u64>,
    /// Whether no glob found it any more.
    #[serde(default)]
    pub gone: bool,
}

impl State {
    /// Notes how the file looks now.
    pub(super) fn look(&mut self, found: &Found) {
        (self.size, self.modified, self.packed, self.gone) =
            (found.size, found.modified_nanos(), found.packed, false);
    }
}

impl Checkpoint {
    /// A file's first checkpoint, or its first since it was emptied or replaced.
    pub(super) fn new(found: &Found, anew: bool, now: Timestamp) -> Self {
        let node = found.node.clone();
        let identity = if anew { node.another_identity() } else { node.identity() };
        let mut state = State { node, ..State::default() };
        state.look(found);
        Self { identity, path: found.name(), cursor: Cursor::default(), state, updated: now }
    }

    /// Those of an entry, the latest first. A row that is not as it was written is an error: shipping by it could leave
    /// lines out or send them under other ids.
    pub(super) fn of_entry(session: &mut dyn Session, entry: &str) -> Result<Vec<Self>, DbError> {
        session.collect(&OF_ENTRY, &[entry.into()], |row| {
            let identity = row.text(0)?;
            let damaged = |reason: &str| damaged(entry, &identity, reason);
            let texts = [1, 2, 3, 4, 5].map(|column| row.text(column));
            let [path, position, line, state, updated] = texts;
            let (path, position, line, state, updated) = (path?, position?, line?, state?, updated?);
            let parts = [entry, &identity, &path, &position, &line, &state, &updated];
            if row.get(6)?.as_str().is_some_and(|kept| kept != digest(parts)) {
                return Err(damaged("it is not as it was written"));
            }
            let number = |text: &str| text.parse().map_err(|_| damaged("a position is no number"));
            Ok(Self {
                cursor: Cursor { position: number(&position)?, line: number(&line)? },
                state: serde_json::from_str(&state).map_err(|error| damaged(&error.to_string()))?,
                updated: row.time(5)?.ok_or_else(|| damaged("it has no time"))?,
                path,
                identity,
            })
        })
    }

    pub(super) fn put(&self, session: &mut dyn Session, entry: &str) -> Result<(), DbError> {
        let state =
            serde_json::to_string(&self.state).map_err(|error| DbError::Refused(error.to_string()))?;
        let (position, line) = (signed(self.cursor.position), signed(self.cursor.line));
        let (identity, path) = (self.identity.as_str(), self.path.as_str());
        let texts = [&position.to_string(), &line.to_string(), &state, &sql_text(self.updated)];
        let check = digest([entry, identity, path].into_iter().chain(texts.map(String::as_str)));
        let values: [Value; 8] = [
            entry.into(),
            identity.into(),
            path.into(),
            position.into(),
            line.into(),
            state.into(),
            self.updated.into(),
            check.into(),
        ];
        session.execute(&PUT, &values).map(drop)
    }

    pub(super) fn delete(&self, session: &mut dyn Session, entry: &str) -> Result<(), DbError> {
        session.execute(&DELETE, &[entry.into(), self.identity.as_str().into()]).map(drop)
    }
}

fn damaged(entry: &str, identity: &str, reason: &str) -> DbError {
    DbError::Refused(format!(
        "the checkpoint of file {identity} of {entry} is damaged: {reason}; nothing of {entry} was shipped. \
         Restore a backup of the database, or delete that row of the table checkpoint: then the file is shipped \
         from its beginning, and a receiver that keeps ids takes only what it does not have"
    ))
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
