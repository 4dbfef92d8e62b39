//! Why an alert is in its state, in words.

use super::time;
use crate::alert::{Alert, RULE_HEALTH, Rule, RuleState, Transition};
use crate::config::Problem;
use crate::time::Duration;

/// An alert with all that decides about it.
pub(super) struct Case<'a> {
    pub alert: &'a Alert,
    /// Absent where no rule of its name is in force.
    pub rule: Option<&'a Rule>,
    pub state: Option<&'a RuleState>,
    pub history: &'a [Transition],
    /// What is wrong with the files of rules, one of which may hold its rule.
    pub mistakes: &'a [Problem],
}

impl Case<'_> {
    /// What holds now, and what would change it.
    pub(super) fn why(&self) -> Vec<String> {
        let mut lines = vec![match self.alert.state_name() {
            "firing" => self.firing(),
            "pending" => self.pending(),
            _ => self.ended(),
        }];
        if self.alert.held.is_some() {
            lines.extend(self.ending());
            lines.extend(self.evaluated());
        }
        lines
    }

    fn firing(&self) -> String {
        let since = time(self.alert.fired.unwrap_or(self.alert.started));
        let held = self.rule.map(|rule| rule.hold).filter(|hold| *hold > Duration::ZERO);
        let held = held.map(|hold| format!(" for {hold}")).unwrap_or_default();
        format!("firing since {since}: {} held{held} ({})", self.condition(), self.reason())
    }

    fn pending(&self) -> String {
        let since = format!("pending since {}: {} holds", time(self.alert.started), self.condition());
        let (Some(rule), Some(held)) = (self.rule, self.alert.held) else { return since };
        let held = Duration::from_millis(held.held_ms.max(0).unsigned_abs());
        let left = Duration::from_millis(
            rule.hold.as_millis().saturating_sub(held.as_millis()).max(0).unsigned_abs(),
        );
        let earliest = self.state.and_then(|state| state.at.checked_add(left.signed()).ok());
        let earliest =
            earliest.map(|at| format!("; fires at the earliest at {}", time(at))).unwrap_or_default();
        format!("{since} for {held} of {}{earliest}", rule.hold)
    }

    fn ended(&self) -> String {
        let at = self.alert.ended.map(time).unwrap_or_default();
        let because = match self.reason() {
            "condition over" => format!("{} no longer held", self.condition()),
            "dropped" => format!("{} no longer held, before it fired", self.condition()),
            "closed" => "its calendar closed".to_owned(),
            "store removed" => "its store is not in the inventory".to_owned(),
            "rule removed" => "its rule was removed".to_owned(),
            other => other.to_owned(),
        };
        format!("ended {at}: {because} ({})", self.reason())
    }

    /// What would end it.
    fn ending(&self) -> Option<String> {
        let (rule, held) = (self.rule?, self.alert.held?);
        let calendar =
            rule.during.as_ref().map(|name| format!(", or when {name} closes")).unwrap_or_default();
        if let Some(missed) = held.missed_ms {
            let missed = Duration::from_millis(missed.max(0).unsigned_abs());
            let kept = rule.keep_firing_for;
            return Some(format!(
                "the condition has not held for {missed}; it ends after {kept} of that{calendar}"
            ));
        }
        let over = match (self.alert.state_name(), &rule.until) {
            ("firing", Some(until)) => format!("{until} holds"),
            _ => format!("{} no longer holds", self.condition()),
        };
        let kept =
            Some(rule.keep_firing_for).filter(|kept| *kept > Duration::ZERO && self.alert.fired.is_some());
        let kept = kept.map(|kept| format!(" for {kept}")).unwrap_or_default();
        Some(format!("ends when {over}{kept}{calendar}"))
    }

    fn evaluated(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(state) = self.state {
            let error = state.error.as_ref().map(|error| format!(": {error}")).unwrap_or_default();
            lines.push(format!(
                "its rule was last evaluated at {}: {}{error}",
                time(state.at),
                state.outcome.name()
            ));
        }
        if self.rule.is_none() && self.alert.rule != RULE_HEALTH {
            let rule = &self.alert.rule;
            lines.push(match self.mistakes {
                [] => format!("no rule {rule} is in force: it ends at the next evaluate-alerts"),
                [mistake, ..] => format!("no rule {rule} can be read, so it is kept as it is: {mistake}"),
            });
        }
        lines
    }

    fn condition(&self) -> String {
        let when = self.rule.and_then(|rule| rule.when.clone());
        when.map_or_else(|| "its condition".to_owned(), |when| format!("`{when}`"))
    }

    /// The name of the reason of the last transition.
    fn reason(&self) -> &str {
        self.history.last().map_or("unknown", |step| step.reason.as_str())
    }
}
