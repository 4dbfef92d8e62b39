//! What receivers that speak HTTP share: one POST of one body, compressed and paced as it is set.

use std::cell::{Cell, RefCell};
use std::io::{self, Write as _};
use std::path::Path;
use std::time::Instant;

use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE};
use reqwest::{RequestBuilder, Url};
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;

use super::Reply;
use super::answer::Answer;
use super::pace::Pace;
use crate::net::{self, Concealed, NetError};
use crate::time::Duration;

/// The most of an answer that is read: verdicts on a whole batch fit.
const ANSWER: usize = 16 << 20;

/// How a sender proves who it is.
#[derive(Clone)]
pub(crate) enum Credentials {
    Bearer(String),
    Basic {
        username: String,
        password: String,
    },
    /// `Authorization: ApiKey …`, as Elasticsearch has it.
    ApiKey(String),
}

/// How a receiver is reached.
pub(crate) struct Connection<'a> {
    /// Its base address.
    pub url: &'a str,
    pub credentials: Option<Credentials>,
    pub ca_file: Option<&'a Path>,
    pub timeout: Duration,
    pub gzip: bool,
    /// Bytes a second.
    pub rate: Option<u64>,
    pub now: Timestamp,
}

/// A receiver, ready to be posted to.
pub(crate) struct Http {
    base: String,
    client: reqwest::Client,
    runtime: Runtime,
    /// Ends when the process is asked to stop.
    stop: RefCell<JoinHandle<()>>,
    credentials: Option<Credentials>,
    concealed: Concealed,
    gzip: Cell<bool>,
    pace: RefCell<Option<Pace>>,
    pub(super) now: Timestamp,
}

impl Http {
    pub(crate) fn new(connection: Connection<'_>) -> Result<Self, NetError> {
        let Connection { url, credentials, ca_file, timeout, gzip, rate, now } = connection;
        let runtime = net::runtime().map_err(|error: io::Error| NetError::Client(error.to_string()))?;
        let stop = RefCell::new(runtime.spawn(net::interrupted()));
        let client = net::http_client(timeout, ca_file)?;
        let concealed = concealed(url, credentials.as_ref());
        let base = url.trim_end_matches('/').to_owned();
        let pace = RefCell::new(rate.map(|rate| Pace::new(rate, Instant::now())));
        Ok(Self { base, client, runtime, stop, credentials, concealed, gzip: Cell::new(gzip), pace, now })
    }

    /// Posts a body below the base address. What is no answer is the reply that it comes to.
    pub(super) fn post(
        &self,
        path: &str,
        content_type: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Result<Answer, Reply> {
        let url = format!("{}{path}", self.base);
        let request = headers
            .iter()
            .fold(self.client.post(&url), |request, (name, value)| request.header(*name, *value));
        let request = self.authorized(request.header(CONTENT_TYPE, content_type));
        if self.gzip.get() {
            let plain = request.try_clone();
            let packed = packed(&body).map_err(|error| Reply::Unable(error.to_string()))?;
            let answer = self.send(request.header(CONTENT_ENCODING, "gzip"), packed, &url)?;
            return match plain {
                Some(plain) if matches!(answer.status, 400 | 415 | 422) => {
                    self.unpacked(answer, plain, body, &url)
                }
                _ => Ok(answer),
            };
        }
        self.send(request, body, &url)
    }

    /// Sends as it is what was refused compressed: receivers that do not know gzip seldom say so, but cannot read it.
    /// Where that is taken everything goes as it is for the rest of this run.
    fn unpacked(
        &self,
        refused: Answer,
        request: RequestBuilder,
        body: Vec<u8>,
        url: &str,
    ) -> Result<Answer, Reply> {
        let answer = self.send(request, body, url)?;
        if refused.status == 415 || answer.is_success() {
            self.gzip.set(false);
        }
        // It may be that only what is compressed is small enough on the way.
        Ok(if answer.status == 413 { refused } else { answer })
    }

    fn authorized(&self, request: RequestBuilder) -> RequestBuilder {
        match &self.credentials {
            None => request,
            Some(Credentials::Bearer(token)) => request.bearer_auth(token),
            Some(Credentials::Basic { username, password }) => request.basic_auth(username, Some(password)),
            Some(Credentials::ApiKey(key)) => request.header("Authorization", format!("ApiKey {key}")),
        }
    }

    fn send(&self, request: RequestBuilder, body: Vec<u8>, url: &str) -> Result<Answer, Reply> {
        let mut stop = self.stop.borrow_mut();
        let starts = self.pace.borrow_mut().as_mut().map(|pace| pace.book(body.len(), Instant::now()));
        let exchange = async {
            if let Some(starts) = starts {
                tokio::time::sleep_until(starts.into()).await;
            }
            self.exchange(request.body(body)).await
        };
        let answer = self.runtime.block_on(async {
            tokio::select! {
                biased;
                _ = &mut *stop => None,
                answer = exchange => Some(answer),
            }
        });
        match answer {
            None => Err(Reply::Interrupted),
            Some(Ok(answer)) => Ok(answer),
            Some(Err(error)) => {
                let reason = self.concealed.hide(&net::request_reason(&error));
                Err(Reply::Unable(format!("{}: {reason}", net::redact_url(url))))
            }
        }
    }

    /// A reply that breaks off is none: what it was going to say is not known.
    async fn exchange(&self, request: RequestBuilder) -> Result<Answer, reqwest::Error> {
        let mut response = request.send().await?;
        let status = response.status().as_u16();
        let retry_after = net::retry_after(response.headers(), self.now);
        let is_page = net::is_page(response.headers());
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            body.extend_from_slice(&chunk[..chunk.len().min(ANSWER - body.len())]);
        }
        Ok(Answer {
            status,
            is_page,
            body: self.concealed.hide(&String::from_utf8_lossy(&body)),
            retry_after,
        })
    }
}

/// What no message may show, even where the receiver repeats it.
fn concealed(url: &str, credentials: Option<&Credentials>) -> Concealed {
    let concealed = Url::parse(url).ok().and_then(|url| url.password().map(str::to_owned));
    let concealed = concealed.iter().fold(Concealed::default(), |all, password| all.text(password));
    match credentials {
        None => concealed,
        Some(Credentials::Bearer(secret) | Credentials::ApiKey(secret)) => concealed.text(secret),
        Some(Credentials::Basic { username, password }) => {
            concealed.text(password).text(&format!("{username}:{password}"))
        }
    }
}

/// As RFC 1952 has it; quick rather than small, for a log shrinks well anyhow.
fn packed(body: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = GzEncoder::new(Vec::with_capacity(body.len() / 4), Compression::fast());
    packed.write_all(body)?;
    packed.finish()
}
