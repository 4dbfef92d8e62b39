//! What gives itself away by its form: bearer tokens, credentials in URLs, addresses, and `key=value` in plain text.

use std::sync::LazyLock;

use memchr::memchr2_iter;
use regex::Regex;

/// Whether a text holds what makes a pattern worth trying: most lines do not, and that is soon known.
type Sign = fn(&str) -> bool;

static BEARER: LazyLock<Regex> = LazyLock::new(|| Regex::new("(?i)bearer").expect("a valid pattern"));

/// Words whose values are secret.
const WORDS: &str = "password|passwd|pwd|secret|token|authorization|api[_-]?key|пароль|токен";
/// Those that JSON may write by the numbers of their letters.
const FOREIGN: [&str; 2] = ["пароль", "токен"];
/// A character by its number, its backslash doubled once for each depth of quoting.
const ESCAPED: &str = r"\\+u[0-9a-fA-F]{4}";

static WORD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!("(?i){WORDS}|{}", foreign())).expect("a valid pattern"));

/// A pattern of the foreign words in capital and small letters.
fn foreign() -> String {
    let letter = |small: char| {
        let capital = small.to_uppercase().next().unwrap_or(small);
        format!(r"\\+u(?:{:04x}|{:04x})", u32::from(small), u32::from(capital))
    };
    FOREIGN.map(|word| word.chars().map(letter).collect::<String>()).join("|")
}

/// Each with what stands in its place.
static PATTERNS: LazyLock<Vec<(Sign, Regex, &str)>> = LazyLock::new(|| {
    let bearer: Sign = |text| BEARER.is_match(text);
    let web_token: Sign = |text| text.contains("eyJ");
    let at: Sign = |text| text.contains('@');
    let at_or_escaped: Sign = |text| {
        let is_at = |at: usize| text[at..].starts_with('@') || text[at..].starts_with("%40");
        memchr2_iter(b'@', b'%', text.as_bytes()).any(is_at)
    };
    let assignment = format!(
        r#"(?ix)( (?: \b [\w-]* (?:{WORDS}) | {} ) [\w-]* '? \s* [=:] \s* )
        (?: (?:basic|bearer|digest|token) \s+ )? (?: '(?:[^'"\\]|{ESCAPED})*'? | (?:[^\s,;&"'\\]|{ESCAPED})+ )"#,
        foreign()
    );
    // What escapes a line break before an address is no part of it.
    let address = format!(
        r"(\\[bfnrt])?(?:[\w.+%-]|{ESCAPED})+(?:@|%40)(?:[\w-]|{ESCAPED})+(?:\.(?:[\w-]|{ESCAPED})+)+"
    );
    [
        (bearer, r"(?i)\b(bearer)(?:\s+|%20)[\w.~+/=-]{6,}", "$1 [redacted]"),
        (web_token, r"\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?", "[redacted]"),
        (at, r#"\b([A-Za-z][\w+.-]*:(?:\\?/){2})[^\s"'<>/?#\\@]*@(?:[^\s"'<>/?#\\@]*@)*"#, "$1[redacted]@"),
        (at_or_escaped, &address, "$1[email]"),
        (assigns_secret, &assignment, "$1[redacted]"),
    ]
    .map(|(sign, pattern, instead)| (sign, Regex::new(pattern).expect("a valid pattern"), instead))
    .into()
});

/// Whether one of the words stands where something is assigned to it.
///
/// Looks back from each sign of assignment, of which JSON has many but none behind a bare word. What is not ASCII
/// counts as part of a word: rather a look too many than one too few.
fn assigns_secret(text: &str) -> bool {
    let is_part = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || "_-\\".contains(c);
    memchr2_iter(b'=', b':', text.as_bytes()).any(|sign| {
        let before = text[..sign].trim_end();
        let before = before.strip_suffix('\'').unwrap_or(before);
        let word = &before[before.trim_end_matches(is_part).len()..];
        !word.is_empty() && WORD.is_match(word)
    })
}

/// The text with all of them replaced, if it has any.
pub(super) fn redact(text: &str) -> Option<String> {
    let mut changed = None;
    for (sign, pattern, instead) in PATTERNS.iter() {
        let current = changed.as_deref().unwrap_or(text);
        if sign(current) && pattern.is_match(current) {
            changed = Some(pattern.replace_all(current, *instead).into_owned());
        }
    }
    changed
}
