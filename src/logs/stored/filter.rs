//! Which lines are meant.

use jiff::Timestamp;

use super::Level;
use crate::db::Value;

/// Lines of a half-open window, and of a level or above, a store, an event where they are given.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    pub since: Option<Timestamp>,
    pub until: Option<Timestamp>,
    pub level: Option<Level>,
    pub store: Option<String>,
    pub event: Option<String>,
}

impl Filter {
    /// What the statements have as `?1` to `?6`. A window that is open has bounds that every instant lies between, so
    /// that it is found by the same index.
    pub(super) fn values(&self) -> [Value; 6] {
        let (names, is_in) = self.level.map(Level::and_above).unwrap_or_default();
        [
            self.since.map_or_else(|| Value::from(""), Value::from),
            self.until.map_or_else(|| Value::from("~"), Value::from),
            self.store.clone().into(),
            serde_json::json!(names).to_string().into(),
            is_in.into(),
            self.event.clone().into(),
        ]
    }
}
