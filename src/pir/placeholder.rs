//! Placeholders: text in brackets that waits for somebody's words. Pure.

use super::lines::Line;

/// Every placeholder with the number of its line, in prose alone. Links, boxes and `\[escaped\]` brackets are none; what
/// generated blocks quote is escaped.
pub(super) fn placeholders(lines: &[Line]) -> Vec<(usize, String)> {
    let prose = lines.iter().filter(|line| !line.code);
    prose.flat_map(|line| in_line(&line.text).map(|text| (line.number, text.to_owned()))).collect()
}

fn in_line(line: &str) -> impl Iterator<Item = &str> {
    let (mut rest, mut before, mut in_code) = (line, ' ', false);
    std::iter::from_fn(move || {
        while let Some(first) = rest.chars().next() {
            let after = &rest[first.len_utf8()..];
            let at_word = before.is_alphanumeric() || before == '\\' || before == ']';
            let bracketed = (first == '[' && !at_word && !in_code).then(|| close(after)).flatten();
            in_code ^= first == '`';
            (before, rest) = (first, after);
            if let Some(end) = bracketed {
                let (text, tail) = (&after[..end], &after[end + 1..]);
                (before, rest) = (']', tail);
                if !tail.starts_with(['(', '[', ':'])
                    && text.chars().filter(|c| c.is_alphabetic()).count() > 1
                {
                    return Some(text);
                }
            }
        }
        None
    })
}

/// Where the bracket that was opened before this text closes.
fn close(text: &str) -> Option<usize> {
    let (mut depth, mut escaped) = (0, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => {}
            '[' => depth += 1,
            ']' if depth == 0 => return Some(at),
            ']' => depth -= 1,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[rstest::rstest]
    #[case("**Severity**: [severity]", &["severity"])]
    #[case("- [ ] [What] (Owner: [Who], Due: [YYYY-MM-DD])", &["What", "Who", "YYYY-MM-DD"])]
    #[case("[HH:MM] - [No [nested] end.] [x]", &["HH:MM", "No [nested] end."])]
    #[case("[link](a) [reference][b] rows[index] `[code]` \\[escaped\\] [1]", &[])]
    #[case("[ссылка] [open", &["ссылка"])]
    fn placeholders_are_told_from_other_brackets(#[case] line: &str, #[case] expected: &[&str]) {
        assert_eq!(in_line(line).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn comments_and_code_hold_none() {
        let found = placeholders(&lines("<!-- [Comment] -->\n```\n[Code]\n```\n[Words]\n"));
        assert_eq!(found, [(5, "Words".to_owned())]);
    }

    proptest::proptest! {
        #[test]
        fn any_line_is_read(line in "[\\[\\]\\\\`(a-bя ]{0,40}") {
            let _ = in_line(&line).count();
        }
    }
}
