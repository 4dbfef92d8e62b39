//! `[channels.NAME.slack]` and `[channels.NAME.slack_bot]`.

use serde::Deserialize;

use super::default_timeout;
use crate::config::{HttpUrl, Secret};
use crate::time::Duration;

/// A Slack incoming webhook.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SlackChannel {
    /// The webhook's address is itself the secret.
    pub url: Secret,
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
}

/// A Slack app with a bot token.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SlackBotChannel {
    /// The bot token: `xoxb-…`, with the scope `chat:write`.
    pub token: Secret,
    /// The id of the Slack channel; where absent, the address `slack` of the contact.
    pub channel: Option<String>,
    /// Whether an escalation shows in the channel, too, and not in the incident's thread alone.
    #[serde(default = "default_broadcast")]
    pub broadcast: bool,
    /// The Web API, `https://slack.com/api` where absent.
    pub base_url: Option<HttpUrl>,
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
}

fn default_broadcast() -> bool {
    true
}
