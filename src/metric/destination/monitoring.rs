//! The monitoring plan's `POST /api/monitoring/metric` and `POST /api/monitoring/heartbeat`.

use std::cell::Cell;
use std::collections::VecDeque;

use reqwest::Url;
use serde_json::{Value, json};

use super::answer::{Said, is_final};
use super::{Refused, Sender, Unable};
use crate::ingest::{Heartbeat, Sample};
use crate::metric::Payload;
use crate::time::TimestampFormat;

const METRIC: &str = "/api/monitoring/metric";
const HEARTBEAT: &str = "/api/monitoring/heartbeat";

/// Both endpoints of one receiver.
#[derive(Debug)]
pub(crate) struct Monitoring {
    pub(super) metric: Url,
    heartbeat: Url,
    /// It has refused an array: the plan's own receiver takes one metric a request.
    takes_one: Cell<bool>,
}

impl Monitoring {
    /// `url` is the receiver's base address, or that of one of its endpoints.
    pub(super) fn new(url: &Url) -> Self {
        let path = url.path().trim_end_matches('/');
        let base = path.strip_suffix(METRIC).or(path.strip_suffix(HEARTBEAT)).unwrap_or(path).to_owned();
        let endpoint = |path: &str| {
            let mut endpoint = url.clone();
            endpoint.set_path(&format!("{base}{path}"));
            endpoint
        };
        Self { metric: endpoint(METRIC), heartbeat: endpoint(HEARTBEAT), takes_one: Cell::new(false) }
    }

    pub(super) async fn send(&self, sender: &Sender, payload: &Payload) -> Result<Vec<Refused>, Unable> {
        match payload {
            Payload::Samples(samples) => self.samples(sender, samples).await,
            Payload::Heartbeat(heartbeat) => {
                let request = sender.client.post(self.heartbeat.clone()).json(&pulse(heartbeat));
                sender.at_once(request.header("Idempotency-Key", &heartbeat.key), payload, is_final).await
            }
        }
    }

    /// Sends an array. One that is too large goes in halves, and one that is not taken whole sample by sample, so that
    /// each has its own verdict. What is sent again changes nothing, for each sample carries its instant.
    async fn samples(&self, sender: &Sender, samples: &[Sample]) -> Result<Vec<Refused>, Unable> {
        let (mut parts, mut refused, mut judges) = (VecDeque::from([samples]), Vec::new(), false);
        while let Some(part) = parts.pop_front() {
            let size = match part.len() {
                0 => continue,
                many if many > 1 && self.takes_one.get() => 1,
                many => match self.post(sender, part, judges).await? {
                    Said::Taken(said) if many == 1 || is_whole(&said) => continue,
                    Said::Taken(_) => {
                        judges = true;
                        1
                    }
                    Said::Refused { reason, .. } if many == 1 => {
                        refused.push(Refused { lines: vec![part[0].to_string()], reason });
                        continue;
                    }
                    Said::Refused { status: 413, .. } => many.div_ceil(2),
                    Said::Refused { .. } => {
                        self.takes_one.set(true);
                        1
                    }
                },
            };
            part.chunks(size).rev().for_each(|piece| parts.push_front(piece));
        }
        Ok(refused)
    }

    /// A receiver that has just taken others with this token `judges` each sample: what it forbids then is the sample's
    /// own fault, such as another's store.
    async fn post(&self, sender: &Sender, samples: &[Sample], judges: bool) -> Result<Said, Unable> {
        let body = match samples {
            [sample] => metric(sample),
            many => many.iter().map(metric).collect(),
        };
        let is_final = if judges { |status| status == 403 || is_final(status) } else { is_final };
        sender.ask(sender.client.post(self.metric.clone()).json(&body), is_final).await
    }
}

/// Whether all of an array was taken: the answer says so, or nothing else.
fn is_whole(said: &str) -> bool {
    let said = serde_json::from_str::<Value>(said).unwrap_or_default();
    said["status"].as_str().is_none_or(|status| status == "ok") && said["rejected"].as_u64().unwrap_or(0) == 0
}

/// The plan's metric.
fn metric(sample: &Sample) -> Value {
    json!({
        "metric_name": sample.name.as_str(),
        "value": sample.value,
        "tags": sample.labels,
        "timestamp": TimestampFormat::Iso8601.text(sample.at),
    })
}

/// The plan's heartbeat.
fn pulse(heartbeat: &Heartbeat) -> Value {
    let mut pulse =
        json!({ "store_id": heartbeat.store, "timestamp": TimestampFormat::Iso8601.text(heartbeat.at) });
    if let Some(version) = &heartbeat.app_version {
        pulse["app_version"] = version.as_str().into();
    }
    pulse
}
