//! The body of a request: one item, or an array of them.

use serde_json::Value;

use super::IngestError;

/// Items that are not looked at yet.
#[derive(Debug)]
pub(crate) struct Posted {
    /// Whether they came as an array, even of one.
    pub is_array: bool,
    pub items: Vec<Value>,
}

impl Posted {
    pub(crate) fn read(body: &[u8]) -> Result<Self, IngestError> {
        match serde_json::from_slice(body) {
            Ok(Value::Array(items)) => Ok(Self { is_array: true, items }),
            Ok(item) => Ok(Self { is_array: false, items: vec![item] }),
            Err(error) => Err(IngestError::Json(error.to_string())),
        }
    }
}
