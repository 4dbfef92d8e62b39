//! Which incidents and events go to whom, and when: rule, route, severity and root compiled into one policy. Pure.

mod policy;
mod recipients;

use crate::config::{Config, Route};
use crate::inventory::Inventory;
use crate::label::Labels;
use crate::time::Duration;

pub(crate) use policy::{Policy, Wishes};

/// The name of the way of whatever no route takes.
pub(crate) const DEFAULT: &str = "default";

/// The label by which an event's routes know it: its kind.
pub(crate) const EVENT: &str = "event";

/// Knows who is told of what.
#[derive(Clone, Copy)]
pub(crate) struct Router<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
}

impl<'a> Router<'a> {
    /// The first route that takes an alert with these labels, and those after it while each says `continue`.
    pub(crate) fn routes(&self, labels: &Labels) -> Vec<&'a Route> {
        let mut taken = Vec::new();
        for route in self.config.routes.iter().filter(|route| route.matchers.matches(labels)) {
            taken.push(route);
            if !route.goes_on {
                break;
            }
        }
        taken
    }

    /// The routes that take an event: they match and say something of the label `event`.
    pub(crate) fn event_routes(&self, labels: &Labels) -> Vec<&'a Route> {
        let mut taken = Vec::new();
        let meant = |route: &&Route| route.matchers.mentions(EVENT) && route.matchers.matches(labels);
        for route in self.config.routes.iter().filter(meant) {
            taken.push(route);
            if !route.goes_on {
                break;
            }
        }
        taken
    }

    /// As [`Config::gravity`].
    pub(crate) fn gravity(&self, severity: &str) -> (Duration, String) {
        self.config.gravity(severity)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn config(text: &str) -> Config {
        crate::config::parse(&format!("version = 1\n{text}"), Path::new("tillwatch.toml")).unwrap()
    }

    fn names(config: &Config, labels: &[(&str, &str)], event: bool) -> Vec<String> {
        let inventory = Inventory::default();
        let desk = Router { config, inventory: &inventory };
        let labels = labels.iter().copied().collect();
        let taken = if event { desk.event_routes(&labels) } else { desk.routes(&labels) };
        taken.into_iter().map(|route| route.name.clone()).collect()
    }

    const ROUTES: &str = r#"
[[routes]]
name = "a"
match = ['team="a"']
continue = true
[[routes]]
name = "orders"
match = ['event=~"order|payment"']
[[routes]]
name = "b"
match = ['team=~"a|b"']
[[routes]]
name = "all"
"#;

    #[rstest::rstest]
    #[case::on_to_the_next_that_matches(&[("team", "a")], &["a", "b"])]
    #[case::the_first_that_matches(&[("team", "b")], &["b"])]
    #[case::one_without_matchers_takes_the_rest(&[("team", "c")], &["all"])]
    fn an_alert_takes_the_first_route_that_matches(
        #[case] labels: &[(&str, &str)],
        #[case] expected: &[&str],
    ) {
        assert_eq!(names(&config(ROUTES), labels, false), expected);
    }

    #[test]
    fn an_event_takes_no_route_that_says_nothing_of_events() {
        let config = config(ROUTES);
        assert_eq!(names(&config, &[("event", "order"), ("team", "b")], true), ["orders"]);
        assert!(names(&config, &[("event", "deploy"), ("team", "b")], true).is_empty());
    }

    #[test]
    fn the_gravest_severity_is_the_one_that_is_answered_first() {
        let config = config(
            "[severities.warning]\nresponse = \"2h\"\n[severities.critical]\nresponse = \"15m\"\n[severities.info]\n",
        );
        let inventory = Inventory::default();
        let router = Router { config: &config, inventory: &inventory };
        let mut all = ["info", "warning", "critical", "unknown"];
        all.sort_by_key(|severity| router.gravity(severity));
        assert_eq!(all, ["critical", "warning", "info", "unknown"]);
    }
}
