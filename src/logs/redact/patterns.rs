//! What gives itself away by its form: bearer tokens, credentials in URLs, addresses, and `key=value` in plain text.

use std::sync::LazyLock;

use regex::Regex;

/// Each with what stands in its place.
static PATTERNS: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
    [
        (r"(?i)\b(bearer)(?:\s+|%20)[\w.~+/=-]{6,}", "$1 [redacted]"),
        (r"\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?", "[redacted]"),
        (r#"\b([A-Za-z][\w+.-]*:(?:\\?/){2})[^\s"'<>/?#\\@]*@(?:[^\s"'<>/?#\\@]*@)*"#, "$1[redacted]@"),
        (r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", "[email]"),
        (
            r#"(?ix)\b( [\w-]* (?:password|passwd|pwd|secret|token|authorization|api[_-]?key|пароль|токен) [\w-]*
            '? \s* [=:] \s* ) (?: (?:basic|bearer|digest|token) \s+ )?
            (?: '[^'"\\]*'? | [^\s,;&"'\\]+ )"#,
            "$1[redacted]",
        ),
    ]
    .map(|(pattern, instead)| (Regex::new(pattern).expect("a valid pattern"), instead))
    .into()
});

/// The text with all of them replaced, if it has any.
pub(super) fn redact(text: &str) -> Option<String> {
    let mut changed = None;
    for (pattern, instead) in PATTERNS.iter() {
        let current = changed.as_deref().unwrap_or(text);
        if pattern.is_match(current) {
            changed = Some(pattern.replace_all(current, *instead).into_owned());
        }
    }
    changed
}
