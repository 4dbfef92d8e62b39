//! A project as most verbs need it: configuration, inventory and catalogue together.

use std::path::Path;

use super::{App, Failure};
use crate::alert::RuleSet;
use crate::config::{Config, ConfigError, Problem};
use crate::db::{Database, DbError};
use crate::inventory::Inventory;
use crate::query::{Catalogue, Runner};
use crate::render::Templates;
use crate::report::numerals;

/// What `tillwatch.toml` and the folders beside it say.
pub(crate) struct Project {
    pub config: Config,
    pub inventory: Inventory,
    pub catalogue: Catalogue,
}

impl Project {
    /// Queries as of this run's instant.
    pub(crate) fn runner(&self, app: &App) -> Runner<'_> {
        Runner::new(&self.config, &self.inventory, app.now())
    }
}

#[expect(clippy::unused_self, reason = "a verb asks its app for whatever it needs, and all in one way")]
impl App {
    /// Loads the project, or names every problem of it.
    pub(crate) fn project(&self) -> Result<Project, Failure> {
        let (project, problems) = self.project_as_read()?;
        if !problems.is_empty() {
            return Err(ConfigError::Wrong(problems).into());
        }
        Ok(project)
    }

    /// The project with the queries that can be read; whoever asks for another is told what is wrong with it.
    pub(crate) fn project_that_works(&self) -> Result<Project, Failure> {
        Ok(self.project_as_read()?.0)
    }

    fn project_as_read(&self) -> Result<(Project, Vec<Problem>), Failure> {
        let config = self.config()?;
        let inventory = Inventory::new(&config)?;
        let (catalogue, problems) = Catalogue::load(&config.resolve("queries".as_ref()));
        Ok((Project { config, inventory, catalogue }, problems))
    }

    /// The rules in force, or every problem of them; none at all is an error.
    pub(crate) fn rules(&self, config: &Config) -> Result<RuleSet, Failure> {
        let rules = rules_as_read(config);
        if !rules.mistakes().is_empty() {
            return Err(ConfigError::Wrong(rules.mistakes().to_vec()).into());
        }
        if rules.is_empty() { Err(no_rules()) } else { Ok(rules) }
    }

    /// The rules that can be read, however many: a mistake in one file must not keep the others' trouble, nor an end,
    /// from being told. Each mistake is a warning.
    pub(crate) fn rules_that_work(&self, config: &Config) -> RuleSet {
        let rules = rules_as_read(config);
        rules.mistakes().iter().for_each(|mistake| self.ui.warn(mistake.to_string()));
        rules
    }

    /// The templates of messages. A mistake in one of the project's keeps nothing from being told: the shipped one is used,
    /// and that is said.
    pub(crate) fn message_templates(&self, config: &Config) -> Result<Templates, Failure> {
        let (templates, mistakes) = Templates::load_what_works(&config.resolve("templates".as_ref()))?;
        for mistake in mistakes {
            self.ui.warn(format!("{mistake}; the shipped one is used"));
        }
        Ok(templates.with_numerals(&numerals(&config.project)))
    }

    pub(crate) fn templates(&self, config: &Config) -> Result<Templates, Failure> {
        Ok(Templates::load(&config.resolve("templates".as_ref()))?.with_numerals(&numerals(&config.project)))
    }
}

fn rules_as_read(config: &Config) -> RuleSet {
    RuleSet::load(config.project.profile.as_deref(), &config.resolve("rules".as_ref())).0
}

/// The configuration with empty databases of our own where there are none yet.
pub(crate) fn with_own_databases(config: &Config, folder: &Path) -> Result<Config, DbError> {
    let mut config = config.clone();
    let (main, logs) = (folder.join("main.db"), folder.join("logs.db"));
    if !config.resolve(&config.database.path).exists() {
        Database::open(&main)?;
        config.database.path = main;
    }
    if !config.resolve(&config.database.logs).exists() {
        Database::open_logs(&logs)?;
        config.database.logs = logs;
    }
    Ok(config)
}

/// The error of a project that has no rule at all.
pub(crate) fn no_rules() -> Failure {
    Failure::usage("there are no rules, so nothing would ever be told")
        .hint("name shipped ones by `profile` in [project], or put files into rules/")
}
