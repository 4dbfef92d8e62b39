//! Which file continues which checkpoint, and which begins anew.

use std::io;

use jiff::{SignedDuration, Timestamp};

use super::checkpoint::{Checkpoint, Cursor};
use super::content;
use super::find::Found;
use super::heir::{self, Lost};
use super::identity::Node;
use super::lines::{Line, Lines};
use super::recognise::{Match, recognise};
use super::stream::{Streams, age, is_named_after};
use crate::db::{DbError, Session};

/// How long the checkpoint of a file that is gone is kept: its folder may come back.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

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

/// A file and how far it is.
#[derive(Debug)]
pub(super) struct Tracked {
    pub found: Found,
    pub checkpoint: Checkpoint,
    pub origin: Origin,
    /// Whether it has been rotated away and has not grown since the last run.
    pub finished: bool,
    /// Whether the checkpoint differs from what the database holds.
    changed: bool,
}

/// All files of an entry.
#[derive(Debug, Default)]
pub(super) struct Tracking {
    /// Oldest first.
    pub files: Vec<Tracked>,
    /// Checkpoints whose files no glob finds any more.
    pub gone: Vec<Checkpoint>,
    pub warnings: Vec<String>,
    /// Files that could not be read.
    pub unreadable: usize,
    dropped: Vec<Checkpoint>,
}

/// Pairs files with checkpoints. Nothing is stored yet: see [`Tracking::store`].
pub(super) fn track(
    found: Vec<Found>,
    mut rows: Vec<Checkpoint>,
    start_at: StartAt,
    now: Timestamp,
) -> Tracking {
    let streams = Streams::of(&found);
    let (mut tracking, mut unknown) = (Tracking::default(), Vec::new());
    for mut found in found {
        match recognise(&mut found, &rows) {
            Ok(Match::Unfit) => {}
            Ok(Match::Row(index)) => {
                let row = rows.remove(index);
                tracking.files.push(Tracked::continued(found, row, &streams, now));
            }
            Ok(Match::None) => unknown.push(found),
            Err(error) => tracking.cannot_read(&found, &error),
        }
    }
    let (mut new, mut lost) = (Vec::new(), Vec::new());
    for found in unknown {
        // It is known by its original until that is emptied, and then goes on where that was.
        if tracking.files.iter().any(|file| is_copy(&found, &file.found)) {
            continue;
        }
        let own = rows.iter().position(|row| is_own(&found, row));
        let replaced = own.map(|index| rows.remove(index));
        new.push(Tracked::adopted(found, replaced.is_some(), now));
        lost.extend(replaced.map(|row| Lost { row, replaced: true }));
    }
    lost.extend(rows.into_iter().map(|row| Lost { row, replaced: false }));
    heir::inherit(&mut new, &mut lost);
    tracking.begin(new, start_at);
    tracking.bury(lost, now);
    tracking.see();
    tracking.files.sort_by_cached_key(|file| age(&file.found));
    tracking
}

impl Tracking {
    /// Files that continue nothing begin at their first line, or at their end where that is wanted.
    fn begin(&mut self, files: Vec<Tracked>, start_at: StartAt) {
        for mut file in files {
            let begun =
                if file.origin == Origin::New && start_at == StartAt::End { file.skip() } else { Ok(()) };
            match begun {
                Ok(()) => self.files.push(file),
                Err(error) => self.cannot_read(&file.found, &error),
            }
        }
    }

    /// Learns how the files begin, before anything of them leaves.
    fn see(&mut self) {
        for mut file in std::mem::take(&mut self.files) {
            match file.see() {
                Ok(()) => self.files.push(file),
                Err(error) => self.cannot_read(&file.found, &error),
            }
        }
    }

    fn cannot_read(&mut self, found: &Found, error: &io::Error) {
        self.warnings.push(format!("{}: {error}", found.name()));
        self.unreadable += 1;
    }

    /// What is left of checkpoints: those of content that is no more, and those whose files may come back.
    fn bury(&mut self, lost: Vec<Lost>, now: Timestamp) {
        for Lost { mut row, replaced } in lost {
            if replaced {
                self.warnings.push(format!(
                    "{}: emptied or replaced at byte {}; beginning anew",
                    row.path, row.cursor.position
                ));
            }
            if replaced || (row.state.gone && now.duration_since(row.updated) > KEPT) {
                self.dropped.push(row);
                continue;
            }
            if !row.state.gone {
                let left = row.state.size.saturating_sub(row.cursor.position);
                if left > 0 {
                    self.warnings.push(format!("{}: gone with {left} bytes that were not shipped", row.path));
                }
                (row.state.gone, row.updated) = (true, now);
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
    fn continued(found: Found, mut checkpoint: Checkpoint, streams: &Streams, now: Timestamp) -> Self {
        let before = checkpoint.clone();
        let (path, state) = (found.name(), &mut checkpoint.state);
        let quiet = state.settled == Some(found.size);
        state.look(&found);
        state.rotated = streams.has_moved_on(&found);
        // Once decided it holds, though a run may end before it has said so to the receiver. It was settled when all
        // up to there had gone, so what was decided before is done.
        if quiet && !found.packed {
            state.closed = Some(found.size).filter(|size| *size > checkpoint.cursor.position);
        }
        let finished = found.packed || (quiet && state.rotated);
        checkpoint.path = path;
        let changed = checkpoint != before;
        if changed {
            checkpoint.updated = now;
        }
        Self { found, checkpoint, origin: Origin::Continued, finished, changed }
    }

    fn adopted(found: Found, anew: bool, now: Timestamp) -> Self {
        let checkpoint = Checkpoint::new(&found, anew, now);
        let origin = if anew { Origin::Anew } else { Origin::New };
        Self { finished: found.packed, found, checkpoint, origin, changed: true }
    }

    /// Goes on from the checkpoint of what this one was made from.
    pub(super) fn continue_from(&mut self, row: Checkpoint) {
        let (node, path, updated) = (self.found.node.clone(), self.found.name(), self.checkpoint.updated);
        self.checkpoint = Checkpoint { path, updated, ..row };
        self.checkpoint.state.node = node;
        self.checkpoint.state.look(&self.found);
        self.origin = Origin::Continued;
    }

    fn see(&mut self) -> io::Result<()> {
        let prints = &mut self.checkpoint.state.prints;
        let known = prints.beginning();
        if !self.found.packed
            && let Some(mut file) = self.found.reopen()?
        {
            prints.see(&mut file, self.found.size)?;
            self.changed |= prints.beginning() != known;
        }
        Ok(())
    }

    /// Leaves out all whole lines.
    fn skip(&mut self) -> io::Result<()> {
        let Some(content) = content::open(&self.found, 0)? else { return Ok(()) };
        let encoding = content::encoding(&self.found, encoding_rs::UTF_8)?;
        let (mut lines, mut line) = (Lines::new(content, 0, 0, encoding), Line::default());
        let cursor = &mut self.checkpoint.cursor;
        while lines.next(&mut line)? && line.ended {
            *cursor = Cursor { position: line.end, line: cursor.line + 1 };
        }
        self.checkpoint.state.prints = content::prints(&self.found, cursor.position)?.unwrap_or_default();
        Ok(())
    }
}

/// Whether a file is what `copytruncate` makes of another: `app.log.1` of `app.log`, or the beginning of that so far.
fn is_copy(found: &Found, original: &Found) -> bool {
    let named = is_named_after(&found.path, &original.path) && !found.packed && !original.packed;
    named && content::is_copy(found, original).unwrap_or(false)
}

/// Whether the checkpoint is that of what this very file held before.
fn is_own(found: &Found, row: &Checkpoint) -> bool {
    row.state.node.is(&found.node) && (Node::UNIQUE || row.path == found.name())
}
