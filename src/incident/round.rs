//! One round: what every alert does now, and who is told. Reads, then decides, then keeps all of it at once.

use jiff::Timestamp;

use super::Desk;
use super::apply::apply;
use crate::alert::{Change, Evaluation, Evaluator, RuleSet, open_alerts, rule_states};
use crate::config::Config;
use crate::db::{Database, DbError};
use crate::inventory::Inventory;
use crate::query::{Catalogue, Runner};
use crate::render::Templates;
use crate::route::Router;

/// What a round is held with.
pub(crate) struct Round<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
    pub catalogue: &'a Catalogue,
    pub rules: &'a RuleSet,
    pub templates: &'a Templates,
    pub now: Timestamp,
}

impl<'a> Round<'a> {
    /// What decides who is told.
    pub(crate) fn desk(&self) -> Desk<'a> {
        Desk::new(Router { config: self.config, inventory: self.inventory }, self.rules)
    }

    /// Decides where every alert goes. What recordings give is kept at once, in `recordings` if anywhere.
    pub(crate) fn decide(
        &self,
        database: &Database,
        recordings: Option<&Database>,
    ) -> Result<Evaluation, DbError> {
        let (open, states) = database.read(|session| Ok((open_alerts(session)?, rule_states(session)?)))?;
        let runner = Runner::new(self.config, self.inventory, self.now);
        let evaluator = Evaluator {
            rules: self.rules,
            catalogue: self.catalogue,
            runner: &runner,
            inventory: self.inventory,
            templates: self.templates,
            alerting: &self.config.alerting,
            health_severity: self.config.health_severity(),
            recordings,
            now: self.now,
        };
        Ok(evaluator.evaluate(&open, &states))
    }

    /// Keeps what was decided and queues what is to be told, in one transaction. Gives the changes as they were kept.
    pub(crate) fn commit(
        &self,
        database: &Database,
        evaluation: &Evaluation,
    ) -> Result<Vec<Change>, DbError> {
        let desk = self.desk();
        database.write(|session| {
            let mut changes = evaluation.save(session, self.now)?;
            apply(session, &mut changes, &desk, self.now)?;
            Ok(changes)
        })
    }
}
