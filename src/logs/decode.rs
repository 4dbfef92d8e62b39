//! The bytes of a line as text.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use super::lines::Line;

/// How many bytes tell a byte order mark.
pub(super) const MARK: usize = 3;

/// The encoding that a file's first bytes name, or the one that is set.
pub(super) fn encoding(first: &[u8], set: &'static Encoding) -> &'static Encoding {
    Encoding::for_bom(first).map_or(set, |(encoding, _)| encoding)
}

/// The line as text, without carriage return and byte order mark, and whether some of it had to be replaced. A
/// character halved by a cut is left out.
pub(super) fn text<'l>(line: &'l Line, encoding: &'static Encoding) -> (Cow<'l, str>, bool) {
    let cut = line.is_cut();
    let (text, replaced) =
        if encoding == UTF_8 { utf_8(&line.bytes, cut) } else { other(&line.bytes, cut, encoding) };
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(trim(text, cut)),
        Cow::Owned(text) => Cow::Owned(trim(&text, cut).to_owned()),
    };
    (text, replaced || line.hole > 0)
}

fn utf_8(bytes: &[u8], cut: bool) -> (Cow<'_, str>, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(error) if cut && error.error_len().is_none() => {
            (String::from_utf8_lossy(&bytes[..error.valid_up_to()]), false)
        }
        Err(_) => (String::from_utf8_lossy(bytes), true),
    }
}

fn other<'b>(bytes: &'b [u8], cut: bool, encoding: &'static Encoding) -> (Cow<'b, str>, bool) {
    if !cut {
        return encoding.decode_without_bom_handling(bytes);
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or_default());
    let (_, _, replaced) = decoder.decode_to_string(bytes, &mut text, false);
    (text.into(), replaced)
}

fn trim(text: &str, cut: bool) -> &str {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if cut { text } else { text.strip_suffix('\r').unwrap_or(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{IBM866, UTF_16BE, UTF_16LE, WINDOWS_1251};

    fn line(bytes: &[u8], length: usize) -> Line {
        Line { bytes: bytes.to_vec(), length: length as u64, ended: true, ..Line::default() }
    }

    #[rstest::rstest]
    #[case(UTF_8, "Касса\r".as_bytes())]
    #[case(UTF_8, "\u{feff}Касса".as_bytes())]
    #[case(WINDOWS_1251, b"\xca\xe0\xf1\xf1\xe0\r")]
    #[case(IBM866, b"\x8a\xa0\xe1\xe1\xa0")]
    #[case(UTF_16LE, b"\xff\xfe\x1a\x04\x30\x04\x41\x04\x41\x04\x30\x04\r\0")]
    #[case(UTF_16BE, b"\x04\x1a\x04\x30\x04\x41\x04\x41\x04\x30")]
    fn every_encoding_reads_the_same(#[case] encoding: &'static Encoding, #[case] bytes: &[u8]) {
        assert_eq!(text(&line(bytes, bytes.len()), encoding), ("Касса".into(), false));
    }

    #[test]
    fn a_cut_leaves_no_half_character_and_says_nothing_of_a_replacement() {
        assert_eq!(text(&line(&"кас".as_bytes()[..5], 99), UTF_8), ("ка".into(), false));
        assert_eq!(text(&line(b"a\0\x3d\xd8", 99), UTF_16LE), ("a".into(), false));
    }

    #[test]
    fn a_byte_order_mark_outweighs_what_is_set() {
        assert_eq!(encoding(b"\xff\xfea", WINDOWS_1251), UTF_16LE);
        assert_eq!(encoding(b"\xef\xbb\xbf", WINDOWS_1251), UTF_8);
        assert_eq!(encoding(b"ab", WINDOWS_1251), WINDOWS_1251);
    }

    #[test]
    fn what_is_no_character_is_replaced_and_told() {
        assert!(text(&line(b"caf\xe9 \xed\xa0\x80", 8), UTF_8).1);
    }
}
