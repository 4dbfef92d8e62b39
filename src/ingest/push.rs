//! A metric as it was pushed: its samples, and by what a repeat is known.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::{IngestError, Sample};
use crate::inventory::Inventory;

/// A sender's clock may be so far ahead of ours; what is dated later is taken as of now.
const AHEAD: SignedDuration = SignedDuration::from_mins(10);

/// Whether a sender's time cannot be: it lies in our future.
pub(super) fn is_ahead(at: Timestamp, now: Timestamp) -> bool {
    at.duration_since(now) > AHEAD
}

/// One item of what `POST …/metric` takes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Push {
    /// The metric, then one for each numeric tag.
    pub samples: Vec<Sample>,
    /// A repeat has the same. Where there is none, a series has one value at one instant.
    pub key: Option<String>,
}

impl Push {
    pub(crate) fn read(
        item: Value,
        key: Option<String>,
        inventory: &Inventory,
        now: Timestamp,
    ) -> Result<Self, IngestError> {
        Ok(Self { samples: Sample::from_value(item, inventory, now)?, key })
    }

    /// The stores that it is about.
    pub(crate) fn stores<'a>(&'a self, label: &'a str) -> impl Iterator<Item = &'a str> {
        self.samples.iter().filter_map(move |sample| sample.store(label))
    }

    /// Gives it to a store where it names none.
    pub(crate) fn belongs_to(&mut self, store: &str, label: &str) {
        for sample in &mut self.samples {
            if sample.store(label).is_none() {
                sample.labels.set(label, store);
            }
        }
    }

    /// Takes as of `now` what is dated in the future; the time that it was dated with still tells a repeat.
    pub(crate) fn set_right(mut self, now: Timestamp) -> Self {
        if is_ahead(self.samples[0].at, now) {
            self.key = Some(self.id());
            self.samples.iter_mut().for_each(|sample| sample.at = now);
        }
        self
    }

    /// What its sender is told that it is.
    pub(crate) fn id(&self) -> String {
        self.key.clone().unwrap_or_else(|| self.samples[0].id())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn pushed(at: &str, now: &str) -> Push {
        let item = json!({ "metric_name": "x", "value": 1, "tags": { "n": 2 }, "timestamp": at });
        let now = now.parse().unwrap();
        Push::read(item, None, &Inventory::default(), now).unwrap().set_right(now)
    }

    #[test]
    fn a_time_in_the_future_is_now_and_a_repeat_is_known_by_it_all_the_same() {
        let (one, again) = (
            pushed("2025-10-24T13:00:00Z", "2025-10-24T10:00:00Z"),
            pushed("2025-10-24T13:00:00Z", "2025-10-24T10:00:05Z"),
        );
        assert_eq!(
            one.samples.iter().map(|sample| sample.at.to_string()).collect::<Vec<_>>(),
            ["2025-10-24T10:00:00Z", "2025-10-24T10:00:00Z"]
        );
        assert_eq!((one.key.is_some(), &one.key), (true, &again.key));
        assert_ne!(one.key, pushed("2025-10-24T13:00:01Z", "2025-10-24T10:00:00Z").key);
    }

    #[test]
    fn a_clock_that_is_a_little_ahead_and_what_is_old_are_believed() {
        for at in ["2025-10-24T10:09:59Z", "2001-01-01T00:00:00Z"] {
            let push = pushed(at, "2025-10-24T10:00:00Z");
            assert_eq!((push.samples[0].at.to_string().as_str(), push.key), (at, None));
        }
    }
}
