//! The log files: the backend's of the last two days, in the plan's format and as its loggers call winston, and a
//! shop's as winston's bare JSON format writes and numbers them.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use serde_json::{Value, json};

use super::calendar::{Day, days};
use super::customers::Customers;
use super::rush::POOL_SHOP;
use super::trade::{Attempt, Failure, attempts};
use super::traffic::{Fact, facts};

/// The folders, relative to the project's; the second is named as the shop's app names its own.
const BACKEND: &str = "logs/backend";
const SHOP: &str = "logs/Касса Восход";

/// How many of the last days the backend's logger has kept.
const KEPT: usize = 2;

pub(super) fn write(folder: &Path) -> io::Result<()> {
    let (customers, days) = (Customers::new(), days());
    fs::create_dir_all(folder.join(BACKEND))?;
    for day in days.iter().rev().take(KEPT) {
        let file = folder.join(BACKEND).join(format!("app-{}.log", day.date));
        fs::write(file, backend_lines(day, &attempts(day, &customers), &customers))?;
    }
    let sold = days.last().map(|today| attempts(today, &customers)).unwrap_or_default();
    let shop: Vec<String> = sold.iter().filter(|attempt| attempt.shop == POOL_SHOP).map(shop_line).collect();
    let (older, newer) = shop.split_at(shop.len() / 2);
    fs::create_dir_all(folder.join(SHOP))?;
    fs::write(folder.join(SHOP).join("app.log"), older.concat())?;
    fs::write(folder.join(SHOP).join("app1.log"), newer.concat())
}

/// A line for each fact of a day, in the order of time.
fn backend_lines(day: &Day, attempts: &[Attempt], customers: &Customers) -> String {
    let mut facts = facts(day, attempts, customers);
    facts.sort_by_key(Fact::second);
    let mut text = String::new();
    for fact in &facts {
        let mut line = json!({
            "timestamp": format!("{}.000Z", day.second(fact.second()).replacen(' ', "T", 1)),
            "service": "cashier-backend",
        });
        if let (Some(line), Value::Object(fields)) = (line.as_object_mut(), fields(fact)) {
            line.extend(fields);
        }
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{line}");
    }
    text
}

/// What a line says of its fact.
fn fields(fact: &Fact<'_>) -> Value {
    match fact {
        Fact::Joined { customer, .. } => json!({
            "level": "INFO", "component": "cashier_api", "event": "customer_registered", "customer_id": customer,
            "message": "Customer registered",
        }),
        Fact::Sale(attempt) => sale(attempt),
        Fact::Request { attempt, latency_ms } => json!({
            "level": if attempt.status() < 400 { "INFO" } else { "WARN" }, "component": "api", "event": "api_request",
            "store_id": attempt.shop, "endpoint": attempt.endpoint(), "type": attempt.kind(),
            "status_code": attempt.status(), "latency_ms": latency_ms, "message": "Request answered",
        }),
        Fact::Error { attempt, failure } => json!({
            "level": "ERROR", "component": "api", "event": "api_error", "store_id": attempt.shop,
            "endpoint": attempt.endpoint(), "error_code": failure.code(), "message": "Request failed",
        }),
        Fact::OnecCall { attempt, status, duration_ms } => json!({
            "level": if *status == "success" { "INFO" } else { "WARN" }, "component": "onec", "event": "onec_api_call",
            "store_id": attempt.shop, "status": status, "duration_ms": duration_ms,
            "message": "getCurrentTransactionAmount",
        }),
        Fact::Query { attempt, query, operation, duration_ms } => json!({
            "level": "info", "message": "database_query", "store_id": attempt.shop, "query": query,
            "operation": operation, "duration_ms": duration_ms,
        }),
        Fact::Security { shop, kind, address, .. } => json!({
            "level": "warn", "message": kind, "store_id": shop, "ip_address": address,
        }),
    }
}

/// The plan's standard format.
fn sale(attempt: &Attempt) -> Value {
    let (level, event, message) = match attempt.error {
        None => ("INFO", "transaction_completed", "Transaction completed"),
        Some(_) => ("ERROR", "transaction_failed", "Transaction failed"),
    };
    json!({
        "level": level, "component": "cashier_api", "event": event, "store_id": attempt.shop, "type": attempt.kind(),
        "customer_id": attempt.customer, "purchase_amount": attempt.amount, "points_amount": attempt.points,
        "discount_amount": attempt.discount(), "error_code": attempt.error.map(Failure::code), "message": message,
    })
}

/// A line as a till writes it: no time, and more about the customer than should leave the shop.
fn shop_line(attempt: &Attempt) -> String {
    let line = json!({
        "level": if attempt.error.is_none() { "info" } else { "error" },
        "message": if attempt.error.is_none() { "Продажа проведена" } else { "Нет ответа от сервера" },
        "customer_phone": format!("+7900555{:04}", attempt.customer % 10_000),
    });
    format!("{line}\n")
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;
    use std::path::Path;

    use crate::config::{Config, parse};
    use crate::db::{Database, Value as Cell};
    use crate::demo::calendar::{LOOKED_AT, today};
    use crate::demo::{Ports, write_project};
    use crate::inventory::Inventory;
    use crate::logs::stored::{Import, Input};
    use crate::query::{Catalogue, Query, Runner};
    use crate::time::Duration;

    /// These look back further than a day, whatever their window.
    const FAR: &[&str] = &["report_customers"];

    /// What a query says of the day before the evening, numbers with nine digits.
    fn rows(config: &Config, query: &Query, parameters: &[(String, Cell)]) -> Vec<Vec<String>> {
        let inventory = Inventory::new(config).unwrap();
        let runner = Runner::new(config, &inventory, today(LOOKED_AT));
        let day = Duration::from_secs(86_400);
        let window = runner.window(query, Some(query.front.window.min(day)));
        let result = runner.run(query, window, parameters).unwrap_or_else(|error| panic!("{error}"));
        let cell = |value: &Cell| match value.as_f64() {
            Some(number) => format!("{number:.9e}"),
            None => value.label_text(),
        };
        let mut rows: Vec<Vec<String>> =
            result.completed(query).rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        rows.sort();
        rows
    }

    fn ingest(folder: &Path) {
        let logs = Database::open_logs(&folder.join("tillwatch-logs.db")).unwrap();
        let import = Import { store: None, dry: false, now: today(LOOKED_AT) };
        for file in std::fs::read_dir(folder.join(super::BACKEND)).unwrap() {
            let path = file.unwrap().path();
            let reader = BufReader::new(std::fs::File::open(&path).unwrap());
            let imported = import.run(&logs, Input { identity: path.display().to_string(), reader }).unwrap();
            assert!(imported.lines > 4_000 && imported.untimed == 0, "{imported:?}");
        }
    }

    #[test]
    fn every_shipped_query_on_the_backend_says_the_same_of_the_logs_alone() {
        let folder = tempfile::tempdir().unwrap();
        write_project(folder.path(), Ports { backend: 1, mail: 2, serve: 3 }).unwrap();
        ingest(folder.path());
        let file = folder.path().join("tillwatch.toml");
        let text = std::fs::read_to_string(&file).unwrap();
        let on_backend = parse(&text, &file).unwrap();
        let on_logs = parse(&text.replace("path = \"backend.db\"", "url = \"logs\""), &file).unwrap();
        let (catalogue, _) = Catalogue::load(Path::new("none"));
        let mut compared = 0;
        for query in catalogue.iter().filter(|query| query.front.source == "backend") {
            let of_store = [("store".to_owned(), Cell::from("3"))];
            let parameters: &[&[(String, Cell)]] =
                if query.front.params.contains_key("store") { &[&[], &of_store] } else { &[&[]] };
            for parameters in parameters.iter().filter(|_| !FAR.contains(&query.name.as_str())) {
                let backend = rows(&on_backend, query, parameters);
                assert_eq!(rows(&on_logs, query, parameters), backend, "{}", query.name);
                compared += backend.len();
            }
        }
        assert!(compared > 60, "only {compared} rows");
    }
}
