//! Who would be told of one event.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::fate::{Fate, fates, routes_json, routes_text};
use crate::cli::alerts::message::{intent_json, tells};
use crate::cli::alerts::time;
use crate::config::Route;
use crate::event::Event;
use crate::label::Labels;
use crate::notify::Intent;
use crate::route::{EVENT, Router};

/// Whom an event reaches, and why it goes this way.
pub(super) struct Told {
    /// Its own, and its kind.
    labels: Labels,
    at: Timestamp,
    intents: Vec<Intent>,
    routes: Vec<(String, Fate)>,
}

impl Told {
    pub(super) fn new(event: &Event, by: &Router<'_>) -> Self {
        let labels = event.routed();
        let miss = |route: &Route| {
            let unmeant = || format!("it says nothing of the label {EVENT}");
            (!route.matchers.mentions(EVENT)).then(unmeant).or_else(|| route.matchers.first_miss(&labels))
        };
        let routes = fates(&by.config.routes, miss);
        Self { intents: event.intents(by, event.at), at: event.at, labels, routes }
    }

    pub(super) fn to_json(&self) -> Value {
        json!({
            "labels": self.labels,
            "at": self.at,
            "routes": routes_json(&self.routes),
            "told": self.intents.iter().map(|intent| {
                let mut told = intent_json(intent);
                told["at"] = json!(intent.not_before.unwrap_or(self.at));
                told
            }).collect::<Vec<_>>(),
        })
    }

    pub(super) fn to_text(&self) -> String {
        let mut lines = vec![format!("labels    {}", self.labels), "\ntold".to_owned()];
        if self.intents.is_empty() {
            lines.push(format!("  nobody: no route that says something of the label {EVENT} takes it"));
        }
        lines.extend(self.intents.iter().map(|intent| {
            let at = time(intent.not_before.unwrap_or(self.at));
            format!("  {at}  {}", tells(std::slice::from_ref(intent)))
        }));
        lines.extend(routes_text(&self.routes));
        lines.join("\n")
    }
}
