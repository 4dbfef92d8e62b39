//! One request of an HTTP probe, and the one to which a redirect leads. Pure.

use http::header::{self, HeaderMap, HeaderValue};
use http::{Method, Request, StatusCode};
use http_body_util::Empty;
use hyper::body::Bytes;
use reqwest::Url;

use super::expect::Answer;
use crate::config::HostPort;
use crate::net::redact_url;

/// What is asked, and where; a redirect makes the next one.
pub(super) struct Hop {
    pub url: Url,
    pub method: Method,
    pub headers: HeaderMap,
}

impl Hop {
    pub(super) fn address(&self) -> Result<HostPort, String> {
        let host = self.url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let port = self.url.port_or_known_default().ok_or("URL has no port")?;
        Ok(HostPort { host, port })
    }

    pub(super) fn request(&self) -> Result<Request<Empty<Bytes>>, String> {
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
    pub(super) fn next(&self, answer: &Answer) -> Result<Option<Self>, String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn hop(url: &str, method: Method) -> Hop {
        let mut secret = HeaderValue::from_static("hunter2");
        secret.set_sensitive(true);
        let headers = HeaderMap::from_iter([(header::AUTHORIZATION, secret)]);
        Hop { url: url.parse().unwrap(), method, headers }
    }

    fn moved(status: u16, location: &'static str) -> Answer {
        let headers = HeaderMap::from_iter([(header::LOCATION, HeaderValue::from_static(location))]);
        Answer { status, headers, body: Vec::new(), cut: false }
    }

    #[rstest::rstest]
    #[case("/b?c=1", "http://a/b?c=1", true)]
    #[case("//other/b", "http://other/b", false)]
    #[case("http://a:8080/b", "http://a:8080/b", false)]
    #[case("https://a/b", "https://a/b", false)]
    fn only_the_same_server_gets_the_secret_again(
        #[case] location: &'static str,
        #[case] url: &str,
        #[case] kept: bool,
    ) {
        let next = hop("http://a/x", Method::GET).next(&moved(302, location)).unwrap().unwrap();
        assert_eq!((next.url.as_str(), next.headers.contains_key(header::AUTHORIZATION)), (url, kept));
    }

    #[rstest::rstest]
    #[case(Method::POST, 302, Method::GET)]
    #[case(Method::POST, 307, Method::POST)]
    #[case(Method::PUT, 303, Method::GET)]
    #[case(Method::HEAD, 303, Method::HEAD)]
    fn the_method_follows_rfc_9110(#[case] asked: Method, #[case] status: u16, #[case] next: Method) {
        let hop = hop("http://a/", asked).next(&moved(status, "/b")).unwrap().unwrap();
        assert_eq!(hop.method, next);
    }

    #[test]
    fn what_is_no_redirect_leads_nowhere() {
        let hop = hop("http://a/", Method::GET);
        assert!(hop.next(&moved(304, "/b")).unwrap().is_none());
        let bare = Answer { headers: HeaderMap::new(), ..moved(302, "/b") };
        assert!(hop.next(&bare).unwrap().is_none());
        assert_eq!(
            hop.next(&moved(302, "ftp://a/b")).err().unwrap(),
            "redirected to \"ftp://a/b\", which is not HTTP"
        );
    }
}
