//! Lines of a file, each with its place; of a huge line only the beginning is held in memory.

use std::io::{self, BufRead};

/// One line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// At most as many bytes as the limit, without the line break.
    pub bytes: Vec<u8>,
    /// How long it is in truth, without the line break.
    pub length: u64,
    /// Where the next line begins.
    pub end: u64,
    /// Whether it has its line break.
    pub ended: bool,
}

/// Reads lines from a position on.
pub(super) struct Lines<R> {
    reader: R,
    position: u64,
    limit: usize,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(reader: R, position: u64, limit: usize) -> Self {
        Self { reader, position, limit }
    }

    pub(super) fn next(&mut self) -> io::Result<Option<Line>> {
        let start = self.position;
        let (mut bytes, mut ended) = (Vec::new(), false);
        while !ended {
            let buffer = self.reader.fill_buf()?;
            if buffer.is_empty() {
                break;
            }
            let line_break = buffer.iter().position(|byte| *byte == b'\n');
            let text = &buffer[..line_break.unwrap_or(buffer.len())];
            bytes.extend_from_slice(&text[..text.len().min(self.limit.saturating_sub(bytes.len()))]);
            ended = line_break.is_some();
            let used = text.len() + usize::from(ended);
            self.reader.consume(used);
            self.position += used as u64;
        }
        if self.position == start {
            return Ok(None);
        }
        let mut length = self.position - start - u64::from(ended);
        if ended && bytes.len() as u64 == length && bytes.last() == Some(&b'\r') {
            bytes.pop();
            length -= 1;
        }
        Ok(Some(Line { bytes, length, end: self.position, ended }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    fn lines(text: &str, limit: usize) -> Vec<(String, u64, u64, bool)> {
        let mut lines = Lines::new(BufReader::with_capacity(3, text.as_bytes()), 100, limit);
        std::iter::from_fn(|| lines.next().unwrap())
            .map(|line| (String::from_utf8(line.bytes).unwrap(), line.length, line.end, line.ended))
            .collect()
    }

    #[test]
    fn a_line_knows_its_place_whatever_ends_it() {
        assert_eq!(
            lines("one\r\n\ntwo", 99),
            [("one".into(), 3, 105, true), (String::new(), 0, 106, true), ("two".into(), 3, 109, false)]
        );
    }

    #[test]
    fn of_a_huge_line_only_the_beginning_is_held() {
        assert_eq!(lines("0123456789\nx\n", 4), [("0123".into(), 10, 111, true), ("x".into(), 1, 113, true)]);
    }
}
