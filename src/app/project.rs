//! A project as most verbs need it: configuration, inventory and catalogue together.

use super::{App, Failure};
use crate::config::{Config, ConfigError};
use crate::inventory::Inventory;
use crate::query::{Catalogue, Runner};

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
}
