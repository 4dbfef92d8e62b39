//! Who may look, and who may act: whoever has signed in by a token, or at a reverse proxy that is trusted, or sits before
//! this very machine while nothing says that looking is not for everybody.

use std::net::IpAddr;

use axum::http::{HeaderMap, HeaderName, header};
use jiff::{SignedDuration, Timestamp};

use super::session::{Session, SessionKey};
use crate::config::Config;
use crate::serve::access::Access;
use crate::serve::refusal::Refusal;
use crate::token::Scope;

const COOKIE: &str = "tillwatch_session";

/// Who looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Viewer {
    /// Somebody on this machine.
    Here,
    SignedIn(Person),
}

/// Somebody with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    pub name: String,
    /// Whether they may act on incidents.
    pub operates: bool,
    /// What their forms are guarded by.
    whose: String,
    /// By which token, where it was not at a proxy.
    pub token: Option<i64>,
}

/// The settings of the door.
pub(crate) struct Door {
    key: SessionKey,
    session_for: SignedDuration,
    proxy: Option<Proxy>,
    /// Whether cookies go over TLS alone.
    is_secure: bool,
    /// Whether only this machine reaches us, as far as the settings say.
    is_local: bool,
    /// The host of `[project] url`.
    host: Option<String>,
}

/// A proxy at which people sign in.
struct Proxy {
    header: HeaderName,
    trusted: Vec<IpAddr>,
    operates: bool,
}

/// Why there is no door.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DoorError {
    #[error("[serve] viewer_header: {0:?} is no name of a header")]
    Header(String),
    #[error("[serve] viewer_header trusts nobody: anybody could send it")]
    Trusted,
}

impl Door {
    /// `is_loopback` says whether it listens on the loopback interface alone.
    pub(crate) fn new(config: &Config, key: SessionKey, is_loopback: bool) -> Result<Self, DoorError> {
        let serve = &config.serve;
        let proxy = serve.viewer_header.as_ref().map(|proxy| {
            let header = proxy.name.parse().map_err(|_| DoorError::Header(proxy.name.clone()))?;
            if proxy.trusted.is_empty() {
                return Err(DoorError::Trusted);
            }
            Ok(Proxy { header, trusted: proxy.trusted.clone(), operates: proxy.operate })
        });
        let proxy = proxy.transpose()?;
        let url = config.project.url.as_deref();
        let host = url.and_then(|url| url.split_once("://")?.1.split('/').next().map(str::to_owned));
        let is_secure = serve.tls_cert.is_some() || url.is_some_and(|url| url.starts_with("https://"));
        // An address that people reach it at, a proxy, or a token for metrics: then it is not for this machine alone.
        let is_local = is_loopback && url.is_none() && proxy.is_none() && serve.metrics_token.is_none();
        Ok(Self { key, session_for: serve.session_for.signed(), proxy, is_secure, is_local, host })
    }

    /// Whether whoever sits before this machine may look without signing in.
    pub(crate) fn is_open(&self, access: &Access) -> bool {
        self.is_local && !access.issued.guards_view()
    }

    /// Who sent these headers from this address; `None` must sign in first. Two names are nobody's: one of them may have
    /// come from outside.
    pub(super) fn viewer(
        &self,
        headers: &HeaderMap,
        peer: Option<IpAddr>,
        access: &Access,
        now: Timestamp,
    ) -> Result<Option<Viewer>, Refusal> {
        let person = self.by_proxy(headers, peer)?.or_else(|| self.by_cookie(headers, access, now));
        let here = || (self.is_open(access) && is_here(headers, peer)).then_some(Viewer::Here);
        Ok(person.map(Viewer::SignedIn).or_else(here))
    }

    fn by_proxy(&self, headers: &HeaderMap, peer: Option<IpAddr>) -> Result<Option<Person>, Refusal> {
        let is_trusted = |proxy: &&Proxy| peer.is_some_and(|peer| proxy.trusted.contains(&peer));
        let Some(proxy) = self.proxy.as_ref().filter(is_trusted) else { return Ok(None) };
        let mut names = headers.get_all(&proxy.header).iter();
        let Some(name) = names.next() else { return Ok(None) };
        if names.next().is_some() {
            return Err(Refusal::TwoNames);
        }
        let name: String = String::from_utf8_lossy(name.as_bytes()).trim().chars().take(100).collect();
        let whose = format!("proxy {name}");
        Ok((!name.is_empty()).then_some(Person { name, operates: proxy.operates, whose, token: None }))
    }

    fn by_cookie(&self, headers: &HeaderMap, access: &Access, now: Timestamp) -> Option<Person> {
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs =
            cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let (_, cookie) = pairs.find(|(name, _)| *name == COOKIE)?;
        let session = self.key.open(cookie, now)?;
        let token = access.issued.by_id(session.token, now).filter(|token| token.scope.may_view())?;
        let operates = token.scope == Scope::Operate;
        Some(Person { name: token.owner(), operates, whose: cookie.to_owned(), token: Some(token.id) })
    }

    /// What a person's forms must send back.
    pub(super) fn guard(&self, person: &Person) -> String {
        self.key.guard(&person.whose)
    }

    pub(super) fn is_guard(&self, person: &Person, guard: &str) -> bool {
        self.key.is_guard(&person.whose, guard)
    }

    /// The cookie of somebody who signs in by a token.
    pub(super) fn cookie(&self, token: i64, now: Timestamp) -> String {
        let expires = now.saturating_add(self.session_for).unwrap_or(now);
        let seconds = self.session_for.as_secs();
        self.set_cookie(&self.key.seal(Session { token, expires }), seconds)
    }

    /// What makes a browser forget the cookie.
    pub(super) fn no_cookie(&self) -> String {
        self.set_cookie("", 0)
    }

    fn set_cookie(&self, value: &str, seconds: i64) -> String {
        let secure = if self.is_secure { "; Secure" } else { "" };
        format!("{COOKIE}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
    }

    /// Whether a form was sent from one of our own pages, as far as the browser says.
    pub(super) fn is_same_origin(&self, headers: &HeaderMap) -> bool {
        let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
        if let Some(site) = text("sec-fetch-site") {
            return ["same-origin", "none"].contains(&site);
        }
        let Some(origin) = text("origin") else { return true };
        let host = origin.split_once("://").map(|(_, host)| host);
        host.is_some() && (host == text("host") || host == self.host.as_deref())
    }
}

/// Whether a request comes from this very machine and through nobody: a name that leads here from elsewhere is not ours,
/// and neither is what a proxy passes on.
fn is_here(headers: &HeaderMap, peer: Option<IpAddr>) -> bool {
    let passed_on = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let is_ours = name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    peer.is_some_and(|peer| peer.is_loopback())
        && is_ours
        && !passed_on.iter().any(|name| headers.contains_key(*name))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap()))
            .collect()
    }

    #[rstest::rstest]
    #[case("127.0.0.1", &[("host", "127.0.0.1:8086")], true)]
    #[case("::1", &[("host", "[::1]:8086")], true)]
    #[case("127.0.0.1", &[("host", "localhost:8086")], true)]
    #[case("10.0.0.7", &[("host", "localhost:8086")], false)]
    // A name of somebody else's that leads to this machine.
    #[case("127.0.0.1", &[("host", "evil.example:8086")], false)]
    #[case("127.0.0.1", &[("host", "127.0.0.1.evil.example")], false)]
    #[case("127.0.0.1", &[("host", "localhost:8086"), ("x-forwarded-for", "10.0.0.7")], false)]
    #[case("127.0.0.1", &[("host", "localhost:8086"), ("via", "1.1 proxy")], false)]
    #[case("127.0.0.1", &[], false)]
    fn this_machine_is_known_by_address_and_name(
        #[case] peer: &str,
        #[case] sent: &[(&'static str, &str)],
        #[case] here: bool,
    ) {
        assert_eq!(is_here(&headers(sent), Some(peer.parse().unwrap())), here);
    }

    fn door(toml: &str) -> Door {
        let config =
            crate::config::parse(&format!("version = 1\n{toml}"), "tillwatch.toml".as_ref()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let database = crate::db::Database::open(&folder.path().join("own.db")).unwrap();
        Door::new(&config, SessionKey::of(&database).unwrap(), true).unwrap()
    }

    #[rstest::rstest]
    #[case("", true)]
    #[case("[project]\nurl = \"https://watch.example.org\"", false)]
    #[case("[serve]\nmetrics_token = \"file:x\"", false)]
    #[case("[serve]\nviewer_header = { name = \"X-User\", trusted = [\"127.0.0.1\"] }", false)]
    fn what_is_reached_from_elsewhere_is_not_open(#[case] toml: &str, #[case] local: bool) {
        assert_eq!(door(toml).is_local, local);
    }

    #[test]
    fn a_header_counts_from_a_trusted_address_alone() {
        let door =
            door("[serve]\nviewer_header = { name = \"X-User\", trusted = [\"10.0.0.1\"], operate = true }");
        let sent = headers(&[("x-user", " ann ")]);
        let by = |sent: &HeaderMap, peer: &str| door.by_proxy(sent, Some(peer.parse().unwrap()));
        let ann = by(&sent, "10.0.0.1").unwrap().unwrap();
        assert_eq!((ann.name.as_str(), ann.operates), ("ann", true));
        assert_eq!(by(&sent, "10.0.0.2").unwrap(), None);
        assert_eq!(by(&headers(&[("x-user", " ")]), "10.0.0.1").unwrap(), None);
    }

    #[rstest::rstest]
    #[case("bob")]
    #[case("ann")]
    #[case("")]
    fn a_second_name_is_refused_from_a_trusted_address(#[case] second: &str) {
        let door = door("[serve]\nviewer_header = { name = \"X-User\", trusted = [\"10.0.0.1\"] }");
        let mut sent = headers(&[("x-user", "ann")]);
        sent.append("x-user", HeaderValue::from_str(second).unwrap());
        let by = |peer: &str| door.by_proxy(&sent, Some(peer.parse().unwrap()));
        assert!(matches!(by("10.0.0.1"), Err(Refusal::TwoNames)));
        assert_eq!(by("10.0.0.2").unwrap(), None);
    }

    #[rstest::rstest]
    #[case(&[("sec-fetch-site", "same-origin")], true)]
    #[case(&[("sec-fetch-site", "cross-site"), ("origin", "http://x"), ("host", "x")], false)]
    #[case(&[("sec-fetch-site", "same-site")], false)]
    #[case(&[("origin", "http://x:1"), ("host", "x:1")], true)]
    #[case(&[("origin", "http://evil"), ("host", "x")], false)]
    #[case(&[("origin", "null"), ("host", "x")], false)]
    #[case(&[("origin", "https://watch.example.org"), ("host", "127.0.0.1:8086")], true)]
    #[case(&[("host", "x")], true)]
    fn a_form_of_another_site_is_known(#[case] sent: &[(&'static str, &str)], #[case] ours: bool) {
        let door = door("[project]\nurl = \"https://watch.example.org/till\"");
        assert_eq!(door.is_same_origin(&headers(sent)), ours);
    }

    #[test]
    fn a_cookie_is_kept_from_scripts_and_other_sites_and_goes_over_tls_where_there_is_some() {
        let cookie = door("").cookie(1, Timestamp::UNIX_EPOCH);
        assert!(cookie.contains("; HttpOnly; SameSite=Lax") && !cookie.contains("Secure"), "{cookie}");
        let cookie = door("[project]\nurl = \"https://x\"").cookie(1, Timestamp::UNIX_EPOCH);
        assert!(cookie.ends_with("; Secure"), "{cookie}");
    }
}
