//! What the shops' apps measured of themselves: memory, CPU, and how long a scan took.

use super::calendar::{CLOSES, Day, OPENS, moscow};
use super::customers::Customers;
use super::random::Random;
use super::statements::{SAMPLE, SERIES};
use super::trade::{SHOPS, attempts};
use crate::db::{DbError, Session, Value};
use crate::label::Labels;

const MEMORY: &str = "app_memory_usage_mb";
const CPU: &str = "app_cpu_usage_percentage";
const SCAN: &str = "qr_scan_response_time_ms";
const VOLUME: &str = "transaction_volume_per_hour";

/// One series a metric and shop.
pub(super) fn declare(session: &mut dyn Session) -> Result<(), DbError> {
    for metric in [MEMORY, CPU, SCAN, VOLUME] {
        for shop in &SHOPS {
            let id = shop.id.to_string();
            let labels: Labels = [("store_id", id.as_str())].into_iter().collect();
            let row = [
                series(metric, shop.id),
                metric.into(),
                labels.to_json().into(),
                labels.hash().into(),
                id.into(),
            ];
            session.execute(&SERIES, &row)?;
        }
    }
    Ok(())
}

fn series(metric: &str, shop: i64) -> Value {
    let base = match metric {
        MEMORY => 0,
        CPU => 10,
        SCAN => 20,
        _ => 30,
    };
    Value::Int(base + shop)
}

/// Memory and CPU every five minutes while the app runs, and a scan for two sales of three.
pub(super) fn write(session: &mut dyn Session, day: &Day, customers: &Customers) -> Result<(), DbError> {
    let mut random = Random::new("samples", day.index);
    for shop in &SHOPS {
        for second in (moscow(8, 55)..moscow(21, 10).min(day.end())).step_by(300) {
            // The heap grows until the app is restarted at night.
            let grown = f64::from(second - moscow(8, 55)) / 400.0;
            put(session, day, MEMORY, shop.id, second, random.between(240.0, 300.0) + grown)?;
            put(session, day, CPU, shop.id, second, random.skewed(9.0, 12.0))?;
        }
    }
    for attempt in attempts(day, customers) {
        if random.chance(0.66) {
            let took = random.skewed(190.0, 420.0);
            put(session, day, SCAN, attempt.shop, attempt.second.saturating_sub(3), took)?;
        }
    }
    Ok(())
}

/// What the rules would have recorded shortly after each hour of opening: how many sales were begun in it.
pub(super) fn volumes(session: &mut dyn Session, day: &Day, customers: &Customers) -> Result<(), DbError> {
    let attempts = attempts(day, customers);
    for shop in &SHOPS {
        for since in (OPENS..CLOSES).step_by(3600).filter(|since| since + 3605 < day.end()) {
            let sold =
                attempts.iter().filter(|sale| sale.shop == shop.id && sale.second / 3600 == since / 3600);
            let count = u32::try_from(sold.count()).unwrap_or(u32::MAX);
            put(session, day, VOLUME, shop.id, since + 3605, count.into())?;
        }
    }
    Ok(())
}

fn put(
    session: &mut dyn Session,
    day: &Day,
    metric: &str,
    shop: i64,
    second: u32,
    value: f64,
) -> Result<(), DbError> {
    let at_ms = day.start_ms() + i64::from(second) * 1000;
    let row = [
        series(metric, shop),
        at_ms.into(),
        ((value * 10.0).round() / 10.0).into(),
        day.milli(second * 1000 + 80).into(),
    ];
    session.execute(&SAMPLE, &row).map(drop)
}
