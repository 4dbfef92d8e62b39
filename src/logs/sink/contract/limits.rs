//! A batch that is filled to a sink's limits is no longer than they say, and not much shorter.

use super::*;
use crate::logs::batch::Batch;

/// Records until no more fits, of about so many bytes each.
fn full(limits: Limits, text: &str) -> Vec<Record> {
    let mut batch = Batch::new("3", limits);
    let one = |number: usize| Record {
        level: Some("info".into()),
        event: Some("database_query".into()),
        ..record(&format!("{number:032x}"), text)
    };
    let _too_many = (0..).map(one).find_map(|record| batch.push(record));
    batch.records()
}

#[rstest::rstest]
fn a_full_batch_fits_its_body(
    #[values(0, 1, 2, 3)] kind: usize,
    #[values(
        "x",
        "я\u{1}\"",
        "{\"level\":\"info\",\"message\":\"a line of the usual length, more or less\"}"
    )]
    text: &str,
) {
    let (kind, well) = HTTP[kind];
    let hook = server(well);
    let sink = Bench::new(&hook.url).sink(kind);
    let text = text.repeat(300 / text.len());
    let records = full(sink.limits(), &text);
    let _ = sink.send(&records);
    let sent = hook.requests()[0].body.len();
    assert!(sent <= sink.limits().body, "{kind}: {sent}");
    let full = records.len() == sink.limits().records || sent > sink.limits().body * 3 / 4;
    assert!(full, "{kind}: {sent} bytes in {} records", records.len());
}
