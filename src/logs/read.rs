//! Reads a file from its checkpoint on, a batch at a time.

use std::fs::File;
use std::io::{self, BufReader, Read as _, Seek as _, SeekFrom, Take};

use jiff::Timestamp;

use super::batch::{Batch, longest_text};
use super::checkpoint::Cursor;
use super::lines::{Line, Lines};
use super::record::{Place, Record};
use super::ship::Entry;
use super::sink::Limits;
use super::track::Tracked;

/// As much of a file as goes into one batch.
#[derive(Debug)]
pub(super) struct Chunk {
    pub records: Vec<Record>,
    /// Where the next one begins.
    pub end: Cursor,
    /// Nothing more to read for now.
    pub last: bool,
    /// Bytes of a last line that has no line break yet.
    pub held: u64,
}

/// A file that is being read.
pub(super) struct Reading<'a> {
    entry: &'a Entry,
    identity: String,
    limits: Limits,
    now: Timestamp,
    lines: Lines<BufReader<Take<File>>>,
    /// Whether a last line without its line break is a line all the same.
    finished: bool,
    end: Cursor,
    /// Did not fit into the batch before.
    waiting: Option<Record>,
}

impl<'a> Reading<'a> {
    /// Begins at the checkpoint and ends where the file ended when it was found.
    pub(super) fn new(
        entry: &'a Entry,
        limits: Limits,
        now: Timestamp,
        tracked: &Tracked,
        mut file: File,
    ) -> io::Result<Self> {
        let end = tracked.checkpoint.cursor;
        file.seek(SeekFrom::Start(end.position))?;
        let rest = file.take(tracked.found.size.saturating_sub(end.position));
        let lines = Lines::new(BufReader::new(rest), end.position, entry.max_line);
        let (identity, finished) = (tracked.checkpoint.identity.clone(), tracked.finished);
        Ok(Self { entry, identity, limits, now, lines, finished, end, waiting: None })
    }

    /// Reads on until a batch is full or nothing is left.
    pub(super) fn chunk(&mut self) -> io::Result<Chunk> {
        let mut batch = Batch::new(self.store(), self.limits);
        loop {
            let (record, end) = match self.waiting.take() {
                Some(record) => {
                    let end = record.end;
                    (Some(record), end)
                }
                None => match self.lines.next()? {
                    None => {
                        return Ok(Chunk { records: batch.records(), end: self.end, last: true, held: 0 });
                    }
                    Some(line) if !line.ended && !self.finished => {
                        let (end, held) = (self.end, line.length);
                        return Ok(Chunk { records: batch.records(), end, last: true, held });
                    }
                    Some(line) => {
                        let end = Cursor { position: line.end, line: self.end.line + 1 };
                        ((!is_blank(&line)).then(|| self.record(&line)), end)
                    }
                },
            };
            if let Some(record) = record
                && let Err(record) = batch.push(record)
            {
                self.waiting = Some(record);
                return Ok(Chunk { records: batch.records(), end: self.end, last: false, held: 0 });
            }
            self.end = end;
        }
    }

    fn store(&self) -> &'a str {
        self.entry.store.as_deref().unwrap_or_default()
    }

    fn record(&self, line: &Line) -> Record {
        let (store, identity) = (self.store(), self.identity.as_str());
        let limit = longest_text(store, self.limits, self.entry.max_line);
        Record::new(line, self.end, Place { store, identity, limit }, &self.entry.treatment, self.now)
    }
}

fn is_blank(line: &Line) -> bool {
    line.bytes.len() as u64 == line.length && line.bytes.iter().all(u8::is_ascii_whitespace)
}
