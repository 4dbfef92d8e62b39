//! The work on one file: read a batch, send it, move the checkpoint, until nothing is left or nobody takes it.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;

use super::checkpoint::Cursor;
use super::content;
use super::dead_letter;
use super::identity::Prints;
use super::read::Reading;
use super::record::Record;
use super::report::FileReport;
use super::ship::{Entry, Options, ShipError};
use super::sink::{Reply, Sink};
use super::track::Tracked;
use crate::db::{Database, DbError};

/// So many lines refused one after the other are no poison lines: the receiver takes none.
const REFUSED_IN_A_ROW: u32 = 10;

/// Why a file's shipping ends early.
pub(super) enum Halt {
    Receiver(String),
    Interrupted,
    File(io::Error),
    Fatal(ShipError),
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
    sink: &'a dyn Sink,
    options: Options,
    file: Tracked,
    pub(super) report: FileReport,
    pub(super) warnings: Vec<String>,
    pub(super) refused_in_a_row: u32,
}

impl<'a> Work<'a> {
    pub(super) fn new(
        database: &'a Database,
        entry: &'a Entry,
        sink: &'a dyn Sink,
        options: Options,
        file: Tracked,
        refused_in_a_row: u32,
    ) -> Self {
        let report =
            FileReport { path: file.found.name(), state: file.origin.word(), ..FileReport::default() };
        Self { database, entry, sink, options, file, report, warnings: Vec::new(), refused_in_a_row }
    }

    pub(super) fn run(&mut self) -> Result<(), Halt> {
        let Some(mut file) = self.file.found.reopen()? else {
            // Its name means another file by now: the next run finds it under its new one.
            return Ok(());
        };
        let limits = self.sink.limits();
        let Some(mut reading) = Reading::new(self.entry, limits, self.options.now, &self.file)? else {
            return Ok(());
        };
        loop {
            let chunk = reading.chunk();
            self.deliver(&mut file, &chunk.records, chunk.end)?;
            self.report.held = chunk.held;
            self.report.dropped += chunk.dropped;
            if chunk.last {
                self.settle(&mut file, chunk.end)?;
                return reading.failure().map_or(Ok(()), |error| Err(error.into()));
            }
        }
    }

    /// Sends the records, in halves where they are refused together, and moves the checkpoint to `through`.
    fn deliver(&mut self, file: &mut File, records: &[Record], through: Cursor) -> Result<(), Halt> {
        let Some(first) = records.first() else { return Ok(()) };
        match self.sink.send(records) {
            Reply::Taken => {
                self.refused_in_a_row = 0;
                self.count(records);
                self.commit(file, through)
            }
            Reply::Partly(refused) => {
                self.part(records, &refused)?;
                self.commit(file, through)
            }
            Reply::Unable(reason) => Err(Halt::Receiver(reason)),
            Reply::Interrupted => Err(Halt::Interrupted),
            Reply::Refused(reason) | Reply::TooLarge(reason) if records.len() == 1 => {
                self.bury(first, &reason)?;
                self.commit(file, through)?;
                if self.refused_in_a_row < REFUSED_IN_A_ROW {
                    return Ok(());
                }
                Err(Halt::Receiver(format!("{REFUSED_IN_A_ROW} lines refused one after the other: {reason}")))
            }
            Reply::Refused(_) | Reply::TooLarge(_) => {
                let (left, right) = records.split_at(records.len() / 2);
                self.deliver(file, left, right[0].start)?;
                self.deliver(file, right, through)
            }
        }
    }

    /// Keeps aside what the receiver will never take of a batch that it took otherwise.
    fn part(&mut self, records: &[Record], refused: &[(usize, String)]) -> Result<(), Halt> {
        let reasons: BTreeMap<usize, &str> = refused.iter().map(|(at, why)| (*at, why.as_str())).collect();
        for (at, record) in records.iter().enumerate() {
            if let Some(reason) = reasons.get(&at) {
                self.bury(record, reason)?;
            }
        }
        let taken = records.iter().enumerate().filter(|(at, _)| !reasons.contains_key(at));
        self.count(taken.map(|(_, record)| record));
        // It is at work and picks: that is no receiver that refuses everything.
        self.refused_in_a_row = 0;
        Ok(())
    }

    fn count<'r>(&mut self, records: impl IntoIterator<Item = &'r Record>) {
        let report = &mut self.report;
        report.batches += 1;
        for record in records {
            report.lines += 1;
            report.cut += u64::from(record.changes.cut);
            report.replaced += u64::from(record.changes.replaced);
            report.redacted += u64::from(record.changes.redacted);
        }
    }

    /// Keeps a line that the receiver will never take where a person finds it.
    fn bury(&mut self, record: &Record, reason: &str) -> Result<(), Halt> {
        let (path, name) = (&self.entry.dead_letters, &self.report.path);
        dead_letter::keep(path, name, record, reason, self.options.now).map_err(|error| {
            Halt::Fatal(ShipError::DeadLetter { path: path.clone(), reason: error.to_string() })
        })?;
        let (line, offset) = (record.end.line, record.start.position);
        self.warnings
            .push(format!("{name}:{line}: refused at byte {offset} ({reason}); kept in {}", path.display()));
        self.report.refused += 1;
        self.refused_in_a_row += 1;
        Ok(())
    }

    fn commit(&mut self, file: &mut File, through: Cursor) -> Result<(), Halt> {
        self.report.bytes += through.position - self.file.checkpoint.cursor.position;
        self.file.checkpoint.cursor = through;
        if self.options.dry {
            return Ok(());
        }
        let checkpoint = &mut self.file.checkpoint;
        // Of a compressed file they are taken once it is read: unpacking it for each batch would be too dear.
        if !checkpoint.state.packed {
            checkpoint.state.prints = Prints::before(file, through.position)?;
        }
        checkpoint.updated = self.options.now;
        let (checkpoint, entry) = (&self.file.checkpoint, &self.entry.name);
        Ok(self.database.write(|session| checkpoint.put(session, entry))?)
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
        self.commit(file, end)
    }
}
