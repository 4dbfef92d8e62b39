//! `tillwatch heartbeat send`: whose, where to, and while what runs.

use crate::serve::{Server, open, rows};
use crate::support::Place;

const HEARTBEATS: &str = "SELECT store_id, timestamp, app_version FROM heartbeats ORDER BY id";

fn project(config: &str) -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", &format!("version = 1\n{config}"));
    place
}

const TWO: &str = "[[stores]]\nid = \"1\"\nname = \"x\"\n[[stores]]\nid = \"12\"\nname = \"y\"\n";

#[test]
fn a_heartbeat_reaches_a_receiver_once_with_its_token() {
    let place = project("[[stores]]\nid = \"1\"\nname = \"x\"\ntoken = \"env:TOKEN\"\n");
    let server = Server::start(&place, &[("TOKEN", "s3cret")]);
    let shop = project(&format!("[push]\nurl = \"{}\"\ntoken = \"file:token\"\n", server.url()));
    shop.write("token", "s3cret\n");
    for _ in 0..2 {
        let ran = shop
            .line("--now 2025-10-24T10:15:30Z --commit heartbeat send --store 1 --app-version 1.0.0")
            .exits(0);
        assert!(ran.stderr.starts_with("sent a heartbeat of store 1 to http://127.0.0.1:"), "{}", ran.stderr);
    }
    assert_eq!(rows(&place, "tillwatch.db", HEARTBEATS), ["1|2025-10-24 10:15:30.000|1.0.0"]);
}

#[test]
fn a_heartbeat_needs_no_project_where_an_address_is_given() {
    let (place, server) = open("");
    let ran = Place::new().run(&["heartbeat", "send", "--store", "3", "--url", &server.url()]);
    let _ = ran.exits(0);
    assert_eq!(rows(&place, "tillwatch.db", "SELECT store_id FROM heartbeats"), ["3"]);
}

#[test]
fn without_a_receiver_it_is_kept_in_the_own_database() {
    let place = project("");
    let _ = place.line("heartbeat send --store 1 --now 2025-10-24T10:15:30Z").exits(0);
    assert!(!place.path("tillwatch.db").exists(), "as of another instant it only says what it would do");
    let _ = place.line("heartbeat send --store 1").exits(0);
    assert_eq!(rows(&place, "tillwatch.db", "SELECT store_id, app_version FROM heartbeats").len(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn no_heartbeat_is_sent_for_a_program_that_does_not_run() {
    let place = project("");
    let ran = place.line("heartbeat send --store 1 --process no-such-till").exits(1);
    assert!(ran.stderr.contains("no process is called no-such-till"), "{}", ran.stderr);
    assert!(!place.path("tillwatch.db").exists());
    std::os::unix::fs::symlink("/bin/sleep", place.path("till-that-runs")).unwrap();
    let mut till = std::process::Command::new(place.path("till-that-runs")).arg("600").spawn().unwrap();
    let ran = place.line("heartbeat send --store 1 --process till-that-runs");
    till.kill().unwrap();
    till.wait().unwrap();
    let _ = ran.exits(0);
}

#[rstest::rstest]
#[case("", "heartbeat send", "name the store: --store ID")]
#[case(TWO, "heartbeat send", "name the store: --store ID")]
#[case(TWO, "heartbeat send --store 2", "hint: did you mean")]
#[case(
    "[push]\nurl = \"http://x\"\nkind = \"pushgateway\"\n",
    "heartbeat send --store 1",
    "takes no heartbeats"
)]
fn what_cannot_be_sent_is_said(#[case] config: &str, #[case] line: &str, #[case] message: &str) {
    let ran = project(config).line(line).exits(2);
    assert!(ran.stderr.contains(message), "{}", ran.stderr);
}
