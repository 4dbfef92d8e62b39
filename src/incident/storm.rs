//! When much begins or ends at once: one message to each person in place of hundreds.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::apply::Wanted;
use crate::config::Config;
use crate::notify::{Intent, Kind};

/// What is told together: by one channel to one recipient, of one kind and severity. So nothing grave is lost among what
/// is not, and an end is not mistaken for a beginning.
type Storm = (String, String, Kind, String);

/// More messages of one run than `[routing] storm` allows become one.
pub(super) fn gather_storms(wanted: &mut [Wanted], config: &Config, now: Timestamp) {
    let mut counts: BTreeMap<Storm, usize> = BTreeMap::new();
    for wanted in wanted.iter().filter(|wanted| is_single(config, &wanted.intent)) {
        *counts.entry(storm(wanted)).or_default() += 1;
    }
    counts.retain(|_, count| *count > config.routing.storm);
    if counts.is_empty() {
        return;
    }
    for wanted in wanted.iter_mut().filter(|wanted| is_single(config, &wanted.intent)) {
        if counts.contains_key(&storm(wanted)) {
            let (kind, severity) = (wanted.intent.kind.name(), &wanted.severity);
            wanted.intent.bundle = Some(format!("storm:{}:{kind}:{severity}", now.as_millisecond()));
        }
    }
}

/// Whether a person reads it. A program that keeps one thing for each incident must hear of each.
pub(super) fn may_be_gathered(config: &Config, intent: &Intent) -> bool {
    intent.kind != Kind::Action
        && config.channels.get(&intent.channel).is_some_and(|channel| !channel.is_read_by_programs())
}

fn is_single(config: &Config, intent: &Intent) -> bool {
    intent.bundle.is_none() && intent.skipped.is_none() && may_be_gathered(config, intent)
}

fn storm(wanted: &Wanted) -> Storm {
    let intent = &wanted.intent;
    (intent.channel.clone(), intent.recipient.clone(), intent.kind, wanted.severity.clone())
}
