//! What the verbs need that look at alerts and incidents, or act on them.

use crate::alert::RuleSet;
use crate::app::{App, Failure};
use crate::config::Config;
use crate::db::Database;
use crate::incident::Desk;
use crate::inventory::Inventory;
use crate::route::Router;

/// Configuration, people, rules and what was stored.
pub(super) struct Office {
    pub config: Config,
    pub inventory: Inventory,
    pub rules: RuleSet,
    pub database: Database,
}

impl Office {
    /// Opens it on a database that exists. Rules that cannot be read are a warning: they must keep nobody from an
    /// incident.
    pub(super) fn open(app: &App) -> Result<Self, Failure> {
        let config = app.config()?;
        let database = app.existing_database(&config)?;
        Self::with(app, config, database)
    }

    /// As [`Office::open`], with a database that is made if need be.
    pub(super) fn found(app: &App) -> Result<Self, Failure> {
        let config = app.config()?;
        let database = app.database(&config)?;
        Self::with(app, config, database)
    }

    fn with(app: &App, config: Config, database: Database) -> Result<Self, Failure> {
        let inventory = Inventory::new(&config)?;
        let rules = app.rules(&config).unwrap_or_else(|failure| {
            app.ui.warn(failure.message);
            RuleSet::default()
        });
        Ok(Self { config, inventory, rules, database })
    }

    pub(super) fn desk(&self) -> Desk<'_> {
        Desk::new(Router { config: &self.config, inventory: &self.inventory }, &self.rules)
    }
}
