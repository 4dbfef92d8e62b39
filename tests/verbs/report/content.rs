//! What the shipped reports show beside their figures: freshness, what is usual, what changed, what is overdue.

use serde_json::Value;

use super::{CONFIG, NOW, json, project, report, rows};
use crate::query::{LOGS, fill};

#[test]
fn a_bar_is_told_beside_what_is_usual_unless_that_was_learnt_later() {
    let place = project();
    // Friday, 13:00 in Moscow: the 109th hour of the week; half past five: half of the 113th.
    let learnt = "INSERT INTO baseline (metric, labels, store_id, hour_of_week, median, spread, weeks, refreshed) VALUES
        ('transaction_volume_per_hour', '{\"store_id\":\"1\"}', '1', 109, 900, 100, 4, '2025-10-24 00:00:00.000'),
        ('transaction_volume_per_hour', '{\"store_id\":\"2\"}', '2', 109, 100, 50, 4, '2025-10-24 00:00:00.000'),
        ('transaction_volume_per_hour', '{\"store_id\":\"1\"}', '1', 110, 900, 100, 4, '2025-10-24 12:31:00.000'),
        ('transaction_volume_per_hour', '{\"store_id\":\"1\"}', '1', 111, 5, 5, 4, '2025-10-24 00:00:00.000'),
        ('transaction_volume_per_hour', '{\"store_id\":\"2\"}', '2', 111, NULL, NULL, 1, '2025-10-24 00:00:00.000')";
    fill(&place.path("tillwatch.db"), &[learnt]);
    let daily = json(&place, "daily");
    let usual = |hour: usize| rows(&daily, "hours")[hour]["usual"].clone();
    assert_eq!(usual(13), serde_json::json!({ "low": 850.0, "median": 1000.0, "high": 1150.0 }));
    assert_eq!((usual(14), usual(15)), (Value::Null, Value::Null), "learnt later, and learning");
    let text = report(&place, "daily");
    assert!(text.contains(", far below the usual 850 to 1\u{202f}150\n"), "{text}");
    let html = report(&place, "daily --format html");
    assert!(html.contains("<g class=\"usual\">") && html.contains("below the usual 850 to"), "{html}");
    let csv = report(&place, "daily --format csv");
    assert!(csv.contains("\nhours,,,,usual_high,1150,count,,2025-10-24T10:00:00Z,"), "{csv}");
}

#[test]
fn data_that_ends_early_is_marked_and_news() {
    let place = project();
    assert!(report(&place, "daily").contains("\nNewest of sales: transactions 15:"), "fresh");
    fill(
        &place.path("backend.db"),
        &["DELETE FROM cashier_transactions WHERE created_at >= '2025-10-24 09:30:00'"],
    );
    let text = report(&place, "daily");
    assert!(
        text.contains("\nNewest of sales: transactions 12:") && text.contains(" !, API requests 15:"),
        "{text}"
    );
    assert!(json(&place, "daily")["verdict"]["news"].to_string().contains("transactions: age 3"), "{text}");
}

#[test]
fn that_an_open_incident_lasts_until_now_is_said_where_one_is_open() {
    let place = project();
    let said = "An open incident has lasted until now.";
    fill(&place.path("tillwatch.db"), &["UPDATE incident SET closed = '2025-10-24 11:00:00.000'"]);
    for name in ["daily", "daily --format html", "weekly"] {
        assert!(!report(&place, name).contains(said), "{name}");
    }
    let open = "INSERT INTO incident (route, group_key, severity, opened) VALUES ('r', 'g', 'P1', '2025-10-24 06:00:00.000')";
    fill(&place.path("tillwatch.db"), &[open]);
    for name in ["daily", "daily --format html", "daily --format markdown"] {
        assert!(report(&place, name).contains(said), "{name}");
    }
}

#[test]
fn what_was_deployed_stands_in_the_report() {
    let place = project();
    let told = "INSERT INTO event (at, kind, text, labels) VALUES
        ('2025-10-24 06:40:00.000', 'deploy', 'API 1.4.2', '{}'), ('2025-10-24 12:31:00.000', 'deploy', 'API 2', '{}')";
    fill(&place.path("tillwatch.db"), &[told]);
    let daily = json(&place, "daily");
    assert_eq!(rows(&daily, "changes").len(), 1);
    assert!(report(&place, "daily").contains(" 09:40  deploy: API 1.4.2 "));
}

#[test]
fn a_log_line_that_was_received_after_the_report_was_made_is_not_in_it() {
    let place = project();
    place.write("tillwatch.toml", &CONFIG.replace("path = \"backend.db\"", "url = \"logs\""));
    fill(&place.path("tillwatch-logs.db"), &LOGS);
    for (id, received) in [("a", "12:30:00.000"), ("b", "12:30:00.001")] {
        let sale = format!(
            "INSERT INTO logs (id, at, received_at, timed, store_id, event, body)
             VALUES ('{id}', '2025-10-24 10:00:00.000', '2025-10-24 {received}', 1, '1', 'transaction_completed', '{{}}')"
        );
        fill(&place.path("tillwatch-logs.db"), &[&sale]);
    }
    assert_eq!(rows(&json(&place, "daily"), "transactions")[0]["values"]["total"], 1);
    let asked = format!("query report_transactions --over 12h --now {NOW} --format json");
    let asked = place.line(&asked).exits(0).json();
    assert_eq!(asked["rows"][0]["total"], 2, "whoever asks now has all that is there");
}

#[test]
fn overdue_actions_of_reviews_are_news() {
    let place = project();
    let items = "# INC-2025-10-20-001\n\n**Incident ID**: INC-2025-10-20-001\n\n## Action Items\n\n- [ ] Raise the pool (Owner: Backend Team, Due: 2025-10-22)\n\
        - [x] Tell the stores (Owner: Support, Due: 2025-10-21)\n- [ ] Load test (Owner: QA, Due: 2025-10-24)\n";
    place.write("pir/INC-2025-10-20-001.md", items);
    let daily = json(&place, "daily");
    let overdue: Vec<&Value> = rows(&daily, "actions").iter().map(|row| &row["values"]["what"]).collect();
    assert_eq!(overdue, ["Raise the pool"]);
    let news = daily["verdict"]["news"].to_string();
    assert!(news.contains("1 review action overdue"), "{news}");
}

#[test]
fn the_hash_is_that_of_the_definition_and_its_queries() {
    let place = project();
    let hash = || json(&place, "daily")["definition_hash"].as_str().unwrap().to_owned();
    let shipped = hash();
    assert_eq!((shipped.len(), hash()), (12, shipped.clone()));
    let query = include_str!("../../../queries/report_usual_transactions.sql");
    place.write("queries/report_usual_transactions.sql", &format!("{query}\n"));
    assert_ne!(hash(), shipped);
}

#[test]
fn each_week_is_set_beside_the_one_before() {
    let place = project();
    let weekly = json(&place, "weekly");
    let weeks = rows(&weekly, "weeks");
    assert_eq!(weeks.len(), 4);
    for pair in weeks.windows(2) {
        assert_eq!(pair[1]["previous"]["total"], pair[0]["values"]["total"]);
    }
    assert_eq!(weeks[3]["values"]["total"], rows(&weekly, "transactions")[0]["values"]["total"]);
}

#[test]
fn nothing_is_called_good_that_nobody_looked_at() {
    let place = project();
    let own = |columns: &str| {
        let text = format!(
            "title = \"t\"\nperiod = \"day\"\n[[sections]]\nname = \"t\"\ntitle = \"Sales\"\n\
             query = \"report_transactions\"\ncolumns = [{columns}]\n"
        );
        place.write("templates/reports/own.toml", &text);
        json(&place, "own")["verdict"].clone()
    };
    let verdict = own("{ name = \"total\", title = \"Total\", unit = \"count\" }");
    assert_eq!(verdict["level"], "unknown");
    assert_eq!(verdict["text"], "Figures alone: nothing here has a target, and no incidents are listed.");
    let verdict = own("{ name = \"total\", title = \"Total\", unit = \"count\", target = \"> 1\" }");
    assert_eq!(verdict["text"], "All well: 1 target met.");
    fill(&place.path("backend.db"), &["DELETE FROM cashier_transactions"]);
    let verdict = own("{ name = \"value\", title = \"Success\", unit = \"percent\", target = \"> 1\" }");
    assert_eq!(
        (&verdict["level"], &verdict["text"]),
        (&"warning".into(), &"no data for 1 of 1 target: success of Sales.".into())
    );
}

#[test]
fn the_gravest_incident_comes_before_figures_and_one_that_is_open_before_all() {
    let place = project();
    let grave = "INSERT INTO incident (id, route, group_key, severity, opened, closed) VALUES
        (7, 'r', 'b', 'P0', '2025-10-24 08:00:00.000', '2025-10-24 08:30:00.000'),
        (8, 'r', 'c', 'P3', '2025-10-24 09:00:00.000', NULL)";
    fill(&place.path("tillwatch.db"), &[grave]);
    let daily = json(&place, "daily");
    let shown: Vec<&Value> = rows(&daily, "incidents").iter().map(|row| &row["values"]["severity"]).collect();
    assert_eq!(shown, ["P3", "P0", "P1"]);
    let news = daily["verdict"]["news"].as_array().unwrap();
    let told: Vec<&str> = news.iter().map(|news| news["text"].as_str().unwrap()).collect();
    assert!(
        told[0].starts_with("P3 c open since 12:00") && told[1].starts_with("P0 b from 11:00 to 11:30"),
        "{told:?}"
    );
    assert!(told[2].starts_with("P1 ApiLatencyHigh at Восход & Ко from 10:00"), "{told:?}");
}

#[test]
fn an_incident_of_many_stores_and_rules_names_a_few() {
    let place = project();
    for (number, store) in [1, 2, 4, 9].into_iter().enumerate() {
        let alert = format!(
            "INSERT INTO alert (rule, labels_hash, labels, severity, state, held_ms, started, fired, ended, incident, vals, annotations)
             VALUES ('Rule{number}', '{store}', '{{\"store_id\":\"{store}\"}}', 'P1', 'ended', 0, '2025-10-24 07:00:00.000',
               '2025-10-24 07:00:00.000', '2025-10-24 07:45:00.000', 1, '{{}}', '{{}}')"
        );
        fill(&place.path("tillwatch.db"), &[&alert]);
    }
    let daily = json(&place, "daily");
    let row = &rows(&daily, "incidents")[0];
    let [store, alert] = ["store", "alert"].map(|name| row["values"][name].as_str().unwrap());
    assert_eq!(row["labels"]["store_id"].as_str().unwrap().split(',').count(), 5, "{row}");
    for (names, some) in
        [(store, ["Алмаз", "Берег", "Гранит", "Восход & Ко"].as_slice()), (alert, &["Rule", "Api"])]
    {
        assert!(names.ends_with(" and 2 more") && names.split(", ").count() == 3, "{names}");
        assert!(some.iter().any(|name| names.contains(name)), "{names}");
    }
    let verdict = daily["verdict"]["text"].as_str().unwrap();
    assert!(verdict.starts_with(&format!("P1 {alert} at {store} from 10:00 to 10:45; ")), "{verdict}");
    let csv = report(&place, "daily --format csv");
    let line = csv.lines().find(|line| line.starts_with("incidents,")).unwrap();
    assert!(line.contains(store) && line.contains(row["labels"]["store_id"].as_str().unwrap()), "{line}");
}

#[test]
fn a_report_of_one_store_says_a_figure_once() {
    let place = project();
    let verdict = |line: &str| json(&place, line)["verdict"]["news"].to_string();
    let (one, all) = (verdict("daily --store 3"), verdict("daily"));
    assert_eq!(one.matches("success rate").count(), 1, "{one}");
    assert!(one.contains("Transactions: success rate"), "{one}");
    assert!(all.contains("Transactions: success rate") && all.contains("Восход & Ко: success rate"), "{all}");
}

#[test]
fn a_target_in_seconds_reads_as_a_length_of_time() {
    let place = project();
    fill(
        &place.path("backend.db"),
        &["DELETE FROM cashier_transactions WHERE created_at >= '2025-10-24 09:30:00'"],
    );
    let news = json(&place, "daily")["verdict"]["news"].to_string();
    assert!(news.contains("(target < 1\u{202f}h)") && !news.contains("3600"), "{news}");
}

#[test]
fn a_figure_that_just_misses_its_target_does_not_read_as_if_it_met_it() {
    let place = project();
    let own = "title = \"t\"\nperiod = \"day\"\n[[sections]]\nname = \"t\"\ntitle = \"Sales\"\nquery = \"report_transactions\"\n\
        columns = [{ name = \"value\", title = \"Success\", unit = \"percent\", target = \">= 99\" }]\n";
    place.write("templates/reports/own.toml", own);
    let backend = "DELETE FROM cashier_transactions; INSERT INTO cashier_transactions
        (created_at, store_id, customer_id, type, status, purchase_amount, points_amount, discount_amount)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
      SELECT '2025-10-24 08:00:00', 1, 1, 'earn', iif(i <= 51, 'failed', 'success'), 100, 1, 0 FROM n;";
    fill(&place.path("backend.db"), &[backend]);
    for form in ["text", "markdown", "html"] {
        let made = report(&place, &format!("own --format {form}"));
        assert!(made.matches("98.98\u{202f}%").count() >= 2, "{form}: {made}");
    }
}

#[test]
fn a_band_that_cannot_be_told_costs_the_bars_nothing() {
    let place = project();
    let daily = report(&place, "daily --format json");
    assert!(daily.contains("\"usual\": \"report_usual_transactions\""), "{daily}");
    place.write("queries/report_usual_transactions.sql", "-- help: x\nSELECT nothing FROM nowhere\n");
    let ran = place.line(&format!("report daily --format json --now {NOW}"));
    let broken: Value = serde_json::from_str(&ran.exits(0).stdout).unwrap();
    assert_eq!(rows(&broken, "hours").len(), rows(&json(&place, "daily --date 2025-10-24"), "hours").len());
    assert!(rows(&broken, "hours").len() > 10);
    let hours = broken["sections"].as_array().unwrap().iter().find(|it| it["name"] == "hours").unwrap();
    assert!(hours["note"].as_str().unwrap().contains("What is usual is not known: "), "{hours}");
}
