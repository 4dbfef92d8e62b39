//! The demonstration's reports, recomputed from its databases with other SQL and other arithmetic than the reports' own.

use rusqlite::types::Value;
use serde_json::Value as Json;

use super::query;
use crate::support::Place;

/// The windows of both reports, in UTC.
const DAY: [&str; 2] = ["2025-10-23 21:00:00", "2025-10-24 15:30:00"];
const DAY_BEFORE: [&str; 2] = ["2025-10-16 21:00:00", "2025-10-17 15:30:00"];
const WEEK: [&str; 2] = ["2025-10-16 21:00:00", "2025-10-23 21:00:00"];
const WEEK_BEFORE: [&str; 2] = ["2025-10-09 21:00:00", "2025-10-16 21:00:00"];

pub(super) fn assert_the_reports_say_what_the_databases_say(place: &Place) {
    daily(place);
    weekly(place);
}

fn daily(place: &Place) {
    let report = Report::read(place, "daily");
    report.has_transactions(place, DAY, DAY_BEFORE);
    report.has_stores(place, DAY);
    let hours = report.column("hours", "total");
    assert_eq!(hours.len(), 19);
    assert_near(hours.iter().sum(), report.value("transactions", "total"), "all hours");
    let errors = format!("SELECT COUNT(*) FROM api_errors WHERE {}", within("timestamp", DAY));
    assert_near(report.column("errors", "value").iter().sum(), number(place, BACKEND, &errors), "errors");

    let sold = |what: &str| sales(place, what, "status = 'success'", DAY);
    assert_near(report.value("customers", "value"), sold("COUNT(DISTINCT customer_id)"), "served");
    assert_near(
        report.value("customers", "points_earned"),
        sold("SUM((type = 'earn') * points_amount)"),
        "earned",
    );
    let redeemed = sold("SUM((type = 'redeem') * points_amount)");
    assert_near(report.value("customers", "points_redeemed"), redeemed, "redeemed");
    let discount = sold("SUM(discount_amount)") / sold("SUM(type = 'redeem')");
    assert_near(report.value("customers", "average_discount"), discount, "discount");

    let latencies = format!("SELECT latency_ms FROM api_requests WHERE {}", within("timestamp", DAY));
    report.has_percentiles("api_latency", &numbers(place, BACKEND, &latencies));
    let durations = format!("SELECT duration_ms FROM database_queries WHERE {}", within("timestamp", DAY));
    report.has_percentiles("database", &numbers(place, BACKEND, &durations));
    let scans = "SELECT value FROM samples WHERE at_ms >= 1761253200000 AND at_ms < 1761319800000 AND received_at <= '2025-10-24 15:30:00' \
                 AND series IN (SELECT id FROM series WHERE name = 'qr_scan_response_time_ms')";
    report.has_percentiles("qr_scan", &numbers(place, OWN, scans));
}

fn weekly(place: &Place) {
    let report = Report::read(place, "weekly");
    report.has_transactions(place, WEEK, WEEK_BEFORE);
    report.has_stores(place, WEEK);
    let days = report.column("days", "total");
    assert_eq!(days.len(), 28);
    assert_near(days[21..].iter().sum(), report.value("transactions", "total"), "the last seven days");

    let buyers = |since: &str, until: &str| {
        format!(
            "SELECT customer_id FROM cashier_transactions WHERE status = 'success' AND {}",
            within("created_at", [since, until])
        )
    };
    let (now, before) =
        (buyers("2025-09-23 21:00:00", WEEK[1]), buyers("2025-09-16 21:00:00", "2025-10-16 21:00:00"));
    let count =
        |sql: &str| number(place, BACKEND, &format!("SELECT COUNT(DISTINCT customer_id) FROM ({sql})"));
    assert_near(report.value("customers", "active"), count(&now), "active");
    let firsts = "SELECT MIN(created_at) AS first FROM cashier_transactions
        WHERE status = 'success' AND customer_id IS NOT NULL GROUP BY customer_id";
    let new = format!("SELECT COUNT(*) FROM ({firsts}) WHERE {}", within("first", WEEK));
    assert_near(report.value("customers", "new"), number(place, BACKEND, &new), "new");
    let lost = count(&format!("SELECT * FROM ({before}) WHERE customer_id NOT IN ({now})"));
    assert_near(report.value("customers", "value"), 100.0 * lost / count(&before), "churn");

    let sold = |what: &str| sales(place, what, "status = 'success'", WEEK);
    let (discounts, sales) = (sold("SUM(discount_amount)"), sold("SUM(purchase_amount)"));
    assert_near(report.value("loyalty", "discounts"), discounts, "discounts");
    assert_near(report.value("loyalty", "sales"), sales, "sales");
    assert_near(report.value("loyalty", "value"), 100.0 * discounts / sales, "loyalty cost");
    reliability(place, &report);
}

/// Down from each failed check to the next check.
fn reliability(place: &Place, report: &Report) {
    let sql = format!(
        "SELECT unixepoch(timestamp, 'subsec'), ok AND response_time_ms < 1000 FROM health_checks WHERE {} ORDER BY 1",
        within("timestamp", WEEK)
    );
    let checks: Vec<(f64, bool)> = query(&place.path(OWN), &sql)
        .iter()
        .map(|row| (as_number(&row[0]), as_number(&row[1]) > 0.0))
        .collect();
    let down: f64 = checks.windows(2).filter(|pair| !pair[0].1).map(|pair| pair[1].0 - pair[0].0).sum();
    let failures = checks.windows(2).filter(|pair| pair[0].1 && !pair[1].1).count();
    assert_eq!(failures, 2);
    let week = 7.0 * 86_400.0;
    assert_near(report.value("reliability", "downtime"), down, "downtime");
    assert_near(report.value("reliability", "failures"), 2.0, "failures");
    assert_near(report.value("reliability", "mttr"), down / 2.0, "MTTR");
    assert_near(report.value("reliability", "mtbf"), (week - down) / 2.0, "MTBF");
    assert_near(report.value("reliability", "uptime"), 100.0 - 100.0 * down / week, "uptime");
}

const BACKEND: &str = "shop/backend.db";
const OWN: &str = "shop/tillwatch.db";

fn within(column: &str, [since, until]: [&str; 2]) -> String {
    format!("{column} >= '{since}' AND {column} < '{until}'")
}

fn sales(place: &Place, what: &str, which: &str, window: [&str; 2]) -> f64 {
    let window = within("created_at", window);
    number(place, BACKEND, &format!("SELECT {what} FROM cashier_transactions WHERE {which} AND {window}"))
}

fn number(place: &Place, file: &str, sql: &str) -> f64 {
    numbers(place, file, sql)[0]
}

fn numbers(place: &Place, file: &str, sql: &str) -> Vec<f64> {
    query(&place.path(file), sql).iter().map(|row| as_number(&row[0])).collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts of a demonstration are small")]
fn as_number(value: &Value) -> f64 {
    match value {
        Value::Integer(number) => *number as f64,
        Value::Real(number) => *number,
        other => panic!("{other:?} is no number"),
    }
}

#[track_caller]
fn assert_near(said: f64, is: f64, what: &str) {
    assert!((said - is).abs() <= 1e-6 * is.abs().max(1.0), "{what}: the report says {said}, and it is {is}");
}

/// A report's JSON.
struct Report(Json);

impl Report {
    fn read(place: &Place, name: &str) -> Self {
        let line = ["report", name, "--config", "shop/tillwatch.toml", "--now", "2025-10-24T18:30:00+03:00"];
        Self(place.run(&[&line[..], &["--format", "json"]].concat()).exits(0).json())
    }

    fn rows(&self, section: &str) -> &Vec<Json> {
        let sections = self.0["sections"].as_array().unwrap();
        let found = sections.iter().find(|found| found["name"] == section);
        found.unwrap_or_else(|| panic!("no section {section}"))["rows"].as_array().unwrap()
    }

    fn value(&self, section: &str, column: &str) -> f64 {
        self.rows(section)[0]["values"][column].as_f64().unwrap()
    }

    fn column(&self, section: &str, column: &str) -> Vec<f64> {
        self.rows(section).iter().map(|row| row["values"][column].as_f64().unwrap()).collect()
    }

    fn has_transactions(&self, place: &Place, window: [&str; 2], before: [&str; 2]) {
        for (values, window) in [("values", window), ("previous", before)] {
            let said = |column: &str| self.rows("transactions")[0][values][column].as_f64().unwrap();
            let all = sales(place, "COUNT(*)", "1", window);
            assert_near(said("total"), all, "transactions");
            assert_near(said("earned"), sales(place, "COUNT(*)", "type = 'earn'", window), "earn");
            assert_near(said("redeemed"), sales(place, "COUNT(*)", "type = 'redeem'", window), "redeem");
            let good = sales(place, "COUNT(*)", "status = 'success'", window);
            assert_near(said("value"), 100.0 * good / all, "success rate");
        }
    }

    fn has_stores(&self, place: &Place, window: [&str; 2]) {
        assert_eq!(self.rows("stores").len(), 6);
        for row in self.rows("stores") {
            let store = format!("store_id = {}", row["labels"]["store_id"].as_str().unwrap());
            let all = sales(place, "COUNT(*)", &store, window);
            let good = sales(place, "SUM(status = 'success')", &store, window);
            let latency = format!(
                "SELECT SUM(latency_ms) / COUNT(*) FROM api_requests WHERE {store} AND {}",
                within("timestamp", window)
            );
            assert_near(row["values"]["total"].as_f64().unwrap(), all, &store);
            assert_near(row["values"]["value"].as_f64().unwrap(), 100.0 * good / all, &store);
            assert_near(row["values"]["latency"].as_f64().unwrap(), number(place, BACKEND, &latency), &store);
        }
    }

    fn has_percentiles(&self, section: &str, values: &[f64]) {
        for (column, share) in [("p50", 0.50), ("value", 0.95), ("p99", 0.99)] {
            assert_near(
                self.value(section, column),
                percentile(values, share),
                &format!("{section} {column}"),
            );
        }
    }
}

/// Linear between the two nearest ranks (Hyndman and Fan's type 7).
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "ranks are small"
)]
fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = share * (sorted.len() - 1) as f64;
    let (low, high) = (sorted[rank.floor() as usize], sorted[rank.ceil() as usize]);
    low + (high - low) * rank.fract()
}
