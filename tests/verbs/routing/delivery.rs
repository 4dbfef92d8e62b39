//! When messages leave, how many they are, and what follows when a channel fails.

use super::{ANN, NOTHING};
use crate::support::desk::Desk;
use crate::support::receiver::Answer;

const IN_HOURS: &str = "[calendars.business]\nhours = [\"Mon-Fri 09:00-18:00\"]\n\
    [[routes]]\nname = \"slow\"\nnotify = [{ chat = [\"ann\"] }]\nrepeat = \"4h\"\ndeliver = \"business\"\n";

#[test]
fn a_beginning_waits_for_opening_hours_once_however_often_it_would_have_been_repeated() {
    let desk = Desk::new(IN_HOURS, &[("Slow", "P2", "")]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("20:00"), NOTHING);
    assert_eq!(desk.at("25T06:00"), NOTHING);
    assert_eq!(desk.at("27T08:59"), NOTHING);
    assert_eq!(desk.at("27T09:00"), ["open ann: Slow/1"]);
    assert_eq!(desk.at("27T12:59"), NOTHING);
    assert_eq!(desk.at("27T13:00"), ["repeat ann: Slow/1"], "it counts from when it was told");
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("27T22:00"), ["end ann: Slow/1-"], "no end waits");
}

#[test]
fn what_ended_before_the_opening_hours_is_told_to_nobody() {
    let desk = Desk::new(IN_HOURS, &[("Slow", "P2", "")]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("20:00"), NOTHING);
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("21:00"), NOTHING);
    assert_eq!(desk.at("27T10:00"), NOTHING);
    let row: String =
        desk.own().query_row("SELECT state || ': ' || error FROM outbox", [], |row| row.get(0)).unwrap();
    assert_eq!(row, "superseded: it ended before it was sent");
}

#[test]
fn a_digest_is_one_message_a_day_that_says_of_each_incident_whether_it_goes_on() {
    let digest = "[severities.P3]\ndigest = \"09:00\"\nnotify = [{ chat = [\"ann\", \"bob\"] }]\n";
    let desk = Desk::new(digest, &[("Slow", "P3", "")]);
    desk.trouble("Slow", &[1, 2]);
    assert_eq!(desk.at("10:00"), NOTHING);
    desk.trouble("Slow", &[2, 3]);
    assert_eq!(desk.at("15:00"), NOTHING);
    let told = desk.at("25T09:00");
    assert_eq!(told, ["open ann: Slow/1-, Slow/2, Slow/3", "open bob: Slow/1-, Slow/2, Slow/3"]);
    desk.trouble("Slow", &[3]);
    assert_eq!(desk.at("25T10:00"), NOTHING);
    assert_eq!(desk.at("26T09:00"), ["end ann: Slow/2-", "end bob: Slow/2-"], "each beginning is told once");
    assert_eq!(desk.at("27T09:00"), NOTHING);
}

#[test]
fn five_hundred_at_once_are_one_message_to_each_recipient_and_so_is_their_end() {
    let both = "[routing]\nnotify = [{ chat = [\"ann\", \"bob\"] }]\n";
    let desk = Desk::new(both, &[("Slow", "P1", "")]);
    desk.trouble("Slow", &(1..=500).collect::<Vec<_>>());
    desk.run("10:00", &["-q", "evaluate-alerts"]).exits(1);
    let subjects = |kind: &str| -> Vec<String> {
        let mut news: Vec<_> = desk.news().iter().map(crate::support::receiver::Request::json).collect();
        news.sort_by_key(|json| json["to"].to_string());
        assert!(news.iter().all(|json| json["kind"] == kind), "{news:?}");
        news.iter()
            .map(|json| format!("{}: {}", json["to"], json["text"].as_str().unwrap().lines().next().unwrap()))
            .collect()
    };
    let all = "500 incidents of Desk, all at once: this message stands for one each.";
    assert_eq!(subjects("open"), [format!("\"ann\": {all}"), format!("\"bob\": {all}")]);
    assert_eq!(desk.at("10:01"), NOTHING);
    desk.trouble("Slow", &[]);
    desk.run("10:02", &["-q", "evaluate-alerts"]).exits(0);
    assert_eq!(subjects("end"), [format!("\"ann\": {all}"), format!("\"bob\": {all}")]);
    assert_eq!(desk.at("10:03"), NOTHING);
}

#[test]
fn a_storm_that_a_channel_refuses_is_one_message_by_its_fallback() {
    let config = format!("{ANN}[delivery.chat]\nfallback = [{{ page = [\"bob\"] }}]\n");
    let desk = Desk::new(&config, &[("Slow", "P1", "")]);
    desk.answer("chat", Answer::Status(404));
    desk.trouble("Slow", &(1..=30).collect::<Vec<_>>());
    desk.run("10:00", &["-q", "evaluate-alerts"]).exits(3);
    let paths: Vec<String> = desk.news().into_iter().map(|request| request.path).collect();
    assert_eq!(paths, ["/chat", "/page"]);
}

#[test]
fn whom_a_channel_refuses_for_good_is_told_by_its_fallback() {
    let config = format!("{ANN}[delivery.chat]\nfallback = [{{ page = [\"bob\"] }}]\n");
    let desk = Desk::new(&config, &[("Slow", "P1", "")]);
    desk.answer("chat", Answer::Status(404));
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/1", "open page:bob: Slow/1"]);
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("10:01"), ["end page:bob: Slow/1-"], "whom it was refused hears of no end");
    assert_eq!(desk.at("10:02"), NOTHING);
}

#[test]
fn what_is_over_a_rate_waits_its_turn() {
    let config = format!("{ANN}[delivery.chat]\nrate = {{ messages = 2, per = \"10m\" }}\n");
    let desk = Desk::new(&config, &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1, 2, 3, 4, 5]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/1", "open ann: Slow/2"]);
    assert_eq!(desk.at("10:09"), NOTHING);
    assert_eq!(desk.at("10:10"), ["open ann: Slow/3", "open ann: Slow/4"]);
    assert_eq!(desk.at("10:20"), ["open ann: Slow/5"]);
}

#[test]
fn what_a_run_that_died_had_claimed_waits_for_the_rate_like_the_rest() {
    let config = format!("{ANN}[delivery.chat]\nrate = {{ messages = 1, per = \"10m\" }}\n");
    let desk = Desk::new(&config, &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1, 2]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/1"]);
    let died =
        "UPDATE outbox SET state = 'sending', attempts = 1, lease_until = not_before WHERE state = 'queued'";
    assert_eq!(desk.own().execute(died, []).unwrap(), 1);
    desk.own()
        .execute("UPDATE outbox SET lease_until = '2025-10-24 10:02:00.000' WHERE state = 'sending'", [])
        .unwrap();
    desk.run("10:05", &["-q", "evaluate-alerts", "--deadline", "2"]).exits(1);
    let state: String = desk
        .own()
        .query_row("SELECT state FROM outbox WHERE attempts = 1 AND settled IS NULL", [], |row| row.get(0))
        .unwrap();
    assert_eq!(state, "queued", "put off, rather than looked at again and again until the deadline");
    assert_eq!(desk.at("10:10"), ["open ann: Slow/2"]);
}

#[test]
fn what_one_recipient_is_told_of_one_incident_arrives_in_order() {
    let desk = Desk::new(ANN, &[("Slow", "P1", ""), ("Down", "P1", "")]);
    desk.answer("chat", Answer::Status(503));
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/1"]);
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("10:00:10"), NOTHING, "the end waits until the beginning was taken");
    desk.trouble("Down", &[1]);
    desk.answer("chat", Answer::Status(200));
    assert_eq!(desk.at("10:00:20"), ["open ann: Down/1"], "another incident waits for nothing");
    assert_eq!(desk.at("10:00:30"), ["end ann: Slow/1-", "open ann: Slow/1-"]);
    let kinds: Vec<_> =
        desk.receiver.requests().iter().rev().take(2).map(|it| it.json()["kind"].clone()).collect();
    assert_eq!(kinds, ["end", "open"], "the last one is the end");
}

#[test]
fn the_end_of_a_storm_does_not_overtake_a_beginning_that_is_tried_again() {
    let desk = Desk::new(ANN, &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/1"]);
    desk.answer("chat", Answer::Status(503));
    desk.trouble("Slow", &(1..=25).collect::<Vec<_>>());
    desk.at("10:01");
    desk.answer("chat", Answer::Status(200));
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("10:01:10"), ["end ann: Slow/1-"], "the others' beginning was not taken yet");
    desk.run("10:01:30", &["-q", "evaluate-alerts"]).exits(0);
    let kinds: Vec<_> = desk.news().iter().map(|request| request.json()["kind"].clone()).collect();
    assert_eq!(kinds, ["open", "end"]);
}

#[test]
fn a_bundle_that_is_tried_again_says_the_same_whatever_has_joined_it_since() {
    let digest = "[severities.P3]\ndigest = \"09:00\"\nnotify = [{ chat = [\"ann\"] }]\n";
    let desk = Desk::new(digest, &[("Slow", "P3", "")]);
    desk.trouble("Slow", &[1, 2]);
    desk.at("10:00");
    desk.answer("chat", Answer::HangUp);
    desk.at("25T09:00");
    desk.trouble("Slow", &[1, 2, 3]);
    desk.at("25T10:00");
    // As many attempts for both, due together.
    desk.own()
        .execute(
            "UPDATE outbox SET attempts = 1, state = 'queued', not_before = '2025-10-26 09:00:00.000'",
            [],
        )
        .unwrap();
    desk.answer("chat", Answer::Status(200));
    desk.at("26T09:00");
    let requests = desk.receiver.requests();
    let size = |json: serde_json::Value| json["incidents"].as_array().unwrap().len();
    let sent: std::collections::BTreeSet<(&str, usize)> =
        requests.iter().map(|it| (it.header("idempotency-key").unwrap(), size(it.json()))).collect();
    let mut sizes: Vec<usize> = sent.iter().map(|(_, size)| *size).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [1, 2], "two messages, however often each was tried");
}

#[test]
fn an_action_runs_as_often_as_it_may_however_many_ask_for_it_at_once() {
    let config = format!("{ANN}[actions.note]\ncommand = [\"sh\", \"-c\", \"echo ran >> ran.txt\"]\n");
    let desk = Desk::new(&config, &[("Slow", "P1", ", actions: [note]")]);
    desk.trouble("Slow", &[1, 2, 3]);
    assert_eq!(desk.at("10:00").len(), 3);
    assert_eq!(desk.place.read("ran.txt"), "ran\n");
    desk.trouble("Slow", &[1, 2, 3, 4]);
    desk.at("10:20");
    assert_eq!(desk.place.read("ran.txt"), "ran\nran\n");
}
