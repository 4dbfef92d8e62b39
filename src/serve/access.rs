//! Who may send and who may read: the configuration's tokens and those that people made, known by their hashes.

use jiff::Timestamp;

use super::caller::Given;
use super::issued::Issued;
use super::refusal::Refusal;
use crate::config::{Config, Secret, SecretError};
use crate::token::{Scope, TokenHash};

/// Whose token is whose.
pub(crate) struct Access {
    stores: Vec<(TokenHash, String)>,
    anonymous: bool,
    metrics: Option<TokenHash>,
    pub(super) issued: Issued,
}

/// Who sent a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sender {
    /// Nobody asked for a token.
    Anonymous,
    Store(String),
    /// A token by its number, which may send for all stores.
    AnyStore(i64),
}

/// Why nobody is let in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AccessError {
    #[error("the token of {whose}: {error}")]
    Secret { whose: String, error: SecretError },
    #[error("the token of {0} is empty")]
    Empty(String),
    #[error("stores {0} and {1} have the same token")]
    Shared(String, String),
    #[error(
        "no store has a token, [serve] allow_anonymous is not set, without [project] url there are no links that \
         acknowledge, and nobody could sign in to look: nobody could do anything"
    )]
    Nobody,
}

impl Access {
    /// Reads every token that the configuration names, beside those that people made.
    ///
    /// `is_loopback` says whether it listens on the loopback interface alone, where dashboards are shown without a token.
    pub(crate) fn new(config: &Config, issued: Issued, is_loopback: bool) -> Result<Self, AccessError> {
        let read = |secret: &Secret, whose: String| match secret.read(&config.folder) {
            Ok(token) if token.trim().is_empty() => Err(AccessError::Empty(whose)),
            Ok(token) => Ok(TokenHash::of(&token)),
            Err(error) => Err(AccessError::Secret { whose, error }),
        };
        let mut stores: Vec<(TokenHash, String)> = Vec::new();
        for store in &config.stores {
            let Some(secret) = &store.token else { continue };
            let token = read(secret, format!("store {}", store.id))?;
            if let Some((_, other)) = stores.iter().find(|(known, _)| *known == token) {
                return Err(AccessError::Shared(other.clone(), store.id.clone()));
            }
            stores.push((token, store.id.clone()));
        }
        let anonymous = config.serve.allow_anonymous;
        // Links that acknowledge carry a token of their own.
        let acknowledges = config.project.url.is_some();
        let shows = is_loopback || issued.shows() || config.serve.viewer_header.is_some();
        if stores.is_empty() && !anonymous && !issued.sends() && !acknowledges && !shows {
            return Err(AccessError::Nobody);
        }
        let metrics = config.serve.metrics_token.as_ref();
        let metrics = metrics.map(|secret| read(secret, "[serve] metrics_token".into())).transpose()?;
        Ok(Self { stores, anonymous, metrics, issued })
    }

    /// Whether anybody may push anything.
    pub(crate) fn takes_pushes(&self) -> bool {
        self.anonymous || !self.stores.is_empty() || self.issued.sends()
    }

    /// Who sends this token. A wrong token is refused even where none is needed.
    pub(super) fn sender(&self, token: Option<&str>, now: Timestamp) -> Result<Sender, Refusal> {
        let Some(token) = token else {
            return if self.anonymous { Ok(Sender::Anonymous) } else { Err(Refusal::NoToken) };
        };
        let given = TokenHash::of(token);
        // Every token is looked at, so that the time taken says nothing about which one was near.
        let found = self
            .stores
            .iter()
            .fold(None, |found, (known, store)| if *known == given { Some(store) } else { found });
        if let Some(store) = found {
            return Ok(Sender::Store(store.clone()));
        }
        let issued = self.issued.find(given, now).ok_or(Refusal::UnknownToken)?;
        match (issued.scope, issued.store) {
            (Scope::Ingest, Some(store)) => Ok(Sender::Store(store)),
            (Scope::Ingest, None) => Ok(Sender::AnyStore(issued.id)),
            (Scope::View | Scope::Operate, _) => Err(Refusal::Scope("sending")),
        }
    }

    /// Whether this token may read the metrics.
    pub(super) fn may_read(&self, token: Given<'_>, now: Timestamp) -> Result<(), Refusal> {
        if self.metrics.is_none() && !self.issued.guards_view() {
            return Ok(());
        }
        let given = TokenHash::of(token?.ok_or(Refusal::NoToken)?);
        if self.metrics == Some(given) {
            return Ok(());
        }
        let issued = self.issued.find(given, now).ok_or(Refusal::UnknownToken)?;
        if issued.scope.may_view() { Ok(()) } else { Err(Refusal::Scope("reading")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;

    fn access(folder: &std::path::Path, toml: &str) -> Result<Access, String> {
        let text = format!("version = 1\n{toml}");
        let config = config::parse(&text, &folder.join("tillwatch.toml")).unwrap();
        Access::new(&config, Issued::default(), false).map_err(|e| e.to_string())
    }

    const TWO: &str = "[[stores]]\nid = \"1\"\nname = \"x\"\ntoken = \"file:one\"\n\
        [[stores]]\nid = \"2\"\nname = \"y\"\ntoken = \"file:two\"\n";

    fn folder(one: &str, two: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("one"), one).unwrap();
        std::fs::write(folder.path().join("two"), two).unwrap();
        folder
    }

    #[test]
    fn a_token_is_one_stores_and_a_wrong_one_is_nobodys() {
        let folder = folder("s3cret-1\n", "s3cret-2");
        let strict = access(folder.path(), TWO).unwrap();
        let who = |access: &Access, token: Option<&str>| access.sender(token, Timestamp::UNIX_EPOCH).ok();
        assert_eq!(who(&strict, Some("s3cret-1")), Some(Sender::Store("1".into())));
        assert_eq!(who(&strict, Some("s3cret-2")), Some(Sender::Store("2".into())));
        assert_eq!([Some("s3cret-"), Some(""), None].map(|token| who(&strict, token)), [None, None, None]);
        let open = access(folder.path(), &format!("{TWO}[serve]\nallow_anonymous = true")).unwrap();
        assert_eq!((who(&open, None), who(&open, Some("wrong"))), (Some(Sender::Anonymous), None));
    }

    #[test]
    fn a_receiver_that_lets_nobody_in_or_cannot_tell_stores_apart_is_refused() {
        let error = |one: &str, two: &str| access(folder(one, two).path(), TWO).err().unwrap();
        assert_eq!(error("x", "x"), "stores 1 and 2 have the same token");
        assert_eq!(error("x", " \n"), "the token of store 2 is empty");
        assert!(access(folder("x", "y").path(), "").err().unwrap().contains("allow_anonymous"));
    }

    #[test]
    fn without_tokens_it_lets_nobody_push_where_there_are_links_to_serve() {
        let links = access(folder("x", "y").path(), "[project]\nurl = \"https://x\"").unwrap();
        assert!(!links.takes_pushes());
        let is_sender = |token| links.sender(token, Timestamp::UNIX_EPOCH).is_ok();
        assert_eq!((is_sender(None), is_sender(Some("x"))), (false, false));
    }
}
