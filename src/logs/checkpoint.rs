//! How far each file has been delivered, kept in the own database.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::find::Found;
use super::identity::{Node, Prints};
use super::statements::{DELETE, OF_ENTRY, PUT};
use crate::db::{DbError, Session, Value};

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

    /// Those of an entry, the latest first.
    pub(super) fn of_entry(session: &mut dyn Session, entry: &str) -> Result<Vec<Self>, DbError> {
        session.collect(&OF_ENTRY, &[entry.into()], |row| {
            let identity = row.text(0)?;
            let unreadable = |reason: String| {
                DbError::Refused(format!("checkpoint {identity} of {entry} is unreadable: {reason}"))
            };
            Ok(Self {
                path: row.text(1)?,
                cursor: Cursor { position: unsigned(row.int(2)?), line: unsigned(row.int(3)?) },
                state: serde_json::from_str(&row.text(4)?).map_err(|error| unreadable(error.to_string()))?,
                updated: row.time(5)?.ok_or_else(|| unreadable("no time".into()))?,
                identity,
            })
        })
    }

    pub(super) fn put(&self, session: &mut dyn Session, entry: &str) -> Result<(), DbError> {
        let state =
            serde_json::to_string(&self.state).map_err(|error| DbError::Refused(error.to_string()))?;
        let values: [Value; 7] = [
            entry.into(),
            self.identity.as_str().into(),
            self.path.as_str().into(),
            signed(self.cursor.position).into(),
            signed(self.cursor.line).into(),
            state.into(),
            self.updated.into(),
        ];
        session.execute(&PUT, &values).map(drop)
    }

    pub(super) fn delete(&self, session: &mut dyn Session, entry: &str) -> Result<(), DbError> {
        session.execute(&DELETE, &[entry.into(), self.identity.as_str().into()]).map(drop)
    }
}

fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
