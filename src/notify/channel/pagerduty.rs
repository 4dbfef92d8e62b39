//! `PagerDuty` Events API v2: <https://developer.pagerduty.com/docs/send-alert-event>, its schema
//! <https://github.com/PagerDuty/api-schema/blob/main/reference/events-v2/openapiv3.json>.
//!
//! One incident of ours is one alert there, by `dedup_key`; an event of ours is a change event. 202 is success; 429 and 5xx are worth another attempt.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::cut::cut;
use super::{Context, SendError, Sent, http};
use crate::config::{PagerdutyChannel, PagerdutySeverity};
use crate::net::Concealed;
use crate::net::http_client;
use crate::notify::message::Message;
use crate::notify::{Happening, Kind, Story};

/// The most characters of a summary.
const SUMMARY: usize = 1024;
/// The most alerts that are described, and the most characters of the text: an event has 512 KiB at the most.
const ALERTS: usize = 20;
const TEXT: usize = 8000;

pub(super) async fn send(
    channel: &PagerdutyChannel,
    message: &Message,
    context: &Context,
) -> Result<Sent, SendError> {
    let routing_key = channel.routing_key.read(&context.folder)?;
    let client = http_client(channel.timeout, None)?;
    let (path, event) = match &message.event {
        Some(happening) => ("v2/change/enqueue", change(happening, message, &routing_key)),
        None => ("v2/enqueue", event(channel, message, &routing_key)),
    };
    let url = http::below(channel.base_url.as_ref(), "https://events.pagerduty.com", path);
    let request = client.post(url).json(&event);
    let concealed = Concealed::default().text(&routing_key);
    let answer = http::post(&client, request, &message.key, concealed, context).await?.success()?;
    if answer.status == StatusCode::ACCEPTED {
        Ok(Sent::default())
    } else {
        Err(answer.failure("and not 202:", true))
    }
}

/// A change event: shown beside the service's incidents, and nobody is called.
fn change(event: &Happening, message: &Message, routing_key: &str) -> Value {
    let mut change = json!({
        "routing_key": routing_key,
        "payload": {
            "summary": cut(&message.subject, SUMMARY),
            "source": event.project,
            "custom_details": { "event": event.event, "text": cut(&message.text, TEXT), "labels": event.labels },
        },
    });
    if let Some(url) = &event.url {
        change["links"] = json!([{ "href": url, "text": event.project }]);
    }
    change
}

fn event(channel: &PagerdutyChannel, message: &Message, routing_key: &str) -> Value {
    let mut event = json!({
        "routing_key": routing_key,
        "event_action": action(message),
        "dedup_key": message.thread,
    });
    if event["event_action"] == "trigger" {
        event["client"] = "tillwatch".into();
        event["payload"] = payload(channel, message);
        let story = message.stories.first();
        if let Some(url) = story.and_then(|story| story.url.as_ref()) {
            event["client_url"] = url.as_str().into();
        }
        let links = story.map(links).unwrap_or_default();
        if !links.is_empty() {
            event["links"] = links.into();
        }
    }
    event
}

fn action(message: &Message) -> &'static str {
    let all = |holds: fn(&Story) -> bool| !message.stories.is_empty() && message.stories.iter().all(holds);
    match message.kind {
        Kind::End => "resolve",
        // Whatever is said of it now, nothing would resolve it later.
        _ if all(|story| story.closed.is_some()) => "resolve",
        Kind::Update if all(|story| story.acked_by.is_some()) => "acknowledge",
        _ => "trigger",
    }
}

fn payload(channel: &PagerdutyChannel, message: &Message) -> Value {
    let story = message.stories.first();
    let alert = story.and_then(|story| story.alerts.first());
    let severity = story.map_or(PagerdutySeverity::Info, |story| channel.severity(&story.severity));
    let project = story.map(|story| story.project.as_str());
    let mut payload = json!({
        "summary": cut(&message.subject, SUMMARY),
        "source": alert.and_then(|alert| alert.store.as_deref()).or(project).unwrap_or("tillwatch"),
        "severity": severity,
        "custom_details": details(message),
    });
    let fired = alert.and_then(|alert| alert.fired_at);
    let known = [
        ("timestamp", fired.map(|at| at.to_string())),
        ("component", project.map(str::to_owned)),
        ("group", story.map(|story| story.route.clone()).filter(|route| !route.is_empty())),
        ("class", alert.map(|alert| alert.name.clone())),
    ];
    for (key, value) in known {
        if let Some(value) = value {
            payload[key] = value.into();
        }
    }
    payload
}

fn details(message: &Message) -> Value {
    let alerts = message.stories.iter().flat_map(|story| &story.alerts);
    let shown: Vec<_> = alerts
        .clone()
        .take(ALERTS)
        .map(|alert| json!({ "summary": cut(&alert.summary, SUMMARY), "labels": alert.labels, "values": alert.values }))
        .collect();
    json!({ "text": cut(&message.text, TEXT), "firing": alerts.filter(|alert| alert.ended.is_none()).count(), "alerts": shown })
}

/// The acknowledgement, and a runbook that is an address.
fn links(story: &Story) -> Vec<Value> {
    let link = |href: &str, text: &str| json!({ "href": href, "text": text });
    let acknowledge = story.ack_url.iter().map(|url| link(url, "Acknowledge"));
    let runbook = story.alerts.iter().find_map(|alert| alert.annotations.get("runbook"));
    let runbook = runbook.filter(|text| text.starts_with("http")).map(|url| link(url, "Runbook"));
    acknowledge.chain(runbook).collect()
}
