//! What a receiver says in a refusal, for people.

/// How much of it is shown.
const SHOWN: usize = 160;

/// The text as one line: the tags of a page, control characters and all beyond the first words are left out.
pub(crate) fn one_line(text: &str) -> String {
    let small = text.to_ascii_lowercase();
    let is_page = ["<html", "<!doctype", "</"].iter().any(|sign| small.contains(sign));
    let text = if is_page { without_tags(text) } else { text.to_owned() };
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let line = words.collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// A tag that is broken off ends with the text.
fn without_tags(text: &str) -> String {
    let mut parts = text.split('<');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push(' ');
        out += part.split_once('>').map_or("", |(_, text)| text);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("HTTP 422: no such store", "HTTP 422: no such store")]
    #[case("a < b and c > d", "a < b and c > d")]
    #[case("one\r\n\ttwo\u{1b}[31m", "one two [31m")]
    #[case(
        "HTTP 400: <html>\r\n<head><title>400 Bad Request</title></head>\r\n<body>\r\n<hr><center>nginx</cen",
        "HTTP 400: 400 Bad Request nginx"
    )]
    fn a_refusal_is_one_line_of_text(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(one_line(text), expected);
    }

    #[test]
    fn a_long_refusal_is_shortened() {
        assert_eq!(one_line(&"я".repeat(500)), "я".repeat(SHOWN) + "…");
    }
}
