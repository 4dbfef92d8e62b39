//! A Slack incoming webhook. Payload: <https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks>.

use std::path::Path;

use serde_json::json;

use super::{SendError, judge};
use crate::config::SlackChannel;
use crate::net::{http_client, request_reason};
use crate::notify::Kind;
use crate::notify::message::Message;

/// Slack cuts a section's text at 3,000 characters.
const LIMIT: usize = 2900;

pub(super) async fn send(channel: &SlackChannel, message: &Message, folder: &Path) -> Result<(), SendError> {
    // The address is the secret: neither it nor an error that may quote it is ever shown.
    let url = channel.url.read(folder)?;
    let request = http_client(channel.timeout, None)?.post(url).json(&document(message));
    let response =
        request.send().await.map_err(|error| SendError::temporary(request_reason(&error.without_url())))?;
    judge(response).await
}

fn document(message: &Message) -> serde_json::Value {
    let mark = if message.kind == Kind::End { ":white_check_mark:" } else { ":rotating_light:" };
    let text: String = escape(&message.text).chars().take(LIMIT).collect();
    json!({
        "text": escape(&message.subject),
        "blocks": [
            { "type": "section", "text": { "type": "mrkdwn", "text": format!("{mark} *{}*", escape(&message.subject)) } },
            { "type": "section", "text": { "type": "mrkdwn", "text": text } },
        ],
    })
}

/// The three characters that Slack's mrkdwn reserves.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
