//! One policy for one incident: what its rule says before its route, before its severity, before the root.

use crate::config::{Digest, Escalation, Notify};
use crate::label::Labels;
use crate::time::Duration;

use super::{DEFAULT, Router};

/// What a rule itself says of who is told.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wishes<'a> {
    pub notify: &'a [std::collections::BTreeMap<String, Vec<String>>],
    pub escalate: Option<&'a [Escalation]>,
    pub repeat: Option<Duration>,
    pub response: Option<Duration>,
    pub actions: &'a [String],
}

/// Who is told of an incident, how its alerts are grouped, and what happens when nobody answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Policy {
    pub route: String,
    pub group_by: Vec<String>,
    pub group_wait: Duration,
    pub group_interval: Duration,
    pub repeat: Option<Duration>,
    /// Beginnings wait until this calendar is open.
    pub deliver: Option<String>,
    pub digest: Option<Digest>,
    pub notify: Notify,
    pub escalate: Vec<Escalation>,
    /// The calendar in which times count.
    pub calendar: Option<String>,
    pub response: Option<Duration>,
    pub actions: Vec<String>,
}

impl Router<'_> {
    /// The policy of an alert with these labels, its severity among them.
    pub(crate) fn policy(&self, wishes: &Wishes<'_>, labels: &Labels) -> Policy {
        let routes = self.routes(labels);
        let (first, root) = (routes.first(), &self.config.routing);
        let severity = labels.get("severity").and_then(|name| self.config.severities.get(name));
        let by_routes: Vec<&Notify> = routes.iter().filter_map(|route| route.notify.as_ref()).collect();
        let of_routes: Notify = by_routes.iter().copied().flatten().cloned().collect();
        // A route that says nobody means it: neither the severity's people nor its escalation follow.
        let is_nobody = wishes.notify.is_empty() && !by_routes.is_empty() && of_routes.is_empty();
        let of_severity = severity.filter(|_| !is_nobody);
        let notify = [
            wishes.notify,
            of_routes.as_slice(),
            of_severity.map(|severity| severity.notify.as_slice()).unwrap_or_default(),
            if is_nobody { &[] } else { root.notify.as_slice() },
        ];
        let escalate = wishes.escalate.or(first.and_then(|route| route.escalate.as_deref()));
        let repeat = wishes.repeat.or(first.and_then(|route| route.repeat));
        Policy {
            route: first.map_or(DEFAULT, |route| &route.name).to_owned(),
            group_by: first.and_then(|route| route.group_by.as_ref()).unwrap_or(&root.group_by).clone(),
            group_wait: first.and_then(|route| route.group_wait).unwrap_or(root.group_wait),
            group_interval: first.and_then(|route| route.group_interval).unwrap_or(root.group_interval),
            repeat: repeat.or(severity.and_then(|severity| severity.repeat)).or(root.repeat),
            deliver: first.and_then(|route| route.deliver.clone()),
            digest: first.and_then(|route| route.digest).or(severity.and_then(|severity| severity.digest)),
            notify: notify.into_iter().find(|notify| !notify.is_empty()).unwrap_or_default().to_vec(),
            escalate: escalate
                .or(of_severity.map(|severity| severity.escalate.as_slice()))
                .unwrap_or_default()
                .to_vec(),
            calendar: severity.and_then(|severity| severity.calendar.clone()),
            response: wishes.response.or(severity.and_then(|severity| severity.response)),
            actions: wishes.actions.to_vec(),
        }
    }
}

impl Policy {
    /// The labels by which an alert is grouped: those named, or all of them for `...`.
    pub(crate) fn group(&self, labels: &Labels) -> Labels {
        if self.group_by.iter().any(|label| label == "...") {
            return labels.clone();
        }
        self.group_by.iter().filter_map(|label| Some((label, labels.get(label)?))).collect()
    }

    /// Takes in the policy of another alert of the same incident: whoever is told of either is told of both.
    pub(crate) fn join(&mut self, other: &Self) {
        for told in &other.notify {
            if !self.notify.contains(told) {
                self.notify.push(told.clone());
            }
        }
        for action in &other.actions {
            if !self.actions.contains(action) {
                self.actions.push(action.clone());
            }
        }
        if self.escalate.is_empty() {
            self.escalate.clone_from(&other.escalate);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;

    use super::*;
    use crate::config::Config;
    use crate::inventory::Inventory;

    const CONFIG: &str = r#"version = 1
[routing]
notify = [{ email = ["root"] }]
repeat = "4h"
[severities.P1]
notify = [{ email = ["severity"] }]
response = "30m"
repeat = "2h"
escalate = [{ after = "1h", to = ["boss"] }]
[[routes]]
name = "a"
match = ['team="a"']
continue = true
notify = [{ email = ["route"] }]
group_by = ["alertname"]
[[routes]]
name = "b"
match = ['team="a"']
notify = [{ sms = ["second"] }]
repeat = "1h"
[[routes]]
name = "quiet"
match = ['team="quiet"']
notify = []
"#;

    fn policy(wishes: &Wishes<'_>, labels: &[(&str, &str)]) -> Policy {
        let config: Config = crate::config::parse(CONFIG, Path::new("tillwatch.toml")).unwrap();
        let inventory = Inventory::default();
        Router { config: &config, inventory: &inventory }.policy(wishes, &labels.iter().copied().collect())
    }

    fn told(policy: &Policy) -> Vec<&str> {
        policy.notify.iter().flatten().flat_map(|(_, names)| names).map(String::as_str).collect()
    }

    #[test]
    fn the_rule_comes_before_the_route_before_the_severity_before_the_root() {
        let own = [BTreeMap::from([("sms".to_owned(), vec!["rule".to_owned()])])];
        let (p1, p9) = (("severity", "P1"), ("severity", "P9"));
        let rule = Wishes { notify: &own, ..Wishes::default() };
        assert_eq!(told(&policy(&rule, &[("team", "a"), p1])), ["rule"]);
        assert_eq!(told(&policy(&Wishes::default(), &[("team", "a"), p1])), ["route", "second"]);
        assert_eq!(told(&policy(&Wishes::default(), &[p1])), ["severity"]);
        assert_eq!(told(&policy(&Wishes::default(), &[p9])), ["root"]);
    }

    #[test]
    fn a_route_that_notifies_nobody_does_not_fall_through_to_the_severity() {
        let nobody = [("team", "quiet"), ("severity", "P1")];
        let silent = policy(&Wishes::default(), &nobody);
        assert_eq!((told(&silent).len(), silent.escalate.len()), (0, 0));
        let own = [BTreeMap::from([("sms".to_owned(), vec!["rule".to_owned()])])];
        let rule = Wishes { notify: &own, ..Wishes::default() };
        assert_eq!(told(&policy(&rule, &nobody)), ["rule"]);
    }

    #[test]
    fn each_setting_comes_from_the_first_that_has_it() {
        let of_route = policy(&Wishes::default(), &[("team", "a"), ("severity", "P1")]);
        assert_eq!((of_route.route.as_str(), of_route.group_by.len()), ("a", 1));
        assert_eq!(
            of_route.repeat,
            Some(Duration::from_secs(7200)),
            "the severity's, for the route has none"
        );
        assert_eq!(of_route.escalate.len(), 1);
        let silent = Wishes { escalate: Some(&[]), ..Wishes::default() };
        assert!(policy(&silent, &[("severity", "P1")]).escalate.is_empty(), "a rule may switch it off");
        assert_eq!(policy(&Wishes::default(), &[]).route, DEFAULT);
    }
}
