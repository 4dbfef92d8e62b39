//! Which certificates a probe believes, shared by all targets that believe the same.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use rustls::ClientConfig;
use rustls::client::Resumption;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::WebPkiSupportedAlgorithms;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{DigitallySignedStruct, Error, SignatureScheme};

use crate::net::{NetError, client_config};

/// One way to believe; its roots are read when first needed.
#[derive(Debug)]
pub(super) struct Trust {
    ca_file: Option<PathBuf>,
    insecure: bool,
    config: OnceLock<Arc<ClientConfig>>,
}

impl Trust {
    pub(super) fn config(&self) -> Result<Arc<ClientConfig>, NetError> {
        if let Some(config) = self.config.get() {
            return Ok(config.clone());
        }
        let mut config = client_config(self.ca_file.as_deref())?;
        // Each probe pays for a whole handshake and sees the certificate as it is now.
        config.resumption = Resumption::disabled();
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        if self.insecure {
            let algorithms = config.crypto_provider().signature_verification_algorithms;
            config.dangerous().set_certificate_verifier(Arc::new(AnyCertificate(algorithms)));
        }
        Ok(self.config.get_or_init(|| Arc::new(config)).clone())
    }
}

/// Every way to believe that the targets ask for.
#[derive(Default)]
pub(super) struct Trusts(BTreeMap<(Option<PathBuf>, bool), Arc<Trust>>);

impl Trusts {
    pub(super) fn get(&mut self, ca_file: Option<&Path>, insecure: bool) -> Arc<Trust> {
        let ca_file = ca_file.map(Path::to_owned);
        self.0
            .entry((ca_file.clone(), insecure))
            .or_insert_with(|| Arc::new(Trust { ca_file, insecure, config: OnceLock::new() }))
            .clone()
    }
}

/// Believes any certificate, as `insecure` asks for; that the server holds its key is verified all the same.
#[derive(Debug)]
struct AnyCertificate(WebPkiSupportedAlgorithms);

impl ServerCertVerifier for AnyCertificate {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        rustls::crypto::verify_tls12_signature(message, certificate, signed, &self.0)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        rustls::crypto::verify_tls13_signature(message, certificate, signed, &self.0)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.supported_schemes()
    }
}
