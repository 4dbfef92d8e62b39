//! A Slack incoming webhook: <https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks>.
//!
//! Its errors are HTTP's: <https://api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks>.

use serde_json::Value;

use super::slack_blocks::document;
use super::{Context, SendError, Sent, http};
use crate::config::{SlackChannel, secret_url};
use crate::net::Concealed;
use crate::net::http_client;
use crate::notify::message::Message;

pub(super) async fn send(
    channel: &SlackChannel,
    message: &Message,
    context: &Context,
) -> Result<Sent, SendError> {
    post(channel, &document(message), &message.key, context).await.map(|()| Sent::default())
}

/// Posts a document: `text` and `blocks`.
pub(crate) async fn post(
    channel: &SlackChannel,
    document: &Value,
    key: &str,
    context: &Context,
) -> Result<(), SendError> {
    // The address is the secret: neither it nor an error that may quote it is ever shown.
    let url = secret_url(&channel.url, &context.folder)?;
    let concealed = Concealed::default().url(&url);
    let client = http_client(channel.timeout, None)?;
    let answer =
        http::post(&client, client.post(url).json(document), key, concealed, context).await?.success()?;
    // Whoever answers 200 and something else is not Slack, but a proxy in between.
    let said_so = answer.body.trim() == "ok" || answer.json().is_some_and(|json| json["ok"] == true);
    if said_so { Ok(()) } else { Err(answer.failure("but not with ok:", true)) }
}
