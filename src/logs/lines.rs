//! Lines of a file, each with its place; of a huge line only the beginning is held in memory.

use std::io::{self, BufRead};

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use memchr::memchr;

/// One line. Its buffer serves for the next one again.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// At most as many bytes as the limit, without the line break.
    pub bytes: Vec<u8>,
    /// How long it is in truth, without the line break and without zeros at its beginning.
    pub length: u64,
    /// How many zeros stand at its beginning: a hole where a writer went on behind the end of an emptied file.
    pub hole: u64,
    /// Where the next line begins.
    pub end: u64,
    /// Whether it has its line break.
    pub ended: bool,
}

impl Line {
    pub(super) fn is_cut(&self) -> bool {
        (self.bytes.len() as u64) < self.length
    }
}

/// Reads lines from a position on.
pub(super) struct Lines<R> {
    reader: R,
    position: u64,
    limit: usize,
    breaks: Breaks,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(reader: R, position: u64, limit: usize, encoding: &'static Encoding) -> Self {
        // A limit within a unit of two bytes would cut it.
        Self { reader, position, limit: limit & !1, breaks: Breaks::of(encoding) }
    }

    /// Behind what was read.
    pub(super) fn position(&self) -> u64 {
        self.position
    }

    /// Reads the next line into `line`; false where there is none.
    pub(super) fn next(&mut self, line: &mut Line) -> io::Result<bool> {
        let start = self.position;
        let mut unit = Unit::default();
        line.bytes.clear();
        (line.hole, line.ended) = (0, false);
        while !line.ended {
            let buffer = self.reader.fill_buf()?;
            if buffer.is_empty() {
                break;
            }
            let behind = self.breaks.find(buffer, &mut unit);
            let used = behind.unwrap_or(buffer.len());
            let text = &buffer[..used];
            let text = if line.bytes.is_empty() && self.breaks == Breaks::Bytes {
                let hole = text.iter().take_while(|byte| **byte == 0).count();
                line.hole += hole as u64;
                &text[hole..]
            } else {
                text
            };
            line.bytes.extend_from_slice(&text[..text.len().min(self.limit - line.bytes.len())]);
            line.ended = behind.is_some();
            self.reader.consume(used);
            self.position += used as u64;
        }
        let line_break = if line.ended { self.breaks.length() } else { 0 };
        line.length = self.position - start - line.hole - line_break;
        line.bytes.truncate(usize::try_from(line.length).unwrap_or(usize::MAX));
        line.end = self.position;
        Ok(self.position > start)
    }
}

/// How line breaks are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Breaks {
    Bytes,
    Pairs { big_endian: bool },
}

/// The half of a unit of two bytes that a buffer ended with.
#[derive(Default)]
struct Unit(Option<u8>);

impl Breaks {
    fn of(encoding: &'static Encoding) -> Self {
        if encoding == UTF_16LE || encoding == UTF_16BE {
            Self::Pairs { big_endian: encoding == UTF_16BE }
        } else {
            Self::Bytes
        }
    }

    fn length(self) -> u64 {
        if self == Self::Bytes { 1 } else { 2 }
    }

    /// The place behind the first line break.
    fn find(self, buffer: &[u8], unit: &mut Unit) -> Option<usize> {
        let Self::Pairs { big_endian } = self else { return memchr(b'\n', buffer).map(|at| at + 1) };
        let line_break = if big_endian { [0, b'\n'] } else { [b'\n', 0] };
        let ends = |byte: &u8| match unit.0.take() {
            None => {
                unit.0 = Some(*byte);
                false
            }
            Some(first) => [first, *byte] == line_break,
        };
        buffer.iter().position(ends).map(|at| at + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::UTF_8;
    use std::io::BufReader;

    fn lines(bytes: &[u8], limit: usize, encoding: &'static Encoding) -> Vec<(Vec<u8>, u64, u64, bool)> {
        let mut lines = Lines::new(BufReader::with_capacity(3, bytes), 100, limit, encoding);
        let (mut line, mut all) = (Line::default(), Vec::new());
        while lines.next(&mut line).unwrap() {
            all.push((line.bytes.clone(), line.length, line.end, line.ended));
        }
        all
    }

    #[test]
    fn a_line_knows_its_place() {
        let expected =
            [(b"one".to_vec(), 3, 104, true), (b"".to_vec(), 0, 105, true), (b"two".to_vec(), 3, 108, false)];
        assert_eq!(lines(b"one\n\ntwo", 98, UTF_8), expected);
    }

    #[test]
    fn of_a_huge_line_only_the_beginning_is_held() {
        let expected = [(b"0123".to_vec(), 10, 111, true), (b"x".to_vec(), 1, 113, true)];
        assert_eq!(lines(b"0123456789\nx\n", 4, UTF_8), expected);
    }

    #[rstest::rstest]
    #[case(UTF_16LE, u16::to_le_bytes)]
    #[case(UTF_16BE, u16::to_be_bytes)]
    fn half_of_a_character_is_no_line_break(
        #[case] encoding: &'static Encoding,
        #[case] bytes: fn(u16) -> [u8; 2],
    ) {
        // U+0A0A and U+0A00 hold the byte of a line break, and so do U+040A and what stands beside it.
        let text: Vec<u8> = "a\u{a0a}Њ\u{a00}\nb\n".encode_utf16().flat_map(bytes).collect();
        let found = lines(&text, 98, encoding);
        assert_eq!(found.iter().map(|line| (line.1, line.2)).collect::<Vec<_>>(), [(8, 110), (2, 114)]);
    }

    #[test]
    fn the_hole_that_an_emptied_file_is_left_with_hides_no_line() {
        let text = [&[0; 1000][..], b"after\n\0\n"].concat();
        let expected = [(b"after".to_vec(), 5, 1106, true), (b"".to_vec(), 0, 1108, true)];
        assert_eq!(lines(&text, 98, UTF_8), expected);
    }
}
