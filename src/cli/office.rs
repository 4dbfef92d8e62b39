//! What the verbs need that look at alerts and incidents, or act on them.

use std::collections::BTreeSet;

use crate::alert::{Rule, RuleSet};
use crate::app::{App, Failure, no_rules};
use crate::config::Config;
use crate::db::Database;
use crate::incident::Desk;
use crate::inventory::Inventory;
use crate::route::Router;

/// Configuration, people, rules and what was stored.
pub(super) struct Office<D = Database> {
    pub config: Config,
    pub inventory: Inventory,
    pub rules: RuleSet,
    pub database: D,
}

impl Office {
    /// Opens it on a database that exists. Rules that cannot be read are a warning: they must keep nobody from an
    /// incident.
    pub(super) fn open(app: &App) -> Result<Self, Failure> {
        let config = app.config()?;
        let database = app.existing_database(&config)?;
        Self::with(app, config, database)
    }
}

impl Office<Option<Database>> {
    /// Opens it on the database that there is, if there is one.
    pub(super) fn look(app: &App) -> Result<Self, Failure> {
        let config = app.config()?;
        let exists = config.resolve(&config.database.path).exists();
        let database = exists.then(|| app.existing_database(&config)).transpose()?;
        Self::with(app, config, database)
    }
}

impl<D> Office<D> {
    fn with(app: &App, config: Config, database: D) -> Result<Self, Failure> {
        let inventory = Inventory::new(&config)?;
        let rules = app.rules_that_work(&config);
        if rules.is_none_left() {
            app.ui.warn(no_rules().message);
        }
        Ok(Self { config, inventory, rules, database })
    }

    pub(super) fn desk(&self) -> Desk<'_> {
        Desk::new(Router { config: &self.config, inventory: &self.inventory }, &self.rules)
    }

    /// The rule of this name; an error with the nearest one if none has it.
    pub(super) fn rule(&self, name: &str) -> Result<&Rule, Failure> {
        self.rules.get(name).ok_or_else(|| {
            Failure::usage(format!("there is no rule {name}"))
                .hint("`tillwatch rules list` lists them")
                .nearest(name, self.rules.iter().map(|rule| rule.alert.as_str()))
        })
    }

    /// Refuses a severity that neither the configuration nor a rule has, nor any of `others`.
    pub(super) fn knows_severity(&self, severity: &str, others: &BTreeSet<String>) -> Result<(), Failure> {
        let configured = self.config.severities.keys().chain(others).map(String::as_str);
        let all: BTreeSet<&str> =
            configured.chain(self.rules.iter().map(|rule| rule.severity.as_str())).collect();
        if all.contains(severity) {
            return Ok(());
        }
        let names: Vec<&str> = all.iter().copied().collect();
        Err(Failure::usage(format!("there is no severity {severity}"))
            .hint(format!("use one of {}", names.join(", ")))
            .nearest(severity, all))
    }
}

/// Reads the name of who acts: the audit trail must say one.
pub(super) fn person(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("say who it is: others will ask".into()),
        name => Ok(name.to_owned()),
    }
}
