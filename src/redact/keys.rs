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
const SECRET: [&str; 20] = [
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
    "pincode",
    "email",
    "пароль",
    "токен",
    "телефон",
    "почта",
];

/// Keys that are secret or personal where they are no part of another word.
const SECRET_ALONE: [&str; 6] = ["pin", "tel", "пин", "пинкод", "тел", "моб"];
/// What a telephone that is a thing has: `phone_model` is no number.
const OF_A_THING: [&str; 6] = ["model", "brand", "vendor", "os", "version", "type"];

/// The longest key that is looked at, in characters.
const LONGEST: usize = 64;
/// The most bytes that one character takes where it is escaped, twice quoted.
const ESCAPED: usize = 12;
/// A count has fewer digits than a telephone number.
const LONGEST_COUNT: usize = 9;
/// So many keys are remembered at most: a key that never repeats must not eat the memory.
const REMEMBERED: usize = 1000;

/// What becomes of a key's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Stays,
    Redacted,
    /// Unless it is a small number: `price_token_count`, `tokens`.
    RedactedButCounts,
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
        let key = plain(&unescaped(key));
        let is_secret =
            || SECRET_ALONE.contains(&key.as_str()) || SECRET.iter().any(|word| key.contains(word));
        match &self.hash_key {
            Some(_) if self.hashed.contains(&key) => Fate::Hashed,
            None if self.hashed.contains(&key) => Fate::Redacted,
            _ if self.secret.contains(&key) => Fate::Redacted,
            _ if !is_secret() || is_of_a_thing(&key) => Fate::Stays,
            _ if is_count(&key) => Fate::RedactedButCounts,
            _ => Fate::Redacted,
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
            let counts = || extent.counts(&text[value..], LONGEST_COUNT);
            if !extent.tells || (fate == Fate::RedactedButCounts && counts()) {
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
            let name = quote + 1..name_end(bytes, quote + 1)?;
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

/// Where a key ends that begins here: at the next quote, or at a backslash that escapes no character by its number.
fn name_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += memchr2(b'"', b'\\', bytes.get(at..)?)?;
        match escape_length(&bytes[at..]) {
            0 => return Some(at),
            length => at += length,
        }
    }
}

/// How long the `\u043f` is that stands here, whose backslash each depth of quoting may have doubled; 0 where none does.
fn escape_length(bytes: &[u8]) -> usize {
    let run = bytes.iter().take_while(|byte| **byte == b'\\').count();
    match bytes.get(run..run + 5) {
        Some([b'u', hex @ ..]) if run > 0 && hex.iter().all(u8::is_ascii_hexdigit) => run + 5,
        _ => 0,
    }
}

/// A key with the characters that it names by their numbers, all of them by `\u` and four digits.
fn unescaped(key: &str) -> Cow<'_, str> {
    let Some((plain, escaped)) = key.split_once('\\') else { return key.into() };
    let mut units: Vec<u16> = plain.encode_utf16().collect();
    for part in escaped.split('\\').filter(|part| !part.is_empty()) {
        let (number, rest) = part.split_at_checked(5).unwrap_or((part, ""));
        units.extend(u16::from_str_radix(number.trim_start_matches('u'), 16));
        units.extend(rest.encode_utf16());
    }
    String::from_utf16_lossy(&units).into()
}

fn is_name(text: &str) -> bool {
    let is_short = || {
        let is_escaped = text.contains('\\');
        if is_escaped { text.len() <= LONGEST * ESCAPED } else { text.chars().count() <= LONGEST }
    };
    !text.is_empty() && (text.len() <= LONGEST || is_short())
}

fn is_of_a_thing(key: &str) -> bool {
    let is_thing = |what: &&str| key.strip_suffix(*what).is_some_and(|key| key.ends_with("phone"));
    OF_A_THING.iter().any(is_thing)
}

fn is_count(key: &str) -> bool {
    key.ends_with("tokens") || (key.ends_with("count") && !key.ends_with("account"))
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
