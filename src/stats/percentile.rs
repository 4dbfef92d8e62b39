//! Percentiles of sorted numbers, and the spread around a median that a few wild ones do not move.

/// The percentile of R's type 7, which is `PERCENTILE_CONT` of SQL:2003: linear between the neighbours of rank
/// `p · (n − 1)`. `None` over nothing.
///
/// Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a rank between 0 and the length of a slice"
)]
pub(crate) fn interpolated(sorted: &[f64], fraction: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let rank = fraction.clamp(0.0, 1.0) * last as f64;
    let below = rank.floor() as usize;
    let above = (below + 1).min(last);
    Some(sorted[below] + (sorted[above] - sorted[below]) * (rank - rank.floor()))
}

/// The nearest rank, which is `PERCENTILE_DISC` of SQL:2003: the first number whose cumulative share reaches `p`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a rank between 0 and the length of a slice"
)]
pub(crate) fn nearest_rank(sorted: &[f64], fraction: f64) -> Option<f64> {
    let rank = (fraction.clamp(0.0, 1.0) * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied()
}

/// The median, and the median absolute deviation from it; in no need of an order.
pub(crate) fn deviation(numbers: &[f64]) -> Option<(f64, f64)> {
    let median = |mut numbers: Vec<f64>| {
        numbers.sort_unstable_by(f64::total_cmp);
        interpolated(&numbers, 0.5)
    };
    let centre = median(numbers.to_vec())?;
    Some((centre, median(numbers.iter().map(|number| (number - centre).abs()).collect())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, expected: f64) {
        assert!(found.is_some_and(|found| (found - expected).abs() < 1e-9), "{found:?} is not {expected}");
    }

    /// The worked examples of <https://en.wikipedia.org/wiki/Percentile>, both methods, with R's
    /// `quantile(c(15, 20, 35, 40, 50), p, type = 7)` and `type = 1` for the rest.
    #[rstest::rstest]
    #[case(0.0, 15.0, 15.0)]
    #[case(0.05, 16.0, 15.0)]
    #[case(0.3, 23.0, 20.0)]
    #[case(0.4, 29.0, 20.0)]
    #[case(0.5, 35.0, 35.0)]
    #[case(0.95, 48.0, 50.0)]
    #[case(1.0, 50.0, 50.0)]
    fn percentiles_are_those_of_r(#[case] fraction: f64, #[case] type7: f64, #[case] type1: f64) {
        let sorted = [15.0, 20.0, 35.0, 40.0, 50.0];
        near(interpolated(&sorted, fraction), type7);
        near(nearest_rank(&sorted, fraction), type1);
    }

    #[test]
    fn the_95th_of_one_to_twenty_lies_between_two_of_them_or_is_the_nineteenth() {
        let sorted: Vec<f64> = (1..=20).map(f64::from).collect();
        near(interpolated(&sorted, 0.95), 19.05);
        near(nearest_rank(&sorted, 0.95), 19.0);
    }

    #[test]
    fn over_nothing_there_is_no_percentile() {
        assert_eq!((interpolated(&[], 0.5), nearest_rank(&[], 0.5), deviation(&[])), (None, None, None));
    }

    /// The worked example of <https://en.wikipedia.org/wiki/Median_absolute_deviation>.
    #[test]
    fn one_wild_number_does_not_move_the_spread() {
        assert_eq!(deviation(&[1.0, 1.0, 2.0, 2.0, 4.0, 6.0, 9.0]), Some((2.0, 1.0)));
        assert_eq!(deviation(&[6.0, 1.0, 2.0, 900.0, 1.0, 4.0, 2.0]), Some((2.0, 1.0)));
    }
}
