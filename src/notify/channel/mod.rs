//! The ways of telling somebody: one file each, and the arms here.

mod slack;
pub(crate) mod smtp;
mod webhook;

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};

use super::message::Message;
use crate::config::{Channel, SecretError};
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

impl Channel {
    /// Which address of a contact this channel writes to; `None` where it has one destination of its own.
    pub(crate) fn address_kind(&self) -> Option<&str> {
        match self {
            Self::Smtp(_) => Some("email"),
            Self::Slack(_) => None,
            Self::Webhook(webhook) => Some(&webhook.address),
        }
    }
}

/// What every channel may want to know.
#[derive(Clone, Debug)]
pub(super) struct Context {
    /// The configuration's folder, for secret files.
    pub folder: PathBuf,
    pub now: Timestamp,
    /// How often alerts are evaluated.
    #[expect(dead_code, reason = "for receivers that forget alerts which are not sent again")]
    pub interval: Duration,
}

/// A message that was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sent {
    /// What later messages about the same subject refer to.
    pub receipt: Option<String>,
}

/// Sends one message.
pub(super) async fn send(channel: &Channel, message: &Message, context: &Context) -> Result<Sent, SendError> {
    let folder = &context.folder;
    match channel {
        Channel::Smtp(smtp) => smtp::send(smtp, &smtp::alert_mail(message), folder).await,
        Channel::Slack(slack) => slack::send(slack, message, folder).await,
        Channel::Webhook(webhook) => webhook::send(webhook, message, folder).await,
    }?;
    Ok(Sent::default())
}

/// What an HTTP answer means: 2xx is done; 408, 429 and 5xx are worth another attempt, `Retry-After` honoured.
async fn judge(response: reqwest::Response) -> Result<(), SendError> {
    let status = response.status();
    if status.is_success() {
        return Ok(());
    }
    let header = response.headers().get(reqwest::header::RETRY_AFTER).and_then(|value| value.to_str().ok());
    let retry_after = header.and_then(|seconds| seconds.trim().parse().ok()).map(SignedDuration::from_secs);
    let said = response.text().await.unwrap_or_default();
    let first: String = said.lines().next().unwrap_or_default().chars().take(200).collect();
    let reason = format!("answered {status} {first}").trim_end().to_owned();
    if status.is_server_error() || matches!(status.as_u16(), 408 | 429) {
        Err(SendError::Temporary { reason, retry_after })
    } else {
        Err(SendError::Permanent(reason))
    }
}
