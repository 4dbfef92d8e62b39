//! Where a JSON value ends, also inside a string and also in a line that was cut.

use std::ops::Range;

/// A value at the start of a text.
#[derive(Debug)]
pub(super) struct Extent {
    pub end: usize,
    /// The text of a string without its quotes, or a number; nothing for lists and objects.
    pub inner: Option<Range<usize>>,
    /// Whether it may say something: null, true, false and the empty string do not.
    pub tells: bool,
}

impl Extent {
    /// Whether it is a bare number of so many digits at most.
    pub(super) fn counts(&self, text: &str, most: usize) -> bool {
        self.end <= most && text.as_bytes()[..self.end].iter().all(u8::is_ascii_digit)
    }
}

/// Measures the value at the start of `text`, whose quotes have `escape` backslashes before them.
pub(super) fn extent(text: &str, escape: usize) -> Extent {
    let bytes = text.as_bytes();
    let quote = bytes.iter().take_while(|byte| **byte == b'\\').count();
    match bytes.get(quote) {
        Some(b'"') if quote == escape => {
            let (inner_end, end) = string_end(bytes, quote + 1, escape);
            Extent { end, inner: Some(quote + 1..inner_end), tells: inner_end > quote + 1 }
        }
        Some(b'{' | b'[') if quote == 0 => {
            Extent { end: nested_end(bytes, escape), inner: None, tells: true }
        }
        _ => {
            let ends = |c: char| c.is_whitespace() || matches!(c, ',' | '}' | ']' | '"' | '\\');
            let end = text.find(ends).unwrap_or(text.len());
            let tells = !matches!(&text[..end], "" | "null" | "true" | "false");
            Extent { end, inner: Some(0..end), tells }
        }
    }
}

/// Where a string's text ends and where the string itself ends, `from` being behind its opening quote.
///
/// `escape` is 2^depth - 1. Of the backslashes before a quote so many are its own, by its depth; the others are whole pairs
/// of the text's own backslashes, each doubled once for each depth. A quote that lies less deep closes a string further out.
fn string_end(bytes: &[u8], from: usize, escape: usize) -> (usize, usize) {
    let mut run = 0_usize;
    for (at, byte) in bytes.iter().enumerate().skip(from) {
        match byte {
            b'\\' => run += 1,
            b'"' => match outer_end(at, run, escape) {
                Some(end) => return (end, end),
                None if run.trailing_ones() == escape.trailing_ones() => {
                    return (at - escape.min(run), at + 1);
                }
                None => run = 0,
            },
            _ => run = 0,
        }
    }
    (bytes.len(), bytes.len())
}

/// Where the text ends, if the quote here, behind a run of backslashes, closes a string that holds ours.
fn outer_end(at: usize, run: usize, escape: usize) -> Option<usize> {
    let depth = run.trailing_ones();
    (depth < escape.trailing_ones()).then(|| at + 1 - (1 << depth))
}

/// Where the list or object at the start ends.
fn nested_end(bytes: &[u8], escape: usize) -> usize {
    let (mut depth, mut at, mut run) = (0_usize, 0, 0_usize);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                if let Some(end) = outer_end(at, run, escape) {
                    return end;
                }
                at = string_end(bytes, at + 1, escape).1;
                run = 0;
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 1 => return at + 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        run = if *byte == b'\\' { run + 1 } else { 0 };
        at += 1;
    }
    bytes.len()
}
