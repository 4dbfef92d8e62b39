//! `[channels.NAME.twilio_sms]` and `[channels.NAME.twilio_voice]`.

use serde::Deserialize;

use super::default_timeout;
use crate::config::bounds::at_least_one;
use crate::config::{HttpUrl, Secret};
use crate::time::Duration;

/// Text messages by Twilio.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TwilioSmsChannel {
    /// `AC…`, on the account's front page.
    pub account_sid: String,
    pub auth_token: Secret,
    /// The sender: a number, a name, or a messaging service (`MG…`).
    pub from: String,
    /// The text is cut to so many segments, each of which is paid for: 153 Latin characters, or 67 of others.
    #[serde(default = "default_segments", deserialize_with = "at_least_one")]
    #[schemars(range(min = 1))]
    pub segments: usize,
    /// The API, `https://api.twilio.com` where absent.
    pub base_url: Option<HttpUrl>,
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
}

/// Telephone calls by Twilio.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TwilioVoiceChannel {
    /// `AC…`, on the account's front page.
    pub account_sid: String,
    pub auth_token: Secret,
    /// The number that calls.
    pub from: String,
    /// In what language the text is spoken: `en-US`, `ru-RU`.
    #[serde(default = "default_language")]
    pub language: String,
    /// Who speaks: `Polly.Tatyana`; Twilio's default where absent.
    pub voice: Option<String>,
    /// How often the text is spoken.
    #[serde(default = "default_times", deserialize_with = "at_least_one")]
    #[schemars(range(min = 1))]
    pub times: u8,
    /// The API, `https://api.twilio.com` where absent.
    pub base_url: Option<HttpUrl>,
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
}

/// What every request to Twilio needs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TwilioAccount<'a> {
    pub sid: &'a str,
    pub auth_token: &'a Secret,
    pub base_url: Option<&'a HttpUrl>,
    pub timeout: Duration,
}

impl TwilioSmsChannel {
    pub(crate) fn account(&self) -> TwilioAccount<'_> {
        let Self { account_sid, auth_token, base_url, timeout, .. } = self;
        TwilioAccount { sid: account_sid, auth_token, base_url: base_url.as_ref(), timeout: *timeout }
    }
}

impl TwilioVoiceChannel {
    pub(crate) fn account(&self) -> TwilioAccount<'_> {
        let Self { account_sid, auth_token, base_url, timeout, .. } = self;
        TwilioAccount { sid: account_sid, auth_token, base_url: base_url.as_ref(), timeout: *timeout }
    }
}

fn default_segments() -> usize {
    3
}

fn default_language() -> String {
    "en-US".into()
}

fn default_times() -> u8 {
    2
}
