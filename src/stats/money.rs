//! Shares, and money as it is shown.

/// `part` of `whole` in percent; `None` over nothing.
pub(crate) fn percentage(part: f64, whole: f64) -> Option<f64> {
    (whole != 0.0).then(|| 100.0 * part / whole)
}

/// A number at so many decimals, halves away from zero, as money is rounded: 2.675 is 2.68, though the nearest binary
/// number lies below. Once, and only to be shown: sums are made of what was not rounded.
pub(crate) fn rounded(value: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    let scaled = value * scale;
    // What lies within the last bits of a half is that half.
    let nudge = scaled.abs() * f64::EPSILON;
    (scaled + nudge.copysign(scaled)).round() / scale
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
    fn halves_go_away_from_zero(#[case] value: f64, #[case] shown: f64) {
        assert!((rounded(value, 2) - shown).abs() < 1e-12, "{}", rounded(value, 2));
    }

    #[test]
    fn rounding_before_a_sum_would_lose_money() {
        let thirds = [10.0 / 3.0; 3];
        let late = rounded(thirds.iter().sum(), 2);
        let early: f64 = thirds.iter().map(|third| rounded(*third, 2)).sum();
        assert!((late - 10.0).abs() < 1e-12 && (early - 9.99).abs() < 1e-12);
    }
}
