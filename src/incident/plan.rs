//! Who is to be told what: pure.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::alert::{Alert, Rule};
use crate::config::Config;
use crate::inventory::Inventory;
use crate::notify::{Intent, Kind, OutboxRow};

/// Whom rules tell, by configuration and inventory.
pub(crate) struct Policy<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
}

/// What follows the end of an incident.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Ending {
    /// Openings that nobody tried to send: withdrawn.
    pub superseded: Vec<i64>,
    pub intents: Vec<Intent>,
}

impl Policy<'_> {
    /// The messages and actions that follow when an alert begins to fire: the rule's own, or else its severity's.
    pub(crate) fn opening(&self, rule: &Rule, alert: &Alert, now: Timestamp) -> Vec<Intent> {
        let store = alert.labels.get(&self.inventory.label);
        let default = self.config.severities.get(&rule.severity).map(|severity| severity.notify.as_slice());
        let notify = if rule.notify.is_empty() { default.unwrap_or_default() } else { &rule.notify };
        let mut intents: Vec<Intent> = Vec::new();
        for (channel, names) in notify.iter().flatten() {
            self.messages(channel, names, (store, now), &mut intents);
        }
        for name in &rule.actions {
            intents.push(Intent::new(Kind::Action, "action", name, name));
        }
        intents
    }

    fn messages(
        &self,
        channel: &str,
        names: &[String],
        (store, now): (Option<&str>, Timestamp),
        intents: &mut Vec<Intent>,
    ) {
        let mut add = |recipient: &str, skipped: Option<String>| {
            let intent = Intent { skipped, ..Intent::new(Kind::Open, channel, recipient, recipient) };
            // The same person may be in two teams: told once.
            if !intents.contains(&intent) {
                intents.push(intent);
            }
        };
        let Some(configured) = self.config.channels.get(channel) else {
            let skipped = format!("tillwatch.toml has no [channels.{channel}]");
            for name in names {
                add(name, Some(skipped.clone()));
            }
            return;
        };
        let Some(kind) = configured.address_kind() else {
            add(channel, None);
            return;
        };
        for name in names {
            let recipients = self.inventory.directory.addresses(name, kind, store, now);
            if recipients.is_empty() {
                add(name, Some(format!("{name} has no address of the kind {kind}")));
            }
            for recipient in &recipients {
                add(&recipient.address, None);
            }
        }
    }
}

/// What the end of an incident means for what was to be told of its beginning.
///
/// Whoever was attempted an opening is told the end; an opening that nobody tried to send is withdrawn instead.
pub(crate) fn ending(told: &[OutboxRow]) -> Ending {
    let mut ending = Ending::default();
    let mut recipients = BTreeSet::new();
    for row in told.iter().filter(|row| row.kind == Kind::Open) {
        match row.state.as_str() {
            "queued" if row.attempts == 0 => ending.superseded.push(row.id),
            "skipped" | "superseded" => {}
            _ => drop(recipients.insert((row.channel.clone(), row.recipient.clone()))),
        }
    }
    ending.intents = recipients
        .into_iter()
        .map(|(channel, recipient)| Intent::new(Kind::End, &channel, &recipient, &recipient))
        .collect();
    ending
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notify::Subject;

    fn row(id: i64, state: &str, attempts: i64, recipient: &str) -> OutboxRow {
        OutboxRow {
            id,
            subject: Subject::Incident(1),
            revision: 1,
            step: 0,
            kind: Kind::Open,
            channel: "email".into(),
            person: recipient.into(),
            recipient: recipient.into(),
            bundle: None,
            created: Timestamp::UNIX_EPOCH,
            not_before: Timestamp::UNIX_EPOCH,
            attempts,
            state: state.into(),
            error: None,
            settled: None,
        }
    }

    #[test]
    fn whoever_was_attempted_an_opening_is_told_the_end() {
        let told = [
            row(1, "sent", 1, "a"),
            row(2, "queued", 3, "b"),
            row(3, "sending", 1, "c"),
            row(4, "dead", 12, "d"),
        ];
        let ending = ending(&told);
        assert_eq!(ending.superseded, Vec::<i64>::new());
        assert_eq!(
            ending.intents.iter().map(|intent| intent.recipient.as_str()).collect::<Vec<_>>(),
            ["a", "b", "c", "d"]
        );
    }

    #[test]
    fn an_opening_that_nobody_tried_to_send_is_withdrawn_and_its_end_not_told() {
        let ending = ending(&[row(1, "queued", 0, "a"), row(2, "skipped", 0, "b")]);
        assert_eq!(ending, Ending { superseded: vec![1], intents: Vec::new() });
    }
}
