//! A project of one store with one rule, and its backend.

use rusqlite::Connection;

use super::hook::Hook;
use super::{Place, Ran};

/// One rule: P1 below 95 % of at least five sales.
pub(crate) const RULES: &str = r#"
groups:
  - name: transactions
    rules:
      - alert: SuccessLow
        severity: P1
        query: success
        over: 10m
        when: value < 95
        min_samples: { column: total, at_least: 5 }
        notify: [ { sms: [on_call, lead] } ]
        annotations: { summary: "{{ store.name }}: {{ value | round(precision=1) }} %" }
"#;

const QUERY: &str = r"-- help: Share of transactions that succeeded.
-- unit: percent
-- source: backend
-- labels: [store_id]
-- instances: stores
SELECT store_id, COUNT(*) AS total, 100.0 * SUM(status = 'success') / COUNT(*) AS value
FROM cashier_transactions WHERE created_at >= :since AND created_at < :until GROUP BY store_id
";

/// A project of one store, one rule and one channel, and a backend with no sales yet.
pub(crate) fn shop(hook: &Hook) -> Place {
    let place = Place::new();
    let url = &hook.url;
    place.write(
        "tillwatch.toml",
        &format!(
            r#"version = 1
[project]
name = "Shop"
[sources.backend]
path = "backend.db"
[[stores]]
id = "3"
name = "Алмаз"
[channels.sms.webhook]
url = "{url}/sms"
[contacts.on_call]
phone = "+70000000001"
[contacts.lead]
phone = ["+70000000002", "+70000000001"]
"#
        ),
    );
    place.write("queries/success.sql", QUERY);
    place.write("rules/shop.yaml", RULES);
    backend(&place).execute_batch(include_str!("../../../profiles/cashier/backend.sql")).unwrap();
    place
}

/// The backend's database, for writing.
pub(crate) fn backend(place: &Place) -> Connection {
    Connection::open(place.path("backend.db")).unwrap()
}

/// Ten sales of store 3 at an instant, this many of them failed.
pub(crate) fn sell(place: &Place, at: &str, failed: usize) {
    let backend = backend(place);
    for sale in 0..10 {
        let status = if sale < failed { "failed" } else { "success" };
        let sql = "INSERT INTO cashier_transactions (created_at, store_id, type, status, purchase_amount, points_amount) \
                   VALUES (?1, 3, 'earn', ?2, 100, 4)";
        backend.execute(sql, [at, status]).unwrap();
    }
}

/// Evaluates as of an instant, and keeps what follows.
pub(crate) fn evaluate(place: &Place, now: &str) -> Ran {
    place.run(&["--now", now, "--commit", "evaluate-alerts", "--format", "json"])
}
