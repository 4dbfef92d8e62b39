//! Numbers, money, lengths of time and instants as people read them. Rounds once, for display alone.

use std::fmt::Display;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::stats::rounded;

/// What stands where there is no number: a ratio over nothing is neither 0 nor 100.
pub(crate) const NO_DATA: &str = "no data";

/// Between groups of three digits: narrow and unbreakable.
const THIN_SPACE: char = '\u{202f}';

/// A number with grouped thousands.
pub(crate) fn number(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let (sign, rest) = text.strip_prefix('-').map_or(("", &*text), |rest| ("-", rest));
    let (whole, fraction) =
        rest.split_once('.').map_or((rest, ""), |_| rest.split_at(rest.len() - decimals - 1));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(THIN_SPACE);
        }
        grouped.push(digit);
    }
    let is_zero = rest.chars().all(|c| c == '0' || c == '.');
    format!("{}{grouped}{fraction}", if is_zero { "" } else { sign })
}

/// A number of an unknown unit: as many decimals as it has, three at most, no grouping.
pub(crate) fn plain(value: f64) -> String {
    let text = format!("{value:.3}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".into() } else { short.to_owned() }
}

/// A percentage. What is not quite 100 never reads as 100.
pub(crate) fn percent(value: f64, decimals: usize) -> String {
    let step = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
    let rounded = (value * step).round() / step;
    let shown = if value < 100.0 && rounded >= 100.0 { 100.0 - 1.0 / step } else { value };
    format!("{}{THIN_SPACE}%", number(shown, decimals))
}

/// An amount with its currency; fractions only where they matter.
pub(crate) fn money(value: f64, currency: &str) -> String {
    let decimals: u8 = if value.abs() < 100.0 && (value * 100.0).round() % 100.0 != 0.0 { 2 } else { 0 };
    let shown = rounded(value, i32::from(decimals));
    format!("{}{THIN_SPACE}{currency}", number(shown, usize::from(decimals)))
}

/// Milliseconds.
pub(crate) fn millis(value: f64) -> String {
    format!("{}{THIN_SPACE}ms", number(value, usize::from(value < 10.0)))
}

/// A length of time by its two largest units: `3 d 2 h`, `45 min`, `0 s`.
pub(crate) fn duration(seconds: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a float cast saturates, and no length is that long")]
    let mut rest = seconds.round() as i64;
    let mut parts = Vec::new();
    for (unit, size) in [("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)] {
        if rest >= size {
            parts.push(format!("{}{THIN_SPACE}{unit}", rest / size));
            rest %= size;
        } else if !parts.is_empty() {
            break;
        }
    }
    parts.truncate(2);
    if parts.is_empty() { format!("0{THIN_SPACE}s") } else { parts.join(" ") }
}

/// An instant in a zone, by a pattern of `strftime`.
pub(crate) fn instant(at: Timestamp, zone: &TimeZone, pattern: &str) -> String {
    at.to_zoned(zone.clone()).strftime(pattern).to_string()
}

/// Whether a unit is of texts and instants, not of numbers.
pub(crate) fn is_text(unit: &str) -> bool {
    ["text", "hour", "day", "time"].contains(&unit)
}

/// A text by its unit: an instant of the units `hour`, `day` and `time` in a zone, any other as it is.
///
/// A `time` of this very `day` needs no date.
pub(crate) fn text_in_unit(text: &str, unit: &str, zone: &TimeZone, day: Option<Date>) -> String {
    let (true, Ok(at)) = (["hour", "day", "time"].contains(&unit), text.parse::<Timestamp>()) else {
        return text.to_owned();
    };
    let is_that_day = day == Some(at.to_zoned(zone.clone()).date());
    let pattern = match unit {
        "day" => "%a %d %b",
        "time" if !is_that_day => "%d %b %H:%M",
        _ => "%H:%M",
    };
    instant(at, zone, pattern)
}

/// A difference: of percentages in points (`pp`), of all else in percent.
pub(crate) fn change(value: f64, unit: &str) -> String {
    let text = number(value, 1);
    let sign = if text.starts_with('-') || text == "0.0" { "" } else { "+" };
    format!("{sign}{text}{THIN_SPACE}{unit}")
}

/// A number by the unit that a query or a report's column names.
pub(crate) fn in_unit(value: f64, unit: &str, currency: &str) -> String {
    match unit {
        "percent" => percent(value, 1),
        "uptime" => percent(value, 2),
        "ms" => millis(value),
        "seconds" => duration(value),
        "money" | "rub" => money(value, currency),
        "count" | "points" => number(value, 0),
        _ => number(value, usize::from(value.fract() != 0.0)),
    }
}

/// So many things: `1 mistake`, `2 mistakes`, `0 queries`.
pub(crate) fn plural<N: Copy + Display + PartialEq + From<u8>>(count: N, noun: &str) -> String {
    if count == N::from(1) { format!("1 {noun}") } else { format!("{count} {}", nouns(noun)) }
}

/// Several of a thing, of the nouns that are formed by rule.
pub(crate) fn nouns(noun: &str) -> String {
    let is_vowel = |stem: &&str| stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    match noun.strip_suffix('y').filter(|stem| !is_vowel(stem)) {
        Some(stem) => format!("{stem}ies"),
        None if noun.ends_with("ch") => format!("{noun}es"),
        None => format!("{noun}s"),
    }
}

/// The text in lines of at most `width` characters, broken at spaces; a longer word stands alone.
pub(crate) fn wrap(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(0, "mistake", "0 mistakes")]
    #[case(1, "mistake", "1 mistake")]
    #[case(2, "query", "2 queries")]
    #[case(3, "day", "3 days")]
    #[case(4, "match", "4 matches")]
    fn one_thing_is_no_plural(#[case] count: usize, #[case] noun: &str, #[case] said: &str) {
        assert_eq!(plural(count, noun), said);
    }

    #[rstest::rstest]
    #[case(5_858.389_999_999_999, "5858.39")]
    #[case(23.0, "23")]
    #[case(-0.0001, "0")]
    #[case(0.125, "0.125")]
    fn a_plain_number_has_as_many_decimals_as_it_needs(#[case] value: f64, #[case] text: &str) {
        assert_eq!(plain(value), text);
    }

    #[rstest::rstest]
    #[case(1_234_567.0, "count", "1_234_567")]
    #[case(-1_234.4, "count", "-1_234")]
    #[case(-0.2, "count", "0")]
    #[case(999.0, "count", "999")]
    #[case(99.25, "percent", "99.2_%")]
    #[case(99.97, "percent", "99.9_%")]
    #[case(99.999, "uptime", "99.99_%")]
    #[case(100.0, "uptime", "100.00_%")]
    #[case(1_234.5, "ms", "1_234_ms")]
    #[case(4.25, "ms", "4.2_ms")]
    #[case(45_600.49, "money", "45_600_₽")]
    #[case(34.0, "money", "34_₽")]
    #[case(34.5, "money", "34.50_₽")]
    #[case(0.0, "seconds", "0_s")]
    #[case(2700.0, "seconds", "45_min")]
    #[case(93_600.0, "seconds", "1_d 2_h")]
    #[case(3601.0, "seconds", "1_h")]
    fn a_value_reads_by_its_unit(#[case] value: f64, #[case] unit: &str, #[case] text: &str) {
        assert_eq!(in_unit(value, unit, "₽"), text.replace('_', "\u{202f}"));
    }

    #[test]
    fn a_line_is_broken_at_spaces_and_a_long_word_is_left_whole() {
        assert_eq!(wrap("один два three-and-a-half four", 8), "один два\nthree-and-a-half\nfour");
    }
}
