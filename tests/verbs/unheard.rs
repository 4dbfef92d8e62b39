//! Whoever heard of no beginning is told no end, and a beginning that reaches nobody is not taken for told.

use crate::support::desk::{Desk, stored};
use crate::support::receiver::Answer;

const ANN: &str = "[routing]\nnotify = [{ chat = [\"ann\"] }]\n";
const SLOW: (&str, &str, &str) = ("Slow", "P1", "");
const EVALUATE: [&str; 2] = ["-q", "evaluate-alerts"];

fn retry(which: &str) -> [&str; 6] {
    ["alerts", "outbox", "retry", which, "--by", "ivan"]
}

#[test]
fn a_beginning_that_was_refused_for_good_has_no_end_and_is_not_told_after_it() {
    let desk = Desk::new(ANN, &[SLOW]);
    desk.answer("chat", Answer::Status(404));
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/1"]);
    desk.answer("chat", Answer::Status(200));
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("10:01"), [""; 0], "ann has heard of nothing that ends");
    let ran = desk.run("10:02", &retry("1")).exits(2);
    assert!(ran.stderr.contains("tells the beginning of incident 1, which has ended"), "{}", ran.stderr);
    let ran = desk.run("10:02", &retry("--dead")).exits(0);
    assert!(ran.stderr.contains("0 messages to be tried again"), "{}", ran.stderr);
    assert_eq!(desk.at("10:03"), [""; 0]);
}

#[test]
fn a_refused_beginning_that_is_to_be_tried_again_is_withdrawn_at_the_end() {
    let desk = Desk::new(ANN, &[SLOW]);
    desk.answer("chat", Answer::Status(404));
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/1"]);
    desk.answer("chat", Answer::Status(200));
    desk.run("10:01", &retry("1")).exits(0);
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("10:02"), [""; 0]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:03"), ["open ann: Slow/1"], "nobody has heard of the group: nothing rests");
}

#[test]
fn an_opening_that_reaches_nobody_is_said_by_every_run_and_told_once_it_can_be() {
    let misspelt = ", notify: [{ chat: [annn] }], escalate: [{ after: 5m, notify: [{ page: [boss] }] }]";
    let desk = Desk::new("", &[("Slow", "P1", misspelt)]);
    desk.trouble("Slow", &[1]);
    for time in ["10:00", "10:01"] {
        let ran = desk.run(time, &EVALUATE).exits(3);
        let why = "nobody is told: annn has no address of the kind id";
        assert_eq!(ran.stderr, format!("warning: incident 1: {why}\n"), "at {time}");
    }
    let rows: i64 = desk.own().query_row("SELECT count(*) FROM outbox", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 1, "it is kept once");
    let ran = desk.run("10:02", &retry("1")).exits(2);
    assert!(ran.stderr.contains("message 1 has no address: annn"), "{}", ran.stderr);
    assert_eq!(desk.at("10:05"), ["escalate page:boss: Slow/1"], "the next ones wait for nobody");
    desk.rules(&[("Slow", "P1", ", notify: [{ chat: [ann] }]")]);
    assert_eq!(desk.at("10:06"), ["open ann: Slow/1"]);
    assert_eq!(desk.run("10:07", &EVALUATE).exits(1).stderr, "");
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("10:08"), ["end ann: Slow/1-", "end page:boss: Slow/1-"]);
}

#[test]
fn what_is_told_to_nobody_on_purpose_is_silent_and_told_once_somebody_is_named() {
    let desk = Desk::new("", &[SLOW]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.run("10:00", &EVALUATE).exits(1).stderr, "");
    desk.place.write("tillwatch.toml", &(desk.place.read("tillwatch.toml") + ANN));
    assert_eq!(desk.at("10:01"), ["open ann: Slow/1"]);
    assert_eq!(desk.at("10:02"), [""; 0]);
}

#[test]
fn the_actions_of_an_opening_that_reaches_nobody_run_once() {
    let config = "[actions.note]\ncommand = [\"sh\", \"-c\", \"echo ran >> ran.txt\"]\nmax_per = \"1s\"\n";
    let desk = Desk::new(config, &[("Slow", "P1", ", notify: [{ chat: [annn] }], actions: [note]")]);
    desk.trouble("Slow", &[1]);
    desk.run("10:00", &EVALUATE).exits(3);
    desk.run("10:01", &EVALUATE).exits(3);
    desk.rules(&[("Slow", "P1", ", notify: [{ chat: [ann] }], actions: [note]")]);
    assert_eq!(desk.at("10:02"), ["open ann: Slow/1"]);
    let actions: i64 = desk
        .own()
        .query_row("SELECT count(*) FROM outbox WHERE kind = 'action'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(actions, 1);
}

#[test]
fn what_is_silenced_is_not_sent_with_a_storm_however_large() {
    let desk = Desk::new(ANN, &[SLOW]);
    let stores: Vec<i64> = (1..=60).collect();
    desk.trouble("Slow", &stores);
    desk.run("10:00", &["-q", "evaluate-alerts", "--deadline", "0"]);
    desk.silence("store_id=\"60\"", "10:00", "12:00");
    assert_eq!(desk.at("10:01").len(), 1);
    let count = |state: &str| -> i64 {
        let sql = "SELECT count(*) FROM outbox WHERE state = ?1";
        desk.own().query_row(sql, [state], |row| row.get(0)).unwrap()
    };
    assert_eq!((count("sent"), count("queued")), (59, 1));
}

#[test]
fn what_a_run_has_claimed_that_died_is_listed_with_the_end_of_its_lease() {
    let desk = Desk::new(ANN, &[SLOW]);
    desk.trouble("Slow", &[1]);
    desk.run("10:00", &["-q", "evaluate-alerts", "--deadline", "0"]);
    let claim = "UPDATE outbox SET state = 'sending', attempts = 1, lease_until = ?1";
    desk.own().execute(claim, [stored("10:02")]).unwrap();
    let listed = desk.run("10:01", &["alerts", "outbox", "list", "--format", "json"]).exits(0).json();
    assert_eq!(listed["messages"][0]["due"], "2025-10-24 10:02:00Z", "{listed}");
}
