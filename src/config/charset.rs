//! How text is written in bytes.

use encoding_rs::Encoding;
use serde::Deserialize;

/// A character encoding by one of its usual names: `utf-8`, `utf-16le`, `cp1251`, `cp866`, `koi8-r`, …
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Charset(pub &'static Encoding);

impl Default for Charset {
    fn default() -> Self {
        Self(encoding_rs::UTF_8)
    }
}

impl TryFrom<String> for Charset {
    type Error = String;

    /// The names of the WHATWG's Encoding Standard. An encoding with shift states has no lines that stand alone.
    fn try_from(name: String) -> Result<Self, String> {
        let known = Encoding::for_label_no_replacement(name.as_bytes());
        known.filter(|encoding| *encoding != encoding_rs::ISO_2022_JP).map(Self).ok_or_else(|| {
            format!(
                "{name:?} is no encoding known here: write utf-8, utf-16le, utf-16be, cp1251, cp866 or koi8-r"
            )
        })
    }
}

impl schemars::JsonSchema for Charset {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Charset".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "description": "A character encoding, such as utf-8 or cp1251." })
    }
}
