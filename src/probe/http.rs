//! The kind `http`: one request, redirects followed, and the answer held against what is expected.

use std::path::Path;
use std::pin::pin;
use std::sync::Arc;

use http::header::{self, HeaderMap, HeaderValue};
use http::{Method, Request, StatusCode};
use http_body_util::{BodyExt as _, Empty};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use reqwest::Url;
use tokio::io::{AsyncRead, AsyncWrite};

use super::check::PrepareError;
use super::connect::connect;
use super::expect::{Answer, check};
use super::outcome::Limits;
use super::seen::{Phase, Seen};
use super::tls::secure;
use super::trust::{Trust, Trusts};
use crate::config::{HostPort, HttpTarget, Method as Verb};
use crate::net::{io_reason, redact_url};

/// How much of a body is read.
const MAX_BODY: usize = 1 << 20;

/// A target with its secrets read.
pub(crate) struct HttpCheck {
    target: HttpTarget,
    headers: HeaderMap,
    trust: Arc<Trust>,
}

/// What is asked, and where; a redirect makes the next one.
struct Hop {
    url: Url,
    method: Method,
    headers: HeaderMap,
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
            talk(stream, request, seen).await
        } else {
            talk(stream, request, seen).await
        }
    }
}

const USER_AGENT: &str = concat!("tillwatch/", env!("CARGO_PKG_VERSION"));

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

impl Hop {
    fn address(&self) -> Result<HostPort, String> {
        let host = self.url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let port = self.url.port_or_known_default().ok_or("URL has no port")?;
        Ok(HostPort { host, port })
    }

    fn request(&self) -> Result<Request<Empty<Bytes>>, String> {
        let query = self.url.query().map(|query| format!("?{query}")).unwrap_or_default();
        let mut request = Request::builder()
            .method(self.method.clone())
            .uri(format!("{}{query}", self.url.path()))
            .body(Empty::new())
            .map_err(|error| format!("URL cannot be asked for: {error}"))?;
        *request.headers_mut() = self.headers.clone();
        let headers = request.headers_mut();
        headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
        if !headers.contains_key(header::HOST) {
            let port = self.url.port().map(|port| format!(":{port}")).unwrap_or_default();
            let host = format!("{}{port}", self.url.host_str().unwrap_or_default());
            headers.insert(header::HOST, HeaderValue::from_str(&host).map_err(|error| error.to_string())?);
        }
        Ok(request)
    }

    /// Where a redirect leads; `None` if the answer is none.
    fn next(&self, answer: &Answer) -> Result<Option<Self>, String> {
        if !matches!(answer.status, 301 | 302 | 303 | 307 | 308) {
            return Ok(None);
        }
        let Some(location) = answer.headers.get(header::LOCATION) else { return Ok(None) };
        let location = String::from_utf8_lossy(location.as_bytes());
        let url = self
            .url
            .join(&location)
            .map_err(|_| format!("redirected to {:?}, which is no URL", redact_url(&location)))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(format!("redirected to {:?}, which is not HTTP", redact_url(&location)));
        }
        let mut headers = self.headers.clone();
        if url.origin() != self.url.origin() {
            // What was meant for one server is not shown to another.
            headers.remove(header::HOST);
            let secrets: Vec<_> =
                headers.iter().filter(|(_, v)| v.is_sensitive()).map(|(k, _)| k.clone()).collect();
            for name in &secrets {
                headers.remove(name);
            }
        }
        Ok(Some(Self { url, method: self.method_after(answer.status), headers }))
    }

    /// RFC 9110: 303 asks with GET; for 301 and 302 every client makes a POST a GET.
    fn method_after(&self, status: u16) -> Method {
        let asks_again =
            status == StatusCode::SEE_OTHER || (matches!(status, 301 | 302) && self.method == Method::POST);
        if asks_again && self.method != Method::HEAD { Method::GET } else { self.method.clone() }
    }
}

async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    request: Request<Empty<Bytes>>,
    seen: &mut Seen,
) -> Result<Answer, String> {
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|error| reason(&error))?;
    let exchange = async {
        let response = seen.during(Phase::FirstByte, sender.send_request(request)).await?;
        let (head, body) = response.into_parts();
        seen.status_code = Some(head.status.as_u16());
        let (body, cut) = seen.during(Phase::Transfer, read(body)).await?;
        Ok(Answer { status: head.status.as_u16(), headers: head.headers, body, cut })
    };
    let (mut exchange, connection) = (pin!(exchange), pin!(connection));
    let answer: Result<Answer, hyper::Error> = tokio::select! {
        answer = &mut exchange => answer,
        // The server has closed; what it sent before is still to be read.
        _ = connection => exchange.await,
    };
    answer.map_err(|error| reason(&error))
}

/// The body up to [`MAX_BODY`], and whether there was more.
async fn read(mut body: Incoming) -> Result<(Vec<u8>, bool), hyper::Error> {
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame?.into_data() else { continue };
        let room = MAX_BODY - bytes.len();
        bytes.extend_from_slice(&data[..data.len().min(room)]);
        if data.len() > room {
            return Ok((bytes, true));
        }
    }
    Ok((bytes, false))
}

fn reason(error: &hyper::Error) -> String {
    use std::error::Error as _;

    let source = error.source().and_then(|source| source.downcast_ref::<std::io::Error>());
    match source {
        _ if error.is_incomplete_message() => "connection closed before the whole answer".into(),
        _ if error.is_parse_too_large() => "head of the answer is too large".into(),
        _ if error.is_parse() => "answer is not HTTP".into(),
        Some(source) if source.kind() == std::io::ErrorKind::UnexpectedEof => {
            "connection closed before the whole answer".into()
        }
        Some(source) => io_reason(source),
        None => error.to_string(),
    }
}
