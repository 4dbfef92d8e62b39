//! The ways of telling somebody: one file each, and the arms here.

mod alert_list;
pub(crate) mod alertmanager;
mod alertmanager_webhook;
#[cfg(test)]
mod contract;
mod cut;
mod exec;
mod http;
mod pagerduty;
pub(crate) mod slack;
mod slack_blocks;
pub(crate) mod slack_bot;
pub(crate) mod slack_summary;
pub(crate) mod smtp;
mod twilio;
mod twilio_sms;
mod twilio_voice;
mod webhook;

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};

use super::message::Message;
use crate::config::{Channel, EndpointError, SecretError};
use crate::net::NetError;
use crate::time::Duration;

/// Why an attempt failed. No text of it may carry a secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SendError {
    /// Trying again would fail again.
    #[error("{0}")]
    Permanent(String),
    #[error("{reason}")]
    Temporary { reason: String, retry_after: Option<SignedDuration> },
}

impl SendError {
    pub(crate) fn temporary(reason: impl Into<String>) -> Self {
        Self::Temporary { reason: reason.into(), retry_after: None }
    }
}

impl From<SecretError> for SendError {
    /// A secret that is missing now may be there at the next attempt.
    fn from(error: SecretError) -> Self {
        Self::temporary(error.to_string())
    }
}

impl From<NetError> for SendError {
    fn from(error: NetError) -> Self {
        Self::temporary(error.to_string())
    }
}

impl From<EndpointError> for SendError {
    fn from(error: EndpointError) -> Self {
        Self::temporary(error.to_string())
    }
}

/// What every channel may want to know.
#[derive(Clone, Debug)]
pub(crate) struct Context {
    /// The configuration's folder, for secret files.
    pub folder: PathBuf,
    pub now: Timestamp,
    /// How often alerts are evaluated.
    pub interval: Duration,
}

/// A message that was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sent {
    /// What later messages about the same subject refer to.
    pub receipt: Option<String>,
}

/// The longest attempt. What takes longer may be taken over by another run, and sent twice.
pub(crate) const LONGEST: Duration = Duration::from_secs(60);

/// Sends one message.
pub(super) async fn send(channel: &Channel, message: &Message, context: &Context) -> Result<Sent, SendError> {
    tokio::time::timeout(LONGEST.std(), attempt(channel, message, context))
        .await
        .unwrap_or_else(|_| Err(SendError::temporary(format!("stopped after {LONGEST}"))))
}

async fn attempt(channel: &Channel, message: &Message, context: &Context) -> Result<Sent, SendError> {
    match channel {
        Channel::Smtp(smtp) => smtp::tell(smtp, message, context).await,
        Channel::Slack(slack) => slack::send(slack, message, context).await,
        Channel::SlackBot(bot) => slack_bot::send(bot, message, context).await,
        Channel::Pagerduty(pagerduty) => pagerduty::send(pagerduty, message, context).await,
        Channel::TwilioSms(sms) => twilio_sms::send(sms, message, context).await,
        Channel::TwilioVoice(voice) => twilio_voice::send(voice, message, context).await,
        Channel::Alertmanager(alertmanager) => alertmanager::send(alertmanager, message, context).await,
        Channel::AlertmanagerWebhook(hook) => alertmanager_webhook::send(hook, message, context).await,
        Channel::Webhook(webhook) => webhook::send(webhook, message, context).await,
        Channel::Exec(exec) => exec::send(exec, message, context).await,
    }
}
