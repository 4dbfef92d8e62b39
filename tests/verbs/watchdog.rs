//! Watching tillwatch itself: the dead man's switch, and metrics of its own.

use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Stdio};

use crate::serve::Server;
use crate::support::hook::Hook;
use crate::support::receiver::{Answer, Receiver};
use crate::support::shop::{RULES, evaluate, sell, shop};
use crate::support::{Place, Ran};

/// A shop whose dead man's switch is this address; the address is a secret.
fn switched(hook: &Hook, url: &str) -> Place {
    let place = shop(hook);
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + "[watchdog]\nurl = \"file:switch\"\n"));
    place.write("switch", url);
    place
}

#[test]
fn a_run_that_did_all_its_work_tells_the_switch_whatever_it_found() {
    let (hook, switch) = (Hook::start(), Receiver::willing());
    let place = switched(&hook, &format!("{}/uuid?rid=1", switch.url()));
    evaluate(&place, "2025-10-24T10:00:00Z").exits(0);
    sell(&place, "2025-10-24 10:00:00", 6);
    evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let requests = switch.requests();
    assert_eq!(requests.len(), 2);
    assert!(
        requests
            .iter()
            .all(|it| (it.method.as_str(), it.path.as_str(), it.body.as_str()) == ("GET", "/uuid?rid=1", ""))
    );
}

#[test]
fn the_switch_is_not_told_of_a_run_that_left_something_undone() {
    let (hook, switch) = (Hook::start(), Receiver::willing());
    let place = switched(&hook, &switch.url());
    let evaluation = ["--now", "2025-10-24T10:00:00Z", "evaluate-alerts"];
    place.run(&evaluation).exits(0);
    place.run(&["--now", "2025-10-24T10:00:00Z", "--commit", "evaluate-alerts", "--dry-run"]).exits(0);
    // A rule that fails.
    place.write("rules/shop.yaml", &RULES.replace("query: success", "query: broken"));
    place.write("queries/broken.sql", "-- source: backend\n-- labels: [store_id]\nSELECT store_id, 1 AS total, no_such AS value FROM cashier_transactions");
    evaluate(&place, "2025-10-24T10:01:00Z").exits(3);
    // A message that is not taken, and waits in the next run.
    place.write("rules/shop.yaml", RULES);
    sell(&place, "2025-10-24 10:00:00", 6);
    hook.answer("HTTP/1.1 503 Unwell\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    evaluate(&place, "2025-10-24T10:05:00Z").exits(3);
    let ran = evaluate(&place, "2025-10-24T10:05:01Z").exits(1);
    assert!(ran.stderr.is_empty() || ran.stderr.contains("switch is not told"), "{}", ran.stderr);
    assert_eq!(switch.requests().len(), 0);
    hook.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    evaluate(&place, "2025-10-24T10:06:00Z").exits(1);
    assert_eq!(switch.requests().len(), 1);
}

#[test]
fn a_switch_that_cannot_be_reached_is_a_failure_that_names_no_address() {
    let says = |answer: Answer| {
        let receiver = Receiver::start(move |_| answer.clone());
        let url = format!("{}/s3cr3t", receiver.url());
        (receiver, url)
    };
    let (_first, unwell) = says(Answer::Status(500));
    let (_second, moved) = says(Answer::Status(302));
    let (_third, silent) = says(Answer::HangUp);
    let secret = "/s3cr3t".to_owned();
    for url in [
        unwell,
        moved,
        silent,
        "http://127.0.0.1:1/s3cr3t".into(),
        "s3cr3t".into(),
        "ftp://s3cr3t".into(),
        secret,
    ] {
        let place = switched(&Hook::start(), &url);
        let ran =
            place.run(&["--now", "2025-10-24T10:00:00Z", "--commit", "-vv", "evaluate-alerts"]).exits(3);
        assert!(ran.stderr.contains("warning: dead man's switch: "), "{}", ran.stderr);
        assert!(!ran.stderr.contains("s3cr3t") && !ran.stdout.contains("s3cr3t"), "{}", ran.stderr);
    }
    let place = switched(&Hook::start(), "");
    std::fs::remove_file(place.path("switch")).unwrap();
    let ran = evaluate(&place, "2025-10-24T10:00:00Z").exits(3);
    assert!(ran.stderr.contains("secret file switch"), "{}", ran.stderr);
}

/// The value of a series as the exposition has it.
fn value(text: &str, series: &str) -> Option<f64> {
    text.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' ')?.parse().ok())
}

/// A run that writes its metrics, as of an instant of the day.
fn published(place: &Place, time: &str) -> Ran {
    let now = format!("2025-10-24T{time}Z");
    place.run(&["--now", &now, "--commit", "evaluate-alerts", "--textfile", "tillwatch.prom"])
}

#[test]
fn metrics_tell_of_runs_rules_alerts_and_the_outbox() {
    let hook = Hook::start();
    let place = shop(&hook);
    let config = "[severities.P1]\n[severities.P3]\n[watchdog]\n";
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + config));
    sell(&place, "2025-10-24 10:00:00", 6);
    hook.answer("HTTP/1.1 503 Unwell\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    published(&place, "10:05:00").exits(3);
    let text = place.read("tillwatch.prom");
    for (series, expected) in [
        ("tillwatch_last_run_timestamp_seconds{verb=\"evaluate-alerts\"}", Some(1_761_300_300.0)),
        ("tillwatch_last_run_exit_code{verb=\"evaluate-alerts\"}", Some(3.0)),
        ("tillwatch_last_success_timestamp_seconds{verb=\"evaluate-alerts\"}", None),
        ("tillwatch_rules_failed", Some(0.0)),
        ("tillwatch_alerts{severity=\"P1\",state=\"firing\"}", Some(1.0)),
        ("tillwatch_alerts{severity=\"P3\",state=\"firing\"}", Some(0.0)),
        ("tillwatch_incidents_open{severity=\"P1\"}", Some(1.0)),
        ("tillwatch_outbox_messages{state=\"queued\"}", Some(2.0)),
        ("tillwatch_outbox_messages{state=\"dead\"}", Some(0.0)),
        ("tillwatch_outbox_oldest_due_age_seconds", Some(0.0)),
    ] {
        assert_eq!(value(&text, series), expected, "{series} in\n{text}");
    }
    assert!(value(&text, "tillwatch_rules").unwrap() >= 1.0);
    assert!(value(&text, "tillwatch_database_size_bytes").unwrap() > 0.0);
    // Somebody has answered: the next run does its work, and the last one that did is told by job.
    hook.answer("HTTP/1.1 400 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    published(&place, "10:06:00").exits(3);
    let line =
        ["--now", "2025-10-24T10:07:00Z", "--commit", "evaluate-alerts", "--textfile", "tillwatch.prom"];
    let ran = place.command(&line).env("TILLWATCH_JOB", "minutely").output().unwrap();
    Ran::from(ran).exits(1);
    let text = place.read("tillwatch.prom");
    let by_job = "{job=\"minutely\",verb=\"evaluate-alerts\"}";
    assert_eq!(
        value(&text, &format!("tillwatch_last_success_timestamp_seconds{by_job}")),
        Some(1_761_300_420.0)
    );
    assert_eq!(value(&text, "tillwatch_last_run_exit_code{verb=\"evaluate-alerts\"}"), Some(3.0));
    assert_eq!(value(&text, "tillwatch_outbox_messages{state=\"dead\"}"), Some(2.0));
}

#[test]
fn the_age_of_the_outbox_counts_from_when_a_message_should_have_been_sent() {
    let hook = Hook::start();
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:00:00", 6);
    hook.answer("HTTP/1.1 503 Unwell\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    published(&place, "10:05:00").exits(3);
    published(&place, "10:05:10").exits(1);
    let text = place.read("tillwatch.prom");
    assert_eq!(value(&text, "tillwatch_outbox_oldest_due_age_seconds"), Some(10.0), "{text}");
}

#[test]
fn the_text_file_is_put_in_place_whole_and_everybody_may_read_it() {
    let place = shop(&Hook::start());
    place.write("tillwatch.prom", "old");
    std::fs::set_permissions(place.path("tillwatch.prom"), std::fs::Permissions::from_mode(0o600)).unwrap();
    published(&place, "10:05:00").exits(0);
    let mode = std::fs::metadata(place.path("tillwatch.prom")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o644);
    assert!(place.read("tillwatch.prom").ends_with('\n'));
    let others: Vec<_> = std::fs::read_dir(place.root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("prom"))
        .collect();
    assert_eq!(others, ["tillwatch.prom"]);
}

#[test]
fn a_text_file_that_cannot_be_written_is_a_failure_and_a_dry_run_writes_none() {
    let place = shop(&Hook::start());
    let run = |before: &[&str], file: &str| {
        let line = ["--now", "2025-10-24T10:05:00Z"].iter().chain(before);
        place.run(&line.chain(&["evaluate-alerts", "--textfile", file]).copied().collect::<Vec<_>>())
    };
    let _ = run(&[], "x.prom").exits(0);
    assert!(!place.path("x.prom").exists());
    let ran = run(&["--commit"], "absent/x.prom").exits(3);
    assert!(ran.stderr.contains("absent/x.prom: no such file"), "{}", ran.stderr);
    let ran = run(&["--commit"], "/dev/null").exits(3);
    assert!(ran.stderr.contains("is no regular file"), "{}", ran.stderr);
}

#[test]
fn serve_shows_the_same_metrics() {
    let place = shop(&Hook::start());
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + "[serve]\nallow_anonymous = true\n"));
    place.line("evaluate-alerts").exits(0);
    let server = Server::start(&place, &[]);
    let text = server.get("/metrics").body;
    assert_eq!(value(&text, "tillwatch_last_run_exit_code{verb=\"evaluate-alerts\"}"), Some(0.0), "{text}");
    assert!(
        value(&text, &format!("tillwatch_build_info{{version=\"{}\"}}", env!("CARGO_PKG_VERSION"))).is_some()
    );
}

/// What `promtool check metrics` has to say of the families with these prefixes.
fn lint(text: &str, prefixes: &[&str]) -> Vec<String> {
    let mut promtool = Command::new("promtool")
        .args(["check", "metrics"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    promtool.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = promtool.wait_with_output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    // 3: it has read everything, and has something to say of it.
    assert!(matches!(output.status.code(), Some(0 | 3)), "{said}");
    let ours = |line: &&str| prefixes.iter().any(|prefix| line.starts_with(prefix));
    said.lines().filter(ours).map(str::to_owned).collect()
}

#[test]
#[ignore = "needs prometheus; scripts/test runs it"]
fn prometheus_accepts_names_types_and_texts() {
    let place = shop(&Hook::start());
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + "[serve]\nallow_anonymous = true\n"));
    sell(&place, "2025-10-24 10:00:00", 6);
    published(&place, "10:05:00").exits(1);
    assert_eq!(lint(&place.read("tillwatch.prom"), &[""]), [""; 0]);
    let server = Server::start(&place, &[]);
    let pushed =
        serde_json::json!({ "metric_name": "till_drawer_opened", "value": 1, "tags": { "kind": "a\nb" } });
    let _ = server.post("metric", None, &pushed).is(200);
    // Of the catalogue's names some are not as Prometheus would have them.
    assert_eq!(lint(&server.get("/metrics").body, &["tillwatch_", "till_drawer_"]), [""; 0]);
}
