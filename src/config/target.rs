//! `[targets.NAME]`: what `probe` probes. A target holds one table, named after its kind.

mod expectation;
mod header;
mod status;
mod text;
mod url;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use crate::time::Duration;

pub(crate) use expectation::{JsonExpectation, JsonPointer, Pattern};
pub(crate) use header::{HeaderError, HeaderKey, HeaderText, refuse_clear_secrets};
pub(crate) use status::StatusSet;
pub(crate) use url::{HostPort, HttpUrl};

/// Something probed.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Target {
    Http(Box<HttpTarget>),
    Tcp(TcpTarget),
}

/// An HTTP or HTTPS endpoint: what is asked, and what the answer must be like.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HttpTarget {
    pub url: HttpUrl,
    #[serde(default)]
    pub method: Method,
    /// What is sent. A value may be a secret: `env:NAME` or `file:PATH`.
    #[serde(default, deserialize_with = "header::deserialize")]
    pub headers: BTreeMap<HeaderKey, HeaderText>,
    /// For one attempt, from resolving the name to the last byte.
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
    /// Further attempts after a failed one.
    #[serde(default)]
    pub retries: u32,
    /// How many redirects are followed; 0: none. A redirect whose status is expected is the answer.
    #[serde(default = "default_redirects")]
    pub redirects: u32,
    #[serde(default)]
    pub ip: IpFamily,
    /// PEM certificates trusted besides the system's.
    pub ca_file: Option<PathBuf>,
    /// Accept any certificate. Only for a network where nobody else can answer.
    #[serde(default)]
    pub insecure: bool,
    /// Statuses of a good answer: `200`, `"200-299"`, `[200, "300-399"]`.
    #[serde(default)]
    pub status: StatusSet,
    /// A slower answer is no good one.
    pub max_latency: Option<Duration>,
    /// Headers of the answer, and a regular expression that each must match.
    #[serde(default)]
    pub expect_headers: BTreeMap<HeaderKey, Pattern>,
    /// A regular expression that the body must match.
    pub body_regex: Option<Pattern>,
    /// JSON pointers into the body, and the value that each must have.
    #[serde(default)]
    pub json: BTreeMap<JsonPointer, serde_json::Value>,
    /// Warn when the certificate expires sooner; 0: never.
    #[serde(default = "default_cert_warning")]
    pub cert_warning: Duration,
    /// The calendar in which it must answer; reports count the rest as closed. Without one, always.
    pub during: Option<String>,
}

/// A TCP port that must accept a connection.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TcpTarget {
    /// `host:port`.
    pub address: HostPort,
    /// For one attempt, from resolving the name to the open connection.
    #[serde(default = "default_timeout")]
    pub timeout: Duration,
    /// Further attempts after a failed one.
    #[serde(default)]
    pub retries: u32,
    #[serde(default)]
    pub ip: IpFamily,
    /// A slower connection is no good one.
    pub max_latency: Option<Duration>,
    /// The calendar in which it must accept; reports count the rest as closed. Without one, always.
    pub during: Option<String>,
}

impl Target {
    /// The calendar in which it must be up.
    pub(crate) fn during(&self) -> Option<&str> {
        match self {
            Self::Http(target) => target.during.as_deref(),
            Self::Tcp(target) => target.during.as_deref(),
        }
    }
}

/// The method of a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema, clap::ValueEnum)]
#[serde(rename_all = "UPPERCASE")]
#[clap(rename_all = "UPPER")]
pub(crate) enum Method {
    #[default]
    Get,
    Head,
    Options,
    Post,
    Put,
    Delete,
}

/// Which addresses of a name are tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum IpFamily {
    #[default]
    Any,
    V4,
    V6,
}

impl std::str::FromStr for IpFamily {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "any" => Ok(Self::Any),
            "4" => Ok(Self::V4),
            "6" => Ok(Self::V6),
            other => Err(format!("{other:?} is no address family: write any, 4 or 6")),
        }
    }
}

text::written_as_text!(IpFamily, "IpFamily", "Which addresses of a name are tried: any, 4 or 6.", or numbers);

impl HttpTarget {
    /// A target with every setting at its default.
    pub(crate) fn new(url: HttpUrl) -> Self {
        Self {
            url,
            method: Method::default(),
            headers: BTreeMap::new(),
            timeout: default_timeout(),
            retries: 0,
            redirects: default_redirects(),
            ip: IpFamily::default(),
            ca_file: None,
            insecure: false,
            status: StatusSet::default(),
            max_latency: None,
            expect_headers: BTreeMap::new(),
            body_regex: None,
            json: BTreeMap::new(),
            cert_warning: default_cert_warning(),
            during: None,
        }
    }
}

impl TcpTarget {
    /// A target with every setting at its default.
    pub(crate) fn new(address: HostPort) -> Self {
        let (timeout, ip) = (default_timeout(), IpFamily::default());
        Self { address, timeout, retries: 0, ip, max_latency: None, during: None }
    }
}

fn default_timeout() -> Duration {
    Duration::from_secs(5)
}

fn default_redirects() -> u32 {
    10
}

fn default_cert_warning() -> Duration {
    Duration::from_secs(14 * 86_400)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::parse;

    fn targets(text: &str) -> Result<BTreeMap<String, Target>, String> {
        let text = format!("version = 1\n{text}");
        parse(&text, Path::new("tillwatch.toml")).map(|config| config.targets).map_err(|e| e.to_string())
    }

    #[test]
    fn a_kind_is_an_inline_table_or_one_of_its_own() {
        let text = "[targets.api]\nhttp = { url = \"http://api.local/health\", status = [200, \"300-399\"] }\n\
                    [targets.db.tcp]\naddress = \"db.local:5432\"\nip = 4\n";
        let targets = targets(text).unwrap();
        let Target::Http(api) = &targets["api"] else { panic!("{targets:?}") };
        assert_eq!(api.status.to_string(), "200,300-399");
        let Target::Tcp(db) = &targets["db"] else { panic!("{targets:?}") };
        assert_eq!((db.address.to_string().as_str(), db.ip), ("db.local:5432", IpFamily::V4));
    }

    #[rstest::rstest]
    #[case(
        "[targets.a.htpp]\nurl = \"http://a\"",
        "tillwatch.toml:2: unknown variant `htpp`",
        "did you mean http?"
    )]
    #[case(
        "[targets.a.http]\nurl = \"http://a\"\nstats = 200",
        ":4: unknown field `stats`",
        "did you mean status?"
    )]
    #[case("[targets.a.http]\nurl = \"ftp://a\"", ":3: ", "http:// or https://")]
    #[case("[targets.a.http]\nurl = \"https://me:hunter2@a/\"", ":3: ", "env:NAME")]
    #[case("[targets.a.http]\nurl = \"http://a\"\nstatus = \"2-x\"", ":4: ", "200-299")]
    #[case("[targets.a.http]\nurl = \"http://a\"\nbody_regex = \"(\"", ":4: ", "unclosed group")]
    #[case("[targets.a.http]\nurl = \"http://a\"\njson = { status = \"ok\" }", ":4: ", "begins with /")]
    #[case(
        "[targets.a.http]\nurl = \"http://a\"\nheaders = { Authorization = \"Bearer hunter2\" }",
        ":4: ",
        "env:NAME"
    )]
    #[case("[targets.a.tcp]\naddress = \"db\"", ":3: ", "host:port")]
    #[case("[targets.a.tcp]\naddress = \"db:1\"\nip = 5", ":4: ", "any, 4 or 6")]
    fn a_wrong_setting_is_named_with_its_line_and_no_secret(
        #[case] text: &str,
        #[case] place: &str,
        #[case] advice: &str,
    ) {
        let error = targets(text).unwrap_err();
        assert!(error.contains(place) && error.contains(advice), "{error}");
        assert!(!error.contains("hunter2"), "{error}");
    }
}
