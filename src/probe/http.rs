//! The kind `http`: one request, redirects followed, and the answer held against what is expected.

use std::path::Path;
use std::sync::Arc;

use http::Method;
use http::header::{self, HeaderMap, HeaderValue};

use super::check::PrepareError;
use super::connect::connect;
use super::exchange::exchange;
use super::expect::{Answer, check};
use super::hop::Hop;
use super::outcome::Limits;
use super::seen::Seen;
use super::tls::secure;
use super::trust::{Trust, Trusts};
use crate::config::{HttpTarget, Method as Verb};

const USER_AGENT: &str = concat!("tillwatch/", env!("CARGO_PKG_VERSION"));

/// A target with its secrets read.
pub(crate) struct HttpCheck {
    target: HttpTarget,
    headers: HeaderMap,
    trust: Arc<Trust>,
}

impl HttpCheck {
    /// Reads secrets and, where TLS is certain, roots. `folder` is where relative paths begin.
    pub(super) fn new(target: HttpTarget, folder: &Path, trusts: &mut Trusts) -> Result<Self, PrepareError> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, HeaderValue::from_static("*/*"));
        headers.insert(header::USER_AGENT, HeaderValue::from_static(USER_AGENT));
        for (name, text) in &target.headers {
            headers.insert(&name.0, text.read(folder)?);
        }
        let ca_file = target.ca_file.as_ref().map(|path| folder.join(path));
        let trust = trusts.get(ca_file.as_deref(), target.insecure);
        if target.url.url().scheme() == "https" || ca_file.is_some() {
            trust.config()?;
        }
        Ok(Self { target, headers, trust })
    }

    pub(super) fn limits(&self) -> Limits {
        let HttpTarget { timeout, retries, max_latency, cert_warning, .. } = self.target;
        Limits { timeout, retries, max_latency, cert_warning }
    }

    pub(super) async fn probe(&self, seen: &mut Seen) -> Result<(), String> {
        let target = &self.target;
        let mut hop = Hop {
            url: target.url.url().clone(),
            method: method(target.method),
            headers: self.headers.clone(),
        };
        for _ in 0..=target.redirects {
            let answer = self.ask(&hop, seen).await?;
            if target.redirects == 0 || target.status.contains(answer.status) {
                return check(target, &answer);
            }
            match hop.next(&answer)? {
                Some(next) => hop = next,
                None => return check(target, &answer),
            }
        }
        Err(format!("redirected more than {} times", target.redirects))
    }

    async fn ask(&self, hop: &Hop, seen: &mut Seen) -> Result<Answer, String> {
        let at = hop.address()?;
        let request = hop.request()?;
        let stream = connect(&at, self.target.ip, self.target.timeout.std(), seen).await?;
        if hop.url.scheme() == "https" {
            let stream = secure(stream, &at.host, &self.trust, seen).await?;
            exchange(stream, request, seen).await
        } else {
            exchange(stream, request, seen).await
        }
    }
}

fn method(verb: Verb) -> Method {
    match verb {
        Verb::Get => Method::GET,
        Verb::Head => Method::HEAD,
        Verb::Options => Method::OPTIONS,
        Verb::Post => Method::POST,
        Verb::Put => Method::PUT,
        Verb::Delete => Method::DELETE,
    }
}
