//! TLS by `[serve] tls_cert` and `tls_key`, read again at SIGHUP.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::TlsAcceptor;

use crate::config::{Config, Secret, SecretError};

/// A certificate and its key, as they were read last.
pub(crate) struct Tls {
    folder: PathBuf,
    certificate: PathBuf,
    key: Secret,
    current: RwLock<TlsAcceptor>,
}

/// Why TLS cannot be spoken.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TlsError {
    #[error("[serve] has tls_cert or tls_key, and needs both")]
    Half,
    #[error("[serve] tls_cert {path}: {reason}")]
    Certificate { path: String, reason: String },
    #[error("[serve] tls_key: {0}")]
    Secret(#[from] SecretError),
    #[error("[serve] tls_key: {0}")]
    Key(String),
}

impl Tls {
    /// What the configuration names; `None` where that is plain HTTP.
    pub(crate) fn read(config: &Config) -> Result<Option<Self>, TlsError> {
        let (certificate, key) = match (&config.serve.tls_cert, &config.serve.tls_key) {
            (None, None) => return Ok(None),
            (Some(certificate), Some(key)) => (config.resolve(certificate), key.clone()),
            _ => return Err(TlsError::Half),
        };
        let folder = config.folder.clone();
        let current = RwLock::new(acceptor(&certificate, &key, &folder)?);
        Ok(Some(Self { folder, certificate, key, current }))
    }

    /// Reads both files again; where that fails all stays as it was.
    pub(super) fn reload(&self) -> Result<(), TlsError> {
        let new = acceptor(&self.certificate, &self.key, &self.folder)?;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = new;
        Ok(())
    }

    pub(super) fn acceptor(&self) -> TlsAcceptor {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn acceptor(
    certificate: &std::path::Path,
    key: &Secret,
    folder: &std::path::Path,
) -> Result<TlsAcceptor, TlsError> {
    let wrong = |reason: String| TlsError::Certificate { path: certificate.display().to_string(), reason };
    let pem = std::fs::read(certificate).map_err(|error| wrong(error.to_string()))?;
    let chain: Vec<CertificateDer<'static>> =
        CertificateDer::pem_slice_iter(&pem).collect::<Result<_, _>>().map_err(|e| wrong(e.to_string()))?;
    if chain.is_empty() {
        return Err(wrong("holds no certificate".into()));
    }
    let key = PrivateKeyDer::from_pem_slice(key.read(folder)?.as_bytes())
        .map_err(|_| TlsError::Key("holds no private key in PEM".into()))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key))
        .map_err(|error| TlsError::Key(format!("does not fit tls_cert: {error}")))?;
    Ok(TlsAcceptor::from(Arc::new(config)))
}
