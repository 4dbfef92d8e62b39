//! A Pushgateway: <https://github.com/prometheus/pushgateway/blob/master/README.md#api>.
//!
//! It keeps the latest value of each series and refuses timestamps, so instants do not reach it; of a series with several
//! the newest goes. Types and help do not either: all is untyped.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, RequestBuilder, Url};

use super::Destination;
use crate::config::{PushConfig, PushMethod};
use crate::ingest::{Sample, check_labels};
use crate::metric::exposition;

/// The group below a base address. An address that names a group already is taken as it is.
pub(super) fn destination(mut url: Url, config: &PushConfig) -> Result<Destination, String> {
    let replaces_group = config.method == PushMethod::Put;
    if !url.path().contains("/metrics/job") {
        let path = format!("{}{}", url.path().trim_end_matches('/'), group(config)?);
        url.set_path(&path);
    }
    Ok(Destination::Pushgateway { group: url, replaces_group })
}

/// `/metrics/job/JOB/LABEL/VALUE…`.
fn group(config: &PushConfig) -> Result<String, String> {
    if config.job.is_empty() {
        return Err("the group of a Pushgateway needs a job".into());
    }
    if config.grouping.contains_key("job") {
        return Err("the label job of the group is set by `job`, not by `grouping`".into());
    }
    // An empty value is no label elsewhere; here its name must be right all the same.
    let names = config.grouping.keys().map(|name| (name.as_str(), "x")).collect();
    check_labels(&names).map_err(|error| error.to_string())?;
    let pairs = config.grouping.iter().map(|(name, value)| part(name, value));
    Ok(format!("/metrics{}{}", part("job", &config.job), pairs.collect::<String>()))
}

/// Base64 keeps what a path would lose, such as a `/`; an empty value is a lone `=`.
fn part(name: &str, value: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    if value.is_empty() {
        format!("/{name}@base64/=")
    } else if value.chars().all(is_plain) && !value.starts_with('.') {
        format!("/{name}/{value}")
    } else {
        format!("/{name}@base64/{}", URL_SAFE_NO_PAD.encode(value))
    }
}

pub(super) fn request(
    client: &Client,
    group: &Url,
    replaces_group: bool,
    samples: &[Sample],
) -> RequestBuilder {
    let request = if replaces_group { client.put(group.clone()) } else { client.post(group.clone()) };
    request.header(CONTENT_TYPE, exposition::CONTENT_TYPE).body(text(samples))
}

/// A line for each series, those of one name together.
fn text(samples: &[Sample]) -> String {
    let newest: BTreeMap<_, _> =
        samples.iter().map(|sample| ((&sample.name, &sample.labels), sample.value)).collect();
    let line = |((name, labels), value): (&(&crate::ingest::MetricName, &crate::label::Labels), &f64)| {
        exposition::line(name.as_str(), labels, *value)
    };
    newest.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(toml: &str) -> Result<String, String> {
        group(&toml::from_str(toml).unwrap())
    }

    #[test]
    fn the_grouping_key_is_the_path_and_base64_where_a_path_would_change_it() {
        assert_eq!(path("").unwrap(), "/metrics/job/tillwatch");
        let toml = "job = \"directory_cleaner\"\n\
            grouping = { path = \"/var/tmp\", name = \"Προμηθεύς\", first_label = \"\", instance = \"till-1.shop\", up = \"..\" }";
        let expected = "/metrics/job/directory_cleaner/first_label@base64/=/instance/till-1.shop\
            /name@base64/zqDPgc6_zrzOt864zrXPjc-C/path@base64/L3Zhci90bXA/up@base64/Li4";
        assert_eq!(path(toml).unwrap(), expected);
    }

    #[rstest::rstest]
    #[case("job = \"\"", "the group of a Pushgateway needs a job")]
    #[case("grouping = { job = \"x\" }", "the label job of the group is set by `job`")]
    #[case("grouping = { \"a-b\" = \"x\" }", "\"a-b\" is no label name")]
    fn a_group_that_no_pushgateway_takes_is_refused(#[case] toml: &str, #[case] reason: &str) {
        let error = path(toml).unwrap_err();
        assert!(error.starts_with(reason), "{error}");
    }
}
