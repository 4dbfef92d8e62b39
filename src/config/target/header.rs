//! Headers that a probe sends: plain text, or a secret named where it lies.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

use http::{HeaderName, HeaderValue};
use serde::{Deserialize as _, Deserializer, de};

use crate::config::{Secret, SecretError};

/// Headers whose value is a secret whatever it looks like.
const SENSITIVE: [&str; 4] = ["authorization", "cookie", "proxy-authorization", "x-api-key"];

/// The name of a header, in any case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeaderKey(pub HeaderName);

/// What a header is sent with.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum HeaderText {
    Plain(HeaderValue),
    Secret(Secret),
}

impl HeaderText {
    /// The value, read if it lies elsewhere; `folder` is the configuration's. A secret that is no header is refused
    /// without being shown.
    pub(crate) fn read(&self, folder: &Path) -> Result<HeaderValue, SecretError> {
        match self {
            Self::Plain(value) => Ok(value.clone()),
            Self::Secret(secret) => {
                let text = secret.read(folder)?;
                let reason = || "holds what no header can carry".to_owned();
                let mut value = HeaderValue::from_str(&text)
                    .map_err(|_| SecretError::File { path: format!("{secret:?}"), reason: reason() })?;
                value.set_sensitive(true);
                Ok(value)
            }
        }
    }
}

impl FromStr for HeaderText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.starts_with("env:") || text.starts_with("file:") {
            let text = de::value::StrDeserializer::<de::value::Error>::new(text);
            return Secret::deserialize(text).map(Self::Secret).map_err(|error| error.to_string());
        }
        HeaderValue::from_str(text)
            .map(Self::Plain)
            .map_err(|_| "a header's value is one line of printable characters".to_owned())
    }
}

impl fmt::Debug for HeaderText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(_) => out.write_str("…"),
            Self::Secret(secret) => fmt::Debug::fmt(secret, out),
        }
    }
}

super::text::written_as_text!(
    HeaderText,
    "HeaderText",
    "A header's value, or a secret: env:NAME or file:PATH."
);

impl FromStr for HeaderKey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        HeaderName::from_str(text).map(Self).map_err(|_| format!("{text:?} is no header's name"))
    }
}

impl Ord for HeaderKey {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.as_str().cmp(other.0.as_str())
    }
}

impl PartialOrd for HeaderKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

super::text::written_as_text!(HeaderKey, "HeaderKey", "The name of a header.");

/// A map of headers in which no secret stands in the clear.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<BTreeMap<HeaderKey, HeaderText>, D::Error> {
    let headers = BTreeMap::deserialize(from)?;
    refuse_clear_secrets(&headers).map_err(de::Error::custom)?;
    Ok(headers)
}

/// Fails if a header that is always a secret has its value in the clear.
pub(crate) fn refuse_clear_secrets(headers: &BTreeMap<HeaderKey, HeaderText>) -> Result<(), String> {
    let clear = headers
        .iter()
        .find(|(name, text)| SENSITIVE.contains(&name.0.as_str()) && matches!(text, HeaderText::Plain(_)));
    clear.map_or(Ok(()), |(name, _)| {
        Err(format!("header {} is a secret: write env:NAME or file:PATH, never in the clear", name.0))
    })
}
