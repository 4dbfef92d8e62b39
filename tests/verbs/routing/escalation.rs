//! What follows when nobody answers.

use super::NOTHING;
use crate::support::desk::{Desk, stored};

const BUSINESS: &str = "[calendars.business]\nhours = [\"Mon-Fri 09:00-18:00\"]\n";

fn ladder(steps: &str, more: &str) -> String {
    format!(
        "[routing]\nnotify = [{{ chat = [\"ann\"] }}]\ngroup_by = [\"store_id\"]\n{BUSINESS}\
         [severities.P0]\nresponse = \"5m\"\nescalate = [{steps}]\n{more}\
         [severities.P1]\nresponse = \"30m\"\nescalate = [{steps}]\n{more}"
    )
}

const TWO_STEPS: &str = r#"{ after = "30m", to = ["lead"] }, { after = "1h", to = ["lead", "boss"], notify = [{ page = ["boss"] }] }"#;

#[test]
fn each_step_is_told_in_its_time_and_everybody_is_told_the_end() {
    let desk = Desk::new(&ladder(TWO_STEPS, ""), &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/1"]);
    assert_eq!(desk.at("10:29"), NOTHING);
    assert_eq!(desk.at("10:30"), ["escalate lead: Slow/1"]);
    assert_eq!(desk.at("10:59"), NOTHING);
    assert_eq!(
        desk.at("11:00"),
        ["escalate boss: Slow/1", "escalate lead: Slow/1", "escalate page:boss: Slow/1"]
    );
    assert_eq!(desk.at("20:00"), NOTHING);
    desk.trouble("Slow", &[]);
    assert_eq!(
        desk.at("20:01"),
        ["end ann: Slow/1-", "end boss: Slow/1-", "end lead: Slow/1-", "end page:boss: Slow/1-"]
    );
}

#[test]
fn steps_that_are_late_are_one_message_to_each_person() {
    let desk = Desk::new(&ladder(TWO_STEPS, ""), &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1]);
    desk.at("10:00");
    assert_eq!(
        desk.at("14:00"),
        ["escalate boss: Slow/1", "escalate lead: Slow/1", "escalate page:boss: Slow/1"]
    );
    assert_eq!(desk.at("14:00"), NOTHING);
}

#[test]
fn an_acknowledgement_stops_escalation_until_it_lapses() {
    let desk = Desk::new(&ladder(TWO_STEPS, ""), &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1]);
    desk.at("10:00");
    desk.run("10:10", &["incident", "ack", "1", "--by", "ann"]).exits(0);
    assert_eq!(desk.at("10:30"), NOTHING);
    desk.own().execute("UPDATE incident SET ack_until = ?1", [stored("10:45")]).unwrap();
    assert_eq!(desk.at("10:45"), ["escalate lead: Slow/1"]);
}

#[test]
fn an_acknowledgement_does_not_cover_a_graver_severity() {
    let desk = Desk::new(&ladder(TWO_STEPS, ""), &[("Slow", "P1", ""), ("Down", "P0", "")]);
    desk.trouble("Slow", &[1]);
    desk.at("10:00");
    desk.run("10:10", &["incident", "ack", "1", "--by", "ann"]).exits(0);
    assert_eq!(desk.at("10:30"), NOTHING);
    desk.trouble("Down", &[1]);
    let told = desk.at("10:31");
    assert_eq!(told, ["update ann: Down/1 Slow/1"], "its escalation counts from now");
    assert_eq!(desk.at("11:00"), NOTHING);
    assert_eq!(desk.at("11:01"), ["escalate lead: Down/1 Slow/1"]);
    desk.run("11:02", &["incident", "ack", "1", "--by", "lead"]).exits(0);
    assert_eq!(desk.at("13:00"), NOTHING, "the graver one is acknowledged, too");
}

#[test]
fn an_acknowledgement_between_the_decision_and_the_telling_withdraws_the_step() {
    let desk = Desk::new(&ladder(TWO_STEPS, ""), &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1]);
    desk.at("10:00");
    // The run that decides has no time to send.
    desk.run("10:30", &["-q", "evaluate-alerts", "--deadline", "0"]).exits(1);
    desk.run("10:31", &["incident", "ack", "1", "--by", "ann"]).exits(0);
    assert_eq!(desk.at("10:32"), NOTHING);
    let row = "SELECT state || ': ' || error FROM outbox WHERE kind = 'escalate'";
    let row: String = desk.own().query_row(row, [], |row| row.get(0)).unwrap();
    assert_eq!(row, "skipped: acknowledged by ann");
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("10:40"), ["end ann: Slow/1-"], "the lead was told nothing, so not the end either");
}

#[test]
fn due_times_of_a_severity_with_a_calendar_count_its_open_hours() {
    let step = r#"{ after = "4h", unless = "resolved", to = ["lead"] }"#;
    let desk = Desk::new(&ladder(step, "calendar = \"business\"\n"), &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("16:00"), ["open ann: Slow/1"], "the opening itself is told at once");
    desk.run("16:10", &["incident", "ack", "1", "--by", "ann"]).exits(0);
    assert_eq!(desk.at("20:00"), NOTHING);
    assert_eq!(desk.at("26T12:00"), NOTHING);
    assert_eq!(desk.at("27T10:59"), NOTHING, "two hours on Friday, two on Monday");
    assert_eq!(desk.at("27T11:00"), ["escalate lead: Slow/1"], "only its end would have stopped it");
}

#[test]
fn the_next_business_day_begins_when_the_calendar_opens() {
    let step = r#"{ after = "next_business_day", calendar = "business", to = ["lead"] }"#;
    let desk = Desk::new(&ladder(step, ""), &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1]);
    desk.at("08:00");
    assert_eq!(desk.at("24T12:00"), NOTHING);
    assert_eq!(desk.at("27T08:59"), NOTHING);
    assert_eq!(desk.at("27T09:00"), ["escalate lead: Slow/1"]);
}

#[test]
fn whoever_is_on_call_when_something_is_told_is_told() {
    let people = "[rotations.engineer]\nmembers = [\"ann\", \"bob\"]\nevery = \"1d\"\nstarts = \"2025-10-24T00:00\"\n\
                  [routing]\nnotify = [{ chat = [\"engineer\"] }]\nrepeat = \"12h\"\n\
                  [severities.P1]\nescalate = [{ after = \"15h\", to = [\"engineer\"] }]\n";
    let desk = Desk::new(people, &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/1"]);
    assert_eq!(desk.at("22:00"), ["repeat ann: Slow/1"]);
    assert_eq!(desk.at("25T01:00"), ["escalate bob: Slow/1"], "the turn has passed to bob");
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("25T02:00"), ["end ann: Slow/1-", "end bob: Slow/1-"]);
}
