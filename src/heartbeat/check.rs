//! The check of all stores: what the queries give, joined with the inventory.

use jiff::Timestamp;

use super::{Receiver, Status, Thresholds, status};
use crate::db::Value;
use crate::inventory::{Inventory, Store};
use crate::query::{Query, QueryError, QueryResult, Runner};

/// One store's line.
#[derive(Clone, Debug)]
pub(crate) struct StoreHeartbeat {
    pub id: String,
    pub name: String,
    pub status: Status,
    /// Seconds; `None` where the store is closed or nothing can be said.
    pub age: Option<f64>,
    pub last_received: Value,
    pub app_version: Value,
}

/// What a check found.
#[derive(Clone, Debug)]
pub(crate) struct Check {
    pub receiver: Receiver,
    pub stores: Vec<StoreHeartbeat>,
}

/// Runs both queries and judges each store.
pub(crate) fn check(
    runner: &Runner<'_>,
    (age, silence): (&Query, &Query),
    inventory: &Inventory,
    thresholds: Thresholds,
    now: Timestamp,
) -> Result<Check, QueryError> {
    let ages = runner.run(age, runner.window(age, None), &[])?;
    let silence = runner.run(silence, runner.window(silence, None), &[])?;
    let receiver = receiver(&silence);
    let judge = |store: &Store| judge(store, &inventory.label, &ages, receiver, thresholds, now);
    Ok(Check { receiver, stores: inventory.stores.iter().map(judge).collect() })
}

/// For how long a receiver may be silent before it is out; the age's query says the same.
const RECEIVER_OUT_SECONDS: f64 = 120.0;

fn receiver(silence: &QueryResult) -> Receiver {
    match silence.series.first().and_then(|series| series.value) {
        Some(seconds) if seconds > RECEIVER_OUT_SECONDS => Receiver::Out { seconds },
        _ => Receiver::Up,
    }
}

fn judge(
    store: &Store,
    label: &str,
    ages: &QueryResult,
    receiver: Receiver,
    thresholds: Thresholds,
    now: Timestamp,
) -> StoreHeartbeat {
    let series = ages.series.iter().find(|series| series.labels.get(label) == Some(store.id.as_str()));
    let column = |name: &str| {
        let found = series.and_then(|series| series.values.iter().find(|(column, _)| column == name));
        found.map_or(Value::Null, |(_, value)| value.clone())
    };
    let (age, last_received) = (series.and_then(|series| series.value), column("last_received"));
    StoreHeartbeat {
        id: store.id.clone(),
        name: store.name.clone(),
        status: status(store.state(now), last_received != Value::Null, age, receiver, thresholds),
        age,
        last_received,
        app_version: column("app_version"),
    }
}
