//! The fields of a JSON object, read with errors that name them.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::IngestError;

/// One JSON object.
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    pub(super) fn read(body: &[u8]) -> Result<Self, IngestError> {
        Self::of(serde_json::from_slice(body).map_err(|error| IngestError::Json(error.to_string()))?)
    }

    pub(super) fn of(item: Value) -> Result<Self, IngestError> {
        match item {
            Value::Object(fields) => Ok(Self(fields)),
            _ => Err(IngestError::NoObject),
        }
    }

    /// A field that is there and not null.
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// Text, or a number in the text that labels have: the id 1 and the id "1" are one.
    pub(super) fn text(&self, name: &str) -> Result<Option<String>, IngestError> {
        match self.get(name) {
            None => Ok(None),
            Some(value) => match text(value) {
                Some(text) => Ok(Some(text).filter(|text| !text.is_empty())),
                None => Err(wrong(name, "a text or a number")),
            },
        }
    }

    /// A store's id: text or a number, and not empty.
    pub(super) fn store(&self) -> Result<Option<String>, IngestError> {
        match self.get("store_id").map(text) {
            None => Ok(None),
            Some(Some(store)) if !store.is_empty() => Ok(Some(store)),
            Some(_) => Err(wrong("store_id", "a text or a number, and not empty")),
        }
    }

    pub(super) fn number(&self, name: &'static str) -> Result<f64, IngestError> {
        let value = self.get(name).ok_or(IngestError::Missing(name))?;
        value.as_f64().filter(|number| number.is_finite()).ok_or_else(|| wrong(name, "a number"))
    }

    pub(super) fn time(&self, name: &str) -> Result<Option<Timestamp>, IngestError> {
        self.get(name)
            .map(|value| time(value).ok_or_else(|| wrong(name, "a time such as 2025-10-24T10:15:30.000Z")))
            .transpose()
    }
}

/// The canonical text of a text or number: 1 and 1.0 are "1".
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.as_i64().map_or_else(
            || number.as_f64().map(|number| number.to_string()).unwrap_or_default(),
            |number| number.to_string(),
        )),
        _ => None,
    }
}

/// RFC 3339, or milliseconds since 1970 as JavaScript's `Date.now()` gives them.
pub(super) fn time(value: &Value) -> Option<Timestamp> {
    match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => Timestamp::from_millisecond(whole(number)?).ok(),
        _ => None,
    }
}

/// A whole number, also where it is written with a fraction of zero.
fn whole(number: &serde_json::Number) -> Option<i64> {
    number.as_i64().or_else(|| {
        let float = number.as_f64().filter(|float| float.fract() == 0.0 && float.abs() < 1e15)?;
        #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2^53 is exact")]
        Some(float as i64)
    })
}

pub(super) fn wrong(field: impl Into<String>, wanted: &'static str) -> IngestError {
    IngestError::Field { field: field.into(), wanted }
}
