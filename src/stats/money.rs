//! Shares, and money as it is shown.

/// `part` of `whole` in percent; `None` over nothing.
pub(crate) fn percentage(part: f64, whole: f64) -> Option<f64> {
    (whole != 0.0).then(|| 100.0 * part / whole)
}

/// A number as text with so many decimals, halves away from zero: 2.675 is `2.68`, though the nearest binary number lies
/// below. Once, and only to be shown: sums are made of what was not rounded.
pub(crate) fn decimal(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return value.to_string();
    }
    // Fifteen digits are what every float holds; behind them is what binary arithmetic left.
    let held: f64 = format!("{:.14e}", value.abs()).parse().unwrap_or_default();
    let exact = held.to_string();
    let (whole, fraction) = exact.split_once('.').unwrap_or((&exact, ""));
    let zeros = std::iter::repeat_n(b'0', decimals.saturating_sub(fraction.len()));
    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes().take(decimals)).chain(zeros).collect();
    if fraction.as_bytes().get(decimals).is_some_and(|next| *next >= b'5') {
        round_up(&mut digits);
    }
    let sign = if value < 0.0 && digits.iter().any(|digit| *digit != b'0') { "-" } else { "" };
    let point = digits.len() - decimals;
    let text = |digits: &[u8]| String::from_utf8_lossy(digits).into_owned();
    let (whole, fraction) = (text(&digits[..point]), text(&digits[point..]));
    if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

fn round_up(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit != b'9' {
            *digit += 1;
            return;
        }
        *digit = b'0';
    }
    digits.insert(0, b'1');
}

/// The number that [`decimal`] writes.
pub(crate) fn rounded(value: f64, decimals: usize) -> f64 {
    decimal(value, decimals).parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cost_of_the_loyalty_programme_is_a_share_of_sales_with_loyalty() {
        let cost = percentage(45_600.0, 1_234_500.0).unwrap();
        assert!((rounded(cost, 3) - 3.694).abs() < 1e-12 && (rounded(cost, 1) - 3.7).abs() < 1e-12);
        assert_eq!(percentage(45_600.0, 0.0), None);
    }

    #[rstest::rstest]
    #[case(2.675, 2.68)]
    #[case(-2.675, -2.68)]
    #[case(1.005, 1.01)]
    #[case(2.674_999, 2.67)]
    #[case(0.0, 0.0)]
    #[case(-0.004, 0.0)]
    #[case(9.995, 10.0)]
    #[case(0.1 + 0.015 + 0.01, 0.13)]
    #[case(123_456_789_012.345, 123_456_789_012.35)]
    fn halves_go_away_from_zero(#[case] value: f64, #[case] shown: f64) {
        assert!((rounded(value, 2) - shown).abs() < 1e-12, "{}", rounded(value, 2));
    }

    #[rstest::rstest]
    #[case(999.5, 0, "1000")]
    #[case(-0.2, 0, "0")]
    #[case(1e21, 1, "1000000000000000000000.0")]
    #[case(1.5e-9, 2, "0.00")]
    #[case(7.0, 2, "7.00")]
    #[case(f64::NAN, 2, "NaN")]
    fn a_number_is_written_with_the_decimals_asked_for(
        #[case] value: f64,
        #[case] decimals: usize,
        #[case] text: &str,
    ) {
        assert_eq!(decimal(value, decimals), text);
    }

    #[test]
    fn rounding_before_a_sum_would_lose_money() {
        let thirds = [10.0 / 3.0; 3];
        let late = rounded(thirds.iter().sum(), 2);
        let early: f64 = thirds.iter().map(|third| rounded(*third, 2)).sum();
        assert!((late - 10.0).abs() < 1e-12 && (early - 9.99).abs() < 1e-12);
    }
}
