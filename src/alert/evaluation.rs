//! What one run decided, and how it is stored.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::Rule;
use super::statements;
use super::step::{Outcome, Reason, State};
use super::store::{Alert, put};
use crate::db::{DbError, Session};

/// What one run decided about one alert.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub alert: Alert,
    /// `inactive`, `pending` or `firing`.
    pub from: &'static str,
    pub reason: Reason,
    pub definition_hash: String,
    /// Whom to tell and what to run, as the rule says.
    pub rule: Option<Rule>,
}

impl Change {
    /// Whether the state changed, rather than only what is known of it.
    pub(crate) fn is_transition(&self) -> bool {
        self.from != self.alert.state_name()
    }
}

/// How one rule fared.
#[derive(Clone, Debug)]
pub(crate) struct RuleReport {
    pub rule: String,
    pub definition_hash: String,
    /// The worst outcome of its instances.
    pub outcome: Outcome,
    pub error: Option<String>,
    pub instances: usize,
}

/// Everything that one run decided.
#[derive(Debug, Default)]
pub(crate) struct Evaluation {
    pub rules: Vec<RuleReport>,
    pub changes: Vec<Change>,
    /// Alerts that fire after this run.
    pub firing: usize,
    pub pending: usize,
    /// Rules that are in force no longer.
    pub removed: BTreeSet<String>,
}

impl Evaluation {
    pub(super) fn count(&mut self, open: &[Alert]) {
        let changed: BTreeSet<i64> = self.changes.iter().map(|change| change.alert.id).collect();
        let after = open
            .iter()
            .filter(|alert| !changed.contains(&alert.id))
            .chain(self.changes.iter().map(|change| &change.alert));
        let states: Vec<_> = after.filter_map(|alert| alert.held.map(|held| held.state)).collect();
        self.firing = states.iter().filter(|state| **state == State::Firing).count();
        self.pending = states.len() - self.firing;
    }

    /// Stores what was decided and gives the changes with the ids that the database gave them.
    pub(crate) fn save(&self, session: &mut dyn Session, now: Timestamp) -> Result<Vec<Change>, DbError> {
        for report in &self.rules {
            let outcome = format!("{:?}", report.outcome).to_lowercase();
            let (rule, error) = (report.rule.as_str().into(), report.error.clone().into());
            let set = [rule, report.definition_hash.as_str().into(), now.into(), outcome.into(), error];
            session.execute(&statements::PUT_RULE_STATE, &set)?;
        }
        for rule in &self.removed {
            session.execute(&statements::DROP_RULE_STATE, &[rule.as_str().into()])?;
        }
        let mut saved = self.changes.clone();
        for change in &mut saved {
            change.alert.id = put(session, &change.alert)?;
            if change.is_transition() {
                let vals = serde_json::to_string(&change.alert.values).unwrap_or_default();
                let (from, to) = (change.from.into(), change.alert.state_name().into());
                let reason = change.reason.name().into();
                let hash = change.definition_hash.as_str().into();
                let set = [change.alert.id.into(), now.into(), from, to, reason, vals.into(), hash];
                session.execute(&statements::INSERT_TRANSITION, &set)?;
            }
        }
        Ok(saved)
    }
}
