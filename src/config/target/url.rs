//! Where a target is.

use std::fmt;
use std::str::FromStr;

/// An `http://` or `https://` URL without credentials. Errors never repeat it: what is wrong may be a secret.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct HttpUrl(reqwest::Url);

impl HttpUrl {
    pub(crate) fn url(&self) -> &reqwest::Url {
        &self.0
    }
}

impl FromStr for HttpUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let url = reqwest::Url::parse(text).map_err(|error| format!("this is no URL: {error}"))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err("a URL begins with http:// or https://".into());
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(
                "a URL holds no credentials: send a header Authorization, written env:NAME or file:PATH"
                    .into(),
            );
        }
        Ok(Self(url))
    }
}

/// The server alone: paths and queries may hold secrets.
impl fmt::Debug for HttpUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.origin().ascii_serialization())
    }
}

super::text::written_as_text!(
    HttpUrl,
    "HttpUrl",
    "A URL that begins with http:// or https://, without credentials."
);

/// A host and a port: `db.local:5432`, `10.0.0.7:22`, `[::1]:5432`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HostPort {
    /// A name or an address, without brackets.
    pub host: String,
    pub port: u16,
}

impl FromStr for HostPort {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || format!("{text:?} is no address: write host:port, like db.local:5432 or [::1]:5432");
        let (host, port) = text.rsplit_once(':').ok_or_else(wrong)?;
        let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
        let port = port.parse().ok().filter(|port| *port != 0).ok_or_else(wrong)?;
        let host = bare.unwrap_or(host);
        if host.is_empty() || host.contains(['/', '@', ' ']) || (bare.is_none() && host.contains(':')) {
            return Err(wrong());
        }
        Ok(Self { host: host.to_owned(), port })
    }
}

impl fmt::Display for HostPort {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { host, port } = self;
        if host.contains(':') { write!(out, "[{host}]:{port}") } else { write!(out, "{host}:{port}") }
    }
}

super::text::written_as_text!(HostPort, "HostPort", "A host and a port: db.local:5432 or [::1]:5432.");

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("db.local:5432", "db.local", 5432)]
    #[case("[::1]:22", "::1", 22)]
    fn an_address_is_read_and_printed(#[case] text: &str, #[case] host: &str, #[case] port: u16) {
        let address: HostPort = text.parse().unwrap();
        assert_eq!((address.host.as_str(), address.port, address.to_string().as_str()), (host, port, text));
    }

    #[rstest::rstest]
    #[case("db")]
    #[case("db:0")]
    #[case("db:65536")]
    #[case("::1:22")]
    #[case(":22")]
    #[case("db:22/path")]
    fn nonsense_is_refused(#[case] text: &str) {
        assert!(text.parse::<HostPort>().is_err());
    }
}
