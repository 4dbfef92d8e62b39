//! Moves one instance: from what was found and what was open to what is open now, and why.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::Map;

use super::Rule;
use super::evaluation::{Change, InstanceReport};
use super::instance::{Course, Instance, RuleTexts};
use super::step::{Held, Outcome, Reason, State, Timing, step};
use super::store::Alert;
use crate::time::Duration;

/// What all instances of a rule share in one run.
pub(super) struct Mover<'a> {
    pub rule: &'a Arc<Rule>,
    pub texts: &'a RuleTexts<'a>,
    pub hash: &'a Arc<str>,
    /// The evaluated time since the rule's last run.
    pub elapsed_ms: i64,
    /// How much of the time since then nobody watched.
    pub gap: Option<Duration>,
    pub now: Timestamp,
}

impl Mover<'_> {
    /// How the instance fared, and what there is to store of it; `is_open` is false outside the rule's calendar.
    pub(super) fn advance(
        &self,
        instance: Instance,
        previous: Option<&Alert>,
        is_open: bool,
    ) -> (InstanceReport, Option<Change>) {
        let before = previous.and_then(|alert| alert.held);
        let (after, reason) = match instance.course {
            Course::Step => step(before, instance.outcome, &timing(self.rule), is_open, self.elapsed_ms),
            Course::End(reason) => (None, reason),
            Course::Leave(reason) => (before, reason),
        };
        let report = InstanceReport {
            labels: instance.labels.clone(),
            values: instance.values.clone(),
            outcome: instance.outcome,
            before: previous.map_or("inactive", Alert::state_name),
            after: after.map_or("inactive", Held::name),
            reason,
            detail: self.detail(&instance, after, reason),
        };
        let change = match (instance.course, previous, after) {
            (Course::Leave(_), ..) | (_, None, None) => None,
            (_, Some(alert), None) => Some(self.ended(alert, instance, reason)),
            (_, previous, Some(held)) => {
                let outcome = instance.outcome;
                let alert = self.held(previous, held, instance);
                (previous != Some(&alert)).then(|| self.change(alert, report.before, reason, outcome))
            }
        };
        (report, change)
    }

    /// The alert as it is after this run.
    fn held(&self, previous: Option<&Alert>, held: Held, instance: Instance) -> Alert {
        let rule = self.rule;
        let fresh = || Alert {
            id: 0,
            rule: rule.alert.clone(),
            labels: instance.labels.clone(),
            severity: rule.severity.clone(),
            held: None,
            started: self.now,
            fired: None,
            ended: None,
            incident: None,
            values: Map::new(),
            annotations: BTreeMap::new(),
        };
        let mut alert = previous.cloned().unwrap_or_else(fresh);
        let fires_now = held.state == State::Firing && alert.fired.is_none();
        // As Prometheus does: a text that names the value follows it while the condition holds.
        let is_news = instance.outcome == Outcome::Match && instance.values != alert.values;
        if fires_now || alert.annotations.is_empty() || is_news {
            alert.annotations = self.texts.annotations(&instance);
        }
        if fires_now {
            alert.fired = Some(self.now);
        }
        if !instance.values.is_empty() {
            alert.values = instance.values;
        }
        (alert.held, alert.severity) = (Some(held), rule.severity.clone());
        alert
    }

    fn ended(&self, alert: &Alert, instance: Instance, reason: Reason) -> Change {
        let mut ended = Alert { held: None, ended: Some(self.now), ..alert.clone() };
        if !instance.values.is_empty() {
            ended.values = instance.values;
        }
        self.change(ended, alert.state_name(), reason, instance.outcome)
    }

    fn change(&self, alert: Alert, from: &'static str, reason: Reason, outcome: Outcome) -> Change {
        let (definition_hash, rule) = (Arc::clone(self.hash), Some(Arc::clone(self.rule)));
        Change { alert, from, reason, outcome, definition_hash, rule }
    }

    /// What a reason's name leaves open.
    fn detail(&self, instance: &Instance, after: Option<Held>, reason: Reason) -> String {
        let span = |held: i64, of: Duration| {
            let held = Duration::from_millis(u64::try_from(held).unwrap_or_default());
            let gap = self.gap.map(|gap| format!(", {gap} unwatched")).unwrap_or_default();
            format!("{held} of {of}{gap}")
        };
        match (reason, after) {
            (Reason::Holding, Some(held)) => span(held.held_ms, self.rule.hold),
            (Reason::KeptFiring, Some(held)) => {
                span(held.missed_ms.unwrap_or_default(), self.rule.keep_firing_for)
            }
            (Reason::OutsideHours | Reason::Closed, _) => self.rule.during.clone().unwrap_or_default(),
            _ => instance.detail.to_string(),
        }
    }
}

fn timing(rule: &Rule) -> Timing {
    Timing {
        hold: rule.hold,
        keep_firing_for: rule.keep_firing_for,
        on_no_data: rule.on_no_data,
        on_error: rule.on_error,
    }
}
