//! `promtool test rules` as the oracle for `for` and `keep_firing_for`: the same series and rules, the same timeline.
//!
//! Our engine says minute by minute which alerts fire, and promtool passes only if it agrees with each of them. Two
//! differences are left out, since they lie before the state machine: a sample that is not there is written as *stale*
//! for Prometheus, which otherwise looks five minutes back, and is a row that a sparse query does not give for us; and
//! our evaluation gaps have no like in promtool, which never misses a minute.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::process::Command;

use rusqlite::Connection;

use crate::support::Place;

const MINUTES: u32 = 60;
const SERIES: usize = 16;
const FOR: [&str; 6] = ["0", "30s", "1m", "1m30s", "2m", "5m"];
const KEEP: [&str; 4] = ["0", "30s", "1m", "3m"];

/// One minute of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    Wrong,
    Well,
    Absent,
}

/// A fixed sequence: a failure can be run again.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u8 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u8::try_from((self.0 >> 33) % end).unwrap()
    }
}

/// Series that change seldom, often, or all the time.
fn series() -> Vec<Vec<Seen>> {
    let mut random = Random(0x7469_6c6c);
    let mut one = |stay: u8| {
        let mut now = Seen::Well;
        let step = |_| {
            if random.below(10) >= stay {
                now = [Seen::Wrong, Seen::Wrong, Seen::Well, Seen::Absent][usize::from(random.below(4))];
            }
            now
        };
        (0..MINUTES).map(step).collect()
    };
    (0..SERIES).map(|index| one([0, 4, 7, 9][index % 4])).collect()
}

fn name(hold: &str, keep: &str) -> String {
    format!("For{hold}Keep{keep}")
}

/// A group of one rule for each pair of durations; `what` is what they look at.
fn rules(what: &str) -> String {
    let mut text = "groups:\n- name: pairs\n  rules:\n".to_owned();
    for (hold, keep) in FOR.iter().flat_map(|hold| KEEP.iter().map(move |keep| (hold, keep))) {
        let name = name(hold, keep);
        writeln!(text, "  - {{ alert: {name}, {what}, for: {hold}, keep_firing_for: {keep} }}").unwrap();
    }
    text
}

/// Which series fire for each rule, at every minute, as our engine has it.
fn timeline(place: &Place, all: &[Vec<Seen>]) -> Vec<BTreeMap<String, BTreeSet<String>>> {
    place.write("tillwatch.toml", "version = 1\n[sources.s]\npath = \"s.db\"\ntimestamps = \"unix\"\n");
    place.write(
        "queries/s.sql",
        "-- source: s\n-- labels: [i]\nSELECT i, value FROM s WHERE at = :now AND value IS NOT NULL",
    );
    place.write("rules/pairs.yaml", &rules("query: s, when: value > 0"));
    let mut rows = Connection::open(place.path("s.db")).unwrap();
    let rows = rows.transaction().unwrap();
    rows.execute_batch("CREATE TABLE s (at INTEGER, i TEXT, value REAL)").unwrap();
    let start: jiff::Timestamp = "2025-10-24T00:00:00Z".parse().unwrap();
    let at = |minute: u32| start + jiff::SignedDuration::from_mins(minute.into());
    for (index, series) in all.iter().enumerate() {
        for (minute, seen) in (0..).zip(series).filter(|(_, seen)| **seen != Seen::Absent) {
            let value = f64::from(u8::from(*seen == Seen::Wrong));
            let row = (at(minute).as_second(), format!("s{index}"), value);
            rows.execute("INSERT INTO s VALUES (?1, ?2, ?3)", row).unwrap();
        }
    }
    rows.commit().unwrap();
    let minute = |minute: u32| {
        let now = at(minute).to_string();
        let words =
            ["--now", &now, "--commit", "--format", "json", "evaluate-alerts", "--explain", "--exit-zero"];
        let ran = place.run(&words).exits(0).json();
        let mut firing = BTreeMap::<String, BTreeSet<String>>::new();
        for instance in ran["instances"].as_array().unwrap().iter().filter(|one| one["after"] == "firing") {
            let [rule, series] =
                [&instance["rule"], &instance["labels"]["i"]].map(|text| text.as_str().unwrap().to_owned());
            firing.entry(rule).or_default().insert(series);
        }
        firing
    };
    (0..MINUTES).map(minute).collect()
}

/// A test of promtool's that expects this timeline.
fn expectations(all: &[Vec<Seen>], timeline: &[BTreeMap<String, BTreeSet<String>>]) -> String {
    let mut text =
        "rule_files: [pairs.yml]\nevaluation_interval: 1m\ntests:\n- interval: 1m\n  input_series:\n"
            .to_owned();
    for (index, series) in all.iter().enumerate() {
        let values = series.iter().map(|seen| match seen {
            Seen::Wrong => "1",
            Seen::Well => "0",
            Seen::Absent => "stale",
        });
        let values = values.collect::<Vec<_>>().join(" ");
        writeln!(text, "  - {{ series: 's{{i=\"s{index}\"}}', values: '{values}' }}").unwrap();
    }
    text.push_str("  alert_rule_test:\n");
    for (minute, firing) in timeline.iter().enumerate() {
        for (hold, keep) in FOR.iter().flat_map(|hold| KEEP.iter().map(move |keep| (hold, keep))) {
            let name = name(hold, keep);
            let alerts = firing.get(&name).into_iter().flatten();
            let alerts = alerts.map(|series| format!("{{ exp_labels: {{ i: {series} }} }}"));
            let alerts = alerts.collect::<Vec<_>>().join(", ");
            writeln!(text, "  - {{ eval_time: {minute}m, alertname: {name}, exp_alerts: [{alerts}] }}")
                .unwrap();
        }
    }
    text
}

#[test]
#[ignore = "needs prometheus; scripts/test runs it"]
fn the_same_series_and_rules_give_the_same_timeline_in_prometheus() {
    let (place, all) = (Place::new(), series());
    let timeline = timeline(&place, &all);
    let fired: usize = timeline.iter().flat_map(BTreeMap::values).map(BTreeSet::len).sum();
    assert!(fired > 1000, "{fired} are too few to compare");
    place.write("pairs.yml", &rules("expr: s > 0"));
    place.write("test.yml", &expectations(&all, &timeline));
    let promtool = Command::new("promtool")
        .args(["test", "rules", "test.yml"])
        .current_dir(place.root())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&promtool.stderr);
    assert!(promtool.status.success(), "{}", said.lines().take(40).collect::<Vec<_>>().join("\n"));
}
