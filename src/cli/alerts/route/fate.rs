//! Which route takes something, and why the others do not.

use serde_json::{Value, json};

use crate::config::Route;

/// Whether a route takes an alert or an event.
pub(super) enum Fate {
    Taken,
    /// By this matcher, which does not hold.
    Missed(String),
    /// An earlier one took it.
    NotReached(String),
}

impl Fate {
    const fn name(&self) -> &'static str {
        match self {
            Self::Taken => "takes it",
            Self::Missed(_) => "does not match",
            Self::NotReached(_) => "not reached",
        }
    }

    fn why(&self) -> Option<String> {
        match self {
            Self::Taken => None,
            Self::Missed(matcher) => Some(matcher.clone()),
            Self::NotReached(by) => Some(format!("{by} took it")),
        }
    }
}

/// What becomes of an alert or an event at each route in turn; `miss` says why one does not match.
pub(super) fn fates(routes: &[Route], miss: impl Fn(&Route) -> Option<String>) -> Vec<(String, Fate)> {
    let (mut taken, mut all) = (None, Vec::new());
    for route in routes {
        let fate = match (&taken, miss(route)) {
            (Some(by), _) => Fate::NotReached(String::clone(by)),
            (None, Some(matcher)) => Fate::Missed(matcher),
            (None, None) => Fate::Taken,
        };
        if matches!(fate, Fate::Taken) && !route.goes_on {
            taken = Some(route.name.clone());
        }
        all.push((route.name.clone(), fate));
    }
    all
}

pub(super) fn routes_json(routes: &[(String, Fate)]) -> Vec<Value> {
    let route =
        |(name, fate): &(String, Fate)| json!({ "route": name, "fate": fate.name(), "why": fate.why() });
    routes.iter().map(route).collect()
}

/// A heading and a line for each; nothing where there are none.
pub(super) fn routes_text(routes: &[(String, Fate)]) -> Vec<String> {
    let width = routes.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    let heading = (!routes.is_empty()).then(|| "\nroutes".to_owned());
    let line = |(name, fate): &(String, Fate)| {
        let why = fate.why().map(|why| format!(": {why}")).unwrap_or_default();
        format!("  {name:<width$}  {}{why}", fate.name())
    };
    heading.into_iter().chain(routes.iter().map(line)).collect()
}
