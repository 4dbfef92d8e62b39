//! Puts the lines of a file into the logs database: the rows that `serve` would make of them, each once.
//!
//! A line's id comes from the file, all that stands before it, and its text. So a file that has grown gives only what is
//! new, a rotated one nothing, and two equal lines are two.

use std::io::{self, BufRead};

use encoding_rs::UTF_8;
use jiff::Timestamp;

use super::statements::IS_KNOWN;
use crate::db::{Database, DbError};
use crate::ingest::{LogRecord, store_logs};
use crate::label::digest;
use crate::logs::decode;
use crate::logs::lines::{Line, Lines};

/// So much of a line is kept; what lies beyond is cut.
const LONGEST: usize = 1 << 20;
/// One transaction holds so many lines, or so many bytes, at most.
const BATCH: usize = 1000;
const BATCH_BYTES: usize = 4 << 20;

/// Whose lines they are, and how they go in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Import<'a> {
    /// Outweighs the lines' own.
    pub store: Option<&'a str>,
    /// Only count.
    pub dry: bool,
    pub now: Timestamp,
}

/// Lines, and what tells them from those of any other file.
pub(crate) struct Input<R> {
    pub identity: String,
    pub reader: R,
}

/// What became of a file's lines. Blank ones do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Imported {
    pub lines: usize,
    pub new: usize,
    /// Without a time of their own: they stand where they were read.
    pub untimed: usize,
    pub cut: usize,
    /// Not UTF-8; what could not be read was replaced.
    pub replaced: usize,
}

/// Why an import ended early; what was stored before stays.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportError {
    #[error("{0}")]
    Read(#[from] io::Error),
    #[error(transparent)]
    Database(#[from] DbError),
}

impl Import<'_> {
    /// Reads to the end.
    pub(crate) fn run<R: BufRead>(&self, logs: &Database, input: Input<R>) -> Result<Imported, ImportError> {
        let mut lines = Lines::new(input.reader, 0, LONGEST, UTF_8);
        let mut line = Line::default();
        let (mut imported, mut before, mut batch, mut bytes) =
            (Imported::default(), input.identity, Vec::new(), 0);
        while lines.next(&mut line)? {
            let (text, _) = decode::text(&line, UTF_8);
            if text.trim().is_empty() {
                continue;
            }
            let record = self.record(&text, &mut before);
            imported.count(&line, &text, &record);
            bytes += record.body.len();
            batch.push(record);
            if batch.len() == BATCH || bytes >= BATCH_BYTES {
                imported.new += self.store(logs, &batch)?;
                (batch, bytes) = (Vec::new(), 0);
            }
        }
        imported.new += self.store(logs, &batch)?;
        Ok(imported)
    }

    /// `before` stands for all that was read, and goes on with this line.
    fn record(&self, text: &str, before: &mut String) -> LogRecord {
        let owner = self.store.unwrap_or_default();
        *before = digest([owner, before.as_str(), text]);
        LogRecord::read(text, format!("{owner}:{before}"), self.store)
    }

    fn store(&self, logs: &Database, batch: &[LogRecord]) -> Result<usize, DbError> {
        if !self.dry {
            return logs.write(|session| store_logs(session, batch, self.now));
        }
        logs.read(|session| {
            batch.iter().try_fold(0, |new, record| {
                let known = session.first(&IS_KNOWN, &[record.id.as_str().into()], |row| row.int(0))?;
                Ok(new + usize::from(known == Some(0)))
            })
        })
    }
}

impl Imported {
    fn count(&mut self, line: &Line, text: &str, record: &LogRecord) {
        self.lines += 1;
        self.untimed += usize::from(record.at.is_none());
        self.cut += usize::from(line.is_cut());
        self.replaced += usize::from(text.contains('\u{fffd}'));
    }
}
