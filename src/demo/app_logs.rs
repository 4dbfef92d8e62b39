//! Today's log files: the backend's, with times, and a shop's as winston's bare JSON format writes and numbers them.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use serde_json::json;

use super::calendar::{Day, days};
use super::customers::Customers;
use super::rush::POOL_SHOP;
use super::trade::{Attempt, Failure, attempts};

/// The folders, relative to the project's; the second is named as the shop's app names its own.
const BACKEND: &str = "logs/backend";
const SHOP: &str = "logs/Касса Восход";

pub(super) fn write(folder: &Path) -> io::Result<()> {
    let today = days().pop();
    let today = today.as_ref();
    let sold = today.map(|day| attempts(day, &Customers::new())).unwrap_or_default();
    fs::create_dir_all(folder.join(BACKEND))?;
    let lines: String = today
        .iter()
        .flat_map(|day| (1..).zip(&sold).map(|(id, attempt)| backend_line(day, id, attempt)))
        .collect();
    fs::write(folder.join(BACKEND).join("app-2025-10-24.log"), lines)?;
    let shop: Vec<String> = sold.iter().filter(|attempt| attempt.shop == POOL_SHOP).map(shop_line).collect();
    let (older, newer) = shop.split_at(shop.len() / 2);
    fs::create_dir_all(folder.join(SHOP))?;
    fs::write(folder.join(SHOP).join("app.log"), older.concat())?;
    fs::write(folder.join(SHOP).join("app1.log"), newer.concat())
}

/// A line of the plan's standard format.
fn backend_line(day: &Day, id: u32, attempt: &Attempt) -> String {
    let (level, event, message) = match attempt.error {
        None => ("INFO", "transaction_completed", "Transaction completed"),
        Some(_) => ("ERROR", "transaction_failed", "Transaction failed"),
    };
    let line = json!({
        "timestamp": format!("{}.000Z", day.second(attempt.second).replacen(' ', "T", 1)),
        "level": level,
        "service": "cashier-backend",
        "component": "cashier_api",
        "event": event,
        "store_id": attempt.shop,
        "transaction_id": id,
        "type": if attempt.redeems { "redeem" } else { "earn" },
        "customer_id": attempt.customer,
        "points_amount": attempt.points,
        "error_code": attempt.error.map(Failure::code),
        "message": message,
    });
    format!("{line}\n")
}

/// A line as a till writes it: no time, and more about the customer than should leave the shop.
fn shop_line(attempt: &Attempt) -> String {
    let mut line = json!({
        "level": if attempt.error.is_none() { "info" } else { "error" },
        "message": if attempt.error.is_none() { "Продажа проведена" } else { "Нет ответа от сервера" },
        "customer_phone": format!("+7900555{:04}", attempt.customer % 10_000),
    })
    .to_string();
    // Writing to a string cannot fail.
    let _ = writeln!(line);
    line
}
