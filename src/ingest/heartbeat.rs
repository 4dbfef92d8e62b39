//! A heartbeat: `{"store_id": 1, "timestamp": "2025-10-24T10:15:30.000Z", "app_version": "1.0.0"}`.

use jiff::Timestamp;
use serde_json::Value;

use super::IngestError;
use super::fields::Fields;
use crate::label::digest;
use crate::time::sql_text;

/// One sign of life of a store's app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heartbeat {
    pub store: String,
    /// The app's own clock, which may be wrong: a heartbeat is judged by when it was received.
    pub at: Timestamp,
    pub app_version: Option<String>,
    /// A repeat has the same.
    pub key: String,
}

impl Heartbeat {
    /// Reads an item. `store` is whose token came with it, `key` the sender's own idempotency key.
    pub(crate) fn read(
        item: Value,
        store: Option<&str>,
        key: Option<&str>,
        now: Timestamp,
    ) -> Result<Self, IngestError> {
        let fields = Fields::of(item)?;
        let store = fields.store()?.or_else(|| store.map(str::to_owned));
        let store = store.ok_or(IngestError::Missing("store_id"))?;
        let at = fields.time("timestamp")?.unwrap_or(now);
        let mut heartbeat = Self::new(store, at, fields.text("app_version")?);
        if let Some(key) = key {
            heartbeat.key = digest(["key", &heartbeat.store, key]);
        }
        Ok(heartbeat)
    }

    /// A heartbeat that its store and instant tell from every other.
    pub(crate) fn new(store: String, at: Timestamp, app_version: Option<String>) -> Self {
        let key = digest(["heartbeat", &store, &sql_text(at)]);
        Self { store, at, app_version, key }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Result<Heartbeat, IngestError> {
        let item = serde_json::from_str(body).unwrap();
        Heartbeat::read(item, None, None, "2025-10-24T10:16:00Z".parse().unwrap())
    }

    #[test]
    fn the_seeds_heartbeat_is_read_whatever_type_the_id_has() {
        let sent = r#"{"store_id":1,"timestamp":"2025-10-24T10:15:30.000Z","app_version":"1.0.0"}"#;
        let heartbeat = read(sent).unwrap();
        assert_eq!((heartbeat.store.as_str(), heartbeat.app_version.as_deref()), ("1", Some("1.0.0")));
        assert_eq!(heartbeat.at, "2025-10-24T10:15:30Z".parse().unwrap());
        assert_eq!(read(&sent.replace(":1,", ":\"1\",")), Ok(heartbeat));
    }

    #[rstest::rstest]
    #[case("[1]", "a JSON object is needed")]
    #[case("{}", "store_id is missing")]
    #[case(r#"{"store_id":[1]}"#, "store_id must be a text or a number")]
    #[case(r#"{"store_id":""}"#, "store_id must be a text or a number, and not empty")]
    #[case(r#"{"store_id":1,"timestamp":"yesterday"}"#, "timestamp must be a time")]
    fn what_is_wrong_is_named(#[case] body: &str, #[case] message: &str) {
        let error = read(body).unwrap_err().to_string();
        assert!(error.starts_with(message), "{error}");
    }
}
