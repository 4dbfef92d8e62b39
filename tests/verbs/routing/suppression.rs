//! What holds beginnings back, and holds no ending back.

use super::{ANN, BY_STORE, NOTHING};
use crate::support::desk::Desk;

const GRAVITY: &str = "[severities.P0]\nresponse = \"5m\"\n[severities.P1]\nresponse = \"30m\"\n";

#[test]
fn of_two_alerts_on_one_number_the_graver_one_is_told() {
    let rules = [("High", "P1", ", query: high"), ("Higher", "P0", ", query: high")];
    let desk = Desk::new(&format!("{ANN}{GRAVITY}"), &rules);
    desk.trouble("High", &[1]);
    assert_eq!(desk.at("10:00"), ["open ann: Higher/1"]);
    desk.rules(&rules[..1]);
    assert_eq!(
        desk.at("10:01"),
        ["end ann: Higher/1-", "open ann: High/1"],
        "the lesser one is told when it goes on alone"
    );
}

#[test]
fn a_configured_inhibition_holds_where_the_named_labels_are_equal() {
    let inhibit = "[[inhibit]]\nsource = ['alertname=\"Down\"']\ntarget = ['alertname=\"Slow\"']\nequal = [\"store_id\"]\n";
    let desk = Desk::new(&format!("{ANN}{inhibit}"), &[("Slow", "P1", ""), ("Down", "P1", "")]);
    desk.trouble("Down", &[1]);
    desk.trouble("Slow", &[1, 2]);
    assert_eq!(desk.at("10:00"), ["open ann: Down/1", "open ann: Slow/2"]);
    desk.trouble("Slow", &[2]);
    assert_eq!(desk.at("10:01"), NOTHING, "nobody was told of its beginning");
    desk.trouble("Slow", &[1, 2]);
    desk.trouble("Down", &[]);
    assert_eq!(desk.at("10:02"), ["end ann: Down/1-", "open ann: Slow/1"]);
}

#[test]
fn an_inhibition_that_begins_later_holds_no_end_back() {
    let inhibit = "[[inhibit]]\nsource = ['alertname=\"Down\"']\ntarget = ['alertname=\"Slow\"']\n";
    let desk =
        Desk::new(&format!("{ANN}repeat = \"1h\"\n{inhibit}"), &[("Slow", "P1", ""), ("Down", "P1", "")]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/1"]);
    desk.trouble("Down", &[2]);
    assert_eq!(desk.at("10:01"), ["open ann: Down/2"]);
    assert_eq!(desk.at("11:01"), ["repeat ann: Down/2"], "what is inhibited is not repeated");
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("11:02"), ["end ann: Slow/1-"]);
}

#[test]
fn an_alert_that_depends_on_one_that_fires_waits_for_it() {
    let desk = Desk::new(ANN, &[("Api", "P1", ""), ("Sales", "P1", ", depends_on: [Api]")]);
    desk.trouble("Api", &[1]);
    desk.trouble("Sales", &[1, 2]);
    assert_eq!(desk.at("10:00"), ["open ann: Api/1", "open ann: Sales/2"], "another store explains nothing");
    desk.trouble("Api", &[]);
    assert_eq!(desk.at("10:01"), ["end ann: Api/1-", "open ann: Sales/1"]);
}

#[test]
fn a_silence_holds_beginnings_back_and_tells_them_when_it_is_over() {
    let desk = Desk::new(ANN, &[("Slow", "P1", "")]);
    assert_eq!(desk.at("09:00"), NOTHING);
    desk.silence("store_id=\"1\"", "10:00", "11:00");
    desk.trouble("Slow", &[1, 2]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/2"]);
    let held: String = desk
        .own()
        .query_row("SELECT held FROM incident WHERE held IS NOT NULL", [], |row| row.get(0))
        .unwrap();
    assert_eq!(held, "silence 1 by ann: known");
    assert_eq!(desk.at("10:59"), NOTHING);
    assert_eq!(desk.at("11:00"), ["open ann: Slow/1"]);
    desk.silence("alertname=\"Slow\"", "11:00", "12:00");
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("11:01"), ["end ann: Slow/1-", "end ann: Slow/2-"], "no end is held back");
}

#[test]
fn a_silence_that_outlasts_an_alert_leaves_nothing_to_tell() {
    let desk = Desk::new(ANN, &[("Slow", "P1", "")]);
    assert_eq!(desk.at("09:00"), NOTHING);
    desk.silence("store_id=\"1\"", "10:00", "11:00");
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:00"), NOTHING);
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("10:01"), NOTHING);
    assert_eq!(desk.at("11:01"), NOTHING);
}

#[test]
fn a_silence_between_the_decision_and_the_telling_holds_what_nobody_tried_to_send() {
    let desk = Desk::new(ANN, &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1]);
    desk.run("10:00", &["-q", "evaluate-alerts", "--deadline", "0"]).exits(1);
    desk.silence("store_id=\"1\"", "10:00", "11:00");
    assert_eq!(desk.at("10:01"), NOTHING);
    assert_eq!(desk.at("11:01"), ["open ann: Slow/1"]);
}

#[test]
fn planned_work_holds_beginnings_back_once_or_every_week() {
    let work = "[calendars.night]\nhours = [\"Fri 12:00-13:00\"]\n\
                [[maintenance]]\nname = \"move\"\nmatch = ['store_id=\"1\"']\n\
                from = \"2025-10-24T10:00:00Z\"\nuntil = \"2025-10-24T11:00:00Z\"\n\
                [[maintenance]]\nname = \"backup\"\nduring = \"night\"\n";
    let desk = Desk::new(&format!("{ANN}{work}"), &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1, 2]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/2"]);
    assert_eq!(desk.at("11:00"), ["open ann: Slow/1"]);
    desk.trouble("Slow", &[3]);
    assert_eq!(desk.at("12:00"), ["end ann: Slow/1-", "end ann: Slow/2-"]);
    assert_eq!(desk.at("13:00"), ["open ann: Slow/3"]);
}

#[test]
fn an_end_within_a_group_is_told_though_the_rest_of_it_is_silenced() {
    let desk = Desk::new(BY_STORE, &[("Slow", "P1", ""), ("Down", "P1", "")]);
    desk.trouble("Slow", &[1]);
    desk.trouble("Down", &[1]);
    assert_eq!(desk.at("10:00"), ["open ann: Down/1 Slow/1"]);
    desk.silence("alertname=\"Down\"", "10:00", "12:00");
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("10:05"), ["update ann: Down/1 Slow/1-"]);
    assert_eq!(desk.at("10:30"), NOTHING);
}

#[test]
fn a_silenced_alert_makes_its_incident_no_graver_and_tells_nobody_of_its_own() {
    let rules = [("Slow", "P1", ""), ("Down", "P0", ", notify: [ { chat: [boss] } ]")];
    let desk = Desk::new(&format!("{BY_STORE}{GRAVITY}"), &rules);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/1"]);
    desk.silence("alertname=\"Down\"", "10:00", "11:00");
    desk.trouble("Down", &[1]);
    assert_eq!(desk.at("10:10"), NOTHING);
    assert_eq!(desk.at("11:00"), ["update ann: Down/1 Slow/1", "update boss: Down/1 Slow/1"]);
}
