//! Card and telephone numbers.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

static CARD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[0-9](?:[ -]?[0-9]){12,}").expect("a valid pattern"));

/// The most digits of a card number.
const LONGEST_CARD: usize = 19;
/// The fewest digits of an international number.
const SHORTEST_PHONE: usize = 10;

/// International numbers, Russian ones with 7 or 8 in front, and numbers written with an area code.
static PHONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x) \+7(?:[\ ().-]{0,2}[0-9]){10}(?-u:\b)
        | \+[0-9](?:[\ ().-]{0,2}[0-9]){9,14}
        | [78]9[0-9]{9}
        | [78][\ -]?\([0-9]{3,5}\)[\ -]?[0-9]{1,3}(?:[\ -]?[0-9]{2}){2}
        | [78][\ -][0-9]{3}[\ -][0-9]{3}[\ -]?[0-9]{2}[\ -]?[0-9]{2}
        | \([0-9]{3}\)\ ?[0-9]{3}-[0-9]{2}-?[0-9]{2}",
    )
    .expect("a valid pattern")
});

/// Russian numbers without anything in front, behind a word that says what they are.
static NAMED_PHONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?ix) (?: phone | msisdn | \b tel | тел ) [^0-9]{0,12} (9[0-9]{2}[\ -]?[0-9]{3}[\ -]?[0-9]{2}[\ -]?[0-9]{2})",
    )
    .expect("a valid pattern")
});

/// Words of keys whose numbers are times.
const TIMES: [&str; 9] =
    ["ts", "time", "timestamp", "datetime", "epoch", "date", "duration", "elapsed", "uptime"];
/// Endings of such keys that are words of their own.
const TIME_ENDS: [&str; 8] = ["at", "ns", "ms", "nanos", "micros", "millis", "seconds", "sec"];

/// The fewest digits of any of these numbers.
const FEWEST: usize = 9;

/// The text without card and telephone numbers, if it has any.
pub(super) fn redact(text: &str) -> Option<String> {
    if !may_hold_number(text.as_bytes()) {
        return None;
    }
    let cards: Vec<_> = CARD.find_iter(text).flat_map(|run| cards(text, run.range())).collect();
    let without_cards = replace(text, &cards, "[card]");
    let text = without_cards.as_deref().unwrap_or(text);
    let without_phones = replace(text, &phones(text), "[phone]");
    let text = without_phones.as_deref().unwrap_or(text);
    let named = NAMED_PHONE.captures_iter(text).filter_map(|found| Some(found.get(1)?.range()));
    let named: Vec<_> = named.filter(|range| alone(text, range)).collect();
    replace(text, &named, "[phone]").or(without_phones).or(without_cards)
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
        let is_number = is_json_number(text, range);
        if is_number && key(&text[..range.start]).is_some_and(says_time) {
            continue;
        }
        out += &text[copied..range.start];
        out += if is_number { "null" } else { instead };
        copied = range.end;
    }
    (copied > 0).then(|| out + &text[copied..])
}

/// Whether the digits are a number of their own and no part of a word, a fraction or an identifier.
fn alone(text: &str, range: &Range<usize>) -> bool {
    let joined = |c: char| c.is_alphanumeric() || c == '_';
    let before = &text[..range.start];
    let before = before.chars().next_back().filter(|_| !is_escape(before.as_bytes()));
    let mut after = text[range.end..].chars();
    let (next, second) = (after.next(), after.next());
    let fraction = next == Some('.') && second.is_some_and(|c| c.is_ascii_digit());
    !before.is_some_and(|c| joined(c) || c == '.') && !next.is_some_and(joined) && !fraction
}

/// Whether a text ends with a `\n` or `\u00a0`: to whoever reads JSON these are no letters.
fn is_escape(before: &[u8]) -> bool {
    match before {
        [.., b'\\', b'b' | b'f' | b'n' | b'r' | b't'] => true,
        [.., b'\\', b'u', a, b, c, d] => [a, b, c, d].iter().all(|hex| hex.is_ascii_hexdigit()),
        _ => false,
    }
}

/// The key of the value that follows, its quotes escaped or not.
fn key(before: &str) -> Option<&str> {
    let name = before.trim_end().strip_suffix(':')?.trim_end().strip_suffix('"')?.trim_end_matches('\\');
    Some(&name[name.rfind('"')? + 1..])
}

/// Whether one of a key's words, or its ending, says that its value is a time.
fn says_time(key: &str) -> bool {
    let mut words = vec![String::new()];
    let mut small = false;
    for c in key.chars() {
        if !c.is_alphanumeric() || (small && c.is_uppercase()) {
            words.push(String::new());
        }
        small = c.is_lowercase();
        words
            .last_mut()
            .into_iter()
            .for_each(|word| word.extend(c.to_lowercase().filter(|c| c.is_alphanumeric())));
    }
    words.iter().any(|word| TIMES.contains(&word.as_str()))
        || words.last().is_some_and(|word| TIME_ENDS.contains(&word.as_str()) || word.ends_with("time"))
}

/// Telephone numbers, one after the other.
fn phones(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(phone) = PHONE.find_at(text, at) {
        let range = phone.start()..without_next(text, phone.range());
        at = range.end;
        found.extend(Some(range).filter(|range| alone(text, range)));
    }
    found
}

/// Where a number ends that has taken the beginning of its neighbour too: at its last blank, if it is whole by then.
fn without_next(text: &str, range: Range<usize>) -> usize {
    let goes_on = text[range.end..].trim_start_matches([' ', '-']).starts_with(|c: char| c.is_ascii_digit());
    let blank = text[range.clone()].rfind(' ').map(|blank| range.start + blank).filter(|_| goes_on);
    let is_whole =
        |end: &usize| text[range.start..*end].bytes().filter(u8::is_ascii_digit).count() >= SHORTEST_PHONE;
    blank.filter(is_whole).unwrap_or(range.end)
}

/// Whether the digits stand bare where JSON has a value: a word in their place would break the document.
fn is_json_number(text: &str, range: &Range<usize>) -> bool {
    let (before, after) = (text[..range.start].trim_end(), text[range.end..].trim_start());
    before.ends_with(['[', ',', ':']) && after.starts_with([',', ']', '}'])
}

/// The parts of a run of digit groups that are card numbers, from each beginning the longest.
fn cards(text: &str, run: Range<usize>) -> Vec<Range<usize>> {
    let groups: Vec<Range<usize>> = groups(&text.as_bytes()[run.clone()], run.start);
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(first) = groups.get(at) {
        let length = |group: &Range<usize>| group.len();
        let mut digits = 0;
        let fitting = groups[at..].iter().map(length).take_while(|length| {
            digits += length;
            digits <= LONGEST_CARD
        });
        let card = (1..=fitting.count()).rev().find(|count| {
            let part = first.start..groups[at + count - 1].end;
            alone(text, &part) && is_card(&text[part])
        });
        found.extend(card.map(|count| first.start..groups[at + count - 1].end));
        at += card.unwrap_or(1);
    }
    found
}

/// Where digits stand together, `from` being where the bytes begin.
fn groups(bytes: &[u8], from: usize) -> Vec<Range<usize>> {
    let (mut groups, mut at) = (Vec::new(), from);
    for digits in bytes.split(|byte| !byte.is_ascii_digit()) {
        groups.push(at..at + digits.len());
        at += digits.len() + 1;
    }
    groups
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
