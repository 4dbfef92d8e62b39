//! Links that acknowledge: an incident, a person and an expiry, signed so that nobody can make or change one.
//!
//! A token is base64url of a version, the incident's number, the expiry in seconds since 1970 (both big-endian, 64 bits),
//! the person, and HMAC-SHA256 over all of that. The key is this database's own, made when the first link is.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use ring::hmac;
use ring::rand::{SecureRandom as _, SystemRandom};

use super::{Stories, statements};
use crate::db::{DbError, Session, Value};
use crate::notify::OutboxRow;

const VERSION: u8 = 1;
const TAG: usize = 32;

/// What a link stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AckLink {
    pub incident: i64,
    /// Whom it was sent to; empty where that is a channel and not a person.
    pub person: String,
    pub expires: Timestamp,
}

/// Why a link is not honoured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum LinkError {
    #[error("this link is not one of ours")]
    Forged,
    #[error("this link has expired")]
    Expired,
}

/// Signs links.
pub(crate) struct LinkKey(hmac::Key);

impl LinkKey {
    /// This database's key, made if there is none yet.
    pub(super) fn make(session: &mut dyn Session) -> Result<Self, DbError> {
        if let Some(key) = Self::find(session)? {
            return Ok(key);
        }
        let mut bytes = [0; TAG];
        let refused = |_| DbError::Refused("this machine gives no random numbers".into());
        SystemRandom::new().fill(&mut bytes).map_err(refused)?;
        session.execute(&statements::MAKE_KEY, &[Value::Bytes(bytes.to_vec())])?;
        Ok(Self::new(&bytes))
    }

    /// This database's key; `None` while no link was ever made.
    pub(crate) fn find(session: &mut dyn Session) -> Result<Option<Self>, DbError> {
        let found = session.first(&statements::KEY, &[], |row| row.get(0))?;
        Ok(if let Some(Value::Bytes(bytes)) = found { Some(Self::new(&bytes)) } else { None })
    }

    fn new(bytes: &[u8]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, bytes))
    }

    /// The token of a link.
    pub(crate) fn sign(&self, link: &AckLink) -> String {
        let mut bytes = vec![VERSION];
        bytes.extend(link.incident.to_be_bytes());
        bytes.extend(link.expires.as_second().to_be_bytes());
        bytes.extend(link.person.as_bytes());
        let tag = hmac::sign(&self.0, &bytes);
        bytes.extend(tag.as_ref());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The link of a token, if it is ours and holds at `now`. Signatures are compared in constant time.
    pub(crate) fn read(&self, token: &str, now: Timestamp) -> Result<AckLink, LinkError> {
        let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| LinkError::Forged)?;
        let (signed, tag) =
            bytes.len().checked_sub(TAG).map(|end| bytes.split_at(end)).ok_or(LinkError::Forged)?;
        hmac::verify(&self.0, signed, tag).map_err(|_| LinkError::Forged)?;
        let link = parse(signed).ok_or(LinkError::Forged)?;
        if link.expires <= now { Err(LinkError::Expired) } else { Ok(link) }
    }
}

impl Stories<'_> {
    /// Where one click acknowledges; only in what may be heard of for the first time, and only where the receiver's
    /// address is known.
    pub(super) fn ack_url(
        &self,
        session: &mut dyn Session,
        row: &OutboxRow,
        incident: i64,
    ) -> Result<Option<String>, DbError> {
        let config = self.desk.router.config;
        let Some(base) = config.project.url.as_deref().filter(|_| row.kind.is_opening()) else {
            return Ok(None);
        };
        let is_to_people =
            config.channels.get(&row.channel).is_some_and(|channel| channel.address_kind().is_some());
        let link = AckLink {
            incident,
            person: if is_to_people { row.person.clone() } else { String::new() },
            expires: self.now.saturating_add(config.serve.ack_link_for.signed()).unwrap_or(self.now),
        };
        let token = LinkKey::make(session)?.sign(&link);
        Ok(Some(format!("{}/ack/{token}", base.trim_end_matches('/'))))
    }
}

fn parse(signed: &[u8]) -> Option<AckLink> {
    let (&version, rest) = signed.split_first()?;
    let (incident, rest) = rest.split_first_chunk()?;
    let (expires, person) = rest.split_first_chunk()?;
    let link = AckLink {
        incident: i64::from_be_bytes(*incident),
        person: String::from_utf8(person.to_vec()).ok()?,
        expires: Timestamp::from_second(i64::from_be_bytes(*expires)).ok()?,
    };
    (version == VERSION).then_some(link)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Database;

    fn link() -> AckLink {
        AckLink { incident: 12, person: "иван".into(), expires: "2025-10-31T10:00:00Z".parse().unwrap() }
    }

    const BEFORE: Timestamp = Timestamp::constant(1_761_300_000, 0);

    #[test]
    fn a_link_survives_its_token_until_it_expires() {
        let key = LinkKey::new(b"key");
        let token = key.sign(&link());
        assert_eq!(key.read(&token, BEFORE), Ok(link()));
        assert_eq!(key.read(&token, link().expires), Err(LinkError::Expired));
    }

    #[test]
    fn no_character_of_a_token_can_be_changed_added_or_left_out() {
        let (key, token) = (LinkKey::new(b"key"), LinkKey::new(b"key").sign(&link()));
        for at in 0..token.len() {
            let other = if token.as_bytes()[at] == b'A' { "B" } else { "A" };
            let changed = format!("{}{other}{}", &token[..at], &token[at + 1..]);
            assert_eq!(key.read(&changed, BEFORE), Err(LinkError::Forged), "{at}");
            assert_eq!(key.read(&token[..at], BEFORE), Err(LinkError::Forged), "{at}");
        }
        for other in [format!("{token}A"), format!("{token}="), "../..".into(), String::new()] {
            assert_eq!(key.read(&other, BEFORE), Err(LinkError::Forged), "{other}");
        }
        assert_eq!(LinkKey::new(b"other").read(&token, BEFORE), Err(LinkError::Forged));
    }

    #[test]
    fn the_key_is_made_once_and_no_two_databases_share_one() {
        let token = |folder: &tempfile::TempDir| {
            let database = Database::open(&folder.path().join("own.db")).unwrap();
            assert!(database.read(LinkKey::find).unwrap().is_none() || folder.path().join("again").exists());
            std::fs::write(folder.path().join("again"), "").unwrap();
            database.write(|session| Ok(LinkKey::make(session)?.sign(&link()))).unwrap()
        };
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let first = token(&one);
        assert_eq!(first, token(&one));
        assert_ne!(first, token(&other));
    }
}
