//! How grave a line is, whatever name its logger has for that.

use std::fmt;

/// The four levels that people tell apart. A line without a level, or with one that nobody knows, counts as `info`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub(crate) enum Level {
    Debug,
    Info,
    Warn,
    Error,
}

/// The names in lower case: those of npm, syslog, Java and Python, and pino's numbers. What is not here is `info`.
const NAMES: [(Level, &[&str]); 3] = [
    (Level::Debug, &["debug", "trace", "verbose", "silly", "http", "fine", "finer", "finest", "10", "20"]),
    (Level::Warn, &["warn", "warning", "40"]),
    (
        Level::Error,
        &[
            "error",
            "err",
            "fatal",
            "critical",
            "crit",
            "alert",
            "emerg",
            "emergency",
            "panic",
            "severe",
            "50",
            "60",
        ],
    ),
];

impl Level {
    /// The level that a line's own name for it means.
    pub(crate) fn of(name: Option<&str>) -> Self {
        let is_named = |(_, names): &&(Self, &[&str])| name.is_some_and(|name| names.contains(&name));
        NAMES.iter().find(is_named).map_or(Self::Info, |(level, _)| *level)
    }

    /// Names, and whether a line of this level or above has one of them or has none of them.
    pub(super) fn and_above(self) -> (Vec<&'static str>, bool) {
        let is_in = self > Self::Info;
        let names = NAMES.iter().filter(|(level, _)| (*level >= self) == is_in);
        (names.flat_map(|(_, names)| names.iter().copied()).collect(), is_in)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Debug => "debug",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(Some("warning"), Level::Warn)]
    #[case(Some("50"), Level::Error)]
    #[case(Some("silly"), Level::Debug)]
    #[case(Some("audit"), Level::Info)]
    #[case(None, Level::Info)]
    fn a_name_means_a_level(#[case] name: Option<&str>, #[case] level: Level) {
        assert_eq!(Level::of(name), level);
    }

    #[test]
    fn a_filter_takes_exactly_the_names_of_its_level_and_above() {
        for level in [Level::Debug, Level::Info, Level::Warn, Level::Error] {
            let (names, is_in) = level.and_above();
            for name in ["debug", "audit", "info", "warn", "error", "fatal"] {
                assert_eq!(
                    names.contains(&name) == is_in,
                    Level::of(Some(name)) >= level,
                    "{name} at {level}"
                );
            }
        }
    }
}
