//! What one run decided, and how it is stored.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Map, Value as Json};

use super::Rule;
use super::statements;
use super::step::{Outcome, Reason, State};
use super::store::{Alert, put};
use crate::config::Problem;
use crate::db::{DbError, Session};
use crate::label::Labels;

/// What one run decided about one alert.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub alert: Alert,
    /// `inactive`, `pending` or `firing`.
    pub from: &'static str,
    pub reason: Reason,
    /// What the reason rests on.
    pub outcome: Outcome,
    pub definition_hash: Arc<str>,
    /// Whom to tell and what to run, as the rule says.
    pub rule: Option<Arc<Rule>>,
}

impl Change {
    /// Whether the state changed, rather than only what is known of it.
    pub(crate) fn is_transition(&self) -> bool {
        self.from != self.alert.state_name()
    }

    /// The reason in words; a policy that made up its mind without data is named.
    pub(crate) fn why(&self) -> String {
        why(self.reason, self.outcome)
    }
}

#[cfg(test)]
impl Change {
    /// An alert of a rule begins to fire.
    pub(crate) fn begins(rule: &str, labels: Labels, severity: &str, now: Timestamp) -> Self {
        let held = Some(super::step::Held { state: super::State::Firing, held_ms: 0, missed_ms: None });
        let alert = Alert {
            id: 0,
            rule: rule.to_owned(),
            labels,
            severity: severity.to_owned(),
            held,
            started: now,
            fired: Some(now),
            ended: None,
            incident: None,
            values: Map::new(),
            annotations: std::collections::BTreeMap::new(),
        };
        let (from, reason, outcome) = ("inactive", Reason::ConditionMet, Outcome::Match);
        Self { alert, from, reason, outcome, definition_hash: "".into(), rule: None }
    }

    /// An open alert ends.
    pub(crate) fn ends(alert: &Alert, now: Timestamp) -> Self {
        let (from, reason, outcome) = (alert.state_name(), Reason::ConditionOver, Outcome::NoMatch);
        let alert = Alert { held: None, ended: Some(now), ..alert.clone() };
        Self { alert, from, reason, outcome, definition_hash: "".into(), rule: None }
    }
}

/// How one rule fared.
#[derive(Clone, Debug)]
pub(crate) struct RuleReport {
    pub rule: String,
    pub definition_hash: Arc<str>,
    /// The worst outcome of its instances.
    pub outcome: Outcome,
    pub error: Option<String>,
    /// What the source had to say beside its answer.
    pub warnings: Vec<String>,
    /// False where its group's interval has not passed: this is how it fared before.
    pub was_due: bool,
    /// Every row, and every open alert that no row was about.
    pub instances: Vec<InstanceReport>,
}

impl RuleReport {
    /// A rule that stood in a file which cannot be read now, and whose alerts stay open.
    pub(super) fn unread(rule: &str, open: &[&Alert]) -> Self {
        let kept = |alert: &&Alert| InstanceReport {
            labels: alert.labels.clone(),
            values: Map::new(),
            outcome: Outcome::Error,
            before: alert.state_name(),
            after: alert.state_name(),
            reason: Reason::KeptError,
            detail: "its rule cannot be read".into(),
        };
        Self {
            rule: rule.to_owned(),
            definition_hash: "".into(),
            outcome: Outcome::Error,
            error: Some("not among the rules that can be read: its alerts are kept as they are".into()),
            warnings: Vec::new(),
            was_due: true,
            instances: open.iter().map(kept).collect(),
        }
    }
}

/// How one instance fared, whether it moved or not.
#[derive(Clone, Debug)]
pub(crate) struct InstanceReport {
    pub labels: Labels,
    pub values: Map<String, Json>,
    pub outcome: Outcome,
    /// `inactive`, `pending` or `firing`.
    pub before: &'static str,
    pub after: &'static str,
    pub reason: Reason,
    /// More than the reason's name says: how long of what it has held, which gate was unmet.
    pub detail: String,
}

impl InstanceReport {
    /// The reason in words.
    pub(crate) fn why(&self) -> String {
        let reason = why(self.reason, self.outcome);
        if self.detail.is_empty() { reason } else { format!("{reason}: {}", self.detail) }
    }
}

fn why(reason: Reason, outcome: Outcome) -> String {
    let decides_in_doubt = matches!(
        reason,
        Reason::ConditionMet
            | Reason::Holding
            | Reason::HeldLongEnough
            | Reason::StillFiring
            | Reason::Dropped
            | Reason::ConditionOver
            | Reason::KeptFiring
            | Reason::KeptFiringLongEnough
    );
    match outcome {
        Outcome::NoData | Outcome::Error if decides_in_doubt => format!("{reason} ({})", outcome.name()),
        _ => reason.name().to_owned(),
    }
}

/// Everything that one run decided.
#[derive(Debug, Default)]
pub(crate) struct Evaluation {
    pub rules: Vec<RuleReport>,
    pub changes: Vec<Change>,
    /// What is wrong with the files of rules: those that could not be read are left as they were.
    pub mistakes: Vec<Problem>,
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
        for report in self.rules.iter().filter(|report| report.was_due) {
            let (rule, error) = (report.rule.as_str().into(), report.error.clone().into());
            let outcome = report.outcome.name().into();
            let set = [rule, (&*report.definition_hash).into(), now.into(), outcome, error];
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
                let hash = (&*change.definition_hash).into();
                let set =
                    [change.alert.id.into(), now.into(), from, to, change.why().into(), vals.into(), hash];
                session.execute(&statements::INSERT_TRANSITION, &set)?;
            }
        }
        Ok(saved)
    }
}
