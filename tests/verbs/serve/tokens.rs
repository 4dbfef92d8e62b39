//! `tokens create`, `list` and `revoke`, beside a receiver that runs.

use serde_json::{Value, json};

use super::{STORES, Server, TOKENS, open, rows};
use crate::support::Place;

fn make(place: &Place, rest: &str) -> (i64, String) {
    let made = place.line(&format!("tokens create --by ivan --format json {rest}")).exits(0).json();
    (made["id"].as_i64().unwrap(), made["token"].as_str().unwrap().to_owned())
}

fn beat(server: &Server, token: &str, store: i32) -> u16 {
    server
        .post("heartbeat", Some(token), &json!({ "store_id": store, "timestamp": "2025-10-24T10:15:30Z" }))
        .status
}

fn read(server: &Server, token: Option<&str>) -> u16 {
    let header = token.map(|token| format!("Authorization: Bearer {token}"));
    server.send("GET", "/metrics", &header.iter().map(String::as_str).collect::<Vec<_>>(), b"").status
}

#[test]
fn each_token_is_good_for_its_scope_alone() {
    let place = Place::new();
    place.write("tillwatch.toml", STORES);
    let one = make(&place, "--scope ingest --store 1 --name till").1;
    let all = make(&place, "--scope ingest").1;
    let server = Server::start(&place, &TOKENS);
    assert_eq!([beat(&server, &one, 1), beat(&server, &one, 2)], [200, 403]);
    assert_eq!([beat(&server, &all, 1), beat(&server, &all, 2), beat(&server, &all, 9)], [200, 200, 400]);
    assert_eq!(read(&server, None), 200, "nobody made a token for reading yet");
    let (view, operate) = (make(&place, "--scope view").1, make(&place, "--scope operate").1);
    while read(&server, None) != 401 {}
    assert_eq!([&one, &view, &operate].map(|token| read(&server, Some(token))), [403, 200, 200]);
    assert_eq!([&view, &operate].map(|token| beat(&server, token, 1)), [403, 403]);
    // The configuration's own go on.
    assert_eq!(beat(&server, TOKENS[0].1, 1), 200);
}

#[test]
fn a_running_receiver_hears_of_a_new_token_and_of_one_that_is_revoked() {
    let (place, server) = open("");
    let (id, token) = make(&place, "--scope ingest --name \"till\"");
    while beat(&server, &token, 1) != 200 {}
    let ran = place.line(&format!("tokens revoke {id} --by anna")).exits(0);
    assert!(ran.stderr.contains("is revoked"), "{}", ran.stderr);
    while beat(&server, &token, 1) != 401 {}
    let _ = place.line(&format!("tokens revoke {id} --by anna")).exits(0);
    let _ = place.line("tokens revoke 99 --by anna").exits(2);
    server.signal("-TERM");
    assert_eq!(server.ended(), Some(0));
    assert_eq!(place.line("tokens list --format json").exits(0).json()["tokens"], json!([]));
    let listed = place.line("tokens list --all --format json").exits(0).json();
    let [kept] = listed["tokens"].as_array().unwrap().as_slice() else { panic!("{listed}") };
    assert!(
        kept["last_used"].is_string() && kept["revoked"].is_string() && !listed.to_string().contains(&token),
        "{kept}"
    );
    let audit = place.line("audit list --format json").exits(0).json();
    let done = |entry: &Value| {
        ["actor", "action", "subject"].map(|key| entry[key].as_str().unwrap().to_owned()).join(" ")
    };
    let done: Vec<_> = audit["entries"].as_array().unwrap().iter().map(done).collect();
    assert_eq!(done, ["anna revoke token:1", "ivan create token:1"]);
    assert!(!audit.to_string().contains(&token));
    assert_eq!(rows(&place, "tillwatch.db", "SELECT length(hash) FROM token"), ["32"]);
}

#[test]
fn a_token_that_has_expired_is_nobody_s_and_one_alone_lets_the_receiver_start() {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1");
    let _ = make(&place, "--scope ingest --expires 1ms");
    let _ = place.line("serve --listen 0.0.0.0:0").exits(2);
    let token = make(&place, "--scope ingest --expires 1h").1;
    let server = Server::start(&place, &[]);
    assert_eq!([beat(&server, &token, 1), beat(&server, "tillwatch_x", 1)], [200, 401]);
    let listed = place.line("tokens list --all").exits(0).stdout;
    assert!(listed.contains("expired") && listed.contains("good"), "{listed}");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let place = Place::new();
    place.write("tillwatch.toml", STORES);
    for (line, message) in [
        ("tokens create --by x --scope view --store 1", "--store goes with --scope ingest"),
        ("tokens create --by x --scope ingest --store 11", "did you mean 1?"),
        ("tokens create --by x --scope ingest --now 2025-10-24T10:15:30Z", "in the present"),
        ("tokens create --by x --scope everything", "possible values: ingest, view, operate"),
    ] {
        let ran = place.line(line).exits(2);
        assert!(ran.stderr.contains(message), "{line}: {}", ran.stderr);
    }
}
