//! The work on one file: read a batch, send it, move the checkpoint, until nothing is left or nobody takes it.

use std::fs::File;
use std::io;
use std::sync::mpsc;
use std::{panic, thread};

use super::checkpoint::Cursor;
use super::content;
use super::dead_letter::DeadLetter;
use super::deliver::{Delivery, Settled, Stop};
use super::read::{Chunk, Reading};
use super::record::Record;
use super::report::FileReport;
use super::ship::{Entry, Options, ShipError};
use super::sink::Limits;
use super::track::Tracked;
use crate::db::{Database, DbError, Session};

/// So many batches are read ahead while one is on its way.
const AHEAD: usize = 1;

/// Why a file's shipping ends early.
pub(super) enum Halt {
    Receiver(Stop),
    File(io::Error),
    Fatal(ShipError),
    /// The file was emptied or replaced while it was read.
    Changed,
}

impl From<Stop> for Halt {
    fn from(stop: Stop) -> Self {
        Self::Receiver(stop)
    }
}

impl From<io::Error> for Halt {
    fn from(error: io::Error) -> Self {
        Self::File(error)
    }
}

impl From<DbError> for Halt {
    fn from(error: DbError) -> Self {
        Self::Fatal(error.into())
    }
}

/// The work on one file.
pub(super) struct Work<'a> {
    database: &'a Database,
    entry: &'a Entry,
    options: Options,
    file: Tracked,
    pub(super) report: FileReport,
    pub(super) warnings: Vec<String>,
}

impl<'a> Work<'a> {
    pub(super) fn new(database: &'a Database, entry: &'a Entry, options: Options, file: Tracked) -> Self {
        let report =
            FileReport { path: file.found.name(), state: file.origin.word(), ..FileReport::default() };
        Self { database, entry, options, file, report, warnings: Vec::new() }
    }

    pub(super) fn run(&mut self, delivery: &mut Delivery<'_>, limits: Limits) -> Result<(), Halt> {
        let Some(mut file) = self.file.found.reopen()? else {
            // Its name means another file by now: the next run finds it under its new one.
            return Ok(());
        };
        let Some(mut reading) = Reading::new(self.entry, limits, self.options.now, &self.file)? else {
            return Ok(());
        };
        let first = reading.chunk();
        let failure = if first.last {
            self.chunk(delivery, &mut file, first)?;
            reading.failure()
        } else {
            self.read_ahead(delivery, &mut file, first, reading)?
        };
        failure.map_or(Ok(()), |error| Err(error.into()))
    }

    /// While a batch is on its way another thread reads and shapes the next.
    fn read_ahead(
        &mut self,
        delivery: &mut Delivery<'_>,
        file: &mut File,
        first: Chunk,
        mut reading: Reading<'_>,
    ) -> Result<Option<io::Error>, Halt> {
        thread::scope(|scope| {
            let (tell, told) = mpsc::sync_channel(AHEAD);
            let reader = scope.spawn(move || {
                let mut more = true;
                while more {
                    let chunk = reading.chunk();
                    // Nobody listens any more once the receiver takes nothing.
                    let last = chunk.last;
                    more = tell.send(chunk).is_ok() && !last;
                }
                reading.failure()
            });
            self.chunk(delivery, file, first)?;
            told.into_iter().try_for_each(|chunk| self.chunk(delivery, file, chunk))?;
            reader.join().map_err(|panic| panic::resume_unwind(panic))
        })
    }

    fn chunk(&mut self, delivery: &mut Delivery<'_>, file: &mut File, chunk: Chunk) -> Result<(), Halt> {
        let Chunk { mut records, end, last, held, dropped, changed } = chunk;
        if changed {
            return Err(Halt::Changed);
        }
        let place = self.entry.place(&self.file.checkpoint.identity);
        for record in &mut records {
            record.identify(place);
        }
        let mut done = 0;
        delivery.send(&records, &mut |settled: Settled<'_>| {
            done += settled.records.len();
            self.book(&settled)?;
            self.commit(file, records.get(done).map_or(end, |next| next.start))
        })?;
        self.report.held = held;
        self.report.dropped += dropped;
        if last { self.settle(file, end) } else { Ok(()) }
    }

    /// Counts what was taken, and keeps aside what the receiver will never take.
    fn book(&mut self, settled: &Settled<'_>) -> Result<(), Halt> {
        let mut refused = settled.refused.iter().peekable();
        for (at, record) in settled.records.iter().enumerate() {
            match refused.next_if(|(index, _)| *index == at) {
                Some((_, reason)) => self.bury(record, reason)?,
                None => self.count(record),
            }
        }
        self.report.batches += u64::from(settled.refused.len() < settled.records.len());
        Ok(())
    }

    fn count(&mut self, record: &Record) {
        let report = &mut self.report;
        report.lines += 1;
        report.cut += u64::from(record.changes.cut);
        report.replaced += u64::from(record.changes.replaced);
        report.redacted += u64::from(record.changes.redacted);
    }

    /// Keeps a line that the receiver will never take where a person finds it.
    fn bury(&mut self, record: &Record, reason: &str) -> Result<(), Halt> {
        let (path, name) = (&self.entry.dead_letters, &self.report.path);
        let letter = DeadLetter::new(name, record, reason, self.options.now);
        letter.keep(path).map_err(|error| Halt::Fatal(ShipError::dead_letter(path, &error)))?;
        let (line, offset) = (record.end.line, record.start.position);
        self.warnings
            .push(format!("{name}:{line}: refused at byte {offset} ({reason}); kept in {}", path.display()));
        self.report.refused += 1;
        Ok(())
    }

    /// Moves the checkpoint. Within a file nobody waits for the disk: what a loss of power takes back goes out again
    /// with the ids that it had.
    fn commit(&mut self, file: &mut File, through: Cursor) -> Result<(), Halt> {
        self.advance(file, through)?;
        if self.options.dry {
            return Ok(());
        }
        Ok(self.database.note(self.put())?)
    }

    /// What writes the checkpoint.
    fn put(&self) -> impl FnMut(&mut dyn Session) -> Result<(), DbError> {
        |session| self.file.checkpoint.put(session, &self.entry.name)
    }

    fn advance(&mut self, file: &mut File, through: Cursor) -> Result<(), Halt> {
        let checkpoint = &mut self.file.checkpoint;
        let state = &mut checkpoint.state;
        // Of a compressed file they are taken once it is read: unpacking it for each batch would be too dear.
        if !state.packed && !self.options.dry {
            state.prints = state.prints.advanced(file, through.position)?.ok_or(Halt::Changed)?;
        }
        self.report.bytes += through.position - checkpoint.cursor.position;
        checkpoint.cursor = through;
        checkpoint.updated = self.options.now;
        Ok(())
    }

    /// What leaves nothing to send at the end, such as blank lines, and how long the file was: what the next run takes for growth.
    fn settle(&mut self, file: &mut File, end: Cursor) -> Result<(), Halt> {
        let (found, checkpoint) = (&self.file.found, &mut self.file.checkpoint);
        let settled = Some(found.size);
        if checkpoint.cursor == end && checkpoint.state.settled == settled {
            return Ok(());
        }
        checkpoint.state.settled = settled;
        if checkpoint.state.packed {
            checkpoint.state.prints = content::prints(found, end.position)?.unwrap_or_default();
        }
        self.advance(file, end)?;
        if self.options.dry {
            return Ok(());
        }
        Ok(self.database.write(self.put())?)
    }
}
