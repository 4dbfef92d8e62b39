//! A line as it leaves: readable, redacted, short enough, with an id that is the same each time it is sent.

use std::borrow::Cow;

use jiff::Timestamp;

use super::checkpoint::Cursor;
use super::filter::Filter;
use super::shape::{Shape, Told};
use crate::label::digest;
use crate::redact::Redactor;

/// One line on its way.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Record {
    /// From the host, the store, the file's identity, the place in it and the text; empty until [`Record::identify`].
    pub id: String,
    pub text: String,
    /// The line's own time, or when it was read.
    pub at: Timestamp,
    /// Whether the line carries its own time.
    pub timed: bool,
    /// In lower case: `info`, `error`.
    pub level: Option<String>,
    pub event: Option<String>,
    pub start: Cursor,
    pub end: Cursor,
    pub changes: Changes,
}

/// What was done to a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    pub cut: bool,
    /// It was not UTF-8.
    pub replaced: bool,
    pub redacted: bool,
}

/// Where a line comes from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub host: &'a str,
    pub store: &'a str,
    pub identity: &'a str,
}

/// What is done to every line of an entry.
#[derive(Debug)]
pub(crate) struct Treatment {
    pub redactor: Redactor,
    pub shape: Shape,
    pub filter: Filter,
}

/// A line, or several that belong together, before anything is done to it.
#[derive(Debug)]
pub(super) struct Piece<'t> {
    pub text: Cow<'t, str>,
    /// Some of it could not be read.
    pub replaced: bool,
    /// How long it was before it was cut, in bytes.
    pub cut_from: Option<u64>,
    pub start: Cursor,
    pub end: Cursor,
}

impl Piece<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.cut_from.is_none() && self.text.trim_ascii().is_empty()
    }
}

impl Record {
    /// `limit` is how long the text may be once it is escaped for JSON.
    pub(super) fn new(text: Piece<'_>, limit: usize, treatment: &Treatment, now: Timestamp) -> Self {
        let Piece { text, replaced, cut_from, start, end } = text;
        let length = cut_from.unwrap_or(text.len() as u64);
        let (text, redacted) = match treatment.redactor.redact(&text) {
            Cow::Owned(redacted) => (redacted, true),
            Cow::Borrowed(_) => (text.into_owned(), false),
        };
        let Told { at, level, event } = treatment.shape.read(&text);
        let whole = cut_from.is_none() && escaped_length(&text) <= limit;
        let text = if whole { text } else { cut(&text, length, limit) };
        Self {
            id: String::new(),
            text,
            at: at.unwrap_or(now),
            timed: at.is_some(),
            level,
            event,
            start,
            end,
            changes: Changes { cut: !whole, replaced, redacted },
        }
    }

    /// Gives it its id, unless it has it. A step of its own, so that another thread than the reader's may do it.
    pub(super) fn identify(&mut self, place: Place<'_>) {
        if self.id.is_empty() {
            let position = self.start.position.to_string();
            self.id = digest([place.host, place.store, place.identity, &position, &self.text]);
        }
    }
}

/// How many bytes the text takes inside a JSON string.
///
/// Sums within single bytes over short stretches, which the compiler makes one instruction for many of them.
pub(super) fn escaped_length(text: &str) -> usize {
    let more = |byte: u8| {
        let short = matches!(byte, b'\n' | b'\r' | b'\t' | 8 | 12);
        u8::from(byte == b'"') + u8::from(byte == b'\\') + 5 * u8::from(byte < 0x20) - 4 * u8::from(short)
    };
    let stretch = |bytes: &[u8]| usize::from(bytes.iter().map(|byte| more(*byte)).sum::<u8>());
    let (stretches, rest) = text.as_bytes().as_chunks::<32>();
    text.len() + stretches.iter().map(|bytes| stretch(bytes)).sum::<usize>() + stretch(rest)
}

/// As much of the text as fits together with a mark that says how long it was.
fn cut(text: &str, length: u64, limit: usize) -> String {
    let mark = format!(" …[cut: {length} bytes]");
    let mut room = limit - escaped_length(&mark);
    let fits = |c: &char| {
        let taken = room.checked_sub(escaped_length(c.encode_utf8(&mut [0; 4])));
        room = taken.unwrap_or(room);
        taken.is_some()
    };
    text.chars().take_while(fits).chain(mark.chars()).collect()
}

#[cfg(test)]
impl Treatment {
    /// What is known as secret is taken out all the same.
    pub(super) fn nothing() -> Self {
        Self { redactor: Redactor::new(&[], &[], None), shape: Shape::default(), filter: Filter::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn record(text: &str, cut_from: Option<u64>, limit: usize) -> Record {
        let (start, end) = (Cursor::default(), Cursor { position: 9, line: 1 });
        let text = Piece { text: text.into(), replaced: false, cut_from, start, end };
        Record::new(text, limit, &Treatment::nothing(), Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_cut_line_says_how_long_it_was() {
        let record = record("ка", Some(5_000_000), 100);
        assert_eq!(record.text, "ка …[cut: 5000000 bytes]");
        assert_eq!(record.changes, Changes { cut: true, ..Changes::default() });
    }

    #[test]
    fn a_line_without_a_time_has_that_of_its_reading_and_says_so() {
        let timed = |text| {
            let record = record(text, None, 100);
            (record.at.to_string(), record.timed)
        };
        assert_eq!(timed("plain"), ("1970-01-01T00:00:00Z".into(), false));
        assert_eq!(timed(r#"{"ts":1700000000}"#), ("2023-11-14T22:13:20Z".into(), true));
    }

    proptest! {
        #[test]
        fn a_record_is_never_longer_than_its_limit(text in any::<String>(), limit in 40_usize..200) {
            let record = record(&text, None, limit);
            prop_assert!(escaped_length(&record.text) <= limit);
        }

        #[test]
        fn the_escaped_length_is_what_the_encoder_writes(text in any::<String>()) {
            prop_assert_eq!(escaped_length(&text) + 2, serde_json::to_string(&text).unwrap().len());
        }
    }
}
