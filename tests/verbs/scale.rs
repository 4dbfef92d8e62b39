//! Many stores at once: what fires together is grouped and told together, and a run that finds nothing new keeps nothing.

use std::fmt::Write as _;

use crate::support::Place;
use crate::support::hook::Hook;
use crate::support::shop::{backend, evaluate};

const STORES: usize = 300;
const RULES: usize = 3;

/// Rules that each fire for every store, an incident a store.
fn chain(hook: &Hook) -> Place {
    let place = Place::new();
    let mut toml = format!(
        "version = 1\n[sources.backend]\npath = \"backend.db\"\n[routing]\ngroup_by = [\"store_id\"]\n\
         [channels.sms.webhook]\nurl = \"{}\"\n[contacts.lead]\nphone = \"+7\"\n\
         [severities.P1]\nnotify = [{{ sms = [\"lead\"] }}]\n",
        hook.url
    );
    for store in 0..STORES {
        let _ = writeln!(toml, "[[stores]]\nid = \"{store}\"\nname = \"Store {store}\"");
    }
    place.write("tillwatch.toml", &toml);
    let mut rules = "groups:\n  - name: chain\n    rules:\n".to_owned();
    for rule in 0..RULES {
        let query = format!("SELECT store_id, value FROM reading WHERE metric = {rule}");
        place.write(
            &format!("queries/m{rule}.sql"),
            &format!("-- source: backend\n-- labels: [store_id]\n{query}"),
        );
        let _ = writeln!(
            rules,
            "      - {{ alert: Low{rule}, severity: P1, query: m{rule}, over: 5m, when: value < 95 }}"
        );
    }
    place.write("rules/chain.yaml", &rules);
    let fill = format!(
        "CREATE TABLE reading (metric INTEGER, store_id INTEGER, value REAL);
         WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {})
         INSERT INTO reading SELECT i % {RULES}, i / {RULES}, 50 FROM n",
        STORES * RULES - 1
    );
    backend(&place).execute_batch(&fill).unwrap();
    place
}

/// How many rows each table has.
fn rows(place: &Place) -> [usize; 3] {
    let own = rusqlite::Connection::open(place.path("tillwatch.db")).unwrap();
    let count = |table: &str| {
        let sql = format!("SELECT count(*) FROM {table}");
        usize::try_from(own.query_row(&sql, [], |row| row.get::<_, i64>(0)).unwrap()).unwrap()
    };
    ["transition", "incident", "outbox"].map(count)
}

#[test]
fn what_is_sent_together_counts_once_against_a_rate() {
    let hook = Hook::start();
    let place = chain(&hook);
    let rate = "[delivery.sms]\nrate = { messages = 2, per = \"1m\" }\n";
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + rate));
    evaluate(&place, "2025-10-24T10:00:00Z").exits(1);
    let test = |time: &str| {
        let now = format!("2025-10-24T{time}Z");
        place.run(&["--now", &now, "--commit", "alerts", "test", "sms", "--to", "lead"])
    };
    test("10:00:30").exits(0);
    let over = test("10:00:31").exits(3);
    assert!(over.stderr.contains("rate limit"), "{}", over.stderr);
    assert_eq!(hook.requests().len(), 2);
}

#[test]
fn a_run_that_finds_nothing_new_writes_no_transition_incident_or_message() {
    let hook = Hook::start();
    let place = chain(&hook);
    let first = evaluate(&place, "2025-10-24T10:00:00Z").exits(1);
    assert_eq!(first.json()["firing"], STORES * RULES);
    assert_eq!(rows(&place), [STORES * RULES, STORES, STORES]);
    assert_eq!(hook.requests().len(), 1, "a storm is one message");
    let again = evaluate(&place, "2025-10-24T10:01:00Z").exits(1);
    assert_eq!(again.json()["firing"], STORES * RULES);
    assert_eq!(rows(&place), [STORES * RULES, STORES, STORES]);
    assert_eq!(hook.requests().len(), 1);
    backend(&place).execute("UPDATE reading SET value = 100", []).unwrap();
    evaluate(&place, "2025-10-24T10:02:00Z").exits(0);
    assert_eq!(rows(&place), [2 * STORES * RULES, STORES, 2 * STORES]);
    assert_eq!(hook.requests().len(), 2, "and so is its end");
}
