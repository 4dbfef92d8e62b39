//! Rule files: groups and their keys, labels, recordings, and the reason that `--explain` gives for every row.

use rusqlite::Connection;
use serde_json::Value;

use crate::support::{Place, Ran};

/// Two stores and a backend of one table, `s`, that queries read as it is.
fn project(rules: &str) -> Place {
    let place = Place::new();
    place.write(
        "tillwatch.toml",
        "version = 1\n[severities.P2]\n[sources.mine]\npath = \"backend.db\"\n\
         [[stores]]\nid = \"1\"\nname = \"One\"\n[[stores]]\nid = \"2\"\nname = \"Two\"\nhours = [\"daily 09:00-21:00\"]\n",
    );
    let head = "-- source: mine\n-- labels: [store_id]\n";
    let select = "SELECT store_id, total, value FROM s";
    place.write("queries/s.sql", &format!("{head}{select}"));
    place.write("queries/of_stores.sql", &format!("{head}-- instances: stores\n{select}"));
    place.write("queries/broken.sql", &format!("{head}SELECT store_id, value FROM broken"));
    place.write("rules/mine.yaml", rules);
    Connection::open(place.path("backend.db"))
        .unwrap()
        .execute_batch("CREATE TABLE s (store_id TEXT, total REAL, value REAL)")
        .unwrap();
    place
}

/// From now on the table has these rows: store, total, value.
fn put(place: &Place, rows: &str) {
    let backend = Connection::open(place.path("backend.db")).unwrap();
    backend.execute_batch("DELETE FROM s").unwrap();
    if !rows.is_empty() {
        backend.execute_batch(&format!("INSERT INTO s VALUES {rows}")).unwrap();
    }
}

/// Evaluates at a time of one day, and keeps what follows.
fn at(place: &Place, time: &str) -> Ran {
    let now = format!("2025-10-24T{time}Z");
    place.run(&["--now", &now, "--commit", "--format", "json", "evaluate-alerts", "--explain", "--exit-zero"])
}

/// One line for each instance of a rule: its store, where it was, where it is, why.
fn reasons(ran: &Ran, rule: &str) -> Vec<String> {
    let json = ran.json();
    let of_rule = json["instances"].as_array().unwrap().iter().filter(|one| one["rule"] == rule);
    let line = |one: &Value| {
        let text = |key: &str| one[key].as_str().unwrap().to_owned();
        let store = one["labels"]["store_id"].as_str().unwrap_or_default();
        format!("{store} {} -> {}: {}", text("before"), text("after"), text("reason"))
    };
    of_rule.map(line).collect()
}

#[test]
fn every_row_is_explained_whether_it_moves_or_not() {
    let place = project(
        "groups:\n- name: g\n  rules:\n\
         \x20 - { alert: Slow, query: of_stores, when: value > 5, min_samples: { column: total, at_least: 3 }, for: 5m }\n\
         \x20 - { alert: Hours, query: s, when: value > 5, during: store_hours }\n\
         \x20 - { alert: Wrong, query: broken, when: value > 5 }\n\
         \x20 - { alert: Unknown, query: s, when: value / 0 > 1 }\n\
         - name: h\n  limit: 1\n  rules:\n\
         \x20 - { alert: Many, query: s, when: value > 5 }\n",
    );
    put(&place, "(1, 9, 9), (2, 2, 9), (7, 9, 9)");
    let _ = at(&place, "07:00:00");
    let now = ["--now", "2025-10-24T07:02:00Z", "evaluate-alerts", "--explain", "--exit-zero"];
    let ran = place.run(&now).exits(3);
    insta::assert_snapshot!(ran.stdout.lines().map(str::trim_end).collect::<Vec<_>>().join("\n"), @r#"
    rule        labels                         values               outcome  before    after     reason
    Slow        {severity="P2", store_id="1"}  total=9.0 value=9.0  match    pending   pending   holding: 2m of 5m
    Slow        {severity="P2", store_id="2"}  total=2.0 value=9.0  no data  inactive  inactive  no data: below min_samples
    Slow        {severity="P2", store_id="7"}  total=9.0 value=9.0  match    inactive  inactive  store removed: not in the inventory
    Hours       {severity="P2", store_id="1"}  total=9.0 value=9.0  match    firing    firing    still firing
    Hours       {severity="P2", store_id="2"}  total=2.0 value=9.0  match    inactive  inactive  outside hours: store_hours
    Hours       {severity="P2", store_id="7"}  total=9.0 value=9.0  match    inactive  inactive  store removed: not in the inventory
    Wrong                                                           error                        queries/broken.sql:3: no such table: broken
    Unknown     {severity="P2", store_id="1"}  total=9.0 value=9.0  no data  inactive  inactive  no data: the condition is NULL
    Unknown     {severity="P2", store_id="2"}  total=2.0 value=9.0  no data  inactive  inactive  no data: the condition is NULL
    Unknown     {severity="P2", store_id="7"}  total=9.0 value=9.0  no data  inactive  inactive  store removed: not in the inventory
    Many                                                            error                        over limit: 2 matches, and the limit is 1
    Many        {severity="P2", store_id="1"}  total=9.0 value=9.0  match    inactive  inactive  over limit: 2 matches of 1
    Many        {severity="P2", store_id="2"}  total=2.0 value=9.0  match    inactive  inactive  over limit: 2 matches of 1
    Many        {severity="P2", store_id="7"}  total=9.0 value=9.0  match    inactive  inactive  store removed: not in the inventory
    RuleHealth  {severity="P2"}                rules=2              match    pending   firing    held long enough
    "#);
}

/// A file of one group with one rule on `s`, which is wrong above five.
fn rule(keys: &str) -> String {
    format!("groups:\n- name: g\n  rules:\n  - {{ alert: A, query: s, when: value > 5, {keys} }}\n")
}

#[test]
fn of_a_gap_no_more_than_max_gap_counts_towards_for() {
    let place = project(&rule("for: 20m"));
    put(&place, "(1, 9, 9)");
    let _ = at(&place, "10:00:00");
    assert_eq!(
        reasons(&at(&place, "18:00:00"), "A"),
        ["1 pending -> pending: holding: 15m of 20m, 7h45m unwatched"]
    );
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + "[alerting]\nmax_gap = \"2m\"\n"));
    assert_eq!(
        reasons(&at(&place, "18:10:00"), "A"),
        ["1 pending -> pending: holding: 17m of 20m, 8m unwatched"]
    );
    assert_eq!(reasons(&at(&place, "18:12:00"), "A"), ["1 pending -> pending: holding: 19m of 20m"]);
    assert_eq!(reasons(&at(&place, "18:13:00"), "A"), ["1 pending -> firing: held long enough"]);
}

#[test]
fn a_clock_that_goes_back_takes_nothing_from_what_was_held() {
    let place = project(&rule("for: 5m"));
    put(&place, "(1, 9, 9)");
    let _ = at(&place, "10:00:00");
    let _ = at(&place, "10:04:00");
    assert_eq!(reasons(&at(&place, "03:00:00"), "A"), ["1 pending -> pending: holding: 4m of 5m"]);
    assert_eq!(reasons(&at(&place, "03:01:00"), "A"), ["1 pending -> firing: held long enough"]);
}

#[test]
fn raising_for_leaves_a_firing_alert_firing() {
    let place = project(&rule("for: 1m"));
    put(&place, "(1, 9, 9)");
    let _ = at(&place, "10:00:00");
    assert_eq!(reasons(&at(&place, "10:01:00"), "A"), ["1 pending -> firing: held long enough"]);
    place.write("rules/mine.yaml", &rule("for: 1d"));
    assert_eq!(reasons(&at(&place, "10:02:00"), "A"), ["1 firing -> firing: still firing"]);
}

#[test]
fn a_group_is_evaluated_when_its_interval_is_due_and_left_as_it_is_between() {
    let place = project(&rule("for: 10m").replace("  rules", "  interval: 5m\n  rules"));
    put(&place, "(1, 9, 9)");
    let _ = at(&place, "10:00:02");
    put(&place, "");
    assert_eq!(reasons(&at(&place, "10:04:59"), "A"), ["1 pending -> pending: not due: group interval"]);
    put(&place, "(1, 9, 9)");
    assert_eq!(reasons(&at(&place, "10:05:01"), "A"), ["1 pending -> pending: holding: 4m59s of 10m"]);
    assert_eq!(reasons(&at(&place, "10:05:01"), "A"), ["1 pending -> pending: not due: group interval"]);
    assert_eq!(reasons(&at(&place, "10:10:02"), "A"), ["1 pending -> firing: held long enough"]);
}

/// A group that is due once an hour, of a rule and a recording whose query has no table yet.
const HOURLY: &str = "groups:\n- name: g\n  interval: 1h\n  rules:\n\
    \x20 - { alert: A, query: broken, when: value > 5 }\n  - { record: b, query: broken }\n";

fn mend(place: &Place) {
    let backend = Connection::open(place.path("backend.db")).unwrap();
    backend.execute_batch("CREATE TABLE broken (store_id TEXT, value REAL)").unwrap();
    backend.execute_batch("INSERT INTO broken VALUES (1, 9)").unwrap();
}

#[test]
fn a_rule_that_failed_is_tried_again_at_the_next_run_whatever_its_interval() {
    let place = project(HOURLY);
    assert_eq!(at(&place, "10:00:00").code, 3);
    mend(&place);
    let ran = at(&place, "10:01:00").exits(0);
    assert_eq!(reasons(&ran, "A"), ["1 inactive -> firing: condition met"]);
    assert_eq!(reasons(&ran, "RuleHealth"), [" pending -> inactive: dropped"], "one failure told nobody");
    assert_eq!(reasons(&at(&place, "10:02:00"), "A"), ["1 firing -> firing: not due: group interval"]);
    let recorded = Connection::open(place.path("tillwatch.db")).unwrap();
    let samples: i64 = recorded.query_row("SELECT count(*) FROM samples", [], |row| row.get(0)).unwrap();
    assert_eq!(samples, 1, "the recording, too, and once");
}

#[test]
fn rules_that_fail_twice_in_a_row_are_told_of_and_exit_3_until_they_do_not() {
    let place = project(HOURLY);
    for time in ["10:00:00", "10:01:00", "10:02:00"] {
        assert_eq!(at(&place, time).code, 3, "{time}");
    }
    mend(&place);
    let ran = at(&place, "10:03:00").exits(0);
    assert_eq!(reasons(&ran, "RuleHealth"), [" firing -> inactive: condition over"]);
}

#[test]
fn a_groups_interval_is_no_gap_in_what_its_rules_hold() {
    let place = project(&rule("for: 2h").replace("  rules", "  interval: 1h\n  rules"));
    put(&place, "(1, 9, 9)");
    let _ = at(&place, "10:00:00");
    assert_eq!(reasons(&at(&place, "11:00:00"), "A"), ["1 pending -> pending: holding: 1h of 2h"]);
    assert_eq!(reasons(&at(&place, "12:00:00"), "A"), ["1 pending -> firing: held long enough"]);
}

#[test]
fn a_label_that_does_not_render_is_said_in_one_line_with_its_rules_place() {
    let place = project(&rule("labels: { a: '{{ labels.b.c }}' }"));
    put(&place, "(1, 9, 9)");
    let ran = at(&place, "10:00:00").exits(3);
    let warning = "warning: rule A: rules/mine.yaml:4: label a: 1:11: Field `b` is not defined";
    assert!(ran.stderr.lines().any(|line| line.starts_with(warning)), "{}", ran.stderr);
    assert_eq!(ran.stderr.lines().count(), 1, "{}", ran.stderr);
}

#[test]
fn an_annotation_that_does_not_render_says_why_and_where_it_stands() {
    let place = project(&rule("annotations: { summary: 'x {{ labels.b.c }}' }"));
    put(&place, "(1, 9, 9)");
    let _ = at(&place, "10:00:00");
    let listed = place.line("alerts list --over 10000d --format json").exits(1);
    let said = "x {{ labels.b.c }} (rules/mine.yaml:4: 1:13: Field `b` is not defined";
    assert!(listed.stdout.contains(said), "{}", listed.stdout);
}

#[test]
fn rules_in_trouble_have_the_severity_and_the_runbook_that_the_project_says() {
    let place = project(HOURLY);
    place.write(
        "tillwatch.toml",
        &(place.read("tillwatch.toml") + "[severities.page]\n[alerting]\nhealth_severity = \"page\"\n"),
    );
    let _ = at(&place, "10:00:00");
    let shown = at(&place, "10:01:00").exits(3).json();
    let health = shown["transitions"].as_array().unwrap().iter().find(|one| one["alert"] == "RuleHealth");
    assert_eq!(health.unwrap()["severity"], "page");
    let ran = place.line("rules show RuleHealth").exits(0);
    assert!(ran.stdout.contains("severity: page") && ran.stdout.contains("RuleHealth.md"), "{}", ran.stdout);
}

#[test]
fn more_matches_than_the_limit_fire_nothing_and_end_nothing() {
    let place = project(&rule("limit: 1"));
    put(&place, "(1, 9, 9), (2, 9, 1)");
    assert_eq!(reasons(&at(&place, "10:00:00"), "A")[0], "1 inactive -> firing: condition met");
    put(&place, "(1, 9, 9), (2, 9, 9)");
    let ran = at(&place, "10:01:00");
    assert_eq!(
        reasons(&ran, "A"),
        [
            "1 firing -> firing: error, kept: over limit: 2 matches, and the limit is 1",
            "2 inactive -> inactive: over limit: 2 matches of 1"
        ]
    );
    assert!(ran.stderr.contains("rule A: over limit: 2 matches, and the limit is 1"), "{}", ran.stderr);
    place.write("rules/mine.yaml", &rule("limit: 1, on_error: ok"));
    assert_eq!(
        reasons(&at(&place, "10:02:00"), "A")[0],
        "1 firing -> inactive: condition over (error): over limit: 2 matches, and the limit is 1"
    );
    place.write("rules/mine.yaml", &rule("limit: 0"));
    assert_eq!(reasons(&at(&place, "10:03:00"), "A").len(), 2, "0 is no limit");
}

#[test]
fn labels_are_rendered_into_the_identity_and_a_row_that_changes_them_is_another_alert() {
    let rules = |label: &str| {
        format!(
            "groups:\n- name: g\n  rules:\n  - {{ alert: A, query: of_stores, when: value > 5, labels: {{ shop: {label} }} }}\n"
        )
    };
    let place = project(&rules("'{{ store.name }} ({{ labels.store_id }})'"));
    put(&place, "(1, 9, 9)");
    let ran = at(&place, "10:00:00");
    assert_eq!(ran.json()["instances"][0]["labels"]["shop"], "One (1)");
    assert!(!place.line("check").stdout.contains("mine.yaml"));
    place.write("rules/mine.yaml", &rules("'{{ store.id }}'"));
    let reasons = reasons(&at(&place, "10:01:00"), "A");
    assert_eq!(reasons[0], "1 inactive -> firing: condition met");
    assert_eq!(reasons.last().unwrap(), "1 firing -> inactive: labels changed: no row");
    place.write("rules/mine.yaml", &rules("'{{ value }}'"));
    let ran = place.line("check").exits(2);
    assert!(ran.stdout.contains("the label shop carries value"), "{}", ran.stdout);
}

#[test]
fn a_store_that_is_not_in_the_inventory_opens_nothing() {
    let place = project(&rule(""));
    put(&place, "(7, 9, 9)");
    for time in ["10:00:00", "10:01:00"] {
        assert_eq!(
            reasons(&at(&place, time), "A"),
            ["7 inactive -> inactive: store removed: not in the inventory"]
        );
    }
}

#[test]
fn a_closed_stores_silence_ends_nothing() {
    let place = project(&rule("").replace("query: s,", "query: of_stores,"));
    put(&place, "(2, 9, 9)");
    let _ = at(&place, "10:00:00");
    put(&place, "");
    let at_night = reasons(&at(&place, "22:00:00"), "A");
    assert!(at_night.contains(&"2 firing -> firing: no data, kept: no row".to_owned()), "{at_night:?}");
}

/// A rule on what the recording before it has kept, and one that has asked the same before there was anything.
const RECORDED: &str = "groups:\n- name: g\n  rules:\n\
    \x20 - { alert: Before, query: kept, when: value > 5, over: 5m }\n\
    \x20 - { record: 'store:value:doubled', query: s, labels: { kind: test } }\n\
    \x20 - { alert: A, query: kept, when: value > 5, over: 5m }\n";

fn recorded() -> Place {
    let place = project(RECORDED);
    place.write(
        "queries/kept.sql",
        "-- source: own\n-- labels: [store_id, kind]\n\
         SELECT store_id, labels ->> 'kind' AS kind, count(*) AS total, max(value) AS value\n\
         FROM samples JOIN series ON series.id = series WHERE name = 'store:value:doubled'\n\
         AND at_ms >= unixepoch(:since) * 1000 AND at_ms < unixepoch(:until) * 1000 GROUP BY store_id, kind",
    );
    place
}

fn samples(place: &Place) -> Vec<(String, i64, f64)> {
    let own = Connection::open(place.path("tillwatch.db")).unwrap();
    let sql =
        "SELECT labels, at_ms, value FROM samples JOIN series ON series.id = series ORDER BY labels, at_ms";
    let mut rows = own.prepare(sql).unwrap();
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn a_recording_is_kept_once_and_seen_by_the_next_rule_of_its_group() {
    let place = recorded();
    put(&place, "(1, 9, 9), (2, 9, NULL)");
    for _ in 0..2 {
        let ran = at(&place, "10:00:00").exits(0);
        assert_eq!(ran.json()["instances"][0]["values"]["total"], 1, "the same instant again adds nothing");
    }
    let before_ten = 1_761_300_000_000 - 1;
    let labels = r#"{"kind":"test","store_id":"1"}"#.to_owned();
    assert_eq!(samples(&place), [(labels, before_ten, 9.0)], "no data is not recorded");
    assert_eq!(reasons(&at(&place, "10:01:00"), "A"), ["1 firing -> firing: still firing"]);
    assert_eq!(samples(&place).len(), 2);
}

#[test]
fn a_dry_run_records_nothing() {
    let place = recorded();
    put(&place, "(1, 9, 9)");
    for words in
        [["--now", "2025-10-24T10:00:00Z", "evaluate-alerts"].as_slice(), &["evaluate-alerts", "--dry-run"]]
    {
        let ran = place.run(words).exits(0);
        assert!(ran.stderr.contains("0 firing"), "{}", ran.stderr);
    }
    assert_eq!(samples(&place), []);
}

#[test]
fn a_recording_that_cannot_be_kept_is_a_rule_in_trouble() {
    let place = project(RECORDED);
    place.write(
        "rules/mine.yaml",
        &RECORDED
            .replace("query: s,", "query: s, limit: 1,")
            .replace("query: kept", "query: s")
            .replace(", over: 5m", ""),
    );
    put(&place, "(1, 9, 9), (2, 9, 9)");
    let ran = at(&place, "10:00:00").exits(3);
    let said = "rule record store:value:doubled: over limit: 2 series, and the limit is 1";
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
    assert_eq!((samples(&place).len(), ran.json()["firing"].clone()), (0, 4.into()));
}

#[rstest::rstest]
#[case("{ record: 'a b', query: s }", "\"a b\" is no metric name")]
#[case("{ record: a, query: nothing }", "no query nothing")]
#[case("{ record: a, expr: up }", "there is no Prometheus among [sources]")]
#[case("{ alert: A, expr: up, source: mine }", "source mine is a SQLite file")]
#[case("{ alert: A, expr: up, source: own }", "source own is a SQLite file")]
#[case(
    "{ alert: A, query: s, when: value > 1, annotations: { summary: '{{ range query \"up\" }}' } }",
    "a Go template that is not understood"
)]
fn check_names_what_is_wrong_with_a_rule_and_where(#[case] rule: &str, #[case] said: &str) {
    let place = project(&format!("groups:\n- name: g\n  rules:\n  - {rule}\n"));
    let ran = place.line("check").exits(2);
    let line = ran.stdout.lines().find(|line| line.contains("mine.yaml")).unwrap_or_default();
    assert!(line.starts_with("rules/mine.yaml:4: rule ") && line.contains(said), "{}", ran.stdout);
}

/// Evaluates as `at` does, for tests of exit codes.
fn exit_at(place: &Place, time: &str, code: i32) -> Ran {
    let ran = at(place, time);
    assert_eq!(ran.code, code, "{}", ran.stderr);
    ran
}

const OTHER: &str = "groups:\n- name: h\n  rules:\n  - { alert: B, query: s, when: value > 7 }\n";

#[test]
fn a_file_that_cannot_be_read_keeps_its_own_alerts_and_nobody_elses() {
    let place = project(&rule("for: 0s"));
    place.write("rules/other.yaml", OTHER);
    put(&place, "(1, 9, 9)");
    exit_at(&place, "10:00:00", 0);
    place.write("rules/other.yaml", &OTHER.replace("when", "wen"));
    put(&place, "(1, 9, 1)");
    let ran = exit_at(&place, "10:01:00", 3);
    assert!(ran.stderr.contains("warning: rules/other.yaml:4: "), "{}", ran.stderr);
    assert_eq!(reasons(&ran, "A"), ["1 firing -> inactive: condition over"]);
    assert_eq!(reasons(&ran, "B"), ["1 firing -> firing: error, kept: its rule cannot be read"]);
    let mistake = ran.json()["mistakes"][0].as_str().unwrap().to_owned();
    assert!(mistake.starts_with("rules/other.yaml:4: "), "{mistake}");

    let ran = exit_at(&place, "10:02:00", 3);
    assert_eq!(reasons(&ran, "RuleHealth"), [" pending -> firing: held long enough"]);
    let list = place.run(&["--now", "2025-10-24T10:02:00Z", "alerts", "list"]);
    assert!(list.stdout.contains("rules/other.yaml cannot be used as written"), "{}", list.stdout);
    let show = place.run(&["--now", "2025-10-24T10:02:00Z", "alerts", "show", "2"]).exits(0);
    let why = "no rule B can be read, so it is kept as it is: rules/other.yaml:4: ";
    assert!(show.stdout.contains(why), "{}", show.stdout);

    place.write("rules/other.yaml", OTHER);
    let ran = exit_at(&place, "10:03:00", 0);
    assert_eq!(reasons(&ran, "B"), ["1 firing -> inactive: condition over"]);
    assert_eq!(reasons(&ran, "RuleHealth"), [" firing -> inactive: condition over"]);
}

#[test]
fn of_two_rules_of_one_name_the_first_goes_on() {
    let place = project(&rule("for: 0s"));
    put(&place, "(1, 9, 9)");
    exit_at(&place, "10:00:00", 0);
    place.write("rules/other.yaml", &OTHER.replace("alert: B", "alert: A").replace('7', "70"));
    let ran = exit_at(&place, "10:01:00", 3);
    assert_eq!(reasons(&ran, "A"), ["1 firing -> firing: still firing"]);
    assert!(ran.stderr.contains("rules/other.yaml:4: rule A stands already at"), "{}", ran.stderr);
}

#[test]
fn a_query_file_that_cannot_be_read_is_an_error_of_its_rules_alone() {
    let text = rule("for: 0s") + "  - { alert: Other, query: of_stores, when: value > 5 }\n";
    let place = project(&text);
    put(&place, "(1, 9, 9)");
    exit_at(&place, "10:00:00", 0);
    let query = place.read("queries/of_stores.sql");
    place.write("queries/of_stores.sql", &query.replace("instances", "instancs"));
    put(&place, "(1, 9, 1)");
    let ran = exit_at(&place, "10:01:00", 3);
    assert!(ran.stderr.contains("warning: rule Other: queries/of_stores.sql:3: "), "{}", ran.stderr);
    assert_eq!(reasons(&ran, "A"), ["1 firing -> inactive: condition over"]);
    assert_eq!(reasons(&ran, "Other"), ["1 firing -> firing: error, kept"]);
    place.run(&["check"]).exits(2);
    place.run(&["rules", "test"]).exits(2);
}

#[test]
fn alerts_end_when_the_last_rule_is_removed() {
    let place = project(&rule("for: 0s"));
    put(&place, "(1, 9, 9)");
    exit_at(&place, "10:00:00", 0);
    std::fs::remove_file(place.path("rules/mine.yaml")).unwrap();
    let ran = exit_at(&place, "10:01:00", 0);
    assert_eq!(reasons(&ran, "A"), ["1 firing -> inactive: rule removed"]);
    assert!(ran.stderr.contains("warning: there are no rules"), "{}", ran.stderr);
    let ran = exit_at(&place, "10:02:00", 2);
    assert!(ran.stderr.contains("error: there are no rules"), "{}", ran.stderr);
}

#[test]
fn a_store_that_is_not_in_the_inventory_is_named_when_its_row_matches() {
    let place = project(&rule("for: 0s"));
    put(&place, "(1, 9, 1), (7, 9, 9), (8, 9, 1)");
    let ran = exit_at(&place, "10:00:00", 0);
    let warning =
        "warning: rule A: store 7 is not in the inventory: rows that match are left out; add [[stores]]";
    assert!(ran.stderr.contains(warning), "{}", ran.stderr);
    put(&place, "(1, 9, 1), (7, 9, 1)");
    assert!(!exit_at(&place, "10:01:00", 0).stderr.contains("inventory"));
}

#[test]
fn on_error_alert_opens_what_is_known_without_an_answer() {
    let broken =
        |name: &str| format!("  - {{ alert: {name}, query: {name}, when: value > 5, on_error: alert }}\n");
    let names = ["each", "whole", "sparse"].map(broken).concat();
    let place = project(&format!("groups:\n- name: g\n  rules:\n{names}"));
    let query = |name: &str, front: &str| {
        let text = format!("-- source: mine\n{front}SELECT store_id, value FROM s");
        place.write(&format!("queries/{name}.sql"), &text);
    };
    query("each", "-- labels: [store_id]\n-- instances: stores\n");
    query("sparse", "-- labels: [store_id]\n");
    place.write("queries/whole.sql", "-- source: mine\n-- labels: []\nSELECT max(value) AS value FROM s");
    std::fs::remove_file(place.path("queries/broken.sql")).unwrap();
    let check = place.run(&["check"]).exits(0).stdout;
    assert_eq!(check.matches("on_error: alert can only keep what is open").count(), 1, "{check}");
    assert!(check.contains("rule sparse: on_error"), "{check}");
    Connection::open(place.path("backend.db"))
        .unwrap()
        .execute_batch("ALTER TABLE s RENAME TO gone")
        .unwrap();
    let ran = exit_at(&place, "22:00:00", 3);
    assert_eq!(reasons(&ran, "each"), ["1 inactive -> firing: condition met (error)"], "two is closed");
    assert_eq!(reasons(&ran, "whole"), [" inactive -> firing: condition met (error)"]);
    assert_eq!(reasons(&ran, "sparse"), [""; 0]);
    let ran = exit_at(&place, "22:01:00", 3);
    assert_eq!(reasons(&ran, "each"), ["1 firing -> firing: still firing (error)"]);
    Connection::open(place.path("backend.db"))
        .unwrap()
        .execute_batch("ALTER TABLE gone RENAME TO s")
        .unwrap();
    put(&place, "(1, 9, 1)");
    let ran = exit_at(&place, "22:02:00", 0);
    assert_eq!(reasons(&ran, "each"), ["1 firing -> inactive: condition over"]);
    assert_eq!(reasons(&ran, "whole"), [" firing -> inactive: condition over"]);
}
