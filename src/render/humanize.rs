//! Numbers as Prometheus' template functions print them, for texts that come from its rule files.

/// Four significant digits and an SI prefix: `1.235k`, `25m`.
pub(super) fn humanize(value: f64) -> String {
    const UP: [&str; 8] = ["k", "M", "G", "T", "P", "E", "Z", "Y"];
    const DOWN: [&str; 8] = ["m", "u", "n", "p", "f", "a", "z", "y"];
    if value == 0.0 || !value.is_finite() {
        return significant(value);
    }
    let (mut scaled, mut prefix) = (value, "");
    if value.abs() >= 1.0 {
        for next in UP {
            if scaled.abs() < 1000.0 {
                break;
            }
            (scaled, prefix) = (scaled / 1000.0, next);
        }
    } else {
        for next in DOWN {
            if scaled.abs() >= 1.0 {
                break;
            }
            (scaled, prefix) = (scaled * 1000.0, next);
        }
    }
    format!("{}{prefix}", significant(scaled))
}

/// The same with powers of 1024: `1.5ki`.
pub(super) fn humanize1024(value: f64) -> String {
    let (mut scaled, mut prefix) = (value, "");
    if value.abs() > 1.0 && value.is_finite() {
        for next in ["ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"] {
            if scaled.abs() < 1024.0 {
                break;
            }
            (scaled, prefix) = (scaled / 1024.0, next);
        }
    }
    format!("{}{prefix}", significant(scaled))
}

/// A share as a percentage: 0.1234 is `12.34%`.
pub(super) fn humanize_percentage(value: f64) -> String {
    format!("{}%", significant(value * 100.0))
}

/// Seconds as days, hours, minutes and seconds: `1d 2h 3m 4s`; below one second with an SI prefix: `250ms`.
pub(super) fn humanize_duration(value: f64) -> String {
    if !value.is_finite() {
        return significant(value);
    }
    if value == 0.0 {
        return "0s".into();
    }
    if value.abs() < 1.0 {
        return format!("{}s", humanize(value));
    }
    let sign = if value < 0.0 { "-" } else { "" };
    #[expect(clippy::cast_possible_truncation, reason = "whole seconds, saturating")]
    let whole = value.abs() as i64;
    let (seconds, minutes, hours, days) = (whole % 60, whole / 60 % 60, whole / 3600 % 24, whole / 86_400);
    if days > 0 {
        format!("{sign}{days}d {hours}h {minutes}m {seconds}s")
    } else if hours > 0 {
        format!("{sign}{hours}h {minutes}m {seconds}s")
    } else if minutes > 0 {
        format!("{sign}{minutes}m {seconds}s")
    } else {
        format!("{sign}{}s", significant(value.abs()))
    }
}

/// One number by a format of C: `%.2f`, `%d`, `%v` and the like, text around it included; `None` for another format.
pub(super) fn printf(format: &str, value: f64) -> Option<String> {
    let (before, rest) = format.split_once('%')?;
    let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
    let (size, verb, after) = (&rest[..end], &rest[end..=end], &rest[end + 1..]);
    let decimals = match size.strip_prefix('.') {
        Some(digits) => Some(digits.parse().ok()?),
        None if size.is_empty() => None,
        None => return None,
    };
    let number = match (verb, decimals) {
        _ if !value.is_finite() => significant(value),
        ("f", decimals) => format!("{value:.*}", decimals.unwrap_or(6)),
        ("d", None) => format!("{value:.0}"),
        ("v" | "g", None) => value.to_string(),
        _ => return None,
    };
    (!after.replace("%%", "").contains('%')).then(|| format!("{before}{number}{}", after.replace("%%", "%")))
}

/// Four significant digits at the most, without zeros behind the last.
fn significant(value: f64) -> String {
    if value.is_nan() {
        return "NaN".into();
    }
    if value.is_infinite() {
        return if value > 0.0 { "+Inf" } else { "-Inf" }.into();
    }
    if value == 0.0 {
        return "0".into();
    }
    #[expect(clippy::cast_possible_truncation, reason = "the exponent of a finite float")]
    let exponent = value.abs().log10().floor() as i32;
    if !(-4..4).contains(&exponent) {
        let text = format!("{value:.3e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let digits =
            if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits };
        let (sign, exponent) = exponent.strip_prefix('-').map_or(("+", exponent), |exponent| ("-", exponent));
        return format!("{digits}e{sign}{exponent:0>2}");
    }
    let decimals = usize::try_from(3 - exponent).unwrap_or_default();
    let text = format!("{value:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The expectations are what Prometheus' own functions print.
    #[rstest::rstest]
    #[case(0.0, "0")]
    #[case(1.0, "1")]
    #[case(1_234_567.0, "1.235M")]
    #[case(0.025, "25m")]
    #[case(-1500.0, "-1.5k")]
    #[case(f64::NAN, "NaN")]
    #[case(f64::INFINITY, "+Inf")]
    fn si_prefixes(#[case] value: f64, #[case] text: &str) {
        assert_eq!(humanize(value), text);
    }

    #[rstest::rstest]
    #[case(1536.0, "1.5ki")]
    #[case(1_048_576.0, "1Mi")]
    #[case(0.5, "0.5")]
    fn binary_prefixes(#[case] value: f64, #[case] text: &str) {
        assert_eq!(humanize1024(value), text);
    }

    #[rstest::rstest]
    #[case(0.0, "0s")]
    #[case(0.25, "250ms")]
    #[case(59.5, "59.5s")]
    #[case(90.0, "1m 30s")]
    #[case(3661.0, "1h 1m 1s")]
    #[case(-93_784.0, "-1d 2h 3m 4s")]
    fn durations(#[case] value: f64, #[case] text: &str) {
        assert_eq!(humanize_duration(value), text);
    }

    #[test]
    fn percentages() {
        assert_eq!(humanize_percentage(0.123_456), "12.35%");
        assert_eq!(humanize_percentage(1.0), "100%");
    }

    #[rstest::rstest]
    #[case("%.2f", Some("2.35"))]
    #[case("%d", Some("2"))]
    #[case("about %.0f%%", Some("about 2%"))]
    #[case("%v", Some("2.345"))]
    #[case("%s %s", None)]
    #[case("%5x", None)]
    fn formats(#[case] format: &str, #[case] text: Option<&str>) {
        assert_eq!(printf(format, 2.345).as_deref(), text);
    }
}
