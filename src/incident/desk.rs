//! What decides who is told: configuration, people and rules together.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::member::Member;
use crate::alert::{Rule, RuleSet};
use crate::config::{After, Escalation};
use crate::inventory::Hours;
use crate::label::Labels;
use crate::notify::{Intent, Kind};
use crate::route::{Policy, Router, Wishes};
use crate::time::{next_time_of_day, zone};

/// The rules in force and the way their alerts go.
pub(crate) struct Desk<'a> {
    pub router: Router<'a>,
    /// The project's; UTC where it is unknown.
    pub zone: TimeZone,
    /// By name.
    pub rules: BTreeMap<&'a str, &'a Rule>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(router: Router<'a>, rules: &'a RuleSet) -> Self {
        let zone = zone(&router.config.project.time_zone).unwrap_or(TimeZone::UTC);
        Self { router, zone, rules: rules.iter().map(|rule| (rule.alert.as_str(), rule)).collect() }
    }

    /// The policy of an alert of this rule; `severity` is what somebody has set by hand.
    pub(crate) fn policy(&self, rule: &str, labels: &Labels, severity: Option<&str>) -> Policy {
        let rule = self.rules.get(rule);
        let wishes = rule.map_or_else(Wishes::default, |rule| Wishes {
            notify: &rule.notify,
            escalate: rule.escalate.as_deref(),
            repeat: rule.repeat,
            response: rule.response,
            actions: &rule.actions,
        });
        let Some(severity) = severity.filter(|severity| labels.get("severity") != Some(severity)) else {
            return self.router.policy(&wishes, labels);
        };
        let mut labels = labels.clone();
        labels.set("severity", severity);
        self.router.policy(&wishes, &labels)
    }

    /// The policy of an incident with these alerts: that of the gravest one, joined by the others'.
    pub(super) fn joint_policy(&self, members: &[&Member], severity: Option<&str>) -> Option<Policy> {
        let gravest = members.iter().min_by_key(|member| self.router.gravity(&member.severity))?;
        let mut policy = self.policy(&gravest.rule, &gravest.labels, severity);
        // Alerts of one rule differ in labels that only routes may look at, and those share a route.
        let mut rules = BTreeSet::from([gravest.rule.as_str()]);
        for member in members {
            if rules.insert(&member.rule) {
                policy.join(&self.policy(&member.rule, &member.labels, severity));
            }
        }
        Some(policy)
    }

    /// The stores that alerts are about; none of them is about one store where that is empty.
    pub(super) fn stores<'m>(&self, members: &[&'m Member]) -> Vec<Option<&'m str>> {
        let label = &self.router.inventory.label;
        let stores: BTreeSet<_> = members.iter().map(|member| member.labels.get(label)).collect();
        stores.into_iter().collect()
    }

    /// When a step of an escalation is due that counts from `told`; `None` if its calendar never opens.
    pub(crate) fn due(&self, step: &Escalation, policy: &Policy, told: Timestamp) -> Option<Timestamp> {
        let calendar = step.calendar.as_deref().or(policy.calendar.as_deref());
        let hours = calendar.and_then(|name| self.hours(name));
        let told = self.delivered(policy, told);
        match (step.after, hours) {
            (After::Duration(after), None) => told.checked_add(after.signed()).ok(),
            (After::Duration(after), Some(hours)) => hours.add_open(told, after),
            (After::NextBusinessDay, Some(hours)) => hours.next_day(told),
            (After::NextBusinessDay, None) => told.checked_add(jiff::SignedDuration::from_hours(24)).ok(),
        }
    }

    /// When a beginning leaves that is decided at an instant: at once, or when the route's calendar opens.
    pub(super) fn delivered(&self, policy: &Policy, at: Timestamp) -> Timestamp {
        let hours = policy.deliver.as_deref().and_then(|name| self.hours(name));
        hours.and_then(|hours| hours.next_open(at)).unwrap_or(at)
    }

    /// When the next digest of a policy leaves: at its time of day, on a day on which its calendar is open.
    pub(super) fn next_digest(&self, policy: &Policy, now: Timestamp) -> Option<Timestamp> {
        let time = policy.digest?.0;
        let hours = policy.calendar.as_deref().and_then(|name| self.hours(name));
        let mut at = next_time_of_day(time, &self.zone, now)?;
        let is_working_day = |at: Timestamp, hours: &Hours| {
            let day = at.to_zoned(self.zone.clone()).start_of_day().ok();
            day.is_some_and(|day| {
                let until = day.timestamp().saturating_add(jiff::SignedDuration::from_hours(24));
                !hours.open_within(day.timestamp(), until.unwrap_or(at)).is_empty()
            })
        };
        for _ in 0..400 {
            if hours.is_none_or(|hours| is_working_day(at, hours)) {
                return Some(at);
            }
            at = next_time_of_day(time, &self.zone, at)?;
        }
        None
    }

    fn hours(&self, calendar: &str) -> Option<&Hours> {
        self.router.inventory.calendar(calendar, None)
    }

    /// Who is told by steps of an escalation, each once.
    pub(super) fn escalation(
        &self,
        steps: &[&Escalation],
        number: i64,
        policy: &Policy,
        firing: &[&Member],
        now: Timestamp,
    ) -> Vec<Intent> {
        let channels: Vec<&str> =
            policy.notify.iter().flat_map(|told| told.keys()).map(String::as_str).collect();
        let mut intents = Vec::new();
        for step in steps {
            for store in self.stores(firing) {
                intents.extend(self.router.intents(Kind::Escalate, number, &step.notify, store, now));
                intents.extend(self.router.people(Kind::Escalate, number, &step.to, &channels, store, now));
            }
        }
        let mut seen = BTreeSet::new();
        intents.retain(|intent| seen.insert(intent.clone()));
        intents
    }
}
