//! How good a value is, by the conditions of its definition.

use serde::{Deserialize, Serialize};

use crate::query::Target;

/// How good it is; worse is greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    /// Nobody expects anything.
    Closed,
    Good,
    #[default]
    Unknown,
    Warning,
    Bad,
}

/// How each level is called where no colour is seen.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Words {
    pub good: Option<String>,
    pub warning: Option<String>,
    pub bad: Option<String>,
    /// Where there is no number.
    pub unknown: Option<String>,
    /// Where the source could not be read.
    pub failed: Option<String>,
}

impl Words {
    pub(crate) fn of(&self, level: Level) -> &str {
        let (own, usual) = match level {
            Level::Good => (&self.good, "OK"),
            Level::Warning => (&self.warning, "minor issues"),
            Level::Bad => (&self.bad, "critical"),
            Level::Unknown => (&self.unknown, "no data"),
            Level::Closed => (&None, "closed"),
        };
        own.as_deref().unwrap_or(usual)
    }

    pub(crate) fn failed(&self) -> &str {
        self.failed.as_deref().unwrap_or("cannot be read")
    }
}

/// What a value should be, and what is no more than a warning: what meets neither is bad.
#[derive(Default)]
pub(crate) struct Limits {
    good: Option<Target>,
    warning: Option<Target>,
}

impl Limits {
    pub(crate) fn new(good: Option<&Target>, warning: Option<&Target>) -> Self {
        Self { good: good.cloned(), warning: warning.cloned() }
    }

    /// Whether it says what is no more than a warning, and not what is good.
    pub(super) fn is_without_good(&self) -> bool {
        self.good.is_none() && self.warning.is_some()
    }

    /// The level of a value; `None` where nothing says what is good.
    pub(crate) fn level(&self, value: Option<f64>) -> Option<Level> {
        let good = self.good.as_ref()?;
        let Some(value) = value else { return Some(Level::Unknown) };
        Some(match &self.warning {
            _ if good.is_met_by(value) => Level::Good,
            Some(warning) if warning.is_met_by(value) => Level::Warning,
            _ => Level::Bad,
        })
    }

    /// The values at which the level changes: where good ends, then where warning does.
    pub(crate) fn edges(&self) -> [Option<f64>; 2] {
        [&self.good, &self.warning].map(|limit| limit.as_ref().map(Target::number))
    }

    /// What is good, in words: `≥ 99`.
    pub(crate) fn target(&self) -> Option<&str> {
        self.good.as_ref().map(Target::text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(Some(99.0), Some(Level::Good))]
    #[case(Some(98.9), Some(Level::Warning))]
    #[case(Some(94.9), Some(Level::Bad))]
    #[case(None, Some(Level::Unknown))]
    fn the_plans_gauge_is_green_from_99_yellow_from_95_and_red_below(
        #[case] value: Option<f64>,
        #[case] level: Option<Level>,
    ) {
        let target = |text: &str| Target::try_from(text.to_owned()).unwrap();
        let limits = Limits::new(Some(&target(">= 99")), Some(&target(">= 95")));
        assert_eq!(limits.level(value), level);
        assert_eq!(limits.edges(), [Some(99.0), Some(95.0)]);
    }

    #[test]
    fn without_limits_there_is_no_level() {
        assert_eq!(Limits::new(None, None).level(Some(1.0)), None);
    }

    #[test]
    fn worse_is_greater() {
        let mut all = [Level::Bad, Level::Closed, Level::Warning, Level::Good, Level::Unknown];
        all.sort();
        assert_eq!(all, [Level::Closed, Level::Good, Level::Unknown, Level::Warning, Level::Bad]);
    }
}
