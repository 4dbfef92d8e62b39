//! What the end of an incident means for what was to be told of it: pure.

use std::collections::{BTreeMap, BTreeSet};

use crate::notify::{Intent, Kind, OutboxRow, State, shared_bundle};

/// What follows the end of an incident.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Ending {
    /// Beginnings that nobody tried to send: withdrawn.
    pub superseded: Vec<i64>,
    pub intents: Vec<Intent>,
}

/// Whoever may have heard a beginning is told the end: it was attempted, and not refused for good. A beginning that nobody
/// tried to send is withdrawn instead, but for one that waits for its digest: that will say that it has ended.
pub(super) fn ending(told: &[OutboxRow]) -> Ending {
    let mut ending = Ending::default();
    let mut recipients = BTreeMap::new();
    for row in told.iter().filter(|row| row.kind.is_opening()) {
        let is_digest = row.bundle.as_deref().is_some_and(is_digest);
        match row.state {
            State::Queued if row.attempts == 0 && is_digest => {}
            State::Queued if row.attempts == 0 => ending.superseded.push(row.id),
            _ if !row.may_have_opened() => {}
            _ => {
                let bundle = row.bundle.as_deref().filter(|_| is_digest).map(shared_bundle);
                recipients.insert((&row.channel, &row.recipient), (&row.person, bundle));
            }
        }
    }
    let intent = |((channel, recipient), (person, bundle)): ((&String, &String), (&String, Option<&str>))| {
        let bundle = bundle.map(str::to_owned);
        Intent { bundle, ..Intent::new(Kind::End, channel, person, recipient) }
    };
    ending.intents = recipients.into_iter().map(intent).collect();
    ending
}

/// Whoever may have heard of an incident before and is not among `known`: they hear what has changed, whether or not they
/// would be told today.
pub(super) fn those_told(kind: Kind, rows: &[OutboxRow], known: &[Intent]) -> Vec<Intent> {
    let mut seen: BTreeSet<_> = known.iter().map(|intent| (&intent.channel, &intent.recipient)).collect();
    let told = rows.iter().filter(|row| row.may_have_opened());
    told.filter(|row| seen.insert((&row.channel, &row.recipient)))
        .map(|row| Intent::new(kind, &row.channel, &row.person, &row.recipient))
        .collect()
}

/// How the bundles of digests begin; the route's name follows.
pub(super) const DIGEST: &str = "digest:";

/// Whether a bundle is a digest, rather than a storm.
pub(super) fn is_digest(bundle: &str) -> bool {
    bundle.starts_with(DIGEST)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::notify::Subject;

    fn row(id: i64, state: State, attempts: i64, recipient: &str) -> OutboxRow {
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
            state,
            error: None,
            settled: None,
            failures: 0,
            severity: None,
            lease_until: None,
        }
    }

    fn told(ending: &Ending) -> Vec<&str> {
        ending.intents.iter().map(|intent| intent.recipient.as_str()).collect()
    }

    #[test]
    fn whoever_may_have_heard_an_opening_is_told_the_end() {
        let dead = |id, attempts, failures, recipient| OutboxRow {
            failures,
            ..row(id, State::Dead, attempts, recipient)
        };
        let escalated = OutboxRow { kind: Kind::Escalate, step: 1, ..row(5, State::Sent, 1, "e") };
        let rows = [
            row(1, State::Sent, 1, "a"),
            row(2, State::Queued, 3, "b"),
            row(3, State::Sending, 1, "c"),
            dead(4, 12, 12, "d"),
            escalated,
            // An attempt before the refusal may have arrived though its answer, or its run, was lost.
            dead(6, 2, 2, "f"),
            dead(7, 2, 1, "g"),
            // What was refused at once and for good was heard by nobody: an end would be the first that they hear.
            dead(8, 1, 1, "h"),
        ];
        let ending = ending(&rows);
        assert_eq!(ending.superseded, Vec::<i64>::new());
        assert_eq!(told(&ending), ["a", "b", "c", "d", "e", "f", "g"]);
    }

    #[test]
    fn an_opening_that_nobody_tried_to_send_is_withdrawn_and_its_end_not_told() {
        let ending = ending(&[
            row(1, State::Queued, 0, "a"),
            row(2, State::Skipped, 0, "b"),
            row(3, State::Dropped, 0, "c"),
        ]);
        assert_eq!(ending, Ending { superseded: vec![1], intents: Vec::new() });
    }

    #[test]
    fn a_digest_that_waits_says_itself_that_it_has_ended() {
        let waiting = OutboxRow { bundle: Some("digest:P3".into()), ..row(1, State::Queued, 0, "a") };
        assert_eq!(ending(std::slice::from_ref(&waiting)), Ending::default());
        let own = Some("digest:P3#1".into());
        let sent = OutboxRow { state: State::Sent, attempts: 1, bundle: own, ..waiting };
        assert_eq!(ending(&[sent]).intents[0].bundle.as_deref(), Some("digest:P3"));
    }
}
