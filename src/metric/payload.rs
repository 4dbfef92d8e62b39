//! What is sent and, until it is taken, kept in the spool.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ingest::{Heartbeat, MetricName, Sample};

/// Samples of one request, or a heartbeat.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Payload {
    Samples(Vec<Sample>),
    Heartbeat(Heartbeat),
}

/// As the spool keeps it. Numbers are text, for JSON knows neither NaN nor infinities.
#[derive(Serialize, Deserialize)]
enum Kept {
    #[serde(rename = "metric")]
    Samples(Vec<KeptSample>),
    #[serde(rename = "heartbeat")]
    Heartbeat { store: String, at: Timestamp, app_version: Option<String>, key: String },
}

#[derive(Serialize, Deserialize)]
struct KeptSample {
    name: String,
    labels: BTreeMap<String, String>,
    value: String,
    at: Timestamp,
}

impl Payload {
    /// Payloads of so many samples at most, in order.
    pub(crate) fn of_samples(samples: &[Sample], most: usize) -> Vec<Self> {
        samples.chunks(most).map(|chunk| Self::Samples(chunk.to_vec())).collect()
    }

    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Samples(_) => "metric",
            Self::Heartbeat(_) => "heartbeat",
        }
    }

    /// How many samples it has; a heartbeat counts as one.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Samples(samples) => samples.len(),
            Self::Heartbeat(_) => 1,
        }
    }

    /// A line for each sample, for people.
    pub(crate) fn lines(&self) -> Vec<String> {
        match self {
            Self::Samples(samples) => samples.iter().map(ToString::to_string).collect(),
            Self::Heartbeat(heartbeat) => {
                vec![format!("heartbeat of store {} {}", heartbeat.store, heartbeat.at)]
            }
        }
    }

    /// So many of its last samples as keep to both limits, if any do.
    pub(super) fn newest(self, samples: usize, bytes: usize) -> Option<Self> {
        let all = match self {
            Self::Samples(all) => all,
            heartbeat @ Self::Heartbeat(_) => {
                return Some(heartbeat).filter(|one| samples > 0 && one.text().len() <= bytes);
            }
        };
        let places: Vec<usize> = (all.len().saturating_sub(samples)..all.len()).collect();
        let too_large = |from: &usize| Self::Samples(all[*from..].to_vec()).text().len() > bytes;
        let from = *places.get(places.partition_point(too_large))?;
        Some(Self::Samples(all[from..].to_vec()))
    }

    /// As text that [`Payload::read`] reads.
    pub(super) fn text(&self) -> String {
        let kept = match self.clone() {
            Self::Samples(samples) => Kept::Samples(samples.into_iter().map(KeptSample::from).collect()),
            Self::Heartbeat(Heartbeat { store, at, app_version, key }) => {
                Kept::Heartbeat { store, at, app_version, key }
            }
        };
        // Maps with text keys cannot fail.
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Says why where the text is none of ours.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        match serde_json::from_str(text).map_err(|error| error.to_string())? {
            Kept::Samples(samples) => {
                samples.into_iter().map(Sample::try_from).collect::<Result<_, _>>().map(Self::Samples)
            }
            Kept::Heartbeat { store, at, app_version, key } => {
                Ok(Self::Heartbeat(Heartbeat { store, at, app_version, key }))
            }
        }
    }
}

impl From<Sample> for KeptSample {
    fn from(Sample { name, labels, value, at }: Sample) -> Self {
        let labels = labels.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self { name: name.as_str().to_owned(), labels, value: value.to_string(), at }
    }
}

impl TryFrom<KeptSample> for Sample {
    type Error = String;

    fn try_from(KeptSample { name, labels, value, at }: KeptSample) -> Result<Self, String> {
        let name = MetricName::new(&name).map_err(|error| error.to_string())?;
        let value = value.parse().map_err(|_| format!("{value:?} is no number"))?;
        Ok(Self { name, labels: labels.into_iter().collect(), value, at })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payload_is_read_back_as_it_was() {
        let at = "2025-10-24T10:15:30.123Z".parse().unwrap();
        let sample = |value| Sample {
            name: MetricName::new("x").unwrap(),
            labels: [("a", "\"Алмаз\"\n")].into_iter().collect(),
            value,
            at,
        };
        let samples = Payload::Samples([0.1, -1e300, f64::INFINITY, f64::NEG_INFINITY].map(sample).to_vec());
        assert_eq!(Payload::read(&samples.text()).unwrap(), samples);
        let nan = Payload::read(&Payload::Samples(vec![sample(f64::NAN)]).text()).unwrap();
        assert!(matches!(nan, Payload::Samples(samples) if samples[0].value.is_nan()));
        let heartbeat =
            Payload::Heartbeat(Heartbeat { store: "1".into(), at, app_version: None, key: "k".into() });
        assert_eq!(Payload::read(&heartbeat.text()).unwrap(), heartbeat);
        assert!(Payload::read("{}").is_err());
    }
}
