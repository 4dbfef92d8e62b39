//! What a verb needs, built when it is first asked for: a verb that needs no database opens none.

use std::path::{Path, PathBuf};
use std::{env, fs};

use jiff::Timestamp;

use super::{ColorChoice, Exit, ExitStyle, Failure, Format, Ui};
use crate::config::{self, CONFIG_FILE, Config, ConfigError};
use crate::db::Database;
use crate::time::Duration;

/// Flags that every verb has.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Global {
    /// The project's tillwatch.toml; by default the nearest one in this folder or above.
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "TILLWATCH_CONFIG",
        help_heading = "Global options"
    )]
    pub config: Option<PathBuf>,

    /// Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do.
    #[arg(long, global = true, value_name = "RFC3339", help_heading = "Global options")]
    pub now: Option<Timestamp>,

    /// With --now: keep state all the same.
    #[arg(long, global = true, requires = "now", help_heading = "Global options")]
    pub commit: bool,

    /// How to print data.
    #[arg(long, global = true, value_enum, help_heading = "Global options")]
    pub format: Option<Format>,

    /// Exit 0 where something watched is not well.
    #[arg(long, global = true, help_heading = "Global options")]
    pub exit_zero: bool,

    /// Which convention the exit code follows.
    #[arg(long, global = true, value_enum, default_value_t, help_heading = "Global options")]
    pub exit_style: ExitStyle,

    /// Say nothing on stderr but errors and warnings.
    #[arg(short, long, global = true, help_heading = "Global options")]
    pub quiet: bool,

    /// Say more on stderr; repeat for more still.
    #[arg(short, long, global = true, action = clap::ArgAction::Count, help_heading = "Global options")]
    pub verbose: u8,

    /// Whether to colour.
    #[arg(
        long,
        global = true,
        value_enum,
        default_value_t,
        value_name = "WHEN",
        help_heading = "Global options"
    )]
    pub color: ColorChoice,
}

/// The frame around one run of a verb.
pub(crate) struct App {
    pub global: Global,
    pub ui: Ui,
    started: Timestamp,
}

#[expect(clippy::unused_self, reason = "a verb asks its app for whatever it needs, and all in one way")]
impl App {
    pub(crate) fn new(global: Global) -> Self {
        let mute = global.exit_style == ExitStyle::Nagios;
        Self { ui: Ui::new(&global, mute), started: Timestamp::now(), global }
    }

    /// The instant that this run is about: `--now`, or when it began.
    pub(crate) fn now(&self) -> Timestamp {
        self.global.now.unwrap_or(self.started)
    }

    /// Whether this run is about the instant at which it began.
    pub(crate) fn is_live(&self) -> bool {
        self.global.now.is_none()
    }

    /// The window that a list looks at: the last `over`, and whatever came since. That may be dated later than now, if a
    /// clock was ahead; as of an instant that was asked for, what came after it is left out.
    pub(crate) fn recent(&self, over: Option<Duration>) -> (Timestamp, Timestamp) {
        let now = self.now();
        let since = now.saturating_sub(over.unwrap_or_default().signed()).unwrap_or(now);
        let asked = self.global.now.and_then(|now| now.checked_add(Duration::from_millis(1).signed()).ok());
        (since, asked.unwrap_or(Timestamp::MAX))
    }

    /// The clock, for loops and for how long things take.
    pub(crate) fn clock(&self) -> Timestamp {
        Timestamp::now()
    }

    /// The clock itself, for what goes on by itself.
    pub(crate) fn clock_source(&self) -> fn() -> Timestamp {
        Timestamp::now
    }

    /// Whether this run only says what it would do: `--now` without `--commit`.
    pub(crate) fn dry_run(&self) -> bool {
        self.global.now.is_some() && !self.global.commit
    }

    /// The format asked for, if the verb has it; the first of `known` if none was asked for.
    pub(crate) fn format(&self, known: &[Format]) -> Result<Format, Failure> {
        let Some(asked) = self.global.format else { return Ok(known[0]) };
        if known.contains(&asked) {
            return Ok(asked);
        }
        let names: Vec<String> = known.iter().map(|format| format!("{format:?}").to_lowercase()).collect();
        let asked = format!("{asked:?}").to_lowercase();
        Err(Failure::usage(format!("this verb does not print {asked}"))
            .hint(format!("use one of {}", names.join(", "))))
    }

    /// The format asked for among those that every list has.
    pub(crate) fn list_format(&self) -> Result<Format, Failure> {
        self.format(&[Format::Table, Format::Json, Format::Csv, Format::Markdown])
    }

    /// The project's configuration: `--config`, or the nearest `tillwatch.toml` here or above.
    pub(crate) fn config(&self) -> Result<Config, Failure> {
        Ok(self.read_config()?)
    }

    /// As [`App::config`], for who tells one mistake from another.
    pub(crate) fn read_config(&self) -> Result<Config, ConfigError> {
        let path = self.config_path()?;
        let text = fs::read_to_string(&path).map_err(|error| ConfigError::unreadable(&path, &error))?;
        config::parse(&text, &path)
    }

    fn config_path(&self) -> Result<PathBuf, ConfigError> {
        if let Some(path) = &self.global.config {
            return Ok(path.clone());
        }
        let here = env::current_dir().map_err(|error| ConfigError::unreadable(Path::new("."), &error))?;
        if Path::new(CONFIG_FILE).is_file() {
            return Ok(CONFIG_FILE.into());
        }
        let found = here.ancestors().map(|folder| folder.join(CONFIG_FILE)).find(|path| path.is_file());
        found.ok_or(ConfigError::Absent { file: CONFIG_FILE, folder: here })
    }

    /// The own database, made if need be.
    pub(crate) fn database(&self, config: &Config) -> Result<Database, Failure> {
        Ok(Database::open(&config.resolve(&config.database.path))?)
    }

    /// The own database for reading; an error if there is none yet.
    pub(crate) fn existing_database(&self, config: &Config) -> Result<Database, Failure> {
        Ok(Database::open_existing(&config.resolve(&config.database.path))?)
    }

    /// The own logs database, made if need be.
    pub(crate) fn logs_database(&self, config: &Config) -> Result<Database, Failure> {
        Ok(Database::open_logs(&config.resolve(&config.database.logs))?)
    }

    /// Records this run in the own database, unless it is a dry one. `TILLWATCH_JOB` names the job that started it.
    pub(crate) fn record_run(&self, database: &Database, verb: &str, exit: Exit) -> Result<(), Failure> {
        if self.dry_run() {
            return Ok(());
        }
        let job = env::var("TILLWATCH_JOB").ok();
        let ended = if self.global.now.is_some() { self.now() } else { self.clock() };
        Ok(database.record_run(verb, job.as_deref(), self.now(), ended, exit as u8)?)
    }
}
