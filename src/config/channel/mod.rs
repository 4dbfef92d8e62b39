//! `[channels.NAME.KIND]`: how somebody is told. A file a kind.

mod alertmanager;
mod endpoint;
mod exec;
mod pagerduty;
mod slack;
mod smtp;
mod twilio;
mod webhook;

use serde::{Deserialize, Deserializer, de};

use super::Secret;
use crate::time::Duration;

pub(crate) use alertmanager::{AlertmanagerChannel, AlertmanagerWebhookChannel};
pub(crate) use endpoint::{Endpoint, EndpointError, secret_url};
pub(crate) use exec::ExecChannel;
pub(crate) use pagerduty::{PagerdutyChannel, PagerdutySeverity};
pub(crate) use slack::{SlackBotChannel, SlackChannel};
pub(crate) use smtp::{SmtpChannel, SmtpTls};
pub(crate) use twilio::{TwilioAccount, TwilioSmsChannel, TwilioVoiceChannel};
pub(crate) use webhook::WebhookChannel;

/// How somebody is told: `[channels.email.smtp]`, `[channels.ops.slack]`, `[channels.sms.webhook]`.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Channel {
    /// E-mail.
    Smtp(SmtpChannel),
    /// A Slack incoming webhook.
    Slack(SlackChannel),
    /// A Slack app with a bot token: one message an incident, kept up to date.
    SlackBot(SlackBotChannel),
    /// `PagerDuty` Events API v2.
    Pagerduty(PagerdutyChannel),
    /// Text messages by Twilio.
    TwilioSms(TwilioSmsChannel),
    /// Telephone calls by Twilio.
    TwilioVoice(TwilioVoiceChannel),
    /// Alerts for a Prometheus Alertmanager, by its API v2.
    Alertmanager(AlertmanagerChannel),
    /// The document that an Alertmanager posts to its webhooks, version 4.
    AlertmanagerWebhook(AlertmanagerWebhookChannel),
    /// A JSON document by POST: SMS and phone gateways, chat bots.
    Webhook(WebhookChannel),
    /// A program with a JSON document on its standard input.
    Exec(ExecChannel),
}

impl Channel {
    /// The name of the kind, as the configuration writes it.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Smtp(_) => "smtp",
            Self::Slack(_) => "slack",
            Self::SlackBot(_) => "slack_bot",
            Self::Pagerduty(_) => "pagerduty",
            Self::TwilioSms(_) => "twilio_sms",
            Self::TwilioVoice(_) => "twilio_voice",
            Self::Alertmanager(_) => "alertmanager",
            Self::AlertmanagerWebhook(_) => "alertmanager_webhook",
            Self::Webhook(_) => "webhook",
            Self::Exec(_) => "exec",
        }
    }

    /// Which address of a contact this channel writes to; `None` where it has one destination of its own.
    pub(crate) fn address_kind(&self) -> Option<&str> {
        match self {
            Self::Smtp(_) => Some("email"),
            Self::SlackBot(bot) => bot.channel.is_none().then_some("slack"),
            Self::TwilioSms(_) | Self::TwilioVoice(_) => Some("phone"),
            Self::Webhook(webhook) => Some(&webhook.address),
            Self::Exec(exec) => exec.address.as_deref(),
            Self::Slack(_) | Self::Pagerduty(_) | Self::Alertmanager(_) | Self::AlertmanagerWebhook(_) => {
                None
            }
        }
    }

    /// The address kind, if the configuration may name any.
    pub(crate) fn named_address(&self) -> Option<&str> {
        match self {
            Self::Webhook(webhook) => Some(&webhook.address),
            Self::Exec(exec) => exec.address.as_deref(),
            _ => None,
        }
    }

    /// For how long one attempt may take.
    pub(crate) const fn timeout(&self) -> Duration {
        match self {
            Self::Smtp(smtp) => smtp.timeout,
            Self::Slack(slack) => slack.timeout,
            Self::SlackBot(bot) => bot.timeout,
            Self::Pagerduty(pagerduty) => pagerduty.timeout,
            Self::TwilioSms(sms) => sms.timeout,
            Self::TwilioVoice(voice) => voice.timeout,
            Self::Alertmanager(alertmanager) => alertmanager.timeout,
            Self::AlertmanagerWebhook(hook) => hook.timeout,
            Self::Webhook(hook) => hook.timeout,
            Self::Exec(exec) => exec.timeout,
        }
    }

    /// Whether it shows an incident as one thing that changes, who has acknowledged it included.
    pub(crate) const fn keeps_one_message(&self) -> bool {
        matches!(self, Self::SlackBot(_) | Self::Pagerduty(_))
    }

    /// Whether a program reads it that keeps one thing for each incident: several must never be told as one.
    pub(crate) const fn is_read_by_programs(&self) -> bool {
        matches!(self, Self::Pagerduty(_) | Self::Alertmanager(_) | Self::AlertmanagerWebhook(_))
    }

    /// Its secrets, each with the key under which it stands.
    pub(crate) fn secrets(&self) -> Vec<(&'static str, &Secret)> {
        let all = match self {
            Self::Smtp(smtp) => vec![("password", smtp.password.as_ref())],
            Self::Slack(slack) => vec![("url", Some(&slack.url))],
            Self::SlackBot(bot) => vec![("token", Some(&bot.token))],
            Self::Pagerduty(pagerduty) => vec![("routing_key", Some(&pagerduty.routing_key))],
            Self::TwilioSms(sms) => vec![("auth_token", Some(&sms.auth_token))],
            Self::TwilioVoice(voice) => vec![("auth_token", Some(&voice.auth_token))],
            Self::Alertmanager(alertmanager) => {
                vec![("token", alertmanager.token.as_ref()), ("password", alertmanager.password.as_ref())]
            }
            Self::AlertmanagerWebhook(hook) => {
                vec![("url", hook.url.secret()), ("token", hook.token.as_ref())]
            }
            Self::Webhook(hook) => vec![("url", hook.url.secret()), ("token", hook.token.as_ref())],
            Self::Exec(_) => Vec::new(),
        };
        all.into_iter().filter_map(|(key, secret)| Some((key, secret?))).collect()
    }
}

fn default_timeout() -> Duration {
    Duration::from_secs(10)
}

/// A list that holds something.
fn nonempty<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    let all = Vec::deserialize(from)?;
    if all.is_empty() { Err(de::Error::custom("this list needs at least one entry")) } else { Ok(all) }
}
