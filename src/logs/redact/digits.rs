//! Card and telephone numbers.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

static CARD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[0-9](?:[ -]?[0-9]){12,30}").expect("a valid pattern"));

/// International numbers, Russian ones with 7 or 8 in front, and numbers written with an area code.
static PHONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x) \+[0-9](?:[\ ().-]{0,2}[0-9]){9,14}
        | [78]9[0-9]{9}
        | [78][\ -]?\([0-9]{3,5}\)[\ -]?[0-9]{1,3}(?:[\ -]?[0-9]{2}){2}
        | [78][\ -][0-9]{3}[\ -][0-9]{3}[\ -]?[0-9]{2}[\ -]?[0-9]{2}
        | \([0-9]{3}\)\ ?[0-9]{3}-[0-9]{2}-?[0-9]{2}",
    )
    .expect("a valid pattern")
});

/// The fewest digits of any of these numbers.
const FEWEST: usize = 9;

/// The text without card and telephone numbers, if it has any.
pub(super) fn redact(text: &str) -> Option<String> {
    if !may_hold_number(text.as_bytes()) {
        return None;
    }
    let cards = CARD.find_iter(text).filter(|found| alone(text, &found.range()));
    let cards: Vec<_> = cards.filter_map(|found| card(text, found.range())).collect();
    let without_cards = replace(text, &cards, "[card]");
    let text = without_cards.as_deref().unwrap_or(text);
    let phones: Vec<_> =
        PHONE.find_iter(text).map(|f| f.range()).filter(|range| alone(text, range)).collect();
    replace(text, &phones, "[phone]").or(without_cards)
}

/// Whether enough digits stand together for any of these numbers, with what may stand between them.
///
/// Looks at every ninth byte alone: so many digits cannot lie between two of those.
fn may_hold_number(bytes: &[u8]) -> bool {
    let is_part = |byte: &&u8| byte.is_ascii_digit() || b" ().+-".contains(byte);
    let mut at = FEWEST - 1;
    while let Some(byte) = bytes.get(at) {
        if is_part(&byte) {
            let (before, after) = bytes.split_at(at);
            let run = before.iter().rev().take_while(is_part).chain(after.iter().take_while(is_part));
            if run.filter(|byte| byte.is_ascii_digit()).count() >= FEWEST {
                return true;
            }
            at += after.iter().take_while(is_part).count();
        }
        at += FEWEST;
    }
    false
}

fn replace(text: &str, ranges: &[Range<usize>], instead: &str) -> Option<String> {
    let (mut out, mut copied) = (String::new(), 0);
    for range in ranges {
        out += &text[copied..range.start];
        out += if is_json_number(text, range) { "null" } else { instead };
        copied = range.end;
    }
    (copied > 0).then(|| out + &text[copied..])
}

/// Whether the digits are a number of their own and no part of a word, a fraction or an identifier.
fn alone(text: &str, range: &Range<usize>) -> bool {
    let joined = |c: char| c.is_alphanumeric() || c == '_';
    let before = text[..range.start].chars().next_back();
    let mut after = text[range.end..].chars();
    let (next, second) = (after.next(), after.next());
    let fraction = next == Some('.') && second.is_some_and(|c| c.is_ascii_digit());
    !before.is_some_and(|c| joined(c) || c == '.') && !next.is_some_and(joined) && !fraction
}

/// Whether the digits stand bare where JSON has a value: a word in their place would break the document.
fn is_json_number(text: &str, range: &Range<usize>) -> bool {
    let (before, after) = (text[..range.start].trim_end(), text[range.end..].trim_start());
    before.ends_with(['[', ',', ':']) && after.starts_with([',', ']', '}'])
}

/// The part of a run of digit groups that is a card number, the longest first.
fn card(text: &str, run: Range<usize>) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes[at].is_ascii_digit();
    let starts: Vec<usize> =
        run.clone().filter(|at| digit(*at) && (*at == run.start || !digit(at - 1))).collect();
    let ends: Vec<usize> = run
        .clone()
        .filter(|at| digit(*at) && (at + 1 == run.end || !digit(at + 1)))
        .map(|at| at + 1)
        .collect();
    starts
        .iter()
        .flat_map(|start| ends.iter().rev().map(|end| *start..*end))
        .find(|part| part.start < part.end && is_card(&text[part.clone()]))
}

/// Whether the digits have a payment card's first digit, length and check digit (ISO/IEC 7812-1, Luhn).
fn is_card(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
    let lengths = match digits.first() {
        Some(2 | 5) => 16..=16,
        Some(3) => 14..=16,
        Some(4 | 6) => 13..=19,
        _ => return false,
    };
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum = |(place, digit): (usize, &u32)| if place % 2 == 1 { doubled(*digit) } else { *digit };
    lengths.contains(&digits.len()) && digits.iter().rev().enumerate().map(sum).sum::<u32>() % 10 == 0
}
