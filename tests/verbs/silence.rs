//! Silences: added, listed, expired, and what they hold back.

use serde_json::Value;

use crate::support::hook::{Hook, Request};
use crate::support::shop::{evaluate, sell, shop};
use crate::support::{Place, Ran};

/// Runs `alerts silence …` as of an instant of that day, and keeps what it does.
fn silence(place: &Place, time: &str, args: &[&str]) -> Ran {
    let now = format!("2025-10-24T{time}Z");
    let words = ["--now", &now, "--commit", "alerts", "silence"].into_iter().chain(args.iter().copied());
    place.run(&words.collect::<Vec<_>>())
}

/// Adds one by ivan for an hour.
fn add(place: &Place, time: &str, args: &[&str]) -> Ran {
    let rest = ["--for", "1h", "--by", "ivan", "--reason", "new tills"];
    silence(place, time, &[&["add"], args, &rest].concat())
}

fn list(place: &Place, time: &str, flags: &[&str]) -> Vec<Value> {
    let ran = silence(place, time, &[&["list", "--format", "json"], flags].concat());
    ran.exits(0).json()["silences"].as_array().unwrap().clone()
}

fn states(place: &Place, time: &str) -> Vec<String> {
    let all = list(place, time, &["--all"]);
    all.iter().map(|silence| silence["state"].as_str().unwrap().to_owned()).collect()
}

fn kinds(hook: &Hook) -> Vec<String> {
    let mut kinds: Vec<_> = hook
        .requests()
        .iter()
        .map(Request::json)
        .map(|json| json["kind"].as_str().unwrap().to_owned())
        .collect();
    kinds.dedup();
    kinds
}

#[test]
fn a_silence_is_numbered_listed_and_expired_by_whom_and_why() {
    let place = shop(&Hook::start());
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let ran = add(&place, "10:06:00", &["alertname=SuccessLow", "store_id=~3|4"]).exits(0);
    assert_eq!(ran.stdout, "1\n");
    assert_eq!(
        ran.stderr,
        "silence 1 holds back {alertname=\"SuccessLow\", store_id=~\"3|4\"} \
         from 2025-10-24 10:06:00Z to 2025-10-24 11:06:00Z; 1 matching alert fires now\n"
    );
    let ran = silence(&place, "10:10:00", &["list"]).exits(0);
    assert_eq!(
        ran.stdout.lines().map(str::trim_end).collect::<Vec<_>>(),
        [
            " id  state   matchers                                   ends                  by    reason",
            "  1  active  {alertname=\"SuccessLow\", store_id=~\"3|4\"}  2025-10-24 11:06:00Z  ivan  new tills",
        ]
    );
    let _ = silence(&place, "10:20:00", &["expire", "1", "--by", "olga"]).exits(0);
    assert_eq!(list(&place, "10:20:00", &[]), [Value::Null; 0]);
    assert_eq!(list(&place, "10:20:00", &["--all"])[0]["ends"], "2025-10-24T10:20:00Z");
    let audit = place.line("--now 2025-10-24T11:00:00Z audit list --format json --subject silence:1").json();
    let entries: Vec<_> =
        audit["entries"].as_array().unwrap().iter().map(|it| (&it["action"], &it["actor"])).collect();
    assert_eq!(entries, [(&"expire".into(), &"olga".into()), (&"silence".into(), &"ivan".into())]);
    assert_eq!(audit["entries"][1]["detail"]["reason"], "new tills");
}

#[test]
fn a_silence_is_pending_before_it_begins_and_expired_after_it_ended() {
    let place = shop(&Hook::start());
    let _ = add(&place, "10:00:00", &["store_id=3", "--from", "2025-10-24T12:00:00Z"]).exits(0);
    assert_eq!(states(&place, "11:59:59"), ["pending"]);
    assert_eq!(states(&place, "12:00:00"), ["active"]);
    assert_eq!(states(&place, "13:00:00"), ["expired"]);
    let _ = silence(&place, "11:00:00", &["expire", "1", "--by", "ivan"]).exits(0);
    assert_eq!(states(&place, "11:30:00"), ["expired"], "ended before it began");
}

#[test]
fn a_beginning_is_held_back_and_told_when_the_silence_ends_while_it_still_fires() {
    let hook = Hook::start();
    let place = shop(&hook);
    let _ = add(&place, "10:00:00", &["store_id=3"]).exits(0);
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    assert_eq!(kinds(&hook), [""; 0]);
    let shown = place.line("--now 2025-10-24T10:06:00Z incident show 1").exits(0).stdout;
    assert!(shown.contains("incident 1 P1 held as of "), "{shown}");
    assert!(shown.contains("next      not told: silence 1 by ivan: new tills\n"), "{shown}");
    let listed = place.line("--now 2025-10-24T10:06:00Z incident list").exits(1).stdout;
    assert!(listed.contains("held"), "{listed}");
    let alert = place.line("--now 2025-10-24T10:06:00Z alerts show 1").exits(0).stdout;
    assert!(alert.contains("told    not told: silence 1 by ivan: new tills\n"), "{alert}");
    let _ = evaluate(&place, "2025-10-24T10:59:59Z").exits(1);
    assert_eq!(kinds(&hook), [""; 0]);
    let _ = evaluate(&place, "2025-10-24T11:00:00Z").exits(1);
    assert_eq!(kinds(&hook), ["open"]);
}

#[test]
fn the_end_of_what_was_told_is_never_held_back() {
    let hook = Hook::start();
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let _ = add(&place, "10:06:00", &["store_id=3"]).exits(0);
    sell(&place, "2025-10-24 10:20:00", 0);
    let _ = evaluate(&place, "2025-10-24T10:21:00Z").exits(0);
    assert_eq!(kinds(&hook), ["open", "end"]);
}

#[test]
fn a_silence_holds_back_what_matches_all_of_its_matchers_and_nothing_else() {
    for (matchers, told) in
        [(&["store_id=4"][..], 2), (&["store_id=3", "severity!=P1"], 2), (&["store_id=3", "severity=P1"], 0)]
    {
        let hook = Hook::start();
        let place = shop(&hook);
        let _ = add(&place, "10:00:00", matchers).exits(0);
        sell(&place, "2025-10-24 10:00:00", 6);
        let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
        assert_eq!(hook.requests().len(), told, "{matchers:?}");
    }
}

#[test]
fn what_matches_everything_must_be_meant() {
    let place = shop(&Hook::start());
    for matchers in [&[][..], &["{}"], &["severity!=P0"], &["alertname=~.*"]] {
        let ran = add(&place, "10:00:00", matchers).exits(2);
        assert!(ran.stderr.contains("matches alerts whatever their labels are"), "{}", ran.stderr);
        assert!(ran.stderr.contains("--all"), "{}", ran.stderr);
    }
    let _ = add(&place, "10:00:00", &["--all"]).exits(0);
}

#[test]
fn a_silence_that_makes_no_sense_is_refused() {
    let place = shop(&Hook::start());
    let _ = evaluate(&place, "2025-10-24T09:00:00Z").exits(0);
    let refused = |args: &[&str], said: &str| {
        let ran =
            silence(&place, "10:00:00", &[&["add", "store_id=3", "--by", "ivan"], args].concat()).exits(2);
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
    };
    refused(&["--for", "1h"], "--reason");
    refused(&["--reason", "x"], "--for");
    refused(&["--for", "1h", "--until", "2025-10-25T00:00:00Z", "--reason", "x"], "cannot be used with");
    refused(&["--for", "1h", "--reason", " "], "the reason is empty");
    refused(&["--for", "0", "--reason", "x"], "not after its beginning");
    let before = ["--from", "2025-10-24T12:00:00Z", "--until", "2025-10-24T11:00:00Z", "--reason", "x"];
    refused(&before, "it would end at 2025-10-24 11:00:00Z, not after its beginning at 2025-10-24 12:00:00Z");
    let past = ["--from", "2025-10-23T12:00:00Z", "--until", "2025-10-24T09:00:00Z", "--reason", "x"];
    refused(&past, "it would have ended at 2025-10-24 09:00:00Z, before now");
    let ran = add(&place, "10:00:00", &["store_id"]).exits(2);
    assert!(ran.stderr.contains("one of = != =~ !~ is missing at character 9"), "{}", ran.stderr);
    assert_eq!(list(&place, "10:00:00", &["--all"]), [Value::Null; 0], "nothing was stored");
}

#[test]
fn either_all_expire_or_none() {
    let place = shop(&Hook::start());
    let _ = add(&place, "10:00:00", &["store_id=3"]).exits(0);
    let _ = add(&place, "10:00:00", &["store_id=4"]).exits(0);
    let ran = silence(&place, "10:10:00", &["expire", "1", "7", "--by", "ivan"]).exits(2);
    assert!(ran.stderr.contains("there is no silence 7"), "{}", ran.stderr);
    assert_eq!(states(&place, "10:10:00"), ["active", "active"]);
    let _ = silence(&place, "10:10:00", &["expire", "1", "2", "--by", "ivan"]).exits(0);
    let ran = silence(&place, "10:11:00", &["expire", "1", "--by", "ivan"]).exits(2);
    assert!(ran.stderr.contains("silence 1 ended at 2025-10-24 10:10:00Z"), "{}", ran.stderr);
}

#[test]
fn a_dry_run_stores_no_silence_and_ends_none() {
    let place = shop(&Hook::start());
    let ran = add(&place, "10:00:00", &["store_id=3", "--dry-run"]).exits(0);
    assert!(
        ran.stderr.starts_with("would hold back {store_id=\"3\"}") && ran.stdout.is_empty(),
        "{}",
        ran.stderr
    );
    assert_eq!(list(&place, "10:00:00", &["--all"]), [Value::Null; 0]);
    let _ = add(&place, "10:00:00", &["store_id=3"]).exits(0);
    let ran = silence(&place, "10:01:00", &["expire", "1", "--by", "ivan", "--dry-run"]).exits(0);
    assert!(ran.stderr.contains("silence 1 would end"), "{}", ran.stderr);
    assert_eq!(states(&place, "10:02:00"), ["active"]);
}

#[test]
fn json_says_which_alerts_fire_that_match() {
    let place = shop(&Hook::start());
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let json = add(&place, "10:06:00", &["store_id=3", "--format", "json"]).exits(0).json();
    assert_eq!((&json["silence"]["id"], &json["silence"]["firing"][0]), (&1.into(), &1.into()));
}
