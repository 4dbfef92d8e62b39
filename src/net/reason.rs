//! What went wrong on the network, in words that are the same on every system and name no URL.

use std::error::Error;
use std::io::{self, ErrorKind};

use super::tls::certificate_advice;

/// An I/O error in lower case, without the number of the operating system: `connection refused`.
pub(crate) fn io_reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::ConnectionRefused => "connection refused".into(),
        ErrorKind::ConnectionReset => "connection reset".into(),
        ErrorKind::ConnectionAborted => "connection aborted".into(),
        ErrorKind::BrokenPipe | ErrorKind::UnexpectedEof => "connection closed".into(),
        ErrorKind::HostUnreachable => "host unreachable".into(),
        ErrorKind::NetworkUnreachable => "network unreachable".into(),
        ErrorKind::TimedOut => "timed out".into(),
        _ if let Some(advice) = advice(error) => advice.into(),
        _ => {
            let text = error.to_string();
            let plain = text.split(" (os error").next().unwrap_or_default();
            plain.to_lowercase()
        }
    }
}

/// What to do, where TLS failed for a certificate that one can do something about.
fn advice(error: &io::Error) -> Option<&'static str> {
    let cause = error.get_ref()?;
    match (cause.downcast_ref(), cause.downcast_ref()) {
        (Some(rustls::Error::InvalidCertificate(certificate)), _) => certificate_advice(certificate),
        // A client may wrap what its connection said.
        (_, Some(inner)) => advice(inner),
        _ => None,
    }
}

/// Why a request got no answer: the innermost cause, which says most.
pub(crate) fn request_reason(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return "timed out".into();
    }
    let mut cause: &dyn Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    match cause.downcast_ref::<io::Error>() {
        Some(io) => io_reason(io),
        // Without a cause the text is reqwest's own and holds the URL.
        None if error.source().is_none() => "no answer".into(),
        None => cause.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::net::{http_client, runtime};
    use crate::time::Duration;

    #[test]
    fn an_io_error_loses_its_number() {
        assert_eq!(io_reason(&io::Error::from_raw_os_error(13)), "permission denied");
        assert_eq!(io_reason(&ErrorKind::ConnectionRefused.into()), "connection refused");
    }

    #[test]
    fn a_refused_request_says_so_and_names_no_url() {
        let client = http_client(Duration::from_secs(5), None).unwrap();
        let url = "http://127.0.0.1:1/hook?token=hunter2";
        let error = runtime().unwrap().block_on(async { client.post(url).send().await }).unwrap_err();
        assert_eq!(request_reason(&error), "connection refused");
    }
}
