//! Who is told of an event: pure.

use jiff::Timestamp;

use super::Event;
use crate::notify::{Intent, Kind};
use crate::route::Router;

impl Event {
    /// Everybody whom a route tells of it, each once by each channel. Who cannot be told is skipped, with the reason.
    pub(crate) fn intents(&self, router: &Router<'_>, now: Timestamp) -> Vec<Intent> {
        let labels = self.routed();
        let store = labels.get(&router.inventory.label);
        let mut all: Vec<Intent> = Vec::new();
        for route in router.event_routes(&labels) {
            let hours = route.deliver.as_deref().and_then(|name| router.inventory.calendar(name, None));
            let not_before = hours.and_then(|hours| hours.next_open(now));
            for intent in
                router.intents(Kind::Event, 0, route.notify.as_deref().unwrap_or_default(), store, now)
            {
                let is_known = |known: &Intent| {
                    (&known.channel, &known.recipient) == (&intent.channel, &intent.recipient)
                };
                if !all.iter().any(is_known) {
                    all.push(Intent { not_before, ..intent });
                }
            }
        }
        all
    }
}
