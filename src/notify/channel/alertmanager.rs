//! Alerts for a Prometheus Alertmanager, by `POST /api/v2/alerts` of
//! <https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml>.
//!
//! It forgets an alert at its `endsAt`. So every message puts that far enough ahead for the next runs to be late, and
//! [`refresh`] moves it at every run while the alert fires. Alerts are told apart by their labels: a repeat is harmless.

use reqwest::{Client, RequestBuilder, Url};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::alert_list::{ListedAlert, of_message, of_stories};
use super::{Context, SendError, Sent, http};
use crate::config::AlertmanagerChannel;
use crate::net::Concealed;
use crate::net::http_client;
use crate::notify::Story;
use crate::notify::message::Message;

/// The most alerts in one request.
const BATCH: usize = 1000;

pub(super) async fn send(
    channel: &AlertmanagerChannel,
    message: &Message,
    context: &Context,
) -> Result<Sent, SendError> {
    post(channel, &of_message(message, context), &message.key, context).await.map(|()| Sent::default())
}

/// Tells an Alertmanager that everything that fires still does. Call it once a run, with all open incidents that were
/// told by this channel.
pub(crate) async fn refresh(
    channel: &AlertmanagerChannel,
    open: &[Story],
    context: &Context,
) -> Result<(), SendError> {
    post(channel, &of_stories(open, context), "refresh", context).await
}

/// Posts alerts to every peer; one that takes them all is enough.
async fn post(
    channel: &AlertmanagerChannel,
    alerts: &[ListedAlert],
    key: &str,
    context: &Context,
) -> Result<(), SendError> {
    let documents: Vec<Value> = alerts.chunks(BATCH).map(|batch| document(batch, context)).collect();
    let client = http_client(channel.timeout, None)?;
    let mut peers = JoinSet::new();
    for url in &channel.urls {
        let request = |document: &Value| authorized(channel, &client, url.url(), context, document);
        let requests: Vec<RequestBuilder> = documents.iter().map(request).collect::<Result<_, _>>()?;
        let (client, key, context, concealed) =
            (client.clone(), key.to_owned(), context.clone(), concealed(channel, context)?);
        peers.spawn(async move {
            for request in requests {
                http::post(&client, request, &key, concealed.clone(), &context).await?.success()?;
            }
            Ok(())
        });
    }
    let answers: Vec<Result<(), SendError>> = peers.join_all().await;
    if answers.iter().any(Result::is_ok) {
        return Ok(());
    }
    // One peer that may recover makes another attempt worth it.
    let is_temporary = |error: &&SendError| matches!(error, SendError::Temporary { .. });
    let errors: Vec<SendError> = answers.into_iter().filter_map(Result::err).collect();
    let worth_most = errors.iter().find(is_temporary).or(errors.first()).cloned();
    worth_most.map_or(Ok(()), Err)
}

fn authorized(
    channel: &AlertmanagerChannel,
    client: &Client,
    base: &Url,
    context: &Context,
    document: &Value,
) -> Result<RequestBuilder, SendError> {
    let request =
        client.post(format!("{}/api/v2/alerts", base.as_str().trim_end_matches('/'))).json(document);
    let password = channel.password.as_ref().map(|secret| secret.read(&context.folder)).transpose()?;
    Ok(match (&channel.username, &channel.token) {
        (Some(username), _) => request.basic_auth(username, password),
        (None, Some(token)) => request.bearer_auth(token.read(&context.folder)?),
        (None, None) => request,
    })
}

fn concealed(channel: &AlertmanagerChannel, context: &Context) -> Result<Concealed, SendError> {
    let secrets = channel.token.iter().chain(&channel.password);
    secrets
        .map(|secret| Ok(secret.read(&context.folder)?))
        .try_fold(Concealed::default(), |concealed, secret: Result<String, SendError>| {
            Ok(concealed.text(&secret?))
        })
}

/// `postableAlerts` of the API.
fn document(alerts: &[ListedAlert], context: &Context) -> Value {
    let alerts = alerts.iter().map(|alert| {
        let mut document = json!({
            "labels": alert.labels,
            "annotations": alert.annotations,
            "startsAt": alert.starts_at.to_string(),
            "endsAt": alert.ends_at(context).to_string(),
        });
        if let Some(url) = &alert.generator_url {
            document["generatorURL"] = url.as_str().into();
        }
        document
    });
    alerts.collect()
}
