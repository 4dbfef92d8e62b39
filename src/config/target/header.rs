//! Headers that a probe sends: plain text, or a secret named where it lies.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

use http::{HeaderName, HeaderValue};
use serde::{Deserialize, Deserializer, de};

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

/// Why a header cannot be sent. Names the place of a secret, never the secret.
#[derive(Debug, thiserror::Error)]
pub(crate) enum HeaderError {
    #[error(transparent)]
    Secret(#[from] SecretError),
    #[error("{0} holds what no header can carry")]
    Unfit(String),
}

impl HeaderText {
    /// The value, read if it lies elsewhere and then marked as a secret. `folder` is the configuration's.
    pub(crate) fn read(&self, folder: &Path) -> Result<HeaderValue, HeaderError> {
        match self {
            Self::Plain(value) => Ok(value.clone()),
            Self::Secret(secret) => {
                let unfit = |_| HeaderError::Unfit(format!("{secret:?}"));
                let mut value = HeaderValue::from_str(&secret.read(folder)?).map_err(unfit)?;
                value.set_sensitive(true);
                Ok(value)
            }
        }
    }
}

impl FromStr for HeaderText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if ["env:", "file:", "credential:"].iter().any(|scheme| text.starts_with(scheme)) {
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
