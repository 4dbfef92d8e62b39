//! Which HTTP statuses are good.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// Statuses and ranges of them: `200-299,304`. By default 200-299.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StatusSet(Vec<RangeInclusive<u16>>);

impl StatusSet {
    pub(crate) fn contains(&self, status: u16) -> bool {
        self.0.iter().any(|range| range.contains(&status))
    }
}

impl Default for StatusSet {
    fn default() -> Self {
        Self(vec![200..=299])
    }
}

impl FromStr for StatusSet {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || format!("{text:?} are no statuses: write them like 200 or 200-299,304");
        let status = |text: &str| text.trim().parse().ok().filter(|status| (100..=599).contains(status));
        let range = |part: &str| {
            let (from, to) = part.split_once('-').unwrap_or((part, part));
            Some(status(from)?..=status(to)?).filter(|range| !range.is_empty())
        };
        text.split(',').map(range).collect::<Option<_>>().map(Self).ok_or_else(wrong)
    }
}

impl fmt::Display for StatusSet {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, range) in self.0.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            match (range.start(), range.end()) {
                (from, to) if from == to => write!(out, "{comma}{from}")?,
                (from, to) => write!(out, "{comma}{from}-{to}")?,
            }
        }
        Ok(())
    }
}

super::text::written_as_text!(
    StatusSet,
    "StatusSet",
    "HTTP statuses: 200, \"200-299\" or [200, \"300-399\"].", or numbers);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_holds_both_its_ends() {
        let set: StatusSet = "200-299, 304".parse().unwrap();
        assert_eq!(set.to_string(), "200-299,304");
        assert_eq!(
            [199, 200, 299, 300, 304].map(|status| set.contains(status)),
            [false, true, true, false, true]
        );
    }

    #[rstest::rstest]
    #[case("")]
    #[case("2xx")]
    #[case("299-200")]
    #[case("99")]
    #[case("200,")]
    fn nonsense_is_refused(#[case] text: &str) {
        assert!(text.parse::<StatusSet>().is_err());
    }
}
