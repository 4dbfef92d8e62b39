//! Which certificate authorities are trusted, and by which cryptography.

use std::path::Path;
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{CertificateError, ClientConfig, RootCertStore};

use super::NetError;

/// Makes ring the process's cryptography. Safe to call again; whoever uses rustls through a library calls it first.
pub(crate) fn install_crypto() {
    // A second installation is refused and changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// What to do about a certificate that no other words are found for.
///
/// The verifier's own error is not ours to name: it is known by its text.
pub(crate) fn certificate_advice(error: &CertificateError) -> Option<&'static str> {
    let CertificateError::Other(other) = error else { return None };
    format!("{other:?}").contains("CaUsedAsEndEntity").then_some(
        "the server shows an authority's certificate (CA:TRUE, as plain `openssl req -x509` makes it) in place of its own: \
         make it with -addext basicConstraints=critical,CA:FALSE -addext subjectAltName=DNS:NAME",
    )
}

/// TLS 1.2 and 1.3 that trust the system's certificate authorities and those of `ca_file`.
///
/// Reads every root of the system (milliseconds): call it once and only where TLS is certain.
pub(crate) fn client_config(ca_file: Option<&Path>) -> Result<ClientConfig, NetError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| NetError::Client(error.to_string()))?;
    Ok(builder.with_root_certificates(roots(ca_file)?).with_no_client_auth())
}

/// An unreadable certificate of the system is left out: its servers fail by name, all others work.
fn roots(ca_file: Option<&Path>) -> Result<RootCertStore, NetError> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if let Some(path) = ca_file {
        let wrong = |reason: String| NetError::CaFile { path: path.display().to_string(), reason };
        let pem = std::fs::read(path).map_err(|error| wrong(error.to_string()))?;
        let mut found = false;
        for certificate in CertificateDer::pem_slice_iter(&pem) {
            let certificate = certificate.map_err(|error| wrong(error.to_string()))?;
            roots.add(certificate).map_err(|error| wrong(error.to_string()))?;
            found = true;
        }
        if !found {
            return Err(wrong("holds no certificate".into()));
        }
    }
    Ok(roots)
}
