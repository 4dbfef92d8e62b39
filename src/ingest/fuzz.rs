//! What must hold of every body, whatever is in it.

use std::fmt::Debug;

use jiff::Timestamp;
use serde_json::Value;

use super::{Heartbeat, IngestError, LogBatch, Posted, Push};
use crate::inventory::Inventory;

/// A body is read or refused, each time alike: a repeat is known by what it is read as.
///
/// The first byte says what it is.
pub fn bodies(data: &[u8]) {
    let Some((kind, body)) = data.split_first() else { return };
    let (now, inventory) = (Timestamp::UNIX_EPOCH, Inventory::default());
    match kind % 3 {
        0 => drop(alike(|| items(body, |item| Heartbeat::read(item, None, None, now)))),
        1 => {
            let pushes = alike(|| items(body, |item| Push::read(item, None, &inventory, now)));
            for sample in pushes.into_iter().flat_map(|push| push.set_right(now).samples) {
                assert!(sample.value.is_finite());
                serde_json::from_str::<Value>(&sample.labels.to_json()).expect("labels are kept as JSON");
            }
        }
        _ => drop(alike(|| LogBatch::read(body, Some("1")).map_err(|error| error.to_string()))),
    }
}

/// Those that can be read.
fn items<T>(body: &[u8], read: impl Fn(Value) -> Result<T, IngestError>) -> Vec<T> {
    Posted::read(body).into_iter().flat_map(|posted| posted.items).flat_map(read).collect()
}

fn alike<T: PartialEq + Debug>(read: impl Fn() -> T) -> T {
    let once = read();
    assert_eq!(once, read());
    once
}
