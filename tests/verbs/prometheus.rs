//! Rules with `expr`: a Prometheus is asked, and whatever it answers or does not answer is taken for what it is.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use rstest::rstest;

use crate::support::hook::Hook;
use crate::support::{Place, Ran};

/// A project whose only source is a Prometheus at `url`, with these rules in one group.
fn project(url: &str, rules: &str) -> Place {
    let place = Place::new();
    let source = format!("[sources.prom]\nurl = \"prometheus+{url}\"\ntimeout = \"5s\"\n");
    place.write("tillwatch.toml", &format!("version = 1\n[severities.P2]\n[severities.page]\n{source}"));
    write_rules(&place, rules);
    place
}

fn write_rules(place: &Place, rules: &str) {
    place.write("rules/a.yaml", &format!("groups:\n- name: g\n  rules:\n{rules}"));
}

const DOWN: &str = "  - { alert: Down, expr: up == 0, labels: { severity: page }, \
    annotations: { summary: '{{ $labels.instance }} says {{ $value | humanize }}{{ $labels.none }}' } }\n";

/// An answer with this status line and body.
fn answer(status: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}")
}

fn success(data: &str) -> String {
    answer("200 OK", &format!(r#"{{"status":"success","data":{data}}}"#))
}

/// A vector of elements, each an instance and its value.
fn vector(elements: &[(&str, &str)]) -> String {
    let element = |(instance, value): &(&str, &str)| {
        format!(r#"{{"metric":{{"__name__":"up","instance":"{instance}"}},"value":[1761300000,"{value}"]}}"#)
    };
    let elements: Vec<_> = elements.iter().map(element).collect();
    success(&format!(r#"{{"resultType":"vector","result":[{}]}}"#, elements.join(",")))
}

fn at(place: &Place, time: &str) -> Ran {
    let now = format!("2025-10-24T{time}Z");
    place.run(&["--now", &now, "--commit", "--format", "json", "evaluate-alerts", "--explain", "--exit-zero"])
}

/// One line for each instance of `Down`.
fn instances(ran: &Ran) -> Vec<String> {
    let json = ran.json();
    let of_rule = json["instances"].as_array().unwrap().iter().filter(|one| one["rule"] == "Down");
    of_rule
        .map(|one| format!("{} {}: {}", one["labels"], one["after"], one["reason"]).replace('"', ""))
        .collect()
}

#[test]
fn every_element_is_a_match_whatever_its_value_and_absence_is_the_end() {
    let hook = Hook::start();
    let place = project(&hook.url, DOWN);
    let _ = place.line("check").exits(0);
    hook.answer(&vector(&[("a", "0"), ("b", "NaN"), ("c", "+Inf")]));
    let ran = at(&place, "10:00:00").exits(0);
    let fires = |instance: &str| {
        format!("{{alertname:Down,instance:{instance},severity:page}} firing: condition met")
    };
    assert_eq!(instances(&ran), ["a", "b", "c"].map(fires));
    let told = ran.json()["transitions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["summary"].clone())
        .collect::<Vec<_>>();
    assert_eq!(told, ["a says 0", "b says NaN", "c says +Inf"]);
    hook.answer(&vector(&[("b", "0")]));
    let ended = "{alertname:Down,instance:a,severity:page} inactive: condition over: no row";
    assert!(instances(&at(&place, "10:01:00")).contains(&ended.to_owned()));
    let request = &hook.requests()[0];
    assert_eq!(request.line, "GET /api/v1/query?query=up+%3D%3D+0&time=2025-10-24T10%3A00%3A00Z");
}

#[test]
fn a_scalar_is_one_match_without_labels() {
    let hook = Hook::start();
    let place = project(&hook.url, DOWN);
    hook.answer(&success(r#"{"resultType":"scalar","result":[1761300000.5,"3"]}"#));
    assert_eq!(instances(&at(&place, "10:00:00")), ["{alertname:Down,severity:page} firing: condition met"]);
}

#[rstest]
#[case::its_own_error(
    &answer("400 Bad Request", r#"{"status":"error","errorType":"bad_data","error":"parse error: x"}"#),
    "source prom: bad_data: parse error: x"
)]
#[case::forbidden(&answer("401 Unauthorized", "no"), "source prom: answered 401 Unauthorized")]
#[case::redirected(&answer("302 Found", ""), "source prom: answered 302 Found")]
#[case::something_else(&answer("200 OK", "<html>"), "the answer is not of Prometheus' query API")]
#[case::half_an_answer("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{\"status\"", "source prom: ")]
#[case::hung_up("", "source prom: ")]
#[case::no_data(&answer("200 OK", r#"{"status":"success"}"#), "success without data")]
#[case::a_range(
    &success(r#"{"resultType":"matrix","result":[]}"#),
    "gives neither a vector nor a scalar"
)]
#[case::a_histogram(
    &success(r#"{"resultType":"vector","result":[{"metric":{},"histogram":[1,{"count":"1"}]}]}"#),
    "gives a histogram"
)]
#[case::nonsense(
    &success(r#"{"resultType":"vector","result":[{"metric":{},"value":[1,"much"]}]}"#),
    "\"much\" is no number"
)]
#[case::twice_the_same(&vector(&[("a", "1"), ("a", "2")]), "two rows are the same alert")]
fn an_answer_that_is_none_resolves_nothing_and_is_said(#[case] wrong: &str, #[case] said: &str) {
    let hook = Hook::start();
    let place = project(&hook.url, DOWN);
    hook.answer(&vector(&[("a", "0")]));
    let _ = at(&place, "10:00:00").exits(0);
    hook.answer(wrong);
    let ran = at(&place, "10:01:00").exits(3);
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
    assert_eq!(instances(&ran), ["{alertname:Down,instance:a,severity:page} firing: error, kept"]);
}

#[test]
fn a_server_that_does_not_answer_is_asked_once_in_a_run() {
    let hook = Hook::start();
    let again = DOWN.replace("Down", "Again").replace("up == 0", "up == 1");
    let place = project(&hook.url, &format!("{DOWN}{again}"));
    hook.answer("");
    let ran = at(&place, "10:00:00").exits(3);
    assert!(ran.stderr.contains("2 rules: source prom: "), "{}", ran.stderr);
    // A connection that was closed at once is tried a second time by the client.
    assert!(hook.requests().iter().all(|request| request.line.contains("up+%3D%3D+0")));
}

#[test]
fn a_token_is_sent_and_never_said() {
    let hook = Hook::start();
    let place = project(&hook.url, DOWN);
    place.write("token", "s3cr3t\n");
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + "token = \"file:token\"\n"));
    hook.answer(&answer("403 Forbidden", "s3cr3t is not welcome"));
    let ran = at(&place, "10:00:00").exits(3);
    assert_eq!(hook.requests()[0].headers["authorization"], "Bearer s3cr3t");
    assert!(!format!("{}{}", ran.stdout, ran.stderr).contains("s3cr3t"), "{}", ran.stderr);
    std::fs::remove_file(place.path("token")).unwrap();
    let ran = at(&place, "10:01:00").exits(3);
    assert!(ran.stderr.contains("source prom: token: secret file token"), "{}", ran.stderr);
}

#[test]
fn what_the_server_warns_of_is_said() {
    let hook = Hook::start();
    let place = project(&hook.url, DOWN);
    let body =
        r#"{"status":"success","warnings":["a store is away"],"data":{"resultType":"vector","result":[]}}"#;
    hook.answer(&answer("200 OK", body));
    let ran = at(&place, "10:00:00").exits(0);
    assert!(ran.stderr.contains("warning: rule Down: a store is away"), "{}", ran.stderr);
}

#[test]
fn a_group_may_name_the_source_and_look_a_little_back() {
    let (one, other) = (Hook::start(), Hook::start());
    let place = project(&one.url, DOWN);
    let second = format!("[sources.other]\nurl = \"prometheus+{}/prefix/\"\ndelay = \"30s\"\n", other.url);
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + &second));
    let ran = place.line("check").exits(2);
    assert!(
        ran.stdout.starts_with(
            "rules/a.yaml:4: rule Down: `expr` could be asked of other or prom (say which by `source:`"
        ),
        "{}",
        ran.stdout
    );
    place.write(
        "rules/a.yaml",
        &format!("groups:\n- name: g\n  source: other\n  query_offset: 1m\n  rules:\n{DOWN}"),
    );
    let _ = place.line("check").exits(0);
    other.answer(&vector(&[]));
    let _ = at(&place, "10:00:00").exits(0);
    let asked = &other.requests()[0].line;
    assert!(asked.starts_with("GET /prefix/api/v1/query?") && asked.ends_with("T09%3A58%3A30Z"), "{asked}");
    assert_eq!(one.requests().len(), 0);
}

#[test]
fn without_a_prometheus_check_says_what_to_add() {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n[severities.page]\n");
    write_rules(&place, DOWN);
    let ran = place.line("check").exits(2);
    let said = "rules/a.yaml:4: rule Down: there is no Prometheus among [sources] to ask for `expr` \
                (add [sources.NAME] with url = \"prometheus+http://host:9090\")";
    assert!(ran.stdout.contains(said), "{}", ran.stdout);
    let ran = at(&place, "10:00:00").exits(3);
    assert!(ran.stderr.contains("rule Down: there is no Prometheus"), "{}", ran.stderr);
}

#[test]
fn a_query_of_sql_has_no_prometheus_for_its_source() {
    let place = project("http://127.0.0.1:1", DOWN);
    place.write("queries/q.sql", "-- source: prom\nSELECT 1 AS value");
    let ran = place.line("check").exits(2);
    assert!(
        ran.stdout.contains("queries/q.sql:1: query q names the source prom, a Prometheus"),
        "{}",
        ran.stdout
    );
}

#[test]
fn an_expression_is_recorded_like_a_query() {
    let hook = Hook::start();
    let place = project(&hook.url, "  - { record: 'job:up:sum', expr: sum by (instance) (up) }\n");
    hook.answer(&vector(&[("a", "2"), ("b", "NaN")]));
    let _ = at(&place, "10:00:00").exits(0);
    let own = rusqlite::Connection::open(place.path("tillwatch.db")).unwrap();
    let sql = "SELECT name || labels || value FROM samples JOIN series ON series.id = series";
    let mut rows = own.prepare(sql).unwrap();
    let rows: Vec<String> = rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(rows, [r#"job:up:sum{"instance":"a"}2.0"#], "NaN is no number that can be kept");
}

/// Debian's Prometheus with nothing to scrape, on a port of its choice.
struct Prometheus {
    process: Child,
    url: String,
    _place: Place,
}

impl Prometheus {
    fn start() -> Self {
        let place = Place::new();
        place.write("prometheus.yml", "global: {}\n");
        let mut process = Command::new("prometheus")
            .args([
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=data",
                "--web.listen-address=127.0.0.1:0",
            ])
            .current_dir(place.root())
            .stderr(Stdio::piped())
            .spawn()
            .expect("prometheus is installed (scripts/test does it)");
        let (mut lines, mut port) = (BufReader::new(process.stderr.take().unwrap()).lines(), None);
        for line in lines.by_ref().map_while(Result::ok) {
            if let Some((_, rest)) = line.split_once("msg=\"Listening on\" address=127.0.0.1:") {
                port = rest.split(' ').next().map(str::to_owned);
            }
            if line.contains("Server is ready") {
                break;
            }
        }
        // Whoever stops reading would stop the writer.
        std::thread::spawn(move || lines.for_each(drop));
        let url = format!("http://127.0.0.1:{}", port.expect("it says where it listens"));
        Self { process, url, _place: place }
    }
}

impl Drop for Prometheus {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
#[ignore = "needs prometheus; scripts/test runs it"]
fn a_real_prometheus_answers_expressions() {
    let prometheus = Prometheus::start();
    let place = project(
        &prometheus.url,
        "  - { alert: Down, expr: 'label_replace(vector(0.5), \"instance\", \"a\", \"\", \"\")', for: 0 }\n\
         \x20 - { alert: Noon, expr: 'hour() == bool 12' }\n\
         \x20 - { alert: Number, expr: 1 / 0 }\n\
         \x20 - { alert: Quiet, expr: vector(1) > 2 }\n\
         \x20 - { alert: Absent, expr: absent(nothing) }\n\
         \x20 - { alert: Wrong, expr: up up }\n\
         \x20 - { record: 'one:number', expr: vector(42) }\n",
    );
    // It asks nobody: what only the source can know is an error of the run.
    let _ = place.line("check").exits(0);
    let ran = at(&place, "12:00:00").exits(3);
    let said = "rule Wrong: source prom: bad_data: invalid parameter \"query\": 1:4: parse error: unexpected identifier";
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
    let json = ran.json();
    let rows: Vec<String> = json["instances"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            format!("{} {} {}", one["rule"], one["labels"]["instance"], one["values"]["value"])
                .replace('"', "")
        })
        .filter(|row| !row.starts_with("RuleHealth"))
        .collect();
    assert_eq!(rows, ["Down a 0.5", "Noon null 1.0", "Number null +Inf", "Absent null 1.0"], "{json:#}");
    let own = rusqlite::Connection::open(place.path("tillwatch.db")).unwrap();
    let value: f64 = own.query_row("SELECT value FROM samples", [], |row| row.get(0)).unwrap();
    assert_eq!(value.to_string(), "42");
}
