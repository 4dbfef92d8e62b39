//! `tillwatch metric push`: from the command line, lines or a query, to a receiver or the own database.

use std::io::Write as _;
use std::net::TcpListener;
use std::process::Stdio;

use crate::serve::{open, rows};
use crate::support::receiver::{Answer, Receiver};
use crate::support::{Place, Ran};

const SAMPLES: &str =
    "SELECT name, labels, at_ms, value FROM series JOIN samples ON series = id ORDER BY 1, 2, 3";

fn project(config: &str) -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", &format!("version = 1\n{config}"));
    place
}

/// Runs `metric push -` with these lines on stdin.
fn push_lines(place: &Place, args: &[&str], lines: &str) -> Ran {
    let mut command = place.command(&[&["metric", "push", "-"], args].concat());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    Ran::from(child.wait_with_output().unwrap())
}

#[test]
fn one_value_goes_into_the_own_database_once() {
    let place = project("");
    for _ in 0..2 {
        let line = "metric push till_drawer_rub -12.5 -l store_id=1 -l store_name=Алмаз --at 2025-10-24T13:15:30+03:00";
        let ran = place.line(line).exits(0);
        assert_eq!(ran.stderr, "pushed 1 sample to tillwatch.db\n");
    }
    let expected = r#"till_drawer_rub|{"store_id":"1","store_name":"Алмаз"}|1761300930000|-12.5"#;
    assert_eq!(rows(&place, "tillwatch.db", SAMPLES), [expected]);
}

#[test]
fn one_value_goes_to_a_receiver_without_any_project() {
    let (receiver, server) = open("");
    let shop = Place::new();
    let _ = shop
        .run(&[
            "metric",
            "push",
            "qr_ms",
            "234",
            "-l",
            "store_id=1",
            "--at",
            "2025-10-24T10:15:30Z",
            "--url",
            &server.url(),
        ])
        .exits(0);
    assert_eq!(rows(&receiver, "tillwatch.db", SAMPLES), [r#"qr_ms|{"store_id":"1"}|1761300930000|234"#]);
    assert!(!shop.path("tillwatch.db").exists());
}

#[test]
fn the_configured_receiver_is_sent_the_stores_token() {
    let receiver = project("[[stores]]\nid = \"1\"\nname = \"x\"\ntoken = \"env:TOKEN\"");
    let server = crate::serve::Server::start(&receiver, &[("TOKEN", "s3cret")]);
    let shop = project(&format!("[push]\nurl = \"{}\"\ntoken = \"env:MINE\"", server.url()));
    let push = |token: &str| {
        Ran::from(shop.command(&["metric", "push", "x", "1"]).env("MINE", token).output().unwrap())
    };
    let _ = push("s3cret").exits(0);
    assert_eq!(rows(&receiver, "tillwatch.db", "SELECT store_id FROM series"), ["1"]);
    let refused = push("wr0ng").exits(3);
    assert!(refused.stderr.contains("HTTP 401 Unauthorized: this token is not known"), "{}", refused.stderr);
    assert!(!refused.stderr.contains("wr0ng"), "{}", refused.stderr);
    assert!(shop.line("metric push x 1").exits(2).stderr.contains("MINE is not set"));
}

#[test]
fn lines_go_to_a_receiver_and_a_repeat_counts_once() {
    let (receiver, server) = open("");
    let lines = r#"{"metric_name":"app_memory_usage_mb","value":81.5,"tags":{"store_id":3,"heap_total":120},"timestamp":"2025-10-24T10:15:30.000Z"}
{"metric_name":"queue_store_2","value":3,"timestamp":"2025-10-24T10:15:30.000Z"}
"#;
    for _ in 0..2 {
        let ran = push_lines(&Place::new(), &["--url", &server.url()], lines).exits(0);
        assert!(ran.stderr.starts_with("pushed 3 samples to http://127.0.0.1:"), "{}", ran.stderr);
    }
    let expected = [
        r#"app_memory_usage_mb|{"store_id":"3"}|1761300930000|81.5"#,
        r#"app_memory_usage_mb_heap_total|{"store_id":"3"}|1761300930000|120"#,
        r#"queue|{"store_id":"2"}|1761300930000|3"#,
    ];
    assert_eq!(rows(&receiver, "tillwatch.db", SAMPLES), expected);
}

#[test]
fn nothing_on_stdin_is_no_success() {
    let place = project("");
    for nothing in ["", "# TYPE up gauge\n"] {
        let ran = push_lines(&place, &[], nothing).exits(3);
        assert!(ran.stderr.starts_with("warning: stdin held no sample"), "{}", ran.stderr);
    }
}

#[test]
fn one_bad_line_keeps_all_others_back_and_is_named() {
    let place = project("");
    let lines = "{\"metric_name\":\"x\",\"value\":1}\nx 1\n{\"metric_name\":\"5xx\",\"value\":1}\n";
    let ran = push_lines(&place, &[], lines).exits(2);
    assert!(ran.stderr.contains("line 2: this is no JSON"), "{}", ran.stderr);
    assert!(ran.stderr.contains("line 3: \"5xx\" is no metric name"), "{}", ran.stderr);
    assert!(!place.path("tillwatch.db").exists());
}

#[test]
fn a_text_of_prometheus_is_pushed_and_what_no_database_keeps_is_left_out_and_said() {
    let place = project("");
    let text = "# HELP till_queue Customers who wait.\n# TYPE till_queue gauge\n\
        till_queue{store_id=\"1\",place=\"a \\\"b\\\"\"} 3 1761300930000\ntill_queue{store_id=\"1\"} 1e2 1761300930001\n\
        till_wait_seconds{quantile=\"0.5\"} NaN\ntill_wait_seconds_bucket{le=\"+Inf\"} 7 1761300930000\n";
    let ran = push_lines(&place, &[], text).exits(0);
    let expected = "warning: 1 sample left out: NaN and infinities cannot be sent there\n\
        pushed 3 samples to tillwatch.db\n";
    assert_eq!(ran.stderr, expected);
    let expected = [
        r#"till_queue|{"place":"a \"b\"","store_id":"1"}|1761300930000|3"#,
        r#"till_queue|{"store_id":"1"}|1761300930001|100"#,
        r#"till_wait_seconds_bucket|{"le":"+Inf"}|1761300930000|7"#,
    ];
    assert_eq!(rows(&place, "tillwatch.db", SAMPLES), expected);
    let wrong = push_lines(&project(""), &[], "x 1\nx{a=1} 1\ny\n").exits(2);
    assert!(
        wrong.stderr.contains("line 2: the value of a is not quoted\nline 3: a value is missing"),
        "{}",
        wrong.stderr
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_programs_memory_and_cpu_are_pushed_under_the_plans_names() {
    let place = project("");
    std::os::unix::fs::symlink("/bin/sh", place.path("till-under-test")).unwrap();
    let mut busy = std::process::Command::new(place.path("till-under-test"))
        .args(["-c", "while :; do :; done"])
        .spawn()
        .unwrap();
    let ran = place.line("metric push --process till-under-test -l store_id=1");
    busy.kill().unwrap();
    busy.wait().unwrap();
    assert_eq!(ran.exits(0).stderr, "pushed 2 samples to tillwatch.db\n");
    let sql = "SELECT name, labels, value > 0 FROM series JOIN samples ON series = id ORDER BY 1";
    let expected =
        [r#"app_cpu_usage_percentage|{"store_id":"1"}|1"#, r#"app_memory_usage_mb|{"store_id":"1"}|1"#];
    assert_eq!(rows(&place, "tillwatch.db", sql), expected);
    let gone = place.line("metric push --process till-under-test").exits(1);
    assert!(gone.stderr.contains("no process is called till-under-test"), "{}", gone.stderr);
}

#[test]
fn a_querys_values_are_pushed_under_its_name() {
    let place = project("");
    place.write(
        "queries/queue_length.sql",
        "-- labels: [till]\nSELECT 'a' AS till, 3 AS value UNION ALL SELECT 'b', NULL UNION ALL SELECT 'c', 0.5",
    );
    let _ = place.line("metric push seed 0").exits(0);
    let ran = place.line("metric push --query queue_length").exits(0);
    assert!(ran.stderr.starts_with("1 instances of queue_length have no data"), "{}", ran.stderr);
    let sql =
        "SELECT labels, value FROM series JOIN samples ON series = id WHERE name = 'queue_length' ORDER BY 1";
    assert_eq!(rows(&place, "tillwatch.db", sql), [r#"{"till":"a"}|3"#, r#"{"till":"c"}|0.5"#]);
    assert!(
        place.line("metric push --query queue_lenght").exits(2).stderr.contains("did you mean queue_length?")
    );
}

#[test]
fn of_another_instant_it_only_says_what_it_would_push() {
    let place = project("");
    let ran = place.line("metric push x 1 -l a=b --now 2025-10-24T10:15:30Z --format csv").exits(0);
    assert_eq!(
        ran.stdout,
        "metric_name,labels,value,timestamp\nx,\"{a=\"\"b\"\"}\",1,2025-10-24 10:15:30.000\n"
    );
    assert!(!place.path("tillwatch.db").exists());
}

#[test]
fn a_receiver_that_is_not_there_is_said_with_what_was_not_sent() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("http://user:hunter2@{closed}");
    let lines: String =
        (0..7).fold(String::new(), |lines, n| lines + &format!("{{\"metric_name\":\"x{n}\",\"value\":1}}\n"));
    let ran = push_lines(&Place::new(), &["--url", &url], &lines).exits(3);
    assert!(
        ran.stderr.contains("connection refused\n7 of 7 samples may not have arrived:\n  x0{} 1 "),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("and 2 more"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("hunter2"), "{}", ran.stderr);
}

#[test]
fn a_receiver_that_breaks_off_in_the_middle_leaves_in_doubt_what_was_sent() {
    let receiver = Receiver::start(|request| match request.json() {
        serde_json::Value::Array(_) => Answer::Status(400),
        metric if metric["metric_name"] == "first" => Answer::Status(200),
        _ => Answer::Half,
    });
    let lines = "{\"metric_name\":\"first\",\"value\":1}\n{\"metric_name\":\"second\",\"value\":1}\n";
    let ran = push_lines(&Place::new(), &["--url", &receiver.url()], lines).exits(3);
    assert!(ran.stderr.contains("2 of 2 samples may not have arrived:\n  first{} 1 "), "{}", ran.stderr);
}

#[rstest::rstest]
#[case("metric push", "required")]
#[case("metric push x", "x has no value")]
#[case("metric push x NaN", "value must be a finite number")]
#[case("metric push x y", "invalid value 'y'")]
#[case("metric push a-b 1", "\"a-b\" is no metric name")]
#[case("metric push x 1 -l a-b=1", "\"a-b\" is no label name")]
#[case("metric push x 1 -l a", "write KEY=VALUE")]
#[case("metric push - -l a=b", "lines carry their own labels")]
#[case("metric push --process x --query y", "cannot be used with")]
#[case("metric push x_store_1 1 -l store_id=2", "the name says store 1 and the label store 2")]
#[case("metric push x 1 --url ftp://monitor", "ftp is not http or https")]
#[case("metric push x 1 --url pushgateway+monitor:9091", "monitor is not http or https")]
fn what_cannot_be_pushed_is_said(#[case] line: &str, #[case] message: &str) {
    let place = project("");
    let ran = place.line(line).exits(2);
    assert!(ran.stderr.contains(message), "{}", ran.stderr);
    assert!(!place.path("tillwatch.db").exists());
}
