//! TLS on a connection, and how long the server's certificate lasts.

use std::io;

use jiff::Timestamp;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, Error};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use x509_parser::parse_x509_certificate;

use super::outcome::expiry;
use super::seen::{Phase, Seen};
use super::trust::Trust;
use crate::net::{certificate_advice, io_reason};

/// Agrees on TLS and verifies the certificate by `trust`.
pub(super) async fn secure(
    stream: TcpStream,
    host: &str,
    trust: &Trust,
    seen: &mut Seen,
) -> Result<TlsStream<TcpStream>, String> {
    let config = trust.config().map_err(|error| error.to_string())?;
    let name = ServerName::try_from(host.to_owned()).map_err(|_| "host is no name for TLS".to_owned())?;
    match seen.during(Phase::Tls, TlsConnector::from(config).connect(name, stream)).await {
        Ok(stream) => {
            let chain = stream.get_ref().1.peer_certificates().unwrap_or_default();
            seen.cert_days = chain.first().and_then(|certificate| days_left(certificate, seen.started));
            Ok(stream)
        }
        Err(error) => Err(refused(&error, seen)),
    }
}

fn days_left(certificate: &CertificateDer<'_>, now: Timestamp) -> Option<f64> {
    let (_, certificate) = parse_x509_certificate(certificate).ok()?;
    Some(days(certificate.validity().not_after.timestamp() - now.as_second()))
}

#[expect(clippy::cast_precision_loss, reason = "a certificate lasts less than 2^53 seconds")]
fn days(seconds: i64) -> f64 {
    (seconds as f64 / 864.0).round() / 100.0
}

fn refused(error: &io::Error, seen: &mut Seen) -> String {
    let Some(error) = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) else {
        return format!("TLS: {}", io_reason(error));
    };
    if let Error::InvalidCertificate(CertificateError::ExpiredContext { time, not_after }) = error {
        seen.cert_days = Some(days(signed(*not_after) - signed(*time)));
    }
    reason(error)
}

fn signed(at: UnixTime) -> i64 {
    i64::try_from(at.as_secs()).unwrap_or(i64::MAX)
}

fn reason(error: &Error) -> String {
    let certificate = match error {
        Error::InvalidCertificate(certificate) => certificate,
        Error::AlertReceived(alert) => return format!("server refused TLS: {alert:?}"),
        Error::InvalidMessage(_) => return "server does not speak TLS".into(),
        other => return format!("TLS: {other}"),
    };
    match certificate {
        CertificateError::ExpiredContext { time, not_after } => {
            expiry(days(signed(*not_after) - signed(*time)).min(-0.01))
        }
        CertificateError::Expired => "certificate expired".into(),
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "certificate is not valid yet".into()
        }
        CertificateError::UnknownIssuer => "certificate is signed by an unknown authority".into(),
        CertificateError::NotValidForName => "certificate is for another name".into(),
        CertificateError::NotValidForNameContext { expected, presented } => {
            format!("certificate is for {}, not {}", names(presented), expected.to_str())
        }
        CertificateError::Revoked => "certificate is revoked".into(),
        CertificateError::BadSignature => "certificate has a wrong signature".into(),
        other => certificate_advice(other)
            .map_or_else(|| format!("certificate is not accepted: {other}"), str::to_owned),
    }
}

/// The names of a certificate, out of `DnsName("a.example")` and `IpAddress(10.0.0.7)`.
fn names(presented: &[String]) -> String {
    let bare = |name: &String| {
        let inner = name.split_once('(').map_or(name.as_str(), |(_, inner)| inner.trim_end_matches(')'));
        inner.trim_matches('"').to_owned()
    };
    if presented.is_empty() {
        "no name".into()
    } else {
        presented.iter().map(bare).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_a_certificate_are_shown_bare() {
        let presented = ["DnsName(\"a.example\")".to_owned(), "IpAddress(10.0.0.7)".to_owned()];
        assert_eq!(names(&presented), "a.example, 10.0.0.7");
        assert_eq!(names(&[]), "no name");
    }
}
