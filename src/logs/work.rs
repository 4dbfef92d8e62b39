//! The work on one file: read a batch, send it, move the checkpoint, until nothing is left or nobody takes it.

use std::fs::File;
use std::io::{self, BufReader, Read as _, Seek as _, SeekFrom};

use super::batch::{Batch, longest_text};
use super::checkpoint::Cursor;
use super::dead_letter;
use super::identity::Prints;
use super::lines::{Line, Lines};
use super::record::{Place, Record};
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

/// As much of a file as goes into one batch.
struct Chunk {
    records: Vec<Record>,
    end: Cursor,
    /// Nothing more to read for now.
    last: bool,
    held: u64,
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
        loop {
            let chunk = self.read(&mut file)?;
            self.deliver(&mut file, &chunk.records, chunk.end)?;
            self.report.held = chunk.held;
            if chunk.last {
                return self.settle(&mut file, chunk.end);
            }
        }
    }

    /// Reads from the checkpoint on until a batch is full or the file, as long as it was when found, ends.
    fn read(&self, file: &mut File) -> io::Result<Chunk> {
        let mut end = self.file.checkpoint.cursor;
        let mut batch = Batch::new(self.store());
        file.seek(SeekFrom::Start(end.position))?;
        let rest = file.take(self.file.found.size.saturating_sub(end.position));
        let mut lines = Lines::new(BufReader::new(rest), end.position, self.entry.max_line);
        while let Some(line) = lines.next()? {
            if !line.ended && !self.file.finished {
                return Ok(Chunk { records: batch.records(), end, last: true, held: line.length });
            }
            let next = Cursor { position: line.end, line: end.line + 1 };
            if !is_blank(&line) && batch.push(self.record(&line, end)).is_err() {
                return Ok(Chunk { records: batch.records(), end, last: false, held: 0 });
            }
            end = next;
        }
        Ok(Chunk { records: batch.records(), end, last: true, held: 0 })
    }

    fn store(&self) -> &str {
        self.entry.store.as_deref().unwrap_or_default()
    }

    fn record(&self, line: &Line, start: Cursor) -> Record {
        let (store, identity) = (self.store(), self.file.checkpoint.identity.as_str());
        let limit = longest_text(store, self.entry.max_line);
        Record::new(line, start, Place { store, identity, limit }, &self.entry.redactor)
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
            Reply::Unable(reason) => Err(Halt::Receiver(reason)),
            Reply::Interrupted => Err(Halt::Interrupted),
            Reply::Refused(reason) if records.len() == 1 => {
                self.bury(first, &reason)?;
                self.commit(file, through)?;
                if self.refused_in_a_row < REFUSED_IN_A_ROW {
                    return Ok(());
                }
                Err(Halt::Receiver(format!("{REFUSED_IN_A_ROW} lines refused one after the other: {reason}")))
            }
            Reply::Refused(_) => {
                let (left, right) = records.split_at(records.len() / 2);
                self.deliver(file, left, right[0].start)?;
                self.deliver(file, right, through)
            }
        }
    }

    fn count(&mut self, records: &[Record]) {
        let report = &mut self.report;
        report.batches += 1;
        report.lines += records.len() as u64;
        for record in records {
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
        checkpoint.state.prints = Prints::before(file, through.position)?;
        checkpoint.updated = self.options.now;
        let (checkpoint, entry) = (&self.file.checkpoint, &self.entry.name);
        Ok(self.database.write(|session| checkpoint.put(session, entry))?)
    }

    /// Blank lines at the end, and how long the file was: what the next run takes for growth.
    fn settle(&mut self, file: &mut File, end: Cursor) -> Result<(), Halt> {
        let (size, checkpoint) = (self.file.found.size, &mut self.file.checkpoint);
        if checkpoint.cursor == end && checkpoint.state.size == size {
            return Ok(());
        }
        checkpoint.state.size = size;
        self.commit(file, end)
    }
}

fn is_blank(line: &Line) -> bool {
    line.bytes.len() as u64 == line.length && line.bytes.iter().all(u8::is_ascii_whitespace)
}
