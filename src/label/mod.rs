//! Labels: what tells one series or alert from another. Knows nothing of where they come from.

mod matcher;
mod reader;

pub(crate) use matcher::{MatcherError, Matchers};

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// A set of labels, sorted by name. An empty value is an absent label, so none is ever kept. Cheap to clone: thousands of
/// alerts carry theirs through a whole run.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Labels(Arc<BTreeMap<String, String>>);

impl Serialize for Labels {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Labels {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        BTreeMap::deserialize(from).map(|labels| Self(Arc::new(labels)))
    }
}

impl Labels {
    /// Sets a label; an empty value removes it.
    pub(crate) fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        let (name, value) = (name.into(), value.into());
        if value.is_empty() {
            Arc::make_mut(&mut self.0).remove(&name);
        } else {
            Arc::make_mut(&mut self.0).insert(name, value);
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// 32 hex digits that are equal exactly for equal sets: SHA-256 over length-prefixed names and values, cut to 128 bits.
    pub(crate) fn hash(&self) -> String {
        digest(self.iter().flat_map(|(name, value)| [name, value]))
    }

    /// The set as a JSON object, sorted by name.
    pub(crate) fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Labels::to_json`] wrote.
    pub(crate) fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Labels {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        let mut labels = Self::default();
        for (name, value) in pairs {
            labels.set(name, value);
        }
        labels
    }
}

/// `{a="1", b="x"}`, as Prometheus prints a series' labels.
impl fmt::Display for Labels {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("{")?;
        for (index, (name, value)) in self.iter().enumerate() {
            write!(out, "{}{name}={value:?}", if index == 0 { "" } else { ", " })?;
        }
        out.write_str("}")
    }
}

/// 32 hex digits of SHA-256 over length-prefixed parts: `["ab", "c"]` and `["a", "bc"]` differ.
pub(crate) fn digest<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    HEXLOWER.encode(&hash.finalize()[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_value_is_an_absent_label() {
        let labels: Labels = [("a", "1"), ("b", "")].into_iter().collect();
        assert_eq!(labels.to_string(), r#"{a="1"}"#);
        assert_eq!(labels.hash(), [("a", "1")].into_iter().collect::<Labels>().hash());
    }

    #[test]
    fn the_hash_tells_shifted_boundaries_apart() {
        let one: Labels = [("ab", "c")].into_iter().collect();
        let other: Labels = [("a", "bc")].into_iter().collect();
        assert_ne!(one.hash(), other.hash());
    }
}
