//! Who is told of what: names, calendars and times of routes, severities, inhibitions, planned work and delivery.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use super::config::{names, unknown_channel, unknown_contact};
use crate::config::{After, Config, Escalation, Notify, Problem};
use crate::event::{DEPLOY, DEPLOYMENT};
use crate::inventory::Inventory;
use crate::route::EVENT;
use crate::time::zone;

/// What routing is checked against.
pub(super) struct Routing<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
}

/// Puts a message where a value stands.
type At<'a> = &'a dyn Fn(String) -> Problem;

impl Routing<'_> {
    /// Everything that is wrong with it.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let mut all = self.notify(&["routing", "notify"], &self.config.routing.notify);
        for (name, severity) in &self.config.severities {
            let path = ["severities", name.as_str()];
            all.extend(self.notify(&[&path[..], &["notify"]].concat(), &severity.notify));
            all.extend(
                self.calendar(severity.calendar.as_ref(), &self.at(&[&path[..], &["calendar"]].concat())),
            );
            let at = self.at(&[&path[..], &["escalate"]].concat());
            all.extend(self.escalations(&severity.escalate, severity.calendar.is_some(), &at));
        }
        all.extend(self.routes());
        all.extend(self.inhibitions());
        all.extend(self.maintenance());
        for (name, target) in &self.config.targets {
            let path = ["targets", name.as_str()];
            all.extend(self.calendar(target.during().map(str::to_owned).as_ref(), &self.at(&path)));
        }
        for (channel, delivery) in &self.config.delivery {
            let path = ["delivery", channel.as_str()];
            all.extend(unknown_channel(self.config, channel, &self.at(&path)));
            all.extend(self.notify(&[&path[..], &["fallback"]].concat(), &delivery.fallback));
            if delivery.fallback.iter().any(|told| told.contains_key(channel)) {
                let message = "a channel is no fallback for itself".to_owned();
                all.push(self.at(&[&path[..], &["fallback"]].concat())(message).hint("name another channel"));
            }
        }
        all
    }

    /// Routes that could be reached by nothing.
    pub(super) fn warnings(&self) -> Vec<Problem> {
        let mut all = self.unreached();
        all.extend(self.deployments());
        all
    }

    /// Routes that wait for events of the kind `deployment`, which is called `deploy`.
    fn deployments(&self) -> Vec<Problem> {
        let takes = |route: &crate::config::Route, kind: &str| {
            let known = [(EVENT, kind)].into_iter().collect();
            route.matchers.could_match(&known, |name| name != EVENT)
        };
        let routes = self.config.routes.iter().enumerate();
        let waiting = routes.filter(|(_, route)| takes(route, DEPLOYMENT) && !takes(route, DEPLOY));
        let problem = |(index, _): (usize, _)| {
            let message =
                format!("a deployment is an event of the kind {DEPLOY}, which does not come this way");
            let at = ["routes", &index.to_string(), "match"];
            self.config.problem(&at, message).hint(format!("write {EVENT}=\"{DEPLOY}\""))
        };
        waiting.map(problem).collect()
    }

    /// Routes behind one that takes everything.
    fn unreached(&self) -> Vec<Problem> {
        let takes_all = |route: &crate::config::Route| route.matchers.is_empty() && !route.goes_on;
        let Some(first) = self.config.routes.iter().position(takes_all) else { return Vec::new() };
        let after = self.config.routes.iter().enumerate().skip(first + 1);
        let unreached = |(index, route): (usize, &crate::config::Route)| {
            let index = index.to_string();
            let message = format!(
                "no alert comes this way: route {} takes all that it is given",
                self.config.routes[first].name
            );
            (!route.matchers.mentions(EVENT)).then(|| {
                self.config.problem(&["routes", &index], message).hint("put the route without `match` last")
            })
        };
        after.filter_map(unreached).collect()
    }

    /// What is wrong with the steps of one escalation.
    pub(super) fn escalations(&self, steps: &[Escalation], has_calendar: bool, at: At<'_>) -> Vec<Problem> {
        let mut all = Vec::new();
        for step in steps {
            all.extend(step.to.iter().filter_map(|name| unknown_contact(self.inventory, name, at)));
            all.extend(step.notify.iter().flat_map(|told| names(self.config, self.inventory, told, at)));
            all.extend(self.calendar(step.calendar.as_ref(), at));
            if step.to.is_empty() && step.notify.is_empty() {
                let message = format!("the step after {} tells nobody", step.after);
                all.push(at(message).hint("say whom by `to` or by `notify`"));
            }
            if step.after == After::NextBusinessDay && step.calendar.is_none() && !has_calendar {
                let message = "next_business_day of which calendar?".to_owned();
                all.push(at(message).hint("name one by `calendar`, here or in the severity"));
            }
        }
        all
    }

    fn routes(&self) -> Vec<Problem> {
        let (mut all, mut seen) = (Vec::new(), BTreeSet::new());
        for (index, route) in self.config.routes.iter().enumerate() {
            let index = index.to_string();
            let path = |key| ["routes", index.as_str(), key];
            if route.name.is_empty()
                || !seen.insert(route.name.as_str())
                || route.name == crate::route::DEFAULT
            {
                let message = format!("{:?} is no name for a route, or another has it", route.name);
                all.push(self.at(&path("name"))(message).hint("give each route a name of its own"));
            }
            all.extend(self.notify(&path("notify"), route.notify.as_ref().unwrap_or(&Notify::default())));
            all.extend(self.calendar(route.deliver.as_ref(), &self.at(&path("deliver"))));
            all.extend(self.never_open(route.deliver.as_ref(), &self.at(&path("deliver"))));
            let steps = route.escalate.as_deref().unwrap_or_default();
            all.extend(self.escalations(steps, false, &self.at(&path("escalate"))));
        }
        all
    }

    fn inhibitions(&self) -> Vec<Problem> {
        let mut all = Vec::new();
        for (index, inhibition) in self.config.inhibit.iter().enumerate() {
            let index = index.to_string();
            for (key, matchers) in [("source", &inhibition.source), ("target", &inhibition.target)] {
                if matchers.is_empty() {
                    let message = format!("without {key} every alert is meant");
                    all.push(self.at(&["inhibit", &index])(message).hint("say which by matchers"));
                }
            }
            let earlier = self.config.inhibit.iter().take_while(|other| !std::ptr::eq(*other, inhibition));
            let mut crossed = earlier.enumerate().filter(|(_, other)| {
                (&other.source, &other.target) == (&inhibition.target, &inhibition.source)
            });
            if let Some((other, _)) = crossed.next() {
                let message = format!("crossed with inhibit.{other}: where both sides fire, neither is told");
                all.push(self.at(&["inhibit", &index])(message).hint("drop one of the two"));
            }
        }
        all
    }

    fn maintenance(&self) -> Vec<Problem> {
        let zone = zone(&self.config.project.time_zone).unwrap_or(TimeZone::UTC);
        let mut all = Vec::new();
        for (index, work) in self.config.maintenance.iter().enumerate() {
            let index = index.to_string();
            let at = self.at(&["maintenance", &index]);
            if work.until.is_none() && work.during.is_none() {
                let message = format!("{} would never end", work.name);
                all.push(at(message).hint("say when by `from` and `until`, or by a calendar in `during`"));
            }
            if work.from.zip(work.until).is_some_and(|(from, until)| until.local(&zone) <= from.local(&zone))
            {
                all.push(at(format!("{} ends before it begins", work.name)).hint("swap `from` and `until`"));
            }
            let during = work.during.as_ref().filter(|during| *during != "store_hours");
            all.extend(self.calendar(during, &at));
        }
        all
    }

    /// A calendar that is not there, or that is another one for each store.
    fn calendar(&self, name: Option<&String>, at: At<'_>) -> Option<Problem> {
        let name = name.filter(|name| !self.config.calendars.contains_key(*name))?;
        let known = self.config.calendars.keys().map(String::as_str);
        Some(at(format!("there is no [calendars.{name}]")).nearest(name, known))
    }

    /// A calendar that never opens: what waits for it would wait for ever.
    fn never_open(&self, name: Option<&String>, at: At<'_>) -> Option<Problem> {
        let calendar = self.config.calendars.get(name?)?;
        let message = format!("[calendars.{}] never opens, so nothing would ever be told", name?);
        calendar.hours.is_empty().then(|| at(message).hint("give it `hours`; `notify = []` tells nobody"))
    }

    fn notify(&self, path: &[&str], notify: &Notify) -> Vec<Problem> {
        let mut all = Vec::new();
        for (index, told) in notify.iter().enumerate() {
            let index = index.to_string();
            all.extend(names(
                self.config,
                self.inventory,
                told,
                &self.at(&[path, &[index.as_str()]].concat()),
            ));
        }
        all
    }

    fn at<'p>(&'p self, path: &[&str]) -> impl Fn(String) -> Problem + 'p {
        let path: Vec<String> = path.iter().map(|key| (*key).to_owned()).collect();
        move |message| self.config.problem(&path.iter().map(String::as_str).collect::<Vec<_>>(), message)
    }
}
