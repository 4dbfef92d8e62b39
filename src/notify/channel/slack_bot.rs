//! A Slack app: one message an incident, updated in place, with reminders and escalations as replies in its thread.
//!
//! <https://docs.slack.dev/reference/methods/chat.postMessage>, <https://docs.slack.dev/reference/methods/chat.update>.
//! Both answer errors with status 200 and `"ok": false`; rate limits with 429 and `Retry-After`. Slack knows no
//! idempotency key: a run that dies right after sending may send once more.

use reqwest::header::CONTENT_TYPE;
use serde_json::{Value, json};

use super::slack_blocks::document;
use super::{Context, SendError, Sent, http};
use crate::config::SlackBotChannel;
use crate::net::Concealed;
use crate::net::http_client;
use crate::notify::Kind;
use crate::notify::message::Message;

/// Errors that may be gone at the next attempt.
const TEMPORARY: &[&str] = &[
    "fatal_error",
    "internal_error",
    "rate_limited",
    "ratelimited",
    "request_timeout",
    "service_unavailable",
    "team_added_to_org",
];

/// Errors that say that a message cannot be updated any more: somebody deleted it, or too much time has gone by.
const LOST: &[&str] = &["cant_update_message", "edit_window_closed", "message_not_found", "thread_not_found"];

/// Where the first message about a subject stands: what later ones update or reply to.
struct Place<'a> {
    channel: &'a str,
    ts: &'a str,
}

enum Failure {
    /// There is nothing left to update.
    Lost,
    Other(SendError),
}

pub(super) async fn send(
    channel: &SlackBotChannel,
    message: &Message,
    context: &Context,
) -> Result<Sent, SendError> {
    if let Some(place) = message.receipt.as_deref().and_then(Place::parse) {
        let (method, document) = follow_up(channel, message, &place);
        match call(channel, method, document, &message.key, context).await {
            Ok(_) => return Ok(Sent { receipt: message.receipt.clone() }),
            Err(Failure::Other(error)) => return Err(error),
            Err(Failure::Lost) => {}
        }
    }
    let answer = post(channel, &message.recipient, document(message), &message.key, context).await?;
    Ok(Sent { receipt: Place::of(&answer) })
}

/// Posts a document: `text` and `blocks`. Gives Slack's answer.
pub(crate) async fn post(
    channel: &SlackBotChannel,
    recipient: &str,
    mut document: Value,
    key: &str,
    context: &Context,
) -> Result<Value, SendError> {
    document["channel"] = channel.channel.as_deref().unwrap_or(recipient).into();
    call(channel, "chat.postMessage", document, key, context).await.map_err(|failure| match failure {
        Failure::Other(error) => error,
        Failure::Lost => SendError::Permanent("Slack lost the message".into()),
    })
}

/// Reminders and escalations are replies; everything else rewrites the message.
fn follow_up(channel: &SlackBotChannel, message: &Message, place: &Place<'_>) -> (&'static str, Value) {
    let mut document = document(message);
    document["channel"] = place.channel.into();
    if matches!(message.kind, Kind::Repeat | Kind::Escalate) {
        document["thread_ts"] = place.ts.into();
        document["reply_broadcast"] = json!(message.kind == Kind::Escalate && channel.broadcast);
        return ("chat.postMessage", document);
    }
    document["ts"] = place.ts.into();
    ("chat.update", document)
}

async fn call(
    channel: &SlackBotChannel,
    method: &str,
    document: Value,
    key: &str,
    context: &Context,
) -> Result<Value, Failure> {
    let other = |error: SendError| Failure::Other(error);
    let token = channel.token.read(&context.folder).map_err(|error| other(error.into()))?;
    let client = http_client(channel.timeout, None).map_err(|error| other(error.into()))?;
    let url = http::below(channel.base_url.as_ref(), "https://slack.com/api", method);
    let request = client
        .post(url)
        .bearer_auth(&token)
        .header(CONTENT_TYPE, "application/json; charset=utf-8")
        .json(&document);
    let concealed = Concealed::default().text(&token);
    let answer = http::post(&client, request, key, concealed, context).await.map_err(other)?;
    let answer = answer.success().map_err(other)?;
    let Some(json) = answer.json() else { return Err(other(answer.failure("but without JSON:", true))) };
    match (json["ok"].as_bool(), json["error"].as_str()) {
        (Some(true), _) => Ok(json),
        (Some(false), Some(error)) if LOST.contains(&error) => Err(Failure::Lost),
        (Some(false), Some(error)) => Err(other(answer.failure("but", TEMPORARY.contains(&error)))),
        _ => Err(other(answer.failure("but neither ok nor error:", true))),
    }
}

impl<'a> Place<'a> {
    fn parse(receipt: &'a str) -> Option<Self> {
        receipt.split_once(' ').map(|(channel, ts)| Self { channel, ts })
    }

    /// The receipt of an answer.
    fn of(answer: &Value) -> Option<String> {
        Some(format!("{} {}", answer["channel"].as_str()?, answer["ts"].as_str()?))
    }
}
