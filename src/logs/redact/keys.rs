//! Values behind telling keys: `"password":"…"`, at any depth of quoting.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::iter;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use foldhash::fast::FixedState;
use memchr::{memchr, memchr2};
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

/// The longest key that is looked at, in characters.
const LONGEST: usize = 64;
/// So many keys are remembered at most: a key that never repeats must not eat the memory.
const REMEMBERED: usize = 1000;

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
    /// Of the keys that were seen. They are few, and looked up for every value of every line.
    fates: Mutex<HashMap<String, Fate, FixedState>>,
}

impl Keys {
    pub(super) fn new(secret: &[String], hashed: &[String], hash_key: Option<&str>) -> Self {
        let set = |names: &[String]| names.iter().map(|name| plain(name)).collect();
        Self {
            secret: set(secret),
            hashed: set(hashed),
            hash_key: hash_key.map(Into::into),
            fates: Mutex::default(),
        }
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
        let mut fates = self.fates.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut out, mut copied, mut at) = (String::new(), 0, 0);
        while let Some(Key { escape, name, value }) = Key::find(text, at) {
            at = value;
            let name = &text[name];
            let fate = fates.get(name).copied().unwrap_or_else(|| {
                let fate = self.fate(name);
                if fates.len() < REMEMBERED {
                    fates.insert(name.to_owned(), fate);
                }
                fate
            });
            if fate == Fate::Stays {
                continue;
            }
            let extent = value::extent(&text[value..], escape);
            if !extent.tells {
                continue;
            }
            if copied == 0 {
                out.reserve(text.len() + REDACTED.len());
            }
            out += &text[copied..value];
            let quote = iter::repeat_n('\\', escape).chain(['"']);
            out.extend(quote.clone());
            out += &self.instead(fate, &text[value..], &extent);
            out.extend(quote);
            (copied, at) = (value + extent.end, value + extent.end);
        }
        (copied > 0).then(|| out + &text[copied..])
    }

    fn instead(&self, fate: Fate, text: &str, extent: &Extent) -> Cow<'static, str> {
        match (&self.hash_key, &extent.inner, fate) {
            (Some(key), Some(inner), Fate::Hashed) => {
                format!("h:{}", keyed_hash(key, &text[inner.clone()])).into()
            }
            _ => REDACTED.into(),
        }
    }
}

/// A quoted key with its colon. Its quotes may be escaped, both alike, in JSON that lies inside a string.
struct Key {
    /// How many backslashes stand before each quote.
    escape: usize,
    name: Range<usize>,
    /// Where its value begins.
    value: usize,
}

impl Key {
    /// The next one from a place on. A quote that opens none may still be one that closes and be followed by a key.
    fn find(text: &str, from: usize) -> Option<Self> {
        let (bytes, mut at) = (text.as_bytes(), from);
        loop {
            let quote = at + memchr(b'"', &bytes[at..])?;
            let name = quote + 1..quote + 1 + memchr2(b'"', b'\\', &bytes[quote + 1..])?;
            let closing = name.end + bytes[name.end..].iter().take_while(|byte| **byte == b'\\').count();
            let escape = bytes[from..quote].iter().rev().take_while(|byte| **byte == b'\\').count();
            if bytes.get(closing) == Some(&b'"')
                && escape == closing - name.end
                && is_name(&text[name.clone()])
                && let Some(rest) = text[closing + 1..].trim_start().strip_prefix(':')
            {
                return Some(Self { escape, name, value: text.len() - rest.trim_start().len() });
            }
            at = name.end;
        }
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && (text.len() <= LONGEST || text.chars().count() <= LONGEST)
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
