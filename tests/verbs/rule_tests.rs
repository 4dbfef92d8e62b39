//! Tests of rules: what they expect is looked for in what the very rules do, and what differs is said.

use std::fs;
use std::path::Path;

use regex::Regex;
use serde_json::Value;

use super::support::hook::Hook;
use super::support::shop::shop;
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
    assert!(ran.stderr.contains("rules/tests/shop.yaml: 1 tests, 2 cases, 0 failed"), "{}", ran.stderr);
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
#[case::no_such_unit("until: 10m", "until: 10q", "is no duration")]
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
    assert!(ran.stderr.contains("1 rule tests"), "{}", ran.stderr);
    place.write("rules/shop.yaml", &place.read("rules/shop.yaml").replace("value < 95", "value < 80"));
    let ran = place.line("check").exits(2);
    let said = "rules/tests/shop.yaml:13: a store that sells badly is told: SuccessLow at 5m: missing firing";
    assert!(ran.stdout.contains(said), "{}", ran.stdout);
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
        .map(|mismatch| mismatch["alertname"].as_str().unwrap_or_default().to_owned())
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
    assert_eq!(all.len(), 25);
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
    assert_eq!(planted(window, times(1)), rules_with(window));
    assert_eq!(planted(window, times(4)), rules_with(window));
}

#[test]
fn a_rule_that_forgets_the_store_hours_is_caught() {
    let during = "( +)(during: store_hours)";
    // Heartbeats are asked of open stores alone, by their query.
    let heartbeat = ["CashierAppLate", "CashierAppNotResponding"];
    let all = rules_with(during).into_iter().filter(|name| !heartbeat.contains(&name.as_str()));
    assert_eq!(planted(during, |_| String::new()), all.collect::<Vec<_>>());
}
