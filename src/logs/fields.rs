//! The fields of a JSON object, found by their brackets and quotes without reading the rest of the document.
//!
//! A line that was cut or is broken further on still has the fields in front of that.

use std::borrow::Cow;

use memchr::memchr2;

/// The fields of the outermost object: keys as they are written, and values.
pub(super) struct Fields<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Fields<'t> {
    /// Nothing if the text is no object.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        let at = skip_space(text.as_bytes(), 0);
        (text.as_bytes().get(at) == Some(&b'{')).then_some(Self { text, at: at + 1 })
    }
}

impl<'t> Iterator for Fields<'t> {
    type Item = (&'t str, Field<'t>);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        let key = skip_space(bytes, self.at);
        let key_end = string_end(bytes, key)?;
        let colon = skip_space(bytes, key_end);
        let value = skip_space(bytes, colon + 1);
        let end = value_end(bytes, value).filter(|_| bytes[colon] == b':')?;
        let comma = skip_space(bytes, end);
        // Whatever follows the last field is no key.
        self.at = if bytes.get(comma) == Some(&b',') { comma + 1 } else { bytes.len() };
        Some((&self.text[key + 1..key_end - 1], Field(&self.text[value..end])))
    }
}

/// A value as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field<'t>(&'t str);

impl<'t> Field<'t> {
    /// The text of a string.
    pub(super) fn string(self) -> Option<Cow<'t, str>> {
        let inner = self.0.strip_prefix('"')?.strip_suffix('"')?;
        if inner.contains('\\') {
            // What no text can be, such as half a surrogate pair, stays as it is written.
            return Some(serde_json::from_str(self.0).map_or(Cow::Borrowed(inner), Cow::Owned));
        }
        Some(Cow::Borrowed(inner))
    }

    pub(super) fn number(self) -> Option<f64> {
        self.0.parse().ok().filter(|number: &f64| number.is_finite())
    }
}

fn skip_space(bytes: &[u8], from: usize) -> usize {
    let space = bytes.iter().skip(from).take_while(|byte| byte.is_ascii_whitespace()).count();
    from + space
}

/// Behind the closing quote of the string that begins here.
fn string_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from + 1;
    bytes.get(from).filter(|byte| **byte == b'"')?;
    loop {
        at += memchr2(b'"', b'\\', bytes.get(at..)?)?;
        if bytes[at] == b'"' {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// Behind the value that begins here.
fn value_end(bytes: &[u8], from: usize) -> Option<usize> {
    match bytes.get(from)? {
        b'"' => string_end(bytes, from),
        b'{' | b'[' => nested_end(bytes, from),
        _ => {
            let ends = |byte: &u8| matches!(byte, b',' | b'}' | b']') || byte.is_ascii_whitespace();
            Some(from + bytes[from..].iter().position(ends)?)
        }
    }
}

/// Counts and does not recurse: brackets may be nested as deep as a line is long.
fn nested_end(bytes: &[u8], from: usize) -> Option<usize> {
    let (mut at, mut depth) = (from, 0_usize);
    loop {
        match bytes.get(at)? {
            b'"' => {
                at = string_end(bytes, at)?;
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 1 => return Some(at + 1),
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str) -> Vec<(String, String)> {
        let fields = Fields::of(text).into_iter().flatten();
        fields.map(|(key, field)| (key.to_owned(), field.0.to_owned())).collect()
    }

    #[rstest::rstest]
    #[case(r#"{"a":1,"b":"x"}"#, &[("a", "1"), ("b", "\"x\"")])]
    #[case(r#" { "a" : {"b":"}"} , "c" : [1,"]"] } "#, &[("a", r#"{"b":"}"}"#), ("c", r#"[1,"]"]"#)])]
    #[case(r#"{"a":"\"b\":1","c":null}"#, &[("a", r#""\"b\":1""#), ("c", "null")])]
    #[case(r#"{"a":1,"b":"cut he"#, &[("a", "1")])]
    #[case(r#"{"a":1 "b":2}"#, &[("a", "1")])]
    #[case(r#"[{"a":1}]"#, &[])]
    #[case("plain", &[])]
    #[case("{}", &[])]
    #[case("{", &[])]
    #[case(r#"{"a"#, &[])]
    #[case(r#"{"a":"\"#, &[])]
    fn finds_the_outermost_fields(#[case] text: &str, #[case] expected: &[(&str, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        assert_eq!(all(text), expected);
    }

    #[test]
    fn nesting_of_any_depth_is_passed_over() {
        let text = format!(r#"{{"deep":{}{},"a":1}}"#, "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(all(&text)[1], ("a".into(), "1".into()));
        assert_eq!(all(&format!(r#"{{"deep":{}"#, "[".repeat(100_000))), []);
    }

    proptest! {
        #[test]
        fn every_field_of_a_document_is_found_as_a_parser_finds_it(
            fields in prop::collection::btree_map("[a-z]{1,4}", ".{0,12}", 0..5),
            spaced in any::<bool>(),
        ) {
            let value = serde_json::json!(fields);
            let text = if spaced { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            let text = text.unwrap();
            let found: std::collections::BTreeMap<String, String> = Fields::of(&text).unwrap()
                .map(|(key, field)| (key.to_owned(), field.string().unwrap().into_owned())).collect();
            prop_assert_eq!(found, fields);
        }

        #[test]
        fn no_text_is_too_broken(text in r#"[{}\[\]":,a\\ я]{0,40}"#) {
            let _ = all(&text);
        }
    }
}
