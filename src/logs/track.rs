//! Which file continues which checkpoint, and which begins anew.

use std::io::{self, BufReader, Read as _, Seek as _};
use std::time::SystemTime;

use jiff::{SignedDuration, Timestamp};

use super::checkpoint::{Checkpoint, Cursor};
use super::find::Found;
use super::identity::{Node, Prints};
use super::lines::Lines;
use crate::db::{DbError, Session};

/// How long the checkpoint of a file that is gone is kept: its folder may come back.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// Where to begin in a file that was never seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum StartAt {
    /// With its first line.
    #[default]
    Start,
    /// With the first line written from now on.
    End,
}

/// How a file was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Continued,
    New,
    /// Emptied in place, or another file that got the number of one that was deleted.
    Anew,
}

impl Origin {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Continued => "continued",
            Self::New => "new",
            Self::Anew => "anew",
        }
    }
}

/// A file and its checkpoint.
#[derive(Debug)]
pub(super) struct Tracked {
    pub found: Found,
    pub checkpoint: Checkpoint,
    pub origin: Origin,
    /// No longer written to: another file of the entry is newer, and this one has not grown since the last run.
    pub finished: bool,
    /// Whether the checkpoint differs from what the database holds.
    changed: bool,
}

/// All files of an entry.
#[derive(Debug, Default)]
pub(super) struct Tracking {
    pub files: Vec<Tracked>,
    /// Checkpoints whose files no glob finds any more.
    pub gone: Vec<Checkpoint>,
    pub warnings: Vec<String>,
    dropped: Vec<Checkpoint>,
}

/// Pairs files with checkpoints. Nothing is stored yet: see [`Tracking::store`].
pub(super) fn track(
    found: Vec<Found>,
    mut rows: Vec<Checkpoint>,
    start_at: StartAt,
    now: Timestamp,
) -> Tracking {
    let newest = found.iter().map(|found| found.modified).max();
    let (mut tracking, mut unknown) = (Tracking::default(), Vec::new());
    for found in found {
        let name = found.name();
        match recognise(&found, &rows) {
            Ok(Match::Unfit) => {}
            Ok(Match::Row(index)) => {
                let row = rows.remove(index);
                tracking.files.push(Tracked::continued(found, row, newest, now));
            }
            Ok(Match::None) => unknown.push(found),
            Err(error) => tracking.warnings.push(format!("{name}: {error}")),
        }
    }
    for found in unknown {
        let name = found.name();
        if let Err(error) = tracking.adopt(found, &mut rows, start_at, now) {
            tracking.warnings.push(format!("{name}: {error}"));
        }
    }
    tracking.files.sort_by(|a, b| (a.found.modified, &a.found.path).cmp(&(b.found.modified, &b.found.path)));
    tracking.bury(rows, now);
    tracking
}

enum Match {
    Row(usize),
    None,
    /// Empty, compressed, or moved away since it was found.
    Unfit,
}

/// The checkpoint that a file continues: same node, no shorter, and the delivered bytes still there.
fn recognise(found: &Found, rows: &[Checkpoint]) -> io::Result<Match> {
    let Some(mut file) = found.reopen()? else { return Ok(Match::Unfit) };
    let mut own: Vec<_> = rows.iter().enumerate().filter(|(_, row)| row.state.node.is(&found.node)).collect();
    // Where only the content tells files apart, the name decides between those that begin alike.
    own.sort_by_key(|(_, row)| row.path != found.name());
    for (index, row) in own {
        if row.cursor.position <= found.size && row.state.prints.hold(&mut file)? {
            return Ok(Match::Row(index));
        }
    }
    let mut magic = Vec::new();
    file.rewind()?;
    file.take(2).read_to_end(&mut magic)?;
    let known = rows.iter().any(|row| row.state.node.is(&found.node));
    Ok(if (found.size == 0 && !known) || magic == GZIP { Match::Unfit } else { Match::None })
}

impl Tracking {
    /// A file that continues none of its own: the copy of one that was emptied, one begun anew, or a new one.
    fn adopt(
        &mut self,
        found: Found,
        rows: &mut Vec<Checkpoint>,
        start_at: StartAt,
        now: Timestamp,
    ) -> io::Result<()> {
        let path = found.name();
        let own =
            rows.iter().position(|row| row.state.node.is(&found.node) && (Node::UNIQUE || row.path == path));
        let replaced = own.map(|index| rows.remove(index));
        if let Some(row) = &replaced {
            self.warnings
                .push(format!("{path}: emptied or replaced at byte {}; beginning anew", row.cursor.position));
        }
        let mut checkpoint = Checkpoint::new(&found.node, path, replaced.is_some(), now);
        let origin = if replaced.is_some() { Origin::Anew } else { Origin::New };
        if origin == Origin::New && start_at == StartAt::End {
            checkpoint.cursor = end_of(&found)?;
            if let Some(mut file) = found.reopen()? {
                checkpoint.state.prints = Prints::before(&mut file, checkpoint.cursor.position)?;
            }
        }
        self.files.push(Tracked { found, checkpoint, origin, finished: false, changed: true });
        self.dropped.extend(replaced);
        Ok(())
    }

    /// Gives a copy made before its original was emptied (`copytruncate`) the checkpoint of that original.
    ///
    /// Only where the original was seen emptied in this very run: two files may well begin alike.
    fn inherit(&mut self) {
        for file in self.files.iter_mut().filter(|file| file.origin == Origin::New) {
            let heir = self.dropped.iter().position(|row| file.is_copy_of(row));
            if let Some(index) = heir {
                let row = self.dropped.remove(index);
                let (node, path) = (file.found.node.clone(), file.found.name());
                file.checkpoint = Checkpoint { path, ..row };
                file.checkpoint.state.node = node;
                file.origin = Origin::Continued;
            }
        }
    }

    /// What was left of rows has no file.
    fn bury(&mut self, rows: Vec<Checkpoint>, now: Timestamp) {
        self.inherit();
        for mut row in rows {
            if row.state.gone && now.duration_since(row.updated) > KEPT {
                self.dropped.push(row);
                continue;
            }
            if !row.state.gone {
                let left = row.state.size.saturating_sub(row.cursor.position);
                if left > 0 {
                    self.warnings.push(format!("{}: gone with {left} bytes that were not shipped", row.path));
                }
                row.state.gone = true;
                row.updated = now;
            }
            self.gone.push(row);
        }
    }

    /// Stores what was recognised, in the caller's transaction, before anything leaves.
    pub(super) fn store(
        &self,
        session: &mut dyn Session,
        entry: &str,
        now: Timestamp,
    ) -> Result<(), DbError> {
        self.dropped.iter().try_for_each(|row| row.delete(session, entry))?;
        let told = self.gone.iter().filter(|row| row.updated == now);
        let changed = self.files.iter().filter(|file| file.changed).map(|file| &file.checkpoint);
        told.chain(changed).try_for_each(|row| row.put(session, entry))
    }
}

impl Tracked {
    fn continued(
        found: Found,
        mut checkpoint: Checkpoint,
        newest: Option<SystemTime>,
        now: Timestamp,
    ) -> Self {
        let finished = Some(found.modified) < newest && checkpoint.state.size == found.size;
        let path = found.name();
        let changed = checkpoint.path != path || checkpoint.state.gone;
        if changed {
            (checkpoint.path, checkpoint.state.gone, checkpoint.updated) = (path, false, now);
        }
        Self { found, checkpoint, origin: Origin::Continued, finished, changed }
    }

    fn is_copy_of(&self, row: &Checkpoint) -> bool {
        let file = || self.found.reopen().ok().flatten();
        row.state.prints.are_full()
            && row.cursor.position <= self.found.size
            && file().is_some_and(|mut file| row.state.prints.hold(&mut file).unwrap_or(false))
    }
}

/// Behind the last whole line.
fn end_of(found: &Found) -> io::Result<Cursor> {
    let Some(file) = found.reopen()? else { return Ok(Cursor::default()) };
    let mut lines = Lines::new(BufReader::new(file.take(found.size)), 0, 0);
    let mut cursor = Cursor::default();
    while let Some(line) = lines.next()?.filter(|line| line.ended) {
        cursor = Cursor { position: line.end, line: cursor.line + 1 };
    }
    Ok(cursor)
}
