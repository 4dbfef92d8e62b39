//! A real nginx before the receiver, which takes no more than its `client_max_body_size`.

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

use super::{LOG, append, kept, project};
use crate::support::Place;
use crate::support::receiver::Receiver;

struct Nginx {
    process: Child,
    port: u16,
    _place: Place,
}

impl Nginx {
    fn before(receiver: &Receiver) -> Self {
        (0..5).find_map(|_| Self::start(receiver)).expect("nginx is installed (scripts/test does it)")
    }

    fn start(receiver: &Receiver) -> Option<Self> {
        let place = Place::new();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let url = receiver.url();
        let configuration = format!(
            "user root; daemon off; worker_processes 1; pid nginx.pid; events {{ worker_connections 64; }}\n\
             http {{ access_log off; client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;\n\
             uwsgi_temp_path uwsgi; scgi_temp_path scgi;\n\
             server {{ listen 127.0.0.1:{port}; client_max_body_size 20k; location / {{ proxy_pass {url}; }} }} }}\n"
        );
        place.write("nginx.conf", &configuration);
        let folder = place.root().display().to_string();
        let process = Command::new("nginx")
            .args(["-p", &folder, "-c", "nginx.conf", "-e", "error.log"])
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut nginx = Self { process, port, _place: place };
        nginx.listens().then_some(nginx)
    }

    fn listens(&mut self) -> bool {
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if self.process.try_wait().unwrap().is_some() {
                return false;
            }
            std::thread::yield_now();
        }
        true
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // SIGTERM, so that the worker ends too.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}

#[test]
#[ignore = "needs nginx; scripts/test runs it"]
fn behind_a_proxy_that_takes_20_kb_every_line_arrives_and_one_of_30_kb_is_a_dead_letter() {
    let receiver = Receiver::willing();
    let nginx = Nginx::before(&receiver);
    let place = project(&format!("http://127.0.0.1:{}", nginx.port), "");
    let lines: Vec<String> = (0..400).map(|number| format!("{number} {}", "x".repeat(300))).collect();
    append(&place, LOG, lines[..200].join("\n") + "\n");
    append(&place, LOG, "y".repeat(30_000) + "\n");
    append(&place, LOG, lines[200..].join("\n") + "\n");
    let ran = place.run(&["logs", "ship", "--format", "json"]).exits(1);
    assert_eq!(
        (&ran.json()["files"][0]["lines"], &ran.json()["files"][0]["refused"]),
        (&400.into(), &1.into())
    );
    assert!(ran.stderr.contains("app.log:201: refused") && ran.stderr.contains("HTTP 413"), "{}", ran.stderr);
    assert_eq!(kept(&receiver.requests()), lines);
}
