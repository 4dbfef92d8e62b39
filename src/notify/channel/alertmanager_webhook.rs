//! What an Alertmanager posts to its webhooks, version 4, for whatever receives that already:
//! <https://prometheus.io/docs/alerting/latest/configuration/#webhook_config>.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::alert_list::{ListedAlert, of_message};
use super::{Context, SendError, Sent, http};
use crate::config::AlertmanagerWebhookChannel;
use crate::label::digest;
use crate::net::Concealed;
use crate::net::http_client;
use crate::notify::message::Message;

/// How Go writes a time that is none: the end of an alert that fires.
const NEVER: &str = "0001-01-01T00:00:00Z";

pub(super) async fn send(
    channel: &AlertmanagerWebhookChannel,
    message: &Message,
    context: &Context,
) -> Result<Sent, SendError> {
    let url = channel.url.read(&context.folder)?;
    let concealed = match channel.url.secret() {
        Some(_) => Concealed::default().url(&url),
        None => Concealed::default(),
    };
    let client = http_client(channel.timeout, None)?;
    let mut request = client.post(url).json(&document(channel, message, context));
    if let Some(token) = &channel.token {
        request = request.bearer_auth(token.read(&context.folder)?);
    }
    http::post(&client, request, &message.key, concealed, context).await?.success().map(|_| Sent::default())
}

fn document(channel: &AlertmanagerWebhookChannel, message: &Message, context: &Context) -> Value {
    let alerts = of_message(message, context);
    let shown = if channel.max_alerts == 0 { alerts.len() } else { channel.max_alerts.min(alerts.len()) };
    let firing = alerts.iter().any(|alert| alert.ended_at.is_none());
    let story = if let [story] = message.stories.as_slice() { Some(story) } else { None };
    let group = story.map(|story| story.group.clone()).unwrap_or_default();
    let url = message.stories.first().and_then(|story| story.url.as_deref());
    let url = url.or(message.event.as_ref().and_then(|event| event.url.as_deref()));
    json!({
        "version": "4",
        "groupKey": story.map_or_else(|| message.thread.clone(), |story| format!("{}:{group}", story.route)),
        "truncatedAlerts": alerts.len() - shown,
        "status": if firing { "firing" } else { "resolved" },
        "receiver": channel.receiver.as_ref().unwrap_or(&message.recipient),
        "groupLabels": group,
        "commonLabels": common(&alerts, |alert| &alert.labels),
        "commonAnnotations": common(&alerts, |alert| &alert.annotations),
        "externalURL": url.unwrap_or_default(),
        "alerts": alerts.iter().take(shown).map(one).collect::<Vec<_>>(),
    })
}

fn one(alert: &ListedAlert) -> Value {
    json!({
        "status": if alert.ended_at.is_none() { "firing" } else { "resolved" },
        "labels": alert.labels,
        "annotations": alert.annotations,
        "startsAt": alert.starts_at.to_string(),
        "endsAt": alert.ended_at.map_or_else(|| NEVER.to_owned(), |at| at.to_string()),
        "generatorURL": alert.generator_url.as_deref().unwrap_or_default(),
        // As many digits as theirs; ours are of a hash of our own.
        "fingerprint": &digest(alert.labels.iter().flat_map(|(name, value)| [name.as_str(), value]))[..16],
    })
}

/// What all alerts have in common.
fn common(
    alerts: &[ListedAlert],
    of: impl Fn(&ListedAlert) -> &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let Some((first, others)) = alerts.split_first() else { return BTreeMap::new() };
    let shared =
        |(name, value): &(&String, &String)| others.iter().all(|alert| of(alert).get(*name) == Some(*value));
    of(first).iter().filter(shared).map(|(name, value)| (name.clone(), value.clone())).collect()
}
