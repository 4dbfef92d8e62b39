//! Sessions: a cookie that says by which token somebody has signed in, and until when, signed so that nobody can make or
//! change one. The token itself is not in it, and a session ends with its token.
//!
//! A session is base64url of a version, the token's number, the expiry in milliseconds since 1970 (both big-endian,
//! 64 bits), and HMAC-SHA256 over all of that. The key is this database's own.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use ring::hmac;
use ring::rand::{SecureRandom as _, SystemRandom};

use crate::db::{Database, DbError, Value};
use crate::serve::statements::{MAKE_SESSION_KEY, SESSION_KEY};

const VERSION: u8 = 1;
const TAG: usize = 32;

/// Who has signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Session {
    pub token: i64,
    pub expires: Timestamp,
}

/// Signs sessions, and what their forms must send back.
pub(crate) struct SessionKey(hmac::Key);

impl SessionKey {
    /// This database's key, made if there is none yet.
    pub(crate) fn of(database: &Database) -> Result<Self, DbError> {
        database.write(|session| {
            let find =
                |session: &mut dyn crate::db::Session| session.first(&SESSION_KEY, &[], |row| row.get(0));
            if let Some(Value::Bytes(bytes)) = find(session)? {
                return Ok(Self::new(&bytes));
            }
            let mut bytes = [0; TAG];
            let refused = |_| DbError::Refused("this machine gives no random numbers".into());
            SystemRandom::new().fill(&mut bytes).map_err(refused)?;
            session.execute(&MAKE_SESSION_KEY, &[Value::Bytes(bytes.to_vec())])?;
            Ok(Self::new(&bytes))
        })
    }

    fn new(bytes: &[u8]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, bytes))
    }

    /// The value of the cookie.
    pub(super) fn seal(&self, session: Session) -> String {
        let mut bytes = vec![VERSION];
        bytes.extend(session.token.to_be_bytes());
        bytes.extend(session.expires.as_millisecond().to_be_bytes());
        bytes.extend(hmac::sign(&self.0, &bytes).as_ref());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The session of a cookie, if it is ours and holds at `now`. Signatures are compared in constant time.
    pub(super) fn open(&self, cookie: &str, now: Timestamp) -> Option<Session> {
        let bytes = URL_SAFE_NO_PAD.decode(cookie).ok()?;
        let (signed, tag) = bytes.split_at_checked(bytes.len().checked_sub(TAG)?)?;
        hmac::verify(&self.0, signed, tag).ok()?;
        let (&version, rest) = signed.split_first()?;
        let (token, rest) = rest.split_first_chunk()?;
        let session = Session {
            token: i64::from_be_bytes(*token),
            expires: Timestamp::from_millisecond(i64::from_be_bytes(rest.try_into().ok()?)).ok()?,
        };
        (version == VERSION && session.expires > now).then_some(session)
    }

    /// What a form must send back that was shown to whoever this identifies: another site cannot know it.
    pub(super) fn guard(&self, whose: &str) -> String {
        URL_SAFE_NO_PAD.encode(hmac::sign(&self.0, format!("form {whose}").as_bytes()))
    }

    pub(super) fn is_guard(&self, whose: &str, guard: &str) -> bool {
        let Ok(tag) = URL_SAFE_NO_PAD.decode(guard) else { return false };
        hmac::verify(&self.0, format!("form {whose}").as_bytes(), &tag).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::constant(1_761_300_000, 0);

    fn session() -> Session {
        Session { token: 7, expires: Timestamp::constant(1_761_343_200, 0) }
    }

    #[test]
    fn a_session_survives_its_cookie_until_it_expires() {
        let key = SessionKey::new(b"key");
        let cookie = key.seal(session());
        assert_eq!(key.open(&cookie, NOW), Some(session()));
        assert_eq!(key.open(&cookie, session().expires), None);
    }

    #[test]
    fn no_character_of_a_cookie_can_be_changed_added_or_left_out() {
        let key = SessionKey::new(b"key");
        let cookie = key.seal(session());
        for at in 0..cookie.len() {
            let other = if cookie.as_bytes()[at] == b'A' { "B" } else { "A" };
            let changed = format!("{}{other}{}", &cookie[..at], &cookie[at + 1..]);
            // The last character of base64 carries bits that mean nothing; a strict reader refuses them too.
            assert_eq!(key.open(&changed, NOW), None, "{at}");
            assert_eq!(key.open(&cookie[..at], NOW), None, "{at}");
        }
        assert_eq!(SessionKey::new(b"other").open(&cookie, NOW), None);
        assert_eq!(key.open("", NOW), None);
    }

    #[test]
    fn a_guard_is_one_persons_and_no_session() {
        let key = SessionKey::new(b"key");
        let guard = key.guard("ann");
        assert!(key.is_guard("ann", &guard) && !key.is_guard("bob", &guard) && !key.is_guard("ann", ""));
        assert_eq!(key.open(&guard, NOW), None);
    }
}
