//! `tillwatch probe` against servers that answer rightly, wrongly, by half and not at all.

mod nginx;
mod servers;

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use serde_json::Value;

use self::servers::{Answer, CLOSED_PORT, Server};
use crate::support::{Place, Ran};

const HEALTHY: &str =
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"status\":\"ok\"}";
const BROKEN: &str = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n";

/// Probes one URL in an empty folder.
fn probe(url: &str, flags: &[&str]) -> Ran {
    let place = Place::new();
    let ran = place.run(&[&["probe", url, "--format", "json"], flags].concat());
    let made: Vec<_> = std::fs::read_dir(place.root()).unwrap().collect();
    assert!(made.is_empty(), "a URL leaves no file: {made:?}");
    ran
}

fn first(ran: &Ran) -> Value {
    ran.json()["probes"][0].clone()
}

fn reason(url: &str, flags: &[&str]) -> String {
    first(&probe(url, flags).exits(1))["reason"].as_str().unwrap_or_default().to_owned()
}

/// A project whose targets are these, as TOML.
fn project(targets: &str) -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", &format!("version = 1\n{targets}"));
    place
}

/// Rows of the own database.
fn rows(place: &Place, sql: &str) -> Vec<Value> {
    let ran = place.run(&["query", "--source", "own", "--sql", sql, "--format", "json"]).exits(0);
    ran.json()["rows"].as_array().unwrap_or_else(|| panic!("{}", ran.stdout)).clone()
}

#[test]
fn a_right_answer_is_ok_and_its_phases_are_timed() {
    let server = Server::start(Answer::then_close(HEALTHY));
    let url = server.url("/health");
    let ran = probe(
        &url,
        &["--json", "/status=ok", "--expect-header", "content-type: json", "--max-latency", "1m"],
    );
    let probe = first(&ran.exits(0));
    assert_eq!(
        (&probe["result"], &probe["status_code"], &probe["kind"]),
        (&"ok".into(), &200.into(), &"http".into())
    );
    for phase in ["resolve_ms", "connect_ms", "first_byte_ms", "transfer_ms", "response_time_ms"] {
        assert!(probe[phase].is_number(), "{phase} of {probe}");
    }
    assert!(probe["tls_ms"].is_null());
}

#[test]
fn an_answer_that_is_not_as_expected_says_how() {
    let url = Server::start(Answer::then_close(HEALTHY)).url("/");
    assert_eq!(reason(&url, &["--status", "201,204"]), "status 200, expected 201,204");
    assert_eq!(reason(&url, &["--body-regex", "^x"]), "body does not match /^x/");
    assert_eq!(reason(&url, &["--json", "/status=down"]), "JSON /status is \"ok\", expected \"down\"");
    assert!(reason(&url, &["--max-latency", "0"]).starts_with("took "));
}

#[test]
fn half_an_answer_is_none() {
    let body = Server::start(Answer::then_close("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
    assert_eq!(reason(&body.url("/"), &[]), "connection closed before the whole answer");
    let head = Server::start(Answer::then_close("HTTP/1.1 200 OK\r\nContent-Le"));
    assert_eq!(reason(&head.url("/"), &[]), "connection closed before the whole answer");
    let nothing = Server::start(Answer::then_close(""));
    assert_eq!(reason(&nothing.url("/"), &[]), "connection closed before the whole answer");
}

#[test]
fn garbage_is_not_http_and_not_tls() {
    let server = Server::start(Answer::then_close("SSH-2.0-OpenSSH_9.6\r\n\r\n"));
    assert_eq!(reason(&server.url("/"), &[]), "answer is not HTTP");
    let https = server.url("/").replace("http:", "https:");
    assert_eq!(reason(&https, &[]), "server does not speak TLS");
}

#[test]
fn a_server_that_hangs_is_left_at_the_timeout_with_what_was_going_on() {
    let silent = Server::start(Answer::then_hang(""));
    assert_eq!(
        reason(&silent.url("/"), &["--timeout", "200ms"]),
        "timed out after 200ms while waiting for an answer"
    );
    let half = Server::start(Answer::then_hang("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
    let ran = probe(&half.url("/"), &["--timeout", "200ms"]).exits(1);
    assert_eq!(first(&ran)["reason"], "timed out after 200ms while reading the answer");
    assert_eq!(first(&ran)["status_code"], 200, "what was seen before is kept");
}

#[test]
fn a_closed_port_is_refused_for_both_kinds() {
    assert_eq!(reason(&format!("http://127.0.0.1:{CLOSED_PORT}/"), &[]), "connection refused");
    assert_eq!(reason(&format!("tcp://127.0.0.1:{CLOSED_PORT}"), &[]), "connection refused");
}

#[test]
fn an_open_port_is_well() {
    let server = Server::start(Answer::then_hang(""));
    let url = server.url("").replace("http:", "tcp:");
    assert_eq!(first(&probe(&url, &["-4"]).exits(0))["kind"], "tcp");
    assert_eq!(reason(&url, &["-6"]), "name has no IPv6 address");
}

#[test]
fn a_name_that_does_not_resolve_says_so() {
    assert!(reason("http://shop.invalid/", &[]).starts_with("name not resolved: "));
}

#[test]
fn another_attempt_may_be_well() {
    let server = Server::start_with(vec![Answer::then_close(BROKEN), Answer::then_close(HEALTHY)]);
    let ran = probe(&server.url("/"), &["--retries", "1"]).exits(0);
    assert_eq!(first(&ran)["attempts"], 2);
}

#[test]
fn a_huge_body_is_cut() {
    let text = format!("HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n{}", "a".repeat(3_000_000));
    let server = Server::start(Answer::then_close(&text));
    let reason = reason(&server.url("/"), &["--body-regex", "b"]);
    assert_eq!(reason, "body does not match /b/ (only the first MiB of the body was read)");
}

#[test]
fn a_redirect_elsewhere_carries_no_secret() {
    let other = Server::start(Answer::then_close(HEALTHY));
    let moved = format!("HTTP/1.1 302 Found\r\nLocation: {}\r\nContent-Length: 0\r\n\r\n", other.url("/new"));
    let server = Server::start(Answer::then_close(&moved));
    let place = Place::new();
    let url = server.url("/");
    let args = ["probe", &url, "--header", "Authorization: env:TOKEN", "--header", "X-Shop: 3"];
    let output = place.command(&args).env("TOKEN", "Bearer hunter2").output().unwrap();
    let ran = Ran::from(output).exits(0);
    assert!(!format!("{}{}", ran.stdout, ran.stderr).contains("hunter2"));
    assert!(server.asked().contains("authorization: Bearer hunter2"), "{}", server.asked());
    assert!(other.asked().contains("x-shop: 3") && !other.asked().contains("hunter2"), "{}", other.asked());
}

#[test]
fn redirects_are_followed_so_far_and_no_further() {
    let again = "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n";
    let url = Server::start(Answer::then_close(again)).url("/");
    assert_eq!(reason(&url, &["--redirects", "3"]), "redirected more than 3 times");
    assert_eq!(reason(&url, &["--redirects", "0"]), "status 302, expected 200-299");
    let _ = probe(&url, &["--status", "302"]).exits(0);
}

#[test]
fn outcomes_of_named_targets_are_kept() {
    let (well, broken) =
        (Server::start(Answer::then_close(HEALTHY)), Server::start(Answer::then_close(BROKEN)));
    let place = project(&format!(
        "[targets.api.http]\nurl = \"{}\"\n[targets.pos.http]\nurl = \"{}\"\n",
        well.url("/"),
        broken.url("/")
    ));
    let ran = place.run(&["probe"]).exits(1);
    assert!(ran.stdout.contains("status 500, expected 200-299"), "{}", ran.stdout);
    let sql = "SELECT target, kind, ok, reason, status_code, attempts, response_time_ms > 0 AS timed, \
               abs(julianday(timestamp) - julianday('now')) < 0.01 AS utc FROM health_checks ORDER BY target";
    let kept = rows(&place, sql);
    assert_eq!(kept.len(), 2, "{kept:?}");
    assert_eq!(
        kept[0],
        serde_json::json!({ "target": "api", "kind": "http", "ok": 1, "reason": null, "status_code": 200,
                            "attempts": 1, "timed": 1, "utc": 1 })
    );
    assert_eq!((&kept[1]["ok"], &kept[1]["status_code"]), (&0.into(), &500.into()));
    let runs = rows(&place, "SELECT verb, exit FROM run");
    assert_eq!(runs, [serde_json::json!({ "verb": "probe", "exit": 1 })]);
}

#[test]
fn names_choose_targets_and_a_misspelt_one_is_named() {
    let server = Server::start(Answer::then_close(HEALTHY));
    let table = format!("http = {{ url = \"{}\" }}", server.url("/"));
    let place = project(&format!("[targets.backend_api]\n{table}\n[targets.database]\n{table}\n"));
    assert_eq!(
        place.run(&["probe", "database", "--format", "json"]).exits(0).json()["probes"][0]["target"],
        "database"
    );
    let ran = place.run(&["probe", "backend-api"]).exits(2);
    assert!(ran.stderr.contains("did you mean backend_api?"), "{}", ran.stderr);
}

#[test]
fn as_of_another_instant_nothing_is_kept_but_by_wish() {
    let server = Server::start(Answer::then_close(HEALTHY));
    let place = project(&format!("[targets.api.http]\nurl = \"{}\"\n", server.url("/")));
    let _ = place.run(&["probe", "--now", "2025-10-24T10:00:00Z"]).exits(0);
    assert!(!place.path("tillwatch.db").exists());
    let _ = place.run(&["probe", "--now", "2025-10-24T10:00:00Z", "--commit"]).exits(0);
    let kept = rows(&place, "SELECT timestamp LIKE '2025-10-24 10:00:0_.___' AS shifted FROM health_checks");
    assert_eq!(kept, [serde_json::json!({ "shifted": 1 })]);
}

#[test]
fn what_was_probed_before_ctrl_c_is_kept_and_the_worst_tick_is_the_verdict() {
    let server = Server::start_with(vec![Answer::then_close(BROKEN), Answer::then_close(HEALTHY)]);
    let place = project(&format!("[targets.api.http]\nurl = \"{}\"\n", server.url("/")));
    let mut child = place
        .command(&["probe", "--every", "20ms", "--for", "1h"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut ticks = BufReader::new(child.stderr.take().unwrap()).lines();
    assert!(ticks.next().unwrap().unwrap().ends_with("api: status 500, expected 200-299"));
    assert!(ticks.next().unwrap().unwrap().contains("api ok in"));
    let stopped =
        std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(stopped.success());
    ticks.for_each(drop);
    let ran = Ran::from(child.wait_with_output().unwrap()).exits(1);
    let kept = rows(&place, "SELECT ok FROM health_checks ORDER BY id");
    assert!(kept.len() >= 2 && kept[0]["ok"] == 0 && kept[1]["ok"] == 1, "{kept:?}");
    assert_eq!(ran.stdout.lines().count(), kept.len() + 1, "a row each, under a header");
}

#[test]
fn a_tick_that_is_interrupted_keeps_what_it_has_and_is_incomplete() {
    let (well, silent) = (Server::start(Answer::then_close(HEALTHY)), Server::start(Answer::then_hang("")));
    let place = project(&format!(
        "[targets.first.http]\nurl = \"{}\"\n[targets.second.http]\nurl = \"{}\"\ntimeout = \"1h\"\n",
        well.url("/"),
        silent.url("/")
    ));
    let child = place
        .command(&["probe", "--concurrency", "1"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // One at a time: when the second is asked, the first has ended.
    while silent.asked().is_empty() {
        std::thread::yield_now();
    }
    let stopped = std::process::Command::new("kill").arg(child.id().to_string()).status().unwrap();
    assert!(stopped.success());
    let ran = Ran::from(child.wait_with_output().unwrap()).exits(3);
    assert_eq!(ran.stderr, "interrupted: 1 of 2 targets were probed\n");
    assert_eq!(rows(&place, "SELECT target, ok FROM health_checks").len(), 1);
}

#[test]
fn a_tick_at_the_very_end_is_none() {
    let url = Server::start(Answer::then_close(HEALTHY)).url("/");
    let ran = probe(&url, &["--every", "10s", "--for", "10s"]).exits(0);
    assert_eq!(ran.json()["probes"].as_array().map(Vec::len), Some(1));
}

#[test]
fn nagios_gets_one_line_and_its_own_exit_codes() {
    let server = Server::start(Answer::then_close(BROKEN));
    let ran = Place::new()
        .run(&["probe", &server.url("/"), "--exit-style", "nagios", "--max-latency", "1m"])
        .exits(2);
    let url = server.url("/");
    assert!(
        ran.stdout.starts_with(&format!("CRITICAL - {url}: status 500, expected 200-299 | '{url}'=")),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.ends_with("ms;;60000;0;\n") && ran.stdout.lines().count() == 1, "{}", ran.stdout);
    let format = Place::new().run(&["probe", &url, "--format", "nagios"]).exits(1);
    assert!(format.stdout.starts_with("CRITICAL - "), "{}", format.stdout);
}

#[test]
fn a_reader_that_has_gone_changes_no_verdict() {
    let server = Server::start(Answer::then_close(HEALTHY));
    let mut child = Place::new()
        .command(&["probe", &server.url("/")])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ran = Ran::from(child.wait_with_output().unwrap()).exits(0);
    assert_eq!(ran.stderr, "");
}

#[rstest::rstest]
#[case(&["probe", "ftp://a/"], "http:// or https://")]
#[case(&["probe", "https://me:hunter2@a/"], "env:NAME")]
#[case(&["probe", "http://a/", "--header", "Authorization: Bearer hunter2"], "env:NAME")]
#[case(&["probe", "http://a/", "--header", "Authorization: env:NOT_SET"], "NOT_SET is not set")]
#[case(&["probe", "http://a/", "--ca-file", "absent.pem"], "absent.pem")]
#[case(&["probe", "tcp://a:1", "--status", "200"], "takes no options of HTTP")]
#[case(&["probe", "tcp://a"], "host:port")]
#[case(&["probe", "api", "http://a/"], "cannot be probed in one run")]
#[case(&["probe", "api", "--status", "200"], "[targets.NAME.http]")]
#[case(&["probe", "http://a/", "--every", "0", "--for", "1m"], "longer than 0")]
#[case(&["probe", "http://a/", "--every", "1s"], "--for")]
#[case(&["probe", "http://a/", "--json", "status"], "/status=ok")]
#[case(&["probe", "http://a/", "--format", "html"], "does not print html")]
#[case(&["probe"], "tillwatch.toml")]
fn a_wrong_command_line_is_named_and_shows_no_secret(#[case] args: &[&str], #[case] what: &str) {
    let ran = Place::new().run(args).exits(2);
    assert!(ran.stderr.contains(what), "{}", ran.stderr);
    assert!(!ran.stderr.contains("hunter2") && ran.stdout.is_empty(), "{}{}", ran.stderr, ran.stdout);
}

#[test]
fn a_project_without_targets_says_how_to_add_one() {
    let ran = project("").run(&["probe"]).exits(2);
    assert!(ran.stderr.contains("add [targets.NAME.http]"), "{}", ran.stderr);
}

#[test]
fn a_target_that_is_well_is_ok_to_nagios() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let target = format!("tcp://{}", listener.local_addr().unwrap());
    let ran = Place::new().run(&["probe", &target, "--exit-style", "nagios"]).exits(0);
    assert!(ran.stdout.starts_with("OK - "), "{}", ran.stdout);
}
