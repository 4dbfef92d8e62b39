//! The options of a URL: what is asked, and what the answer must be like.

use std::path::PathBuf;
use std::str::FromStr;

use crate::app::Failure;
use crate::config::{
    HeaderKey, HeaderText, HttpTarget, IpFamily, JsonExpectation, Method, Pattern, StatusSet, Target,
    TcpTarget, refuse_clear_secrets,
};
use crate::net::redact_url;
use crate::time::Duration;

/// Options that only a URL takes; each is also a setting of `[targets.NAME.http]`.
#[derive(Clone, Debug, Default, PartialEq, clap::Args)]
#[command(next_help_heading = "Options for URLs")]
pub(super) struct UrlFlags {
    /// Statuses of a good answer, like 200-299,304 [default: 200-299].
    #[arg(long, value_name = "STATUSES")]
    status: Option<StatusSet>,

    /// A slower answer is no good one.
    #[arg(long, value_name = "DURATION")]
    max_latency: Option<Duration>,

    /// A header of the answer and a regular expression that it must match; repeatable.
    #[arg(long, value_name = "NAME: REGEX", value_parser = pair::<HeaderKey, Pattern>)]
    expect_header: Vec<(HeaderKey, Pattern)>,

    /// A regular expression that the body must match.
    #[arg(long, value_name = "REGEX", allow_hyphen_values = true)]
    body_regex: Option<Pattern>,

    /// A JSON pointer into the body and the value there, like /status=ok; repeatable.
    #[arg(long, value_name = "POINTER=VALUE")]
    json: Vec<JsonExpectation>,

    /// The method [default: GET].
    #[arg(long, value_enum, ignore_case = true)]
    method: Option<Method>,

    /// A header to send; a secret is written `env:NAME` or `file:PATH`; repeatable.
    #[arg(long, value_name = "NAME: VALUE", value_parser = pair::<HeaderKey, HeaderText>)]
    header: Vec<(HeaderKey, HeaderText)>,

    /// For one attempt, from resolving the name to the last byte [default: 5s].
    #[arg(long, value_name = "DURATION")]
    timeout: Option<Duration>,

    /// Further attempts after a failed one [default: 0].
    #[arg(long, value_name = "N")]
    retries: Option<u32>,

    /// How many redirects are followed; 0: none [default: 10].
    #[arg(long, value_name = "N")]
    redirects: Option<u32>,

    /// Use IPv4 only.
    #[arg(short = '4', long, conflicts_with = "ipv6")]
    ipv4: bool,

    /// Use IPv6 only.
    #[arg(short = '6', long)]
    ipv6: bool,

    /// PEM certificates to trust besides the system's.
    #[arg(long, value_name = "FILE")]
    ca_file: Option<PathBuf>,

    /// Accept any certificate.
    #[arg(long)]
    insecure: bool,

    /// Warn when the certificate expires sooner; 0: never [default: 14d].
    #[arg(long, value_name = "DURATION")]
    cert_warning: Option<Duration>,
}

impl UrlFlags {
    pub(super) fn any(&self) -> bool {
        *self != Self::default()
    }

    /// The target that a URL means, named by the URL without its secrets.
    pub(super) fn target(&self, url: &str) -> Result<(String, Target), Failure> {
        let target = match url.strip_prefix("tcp://") {
            Some(address) => self.tcp(url, address.trim_end_matches('/')).map(Target::Tcp)?,
            None => Target::Http(Box::new(self.http(url)?)),
        };
        Ok((redact_url(url), target))
    }

    fn http(&self, url: &str) -> Result<HttpTarget, Failure> {
        let flags = self.clone();
        let mut target = HttpTarget::new(parsed(url, url)?);
        target.headers = flags.header.into_iter().collect();
        refuse_clear_secrets(&target.headers).map_err(Failure::usage)?;
        target.expect_headers = flags.expect_header.into_iter().collect();
        target.json = flags.json.into_iter().map(|it| (it.pointer, it.value)).collect();
        target.method = flags.method.unwrap_or_default();
        target.status = flags.status.unwrap_or_default();
        target.ip = self.ip();
        target.timeout = flags.timeout.unwrap_or(target.timeout);
        target.retries = flags.retries.unwrap_or(target.retries);
        target.redirects = flags.redirects.unwrap_or(target.redirects);
        target.cert_warning = flags.cert_warning.unwrap_or(target.cert_warning);
        target.insecure = flags.insecure;
        (target.max_latency, target.body_regex, target.ca_file) =
            (flags.max_latency, flags.body_regex, flags.ca_file);
        Ok(target)
    }

    fn tcp(&self, url: &str, address: &str) -> Result<TcpTarget, Failure> {
        let Self { max_latency, timeout, retries, ipv4, ipv6, .. } = *self;
        let common = Self { max_latency, timeout, retries, ipv4, ipv6, ..Self::default() };
        if *self != common {
            return Err(Failure::usage(format!("{} takes no options of HTTP", redact_url(url)))
                .hint("a TCP port takes --timeout, --retries, --max-latency, -4 and -6"));
        }
        let mut target = TcpTarget::new(parsed(url, address)?);
        target.timeout = timeout.unwrap_or(target.timeout);
        target.retries = retries.unwrap_or(target.retries);
        (target.max_latency, target.ip) = (max_latency, self.ip());
        Ok(target)
    }

    fn ip(&self) -> IpFamily {
        match (self.ipv4, self.ipv6) {
            (true, _) => IpFamily::V4,
            (_, true) => IpFamily::V6,
            _ => IpFamily::Any,
        }
    }
}

/// Reads what a URL holds; an error names the URL without its secrets.
fn parsed<T: FromStr<Err = String>>(url: &str, text: &str) -> Result<T, Failure> {
    text.parse().map_err(|error| Failure::usage(format!("{}: {error}", redact_url(url))))
}

/// `NAME: VALUE`, as headers are written.
fn pair<N: FromStr<Err = String>, V: FromStr<Err = String>>(text: &str) -> Result<(N, V), String> {
    let (name, value) = text.split_once(':').ok_or("write NAME: VALUE")?;
    Ok((name.trim().parse()?, value.trim().parse()?))
}
