//! What must hold of every body, whatever is in it.

use std::path::Path;
use std::sync::LazyLock;

use jiff::Timestamp;

use super::{Heartbeat, LogBatch, Sample};
use crate::config;
use crate::inventory::Inventory;

static INVENTORY: LazyLock<Inventory> = LazyLock::new(|| {
    let text = "version = 1\n[[stores]]\nid = \"1\"\nname = \"x\"";
    let config = config::parse(text, Path::new("tillwatch.toml")).expect("a valid configuration");
    Inventory::new(&config).expect("a valid inventory")
});

/// A body is read or refused, each time alike: a repeat is known by what it is read as.
///
/// The first byte says what it is.
pub fn bodies(data: &[u8]) {
    let Some((kind, body)) = data.split_first() else { return };
    let now = Timestamp::UNIX_EPOCH;
    match kind % 3 {
        0 => same(|| Heartbeat::read(body, None, None, now).map_err(|error| error.to_string())),
        1 => {
            same(|| Sample::read(body, &INVENTORY, now).map_err(|error| error.to_string()));
            for sample in Sample::read(body, &INVENTORY, now).into_iter().flatten() {
                assert!(sample.value.is_finite());
                serde_json::from_str::<serde_json::Value>(&sample.labels.to_json())
                    .expect("labels are kept as JSON");
            }
        }
        _ => same(|| LogBatch::read(body, Some("1")).map_err(|error| error.to_string())),
    }
}

fn same<T: PartialEq + std::fmt::Debug>(read: impl Fn() -> T) {
    assert_eq!(read(), read());
}
