//! Who may write: per-store tokens, kept as hashes and compared in constant time.

use sha2::{Digest, Sha256};

use crate::config::{Config, Secret, SecretError};

type Hash = [u8; 32];

/// Whose token is whose.
#[derive(Clone)]
pub(crate) struct Access {
    stores: Vec<(Hash, String)>,
    anonymous: bool,
    metrics: Option<Hash>,
}

/// Who sent a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sender {
    /// Nobody asked for a token.
    Anonymous,
    Store(String),
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
        "no store has a token, [serve] allow_anonymous is not set, and without [project] url there are no links that \
         acknowledge: nobody could do anything"
    )]
    Nobody,
}

impl Access {
    /// Reads every token that the configuration names.
    pub(crate) fn new(config: &Config) -> Result<Self, AccessError> {
        let read = |secret: &Secret, whose: String| match secret.read(&config.folder) {
            Ok(token) if token.trim().is_empty() => Err(AccessError::Empty(whose)),
            Ok(token) => Ok(hash(&token)),
            Err(error) => Err(AccessError::Secret { whose, error }),
        };
        let mut stores: Vec<(Hash, String)> = Vec::new();
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
        if stores.is_empty() && !anonymous && config.project.url.is_none() {
            return Err(AccessError::Nobody);
        }
        let metrics = config.serve.metrics_token.as_ref();
        let metrics = metrics.map(|secret| read(secret, "[serve] metrics_token".into())).transpose()?;
        Ok(Self { stores, anonymous, metrics })
    }

    /// Whether anybody may push anything.
    pub(crate) fn takes_pushes(&self) -> bool {
        self.anonymous || !self.stores.is_empty()
    }

    /// Who sends this token; `None` where it must be refused. A wrong token is refused even where none is needed.
    pub(super) fn sender(&self, token: Option<&str>) -> Option<Sender> {
        let Some(token) = token else { return self.anonymous.then_some(Sender::Anonymous) };
        let given = hash(token);
        // Every token is looked at, so that the time taken says nothing about which one was near.
        let found = self.stores.iter().fold(
            None,
            |found, (known, store)| {
                if is_same(known, &given) { Some(store) } else { found }
            },
        );
        found.map(|store| Sender::Store(store.clone()))
    }

    /// Whether this token may read the metrics.
    pub(super) fn may_read(&self, token: Option<&str>) -> bool {
        self.metrics.is_none_or(|known| token.is_some_and(|token| is_same(&known, &hash(token))))
    }
}

fn hash(token: &str) -> Hash {
    Sha256::digest(token.as_bytes()).into()
}

/// Compares all bytes whatever they are.
fn is_same(one: &Hash, other: &Hash) -> bool {
    one.iter().zip(other).fold(0, |differing, (a, b)| differing | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;

    fn access(folder: &std::path::Path, toml: &str) -> Result<Access, String> {
        let text = format!("version = 1\n{toml}");
        Access::new(&config::parse(&text, &folder.join("tillwatch.toml")).unwrap()).map_err(|e| e.to_string())
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
        assert_eq!(strict.sender(Some("s3cret-1")), Some(Sender::Store("1".into())));
        assert_eq!(strict.sender(Some("s3cret-2")), Some(Sender::Store("2".into())));
        assert_eq!(
            (strict.sender(Some("s3cret-")), strict.sender(Some("")), strict.sender(None)),
            (None, None, None)
        );
        let open = access(folder.path(), &format!("{TWO}[serve]\nallow_anonymous = true")).unwrap();
        assert_eq!(open.sender(None), Some(Sender::Anonymous));
        assert_eq!(open.sender(Some("wrong")), None);
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
        assert_eq!((links.sender(None), links.sender(Some("x"))), (None, None));
    }
}
