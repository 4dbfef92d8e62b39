//! Records as JSON lines: what a file gets, and a stream such as stdout.

use std::cell::RefCell;
use std::io::Write;

use super::{Limits, Reply, Sink, json};
use crate::logs::record::Record;

/// What stands around a record's text: its id, its time, and the names of all fields.
pub(crate) const LIMITS: Limits = Limits { body: 1 << 20, records: 10_000, frame: 160 };

/// A line of JSON for each record.
pub(super) fn written(records: &[Record], store: Option<&str>) -> Vec<u8> {
    let mut out = Vec::with_capacity(LIMITS.body);
    for record in records {
        out.push(b'{');
        json::field(&mut out, "id", &record.id);
        out.push(b',');
        json::field(&mut out, "timestamp", &json::time(record.at));
        if !record.timed {
            out.extend_from_slice(b",\"observed\":true");
        }
        if let Some(store) = store {
            out.push(b',');
            json::field(&mut out, "store_id", store);
        }
        json::level_and_event(&mut out, record);
        out.push(b',');
        json::field(&mut out, "message", &record.text);
        out.extend_from_slice(b"}\n");
    }
    out
}

/// A stream that nothing can be read back from: who reads it tells repeats by their ids.
pub(crate) struct StreamSink<W> {
    out: RefCell<W>,
    store: Option<String>,
}

impl<W: Write> StreamSink<W> {
    pub(crate) fn new(out: W, store: Option<String>) -> Self {
        Self { out: RefCell::new(out), store }
    }
}

impl<W: Write> Sink for StreamSink<W> {
    fn limits(&self) -> Limits {
        LIMITS
    }

    fn send(&self, records: &[Record]) -> Reply {
        let mut out = self.out.borrow_mut();
        match out.write_all(&written(records, self.store.as_deref())).and_then(|()| out.flush()) {
            Ok(()) => Reply::Taken,
            Err(error) => Reply::Unable(error.to_string()),
        }
    }
}
