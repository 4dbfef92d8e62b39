//! `[channels.NAME.smtp]`.

use serde::Deserialize;

use crate::config::Secret;
use crate::time::Duration;

/// E-mail by SMTP.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SmtpChannel {
    pub host: String,
    #[serde(default = "default_port")]
    pub port: u16,
    #[serde(default)]
    pub tls: SmtpTls,
    /// The sender: `tillwatch <alerts@example.org>`.
    pub from: String,
    pub username: Option<String>,
    pub password: Option<Secret>,
    /// For a whole mail.
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

fn default_timeout() -> Duration {
    Duration::from_secs(30)
}

fn default_port() -> u16 {
    587
}
