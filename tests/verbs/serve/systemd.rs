//! What systemd hands over and is told.

use std::io::{Read as _, Write as _};
use std::os::unix::net::UnixDatagram;
use std::process::Command;

use serde_json::json;

use super::Server;
use crate::support::Place;

fn place() -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n[serve]\nallow_anonymous = true\n");
    place
}

#[test]
fn systemd_hears_that_it_is_ready_that_it_lives_and_that_it_ends() {
    let place = place();
    let socket = UnixDatagram::bind(place.path("notify")).unwrap();
    let path = place.path("notify").display().to_string();
    let server = Server::start(&place, &[("NOTIFY_SOCKET", &path), ("WATCHDOG_USEC", "20000")]);
    let hear = || {
        let mut buffer = [0; 100];
        let read = socket.recv(&mut buffer).unwrap();
        String::from_utf8(buffer[..read].to_vec()).unwrap()
    };
    let mut heard: Vec<String> = (0..4).map(|_| hear()).collect();
    heard.sort();
    assert_eq!(heard, ["READY=1", "WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1"]);
    server.signal("-TERM");
    while hear() != "STOPPING=1" {}
    assert_eq!(server.ended(), Some(0));
}

#[test]
#[ignore = "needs systemd; scripts/test runs it"]
fn it_takes_the_socket_that_systemd_hands_over() {
    let place = place();
    let serve = place.command(&["serve"]);
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut command = Command::new("systemd-socket-activate");
    command.arg(format!("--listen={free}")).arg(serve.get_program()).args(serve.get_args());
    command.current_dir(place.root()).env_clear();
    command.envs(serve.get_envs().filter_map(|(name, value)| Some((name, value?))));
    // It starts the receiver at the first connection.
    command.stderr(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    let body = json!({ "store_id": 1 }).to_string();
    let mut stream = loop {
        if let Ok(stream) = std::net::TcpStream::connect(free) {
            break stream;
        }
        std::thread::yield_now();
    };
    let head = "POST /api/monitoring/heartbeat HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    write!(stream, "{head}Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    assert!(child.wait().unwrap().success());
}

#[test]
#[ignore = "needs systemd; scripts/test runs it"]
fn the_units_of_the_document_are_valid() {
    let document = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/receiver.md")).unwrap();
    let place = Place::new();
    let mut files = Vec::new();
    for block in document.split("```ini\n").skip(1) {
        let block = block.split("```").next().unwrap();
        let (head, _) = block.split_once('\n').unwrap();
        let name = head.trim_start_matches("# /etc/systemd/system/");
        let binary = env!("CARGO_BIN_EXE_tillwatch");
        place.write(name, &block.replace("/usr/local/bin/tillwatch", binary));
        files.push(place.path(name));
    }
    assert_eq!(files.len(), 2);
    let ran = Command::new("systemd-analyze").args(["verify", "--man=no"]).args(&files).output().unwrap();
    assert!(ran.status.success() && ran.stderr.is_empty(), "{}", String::from_utf8_lossy(&ran.stderr));
}
