//! Reads a file from its checkpoint on, a batch at a time.

use std::fs::File;
use std::io::{self, BufRead};

use encoding_rs::Encoding;
use jiff::Timestamp;

use super::batch::{Batch, longest_text};
use super::checkpoint::Cursor;
use super::content;
use super::decode;
use super::group::Groups;
use super::identity::Prints;
use super::lines::{Line, Lines};
use super::record::{Piece, Record};
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
    /// Bytes at the end that are no whole line or group yet.
    pub held: u64,
    /// Records that the entry's filters left out.
    pub dropped: u64,
    /// The file was emptied or replaced while it was read: what was read may be of two files.
    pub changed: bool,
}

/// A file that is being read.
pub(super) struct Reading<'a> {
    entry: &'a Entry,
    identity: String,
    limits: Limits,
    now: Timestamp,
    encoding: &'static Encoding,
    lines: Lines<Box<dyn BufRead + Send>>,
    line: Line,
    /// Whether a last line without its line break is a line all the same.
    finished: bool,
    groups: Groups<'a>,
    /// Behind the last record that was taken.
    end: Cursor,
    /// Behind the last line that was read.
    read: Cursor,
    /// Did not fit into the batch before.
    waiting: Option<Record>,
    /// Why nothing more can be read; told once what was read before has gone.
    failure: Option<io::Error>,
    /// What the file held before anything of it was read; a compressed one is never written to.
    before: Option<(File, Prints)>,
}

/// What reading on came to.
enum Step {
    Record(Record),
    /// Nothing to send up to here.
    Nothing(Cursor),
    End,
}

impl<'a> Reading<'a> {
    /// Begins at the checkpoint and ends where the file ended when it was found; nothing if the file has gone.
    pub(super) fn new(
        entry: &'a Entry,
        limits: Limits,
        now: Timestamp,
        tracked: &Tracked,
    ) -> io::Result<Option<Self>> {
        let (end, found) = (tracked.checkpoint.cursor, &tracked.found);
        let encoding = content::encoding(found, entry.encoding)?;
        let Some(content) = content::open(found, end.position)? else { return Ok(None) };
        let before = if found.packed { None } else { found.reopen()? };
        Ok(Some(Self {
            before: before.map(|file| (file, tracked.checkpoint.state.prints.clone())),
            entry,
            identity: tracked.checkpoint.identity.clone(),
            limits,
            now,
            encoding,
            lines: Lines::new(content, end.position, entry.max_line, encoding),
            line: Line::default(),
            finished: tracked.finished,
            groups: Groups::new(
                entry.multiline_start.as_ref(),
                entry.max_line,
                tracked.checkpoint.state.closed,
            ),
            end,
            read: end,
            waiting: None,
            failure: None,
        }))
    }

    /// Reads on until a batch is full or nothing is left.
    pub(super) fn chunk(&mut self) -> Chunk {
        let chunk = self.fill();
        // Looked for behind the reading: it may have been emptied and grown again beyond where it was read.
        let same = self.before.as_mut().is_none_or(|(file, prints)| prints.hold(file).unwrap_or(false));
        Chunk { last: chunk.last || !same, changed: !same, ..chunk }
    }

    fn fill(&mut self) -> Chunk {
        let (mut batch, mut dropped) = (Batch::new(self.store(), self.limits), 0);
        loop {
            let step = match self.waiting.take() {
                Some(record) => Step::Record(record),
                None => self.step(),
            };
            self.end = match step {
                Step::Nothing(end) => end,
                Step::Record(mut record) => {
                    let end = record.end;
                    if !self.wants(&mut record) {
                        dropped += 1;
                        self.end = end;
                        continue;
                    }
                    if let Some(record) = batch.push(record) {
                        self.waiting = Some(record);
                        return Chunk {
                            records: batch.records(),
                            end: self.end,
                            last: false,
                            held: 0,
                            dropped,
                            changed: false,
                        };
                    }
                    end
                }
                Step::End => {
                    let held = self.lines.position() - self.end.position;
                    let (records, end) = (batch.records(), self.end);
                    return Chunk { records, end, last: true, held, dropped, changed: false };
                }
            };
        }
    }

    /// Why the content could not be read to its end.
    pub(super) fn failure(&mut self) -> Option<io::Error> {
        self.failure.take()
    }

    fn step(&mut self) -> Step {
        loop {
            let more = self.failure.is_none() && self.next_line();
            if !more || !(self.line.ended || self.finished) {
                let group = self.groups.at_the_end(self.finished && self.failure.is_none());
                return group.map_or(Step::End, |group| self.taken(group.text()));
            }
            let start = self.read;
            self.read = Cursor { position: self.line.end, line: start.line + 1 };
            let (text, replaced) = decode::text(&self.line, self.encoding);
            let cut_from = self.line.is_cut().then_some(self.line.length);
            let text = Piece { text, replaced, cut_from, start, end: self.read };
            if !self.groups.are_wanted() {
                return self.taken(text);
            }
            if let Some(group) = self.groups.add(text, self.line.ended) {
                return self.taken(group.text());
            }
        }
    }

    /// What was read before a failure is kept: see [`Reading::failure`].
    fn next_line(&mut self) -> bool {
        self.lines.next(&mut self.line).unwrap_or_else(|error| {
            self.failure = Some(error);
            false
        })
    }

    fn taken(&self, text: Piece<'_>) -> Step {
        if text.is_blank() {
            return Step::Nothing(text.end);
        }
        let limit = longest_text(self.store(), self.limits, self.entry.max_line);
        Step::Record(Record::new(text, limit, &self.entry.treatment, self.now))
    }

    /// Only a filter needs the id so soon: it is the lot that a record draws.
    fn wants(&self, record: &mut Record) -> bool {
        let filter = &self.entry.treatment.filter;
        if filter.is_empty() {
            return true;
        }
        record.identify(self.entry.place(&self.identity));
        filter.keeps(&record.id, record.level.as_deref(), record.event.as_deref())
    }

    fn store(&self) -> &'a str {
        self.entry.store.as_deref().unwrap_or_default()
    }
}
