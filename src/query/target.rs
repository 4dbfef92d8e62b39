//! What a value should be.

use serde::{Deserialize, Serialize};

/// A comparison without its left side: `>= 99.9`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Target {
    text: String,
    comparison: Comparison,
    number: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparison {
    AtLeast,
    AtMost,
    Above,
    Below,
    Equal,
    Unequal,
}

/// Longer signs before those that they begin with.
const SIGNS: [(&str, Comparison); 6] = [
    (">=", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    ("!=", Comparison::Unequal),
    (">", Comparison::Above),
    ("<", Comparison::Below),
    ("=", Comparison::Equal),
];

impl Target {
    /// Whether a value is what it should be.
    pub(crate) fn is_met_by(&self, value: f64) -> bool {
        match self.comparison {
            Comparison::AtLeast => value >= self.number,
            Comparison::AtMost => value <= self.number,
            Comparison::Above => value > self.number,
            Comparison::Below => value < self.number,
            Comparison::Equal => (value - self.number).abs() <= f64::EPSILON * self.number.abs(),
            Comparison::Unequal => (value - self.number).abs() > f64::EPSILON * self.number.abs(),
        }
    }

    /// The number that values are compared with.
    pub(crate) fn number(&self) -> f64 {
        self.number
    }

    /// As it was written.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

impl TryFrom<String> for Target {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts = SIGNS.iter().find_map(|(sign, comparison)| {
            let number = text.trim().strip_prefix(sign)?.trim().parse::<f64>().ok()?;
            number.is_finite().then_some((*comparison, number))
        });
        let no_target =
            || format!("`{text}` is no target: write one like `>= 99.9`, with one of >= <= > < = !=");
        let (comparison, number) = parts.ok_or_else(no_target)?;
        Ok(Self { text, comparison, number })
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(text: &str) -> Result<Target, String> {
        Target::try_from(text.to_owned())
    }

    #[rstest::rstest]
    #[case(">= 99", 99.0, true)]
    #[case(">= 99", 98.999, false)]
    #[case("> 99", 99.0, false)]
    #[case("<1000", 999.9, true)]
    #[case("< 1000", 1000.0, false)]
    #[case("<= 14.4", 14.4, true)]
    #[case("= 0", 0.0, true)]
    #[case("= 0", 1.0, false)]
    #[case("!= -1", -1.0, false)]
    #[case("!= -1", 0.0, true)]
    fn a_value_meets_its_target_or_misses_it(#[case] text: &str, #[case] value: f64, #[case] met: bool) {
        assert_eq!(target(text).unwrap().is_met_by(value), met);
    }

    #[rstest::rstest]
    #[case("=> 1000")]
    #[case("abc")]
    #[case("99")]
    #[case(">= 99 %")]
    #[case("< inf")]
    #[case("")]
    fn what_is_no_comparison_with_a_number_is_refused(#[case] text: &str) {
        let said = format!("`{text}` is no target: write one like `>= 99.9`, with one of >= <= > < = !=");
        assert_eq!(target(text), Err(said));
    }
}
