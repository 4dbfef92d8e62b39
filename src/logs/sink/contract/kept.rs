//! Sinks that keep what they get themselves: each record once, however often it is sent and however a run ends.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use super::*;
use crate::db::{Database, Statement};

const ROWS: Statement = Statement::new(
    "rows",
    "SELECT store_id || '|' || at || '|' || coalesce(level, '') || '|' || coalesce(event, '') FROM logs ORDER BY at",
);

fn lines(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let message = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        line["message"].as_str().unwrap().to_owned()
    };
    text.lines().map(message).collect()
}

#[test]
fn a_file_gets_each_record_once_even_if_the_run_died_before_it_knew_or_in_the_middle() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.jsonl");
    let sink = || FileSink::new(path.clone(), None);
    let records = ["one", "two", "three", "four"].map(|text| record(text, text));
    assert_eq!(sink().send(&records[..2]), Reply::Taken);
    assert_eq!(sink().send(&records[..3]), Reply::Taken);
    assert_eq!(lines(&path), ["one", "two", "three"]);
    let half = fs::read(&path).unwrap().len();
    File::options().append(true).open(&path).unwrap().write_all(b"{\"id\":\"four\",\"ti").unwrap();
    assert_eq!(sink().send(&records[2..]), Reply::Taken);
    assert_eq!(lines(&path), ["one", "two", "three", "four"]);
    assert!(fs::read(&path).unwrap().len() > half);
}

#[test]
fn a_file_that_is_somebody_elses_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("app.log");
    fs::write(&path, "a line\nand half of ano").unwrap();
    let Reply::Unable(reason) = FileSink::new(path.clone(), None).send(&two()) else { panic!() };
    assert!(reason.contains("none of ours"), "{reason}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "a line\nand half of ano");
}

#[test]
fn a_full_disk_is_no_yes() {
    let sinks: [Box<dyn Sink>; 2] = [
        Box::new(FileSink::new("/dev/full".into(), None)),
        Box::new(StreamSink::new(File::options().write(true).open("/dev/full").unwrap(), None)),
    ];
    for sink in sinks {
        let Reply::Unable(reason) = sink.send(&two()) else { panic!() };
        assert!(reason.to_lowercase().contains("no space"), "{reason}");
    }
}

#[test]
fn the_own_database_has_each_record_once_with_what_the_entry_read_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let logs = Database::open_logs(&folder.path().join("logs.db")).unwrap();
    let sink = OwnSink::new(logs.clone(), Some("3".into()), at("2025-10-24T10:05:00Z"));
    let [mut first, second] = two();
    // The line says otherwise, in keys that the entry does not mean.
    (first.level, first.event) = (Some("warn".into()), Some("sale".into()));
    let records = [first, second];
    assert_eq!((sink.send(&records), sink.send(&records)), (Reply::Taken, Reply::Taken));
    let rows = logs.read(|session| session.collect(&ROWS, &[], |row| row.text(0))).unwrap();
    assert_eq!(rows, ["3|2025-10-24 10:00:00.123|warn|sale", "3|2025-10-24 10:05:00.000||"]);
}
