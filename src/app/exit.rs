//! Exit codes: every one is documented here and nowhere else.

use std::fmt::Write as _;

/// What the process's exit code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Exit {
    /// All is well.
    Well = 0,
    /// Something watched is not well.
    Unwell = 1,
    /// The command line or the configuration is wrong; nothing was done.
    Usage = 2,
    /// The work could not be completed: database, network or delivery.
    Incomplete = 3,
    /// Another run holds this work; this one did nothing.
    Held = 4,
}

/// Which convention the exit code follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum ExitStyle {
    /// 0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run.
    #[default]
    Default,
    /// 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata.
    Nagios,
}

/// What a verb found, for its exit code and for the one line of the Nagios style.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    pub exit: Exit,
    /// With [`Exit::Unwell`]: a warning only. With [`Exit::Well`]: worth showing, and a warning in the Nagios style.
    pub warning: bool,
    pub summary: String,
    pub perf: Vec<Perf>,
}

/// One value of Nagios perfdata: `'label'=value[unit];warn;crit;min;max`, limits empty where there are none.
#[derive(Clone, Debug)]
pub(crate) struct Perf {
    pub label: String,
    pub value: f64,
    pub unit: &'static str,
    pub warning: Option<f64>,
    pub critical: Option<f64>,
}

impl Verdict {
    pub(crate) fn well(summary: impl Into<String>) -> Self {
        Self { exit: Exit::Well, warning: false, summary: summary.into(), perf: Vec::new() }
    }

    pub(crate) fn unwell(summary: impl Into<String>) -> Self {
        Self { exit: Exit::Unwell, ..Self::well(summary) }
    }

    pub(crate) fn incomplete(summary: impl Into<String>) -> Self {
        Self { exit: Exit::Incomplete, ..Self::well(summary) }
    }

    /// The line that monitoring plugins print, by the Monitoring Plugins development guidelines.
    pub(crate) fn nagios_line(&self) -> String {
        let word = ["OK", "WARNING", "CRITICAL", "UNKNOWN"][usize::from(self.nagios_code())];
        let mut line = format!("{word} - {}", self.summary.replace(['|', '\n'], " "));
        let limit = |limit: Option<f64>| limit.map(|limit| limit.to_string()).unwrap_or_default();
        for (index, perf) in self.perf.iter().enumerate() {
            let lead = if index == 0 { " | " } else { " " };
            let label = perf.label.replace(['\'', '='], "_");
            let (warning, critical) = (limit(perf.warning), limit(perf.critical));
            // Writing to a string cannot fail.
            let _ = write!(line, "{lead}'{label}'={}{};{warning};{critical};0;", perf.value, perf.unit);
        }
        line
    }

    pub(crate) fn nagios_code(&self) -> u8 {
        match self.exit {
            Exit::Well | Exit::Unwell if self.warning => 1,
            Exit::Well => 0,
            Exit::Unwell => 2,
            Exit::Usage | Exit::Incomplete | Exit::Held => 3,
        }
    }
}
