//! Tests of rules: what they expect is looked for in what the very rules do, and what differs is said.

use std::fs;

use regex::Regex;
use serde_json::Value;

use super::support::hook::Hook;
use super::support::shop::{evaluate, sell, shop};
use super::support::{Place, Ran};

const SHIPPED: &str = include_str!("../../rules/tests/cashier.yaml");
const RULES: &str = include_str!("../../rules/cashier.yaml");

/// Store 3 sells ten times a minute for ten minutes, and two of ten fail.
const TEST: &str = r#"
tests:
  - name: a store that sells badly is told
    input:
      - table: cashier_transactions
        columns: { store_id: 3, type: earn, purchase_amount: 100, points_amount: 4 }
        time_column: created_at
        rows:
          - { every: 1m, until: 10m, times: 8, status: success }
          - { every: 1m, until: 10m, times: 2, status: failed }
    alert_rule_test:
      - { eval_time: 0m, alertname: SuccessLow }
      - eval_time: 5m
        alertname: SuccessLow
        exp_alerts:
          - exp_labels: { store_id: "3", severity: P1 }
            exp_annotations: { summary: "Алмаз: 80.0 %" }
"#;

/// The shop, with a test in its folder.
fn with(test: &str) -> Place {
    let place = shop(&Hook::start());
    place.write("rules/tests/shop.yaml", test);
    place
}

fn test(test: &str) -> Ran {
    with(test).line("rules test")
}

#[test]
fn rows_over_time_make_the_alerts_that_are_expected() {
    let ran = test(TEST).exits(0);
    assert!(ran.stdout.is_empty(), "{}", ran.stdout);
    assert!(ran.stderr.contains("rules/tests/shop.yaml: 1 test, 2 cases, 0 failed"), "{}", ran.stderr);
}

#[test]
fn what_is_not_as_expected_is_said_by_instance_with_its_reason() {
    let wrong =
        TEST.replace("P1 }", "P1 }\n          - exp_labels: { store_id: \"4\" }").replace("80.0", "85.0");
    let more = "      - { eval_time: 0m, alertname: SuccessLow, exp_alerts: [{ exp_labels: { store_id: \"3\" }, exp_state: pending }] }\n      - { eval_time: 2m, alertname: SuccessLow, exp_alerts: [] }\n";
    let ran = test(&(wrong + more)).exits(1);
    let said = |text: &str| assert!(ran.stdout.contains(text), "{text}\n{}", ran.stdout);
    said("rules/tests/shop.yaml:3: FAILED: a store that sells badly is told");
    said(
        "rules/tests/shop.yaml:13: SuccessLow at 5m: missing firing {store_id=\"4\"}: its query gives no such row",
    );
    said("SuccessLow at 0s: missing pending {store_id=\"3\"}: ");
    said("SuccessLow at 2m: unexpected firing {severity=\"P1\", store_id=\"3\"}: total 20, value 80.0");
}

#[test]
fn an_annotation_that_reads_otherwise_is_different() {
    let ran = test(&TEST.replace("80.0", "85.0")).exits(1);
    let said = r#"annotation summary: expected "Алмаз: 85.0 %", got "Алмаз: 80.0 %""#;
    assert!(ran.stdout.contains(said), "{}", ran.stdout);
}

#[test]
fn whoever_is_told_is_expected_and_nobody_else() {
    let told = |expected: &str| {
        let case =
            format!("    notification_test:\n      - {{ eval_time: 5m, exp_notifications: [{expected}] }}\n");
        test(&format!("{TEST}{case}"))
    };
    let ran = told("").exits(1);
    assert_eq!(
        ran.stdout.matches("notifications at 5m: unexpected open by sms to").count(),
        2,
        "{}",
        ran.stdout
    );
    let ran = told("{ channel: sms, to: nobody }").exits(1);
    assert!(ran.stdout.contains("missing open by sms to nobody"), "{}", ran.stdout);
}

#[rstest::rstest]
#[case::misspelt_key("alertname:", "alertnam:", "shop.yaml:12: unknown field `alertnam`")]
#[case::unknown_rule(
    "alertname: SuccessLow\n",
    "alertname: SuccesLow\n",
    "there is no rule SuccesLow (did you mean SuccessLow?)"
)]
#[case::unknown_channel(
    "alert_rule_test:",
    "notification_test: [{ eval_time: 5m, exp_notifications: [{ channel: smss, to: lead }] }]\n    alert_rule_test:",
    "there is no [channels.smss] (did you mean sms?)"
)]
#[case::no_such_unit("until: 10m", "until: 10q", "is no duration")]
#[case::pointless(
    "\n    alert_rule_test:",
    "\n    notification_test: []\n  - name: y\n    alert_rule_test:",
    "shop.yaml:3: a store that sells badly is told: a test that expects nothing"
)]
#[case::for_ever("eval_time: 5m", "eval_time: 365d", "525600 evaluations")]
#[case::endless("every: 1m", "every: 0s", "shop.yaml:9: every: 0s never comes to an end")]
fn a_mistake_in_a_test_is_named_with_its_line(#[case] right: &str, #[case] wrong: &str, #[case] said: &str) {
    let place = with(&TEST.replace(right, wrong));
    let ran = place.line("rules test rules/tests/shop.yaml").exits(2);
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
    let ran = place.line("check").exits(2);
    assert!(ran.stdout.contains(said), "{}", ran.stdout);
}

#[test]
fn a_column_that_a_known_table_has_not_is_a_mistake() {
    let place = with(&TEST.replace("times: 2, status", "tims: 2, status"));
    let toml = place.read("tillwatch.toml");
    place.write("tillwatch.toml", &toml.replace("[project]", "[project]\nprofile = \"cashier\""));
    let ran = place.line("rules test rules/tests/shop.yaml").exits(2);
    let said = "shop.yaml:10: cashier_transactions has no column tims (did you mean times?)";
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
}

#[test]
fn check_runs_the_projects_tests_and_names_what_fails_as_a_mistake() {
    let place = with(TEST);
    let ran = place.line("check").exits(0);
    assert!(ran.stderr.contains("1 rule test:"), "{}", ran.stderr);
    place.write("rules/shop.yaml", &place.read("rules/shop.yaml").replace("value < 95", "value < 80"));
    let ran = place.line("check").exits(2);
    let said = "rules/tests/shop.yaml:13: a store that sells badly is told: SuccessLow at 5m: missing firing";
    assert!(ran.stdout.contains(said), "{}", ran.stdout);
}

#[test]
fn junit_has_a_case_for_each_test() {
    let place = with(&TEST.replace("80.0", "85.0"));
    let ran = place.line("rules test --format junit").exits(1);
    for part in [
        "<testsuite name=\"tillwatch rules test\" tests=\"1\" failures=\"1\"",
        "<testcase classname=\"rules/tests/shop.yaml\" name=\"a store that sells badly is told\"",
        "message=\"rules/tests/shop.yaml:13: SuccessLow at 5m: different firing",
    ] {
        assert!(ran.stdout.contains(part), "{part}\n{}", ran.stdout);
    }
}

#[test]
fn a_test_leaves_nothing_behind() {
    let place = with(TEST);
    let list = || {
        let names = fs::read_dir(place.root()).unwrap().map(|entry| entry.unwrap().file_name());
        names.collect::<std::collections::BTreeSet<_>>()
    };
    let before = (list(), fs::read(place.path("backend.db")).unwrap());
    let _ = place.line("rules test").exits(0);
    assert!(before == (list(), fs::read(place.path("backend.db")).unwrap()));
}

/// The cashier profile with the shipped tests, and with its rules changed.
fn shipped(change: impl Fn(&str) -> String) -> Ran {
    let place = Place::new();
    let _ = place.line("init cashier .").exits(0);
    place.write("rules/cashier.yaml", &change(RULES));
    place.write("tests.yaml", SHIPPED);
    place.run(&["rules", "test", "tests.yaml", "--format", "json"])
}

/// The rules of which a test failed.
fn caught(ran: &Ran) -> Vec<String> {
    let json = ran.json();
    let of = |test: &Value| test["mismatches"].as_array().unwrap().clone();
    let mut names: Vec<String> = json["tests"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(of)
        .filter_map(|mismatch| mismatch["alertname"].as_str().map(str::to_owned))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// The names of the shipped rules whose definition has a match.
fn rules_with(pattern: &str) -> Vec<String> {
    let pattern = Regex::new(pattern).unwrap();
    let mut names: Vec<String> = RULES
        .split("- alert: ")
        .skip(1)
        .filter(|text| pattern.is_match(text))
        .map(|text| text.lines().next().unwrap().trim().to_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn the_shipped_tests_hold_for_the_shipped_rules() {
    let place = Place::new();
    let _ = place.line("init cashier .").exits(0);
    let ran = place.line("rules test").exits(0);
    assert!(ran.stderr.contains("<shipped>/rules/tests/cashier.yaml: "), "{}", ran.stderr);
}

#[test]
fn every_shipped_rule_has_a_case_that_fires_and_one_that_does_not() {
    let case =
        Regex::new(r"alertname: (\w+)(?:, exp_alerts: (\[\])|,? exp_alerts:|\n\s+exp_alerts:)").unwrap();
    let cases: Vec<(&str, bool)> = case
        .captures_iter(SHIPPED)
        .map(|found| (found.get(1).unwrap().as_str(), found.get(2).is_none()))
        .collect();
    for rule in rules_with("severity") {
        for fires in [true, false] {
            assert!(cases.contains(&(rule.as_str(), fires)), "{rule}: no case that expects firing = {fires}");
        }
    }
}

/// Replaces every match, the first group kept, by what `by` makes of the second.
fn planted(pattern: &str, by: impl Fn(&str) -> String) -> Vec<String> {
    let pattern = Regex::new(pattern).unwrap();
    let change = |text: &str| {
        pattern
            .replace_all(text, |found: &regex::Captures<'_>| format!("{}{}", &found[1], by(&found[2])))
            .into_owned()
    };
    caught(&shipped(change).exits(1))
}

const THRESHOLD: &str = r"(?m)^( +when: .*[<>]=? )([\d.]+)$";

#[test]
fn a_threshold_that_is_off_by_one_is_caught_for_every_rule() {
    let shifted = |by: f64| move |number: &str| (number.parse::<f64>().unwrap() + by).to_string();
    let all = rules_with(THRESHOLD);
    assert_eq!(all.len(), 29);
    assert_eq!(planted(THRESHOLD, shifted(1.0)), all);
    // Rows of breaches are counted, so that there is no count below one.
    let but_breaches: Vec<_> = all.into_iter().filter(|name| name != "SecurityBreach").collect();
    assert_eq!(planted(THRESHOLD, shifted(-1.0)), but_breaches);
}

#[test]
fn another_number_of_samples_is_caught_for_every_rule_that_asks_for_some() {
    let gate = r"(at_least: )(\d+)";
    for by in [-1, 1] {
        let shifted = |number: &str| (number.parse::<i64>().unwrap() + by).to_string();
        assert_eq!(planted(gate, shifted), rules_with(gate), "{by}");
    }
}

#[test]
fn a_window_that_is_too_short_or_too_long_is_caught_for_every_rule_that_has_one() {
    let window = r"(?m)^( +over: )(\d+[mh])$";
    let times = |by: u64| {
        move |over: &str| {
            let (number, unit) = over.split_at(over.len() - 1);
            let seconds = if unit == "h" { 3600 } else { 60 };
            format!("{}s", number.parse::<u64>().unwrap() * seconds * by / 2)
        }
    };
    // One rule stands on the recording that has a window.
    let mut all = rules_with(window);
    all.push("TransactionVolumeLow".into());
    all.sort();
    assert_eq!(planted(window, times(1)), all);
    assert_eq!(planted(window, times(4)), all);
}

#[test]
fn a_rule_that_forgets_the_store_hours_is_caught() {
    let during = "( +)(during: store_hours)";
    // Heartbeats are asked of open stores alone, by their query.
    let heartbeat = ["CashierAppLate", "CashierAppNotResponding"];
    let all = rules_with(during).into_iter().filter(|name| !heartbeat.contains(&name.as_str()));
    assert_eq!(planted(during, |_| String::new()), all.collect::<Vec<_>>());
}

#[test]
fn what_no_rule_watches_is_listed_and_is_no_mistake() {
    let place = with(TEST);
    let toml = "[targets.till.tcp]\naddress = \"127.0.0.1:1\"\n[[stores]]\nid = \"4\"\nname = \"Берег\"\n";
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + toml));
    place.write("queries/still.sql", "-- help: Nothing moves.\nSELECT 1 AS value");
    let unwatched = |place: &Place| {
        let json = place.line("check --coverage --format json").exits(0).json();
        let rows = json["unwatched"].as_array().unwrap().clone();
        rows.iter()
            .map(|row| format!("{} {}", row["kind"].as_str().unwrap(), row["name"].as_str().unwrap()))
            .collect::<Vec<_>>()
    };
    let all = unwatched(&place);
    for expected in ["metric still", "target till"] {
        assert!(all.iter().any(|name| name == expected), "{all:?}");
    }
    let is_about = |kind: &str| all.iter().any(|name| name.starts_with(kind));
    assert!(!is_about("store ") && !all.contains(&"metric success".to_owned()), "{all:?}");
    assert!(!all.iter().any(|name| name.starts_with("metric report_")), "{all:?}");

    let narrow = place.read("rules/shop.yaml").replace("value < 95", "store_id <> '4' AND value < 95");
    place.write("rules/shop.yaml", &narrow);
    assert!(unwatched(&place).contains(&"store 4".to_owned()));
    for format in ["table", "csv", "markdown"] {
        let ran = place.run(&["check", "--coverage", "--format", format]).exits(0);
        assert!(ran.stdout.contains("Nothing moves."), "{format}: {}", ran.stdout);
    }
    place.write("rules/shop.yaml", &narrow.replace("value", "valeu"));
    let ran = place.line("check --coverage").exits(2);
    assert!(ran.stdout.starts_with("rules/shop.yaml:"), "{}", ran.stdout);
}

#[test]
fn the_profiles_target_and_stores_are_watched() {
    let place = Place::new();
    let _ = place.line("init cashier .").exits(0);
    let ran = place.line("check --coverage --format csv").exits(0);
    assert!(!ran.stdout.contains("\ntarget,") && !ran.stdout.contains("\nstore,"), "{}", ran.stdout);
    assert!(ran.stdout.contains("\nmetric,error_type_counts,"), "{}", ran.stdout);
}

#[test]
fn rules_are_listed_and_shown_as_they_are_in_force() {
    let place = with(TEST);
    let ran = place.line("rules list --format csv").exits(0);
    let row = "SuccessLow,P1,success,10m,value < 95,0s,,,rules/shop.yaml,5";
    assert_eq!(ran.stdout, format!("name,severity,query,over,when,for,during,runbook,file,line\n{row}\n"));
    let ran = place.line("rules show SuccessLow").exits(0);
    insta::assert_snapshot!(ran.stdout, @r#"
    # rules/shop.yaml:5
    alert: SuccessLow
    severity: P1
    query: success
    over: 10m
    when: value < 95
    min_samples: {"column":"total","at_least":5.0}
    for: 0s
    keep_firing_for: 0s
    on_no_data: keep
    on_error: keep
    notify: [{"sms":["on_call","lead"]}]
    annotations: {"summary":"{{ store.name }}: {{ value | round(precision=1) }} %"}
    "#);
    let ran = place.line("rules show SucessLow").exits(2);
    assert!(ran.stderr.contains("did you mean SuccessLow?"), "{}", ran.stderr);
    let ran = place.line("rules show SuccessLow --runbook").exits(2);
    assert!(ran.stderr.contains("names no runbook"), "{}", ran.stderr);
}

#[test]
fn a_runbook_that_is_not_there_is_a_mistake_and_a_projects_own_is_read() {
    let place = with(TEST);
    let rules =
        place.read("rules/shop.yaml").replace("annotations: {", "annotations: { runbook: books/Low.md, ");
    place.write("rules/shop.yaml", &rules);
    let ran = place.line("check").exits(2);
    assert!(
        ran.stdout.contains("rules/shop.yaml:5: rule SuccessLow: there is no runbook books/Low.md"),
        "{}",
        ran.stdout
    );
    place.write("books/Low.md", "# Low\n");
    let _ = place.line("check").exits(0);
    assert_eq!(place.line("rules show SuccessLow --runbook").exits(0).stdout, "# Low\n");
}

#[rstest::rstest]
#[case::in_this_program("", "Runbook:   tillwatch rules show SuccessLow --runbook")]
#[case::by_address(
    "runbooks = \"https://wiki.example.org/till/\"\n",
    "Runbook:   https://wiki.example.org/till/Low.md"
)]
fn a_message_says_where_its_runbook_is(#[case] setting: &str, #[case] said: &str) {
    let hook = Hook::start();
    let place = shop(&hook);
    place.write("books/Low.md", "# Low\n");
    let rules =
        place.read("rules/shop.yaml").replace("annotations: {", "annotations: { runbook: books/Low.md, ");
    place.write("rules/shop.yaml", &rules);
    let toml = place.read("tillwatch.toml").replace("[project]\n", &format!("[project]\n{setting}"));
    place.write("tillwatch.toml", &toml);
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let sent = hook.requests().first().unwrap().json().to_string();
    assert!(sent.contains(said), "{sent}");
}
