//! `tillwatch report`: its numbers against SQL of its own, its windows, its formats, its mail.

mod content;
mod edge;
mod golden;
mod looks;
mod own;

use rusqlite::Connection;
use serde_json::Value;

use crate::query::{BACKEND, OWN, alike, fill};
use crate::support::Place;
use crate::support::mailbox::Mailbox;
use crate::support::post_office::PostOffice;

const NOW: &str = "2025-10-24T12:30:00Z";

/// Six weeks of sales at three stores; a third of the customers stays away after ten days; store 3 fails half of the time on the 24th between
/// 10:00 and 10:45 Moscow time, and store 4 never sells.
const SALES: &str = "
    INSERT INTO customers (id, created_at)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
      SELECT i, datetime('2025-09-12 06:00:00', '+' || (i * 200) || ' minutes') FROM n;
    INSERT INTO cashier_transactions
      (created_at, store_id, customer_id, type, status, purchase_amount, points_amount, discount_amount, error_code)
      WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 8000),
      made AS (
        SELECT i, datetime('2025-09-12 06:00:00', '+' || (i * 8 + i % 7) || ' minutes') AS at,
          CASE WHEN i % 6 < 3 THEN 1 WHEN i % 6 < 5 THEN 2 ELSE 3 END AS store
        FROM n)
      SELECT at, store, 1 + (i * 7919) % iif(i < 1800, 300, 200), CASE WHEN i % 9 < 5 THEN 'earn' ELSE 'redeem' END,
        CASE WHEN store = 3 AND at BETWEEN '2025-10-24 07:00:00' AND '2025-10-24 07:45:00' THEN 'failed' ELSE 'success' END,
        200 + i % 900, 10 + i % 40, CASE WHEN i % 9 < 5 THEN 0 ELSE 20 + i % 30 END, NULL
      FROM made
      WHERE CAST(strftime('%H', at) AS INTEGER) BETWEEN 6 AND 17
        AND (i % 5 < 3 OR CAST(strftime('%H', at) AS INTEGER) BETWEEN 9 AND 12) AND i % 1000 < 900 AND at < '2025-10-24 12:30:00';
    INSERT INTO api_requests (timestamp, store_id, endpoint, type, status_code, latency_ms)
      SELECT created_at, store_id, '/api/cashier/' || type, type, iif(status = 'success', 200, 500), 80 + id % 400
      FROM cashier_transactions;
    INSERT INTO api_errors (timestamp, store_id, endpoint, error_code)
      SELECT created_at, store_id, '/api/cashier/earn', iif(id % 3, 'INSUFFICIENT_BALANCE', '=HYPERLINK(\"x\")')
      FROM cashier_transactions WHERE id % 11 = 0;
    INSERT INTO database_queries (timestamp, store_id, query, operation, status, duration_ms)
      SELECT created_at, store_id, 'createCashierTransaction', 'insert', 'success', 5 + id % 60 FROM cashier_transactions;";

/// A check every 30 seconds for ten days, down on the 24th from 10:00 to 10:21 Moscow time; scans; an incident.
const WATCHED: &str = "
    INSERT INTO health_checks (timestamp, target, kind, ok, status_code, response_time_ms, received_at)
      WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 27000),
      made AS (SELECT datetime('2025-10-15 06:00:00', '+' || (i * 30) || ' seconds') || '.000' AS at FROM n)
      SELECT at, 'backend_api', 'http', at NOT BETWEEN '2025-10-24 07:00:00.000' AND '2025-10-24 07:20:30.000', 200, 90, at
      FROM made WHERE at < '2025-10-24 12:30:00';
    INSERT INTO series (id, name, labels, labels_hash, store_id)
      VALUES (1, 'qr_scan_response_time_ms', '{\"store_id\":\"1\"}', 'a', '1');
    INSERT INTO samples (series, at_ms, value, received_at)
      WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
      SELECT 1, 1761285600000 + i * 60000, 100 + i, '' FROM n;
    INSERT INTO incident (id, route, group_key, severity, opened, closed)
      VALUES (1, 'r', 'a', 'P1', '2025-10-24 07:00:00.000', '2025-10-24 07:45:00.000');
    INSERT INTO alert (rule, labels_hash, labels, severity, state, held_ms, started, fired, ended, incident, vals, annotations)
      VALUES ('ApiLatencyHigh', 'a', '{\"store_id\":\"3\"}', 'P1', 'ended', 0, '2025-10-24 07:00:00.000',
        '2025-10-24 07:00:00.000', '2025-10-24 07:45:00.000', 1, '{}', '{}');";

const BASELINE: &str = concat!(
    include_str!("../../src/db/sqlite/migrations/main/0008_baseline.sql"),
    include_str!("../../src/db/sqlite/migrations/main/0009_baseline_history.sql"),
);

const CONFIG: &str = "version = 1\n[project]\nname = \"Кассы <лояльности>\"\ntime_zone = \"Europe/Moscow\"\n\
    [sources.backend]\npath = \"backend.db\"\n[targets.backend_api.http]\nurl = \"http://127.0.0.1:9/\"\n\
    [[stores]]\nid = \"1\"\nname = \"Алмаз\"\nhours = [\"daily 09:00-21:00\"]\n\
    [[stores]]\nid = \"2\"\nname = \"Берег\"\nhours = [\"daily 09:00-21:00\"]\n\
    [[stores]]\nid = \"3\"\nname = \"Восход & Ко\"\nhours = [\"daily 09:00-21:00\"]\n\
    [[stores]]\nid = \"4\"\nname = \"Гранит\"\nhours = [\"daily 09:00-21:00\"]\n";

fn project() -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", CONFIG);
    fill(&place.path("backend.db"), &[BACKEND, "BEGIN;", SALES, "COMMIT;"]);
    fill(&place.path("tillwatch.db"), &[OWN, BASELINE, "BEGIN;", WATCHED, "COMMIT;"]);
    place
}

fn report(place: &Place, line: &str) -> String {
    place.line(&format!("report {line} --now {NOW}")).exits(0).stdout
}

fn json(place: &Place, line: &str) -> Value {
    serde_json::from_str(&report(place, &format!("{line} --format json"))).unwrap()
}

/// The rows of a section.
fn rows<'a>(report: &'a Value, section: &str) -> &'a Vec<Value> {
    let sections = report["sections"].as_array().unwrap();
    sections.iter().find(|found| found["name"] == section).unwrap()["rows"].as_array().unwrap()
}

/// Each row of a statement over one of the project's databases, as JSON.
fn sql(place: &Place, file: &str, statement: &str) -> Vec<Value> {
    let connection = Connection::open(place.path(file)).unwrap();
    let mut statement = connection.prepare(statement).unwrap();
    let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    rows.map(|row| serde_json::from_str(&row.unwrap()).unwrap()).collect()
}

#[track_caller]
fn assert_alike(found: &Value, expected: &Value) {
    assert!(alike(found, expected), "{found:#}\nis not\n{expected:#}");
}

#[test]
fn the_daily_figures_are_those_of_plain_sql() {
    let place = project();
    let report = json(&place, "daily");
    assert_eq!(report["schema"], 1);
    let today = "created_at >= '2025-10-23 21:00:00' AND created_at < '2025-10-24 12:30:00'";
    let before = "created_at >= '2025-10-16 21:00:00' AND created_at < '2025-10-17 12:30:00'";
    let totals = |period: &str| {
        let select = format!(
            "SELECT json_object('total', count(*), 'earned', sum(type = 'earn'), 'redeemed', sum(type = 'redeem'),
               'earned_share', avg(type = 'earn') * 100, 'redeemed_share', avg(type = 'redeem') * 100,
               'value', avg(status = 'success') * 100) FROM cashier_transactions WHERE {period}"
        );
        sql(&place, "backend.db", &select).remove(0)
    };
    let transactions = &rows(&report, "transactions")[0];
    assert_alike(&transactions["values"], &totals(today));
    assert_alike(&transactions["previous"], &totals(before));
    let stores = sql(
        &place,
        "backend.db",
        &format!(
            "SELECT json_object('total', count(*), 'value', avg(status = 'success') * 100,
               'latency', (SELECT avg(latency_ms) FROM api_requests AS r
                 WHERE r.store_id = t.store_id AND {}))
             FROM cashier_transactions AS t WHERE {today} GROUP BY store_id ORDER BY count(*) DESC",
            today.replace("created_at", "r.timestamp")
        ),
    );
    let (names, shown): (Vec<&str>, Vec<&Value>) = rows(&report, "stores")
        .iter()
        .map(|row| (row["values"]["store"].as_str().unwrap(), &row["values"]))
        .unzip();
    assert_eq!(names, ["Алмаз", "Берег", "Восход & Ко", "Гранит"]);
    for (row, expected) in shown.iter().zip(&stores) {
        for figure in ["total", "value", "latency"] {
            assert_alike(&row[figure], &expected[figure]);
        }
    }
    let customers = sql(
        &place,
        "backend.db",
        &format!(
            "SELECT json_object('value', count(DISTINCT customer_id), 'points_earned', sum(iif(type = 'earn', points_amount, 0)),
               'points_redeemed', sum(iif(type = 'redeem', points_amount, 0)),
               'average_discount', avg(iif(type = 'redeem', discount_amount, NULL)))
             FROM cashier_transactions WHERE status = 'success' AND {today}"
        ),
    );
    assert_alike(&rows(&report, "customers")[0]["values"], &customers[0]);
    let hours: Vec<i64> =
        rows(&report, "hours").iter().map(|row| row["values"]["total"].as_i64().unwrap()).collect();
    assert_eq!(
        (hours.len(), hours.iter().sum::<i64>()),
        (16, transactions["values"]["total"].as_i64().unwrap())
    );
}

#[test]
fn the_weekly_figures_are_those_of_plain_sql() {
    let place = project();
    let report = json(&place, "weekly");
    let week = "created_at >= '2025-10-16 21:00:00' AND created_at < '2025-10-23 21:00:00'";
    let active = |at: &str| {
        format!(
            "SELECT customer_id FROM cashier_transactions WHERE status = 'success'
               AND created_at >= datetime('{at}', '-30 days') AND created_at < '{at}'"
        )
    };
    let (now, then) = (active("2025-10-23 21:00:00"), active("2025-10-16 21:00:00"));
    let churned = format!("SELECT count(*) FROM ({then} EXCEPT {now})");
    let customers = sql(
        &place,
        "backend.db",
        &format!(
            "SELECT json_object('active', (SELECT count(*) FROM (SELECT DISTINCT * FROM ({now}))),
               'new', (SELECT count(*) FROM (SELECT min(created_at) AS created_at FROM cashier_transactions
                 WHERE status = 'success' GROUP BY customer_id) WHERE {week}),
               'value', 100.0 * ({churned}) / (SELECT count(*) FROM (SELECT DISTINCT * FROM ({then}))),
               'lifetime', (SELECT sum(purchase_amount) / count(DISTINCT customer_id) FROM cashier_transactions
                 WHERE status = 'success' AND created_at < '2025-10-23 21:00:00'))"
        ),
    );
    assert!(customers[0]["value"].as_f64().unwrap() > 1.0, "somebody churned");
    for figure in ["active", "new", "value"] {
        assert_alike(&rows(&report, "customers")[0]["values"][figure], &customers[0][figure]);
    }
    assert_alike(&rows(&report, "lifetime")[0]["values"]["value"], &customers[0]["lifetime"]);
    let loyalty = sql(
        &place,
        "backend.db",
        &format!(
            "SELECT json_object('discounts', sum(discount_amount), 'sales', sum(purchase_amount),
               'value', 100.0 * sum(discount_amount) / sum(purchase_amount))
             FROM cashier_transactions WHERE status = 'success' AND {week}"
        ),
    );
    assert_alike(&rows(&report, "loyalty")[0]["values"], &loyalty[0]);
    let days = rows(&report, "days");
    assert_eq!((days.len(), &days[0]["since"]), (28, &Value::from("2025-09-25T21:00:00Z")));
}

#[test]
fn the_reliability_figures_agree_with_each_other() {
    let place = project();
    let row = rows(&json(&place, "weekly --date 2025-10-24"), "reliability")[0]["values"].clone();
    let figure = |name: &str| row[name].as_f64().unwrap();
    assert_eq!((figure("downtime"), figure("failures"), figure("mttr")), (1260.0, 1.0, 1260.0));
    let observed = figure("mtbf") + figure("downtime");
    assert!((figure("uptime") - 100.0 * (1.0 - 1260.0 / observed)).abs() < 1e-9);
    assert!((figure("coverage") - 100.0).abs() < 1e-9);
}

/// Customers `(id, days since the first of January on which they bought)`, made up but always the same.
fn purchases() -> Vec<(u32, Vec<u32>)> {
    let mut state = 7_u64;
    let mut below = |limit: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((state >> 33) % limit).unwrap()
    };
    (1..=300).map(|id| (id, (0..=below(5)).map(|_| below(150)).collect())).collect()
}

#[test]
fn the_balance_of_customers_adds_up_whatever_the_window() {
    let place = project();
    let purchases = purchases();
    let values: Vec<String> = purchases
        .iter()
        .flat_map(|(id, days)| {
            days.iter().map(move |day| format!("(datetime('2025-01-01', '+{day} days'), 1, {id})"))
        })
        .collect();
    let sales = format!(
        "DELETE FROM cashier_transactions; INSERT INTO cashier_transactions
           (created_at, store_id, customer_id, type, status, purchase_amount, points_amount)
         SELECT column1, column2, column3, 'earn', 'success', 100, 1 FROM (VALUES {})",
        values.join(", ")
    );
    fill(&place.path("backend.db"), &[&sales]);
    for (until, over) in [(60, 7), (90, 7), (100, 1), (120, 29), (120, 30), (125, 45), (10, 7)] {
        let now: jiff::Timestamp = "2025-01-01T00:00:00Z".parse().unwrap();
        let now = now + jiff::SignedDuration::from_hours(24 * i64::from(until));
        let line = format!("query report_customers --over {over}d --now {now} --format json");
        let row = place.line(&line).exits(0).json()["rows"][0].clone();
        let found = ["active_before", "new", "reactivated", "lapsed", "active", "served"]
            .map(|name| row[name].as_i64().unwrap());
        // What the words say, customer by customer.
        let since = i64::from(until) - i64::from(over);
        let mut expected = [0; 6];
        for (_, days) in &purchases {
            let bought = |from: i64, to: i64| days.iter().any(|day| (from..to).contains(&i64::from(*day)));
            let (before, now) = (bought(since - 30, since), bought(i64::from(until) - 30, i64::from(until)));
            let (known, served) = (bought(i64::MIN, since), bought(since, i64::from(until)));
            let is = [before, !before && now && !known, !before && now && known, before && !now, now, served];
            expected.iter_mut().zip(is).for_each(|(count, is)| *count += i64::from(is));
        }
        assert_eq!(found, expected, "{over} days before day {until}");
        let [before, new, reactivated, lapsed, active, _] = found;
        assert_eq!(active, before + new + reactivated - lapsed);
        assert!(until < 60 || [before, new, reactivated, lapsed].iter().all(|count| *count > 0), "{found:?}");
    }
}

#[test]
fn planned_work_is_no_downtime_and_the_incident_says_how_soon_it_was_known() {
    let place = project();
    let told = "INSERT INTO incident (id, route, group_key, severity, opened, closed, acked_at) VALUES
        (2, 'r', 'b', 'P0', '2025-10-24 07:03:00.000', '2025-10-24 07:30:00.000', '2025-10-24 07:07:00.000');
        INSERT INTO alert (rule, labels_hash, labels, severity, state, held_ms, started, incident, vals, annotations)
          VALUES ('BackendAPIDown', 'b', '{\"target\":\"backend_api\"}', 'P0', 'ended', 0, '', 2, '{}', '{}');";
    fill(&place.path("tillwatch.db"), &[told]);
    let figures = |place: &Place| {
        let row = rows(&json(place, "weekly --date 2025-10-24"), "reliability")[0]["values"].clone();
        ["downtime", "mttd", "mtta"].map(|name| row[name].to_string())
    };
    assert_eq!(figures(&place), ["1260.0", "180.0", "240.0"]);
    let work = "[[maintenance]]\nname = \"new disks\"\nfrom = \"2025-10-24T10:11:00\"\nuntil = \"2025-10-24T10:41:00\"\n";
    place.write("tillwatch.toml", &format!("{CONFIG}{work}"));
    assert_eq!(figures(&place), ["660.0", "180.0", "240.0"]);
}

#[test]
fn the_same_now_gives_the_same_bytes_and_so_does_the_command_in_the_footer() {
    let place = project();
    for line in ["daily", "weekly --store 3"] {
        for format in ["text", "markdown", "html", "csv", "json"] {
            let line = format!("{line} --format {format}");
            assert_eq!(report(&place, &line), report(&place, &line));
        }
        let text = report(&place, line);
        let (_, again) = text.split_once("Made again by:\n  tillwatch ").unwrap();
        assert_eq!(place.line(again.trim()).exits(0).stdout, text);
    }
}

#[test]
fn what_came_after_now_does_not_change_an_old_report() {
    let place = project();
    let before = report(&place, "daily");
    fill(
        &place.path("tillwatch.db"),
        &[
            "INSERT INTO incident (route, group_key, severity, opened) VALUES ('r', 'b', 'P0', '2025-10-24 12:31:00.000');
             INSERT INTO health_checks (timestamp, target, kind, ok, response_time_ms, received_at)
               VALUES ('2025-10-24 08:00:10.000', 'backend_api', 'http', 0, 90, '2025-10-24 12:30:00.001');
             INSERT INTO samples (series, at_ms, value, received_at)
               VALUES (1, 1761285600001, 99999, '2025-10-24 12:30:00.001');",
        ],
    );
    fill(
        &place.path("backend.db"),
        &["INSERT INTO cashier_transactions (created_at, store_id, type, status, purchase_amount, points_amount)
             VALUES ('2025-10-24 12:30:00', 1, 'earn', 'failed', 1, 1)"],
    );
    assert_eq!(report(&place, "daily"), before);
}

#[test]
fn the_verdict_stands_first_and_an_open_incident_first_in_it() {
    let place = project();
    let text = report(&place, "daily");
    let second = text.lines().nth(1).unwrap();
    assert!(
        second.starts_with("P1 ApiLatencyHigh at Восход & Ко from 10:00 to 10:45; Гранит sold nothing"),
        "{second}"
    );
    fill(&place.path("tillwatch.db"), &["UPDATE incident SET closed = NULL"]);
    let text = report(&place, "daily");
    let second = text.lines().nth(1).unwrap();
    assert!(second.starts_with("P1 ApiLatencyHigh at Восход & Ко open since 10:00; "), "{second}");
}

#[test]
fn text_fits_eighty_columns() {
    let place = project();
    for which in ["daily", "weekly"] {
        let text = report(&place, which);
        let long: Vec<&str> = text.lines().filter(|line| line.chars().count() > 80).collect();
        assert!(long.is_empty(), "{long:#?}");
    }
}

#[test]
fn bars_are_ascii_where_the_terminal_knows_no_unicode() {
    let place = project();
    let output = place.command(&["report", "daily", "--now", NOW]).env("LC_ALL", "C").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains(" #####") && !text.contains('█'), "{text}");
}

#[test]
fn html_is_one_file_without_script_and_escaped() {
    let place = project();
    for which in ["daily", "weekly"] {
        let html = report(&place, &format!("{which} --format html"));
        assert!(html.contains("Кассы &lt;лояльности&gt;") && html.contains("Восход &amp; Ко"));
        assert!(!html.contains("<script") && !html.contains("<link") && !html.contains("<лояльности"));
        let outside = html.replace("http://www.w3.org/2000/svg", "");
        assert!(!outside.contains("http"), "something is loaded from elsewhere");
        assert!(html.contains("<svg") && html.contains("<desc>"));
    }
}

#[test]
fn csv_is_one_line_a_figure() {
    let place = project();
    let csv = report(&place, "daily --format csv");
    let mut lines = csv.lines();
    assert_eq!(
        lines.next(),
        Some("section,labels,store_id,store,metric,value,unit,previous,since,until,reason")
    );
    let total = "transactions,,,,total,40,count,40,2025-10-23T21:00:00Z,2025-10-24T12:30:00Z,";
    assert!(lines.any(|line| line == total), "{csv}");
    assert!(csv.contains("\nstores,store_id=1,1,Алмаз,total,19,count,,"), "{csv}");
    let of_one = report(&place, "daily --store 1 --format csv");
    assert!(of_one.contains("\ntransactions,,1,Алмаз,total,19,count,"), "{of_one}");
    let of_all = |line: &&str| line.starts_with("reliability,") && line.contains(",,,uptime,");
    assert!(of_one.lines().any(|line| of_all(&line)), "what is of no store: {of_one}");
}

#[test]
fn markdown_has_a_table_a_section() {
    let markdown = report(&project(), "weekly --format markdown");
    let stores = "| Store | Transactions | Success rate (target `>= 99`) | Avg latency |\n| --- | ---: | ---: | ---: |\n| Алмаз | 222 (";
    assert!(markdown.contains(stores), "{markdown}");
}

#[rstest::rstest]
#[case("text", "Продано  1.000.000.000\u{202f}руб.\n Доля")]
#[case("markdown", "| 1.000.000.000\u{202f}руб. |")]
#[case("html", "1.000.000.000\u{202f}руб.")]
#[case("csv", "money,,,,sold,1000000000,money")]
fn numbers_are_written_as_the_project_says_and_programs_get_them_plain(
    #[case] format: &str,
    #[case] part: &str,
) {
    let place = project();
    let setting = "currency = \"руб.\"\nthousands = \".\"\ndecimal = \",\"\n[sources.backend]";
    place.write("tillwatch.toml", &CONFIG.replace("[sources.backend]", setting));
    place.write("queries/sold.sql", "SELECT 1e9 AS sold, 12.34 AS value");
    place.write(
        "templates/reports/daily.toml",
        "title = \"Short\"\nperiod = \"day\"\n[[sections]]\nname = \"money\"\ntitle = \"Деньги\"\nquery = \"sold\"\n\
         columns = [{ name = \"sold\", title = \"Продано\", unit = \"money\" }, { name = \"value\", title = \"Доля\", unit = \"uptime\" }]\n",
    );
    let text = report(&place, &format!("daily --format {format}"));
    assert!(text.contains(part), "{text}");
    assert!(format == "csv" || text.contains("12,34\u{202f}%"), "{text}");
}

#[test]
fn a_source_that_cannot_be_read_costs_its_sections_and_exits_3() {
    let place = project();
    std::fs::remove_file(place.path("backend.db")).unwrap();
    let ran = place.line(&format!("report daily --now {NOW}")).exits(3);
    assert!(ran.stdout.contains("TRANSACTIONS\n no data: query report_transactions: "), "{}", ran.stdout);
    assert!(
        ran.stdout.contains("\n p95    195\u{202f}ms"),
        "the other source is still there: {}",
        ran.stdout
    );
    assert!(ran.stderr.contains("warning: Transactions: "), "{}", ran.stderr);
    let json = place.line(&format!("report daily --format json --now {NOW}")).exits(3).json();
    assert!(rows(&json, "stores").is_empty() && json["verdict"]["level"] == "bad");
}

#[test]
fn one_store_is_that_store_alone_and_what_cannot_be_split_says_so() {
    let place = project();
    let json = json(&place, "daily --store 3");
    let one = sql(
        &place,
        "backend.db",
        "SELECT json_object('total', count(*)) FROM cashier_transactions
           WHERE store_id = 3 AND created_at >= '2025-10-23 21:00:00' AND created_at < '2025-10-24 12:30:00'",
    );
    assert_alike(&rows(&json, "transactions")[0]["values"]["total"], &one[0]["total"]);
    assert_eq!(rows(&json, "stores").len(), 1);
    assert!(rows(&json, "qr_scan")[0]["values"]["value"].is_null(), "store 3 has no scans");
    assert!(report(&place, "daily --store 3").contains("RELIABILITY (all stores)"));
}

#[test]
fn late_rows_are_not_counted_as_missing() {
    let place = project();
    let delayed = CONFIG.replace("path = \"backend.db\"\n", "path = \"backend.db\"\ndelay = \"1h\"\n");
    place.write("tillwatch.toml", &delayed);
    let json = json(&place, "daily");
    assert_eq!(rows(&json, "transactions")[0]["until"], "2025-10-24T11:30:00Z");
    assert_eq!(rows(&json, "reliability")[0]["until"], "2025-10-24T12:30:00Z");
}

#[test]
fn a_report_of_the_project_takes_the_place_of_the_shipped_one() {
    let place = project();
    place.write(
        "templates/reports/daily.toml",
        "title = \"Short\"\nperiod = \"day\"\n[[sections]]\nname = \"t\"\ntitle = \"T\"\nquery = \"report_transactions\"\n\
         columns = [{ name = \"total\", title = \"Total\", unit = \"count\" }]\n",
    );
    place.write(
        "templates/reports/daily.txt",
        "{{ title }}: {{ sections[0].rows[0].values.total | number }}\n",
    );
    assert_eq!(report(&place, "daily"), "Short: 40\n");
}

#[rstest::rstest]
#[case("daily --date 2025-10-25", "a report looks back")]
#[case("daily --date 24.10.2025", "--date")]
#[case("daily --store 9", "no store 9")]
#[case("daily --format nagios", "this verb does not print nagios")]
#[case("daily --send", "[report] names no channel")]
fn what_cannot_be_reported_is_exit_2(#[case] line: &str, #[case] part: &str) {
    let ran = project().line(&format!("report {line} --now {NOW}")).exits(2);
    assert!(ran.stderr.contains(part), "{}", ran.stderr);
}

#[test]
fn check_names_what_is_wrong_with_a_report() {
    let place = project();
    let name = "templates/reports/daily.toml";
    place.write(name, "title = \"x\"\nperiod = \"year\"\nsections = []\n");
    assert!(place.line("check").exits(2).stdout.contains("templates/reports/daily.toml:2: "));
    place.write(
        name,
        "title = \"x\"\nperiod = \"day\"\n[[sections]]\nname = \"t\"\ntitle = \"T\"\nquery = \"nothing\"\ncolumns = [{ name = \"value\", title = \"V\" }]\n",
    );
    let ran = place.line("check").exits(2);
    assert!(
        ran.stdout.contains("templates/reports/daily.toml:3: section t: no query nothing"),
        "{}",
        ran.stdout
    );
}

fn with_mail(place: &Place, port: u16) {
    let mail = format!(
        "{CONFIG}[channels.email.smtp]\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\n\
         from = \"tillwatch <reports@example.org>\"\ntimeout = \"2s\"\n[contacts]\n\
         management = {{ email = \"management@example.org\" }}\n[report]\nchannel = \"email\"\nrecipients = [\"management\"]\n"
    );
    place.write("tillwatch.toml", &mail);
}

#[test]
fn a_report_that_cannot_be_delivered_says_to_run_again() {
    let place = project();
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    with_mail(&place, closed);
    let ran = place.line(&format!("report daily --send --now {NOW} --commit")).exits(3);
    assert!(ran.stderr.contains("not delivered") && ran.stderr.contains("--send` again"), "{}", ran.stderr);
    assert!(ran.stdout.is_empty());
}

#[test]
fn a_report_that_is_refused_says_by_whom_and_why() {
    let (place, office) = (project(), PostOffice::start());
    with_mail(&place, office.port);
    office.refuse("RCPT", "550 5.1.1 nobody here");
    let ran = place.line(&format!("report daily --send --now {NOW} --commit")).exits(3);
    let server = format!("not delivered: mail server 127.0.0.1:{}", office.port);
    assert!(ran.stderr.contains(&server) && ran.stderr.contains("nobody here"), "{}", ran.stderr);
}

#[test]
#[ignore = "needs aiosmtpd; scripts/test runs it"]
fn the_mail_has_text_html_and_every_chart_as_a_picture() {
    let place = project();
    let server = Mailbox::start();
    with_mail(&place, server.port);
    let ran = place.line(&format!("report weekly --send --now {NOW} --commit")).exits(0);
    assert!(ran.stderr.contains("sent to management@example.org"), "{}", ran.stderr);
    let mails = server.mails();
    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    for part in ["multipart/alternative", "multipart/related", "text/plain", "text/html"] {
        assert!(mail.contains(part), "no {part} in {mail}");
    }
    for chart in ["days", "stores"] {
        assert!(mail.contains(&format!("Content-ID: <{chart}>")), "no {chart} in {mail}");
    }
    assert!(
        mail.contains("Message-ID: <tillwatch.report.weekly.2025-10-23.1761309000@example.org>"),
        "{mail}"
    );
    assert_eq!(mail.matches("Content-Type: image/png").count(), 2);
    // Base64 of the eight bytes that every PNG begins with.
    assert_eq!(mail.matches("iVBORw0KGgo").count(), 2);
}
