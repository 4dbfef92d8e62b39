//! TLS by setting, and a certificate that is renewed while the receiver runs.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;

use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use super::Server;
use crate::support::Place;

/// A certificate for localhost that is its own authority, written where the configuration looks for it.
fn certificate(place: &Place) -> CertificateDer<'static> {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    place.write("cert.pem", &made.cert.pem());
    place.write("key.pem", &made.signing_key.serialize_pem());
    made.cert.der().clone()
}

/// What a client that trusts this certificate alone is answered.
fn ask(server: &Server, trusted: &CertificateDer<'static>) -> std::io::Result<String> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_root_certificates(roots).with_no_client_auth();
    let name = ServerName::try_from("localhost").unwrap();
    let connection = ClientConnection::new(Arc::new(config), name).unwrap();
    let mut stream = StreamOwned::new(connection, TcpStream::connect(server.address)?);
    stream.write_all(b"GET /api/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

const CONFIG: &str =
    "version = 1\n[serve]\nallow_anonymous = true\ntls_cert = \"cert.pem\"\ntls_key = \"file:key.pem\"\n";

#[test]
fn it_speaks_tls_and_takes_a_new_certificate_without_a_pause() {
    let place = Place::new();
    place.write("tillwatch.toml", CONFIG);
    let first = certificate(&place);
    let server = Server::start(&place, &[]);
    assert!(ask(&server, &first).unwrap().starts_with("HTTP/1.1 200 "));
    // One that does not speak TLS, and one that says nothing, hold up nobody.
    let _mute = TcpStream::connect(server.address).unwrap();
    TcpStream::connect(server.address).unwrap().write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
    assert!(ask(&server, &first).is_ok());
    let second = certificate(&place);
    assert!(ask(&server, &second).is_err());
    server.signal("-HUP");
    while ask(&server, &second).is_err() {}
    // One that is broken changes nothing.
    place.write("cert.pem", "no certificate");
    server.signal("-HUP");
    assert!(ask(&server, &second).unwrap().starts_with("HTTP/1.1 200 "));
    server.signal("-TERM");
    assert_eq!(server.ended(), Some(0));
}

#[test]
fn a_certificate_that_cannot_be_used_is_said_at_the_start() {
    let place = Place::new();
    for (what, toml, message) in [
        ("half", CONFIG.replace("tls_key = \"file:key.pem\"\n", ""), "needs both"),
        ("none", CONFIG.to_owned(), "tls_cert"),
    ] {
        place.write("tillwatch.toml", &toml);
        let ran = place.line("serve --listen 127.0.0.1:0").exits(2);
        assert!(ran.stderr.contains(message), "{what}: {}", ran.stderr);
    }
    let _ = certificate(&place);
    let theirs = std::fs::read(place.path("key.pem")).unwrap();
    let _ = certificate(&place);
    std::fs::write(place.path("key.pem"), theirs).unwrap();
    let ran = place.line("serve --listen 127.0.0.1:0").exits(2);
    assert!(ran.stderr.contains("tls_key: does not fit tls_cert"), "{}", ran.stderr);
}

#[test]
fn who_meets_an_authoritys_certificate_is_told_how_to_make_a_servers() {
    let place = Place::new();
    place.write("tillwatch.toml", CONFIG);
    let sends = |is_ca| {
        let key = rcgen::KeyPair::generate().unwrap();
        let mut about = rcgen::CertificateParams::new(["localhost".to_owned()]).unwrap();
        about.is_ca = is_ca;
        place.write("cert.pem", &about.self_signed(&key).unwrap().pem());
        place.write("key.pem", &key.serialize_pem());
        let server = Server::start(&place, &[]);
        let url = format!("https://localhost:{}", server.address.port());
        let shop = Place::new();
        let cert = place.path("cert.pem").display().to_string();
        let config = format!(
            "version = 1\n[push]\nurl = \"{url}\"\nca_file = '{cert}'\n\
             [targets.serve.http]\nurl = \"{url}/api/health\"\nca_file = '{cert}'\n"
        );
        shop.write("tillwatch.toml", &config);
        [shop.line("heartbeat send --store 1"), shop.line("probe")]
    };
    // As plain `openssl req -x509` makes it.
    for ran in sends(rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained)) {
        let said = format!("{}{}", ran.stdout, ran.stderr);
        assert!(said.contains("-addext basicConstraints=critical,CA:FALSE"), "{said}");
    }
    for ran in sends(rcgen::IsCa::ExplicitNoCa) {
        let _ = ran.exits(0);
    }
}
