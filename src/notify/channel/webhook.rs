//! A JSON document of our own by POST: SMS and phone gateways, chat bots, anything of one's own.

use serde_json::{Value, json};

use super::{Context, SendError, Sent, http};
use crate::config::WebhookChannel;
use crate::net::Concealed;
use crate::net::http_client;
use crate::notify::Story;
use crate::notify::message::Message;

pub(super) async fn send(
    channel: &WebhookChannel,
    message: &Message,
    context: &Context,
) -> Result<Sent, SendError> {
    let url = channel.url.read(&context.folder)?;
    let concealed = match channel.url.secret() {
        Some(_) => Concealed::default().url(&url),
        None => Concealed::default(),
    };
    let client = http_client(channel.timeout, None)?;
    let mut request = client.post(url).json(&document(message, channel.max_alerts));
    if let Some(token) = &channel.token {
        request = request.bearer_auth(token.read(&context.folder)?);
    }
    http::post(&client, request, &message.key, concealed, context).await?.success().map(|_| Sent::default())
}

/// What is posted, and what programs read; documented in docs/channels.md.
pub(super) fn document(message: &Message, max_alerts: usize) -> Value {
    let (stories, truncated) = shortened(&message.stories, max_alerts);
    let incident = if let [story] = stories.as_slice() { Some(story) } else { None };
    json!({
        "schema": 1,
        "id": message.key,
        "thread": message.thread,
        "kind": message.kind.name(),
        "to": message.recipient,
        "subject": message.subject,
        "text": message.text,
        "incident": incident,
        "incidents": stories,
        "truncated_alerts": truncated,
        "event": message.event,
    })
}

/// The incidents with so many alerts in all, 0 for as many as there are, and how many were left out.
fn shortened(stories: &[Story], max_alerts: usize) -> (Vec<Story>, usize) {
    let mut room = if max_alerts == 0 { usize::MAX } else { max_alerts };
    let (mut stories, mut truncated) = (stories.to_vec(), 0);
    for story in &mut stories {
        truncated += story.alerts.len().saturating_sub(room);
        story.alerts.truncate(room);
        room -= story.alerts.len();
    }
    (stories, truncated)
}
