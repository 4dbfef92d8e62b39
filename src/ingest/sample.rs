//! A pushed metric: `{"metric_name": "…", "value": 234, "tags": {"store_id": 1}, "timestamp": "…"}`.

use std::fmt;

use jiff::Timestamp;
use serde_json::Value;

use super::fields::{Fields, text, wrong};
use super::name::{check_label_name, check_labels};
use super::{IngestError, MetricName};
use crate::inventory::Inventory;
use crate::label::{Labels, digest};
use crate::time::sql_text;

/// The label that the monitoring plan gives a store, whatever the inventory calls it.
const STORE_ID: &str = "store_id";

/// One number of one series at one instant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sample {
    pub name: MetricName,
    pub labels: Labels,
    pub value: f64,
    pub at: Timestamp,
}

impl Sample {
    /// As [`Sample::from_value`], from text.
    pub(crate) fn read(body: &[u8], inventory: &Inventory, now: Timestamp) -> Result<Vec<Self>, IngestError> {
        Self::of(&Fields::read(body)?, inventory, now)
    }

    /// Reads an item: the metric, then a sample for each numeric tag.
    ///
    /// A numeric tag is no label, but a sample of its own, `NAME_TAG`; a store's id is a label even where it is numeric.
    pub(crate) fn from_value(
        item: Value,
        inventory: &Inventory,
        now: Timestamp,
    ) -> Result<Vec<Self>, IngestError> {
        Self::of(&Fields::of(item)?, inventory, now)
    }

    fn of(fields: &Fields, inventory: &Inventory, now: Timestamp) -> Result<Vec<Self>, IngestError> {
        let name = fields.get("metric_name").ok_or(IngestError::Missing("metric_name"))?;
        let name = name.as_str().ok_or_else(|| wrong("metric_name", "a text"))?;
        let (value, at) = (fields.number("value")?, fields.time("timestamp")?.unwrap_or(now));
        let (labels, numbers) = tags(fields.get("tags"), &inventory.label)?;
        let sample = Self::new(name, labels, value, at, inventory)?;
        let mut samples = vec![sample.clone()];
        for (tag, value) in numbers {
            let name = MetricName::new(&format!("{}_{tag}", sample.name))?;
            samples.push(Self { name, value, ..sample.clone() });
        }
        Ok(samples)
    }

    /// A sample whose name and labels are checked. A name that ends in `_store_{ID}` is the metric without that ending,
    /// with the store's label.
    pub(crate) fn new(
        name: &str,
        labels: Labels,
        value: f64,
        at: Timestamp,
        inventory: &Inventory,
    ) -> Result<Self, IngestError> {
        if !value.is_finite() {
            return Err(wrong("value", "a finite number"));
        }
        Self::of_any_value(name, labels, value, at, inventory)
    }

    /// As [`Sample::new`], with NaN and the infinities, which only some receivers take.
    pub(crate) fn of_any_value(
        name: &str,
        mut labels: Labels,
        value: f64,
        at: Timestamp,
        inventory: &Inventory,
    ) -> Result<Self, IngestError> {
        let label = &inventory.label;
        let is_store = |id: &str| {
            inventory.store(id).is_some() || !id.is_empty() && id.bytes().all(|c| c.is_ascii_digit())
        };
        let mut short = name;
        if let Some((metric, id)) = name.rsplit_once("_store_").filter(|(_, id)| is_store(id)) {
            if let Some(other) = labels.get(label).filter(|other| *other != id) {
                return Err(IngestError::TwoStores { name: id.to_owned(), label: other.to_owned() });
            }
            labels.set(label, id);
            short = metric;
        }
        check_labels(&labels)?;
        Ok(Self { name: MetricName::new(short)?, labels, value, at })
    }

    /// The store that it is about.
    pub(crate) fn store(&self, label: &str) -> Option<&str> {
        self.labels.get(label).or_else(|| self.labels.get(STORE_ID))
    }

    /// What tells it from every other sample: series, instant and value.
    pub(crate) fn id(&self) -> String {
        let parts = [self.name.as_str(), &self.labels.hash(), &sql_text(self.at), &self.value.to_string()];
        digest(parts)
    }
}

/// `x{a="1"} 2.5 2025-10-24T10:15:30Z`.
impl fmt::Display for Sample {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{} {} {}", self.name, self.labels, self.value, self.at)
    }
}

/// The labels, and the numbers that are metrics of their own.
type Tags = (Labels, Vec<(String, f64)>);

fn tags(tags: Option<&Value>, store_label: &str) -> Result<Tags, IngestError> {
    let (mut labels, mut numbers) = (Labels::default(), Vec::new());
    let Some(tags) = tags else { return Ok((labels, numbers)) };
    for (name, value) in tags.as_object().ok_or_else(|| wrong("tags", "an object"))? {
        // The rule holds for what becomes a metric's name, too, and for what has no value.
        check_label_name(name)?;
        match value {
            Value::Null => {}
            Value::Bool(flag) => labels.set(name, flag.to_string()),
            Value::Number(number) if name != store_label && name != STORE_ID => {
                let number = number.as_f64().filter(|number| number.is_finite());
                numbers.push((name.clone(), number.ok_or_else(|| wrong(name, "a finite number"))?));
            }
            other => {
                let text = text(other).ok_or_else(|| wrong(format!("tags.{name}"), "a text or a number"))?;
                labels.set(name, text);
            }
        }
    }
    Ok((labels, numbers))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;

    fn inventory() -> Inventory {
        let text = "version = 1\n[[stores]]\nid = \"sea\"\nname = \"x\"";
        Inventory::new(&config::parse(text, "tillwatch.toml".as_ref()).unwrap()).unwrap()
    }

    fn read(body: &str) -> Result<Vec<String>, String> {
        let samples = Sample::read(body.as_bytes(), &inventory(), "2025-10-24T10:16:00Z".parse().unwrap());
        let show =
            |sample: &Sample| format!("{}{} {} {}", sample.name, sample.labels, sample.value, sample.at);
        samples.map(|samples| samples.iter().map(show).collect()).map_err(|error| error.to_string())
    }

    #[test]
    fn the_plans_own_example_is_read() {
        let body = r#"{"metric_name":"qr_scan_response_time_ms","value":234,
            "tags":{"store_id":1,"store_name":"Алмаз"},"timestamp":"2025-10-24T10:15:30.000Z"}"#;
        let expected =
            r#"qr_scan_response_time_ms{store_id="1", store_name="Алмаз"} 234 2025-10-24T10:15:30Z"#;
        assert_eq!(read(body).unwrap(), [expected]);
    }

    #[test]
    fn a_numeric_tag_is_a_sample_of_its_own_and_no_label() {
        let body =
            r#"{"metric_name":"app_memory_usage_mb","value":81.5,"tags":{"store_id":3,"heap_total":120.25}}"#;
        assert_eq!(
            read(body).unwrap(),
            [
                r#"app_memory_usage_mb{store_id="3"} 81.5 2025-10-24T10:16:00Z"#,
                r#"app_memory_usage_mb_heap_total{store_id="3"} 120.25 2025-10-24T10:16:00Z"#,
            ]
        );
    }

    #[test]
    fn a_store_in_the_name_is_a_label() {
        let line = |name: &str| read(&format!(r#"{{"metric_name":"{name}","value":1}}"#)).unwrap().remove(0);
        assert!(
            line("app_cpu_usage_percentage_store_3")
                .starts_with("app_cpu_usage_percentage{store_id=\"3\"} 1")
        );
        assert!(line("cpu_store_sea").starts_with("cpu{store_id=\"sea\"} 1"));
        assert!(line("sales_per_store_total").starts_with("sales_per_store_total{} 1"));
    }

    #[rstest::rstest]
    #[case(r#"{"value":1}"#, "metric_name is missing")]
    #[case(r#"{"metric_name":"x"}"#, "value is missing")]
    #[case(r#"{"metric_name":"x","value":"1"}"#, "value must be a number")]
    #[case(r#"{"metric_name":"x y","value":1}"#, "\"x y\" is no metric name")]
    #[case(r#"{"metric_name":"x","value":1,"tags":{"a-b":"1"}}"#, "\"a-b\" is no label name")]
    #[case(r#"{"metric_name":"x","value":1,"tags":{"a":{}}}"#, "tags.a must be a text or a number")]
    #[case(r#"{"metric_name":"x","value":1,"tags":[]}"#, "tags must be an object")]
    #[case(r#"{"metric_name":"x_store_1","value":1,"tags":{"store_id":2}}"#, "the name says store 1")]
    #[case(r#"{"metric_name":"x","value":1,"timestamp":"now"}"#, "timestamp must be a time")]
    fn what_is_wrong_is_named(#[case] body: &str, #[case] message: &str) {
        let error = read(body).unwrap_err();
        assert!(error.starts_with(message), "{error}");
    }

    proptest::proptest! {
        /// Whatever arrives is read or refused; nothing panics.
        #[test]
        fn any_bytes_are_read_or_refused(body in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            let _ = Sample::read(&body, &inventory(), Timestamp::UNIX_EPOCH);
        }
    }
}
