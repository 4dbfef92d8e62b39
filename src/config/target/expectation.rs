//! What an answer must be like beyond its status.

use std::fmt;
use std::str::FromStr;

use regex::Regex;

/// A regular expression, searched for anywhere.
#[derive(Clone, Debug)]
pub(crate) struct Pattern(Regex);

impl Pattern {
    pub(crate) fn regex(&self) -> &Regex {
        &self.0
    }

    pub(crate) fn matches(&self, text: &str) -> bool {
        self.0.is_match(text)
    }
}

impl FromStr for Pattern {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Regex::new(text).map(Self).map_err(|error| {
            // The library draws the place on several lines; the last one says what is wrong.
            let drawn = error.to_string();
            let last = drawn.lines().last().unwrap_or_default();
            format!("/{text}/ is no regular expression: {}", last.trim_start_matches("error: "))
        })
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_str() == other.0.as_str()
    }
}

/// Between slashes, as it is quoted in messages.
impl fmt::Display for Pattern {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "/{}/", self.0.as_str())
    }
}

super::text::written_as_text!(Pattern, "Pattern", "A regular expression, searched for anywhere.");

/// A JSON pointer by RFC 6901: `/status`, `/checks/0/up`; empty for the whole document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct JsonPointer(String);

impl JsonPointer {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for JsonPointer {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.is_empty() || text.starts_with('/') {
            Ok(Self(text.to_owned()))
        } else {
            Err(format!("{text:?} is no JSON pointer: it begins with /, like /status or /checks/0/up"))
        }
    }
}

super::text::written_as_text!(JsonPointer, "JsonPointer", "A JSON pointer: /status or /checks/0/up.");

/// `POINTER=VALUE` of the command line: a value that is no JSON is text, so that `/status=ok` needs no quotes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct JsonExpectation {
    pub pointer: JsonPointer,
    pub value: serde_json::Value,
}

impl FromStr for JsonExpectation {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (pointer, value) = text.split_once('=').ok_or("write POINTER=VALUE, like /status=ok")?;
        Ok(Self {
            pointer: pointer.parse()?,
            value: serde_json::from_str(value).unwrap_or_else(|_| value.into()),
        })
    }
}
