//! HTTP clients for deliveries, and the runtime that they run on. Probes do not use these: they time each phase.

use std::io;
use std::path::Path;

use reqwest::redirect;

use super::tls;
use crate::time::Duration;

/// Why a client could not be built.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NetError {
    #[error("CA file {path}: {reason}")]
    CaFile { path: String, reason: String },
    #[error("HTTP client: {0}")]
    Client(String),
}

/// An HTTP client that trusts the system's certificate authorities and those of `ca_file`.
///
/// `timeout` limits a whole request. Redirects are not followed: what is sent must arrive where the configuration says.
pub(crate) fn http_client(timeout: Duration, ca_file: Option<&Path>) -> Result<reqwest::Client, NetError> {
    reqwest::Client::builder()
        .user_agent(concat!("tillwatch/", env!("CARGO_PKG_VERSION")))
        .timeout(timeout.std())
        .redirect(redirect::Policy::none())
        .tls_backend_preconfigured(tls::client_config(ca_file)?)
        .build()
        .map_err(|error| NetError::Client(error.to_string()))
}

/// A runtime on the calling thread. Build it around network I/O only; the database is never called inside.
pub(crate) fn runtime() -> io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}

/// A runtime whose tasks go on while nobody waits for them.
pub(crate) fn background_runtime() -> io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_is_built_without_a_ca_file() {
        assert!(http_client(Duration::from_secs(1), None).is_ok());
    }

    #[test]
    fn a_ca_file_without_a_certificate_is_named() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "no certificate here").unwrap();
        let error = http_client(Duration::from_secs(1), Some(file.path())).unwrap_err().to_string();
        assert!(error.contains(&file.path().display().to_string()), "{error}");
        assert!(error.ends_with("holds no certificate"), "{error}");
    }
}
