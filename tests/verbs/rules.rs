//! The shipped rules: each fires just past its threshold and is silent at it, and looks no further back than `over`.

use std::collections::BTreeSet;

use rstest::rstest;
use rusqlite::Connection;
use serde_json::Value;

use crate::query::{BACKEND, fill};
use crate::support::{Place, Ran};

const NOON: &str = "2025-10-24T12:00:00Z";
const RULES: &str = include_str!("../../rules/cashier.yaml");

/// One store that never closes, under the shipped rules.
fn project() -> Place {
    let place = Place::new();
    place.write(
        "tillwatch.toml",
        "version = 1\n[project]\nprofile = \"cashier\"\n[sources.backend]\npath = \"backend.db\"\n\
         [[stores]]\nid = \"1\"\nname = \"Алмаз\"\n",
    );
    fill(&place.path("backend.db"), &[BACKEND]);
    // The first run makes the own database.
    let _ = evaluate(&place, "2025-10-24T06:00:00Z");
    place
}

fn evaluate(place: &Place, now: &str) -> Ran {
    place.run(&["evaluate-alerts", "--now", now, "--commit", "--format", "json"])
}

/// How many alerts of a rule fire after a run at this instant.
#[track_caller]
fn firing(place: &Place, rule: &str, now: &str) -> usize {
    let ran = evaluate(place, now);
    let json = ran.json();
    let report = json["rules"].as_array().unwrap().iter().find(|report| report["rule"] == rule);
    assert_eq!(report.unwrap_or_else(|| panic!("no rule {rule}"))["error"], Value::Null);
    let listed = place.run(&["alerts", "list", "--rule", rule, "--format", "json"]).json();
    listed["alerts"].as_array().unwrap().iter().filter(|alert| alert["state"] == "firing").count()
}

/// The rows that a case is about, in one table of the backend or the own database.
#[derive(Clone, Copy)]
enum Rows {
    /// Sales from this instant on: how many, and how many of them failed.
    Sales(&'static str, u32, u32),
    /// API requests: how many, how many of them errors, and what all of them took.
    Requests(&'static str, u32, u32, f64),
    /// Calls of 1C: how many, how many of them failed, and what all of them took.
    OneC(&'static str, u32, u32, f64),
    /// Database writes: how many, how many of them failed, and what all of them took.
    Writes(&'static str, u32, u32, f64),
    /// Security events of a kind.
    Events(&'static str, u32, &'static str),
    /// Health checks: how many, and how many of the last ones failed.
    Checks(&'static str, u32, u32),
    /// Health checks of the last minutes: how many, and how many of them failed.
    Burning(u32, u32),
    /// Samples of a metric from this instant on, so many seconds apart.
    Samples(&'static str, &'static str, u32, &'static [f64]),
    /// Sales of the hour before noon, where a hundred are usual.
    Volume(u32),
    /// The last heartbeat.
    Beat(&'static str),
}

impl Rows {
    /// Takes the place of whatever stood there before.
    fn put(self, place: &Place) {
        if let Self::Volume(count) = self {
            Self::Sales(HOUR, count, 0).put(place);
        }
        let (file, sql) = match self {
            Self::Sales(at, count, failed) => ("backend.db", format!(
                "DELETE FROM cashier_transactions; INSERT INTO cashier_transactions
                   (created_at, store_id, type, status, purchase_amount, points_amount)
                 SELECT '{at}', 1, 'earn', iif(i <= {failed}, 'failed', 'success'), 100, 4 FROM n WHERE i <= {count}
                 UNION ALL SELECT datetime('{at}', '-1 second'), 1, 'earn', 'failed', 100, 4 FROM n")),
            Self::Requests(at, count, failed, ms) => ("backend.db", format!(
                "DELETE FROM api_requests;
                 INSERT INTO api_requests (timestamp, store_id, endpoint, type, status_code, latency_ms)
                 SELECT '{at}', 1, '/api/cashier/earn', 'earn', iif(i <= {failed}, 400, 200), {ms} FROM n WHERE i <= {count}
                 UNION ALL SELECT datetime('{at}', '-1 second'), 1, '/api/cashier/earn', 'earn', 500, 9000 FROM n")),
            Self::OneC(at, count, failed, ms) => ("backend.db", format!(
                "DELETE FROM onec_api_calls; INSERT INTO onec_api_calls (timestamp, store_id, status, duration_ms)
                 SELECT '{at}', 1, iif(i <= {failed}, 'timeout', 'success'), {ms} FROM n WHERE i <= {count}
                 UNION ALL SELECT datetime('{at}', '-1 second'), 1, 'failed', 9000 FROM n")),
            Self::Writes(at, count, failed, ms) => ("backend.db", format!(
                "DELETE FROM database_queries;
                 INSERT INTO database_queries (timestamp, query, operation, status, duration_ms)
                 SELECT '{at}', 'q', 'insert', iif(i <= {failed}, 'failed', 'success'), {ms} FROM n WHERE i <= {count}
                 UNION ALL SELECT datetime('{at}', '-1 second'), 'q', 'insert', 'failed', 9000 FROM n")),
            Self::Events(at, count, kind) => ("backend.db", format!(
                "DELETE FROM security_events; INSERT INTO security_events (timestamp, store_id, kind)
                 SELECT '{at}', 1, '{kind}' FROM n WHERE i <= {count}
                 UNION ALL SELECT datetime('{at}', '-1 second'), 1, '{kind}' FROM n")),
            Self::Checks(at, count, failed) => ("tillwatch.db", format!(
                "DELETE FROM health_checks;
                 INSERT INTO health_checks (timestamp, target, kind, ok, response_time_ms, received_at)
                 SELECT strftime('%F %H:%M:%f', '{at}', (i - 1) || ' seconds'), 'backend_api', 'http',
                   i <= {count} - {failed}, 120, '' FROM n WHERE i <= {count}
                 UNION ALL SELECT datetime('{at}', '-1 second'), 'backend_api', 'http', 0, 120, '' FROM n")),
            Self::Burning(count, failed) => ("tillwatch.db", format!(
                "DELETE FROM health_checks;
                 INSERT INTO health_checks (timestamp, target, kind, ok, response_time_ms, received_at)
                 SELECT '2025-10-24 11:58:00.000', 'backend_api', 'http', few.i * 100 + n.i > {failed} + 100, 120, ''
                 FROM n, n AS few WHERE n.i <= 100 AND few.i <= {count} / 100")),
            Self::Samples(metric, at, apart, values) => {
                let values: Vec<String> = values.iter().map(f64::to_string).collect();
                ("tillwatch.db", format!(
                    "DELETE FROM series; INSERT INTO series VALUES (1, '{metric}', '{{\"store_id\":\"1\"}}', 'h', '1');
                     INSERT INTO samples
                     SELECT 1, 1000 * (unixepoch('{at}') + {apart} * key), value, '' FROM json_each('[{}]')
                     UNION ALL SELECT 1, 1000 * unixepoch('{at}') - 1, 9000, '' FROM n WHERE i = 1", values.join(",")))
            }
            Self::Volume(count) => ("tillwatch.db", format!(
                "INSERT OR REPLACE INTO baseline (metric, labels, store_id, hour_of_week, median, spread, weeks, refreshed)
                 SELECT name, labels, store_id, i - 1, 100, 1, 4, '' FROM series, n
                 WHERE name = 'transaction_volume_per_hour' AND i <= 168;
                 INSERT OR REPLACE INTO samples SELECT id, 1000 * unixepoch('{NOON}') - 1, {count}, '' FROM series
                 WHERE name = 'transaction_volume_per_hour'")),
            Self::Beat(at) => ("tillwatch.db", format!(
                "DELETE FROM heartbeats; INSERT INTO heartbeats (store_id, timestamp, received_at, idempotency_key)
                 VALUES ('1', '{at}', '{at}', '{at}')")),
        };
        let numbers = "CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) SELECT i FROM n; PRAGMA foreign_keys = ON;";
        let connection = Connection::open(place.path(file)).unwrap();
        connection.execute_batch(numbers).unwrap();
        connection.execute_batch(&sql).unwrap();
    }
}

/// A rule, rows at its threshold, and rows just past it. All stand at the very beginning of the rule's window, behind
/// other rows that would raise it.
struct Case {
    rule: &'static str,
    at: Rows,
    past: Rows,
}

const fn case(rule: &'static str, at: Rows, past: Rows) -> Case {
    Case { rule, at, past }
}

const FIVE: &str = "2025-10-24 11:55:00";
const TEN: &str = "2025-10-24 11:50:00";
const QUARTER: &str = "2025-10-24 11:45:00";
const HALF: &str = "2025-10-24 11:30:00";
const HOUR: &str = "2025-10-24 11:00:00";
const MEMORY: &str = "app_memory_usage_mb";
const CPU: &str = "app_cpu_usage_percentage";
const QR: &str = "qr_scan_response_time_ms";

use Rows::{Beat, Burning, Checks, Events, OneC, Requests, Sales, Samples, Volume, Writes};

const CASES: &[Case] = &[
    case("BackendAPIDown", Checks(QUARTER, 20, 5), Checks(QUARTER, 20, 6)),
    case("TransactionSuccessRateCritical", Sales(FIVE, 100, 20), Sales(FIVE, 100, 21)),
    case("DatabaseWriteErrors", Writes(FIVE, 100, 0, 9.0), Writes(FIVE, 100, 1, 9.0)),
    case("SecurityBreach", Events(HOUR, 0, "breach"), Events(HOUR, 1, "breach")),
    case("TransactionSuccessRateLow", Sales(TEN, 100, 5), Sales(TEN, 100, 6)),
    case("HighAPILatency", Requests(TEN, 100, 0, 2000.0), Requests(TEN, 100, 0, 2000.1)),
    case("ErrorRateHigh", Requests(TEN, 100, 5, 9.0), Requests(TEN, 100, 6, 9.0)),
    case("CashierAppNotResponding", Beat(FIVE), Beat("2025-10-24 11:54:59.000")),
    case(
        "MemoryUsageHigh",
        Samples(MEMORY, TEN, 300, &[751.0, 750.0]),
        Samples(MEMORY, TEN, 300, &[751.0, 750.1]),
    ),
    case("BackendAPIUptimeLow", Checks(FIVE, 200, 1), Checks(FIVE, 200, 2)),
    case("BruteForceSuspected", Events(HOUR, 50, "failed_auth"), Events(HOUR, 51, "failed_auth")),
    case("TransactionSuccessRateBelowTarget", Sales(HOUR, 100, 1), Sales(HOUR, 100, 2)),
    case("TransactionSuccessRateFalling", Sales(FIVE, 100, 5), Sales(FIVE, 100, 6)),
    case("OneCIntegrationDegraded", OneC(HALF, 100, 50, 9.0), OneC(HALF, 100, 51, 9.0)),
    case("OneCLatencyHigh", OneC(HALF, 100, 0, 2500.0), OneC(HALF, 100, 0, 2500.1)),
    case("ErrorRateElevated", Requests(HOUR, 100, 1, 9.0), Requests(HOUR, 100, 2, 9.0)),
    case("ErrorRateRising", Requests(FIVE, 100, 5, 9.0), Requests(FIVE, 100, 6, 9.0)),
    case("SuspiciousInput", Events(HOUR, 5, "suspicious_input"), Events(HOUR, 6, "suspicious_input")),
    case("APILatencyRising", Requests(FIVE, 100, 0, 2000.0), Requests(FIVE, 100, 0, 2000.1)),
    case("DatabaseQueriesSlow", Writes(FIVE, 100, 0, 500.0), Writes(FIVE, 100, 0, 500.1)),
    case("QRScanSlow", Samples(QR, QUARTER, 60, &[1000.0; 5]), Samples(QR, QUARTER, 60, &[1000.1; 5])),
    case("CPUUsageHigh", Samples(CPU, TEN, 300, &[51.0, 50.0]), Samples(CPU, TEN, 300, &[51.0, 50.1])),
    case(
        "MemoryUsageElevated",
        Samples(MEMORY, TEN, 300, &[501.0, 500.0]),
        Samples(MEMORY, TEN, 300, &[100.0, 500.1]),
    ),
    case("CPUUsageElevated", Samples(CPU, TEN, 300, &[31.0, 30.0]), Samples(CPU, TEN, 300, &[31.0, 30.1])),
    case("ErrorBudgetBurnFast", Burning(1000, 6), Burning(1000, 7)),
    case("ErrorBudgetBurnSlow", Burning(1000, 1), Burning(1000, 2)),
    case("TransactionVolumeLow", Volume(50), Volume(49)),
    case(
        "PostIncidentReviewOverdue",
        Samples("pir_overdue_actions", TEN, 300, &[1.0, 0.0]),
        Samples("pir_overdue_actions", TEN, 300, &[0.0, 1.0]),
    ),
    case("CashierAppLate", Beat("2025-10-24 11:57:00.000"), Beat("2025-10-24 11:56:59.000")),
];

#[test]
fn every_shipped_rule_fires_just_past_its_threshold_and_is_silent_at_it() {
    for Case { rule, at, past } in CASES {
        let place = project();
        at.put(&place);
        assert_eq!(firing(&place, rule, NOON), 0, "{rule} fires at its threshold");
        past.put(&place);
        assert_eq!(firing(&place, rule, NOON), 1, "{rule} is silent past its threshold");
    }
}

#[test]
fn every_shipped_rule_has_a_case() {
    let shipped: BTreeSet<&str> =
        RULES.lines().filter_map(|line| line.trim().strip_prefix("- alert: ")).collect();
    assert_eq!(shipped, CASES.iter().map(|case| case.rule).collect::<BTreeSet<_>>());
}

#[test]
fn five_minutes_of_uptime_is_ten_samples() {
    let place = project();
    Checks(FIVE, 9, 9).put(&place);
    assert_eq!(firing(&place, "BackendAPIUptimeLow", NOON), 0);
    Checks(FIVE, 10, 10).put(&place);
    assert_eq!(firing(&place, "BackendAPIUptimeLow", NOON), 1);
}

#[rstest]
#[case::one(&[800.0], 0)]
#[case::falling(&[800.0, 700.0], 0)]
#[case::rising(&[700.0, 800.0], 0)]
#[case::both(&[800.0, 800.0], 1)]
fn memory_sustained_ten_minutes_is_two_samples_in_a_row(
    #[case] samples: &'static [f64],
    #[case] fires: usize,
) {
    let place = project();
    Samples(MEMORY, TEN, 300, samples).put(&place);
    assert_eq!(firing(&place, "MemoryUsageHigh", NOON), fires);
}

#[test]
fn a_store_at_40_percent_that_stops_selling_does_not_resolve() {
    let place = project();
    Sales(FIVE, 10, 6).put(&place);
    for rule in ["TransactionSuccessRateLow", "TransactionSuccessRateCritical"] {
        assert_eq!(firing(&place, rule, NOON), 1, "{rule}");
        assert_eq!(firing(&place, rule, "2025-10-24T12:30:00Z"), 1, "{rule} ended for want of sales");
    }
}

#[test]
fn a_backend_whose_probing_stops_does_not_come_up() {
    let place = project();
    Checks(TEN, 8, 8).put(&place);
    assert_eq!(firing(&place, "BackendAPIDown", NOON), 1);
    assert_eq!(firing(&place, "BackendAPIDown", "2025-10-24T13:00:00Z"), 1);
}

#[test]
fn only_an_http_target_is_the_backend() {
    let place = project();
    Checks(TEN, 8, 8).put(&place);
    let connection = Connection::open(place.path("tillwatch.db")).unwrap();
    connection.execute_batch("UPDATE health_checks SET kind = 'tcp'").unwrap();
    assert_eq!(firing(&place, "BackendAPIDown", NOON), 0);
}

#[test]
fn rules_tell_whom_the_plan_tells() {
    let told = |rule: &str| {
        let (_, body) = RULES.split_once(&format!("- alert: {rule}\n")).unwrap();
        let body = body.split("- alert: ").next().unwrap();
        ["phone", "sms", "email"]
            .iter()
            .filter_map(|channel| {
                let (_, to) = body.split_once(&format!("{channel}: ["))?;
                Some(format!("{channel} {}", to.split(']').next().unwrap()))
            })
            .collect::<Vec<_>>()
    };
    let plan: [(&str, &[&str]); 5] = [
        (
            "BackendAPIDown",
            &[
                "phone on_call_engineer",
                "sms on_call_engineer, deployment_lead",
                "email tech_team, management",
            ],
        ),
        ("TransactionSuccessRateLow", &["sms on_call_engineer", "email tech_team"]),
        ("HighAPILatency", &["email backend_team"]),
        ("CashierAppNotResponding", &["sms store_manager, on_call_engineer", "email tech_support"]),
        ("OneCIntegrationDegraded", &["email tech_team, store_manager, onec_administrator"]),
    ];
    for (rule, whom) in plan {
        assert_eq!(told(rule), whom, "{rule}");
    }
}
