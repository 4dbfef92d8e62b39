//! Messages in words: what became of those that were queued, and what is told next.

use jiff::Timestamp;
use serde_json::json;

use super::time;
use crate::config::Unless;
use crate::incident::Ahead;
use crate::notify::{Intent, Kind, OutboxRow, State, given_up};

pub(in crate::cli) fn message_json(row: &OutboxRow) -> serde_json::Value {
    json!({
        "kind": row.kind.name(),
        "step": row.step,
        "channel": row.channel,
        "person": row.person,
        "recipient": row.recipient,
        "bundle": row.bundle,
        "state": row.state.name(),
        "attempts": row.attempts,
        "queued": row.created,
        "not_before": row.not_before,
        "settled": row.settled,
        "error": row.error,
    })
}

/// What became of one message, in words.
pub(in crate::cli) fn message_line(row: &OutboxRow, now: Timestamp) -> String {
    let fate = fate(row, now);
    match row.kind {
        Kind::Action => format!("action {}: {fate}", row.recipient),
        Kind::Escalate => format!("escalate (step {}) {}: {fate}", row.step, address(row)),
        kind => format!("{} {}: {fate}", kind.name(), address(row)),
    }
}

/// Who does not know of an incident, because a message was given up.
pub(in crate::cli) fn untold_lines(rows: &[OutboxRow]) -> Vec<String> {
    let line = |row: &OutboxRow| {
        let again = format!("`tillwatch alerts outbox retry {}`", row.id);
        format!("{} {}; {again}", address(row), row.given_up())
    };
    given_up(rows).map(line).collect()
}

fn address(row: &OutboxRow) -> String {
    format!("by {} to {}", row.channel, whom(&row.person, &row.recipient))
}

fn whom(person: &str, recipient: &str) -> String {
    if person == recipient { person.to_owned() } else { format!("{person} ({recipient})") }
}

fn fate(row: &OutboxRow, now: Timestamp) -> String {
    let because = |text: String| match &row.error {
        Some(error) => format!("{text}: {error}"),
        None => text,
    };
    match row.state {
        State::Queued if row.attempts > 0 => {
            because(format!("to be tried again {}", when(row.not_before, now)))
        }
        State::Queued if row.bundle.as_deref().is_some_and(|bundle| bundle.starts_with("digest:")) => {
            because(format!("queued for the digest {}", when(row.not_before, now)))
        }
        State::Queued => because(format!("queued, goes out {}", when(row.not_before, now))),
        State::Superseded => because("withdrawn".into()),
        State::Skipped => because("not sent".into()),
        State::Dead if row.kind == Kind::Action => row.given_up(),
        State::Dead => {
            let untold = if row.kind.is_opening() { "not told: " } else { "" };
            format!("{untold}{}; `tillwatch alerts outbox retry {}`", row.given_up(), row.id)
        }
        State::Sent if row.kind == Kind::Action => "ran".into(),
        other => because(other.to_string()),
    }
}

/// When something happens that waits for a run to be carried out.
pub(in crate::cli) fn when(at: Timestamp, now: Timestamp) -> String {
    if at <= now { "at the next evaluate-alerts".into() } else { format!("at {}", time(at)) }
}

pub(in crate::cli) fn ahead_json(ahead: &Ahead) -> serde_json::Value {
    json!({
        "kind": ahead.kind.name(),
        "step": ahead.step,
        "at": ahead.at,
        "unless": ahead.unless,
        "recipients": ahead.intents.iter().map(intent_json).collect::<Vec<_>>(),
    })
}

pub(super) fn intent_json(intent: &Intent) -> serde_json::Value {
    json!({
        "channel": intent.channel,
        "person": intent.person,
        "recipient": intent.recipient,
        "skipped": intent.skipped,
    })
}

/// What is told next, and when: `escalation step 1 tells lead (+7…) by sms, unless acknowledged, at …`.
pub(in crate::cli) fn ahead_line(ahead: &Ahead, now: Timestamp) -> String {
    let (words, unless) = words(ahead);
    format!("{words} {}{unless}", when(ahead.at, now))
}

/// What is told: `escalation step 1 tells lead (+7…) by sms, unless acknowledged`.
pub(super) fn ahead_words(ahead: &Ahead) -> String {
    let (words, unless) = words(ahead);
    format!("{words}{unless}")
}

fn words(ahead: &Ahead) -> (String, &'static str) {
    let what = match ahead.kind {
        Kind::Escalate => format!("escalation step {}", ahead.step),
        Kind::Open => "the opening".into(),
        kind => format!("the {}", kind.name()),
    };
    let unless = match ahead.unless {
        Some(Unless::Acked) => ", unless acknowledged",
        Some(Unless::Resolved) => ", unless ended",
        None => "",
    };
    (format!("{what} {}", tells(&ahead.intents)), unless)
}

/// Whom intents reach, and whom not: `tells ivan (+7…) by sms; not olga: …`.
pub(in crate::cli) fn tells(intents: &[Intent]) -> String {
    let reached: Vec<String> = intents
        .iter()
        .filter(|intent| intent.skipped.is_none())
        .map(|intent| format!("{} by {}", whom(&intent.person, &intent.recipient), intent.channel))
        .collect();
    let missed = intents.iter().filter_map(|intent| intent.skipped.clone());
    let told =
        if reached.is_empty() { "tells nobody".into() } else { format!("tells {}", reached.join(", ")) };
    std::iter::once(told).chain(missed).collect::<Vec<_>>().join("; ")
}
