//! A URL to post to. Webhooks often carry their key in it, so it may lie elsewhere, as a secret does.

use std::fmt;
use std::path::Path;

use reqwest::Url;
use serde::{Deserialize, Deserializer, de};

use crate::config::{HttpUrl, Secret, SecretError};

/// A URL, or the secret that holds it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Endpoint {
    Plain(HttpUrl),
    Secret(Secret),
}

/// Why a URL cannot be used. Names the place of a secret, never the secret.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EndpointError {
    #[error(transparent)]
    Secret(#[from] SecretError),
    #[error("{place} holds no URL: {reason}")]
    NoUrl { place: String, reason: String },
}

impl Endpoint {
    /// The URL, read if it lies elsewhere. `folder` is the configuration's.
    pub(crate) fn read(&self, folder: &Path) -> Result<Url, EndpointError> {
        match self {
            Self::Plain(url) => Ok(url.url().clone()),
            Self::Secret(secret) => secret_url(secret, folder),
        }
    }

    pub(crate) fn secret(&self) -> Option<&Secret> {
        if let Self::Secret(secret) = self { Some(secret) } else { None }
    }
}

/// The URL that a secret holds.
pub(crate) fn secret_url(secret: &Secret, folder: &Path) -> Result<Url, EndpointError> {
    let url = secret.read(folder)?.parse::<HttpUrl>();
    let url = url.map_err(|reason| EndpointError::NoUrl { place: format!("{secret:?}"), reason })?;
    Ok(url.url().clone())
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(url) => fmt::Debug::fmt(url, out),
            Self::Secret(secret) => fmt::Debug::fmt(secret, out),
        }
    }
}

impl<'de> Deserialize<'de> for Endpoint {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if text.starts_with("http:") || text.starts_with("https:") {
            return text.parse().map(Self::Plain).map_err(de::Error::custom);
        }
        let wrong = |_| "a URL begins with http:// or https://, or is a secret: env:NAME or file:PATH";
        Secret::parse(&text).map(Self::Secret).map_err(wrong).map_err(de::Error::custom)
    }
}

impl schemars::JsonSchema for Endpoint {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Endpoint".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A URL that begins with http:// or https://, or where it lies as a secret: env:NAME or file:PATH.",
            "pattern": "^(https?://|env:|file:|credential:).+$"
        })
    }
}
