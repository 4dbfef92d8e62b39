//! Prometheus remote write 1.0: <https://prometheus.io/docs/specs/prw/remote_write_spec/>.
//!
//! The message is small enough to be written by hand:
//! <https://protobuf.dev/programming-guides/encoding/>.

use std::collections::BTreeMap;

use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE};
use reqwest::{Client, RequestBuilder, Url};
use snap::raw::Encoder;

use super::answer::{self, Said};
use super::{Destination, Refused, Sender, Unable};
use crate::ingest::Sample;

/// An address without a path is that of Prometheus' own receiver.
pub(super) fn destination(mut url: Url) -> Destination {
    if url.path() == "/" {
        url.set_path("/api/v1/write");
    }
    Destination::RemoteWrite { url }
}

/// Sends a request, and in halves what is too large for one.
pub(super) async fn send(sender: &Sender, url: &Url, samples: &[Sample]) -> Result<Vec<Refused>, Unable> {
    let (mut parts, mut refused) = (vec![samples], Vec::new());
    while let Some(part) = parts.pop() {
        match sender.ask(request(&sender.client, url, part), is_final).await? {
            Said::Taken(_) => {}
            Said::Refused { status: 413, .. } if part.len() > 1 => {
                let (older, newer) = part.split_at(part.len() / 2);
                parts.extend([newer, older]);
            }
            Said::Refused { reason, .. } => {
                refused.push(Refused { lines: part.iter().map(ToString::to_string).collect(), reason });
            }
        }
    }
    Ok(refused)
}

/// The specification has every 4xx but 429 dropped, but of a wrong token or address that would lose all. 409 is how some
/// call what is out of order.
fn is_final(status: u16) -> bool {
    status == 409 || answer::is_final(status)
}

fn request(client: &Client, url: &Url, samples: &[Sample]) -> RequestBuilder {
    // Only what is longer than 4 GiB cannot be compressed.
    let body = Encoder::new().compress_vec(&write_request(samples)).unwrap_or_default();
    client
        .post(url.clone())
        .header(CONTENT_ENCODING, "snappy")
        .header(CONTENT_TYPE, "application/x-protobuf")
        .header("X-Prometheus-Remote-Write-Version", "0.1.0")
        .body(body)
}

/// `WriteRequest { repeated TimeSeries timeseries = 1 }`, the samples of each series by their instants.
fn write_request(samples: &[Sample]) -> Vec<u8> {
    let mut all: BTreeMap<_, BTreeMap<i64, f64>> = BTreeMap::new();
    for sample in samples {
        all.entry((&sample.name, &sample.labels))
            .or_default()
            .insert(sample.at.as_millisecond(), sample.value);
    }
    let mut request = Vec::new();
    for ((name, labels), points) in all {
        // Sorted by name as bytes; upper case stands before `__name__`.
        let names: BTreeMap<&str, &str> = labels.iter().chain([("__name__", name.as_str())]).collect();
        field(&mut request, 1, &time_series(&names, &points));
    }
    request
}

/// `TimeSeries { repeated Label labels = 1; repeated Sample samples = 2 }`.
fn time_series(labels: &BTreeMap<&str, &str>, points: &BTreeMap<i64, f64>) -> Vec<u8> {
    let mut series = Vec::new();
    for (name, value) in labels {
        let mut label = Vec::new();
        field(&mut label, 1, name.as_bytes());
        field(&mut label, 2, value.as_bytes());
        field(&mut series, 1, &label);
    }
    for (at, value) in points {
        // `Sample { double value = 1; int64 timestamp = 2 }`: wire types 1 (eight bytes) and 0 (varint).
        let mut sample = vec![1 << 3 | 1];
        sample.extend(value.to_le_bytes());
        sample.push(2 << 3);
        varint(&mut sample, at.cast_unsigned());
        field(&mut series, 2, &sample);
    }
    series
}

/// A field of wire type 2: its length, then its bytes.
fn field(out: &mut Vec<u8>, number: u8, bytes: &[u8]) {
    out.push(number << 3 | 2);
    varint(out, bytes.len() as u64);
    out.extend(bytes);
}

/// Seven bits a byte, the lowest first; a set high bit says that more follow.
fn varint(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::MetricName;

    #[test]
    fn the_message_is_that_of_the_specification() {
        let sample = |at: i64, value| Sample {
            name: MetricName::new("x").unwrap(),
            labels: [("a", "1"), ("B", "2")].into_iter().collect(),
            value,
            at: jiff::Timestamp::from_millisecond(at).unwrap(),
        };
        let message = write_request(&[sample(300, 1.0), sample(-1, 2.0)]);
        let expected: Vec<u8> = [
            b"\x0a\x43".as_slice(),
            b"\x0a\x06\x0a\x01B\x12\x012",
            b"\x0a\x0d\x0a\x08__name__\x12\x01x",
            b"\x0a\x06\x0a\x01a\x12\x011",
            b"\x12\x14\x09\0\0\0\0\0\0\0\x40\x10\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",
            b"\x12\x0c\x09\0\0\0\0\0\0\xf0\x3f\x10\xac\x02",
        ]
        .concat();
        assert_eq!(message, expected);
    }

    #[rstest::rstest]
    #[case(400, true)]
    #[case(409, true)]
    #[case(413, true)]
    #[case(422, true)]
    #[case(401, false)]
    #[case(403, false)]
    #[case(404, false)]
    #[case(429, false)]
    #[case(500, false)]
    #[case(302, false)]
    fn refusals_are_final_and_troubles_are_not(#[case] status: u16, #[case] expected: bool) {
        assert_eq!(is_final(status), expected);
    }
}
