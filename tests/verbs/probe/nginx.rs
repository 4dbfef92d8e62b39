//! `tillwatch probe` against a real nginx: redirects, slow answers, certificates good and bad.

use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};

use super::{first, servers};
use crate::support::{Place, Ran};

/// An nginx with a site for each case, its files in a folder of its own.
struct Nginx {
    place: Place,
    process: Child,
    http: u16,
    good: u16,
    expired: u16,
    self_signed: u16,
}

impl Nginx {
    /// Ports are free when they are chosen; another test may be quicker, so nginx gets a second choice.
    fn start() -> Self {
        (0..5)
            .find_map(|_| Self::start_once())
            .expect("nginx is installed (scripts/test does it) and gets its ports")
    }

    fn start_once() -> Option<Self> {
        let place = Place::new();
        certificates(&place);
        place.write("www/big", &"a".repeat(100_000));
        let [http, good, expired, self_signed] = servers::free_ports();
        let folder = place.root().display().to_string();
        place.write("nginx.conf", &configuration(&folder, http, [good, expired, self_signed]));
        let process = Command::new("nginx")
            .args(["-p", &folder, "-c", "nginx.conf", "-e", "error.log"])
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut nginx = Self { place, process, http, good, expired, self_signed };
        nginx.listens().then_some(nginx)
    }

    /// Waits until it listens on its last port, or has ended.
    fn listens(&mut self) -> bool {
        while TcpStream::connect(("127.0.0.1", self.self_signed)).is_err() {
            if self.process.try_wait().unwrap().is_some() {
                return false;
            }
            std::thread::yield_now();
        }
        true
    }

    fn probe(&self, url: &str, flags: &[&str]) -> Ran {
        self.place.run(&[&["probe", url, "--format", "json"], flags].concat())
    }

    fn http(&self, path: &str, flags: &[&str]) -> Ran {
        self.probe(&format!("http://127.0.0.1:{}{path}", self.http), flags)
    }

    /// Probes a site with TLS, trusting the authority that the test made.
    fn https(&self, host: &str, port: u16, flags: &[&str]) -> Ran {
        self.probe(&format!("https://{host}:{port}/"), &[&["--ca-file", "ca.pem"], flags].concat())
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // SIGTERM, so that the worker ends too.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}

fn configuration(folder: &str, http: u16, [good, expired, self_signed]: [u16; 3]) -> String {
    let tls = |port: u16, name: &str| {
        format!(
            "server {{ listen 127.0.0.1:{port} ssl; ssl_certificate {name}.pem; ssl_certificate_key {name}.key; \
             location / {{ return 200 'safe'; }} }}\n"
        )
    };
    format!(
        "user root; daemon off; worker_processes 1; pid nginx.pid; events {{ worker_connections 256; }}\n\
         http {{ access_log off; default_type text/plain; root {folder}/www;\n\
         client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; \
         scgi_temp_path scgi;\n\
         server {{ listen 127.0.0.1:{http};\n\
         location = /health {{ default_type application/json; return 200 '{{\"status\":\"ok\",\"stores\":[1,2]}}'; }}\n\
         location = /broken {{ return 500 'no'; }}\n\
         location = /slow {{ alias {folder}/www/big; limit_rate 1k; }}\n\
         location = /moved {{ return 301 /health; }}\n\
         location = /loop {{ return 302 /loop; }}\n\
         location = /safe {{ return 302 https://127.0.0.1:{good}/; }} }}\n{}{}{} }}\n",
        tls(good, "good"),
        tls(expired, "expired"),
        tls(self_signed, "self_signed"),
    )
}

/// An authority and what it signed: a certificate for years, and one that expired long ago; and one signed by itself.
fn certificates(place: &Place) {
    let mut ca = CertificateParams::new(Vec::new()).unwrap();
    // Another name than that of the self-signed one, or it would count as its issuer.
    ca.distinguished_name.push(DnType::CommonName, "tillwatch test authority");
    ca.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let ca = CertifiedIssuer::self_signed(ca, KeyPair::generate().unwrap()).unwrap();
    place.write("ca.pem", &ca.pem());
    for (name, until) in [("good", date_time_ymd(2124, 1, 1)), ("expired", date_time_ymd(2020, 2, 1))] {
        let (mut params, key) = (for_loopback(), KeyPair::generate().unwrap());
        (params.not_before, params.not_after) = (date_time_ymd(2020, 1, 1), until);
        place.write(&format!("{name}.pem"), &params.signed_by(&key, &ca).unwrap().pem());
        place.write(&format!("{name}.key"), &key.serialize_pem());
    }
    let key = KeyPair::generate().unwrap();
    place.write("self_signed.pem", &for_loopback().self_signed(&key).unwrap().pem());
    place.write("self_signed.key", &key.serialize_pem());
}

fn for_loopback() -> CertificateParams {
    CertificateParams::new(vec!["127.0.0.1".into()]).unwrap()
}

fn reason(ran: &Ran) -> String {
    first(ran)["reason"].as_str().unwrap_or_default().to_owned()
}

#[test]
#[ignore = "needs nginx; scripts/test runs it"]
fn nginx_answers_rightly_quickly_and_by_redirect() {
    let nginx = Nginx::start();
    let health = nginx.http("/health", &["--json", "/status=ok", "--json", "/stores/1=2"]).exits(0);
    assert_eq!(first(&health)["status_code"], 200);
    let moved = nginx.http("/moved", &["--expect-header", "content-type: json"]).exits(0);
    assert_eq!(first(&moved)["status_code"], 200);
    let head = nginx.http("/health", &["--method", "head"]).exits(0);
    assert_eq!(first(&head)["status_code"], 200);
}

#[test]
#[ignore = "needs nginx; scripts/test runs it"]
fn nginx_answers_wrongly_slowly_and_in_circles() {
    let nginx = Nginx::start();
    // An error in a few milliseconds is no uptime, however fast it is.
    let broken = nginx.http("/broken", &["--max-latency", "1m"]).exits(1);
    assert_eq!(reason(&broken), "status 500, expected 200-299");
    let slow = nginx.http("/slow", &["--timeout", "300ms"]).exits(1);
    assert_eq!(reason(&slow), "timed out after 300ms while reading the answer");
    let circle = nginx.http("/loop", &[]).exits(1);
    assert_eq!(reason(&circle), "redirected more than 10 times");
    let absent = nginx.http("/absent", &[]).exits(1);
    assert_eq!(reason(&absent), "status 404, expected 200-299");
}

#[test]
#[ignore = "needs nginx; scripts/test runs it"]
fn a_certificate_that_the_ca_file_vouches_for_is_good_and_its_days_are_counted() {
    let nginx = Nginx::start();
    let probe = first(&nginx.https("127.0.0.1", nginx.good, &["--body-regex", "^safe$"]).exits(0));
    assert!(probe["cert_days"].as_f64().unwrap() > 10_000.0 && probe["tls_ms"].is_number(), "{probe}");
    let soon = nginx.https("127.0.0.1", nginx.good, &["--cert-warning", "100000d"]).exits(1);
    let warning = first(&soon);
    assert_eq!(warning["result"], "warning");
    assert!(warning["reason"].as_str().unwrap().starts_with("certificate expires in "), "{warning}");
    let style = ["--cert-warning", "100000d", "--exit-style", "nagios"];
    let nagios = nginx.https("127.0.0.1", nginx.good, &style).exits(1);
    assert!(nagios.stdout.starts_with("WARNING - "), "{}", nagios.stdout);
    let redirected = nginx.http("/safe", &["--ca-file", "ca.pem"]).exits(0);
    assert!(first(&redirected)["tls_ms"].is_number());
}

#[test]
#[ignore = "needs nginx; scripts/test runs it"]
fn a_bad_certificate_is_named_and_accepted_by_explicit_wish_alone() {
    let nginx = Nginx::start();
    let expired = nginx.https("127.0.0.1", nginx.expired, &[]).exits(1);
    let days = first(&expired)["cert_days"].as_f64().unwrap();
    assert_eq!(reason(&expired), format!("certificate expired {} days ago", days.abs().floor()));
    let unknown = nginx.https("127.0.0.1", nginx.self_signed, &[]).exits(1);
    assert_eq!(reason(&unknown), "certificate is signed by an unknown authority");
    let other_name = nginx.https("localhost", nginx.good, &["-4"]).exits(1);
    assert_eq!(reason(&other_name), "certificate is for 127.0.0.1, not localhost");
    let untrusted = nginx.probe(&format!("https://127.0.0.1:{}/", nginx.good), &[]).exits(1);
    assert_eq!(reason(&untrusted), "certificate is signed by an unknown authority");
    let plain = nginx.https("127.0.0.1", nginx.http, &[]).exits(1);
    assert_eq!(reason(&plain), "server does not speak TLS");
    for port in [nginx.self_signed, nginx.good] {
        let _ = nginx.https("127.0.0.1", port, &["--insecure"]).exits(0);
    }
    let wished = nginx.https("127.0.0.1", nginx.expired, &["--insecure"]).exits(1);
    assert_eq!(first(&wished)["result"], "warning", "it answers, and is said to have expired");
}
