//! JSON bodies, written by hand into one buffer: a batch is large, and its shape is known.

use jiff::Timestamp;

use crate::logs::record::Record;
use crate::time::TimestampFormat;

/// Appends a string with its quotes.
pub(super) fn string(body: &mut Vec<u8>, text: &str) {
    // A string is always JSON, and memory always takes it.
    let _ = serde_json::to_writer(body, text);
}

/// Appends `"name":"text"`.
pub(super) fn field(body: &mut Vec<u8>, name: &str, text: &str) {
    string(body, name);
    body.push(b':');
    string(body, text);
}

/// Appends what `each` writes of every item, with commas between.
pub(super) fn list<T>(
    body: &mut Vec<u8>,
    items: impl IntoIterator<Item = T>,
    mut each: impl FnMut(&mut Vec<u8>, T),
) {
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            body.push(b',');
        }
        each(body, item);
    }
}

/// What a record says of itself beside its text.
pub(super) fn level_and_event(body: &mut Vec<u8>, record: &Record) {
    for (name, value) in [("level", &record.level), ("event", &record.event)] {
        if let Some(value) = value {
            body.push(b',');
            field(body, name, value);
        }
    }
}

/// As RFC 3339 in UTC.
pub(super) fn time(at: Timestamp) -> String {
    TimestampFormat::Iso8601.text(at)
}
