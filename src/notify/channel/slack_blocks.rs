//! How a message looks in Slack: header, fields, context, and the acknowledgement as a link.
//!
//! Blocks and their limits: <https://docs.slack.dev/reference/block-kit/blocks>. Control characters:
//! <https://docs.slack.dev/messaging/formatting-message-text>.

use serde_json::{Value, json};

use super::cut::cut;
use crate::notify::message::Message;
use crate::notify::{Kind, Member, Story};

const HEADER: usize = 150;
pub(super) const SECTION: usize = 3000;
pub(super) const FIELD: usize = 2000;
pub(super) const FIELDS: usize = 10;
/// The most alerts that one message shows; it counts the others.
const ALERTS: usize = 5;

/// `text` for notifications, `blocks` for everything else. Events look as their template has them.
pub(super) fn document(message: &Message) -> Value {
    let subject = mark(message).map_or(message.subject.clone(), |mark| format!("{mark} {}", message.subject));
    let text = section(&escape(message.text.trim()));
    let blocks = match message.stories.as_slice() {
        [story] => [header(&subject)].into_iter().chain(incident(message.kind, story)).collect(),
        _ if message.event.is_some() => vec![text],
        _ => vec![header(&subject), text],
    };
    json!({ "text": cut(&escape(&subject), SECTION), "blocks": blocks })
}

fn mark(message: &Message) -> Option<&'static str> {
    let is_acked = message.stories.first().is_some_and(|story| story.acked_by.is_some());
    Some(match message.kind {
        Kind::Event => return None,
        Kind::End => ":white_check_mark:",
        Kind::Test => ":wave:",
        _ if is_acked => ":eyes:",
        Kind::Escalate => ":arrow_double_up:",
        _ => ":rotating_light:",
    })
}

fn incident(kind: Kind, story: &Story) -> Vec<Value> {
    let mut blocks = vec![fields(story)];
    blocks.extend(story.alerts.iter().take(ALERTS).map(|alert| section(&told(alert))));
    let more = story.alerts.len().saturating_sub(ALERTS);
    let mut context = vec![format!("{}, incident {}", escape(&story.project), story.incident)];
    if !story.route.is_empty() {
        context.push(format!("route {}", escape(&story.route)));
    }
    if more > 0 {
        let ended = story.alerts.iter().skip(ALERTS).filter(|alert| alert.ended.is_some()).count();
        let ended = match ended {
            _ if story.closed.is_some() => String::new(),
            0 => String::new(),
            ended if ended == more => " that ended".into(),
            ended => format!(", {ended} of them ended"),
        };
        context.push(format!("and {more} more alerts{ended}"));
    }
    context.extend(story.notes.first().map(|note| escape(note)));
    let elements: Vec<_> = context.iter().map(|text| mrkdwn(text, FIELD)).collect();
    blocks.push(json!({ "type": "context", "elements": elements }));
    let acknowledge = story.ack_url.as_deref().filter(|_| kind != Kind::End && story.acked_by.is_none());
    let buttons: Vec<_> = [
        acknowledge.map(|url| ("Acknowledge", url)),
        story.url.as_deref().map(|url| ("Open", url)),
    ]
    .into_iter()
    .flatten()
    .map(
        |(text, url)| json!({ "type": "button", "text": { "type": "plain_text", "text": text }, "url": url }),
    )
    .collect();
    if !buttons.is_empty() {
        blocks.push(json!({ "type": "actions", "elements": buttons }));
    }
    blocks
}

fn fields(story: &Story) -> Value {
    let mut stores: Vec<&str> = story.alerts.iter().filter_map(|alert| alert.store.as_deref()).collect();
    stores.dedup();
    let ended = story.closed.as_ref().zip(story.duration.as_ref());
    let all = [
        Some(("Severity", story.severity.clone())),
        (!stores.is_empty()).then(|| ("Store", stores.join(", "))),
        Some(("Opened", story.opened.clone())),
        ended.map(|(at, duration)| ("Ended", format!("{at} (after {duration})"))),
        story.acked_by.clone().map(|by| ("Acknowledged by", by)),
    ];
    let fields = all.into_iter().flatten().take(FIELDS);
    let fields: Vec<_> =
        fields.map(|(name, value)| mrkdwn(&format!("*{name}*\n{}", escape(&value)), FIELD)).collect();
    json!({ "type": "section", "fields": fields })
}

/// What one alert says: its summary, its values, what it means and what to do.
fn told(alert: &Member) -> String {
    let state = if alert.ended.is_some() { ":white_check_mark: " } else { "" };
    let mut lines = vec![format!("{state}*{}*", escape(&alert.summary))];
    let values: Vec<String> = alert
        .values
        .iter()
        .map(|(name, value)| {
            format!("{name} {}", value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        })
        .collect();
    if !values.is_empty() {
        lines.push(format!("`{}`", escape(&values.join(", "))));
    }
    lines.extend(alert.annotations.get("description").map(|text| escape(text)));
    lines.extend(alert.annotations.get("runbook").map(|text| format!("Runbook: {}", escape(text))));
    lines.join("\n")
}

pub(super) fn header(text: &str) -> Value {
    json!({ "type": "header", "text": { "type": "plain_text", "emoji": true, "text": cut(text, HEADER) } })
}

pub(super) fn section(text: &str) -> Value {
    json!({ "type": "section", "text": mrkdwn(text, SECTION) })
}

pub(super) fn mrkdwn(text: &str, most: usize) -> Value {
    json!({ "type": "mrkdwn", "text": cut(text, most) })
}

/// The three characters that mrkdwn reserves; without them nothing of ours mentions `@channel`.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
