//! `logs ship` into each kind of receiver, by the real binary.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::append;
use crate::support::Place;
use crate::support::receiver::{Answer, Receiver, Request};

const LINES: &str = "{\"level\":\"info\",\"timestamp\":\"2025-10-24T10:00:00Z\",\"event\":\"sale\"}\n\
                     plain\n{\"level\":\"error\",\"timestamp\":\"2025-10-24T09:00:00Z\"}\n";

fn place(ship: &str) -> Place {
    let place = Place::new();
    place.write(
        "tillwatch.toml",
        &format!("version = 1\n[[ship]]\nname = \"app\"\npaths = [\"app.log\"]\nstore = \"3\"\n{ship}"),
    );
    append(&place, "app.log", LINES);
    place
}

/// Loki, as far as its API's description tells: it keeps a line once for each set of labels, time and text.
fn loki(request: &Request) -> Vec<(String, String, String)> {
    let streams = request.json()["streams"].as_array().unwrap().clone();
    let line = |labels: &serde_json::Value, value: &serde_json::Value| {
        let text = |at: usize| value[at].as_str().unwrap().to_owned();
        (labels.to_string(), text(0), text(1))
    };
    let of = |stream: &serde_json::Value| {
        let values = stream["values"].as_array().unwrap();
        values.iter().map(|value| line(&stream["stream"], value)).collect::<Vec<_>>()
    };
    streams.iter().flat_map(of).collect()
}

#[test]
fn loki_gets_a_stream_a_level_in_order_of_time() {
    let receiver = Receiver::start(|_| Answer::Status(204));
    let ship = format!(
        "kind = \"loki\"\nurl = \"{}\"\nlabels = {{ service = \"till\" }}\nlevel_label = true\ntenant = \"shops\"\n",
        receiver.url()
    );
    let place = place(&ship);
    append(&place, "app.log", "{\"level\":\"info\",\"timestamp\":\"2025-10-24T08:00:00Z\"}\n");
    place.run(&["--now", "2025-10-24T11:00:00Z", "--commit", "logs", "ship"]).exits(0);
    let requests = receiver.requests();
    assert_eq!((requests.len(), requests[0].path.as_str()), (1, "/loki/api/v1/push"));
    assert_eq!(requests[0].header("x-scope-orgid"), Some("shops"));
    let labels = |level: &str| format!("{{\"service\":\"till\",\"store_id\":\"3\"{level}}}");
    let times: Vec<_> = loki(&requests[0]).into_iter().map(|(labels, at, _)| (labels, at)).collect();
    let expected = [
        (labels(""), "1761303600000000000"),
        (labels(",\"level\":\"error\""), "1761296400000000000"),
        (labels(",\"level\":\"info\""), "1761292800000000000"),
        (labels(",\"level\":\"info\""), "1761300000000000000"),
    ];
    assert_eq!(times, expected.map(|(labels, at)| (labels, at.to_owned())));
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(receiver.requests().len(), 1);
}

/// An index, as far as the bulk API's description tells.
fn bulk(index: &mut BTreeMap<String, String>, request: &Request) -> Answer {
    let lines: Vec<&str> = request.body.lines().collect();
    let mut items = Vec::new();
    for pair in lines.chunks(2) {
        let action: serde_json::Value = serde_json::from_str(pair[0]).unwrap();
        let id = action["create"]["_id"].as_str().unwrap().to_owned();
        let status = if pair[1].contains("unfit") {
            400
        } else if let Entry::Vacant(free) = index.entry(id) {
            free.insert(pair[1].to_owned());
            201
        } else {
            409
        };
        let error = serde_json::json!({"type": "document_parsing_exception", "reason": "unfit"});
        items.push(serde_json::json!({"create": {"status": status, "error": error}}));
    }
    Answer::Text(200, serde_json::json!({"errors": true, "items": items}).to_string())
}

#[test]
fn elasticsearch_keeps_each_line_once_and_what_does_not_fit_is_a_dead_letter() {
    let mut index = BTreeMap::new();
    let mut broken = true;
    let receiver = Receiver::start(move |request| {
        let answer = bulk(&mut index, request);
        // The first answer never arrives: the run does not know that its lines were taken.
        if std::mem::take(&mut broken) { Answer::Half } else { answer }
    });
    let place =
        place(&format!("kind = \"elasticsearch\"\nurl = \"{}\"\nindex = \"logs-shop\"\n", receiver.url()));
    append(&place, "app.log", "unfit\nlast\n");
    place.run(&["logs", "ship"]).exits(3);
    let ran = place.run(&["logs", "ship"]).exits(1);
    assert!(
        ran.stderr.contains("app.log:4: refused") && ran.stderr.contains("document_parsing_exception"),
        "{}",
        ran.stderr
    );
    let requests = receiver.requests();
    assert!(requests[0].path.starts_with("/logs-shop/_bulk?"), "{}", requests[0].path);
    assert_eq!(requests[0].header("content-type"), Some("application/x-ndjson"));
    assert_eq!(requests.len(), 2);
    let document: serde_json::Value = serde_json::from_str(requests[0].body.lines().nth(1).unwrap()).unwrap();
    assert_eq!(
        (&document["@timestamp"], &document["event"]),
        (&"2025-10-24T10:00:00.000Z".into(), &"sale".into())
    );
    let ids = |request: &Request| request.body.lines().step_by(2).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(ids(&requests[0]), ids(&requests[1]));
}

#[test]
fn a_file_gets_json_lines() {
    let place = place("kind = \"file\"\npath = \"copy.jsonl\"\n");
    place.run(&["logs", "ship"]).exits(0);
    append(&place, "app.log", "more\n");
    place.run(&["logs", "ship"]).exits(0);
    let copy = place.read("copy.jsonl");
    let lines: Vec<serde_json::Value> =
        copy.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(
        (&lines[0]["event"], &lines[1]["observed"], &lines[3]["message"]),
        (&"sale".into(), &true.into(), &"more".into())
    );
}

#[test]
fn stdout_gets_json_lines_in_place_of_the_table() {
    let place = place("kind = \"stdout\"\n");
    let dry = place.run(&["logs", "ship", "--dry-run"]).exits(0);
    assert!(dry.stdout.contains("app.log"), "{}", dry.stdout);
    let ran = place.run(&["logs", "ship"]).exits(0);
    let messages: Vec<String> = ran
        .stdout
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["message"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(messages.join("\n") + "\n", LINES);
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    append(&place, "app.log", "more\n");
    let ran =
        crate::support::Ran::from(place.command(&["logs", "ship"]).stdout(full).output().unwrap()).exits(3);
    assert!(ran.stderr.contains("No space"), "{}", ran.stderr);
    assert!(place.run(&["logs", "ship"]).exits(0).stdout.contains("more"));
}

#[test]
fn the_own_database_gets_lines_that_can_be_searched() {
    let place = place("kind = \"own\"\n");
    place.run(&["logs", "ship"]).exits(0);
    let found = place.run(&["logs", "search", "--event", "sale", "--format", "json"]).exits(0).json();
    assert_eq!((found["lines"].as_array().unwrap().len(), &found["lines"][0]["store_id"]), (1, &"3".into()));
}

#[rstest::rstest]
#[case("kind = \"lokki\"\n", "did you mean loki?")]
#[case("kind = \"loki\"\n", "kind loki needs a url")]
#[case("kind = \"own\"\nurl = \"http://x\"\n", "url is of no use to a receiver of the kind own")]
#[case("url = \"http://x\"\nrate = \"fast\"\n", "\"fast\" is no rate")]
#[case("url = \"http://x\"\ncompress = \"zip\"\n", "did you mean gzip?")]
fn check_names_a_mistake_with_its_line_and_nothing_is_shipped(#[case] ship: &str, #[case] said: &str) {
    let place = place(ship);
    let checked = place.run(&["check"]).exits(2);
    let all = format!("{}{}", checked.stdout, checked.stderr);
    assert!(all.contains(said) && all.contains("tillwatch.toml:"), "{all}");
    place.run(&["logs", "ship"]).exits(2);
}
