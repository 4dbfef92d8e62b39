//! Where a `[[ship]]` sends, once its keys are known to fit together.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::{Secret, ShipConfig};

/// What kind of receiver an entry sends to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ReceiverKind {
    /// A `POST /api/monitoring/logs`.
    #[default]
    Monitoring,
    /// Another tillwatch: the same, in larger batches.
    Tillwatch,
    Loki,
    #[serde(alias = "opensearch")]
    Elasticsearch,
    /// The own logs database.
    Own,
    File,
    Stdout,
}

/// How bodies are compressed on their way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Compress {
    #[default]
    None,
    Gzip,
}

/// A receiver with all that its kind needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ShipReceiver<'c> {
    Monitoring(&'c str),
    Tillwatch(&'c str),
    Loki { url: &'c str, labels: &'c BTreeMap<String, String>, tenant: Option<&'c str>, by_level: bool },
    Elasticsearch { url: &'c str, index: &'c str },
    Own,
    File(&'c Path),
    Stdout,
}

/// How an entry proves who it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ShipCredentials<'c> {
    Bearer(&'c Secret),
    Basic { username: &'c str, password: &'c Secret },
    ApiKey(&'c Secret),
}

impl ReceiverKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Monitoring => "monitoring",
            Self::Tillwatch => "tillwatch",
            Self::Loki => "loki",
            Self::Elasticsearch => "elasticsearch",
            Self::Own => "own",
            Self::File => "file",
            Self::Stdout => "stdout",
        }
    }

    const fn is_http(self) -> bool {
        !matches!(self, Self::Own | Self::File | Self::Stdout)
    }
}

impl ShipConfig {
    /// Where it sends. The error names the key.
    pub(crate) fn receiver(&self) -> Result<ShipReceiver<'_>, String> {
        self.refuse_strangers()?;
        Ok(match self.kind {
            ReceiverKind::Monitoring => ShipReceiver::Monitoring(self.address()?),
            ReceiverKind::Tillwatch => ShipReceiver::Tillwatch(self.address()?),
            ReceiverKind::Loki => {
                if self.labels.is_empty() && self.store.is_none() {
                    return Err("Loki takes no line without a label: set labels or store".into());
                }
                if let Some(name) = self.labels.keys().find(|name| !is_label(name)) {
                    return Err(format!(
                        "labels: {name:?} is no label: letters, digits and _, no digit in front"
                    ));
                }
                let (url, tenant) = (self.address()?, self.tenant.as_deref());
                ShipReceiver::Loki { url, labels: &self.labels, tenant, by_level: self.level_label }
            }
            ReceiverKind::Elasticsearch => {
                let index = self.index.as_deref().ok_or("kind elasticsearch needs an index")?;
                if !is_index(index) {
                    return Err(format!(
                        "{index:?} is no index: lower case, without spaces and any of \\/*?\"<>|,#"
                    ));
                }
                ShipReceiver::Elasticsearch { url: self.address()?, index }
            }
            ReceiverKind::Own => ShipReceiver::Own,
            ReceiverKind::File => ShipReceiver::File(self.path.as_deref().ok_or("kind file needs a path")?),
            ReceiverKind::Stdout => ShipReceiver::Stdout,
        })
    }

    /// How it proves who it is, in one way at most.
    pub(crate) fn credentials(&self) -> Result<Option<ShipCredentials<'_>>, String> {
        match (&self.token, &self.username, &self.password, &self.api_key) {
            (None, None, None, None) => Ok(None),
            (Some(token), None, None, None) => Ok(Some(ShipCredentials::Bearer(token))),
            (None, None, None, Some(key)) => Ok(Some(ShipCredentials::ApiKey(key))),
            (None, Some(username), Some(password), None) => {
                Ok(Some(ShipCredentials::Basic { username, password }))
            }
            _ => Err("set one of token, api_key, or username and password".into()),
        }
    }

    /// Its secrets, each with the key under which it stands.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = (&'static str, &Secret)> {
        let all = [
            ("token", &self.token),
            ("password", &self.password),
            ("api_key", &self.api_key),
            ("hash_key", &self.hash_key),
        ];
        all.into_iter().filter_map(|(key, secret)| Some((key, secret.as_ref()?)))
    }

    /// The base address; its credentials, if it has some, are never shown.
    fn address(&self) -> Result<&str, String> {
        let kind = self.kind.name();
        let url = self.url.as_deref().ok_or_else(|| format!("kind {kind} needs a url"))?;
        let parsed = reqwest::Url::parse(url).map_err(|error| format!("url: this is no URL: {error}"))?;
        if matches!(parsed.scheme(), "http" | "https") {
            Ok(url)
        } else {
            Err("url begins with neither http:// nor https://".into())
        }
    }

    /// A key that its kind has no use for was meant for another.
    fn refuse_strangers(&self) -> Result<(), String> {
        let (kind, http) = (self.kind, self.kind.is_http());
        let loki = kind == ReceiverKind::Loki;
        let keys = [
            ("url", self.url.is_some(), http),
            ("token", self.token.is_some(), http),
            ("username", self.username.is_some(), http),
            ("password", self.password.is_some(), http),
            ("api_key", self.api_key.is_some(), kind == ReceiverKind::Elasticsearch),
            ("ca_file", self.ca_file.is_some(), http),
            ("compress", self.compress != Compress::None, http),
            ("rate", self.rate.is_some(), http),
            ("labels", !self.labels.is_empty(), loki),
            ("level_label", self.level_label, loki),
            ("tenant", self.tenant.is_some(), loki),
            ("index", self.index.is_some(), kind == ReceiverKind::Elasticsearch),
            ("path", self.path.is_some(), kind == ReceiverKind::File),
        ];
        match keys.into_iter().find(|(_, is_set, fits)| *is_set && !fits) {
            Some((key, ..)) => Err(format!("{key} is of no use to a receiver of the kind {}", kind.name())),
            None => Ok(()),
        }
    }
}

fn is_label(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
        && letters.all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn is_index(name: &str) -> bool {
    let wrong = |c: char| c.is_whitespace() || c.is_uppercase() || "\\/*?\"<>|,#".contains(c);
    !name.is_empty() && !name.starts_with(['-', '_', '+', '.']) && !name.contains(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receiver(text: &str) -> String {
        let text = format!("name = \"app\"\npaths = []\n{text}");
        let entry: ShipConfig = toml::from_str(&text).unwrap();
        let checked =
            entry.credentials().and_then(|_| entry.receiver().map(|receiver| format!("{receiver:?}")));
        checked.unwrap_or_else(|error| error)
    }

    #[rstest::rstest]
    #[case("url = \"http://m:8086\"", "Monitoring(\"http://m:8086\")")]
    #[case("kind = \"tillwatch\"\nurl = \"https://m\"", "Tillwatch(\"https://m\")")]
    #[case(
        "kind = \"opensearch\"\nurl = \"https://m\"\nindex = \"logs-shop\"",
        "Elasticsearch { url: \"https://m\", index: \"logs-shop\" }"
    )]
    #[case("kind = \"file\"\npath = \"x.jsonl\"", "File(\"x.jsonl\")")]
    #[case("", "kind monitoring needs a url")]
    #[case("url = \"\"", "url: this is no URL: relative URL without a base")]
    #[case("url = \"ftp://m\"", "url begins with neither http:// nor https://")]
    #[case("url = \"http://m\"\nindex = \"x\"", "index is of no use to a receiver of the kind monitoring")]
    #[case("kind = \"own\"\nrate = \"1 MiB/s\"", "rate is of no use to a receiver of the kind own")]
    #[case("kind = \"loki\"\nurl = \"http://m\"", "Loki takes no line without a label: set labels or store")]
    #[case(
        "kind = \"loki\"\nurl = \"http://m\"\nlabels = { \"a-b\" = \"1\" }",
        "labels: \"a-b\" is no label: letters, digits and _, no digit in front"
    )]
    #[case(
        "kind = \"elasticsearch\"\nurl = \"http://m\"\nindex = \"Logs\"",
        "\"Logs\" is no index: lower case, without spaces and any of \\/*?\"<>|,#"
    )]
    #[case("kind = \"file\"", "kind file needs a path")]
    #[case(
        "url = \"http://m\"\ntoken = \"env:A\"\nusername = \"u\"",
        "set one of token, api_key, or username and password"
    )]
    #[case("url = \"http://m\"\nusername = \"u\"", "set one of token, api_key, or username and password")]
    fn keys_fit_their_receiver_or_are_named(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(receiver(text), expected);
    }
}
