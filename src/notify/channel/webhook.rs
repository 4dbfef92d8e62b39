//! A JSON document by POST: SMS and phone gateways, chat bots, anything of one's own.

use std::path::Path;

use serde_json::json;

use super::{SendError, judge};
use crate::config::WebhookChannel;
use crate::net::{http_client, request_reason};
use crate::notify::message::Message;

pub(super) async fn send(
    channel: &WebhookChannel,
    message: &Message,
    folder: &Path,
) -> Result<(), SendError> {
    let mut request = http_client(channel.timeout, None)?
        .post(&channel.url)
        .header("Idempotency-Key", &message.key)
        .json(&document(message));
    if let Some(token) = &channel.token {
        request = request.bearer_auth(token.read(folder)?);
    }
    let response = request.send().await.map_err(|error| SendError::temporary(request_reason(&error)))?;
    judge(response).await
}

/// `{"schema": 1, "kind": "open"|"end", "to", "subject", "text", "incident": {…}}`; documented in docs/json.md.
fn document(message: &Message) -> serde_json::Value {
    json!({
        "schema": 1,
        "id": message.key,
        "kind": message.kind.name(),
        "to": message.recipient,
        "subject": message.subject,
        "text": message.text,
        "incident": message.stories.first(),
    })
}
