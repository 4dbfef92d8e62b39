//! Who would be told of one alert.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::fate::{Fate, fates, routes_json, routes_text};
use crate::cli::alerts::message::{ahead_json, ahead_words};
use crate::cli::alerts::time;
use crate::config::Route;
use crate::incident::{Around, Desk, Foresight, foresee};
use crate::label::Labels;

/// What would become of one alert, and why it goes this way.
pub(super) struct Told {
    labels: Labels,
    rule: String,
    at: Timestamp,
    pub foresight: Foresight,
    /// Every route with why it takes the alert, or why not.
    routes: Vec<(String, Fate)>,
}

impl Told {
    pub(super) fn foresee(
        around: &Around,
        desk: &Desk<'_>,
        rule: &str,
        labels: &Labels,
        at: Timestamp,
    ) -> Self {
        let foresight = foresee(around, desk, rule, labels, at);
        let miss = |route: &Route| route.matchers.first_miss(labels);
        let routes = fates(&desk.router.config.routes, miss);
        Self { labels: labels.clone(), rule: rule.to_owned(), at, foresight, routes }
    }

    pub(super) fn to_json(&self) -> Value {
        let (foresight, policy) = (&self.foresight, &self.foresight.policy);
        json!({
            "labels": self.labels,
            "rule": Some(&self.rule).filter(|rule| !rule.is_empty()),
            "at": self.at,
            "route": policy.route,
            "routes": routes_json(&self.routes),
            "group": foresight.group,
            "group_wait": policy.group_wait,
            "group_interval": policy.group_interval,
            "repeat": policy.repeat,
            "deliver": policy.deliver,
            "digest": policy.digest.map(|digest| digest.0.strftime("%H:%M").to_string()),
            "calendar": policy.calendar,
            "response": policy.response,
            "actions": policy.actions,
            "joins": foresight.joins,
            "held": foresight.held,
            "next": foresight.ahead.iter().map(ahead_json).collect::<Vec<_>>(),
        })
    }

    pub(super) fn to_text(&self) -> String {
        let facts = self.facts().into_iter().map(|(name, fact)| format!("{name:<9} {fact}"));
        let mut lines: Vec<String> = facts.collect();
        lines.push("\ntold".into());
        if self.foresight.policy.notify.is_empty() {
            lines.push("  nobody: neither its rule nor a route nor its severity notifies anybody".into());
        }
        let ahead = self.foresight.ahead.iter().filter(|ahead| !ahead.intents.is_empty());
        lines.extend(ahead.map(|ahead| format!("  {}  {}", time(ahead.at), ahead_words(ahead))));
        lines.extend(routes_text(&self.routes));
        lines.join("\n")
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        let (foresight, policy) = (&self.foresight, &self.foresight.policy);
        let mut facts = vec![("labels", self.labels.to_string())];
        if !self.rule.is_empty() {
            facts.push(("rule", self.rule.clone()));
        }
        facts.push(("route", policy.route.clone()));
        facts.push(("group", foresight.group.to_string()));
        facts.push(("timing", self.timing()));
        facts.extend(
            policy.deliver.as_ref().map(|name| ("deliver", format!("beginnings wait until {name} is open"))),
        );
        let digest = policy.digest.map(|digest| digest.0.strftime("once a day at %H:%M").to_string());
        facts.extend(digest.map(|digest| ("digest", digest)));
        facts.extend(foresight.joins.map(|id| ("joins", format!("incident {id}, which is open"))));
        facts.extend(foresight.held.iter().map(|reason| ("held", format!("not told now: {reason}"))));
        facts
    }

    fn timing(&self) -> String {
        let policy = &self.foresight.policy;
        let mut parts = vec![
            format!("the first message waits {}", policy.group_wait),
            format!("changes at most every {}", policy.group_interval),
        ];
        parts.extend(policy.repeat.map(|repeat| format!("repeated every {repeat}")));
        parts.extend(policy.response.map(|response| format!("to be answered within {response}")));
        parts.join("; ")
    }
}
