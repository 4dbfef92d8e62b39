//! Values that TOML writes as text, or as numbers and lists too, and that [`FromStr`](std::str::FromStr) reads.

use std::fmt;

use serde::de::{self, Deserializer, SeqAccess, Visitor};

/// Implements `Deserialize` and `JsonSchema` for a type by its `FromStr`. `or numbers` takes numbers and lists as well.
macro_rules! written_as_text {
    ($type:ty, $name:literal, $description:literal) => {
        $crate::config::target::text::written_as_text!($type, $name, $description, String::deserialize, "string");
    };
    ($type:ty, $name:literal, $description:literal, or numbers) => {
        $crate::config::target::text::written_as_text!(
            $type, $name, $description, $crate::config::target::text::words, ["string", "integer", "array"]
        );
    };
    ($type:ty, $name:literal, $description:literal, $read:expr, $json:tt) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $read(from)?.parse().map_err(serde::de::Error::custom)
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": $json, "description": $description })
            }
        }
    };
}

pub(super) use written_as_text;

/// Text as it is, a number as its digits, a list joined by commas.
pub(super) fn words<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    from.deserialize_any(Words)
}

struct Words;

impl<'de> Visitor<'de> for Words {
    type Value = String;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<String, A::Error> {
        let mut all: Vec<String> = Vec::new();
        while let Some(Item(item)) = items.next_element()? {
            all.push(item);
        }
        Ok(all.join(","))
    }
}

struct Item(String);

impl<'de> serde::Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        words(from).map(Self)
    }
}
