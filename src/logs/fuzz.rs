//! What must hold of every log file, whatever is in it.

use std::io::{BufReader, Cursor as Bytes};

use encoding_rs::{Encoding, IBM866, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};
use jiff::Timestamp;
use serde_json::Value;

use super::checkpoint::Cursor;
use super::decode;
use super::fields::Fields;
use super::filter::Filter;
use super::lines::{Line, Lines};
use super::record::{Piece, Record, Treatment, escaped_length};
use super::shape::Shape;
use crate::redact::Redactor;

const ENCODINGS: [&Encoding; 5] = [UTF_8, UTF_16LE, UTF_16BE, WINDOWS_1251, IBM866];
/// The shortest text that a record may be cut to.
const LIMIT: usize = 128;

/// Lines are the same however the bytes come in, and as splitting all of them at once would find them.
///
/// The first three bytes say which encoding, how large a buffer and how long a line may be.
pub fn lines(data: &[u8]) {
    let Some(([encoding, buffer, limit], bytes)) = data.split_first_chunk() else { return };
    let (encoding, limit) = (ENCODINGS[usize::from(*encoding) % 3], usize::from(*limit).max(2) & !1);
    let reader = BufReader::with_capacity(usize::from(*buffer).max(1), Bytes::new(bytes));
    let (mut lines, mut line) = (Lines::new(reader, 0, limit, encoding), Line::default());
    let mut rest = bytes;
    while lines.next(&mut line).expect("memory is read without failure") {
        let (expected, ended, behind) = first(rest, encoding);
        let hole = if encoding == UTF_8 { expected.iter().take_while(|byte| **byte == 0).count() } else { 0 };
        let expected = &expected[hole..];
        assert_eq!((line.ended, line.hole), (ended, hole as u64));
        assert_eq!(line.length, expected.len() as u64);
        assert_eq!(line.bytes, expected[..expected.len().min(limit)]);
        assert_eq!(line.end, (bytes.len() - behind.len()) as u64);
        rest = behind;
    }
    assert!(rest.is_empty(), "{} bytes are in no line", rest.len());
}

/// The first line, whether it is ended, and what is behind it.
fn first<'b>(bytes: &'b [u8], encoding: &Encoding) -> (&'b [u8], bool, &'b [u8]) {
    let (line_break, step): (&[u8], _) = match encoding {
        _ if encoding == UTF_16LE => (b"\n\0", 2),
        _ if encoding == UTF_16BE => (b"\0\n", 2),
        _ => (b"\n", 1),
    };
    match bytes.chunks(step).position(|unit| unit == line_break) {
        Some(at) => (&bytes[..at * step], true, &bytes[(at + 1) * step..]),
        None => (bytes, false, &[]),
    }
}

/// Every line becomes a record that is not too long; of a JSON document redaction leaves a JSON document, and the fields
/// found in it are a parser's.
///
/// The first byte says which encoding.
pub fn text(data: &[u8]) {
    let Some((encoding, bytes)) = data.split_first() else { return };
    let encoding = decode::encoding(bytes, ENCODINGS[usize::from(*encoding) % ENCODINGS.len()]);
    let treatment = Treatment {
        redactor: Redactor::new(&["loyalty".into()], &["customer_id".into()], Some("key")),
        shape: Shape::default(),
        filter: Filter::default(),
    };
    let (mut lines, mut line) = (Lines::new(bytes, 0, bytes.len(), encoding), Line::default());
    while lines.next(&mut line).expect("memory is read without failure") {
        let (text, replaced) = decode::text(&line, encoding);
        fields_are_a_parsers(&text);
        let redacted = treatment.redactor.redact(&text);
        if is_document(&text) {
            assert!(is_document(&redacted), "{text} became {redacted}");
        }
        let end = Cursor { position: line.end, line: 1 };
        let text = Piece { text, replaced, cut_from: None, start: Cursor::default(), end };
        let record = Record::new(text, LIMIT, &treatment, Timestamp::UNIX_EPOCH);
        assert!(escaped_length(&record.text) <= LIMIT, "{}", record.text);
    }
}

fn is_document(text: &str) -> bool {
    matches!(serde_json::from_str(text), Ok(Value::Object(_) | Value::Array(_)))
}

fn fields_are_a_parsers(text: &str) {
    let Ok(Value::Object(parsed)) = serde_json::from_str(text) else { return };
    let found: Vec<_> = Fields::of(text).into_iter().flatten().collect();
    let keys = found.iter().map(|(key, _)| serde_json::from_str(&format!("\"{key}\"")));
    let keys: Vec<String> = keys.collect::<Result<_, _>>().expect("a key is a JSON string");
    // Of a key that stands there twice a parser keeps one.
    assert!(parsed.keys().all(|key| keys.contains(key)) && keys.iter().all(|key| parsed.contains_key(key)));
}
