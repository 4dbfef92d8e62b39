//! A line as it leaves: readable, redacted, short enough, with an id that is the same each time it is sent.

use jiff::Timestamp;

use super::checkpoint::Cursor;
use super::lines::Line;
use super::redact::Redactor;
use super::shape::{Shape, Told};
use crate::label::digest;

/// One line on its way.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Record {
    /// From the store, the file's identity, the place in it and the text.
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

/// Where a line comes from and how long it may be once escaped for JSON.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub store: &'a str,
    pub identity: &'a str,
    pub limit: usize,
}

/// What is done to every line of an entry.
#[derive(Debug)]
pub(crate) struct Treatment {
    pub redactor: Redactor,
    pub shape: Shape,
}

impl Record {
    pub(super) fn new(
        line: &Line,
        start: Cursor,
        place: Place<'_>,
        treatment: &Treatment,
        now: Timestamp,
    ) -> Self {
        let was_cut = (line.bytes.len() as u64) < line.length;
        let (text, replaced) = readable(&line.bytes, was_cut);
        let redacted = treatment.redactor.redact(&text);
        let redaction = redacted != text;
        let Told { at, level, event } = treatment.shape.read(&redacted);
        let mark = format!(" …[cut: {} bytes]", line.length);
        let whole = !was_cut && escaped_length(&redacted) <= place.limit;
        let text = if whole {
            redacted.into_owned()
        } else {
            cut(&redacted, place.limit - escaped_length(&mark)) + &mark
        };
        Self {
            id: digest([place.store, place.identity, &start.position.to_string(), &text]),
            text,
            at: at.unwrap_or(now),
            timed: at.is_some(),
            level,
            event,
            start,
            end: Cursor { position: line.end, line: start.line + 1 },
            changes: Changes { cut: !whole, replaced, redacted: redaction },
        }
    }
}

/// The bytes as text, and whether some had to be replaced. A character halved by a cut is left out.
fn readable(bytes: &[u8], was_cut: bool) -> (String, bool) {
    let halved = std::str::from_utf8(bytes).err().filter(|error| was_cut && error.error_len().is_none());
    let whole = halved.map_or(bytes, |error| &bytes[..error.valid_up_to()]);
    let text = String::from_utf8_lossy(whole);
    let replaced = matches!(text, std::borrow::Cow::Owned(_));
    (text.into_owned(), replaced)
}

/// How many bytes the text takes inside a JSON string.
pub(super) fn escaped_length(text: &str) -> usize {
    text.chars().map(escaped_char).sum()
}

fn escaped_char(c: char) -> usize {
    match c {
        '"' | '\\' | '\n' | '\r' | '\t' | '\u{8}' | '\u{c}' => 2,
        '\0'..='\u{1f}' => 6,
        other => other.len_utf8(),
    }
}

/// As much of the text as fits.
fn cut(text: &str, limit: usize) -> String {
    let mut used = 0;
    let fits = |c: &char| {
        used += escaped_char(*c);
        used <= limit
    };
    text.chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn record(bytes: &[u8], length: u64, limit: usize) -> Record {
        let line = Line { bytes: bytes.to_vec(), length, end: length + 1, ended: true };
        let treatment = Treatment { redactor: Redactor::new(&[], &[], None), shape: Shape::default() };
        let place = Place { store: "3", identity: "f", limit };
        Record::new(&line, Cursor::default(), place, &treatment, Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_line_that_is_not_utf_8_is_made_readable_and_counted() {
        let record = record(b"caf\xe9", 4, 100);
        assert_eq!((record.text.as_str(), record.changes.replaced), ("caf\u{fffd}", true));
    }

    #[test]
    fn a_cut_line_says_how_long_it_was_and_keeps_no_half_character() {
        let record = record("кас".as_bytes()[..5].as_ref(), 5_000_000, 100);
        assert_eq!(record.text, "ка …[cut: 5000000 bytes]");
        assert_eq!(record.changes, Changes { cut: true, ..Changes::default() });
    }

    proptest! {
        #[test]
        fn a_record_is_never_longer_than_its_limit(text in any::<String>(), limit in 40_usize..200) {
            let record = record(text.as_bytes(), text.len() as u64, limit);
            prop_assert!(escaped_length(&record.text) <= limit);
        }

        #[test]
        fn the_escaped_length_is_what_the_encoder_writes(text in any::<String>()) {
            prop_assert_eq!(escaped_length(&text) + 2, serde_json::to_string(&text).unwrap().len());
        }
    }
}
