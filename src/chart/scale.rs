//! The scale of a drawing: round numbers around its values.

/// From its foot to its top in steps, all round numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    pub foot: f64,
    pub top: f64,
    step: f64,
}

impl Scale {
    /// Around values: from 0, unless they hardly differ, for then nothing but their difference is worth the room.
    pub(super) fn around(values: impl Iterator<Item = f64> + Clone) -> Self {
        let highest = values.clone().fold(0.0, f64::max);
        let lowest = values.fold(highest, f64::min);
        let foot = if (0.0..highest / 2.0).contains(&lowest) { 0.0 } else { lowest };
        let step = round((highest - foot) / 3.0);
        Self { foot: (foot / step).floor() * step, top: (highest / step).ceil() * step, step }
    }

    /// Where a value lies, 0 at the foot and 1 at the top.
    pub(super) fn share(self, value: f64) -> f64 {
        ((value - self.foot) / (self.top - self.foot).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0)
    }

    /// The values of its steps, foot and top included.
    pub(super) fn steps(self) -> impl Iterator<Item = f64> {
        (0_u32..=10)
            .map(move |n| self.foot + self.step * f64::from(n))
            .filter(move |at| *at <= self.top + self.step / 2.0)
    }
}

/// The next of 1, 2, 5, 10, … that is not less.
fn round(value: f64) -> f64 {
    if value <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(value.log10().floor());
    [1.0, 2.0, 5.0].into_iter().map(|step| step * power).find(|step| *step >= value).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(values: &[f64]) -> Vec<f64> {
        Scale::around(values.iter().copied()).steps().collect()
    }

    #[rstest::rstest]
    // What hardly differs fills the height, and what does stands on 0.
    #[case(&[1068.0, 1383.0, 1234.0], &[1000.0, 1200.0, 1400.0])]
    #[case(&[3.0, 12.0], &[0.0, 5.0, 10.0, 15.0])]
    #[case(&[99.1, 99.9], &[99.0, 99.5, 100.0])]
    #[case(&[7.0, 7.0], &[7.0])]
    #[case(&[0.0], &[0.0])]
    #[case(&[-4.0, 4.0], &[-5.0, 0.0, 5.0])]
    #[case(&[], &[0.0])]
    fn the_steps_are_round_and_lie_around_the_values(#[case] values: &[f64], #[case] round: &[f64]) {
        assert_eq!(steps(values), round);
    }

    #[test]
    fn a_flat_course_lies_somewhere() {
        assert!(Scale::around([7.0, 7.0].into_iter()).share(7.0).is_finite());
    }
}
