//! Numbers, money, lengths of time and instants as people read them. Rounds once, for display alone.

use std::fmt::Display;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::stats::{decimal, rounded};

/// What stands where there is no number: a ratio over nothing is neither 0 nor 100.
pub(crate) const NO_DATA: &str = "no data";

/// The units of a report's columns that are of numbers.
pub(crate) const NUMBERS: [&str; 9] =
    ["number", "count", "points", "percent", "uptime", "rate", "ms", "seconds", "money"];

/// And those that are of texts and instants.
pub(crate) const TEXTS: [&str; 4] = ["text", "hour", "day", "time"];

/// Between groups of three digits: narrow and unbreakable.
const THIN_SPACE: char = '\u{202f}';

/// How numbers are written: what groups their thousands, what parts their decimals, what amounts are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Numerals {
    pub thousands: String,
    pub decimal: String,
    /// Stands behind amounts.
    pub currency: String,
}

impl Default for Numerals {
    fn default() -> Self {
        Self { thousands: THIN_SPACE.into(), decimal: ".".into(), currency: String::new() }
    }
}

impl Numerals {
    /// A number with grouped thousands, halves rounded away from zero.
    pub(crate) fn number(&self, value: f64, decimals: usize) -> String {
        let text = decimal(value, decimals);
        let (sign, rest) = text.strip_prefix('-').map_or(("", &*text), |rest| ("-", rest));
        let (whole, fraction) =
            rest.split_once('.').map_or((rest, None), |(whole, fraction)| (whole, Some(fraction)));
        let mut written = sign.to_owned();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                written.push_str(&self.thousands);
            }
            written.push(digit);
        }
        fraction.map_or(written.clone(), |fraction| format!("{written}{}{fraction}", self.decimal))
    }

    /// A percentage. What is not quite 100 never reads as 100.
    pub(crate) fn percent(&self, value: f64, decimals: usize) -> String {
        let step = 10_f64.powi(-i32::try_from(decimals).unwrap_or(0));
        let shown = if value < 100.0 && rounded(value, decimals) >= 100.0 { 100.0 - step } else { value };
        format!("{}{THIN_SPACE}%", self.number(shown, decimals))
    }

    /// An amount with its currency; fractions only where they matter.
    pub(crate) fn money(&self, value: f64) -> String {
        let has_fraction = !decimal(value, 2).ends_with(".00");
        let decimals = if value.abs() < 100.0 && has_fraction { 2 } else { 0 };
        format!("{}{THIN_SPACE}{}", self.number(value, decimals), self.currency)
    }

    /// Milliseconds, with so many more decimals than usual.
    fn millis(&self, value: f64, more: usize) -> String {
        format!("{}{THIN_SPACE}ms", self.number(value, usize::from(value < 10.0) + more))
    }

    /// A difference: of percentages in points (`pp`), of all else in percent.
    pub(crate) fn change(&self, value: f64, unit: &str) -> String {
        let sign = if rounded(value, 1) > 0.0 { "+" } else { "" };
        format!("{sign}{}{THIN_SPACE}{unit}", self.number(value, 1))
    }

    /// A number by the unit that a query or a report's column names.
    pub(crate) fn in_unit(&self, value: f64, unit: &str) -> String {
        self.with_decimals(value, unit, 0)
    }

    /// A number beside the one that it is not: with as many decimals as show the difference, three more at the most.
    pub(crate) fn apart_from(&self, other: f64, value: f64, unit: &str) -> String {
        let differs =
            |more: &usize| self.with_decimals(value, unit, *more) != self.with_decimals(other, unit, *more);
        self.with_decimals(value, unit, (0..=3).find(differs).unwrap_or(0))
    }

    /// With more decimals than its unit usually has, where that has any.
    fn with_decimals(&self, value: f64, unit: &str, more: usize) -> String {
        match unit {
            "percent" => self.percent(value, 1 + more),
            "uptime" => self.percent(value, 2 + more),
            "ms" => self.millis(value, more),
            "seconds" => duration(value),
            "money" | "rub" => self.money(value),
            "count" | "points" => self.number(value, more),
            _ => self.number(value, usize::from(value.fract() != 0.0) + more),
        }
    }
}

/// A number of an unknown unit: as many decimals as it has, three at most, no grouping.
pub(crate) fn plain(value: f64) -> String {
    let text = decimal(value, 3);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').into() } else { text }
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

/// A target such as `< 3600` by its column's unit, `< 1 h`; as it was written where that would say less.
pub(crate) fn target(text: &str, unit: &str) -> String {
    let Some(at) = text.find(|c: char| !"<>=! ".contains(c)).filter(|_| unit == "seconds") else {
        return text.to_owned();
    };
    let (sign, number) = text.split_at(at);
    // A length of time shows its two largest units alone.
    let is_exact = |number: &f64| number.fract() == 0.0 && duration(*number) != duration(number - 1.0);
    let number = number.trim().parse().ok().filter(is_exact);
    number.map_or_else(|| text.to_owned(), |number| format!("{} {}", sign.trim(), duration(number)))
}

/// An instant in a zone, by a pattern of `strftime`.
pub(crate) fn instant(at: Timestamp, zone: &TimeZone, pattern: &str) -> String {
    at.to_zoned(zone.clone()).strftime(pattern).to_string()
}

/// Whether a unit is of texts and instants, not of numbers.
pub(crate) fn is_text(unit: &str) -> bool {
    TEXTS.contains(&unit)
}

/// A text by its unit: an instant of the units `hour`, `day` and `time` in a zone, any other as it is.
///
/// A `time` of this very `day` needs no date.
pub(crate) fn text_in_unit(text: &str, unit: &str, zone: &TimeZone, day: Option<Date>) -> String {
    let (true, Ok(at)) = (["hour", "day", "time"].contains(&unit), text.parse::<Timestamp>()) else {
        return text.to_owned();
    };
    // The hour that comes twice when clocks go back is told apart by its offset.
    let is_twice = || zone.to_ambiguous_zoned(at.to_zoned(zone.clone()).datetime()).is_ambiguous();
    let is_that_day = day == Some(at.to_zoned(zone.clone()).date());
    let pattern = match unit {
        "day" => "%a %d %b",
        "time" if !is_that_day => "%d %b %H:%M",
        "hour" if is_twice() => "%H:%M %:::z",
        _ => "%H:%M",
    };
    instant(at, zone, pattern)
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
    #[case(99.25, "percent", "99.3_%")]
    #[case(99.85, "percent", "99.9_%")]
    #[case(-0.5, "count", "-1")]
    #[case(99.97, "percent", "99.9_%")]
    #[case(99.999, "uptime", "99.99_%")]
    #[case(100.0, "uptime", "100.00_%")]
    #[case(1_234.5, "ms", "1_235_ms")]
    #[case(4.25, "ms", "4.3_ms")]
    #[case(45_600.5, "money", "45_601_₽")]
    #[case(45_600.49, "money", "45_600_₽")]
    #[case(2.675, "money", "2.68_₽")]
    #[case(34.0, "money", "34_₽")]
    #[case(34.5, "money", "34.50_₽")]
    #[case(0.0, "seconds", "0_s")]
    #[case(2700.0, "seconds", "45_min")]
    #[case(93_600.0, "seconds", "1_d 2_h")]
    #[case(3601.0, "seconds", "1_h")]
    fn a_value_reads_by_its_unit(#[case] value: f64, #[case] unit: &str, #[case] text: &str) {
        let numerals = Numerals { currency: "₽".into(), ..Numerals::default() };
        assert_eq!(numerals.in_unit(value, unit), text.replace('_', "\u{202f}"));
    }

    #[rstest::rstest]
    #[case(1_234_567.5, "points/day", "1.234.567,5")]
    #[case(-1_234.56, "uptime", "-1.234,56_%")]
    #[case(34.5, "money", "34,50_руб.")]
    fn separators_and_currency_are_those_of_the_project(
        #[case] value: f64,
        #[case] unit: &str,
        #[case] text: &str,
    ) {
        let numerals = Numerals { thousands: ".".into(), decimal: ",".into(), currency: "руб.".into() };
        assert_eq!(numerals.in_unit(value, unit), text.replace('_', "\u{202f}"));
    }

    #[rstest::rstest]
    #[case(98.97, 99.0, "percent", "98.97_%")]
    #[case(98.4, 99.0, "percent", "98.4_%")]
    #[case(99.8996, 99.9, "uptime", "99.8996_%")]
    #[case(1_000.4, 1_000.0, "ms", "1_000.4_ms")]
    #[case(1_000.0, 1_000.0, "ms", "1_000_ms")]
    #[case(0.4, 0.0, "count", "0.4")]
    #[case(1.0, 0.0, "count", "1")]
    fn a_number_that_misses_another_shows_by_how_much(
        #[case] value: f64,
        #[case] other: f64,
        #[case] unit: &str,
        #[case] text: &str,
    ) {
        assert_eq!(Numerals::default().apart_from(other, value, unit), text.replace('_', "\u{202f}"));
    }

    #[rstest::rstest]
    #[case(0.05, "+0.1_pp")]
    #[case(0.04, "0.0_pp")]
    #[case(-0.05, "-0.1_pp")]
    fn a_change_carries_its_sign(#[case] value: f64, #[case] text: &str) {
        assert_eq!(Numerals::default().change(value, "pp"), text.replace('_', "\u{202f}"));
    }

    #[rstest::rstest]
    #[case("2025-10-25T23:00:00Z", "01:00")]
    #[case("2025-10-26T00:00:00Z", "02:00 +02")]
    #[case("2025-10-26T01:00:00Z", "02:00 +01")]
    #[case("2025-10-26T02:00:00Z", "03:00")]
    fn an_hour_that_comes_twice_is_told_apart(#[case] at: &str, #[case] text: &str) {
        let zone = crate::time::zone("Europe/Berlin").unwrap();
        assert_eq!(text_in_unit(at, "hour", &zone, None), text);
    }

    #[rstest::rstest]
    #[case("< 3600", "seconds", "< 1_h")]
    #[case(">=5400", "seconds", ">= 1_h 30_min")]
    #[case("< 3661", "seconds", "< 3661")]
    #[case("< 0.5", "seconds", "< 0.5")]
    #[case("= 0", "seconds", "= 0")]
    #[case("< 3600", "ms", "< 3600")]
    fn a_target_reads_as_its_values_do(#[case] text: &str, #[case] unit: &str, #[case] shown: &str) {
        assert_eq!(target(text, unit), shown.replace('_', "\u{202f}"));
    }

    #[test]
    fn a_line_is_broken_at_spaces_and_a_long_word_is_left_whole() {
        assert_eq!(wrap("один два three-and-a-half four", 8), "один два\nthree-and-a-half\nfour");
    }
}
