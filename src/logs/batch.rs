//! How many records go together.

use super::record::{Record, escaped_length};
use super::sink::Limits;
use crate::label::digest;

/// What a body holds beside its records and its store: keys, brackets, batch id and timestamp.
const ENVELOPE: usize = 256;
/// What a record takes beside its text: its quotes and comma, and its quoted id with a comma.
const FRAME: usize = 3 + 35;

/// Records that fill up to the limits.
#[derive(Debug)]
pub(super) struct Batch {
    records: Vec<Record>,
    room: usize,
    most: usize,
}

impl Batch {
    pub(super) fn new(store: &str, limits: Limits) -> Self {
        Self { records: Vec::new(), room: room(store, limits), most: limits.records }
    }

    /// Takes the record, or gives it back if it does not fit any more.
    pub(super) fn push(&mut self, record: Record) -> Option<Record> {
        let size = escaped_length(&record.text) + FRAME;
        if size > self.room || self.records.len() >= self.most {
            return Some(record);
        }
        self.room -= size;
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
    room(store, limits).saturating_sub(FRAME).min(max_line).max(128)
}

/// The same for the same records, whenever they are sent.
pub(super) fn batch_id(records: &[Record]) -> String {
    digest(records.iter().map(|record| record.id.as_str()))
}
