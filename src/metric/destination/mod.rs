//! Where samples and heartbeats go: one file a kind of receiver. Sends once, never repeats, never waits.

pub(super) mod answer;
mod monitoring;
mod pushgateway;
mod remote_write;

use jiff::{SignedDuration, Timestamp};
use reqwest::{Client, RequestBuilder, Url};
use tokio::runtime::Runtime;

use self::answer::{Said, ask};
use self::monitoring::Monitoring;
use super::Payload;
use crate::config::{PushConfig, PushKind};
use crate::net;

/// So many samples one request has at most, where a receiver takes several.
const BATCH: usize = 500;

/// A receiver's kind and address.
#[derive(Debug)]
pub(crate) enum Destination {
    Monitoring(Monitoring),
    Pushgateway { group: Url, replaces_group: bool },
    RemoteWrite { url: Url },
}

/// What a receiver will never take, a line a sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    pub lines: Vec<String>,
    pub reason: String,
}

/// Why a receiver takes nothing now, and for how long it asks to be left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unable {
    pub reason: String,
    pub wait: Option<SignedDuration>,
}

/// A destination with a client, and the runtime that it runs on.
pub(crate) struct Sender {
    destination: Destination,
    client: Client,
    runtime: Runtime,
    token: Option<String>,
    /// When this run began.
    now: Timestamp,
}

impl Destination {
    /// `url` may name the kind in front of its scheme, and is of the configured kind otherwise.
    pub(crate) fn new(url: &str, config: &PushConfig) -> Result<Self, String> {
        let (kind, url) = match url.split_once('+') {
            Some(("pushgateway", url)) => (PushKind::Pushgateway, url),
            Some(("remote_write", url)) => (PushKind::RemoteWrite, url),
            _ => (config.kind, url),
        };
        let url = Url::parse(url).map_err(|error| error.to_string())?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(format!("{} is not http or https", url.scheme()));
        }
        match kind {
            PushKind::Monitoring => Ok(Self::Monitoring(Monitoring::new(&url))),
            PushKind::Pushgateway => pushgateway::destination(url, config),
            PushKind::RemoteWrite => Ok(remote_write::destination(url)),
        }
    }

    /// Whether it takes NaN and the infinities.
    pub(crate) fn takes_any_number(&self) -> bool {
        !matches!(self, Self::Monitoring(_))
    }

    /// Whether it takes heartbeats.
    pub(crate) fn takes_heartbeats(&self) -> bool {
        matches!(self, Self::Monitoring(_))
    }

    /// So many samples one payload may have. A group that is replaced must come in one.
    pub(crate) fn batch(&self) -> usize {
        if matches!(self, Self::Pushgateway { .. }) { usize::MAX } else { BATCH }
    }
}

impl Sender {
    pub(crate) fn new(
        destination: Destination,
        config: &PushConfig,
        ca_file: Option<&std::path::Path>,
        token: Option<String>,
        now: Timestamp,
    ) -> Result<Self, String> {
        let client = net::http_client(config.timeout, ca_file).map_err(|error| error.to_string())?;
        let runtime = net::runtime().map_err(|error| error.to_string())?;
        Ok(Self { destination, client, runtime, token, now })
    }

    /// Sends a payload, and says what of it the receiver will never take.
    pub(crate) fn send(&self, payload: &Payload) -> Result<Vec<Refused>, Unable> {
        self.runtime.block_on(async {
            match (&self.destination, payload) {
                (Destination::Monitoring(monitoring), _) => monitoring.send(self, payload).await,
                (_, Payload::Heartbeat(_)) => {
                    Ok(vec![Refused { lines: payload.lines(), reason: "it takes no heartbeats".into() }])
                }
                (Destination::Pushgateway { group, replaces_group }, Payload::Samples(samples)) => {
                    let request = pushgateway::request(&self.client, group, *replaces_group, samples);
                    let alone = samples.len() == 1;
                    let is_final = if alone { answer::is_final } else { answer::is_final_for_several };
                    self.at_once(request, payload, is_final).await
                }
                (Destination::RemoteWrite { url }, Payload::Samples(samples)) => {
                    remote_write::send(self, url, samples).await
                }
            }
        })
    }

    /// One request for the whole payload.
    async fn at_once(
        &self,
        request: RequestBuilder,
        payload: &Payload,
        is_final: fn(u16) -> bool,
    ) -> Result<Vec<Refused>, Unable> {
        Ok(match self.ask(request, is_final).await? {
            Said::Taken(_) => Vec::new(),
            Said::Refused { reason, .. } => vec![Refused { lines: payload.lines(), reason }],
        })
    }

    async fn ask(&self, request: RequestBuilder, is_final: fn(u16) -> bool) -> Result<Said, Unable> {
        let request = match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        ask(request, is_final, self.now).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("http://monitor:8086", "monitoring", "http://monitor:8086/api/monitoring/metric")]
    #[case("http://monitor/base/", "monitoring", "http://monitor/base/api/monitoring/metric")]
    #[case("http://monitor/api/monitoring/metric", "monitoring", "http://monitor/api/monitoring/metric")]
    #[case("http://gateway:9091", "pushgateway", "http://gateway:9091/metrics/job/tillwatch")]
    #[case("pushgateway+http://gateway/base/", "monitoring", "http://gateway/base/metrics/job/tillwatch")]
    #[case("remote_write+http://prometheus:9090", "pushgateway", "http://prometheus:9090/api/v1/write")]
    #[case("https://mimir/api/v1/push?x=1", "remote_write", "https://mimir/api/v1/push?x=1")]
    fn the_endpoint_is_found_from_the_base(#[case] url: &str, #[case] kind: &str, #[case] endpoint: &str) {
        let config: PushConfig = toml::from_str(&format!("kind = {kind:?}")).unwrap();
        let found = match Destination::new(url, &config).unwrap() {
            Destination::Monitoring(monitoring) => monitoring.metric,
            Destination::Pushgateway { group: url, .. } | Destination::RemoteWrite { url } => url,
        };
        assert_eq!(found.as_str(), endpoint);
    }

    #[rstest::rstest]
    #[case("ftp://monitor", "ftp is not http or https")]
    #[case("pushgateway+ftp://monitor", "ftp is not http or https")]
    #[case("prometheus+http://monitor", "prometheus+http is not http or https")]
    #[case("monitor", "relative URL without a base")]
    fn what_is_no_address_is_refused(#[case] url: &str, #[case] reason: &str) {
        assert_eq!(Destination::new(url, &PushConfig::default()).unwrap_err(), reason);
    }
}
