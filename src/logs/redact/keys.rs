//! Values behind telling keys: `"password":"…"`, at any depth of quoting.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;
use sha2::{Digest as _, Sha256};

use super::REDACTED;
use super::value::{self, Extent};

/// Words that make a key secret or personal wherever they stand in it.
const SECRET: [&str; 19] = [
    "password",
    "passwd",
    "pwd",
    "secret",
    "token",
    "authorization",
    "apikey",
    "privatekey",
    "cookie",
    "cardnumber",
    "cvv",
    "cvc",
    "phone",
    "msisdn",
    "email",
    "пароль",
    "токен",
    "телефон",
    "почта",
];

/// A quoted key and its colon. The quotes may be escaped, in JSON that lies inside a string.
static KEY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"(\\*)"([^"\\]{1,64})(\\*)"\s*:\s*"#).expect("a valid pattern"));

/// What becomes of a key's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Stays,
    Redacted,
    Hashed,
}

/// Which keys are secret and which are hashed.
#[derive(Debug)]
pub(super) struct Keys {
    secret: BTreeSet<String>,
    hashed: BTreeSet<String>,
    hash_key: Option<Vec<u8>>,
}

impl Keys {
    pub(super) fn new(secret: &[String], hashed: &[String], hash_key: Option<&str>) -> Self {
        let set = |names: &[String]| names.iter().map(|name| plain(name)).collect();
        Self { secret: set(secret), hashed: set(hashed), hash_key: hash_key.map(Into::into) }
    }

    fn fate(&self, key: &str) -> Fate {
        let key = plain(key);
        match &self.hash_key {
            Some(_) if self.hashed.contains(&key) => Fate::Hashed,
            None if self.hashed.contains(&key) => Fate::Redacted,
            _ if self.secret.contains(&key) || SECRET.iter().any(|word| key.contains(word)) => Fate::Redacted,
            _ => Fate::Stays,
        }
    }

    /// The text with the values of secret keys replaced, if it has any.
    pub(super) fn redact(&self, text: &str) -> Option<String> {
        let (mut out, mut copied, mut at) = (String::new(), 0, 0);
        while let Some(found) = KEY.captures_at(text, at) {
            let start = found.get(0).map_or(text.len(), |whole| whole.end());
            at = start;
            // An odd quote pairs with the wrong partner; a key's two quotes are escaped alike.
            let escape = found[1].len();
            if escape != found[3].len() {
                at = found.get(2).map_or(start, |key| key.end());
                continue;
            }
            let fate = self.fate(&found[2]);
            let extent = value::extent(&text[start..], escape);
            if fate == Fate::Stays || !extent.tells {
                continue;
            }
            let quote = format!("{}\"", "\\".repeat(escape));
            out += &text[copied..start];
            out += &[&quote, self.instead(fate, &text[start..], &extent).as_str(), &quote].concat();
            (copied, at) = (start + extent.end, start + extent.end);
        }
        (copied > 0).then(|| out + &text[copied..])
    }

    fn instead(&self, fate: Fate, text: &str, extent: &Extent) -> String {
        match (&self.hash_key, &extent.inner, fate) {
            (Some(key), Some(inner), Fate::Hashed) => format!("h:{}", keyed_hash(key, &text[inner.clone()])),
            _ => REDACTED.to_owned(),
        }
    }
}

/// A key as it is compared: `accessToken`, `access_token` and `Access-Token` are one.
fn plain(key: &str) -> String {
    key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// HMAC-SHA-256 (RFC 2104), cut to 64 bits, in hex.
fn keyed_hash(key: &[u8], text: &str) -> String {
    let mut block = [0_u8; 64];
    if key.len() > block.len() {
        block[..32].copy_from_slice(&Sha256::digest(key));
    } else {
        block[..key.len()].copy_from_slice(key);
    }
    let pad = |with: u8| block.map(|byte| byte ^ with);
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(text).finalize();
    let outer = Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize();
    format!("{:016x}", u64::from_be_bytes(outer.first_chunk().copied().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::keyed_hash;

    /// Test cases 2 and 6 of RFC 4231.
    #[test]
    fn the_keyed_hash_is_hmac_sha_256() {
        assert_eq!(keyed_hash(b"Jefe", "what do ya want for nothing?"), "5bdcc146bf60754e");
        let long = [0xaa_u8; 131];
        assert_eq!(
            keyed_hash(&long, "Test Using Larger Than Block-Size Key - Hash Key First"),
            "60e431591ee0b67f"
        );
    }
}
