//! `[channels.NAME]` and `[actions.NAME]`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Secret;
use crate::time::Duration;

/// How somebody is told: `[channels.email.smtp]`, `[channels.ops.slack]`, `[channels.sms.webhook]`.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Channel {
    /// E-mail.
    Smtp(SmtpChannel),
    /// A Slack incoming webhook.
    Slack(SlackChannel),
    /// A JSON document by POST: SMS and phone gateways, chat bots.
    Webhook(WebhookChannel),
}

/// E-mail by SMTP.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SmtpChannel {
    pub host: String,
    #[serde(default = "default_smtp_port")]
    pub port: u16,
    #[serde(default)]
    pub tls: SmtpTls,
    /// The sender: `tillwatch <alerts@example.org>`.
    pub from: String,
    pub username: Option<String>,
    pub password: Option<Secret>,
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
}

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum SmtpTls {
    /// Plain, then STARTTLS, which must succeed.
    #[default]
    Starttls,
    /// TLS from the first byte.
    Tls,
    /// No protection: for a relay on this machine.
    None,
}

/// A Slack incoming webhook.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SlackChannel {
    /// The webhook's address is itself the secret.
    pub url: Secret,
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
}

/// A JSON document by POST.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WebhookChannel {
    pub url: String,
    /// Sent as `Authorization: Bearer …`.
    pub token: Option<Secret>,
    /// Which address of a contact goes into the document: `phone`, `email`, or one of your own.
    #[serde(default = "default_address")]
    pub address: String,
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
}

fn default_smtp_port() -> u16 {
    587
}

fn default_address() -> String {
    "phone".into()
}

fn default_timeout() -> Duration {
    Duration::from_secs(10)
}

/// A command that rules may name. It runs without a shell.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Action {
    /// Program and arguments; labels are given as environment variables `TILLWATCH_LABEL_…`.
    pub command: Vec<String>,
    #[serde(default = "default_action_timeout")]
    pub timeout: Duration,
    /// At most one run in this time, however many alerts ask for it.
    #[serde(default = "default_max_per")]
    pub max_per: Duration,
}

fn default_action_timeout() -> Duration {
    Duration::from_secs(60)
}

fn default_max_per() -> Duration {
    Duration::from_secs(15 * 60)
}
