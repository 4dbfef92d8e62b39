//! A project as most verbs need it: configuration, inventory and catalogue together.

use super::{App, Failure};
use crate::alert::RuleSet;
use crate::config::{Config, ConfigError};
use crate::inventory::Inventory;
use crate::query::{Catalogue, Runner};
use crate::render::Templates;

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
        let config = self.config()?;
        let inventory = Inventory::new(&config)?;
        let (catalogue, problems) = Catalogue::load(&config.resolve("queries".as_ref()));
        if !problems.is_empty() {
            return Err(ConfigError::Wrong(problems).into());
        }
        Ok(Project { config, inventory, catalogue })
    }

    /// The rules in force, or every problem of them; none at all is an error.
    pub(crate) fn rules(&self, config: &Config) -> Result<RuleSet, Failure> {
        let rules = self.rules_if_any(config)?;
        if rules.is_empty() {
            let failure = Failure::usage("there are no rules, so nothing would ever be told");
            return Err(failure.hint("name shipped ones by `profile` in [project], or put files into rules/"));
        }
        Ok(rules)
    }

    /// As [`App::rules`], for what works without rules.
    pub(crate) fn rules_if_any(&self, config: &Config) -> Result<RuleSet, Failure> {
        let (rules, problems) =
            RuleSet::load(config.project.profile.as_deref(), &config.resolve("rules".as_ref()));
        if !problems.is_empty() {
            return Err(ConfigError::Wrong(problems).into());
        }
        Ok(rules)
    }

    /// The templates in force.
    /// The templates of messages. A mistake in one of the project's keeps nothing from being told: the shipped one is used,
    /// and that is said.
    pub(crate) fn message_templates(&self, config: &Config) -> Result<Templates, Failure> {
        let (templates, mistakes) = Templates::load_what_works(&config.resolve("templates".as_ref()))?;
        for mistake in mistakes {
            self.ui.warn(format!("{mistake}; the shipped one is used"));
        }
        Ok(templates)
    }

    pub(crate) fn templates(&self, config: &Config) -> Result<Templates, Failure> {
        Ok(Templates::load(&config.resolve("templates".as_ref()))?)
    }
}
