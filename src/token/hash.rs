//! A token's hash, compared in constant time.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::rand::{SecureRandom as _, SystemRandom};
use sha2::{Digest as _, Sha256};

use crate::db::DbError;

/// In front of every token, so that a scanner of leaked secrets knows one when it sees it.
const PREFIX: &str = "tillwatch_";

/// SHA-256 of a token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TokenHash([u8; 32]);

/// Looks at all bytes whatever they are.
impl PartialEq for TokenHash {
    fn eq(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).fold(0, |differing, (a, b)| differing | (a ^ b)) == 0
    }
}

impl TokenHash {
    pub(crate) fn of(token: &str) -> Self {
        Self(Sha256::digest(token.as_bytes()).into())
    }

    pub(super) fn bytes(self) -> Vec<u8> {
        self.0.to_vec()
    }

    pub(super) fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

/// A new token.
pub(super) fn random() -> Result<String, DbError> {
    let mut bytes = [0; 32];
    let refused = |_| DbError::Refused("this machine gives no random numbers".into());
    SystemRandom::new().fill(&mut bytes).map_err(refused)?;
    Ok(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes)))
}
