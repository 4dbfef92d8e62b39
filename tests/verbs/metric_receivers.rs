//! Pushgateway and remote write: what is asked of them, and what real ones then have.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

use rstest::rstest;
use serde_json::Value;

use crate::support::hook::Hook;
use crate::support::{Place, Ran};

fn project(url: &str, push: &str) -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", &format!("version = 1\n[push]\nurl = \"{url}\"\n{push}"));
    place
}

fn push_text(place: &Place, text: &str) -> Ran {
    let mut command = place.command(&["metric", "push", "-"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    Ran::from(child.wait_with_output().unwrap())
}

fn status(line: &str) -> String {
    format!("HTTP/1.1 {line}\r\nContent-Length: 3\r\nConnection: close\r\n\r\nno!")
}

#[rstest]
#[case("", "POST /metrics/job/tillwatch")]
#[case(
    "method = \"put\"\njob = \"till\"\ngrouping = { instance = \"1/a\" }\n",
    "PUT /metrics/job/till/instance@base64/MS9h"
)]
fn a_pushgateway_gets_the_newest_of_each_series_without_instants(#[case] push: &str, #[case] line: &str) {
    let hook = Hook::start();
    let place = project(&format!("pushgateway+{}", hook.url), push);
    let text = "b{x=\"\\\"\"} 2\na 1 1000\nb{x=\"\\\"\"} 4\nb NaN\na 3 3000\na 2 2000\n";
    let _ = push_text(&place, text).exits(0);
    let request = &hook.requests()[0];
    assert_eq!(request.line, line);
    assert_eq!(String::from_utf8_lossy(&request.body), "a 3\nb NaN\nb{x=\"\\\"\"} 4\n");
    assert_eq!(request.headers["content-type"], "text/plain; version=0.0.4; charset=utf-8");
}

#[test]
fn a_remote_write_has_the_headers_of_its_specification_and_a_snappy_block() {
    let hook = Hook::start();
    let place = project(&hook.url, "kind = \"remote_write\"\ntoken = \"file:token\"\n");
    place.write("token", "s3cret");
    let _ = push_text(&place, "till_queue{store_id=\"1\"} +Inf 1761300930000\n").exits(0);
    let request = &hook.requests()[0];
    assert_eq!(request.line, "POST /api/v1/write");
    let header = |name: &str| request.headers[name].as_str();
    assert_eq!(
        ["content-encoding", "content-type", "x-prometheus-remote-write-version", "authorization"]
            .map(header),
        ["snappy", "application/x-protobuf", "0.1.0", "Bearer s3cret"]
    );
    assert!(header("user-agent").starts_with("tillwatch/"));
    let message = snap::raw::Decoder::new().decompress_vec(&request.body).unwrap();
    assert!(message.windows(8).any(|bytes| bytes == f64::INFINITY.to_le_bytes()), "{message:?}");
}

#[rstest]
#[case("400 Bad Request", "will never take this, which was dropped: HTTP 400 Bad Request: no!\n  x{} 1 ", 0)]
#[case(
    "422 Unprocessable Entity",
    "will never take this, which was dropped: HTTP 422 Unprocessable Entity: no!",
    0
)]
#[case(
    "401 Unauthorized",
    "HTTP 401 Unauthorized: no! (check `token` in [push], and what it is for)\nin the spool: 1 sample\n",
    1
)]
#[case("403 Forbidden", "in the spool: 1 sample\n", 1)]
#[case("404 Not Found", "in the spool: 1 sample\n", 1)]
#[case("429 Too Many Requests", "in the spool: 1 sample\n", 1)]
#[case("500 Internal Server Error", "in the spool: 1 sample\n", 1)]
fn a_remote_write_is_tried_again_where_its_specification_says_so(
    #[case] answer: &str,
    #[case] said: &str,
    #[case] waits: usize,
) {
    let hook = Hook::start();
    hook.answer(&status(answer));
    let place = project(&hook.url, "kind = \"remote_write\"\n");
    let ran = place.line("metric push x 1").exits(3);
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
    assert_eq!(crate::serve::rows(&place, "tillwatch.db", "SELECT id FROM spool").len(), waits);
}

#[test]
fn a_remote_write_that_is_too_large_goes_in_halves_and_only_what_is_alone_is_dropped() {
    let hook = Hook::start();
    hook.answer(&status("413 Content Too Large"));
    let place = project(&hook.url, "kind = \"remote_write\"\n");
    let ran = push_text(&place, "a 1\nb 1\nc 1\n").exits(3);
    assert_eq!(ran.stderr.matches("will never take this").count(), 3, "{}", ran.stderr);
    assert_eq!(hook.requests().len(), 5, "abc, a, bc, b, c");
    let gateway = project(&format!("pushgateway+{}", hook.url), "");
    let ran = push_text(&gateway, "a 1\nb 1\n").exits(3);
    assert!(
        ran.stderr.contains("raise the limit") && ran.stderr.contains("in the spool: 2 samples"),
        "{}",
        ran.stderr
    );
}

/// A receiver of Debian's, killed when dropped.
struct Daemon {
    process: Child,
    url: String,
    _place: Place,
}

impl Daemon {
    /// Waits for the line that says where it listens, and that it is ready where `ready` comes later.
    fn start(program: &str, args: &[&str], address: &str, ready: &str) -> Self {
        let place = Place::new();
        place.write("prometheus.yml", "global: {}\n");
        let mut process = Command::new(program)
            .args(args)
            .current_dir(place.root())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} is installed by scripts/test: {error}"));
        let (mut lines, mut port) = (BufReader::new(process.stderr.take().unwrap()).lines(), None);
        for line in lines.by_ref().map_while(Result::ok) {
            if let Some((_, rest)) = line.split_once(address) {
                port = rest.split(|c: char| !c.is_ascii_digit()).next().map(str::to_owned);
            }
            if port.is_some() && line.contains(ready) {
                break;
            }
        }
        // Whoever stops reading would stop the writer.
        std::thread::spawn(move || lines.for_each(drop));
        let address = format!("127.0.0.1:{}", port.expect("it says where it listens"));
        // Some say so before they do.
        while TcpStream::connect(&address).is_err() {
            std::thread::yield_now();
        }
        let url = format!("http://{address}");
        Self { process, url, _place: place }
    }

    fn pushgateway() -> Self {
        Self::start("prometheus-pushgateway", &["--web.listen-address=127.0.0.1:0"], "127.0.0.1:", "")
    }

    fn prometheus() -> Self {
        let args = [
            "--config.file=prometheus.yml",
            "--storage.tsdb.path=data",
            "--web.listen-address=127.0.0.1:0",
            "--web.enable-remote-write-receiver",
        ];
        Self::start("prometheus", &args, "msg=\"Listening on\" address=127.0.0.1:", "Server is ready")
    }

    fn victoria_metrics() -> Self {
        // It does not say which port it was given, so it gets one that was free a moment ago.
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let listen = format!("-httpListenAddr=127.0.0.1:{port}");
        let args = [
            listen.as_str(),
            "-storageDataPath=data",
            "-search.latencyOffset=0s",
            "-dedup.minScrapeInterval=1ms",
        ];
        Self::start("victoria-metrics", &args, "starting http server at http://127.0.0.1:", "")
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(self.url.trim_start_matches("http://")).unwrap();
        write!(stream, "GET {path} HTTP/1.0\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.split_once("\r\n\r\n").unwrap().1.to_owned()
    }

    /// The samples of a range selector, each series as `labels: value@second …`.
    fn samples(&self, selector: &str) -> Vec<String> {
        let answer: Value =
            serde_json::from_str(&self.get(&format!("/api/v1/query?query={selector}"))).unwrap();
        let point = |point: &Value| format!(" {}@{}", point[1].as_str().unwrap(), point[0]);
        let series = |series: &Value| {
            let points = series["values"].as_array().unwrap().iter().map(point).collect::<String>();
            let labels: BTreeMap<String, String> = serde_json::from_value(series["metric"].clone()).unwrap();
            format!("{}:{points}", serde_json::to_string(&labels).unwrap())
        };
        let mut all: Vec<_> = answer["data"]["result"].as_array().unwrap().iter().map(series).collect();
        all.sort();
        all
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The lines of a Pushgateway's metrics that are not about itself.
fn pushed(gateway: &Daemon) -> Vec<String> {
    let text = gateway.get("/metrics");
    text.lines().filter(|line| line.starts_with("till_")).map(str::to_owned).collect()
}

#[test]
#[ignore = "needs prometheus-pushgateway; scripts/test runs it"]
fn a_real_pushgateway_keeps_what_is_pushed_by_group() {
    let gateway = Daemon::pushgateway();
    let url = format!("pushgateway+{}", gateway.url);
    let place = project(&url, "job = \"till\"\ngrouping = { path = \"/var/tmp\", instance = \"Алмаз\" }\n");
    let _ =
        push_text(&place, "till_queue{kind=\"a\\\\b\\n\"} 3 1761300930000\ntill_drawer 1\ntill_idle NaN\n")
            .exits(0);
    let _ = place.line("metric push till_drawer 2").exits(0);
    let key = "instance=\"Алмаз\",job=\"till\"";
    let drawer = format!("till_drawer{{{key},path=\"/var/tmp\"}} 2");
    let expected = [
        drawer.clone(),
        format!("till_idle{{{key},path=\"/var/tmp\"}} NaN"),
        format!("till_queue{{{key},kind=\"a\\\\b\\n\",path=\"/var/tmp\"}} 3"),
    ];
    assert_eq!(pushed(&gateway), expected, "POST replaces by name");
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + "method = \"put\"\n"));
    let _ = place.line("metric push till_drawer 2").exits(0);
    assert_eq!(pushed(&gateway), [drawer], "PUT replaces the group");
    let ran = place.line("metric push go_goroutines 1").exits(3);
    assert!(ran.stderr.contains("will never take this, which was dropped: HTTP 400"), "{}", ran.stderr);
}

/// What is pushed out of order and, the newest of it, twice; and what a receiver then has.
fn is_written_to(daemon: &Daemon) {
    let place = project(&daemon.url, "kind = \"remote_write\"\n");
    let now = jiff::Timestamp::now().as_second();
    let (old, new) = (now - 120, now - 60);
    let text = format!(
        "till_queue{{store_id=\"1\",Kind=\"a\\n\\\"Алмаз\"}} 3 {new}000\n\
         till_queue{{store_id=\"1\",Kind=\"a\\n\\\"Алмаз\"}} 2.5 {old}000\n\
         till_queue{{store_id=\"2\"}} 1 {old}000\ntill_queue{{store_id=\"2\"}} 7 {old}000\n"
    );
    let _ = push_text(&place, &text).exits(0);
    let _ = push_text(&place, &format!("till_queue{{store_id=\"2\"}} 7 {old}000\n")).exits(0);
    let one = r#"{"Kind":"a\n\"Алмаз","__name__":"till_queue","store_id":"1"}"#;
    let two = r#"{"__name__":"till_queue","store_id":"2"}"#;
    let expected = [format!("{one}: 2.5@{old} 3@{new}"), format!("{two}: 7@{old}")];
    // Some take a moment before a query sees what they have taken.
    while daemon.samples("till_queue[10m]").len() < 2 {
        std::thread::yield_now();
    }
    assert_eq!(daemon.samples("till_queue[10m]"), expected);
}

#[test]
#[ignore = "needs prometheus; scripts/test runs it"]
fn a_real_prometheus_takes_a_remote_write() {
    let prometheus = Daemon::prometheus();
    is_written_to(&prometheus);
    let place = project(&prometheus.url, "kind = \"remote_write\"\n");
    let ran = place.line("metric push till_queue 1 -l store_id=2 --at 2020-01-01T00:00:00Z").exits(3);
    assert!(ran.stderr.contains("which was dropped: HTTP 400 Bad Request"), "{}", ran.stderr);
}

#[test]
#[ignore = "needs victoria-metrics; scripts/test runs it"]
fn a_real_victoria_metrics_takes_a_remote_write() {
    is_written_to(&Daemon::victoria_metrics());
}
