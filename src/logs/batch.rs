//! How many records go together.

use super::record::{Record, escaped_length};
use super::sink::Limits;
use crate::label::digest;

/// What a body holds beside its records and its store: keys, brackets, batch id and timestamp.
const ENVELOPE: usize = 256;

/// Records that fill up to the limits.
#[derive(Debug)]
pub(super) struct Batch {
    records: Vec<Record>,
    room: usize,
    limits: Limits,
}

impl Batch {
    pub(super) fn new(store: &str, limits: Limits) -> Self {
        Self { records: Vec::new(), room: room(store, limits), limits }
    }

    /// Takes the record, or gives it back if it does not fit any more.
    pub(super) fn push(&mut self, record: Record) -> Option<Record> {
        let said = [&record.level, &record.event].into_iter().flatten().map(|text| escaped_length(text));
        let size = escaped_length(&record.text) + self.limits.frame + said.sum::<usize>();
        // One alone goes whatever it takes: it was cut to fit, but for what it says of itself.
        if (size > self.room && !self.records.is_empty()) || self.records.len() >= self.limits.records {
            return Some(record);
        }
        self.room = self.room.saturating_sub(size);
        self.records.push(record);
        None
    }

    pub(super) fn records(self) -> Vec<Record> {
        self.records
    }
}

fn room(store: &str, limits: Limits) -> usize {
    limits.body.saturating_sub(ENVELOPE + escaped_length(store))
}

/// The most bytes that a record's text may take inside a JSON string, so that it fits into a batch of its own.
pub(super) fn longest_text(store: &str, limits: Limits, max_line: usize) -> usize {
    room(store, limits).saturating_sub(limits.frame).min(max_line).max(128)
}

/// The same for the same records, whenever they are sent.
pub(super) fn batch_id(records: &[Record]) -> String {
    digest(records.iter().map(|record| record.id.as_str()))
}
