//! The document that the receiver serves says what it does.

use std::process::Command;

use serde_json::Value;

use super::{Server, open};
use crate::support::Place;

#[test]
fn the_document_is_served_as_it_is_committed() {
    let (_place, server) = open("");
    let given = server.get("/api/openapi.json").is(200);
    let committed: Value = serde_json::from_str(include_str!("../../../src/serve/openapi.json")).unwrap();
    assert_eq!(given, committed);
}

#[test]
fn every_path_of_the_document_is_there_and_takes_the_methods_that_it_says() {
    let (_place, server) = open("");
    let document = server.get("/api/openapi.json").is(200);
    for (path, operations) in document["paths"].as_object().unwrap() {
        let path = path.replace("{token}", "x");
        for method in ["get", "post", "put", "delete"] {
            let answer = server.send(&method.to_uppercase(), &path, &[], b"");
            let is_known = operations.get(method).is_some();
            assert_eq!(answer.status != 405, is_known, "{method} {path}: {}", answer.body);
            assert_ne!(answer.status, 404, "{method} {path}: {}", answer.body);
        }
    }
}

#[test]
#[ignore = "needs schemathesis; scripts/test runs it"]
fn whatever_is_sent_is_answered_as_the_document_says() {
    let place = Place::new();
    let config = "version = 1\n[serve]\nallow_anonymous = true\nmax_series = 1000000\nmax_series_per_store = 1000000\n";
    place.write("tillwatch.toml", config);
    let server = Server::start(&place, &[]);
    let schemathesis = concat!(env!("CARGO_MANIFEST_DIR"), "/target/schemathesis/bin/schemathesis");
    let ran = Command::new(schemathesis)
        .args(["run", &format!("{}/api/openapi.json", server.url()), "--seed", "1", "--no-color"])
        .current_dir(place.root())
        .env("HOME", place.root())
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
}
