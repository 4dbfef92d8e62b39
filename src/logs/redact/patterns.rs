//! What gives itself away by its form: bearer tokens, credentials in URLs, addresses, and `key=value` in plain text.

use std::sync::LazyLock;

use regex::Regex;

/// What a text must hold for a pattern to be worth trying: most lines hold none of it, and that is soon known.
enum Sign {
    Text(&'static str),
    Word,
}

/// What all that have the sign of a word begin with.
static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    let words = "(?i)bearer|password|passwd|pwd|secret|token|authorization|api[_-]?key|пароль|токен";
    Regex::new(words).expect("a valid pattern")
});

/// Each with what stands in its place.
static PATTERNS: LazyLock<Vec<(Sign, Regex, &str)>> = LazyLock::new(|| {
    [
        (Sign::Word, r"(?i)\b(bearer)(?:\s+|%20)[\w.~+/=-]{6,}", "$1 [redacted]"),
        (Sign::Text("eyJ"), r"\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?", "[redacted]"),
        (Sign::Text("@"), r#"\b([A-Za-z][\w+.-]*:(?:\\?/){2})[^\s"'<>/?#\\@]*@(?:[^\s"'<>/?#\\@]*@)*"#, "$1[redacted]@"),
        (Sign::Text("@"), r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", "[email]"),
        (
            Sign::Word,
            r#"(?ix)\b( [\w-]* (?:password|passwd|pwd|secret|token|authorization|api[_-]?key|пароль|токен) [\w-]*
            '? \s* [=:] \s* ) (?: (?:basic|bearer|digest|token) \s+ )?
            (?: '[^'"\\]*'? | [^\s,;&"'\\]+ )"#,
            "$1[redacted]",
        ),
    ]
    .map(|(sign, pattern, instead)| (sign, Regex::new(pattern).expect("a valid pattern"), instead))
    .into()
});

/// The text with all of them replaced, if it has any.
pub(super) fn redact(text: &str) -> Option<String> {
    let has_word = WORDS.is_match(text);
    let worth = |sign: &Sign| match sign {
        Sign::Text(part) => text.contains(part),
        Sign::Word => has_word,
    };
    let mut changed = None;
    for (_, pattern, instead) in PATTERNS.iter().filter(|(sign, ..)| worth(sign)) {
        let current = changed.as_deref().unwrap_or(text);
        if pattern.is_match(current) {
            changed = Some(pattern.replace_all(current, *instead).into_owned());
        }
    }
    changed
}
