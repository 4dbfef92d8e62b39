//! The payload of every sink, as tests/golden/sinks/README.md says beside which description it was written.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::hook::Request;
use super::*;

/// A request without what differs from run to run. Bodies of several lines are lists.
fn request(request: &Request) -> Value {
    let kept = ["authorization", "content-type", "idempotency-key", "x-scope-orgid"];
    let headers: BTreeMap<_, _> =
        request.headers.iter().filter(|(name, _)| kept.contains(&name.as_str())).collect();
    json!({ "request": request.line, "headers": headers, "body": body(&request.body) })
}

fn body(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_else(|_| {
        let lines = bytes.strip_suffix(b"\n").expect("the last line ends").split(|byte| *byte == b'\n');
        lines.map(|line| serde_json::from_slice::<Value>(line).unwrap()).collect()
    })
}

fn golden(kind: &str, sent: &Value) {
    let path = |folder: &str| -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(format!("{kind}.json"))
    };
    let written = fs::read_to_string(path("tests/golden/sinks")).ok();
    if written.map(|text| serde_json::from_str::<Value>(&text).unwrap()).as_ref() != Some(sent) {
        let actual = path("target/golden/sinks");
        fs::create_dir_all(actual.parent().unwrap()).unwrap();
        fs::write(&actual, serde_json::to_string_pretty(sent).unwrap() + "\n").unwrap();
        panic!("tests/golden/sinks/{kind}.json differs from what is sent: {}", actual.display());
    }
}

#[rstest::rstest]
fn a_batch_is_sent_as_it_is_written_down(
    #[values("monitoring", "tillwatch", "loki", "elasticsearch")] kind: &str,
) {
    let hook = server(HTTP.iter().find(|(name, _)| *name == kind).unwrap().1);
    assert_eq!(Bench::new(&hook.url).sink(kind).send(&two()), Reply::Taken);
    golden(kind, &request(&hook.requests()[0]));
}

#[test]
fn a_file_holds_what_is_written_down() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.jsonl");
    assert_eq!(FileSink::new(path.clone(), Some("3".into())).send(&two()), Reply::Taken);
    golden("file", &body(&fs::read(path).unwrap()));
}
