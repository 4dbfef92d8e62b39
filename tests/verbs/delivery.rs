//! What is sent first, and what nothing that fails beside it may keep from being sent.

use std::fmt::Write as _;
use std::sync::mpsc::channel;

use crate::support::desk::{Desk, stored};
use crate::support::receiver::{Answer, Receiver};

const ANN: &str = "[routing]\nnotify = [{ chat = [\"ann\"] }]\n";

/// Twenty people on two channels: one that hangs, named first, and `chat`.
fn two_channels(slow: &Receiver) -> String {
    let mut config = format!(
        "crew1 = {{ id = \"crew1\" }}\n[channels.aslow.webhook]\nurl = \"{}/slow\"\naddress = \"id\"\ntimeout = \"1m\"\n",
        slow.url()
    );
    for number in 2..=20 {
        let _ = write!(config, "[contacts.crew{number}]\nid = \"crew{number}\"\n");
    }
    let crew: Vec<String> = (1..=20).map(|number| format!("\"crew{number}\"")).collect();
    let crew = crew.join(", ");
    let _ = write!(config, "[routing]\nnotify = [{{ aslow = [{crew}] }}, {{ chat = [{crew}] }}]\n");
    config
}

#[test]
fn a_channel_that_hangs_keeps_no_other_waiting() {
    let (all_told, is_all_told) = channel::<()>();
    let slow = Receiver::start(move |_| {
        // It hangs until the other channel has taken everything, and gives nothing then.
        let _ = is_all_told.recv();
        Answer::HangUp
    });
    let (mut all_told, mut told) = (Some(all_told), 0);
    let desk = Desk::with(&two_channels(&slow), &[("Slow", "P1", "")], move |_| {
        told += 1;
        if told == 20 {
            drop(all_told.take());
        }
        Answer::Status(200)
    });
    desk.trouble("Slow", &[1]);
    let ran = desk.run("10:00", &["-q", "evaluate-alerts", "--format", "json"]).exits(3);
    let delivery = &ran.json()["delivery"];
    assert_eq!((&delivery["sent"], &delivery["retried"]), (&20.into(), &20.into()), "{}", ran.stderr);
}

#[test]
fn the_gravest_goes_first_where_a_channel_may_send_little() {
    let config = format!("{ANN}storm = 100\n[delivery.chat]\nrate = {{ messages = 1, per = \"1m\" }}\n");
    let desk = Desk::new(&config, &[("Slow", "P1", ""), ("Dead", "P0", "")]);
    let stores: Vec<i64> = (1..=10).collect();
    desk.trouble("Slow", &stores);
    desk.trouble("Dead", &[11]);
    assert_eq!(desk.at("10:00"), ["open ann: Dead/11"]);
    desk.trouble("Dead", &[11, 12]);
    assert_eq!(desk.at("10:01"), ["open ann: Dead/12"], "before all that has waited for longer");
    assert_eq!(desk.at("10:02"), ["open ann: Slow/1"]);
}

#[test]
fn a_run_whose_clock_was_ahead_keeps_no_message_waiting() {
    let desk = Desk::new(ANN, &[("Slow", "P1", "")]);
    desk.answer("chat", Answer::Status(503));
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("27T10:00"), ["open ann: Slow/1"]);
    desk.answer("chat", Answer::Status(200));
    assert_eq!(desk.at("24T10:00"), ["open ann: Slow/1"], "the next attempt was to be three days later");
}

#[test]
fn what_a_run_whose_clock_was_ahead_had_claimed_or_queued_is_sent() {
    let desk = Desk::new(ANN, &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1, 2]);
    desk.run("27T10:00", &["-q", "evaluate-alerts", "--deadline", "0"]).exits(1);
    let claimed =
        "UPDATE outbox SET state = 'sending', attempts = 1, handled = ?1, lease_until = ?2 WHERE id = 1";
    desk.own().execute(claimed, [stored("27T10:00"), stored("27T10:02")]).unwrap();
    assert_eq!(desk.at("24T10:00"), ["open ann: Slow/1", "open ann: Slow/2"]);
}

#[test]
fn messages_of_a_clock_that_was_ahead_fill_no_rate() {
    let config = format!("{ANN}[delivery.chat]\nrate = {{ messages = 1, per = \"10m\" }}\n");
    let desk = Desk::new(&config, &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("27T10:00"), ["open ann: Slow/1"]);
    desk.trouble("Slow", &[1, 2]);
    assert_eq!(desk.at("24T10:00"), ["open ann: Slow/2"]);
}

#[test]
fn runs_that_die_use_no_attempt_up_and_are_further_and_further_apart() {
    let desk = Desk::new(ANN, &[("Slow", "P1", "")]);
    desk.answer("chat", Answer::Status(503));
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:00").len(), 1);
    // Twenty runs have died over it.
    let died = "UPDATE outbox SET state = 'sending', attempts = 20, lease_until = ?1";
    desk.own().execute(died, [stored("10:30")]).unwrap();
    assert_eq!(desk.at("10:30").len(), 1);
    let (state, failures, due): (String, i64, String) = desk
        .own()
        .query_row("SELECT state, failures, not_before FROM outbox", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .unwrap();
    assert_eq!((state.as_str(), failures, due), ("queued", 2, stored("11:30")));
    desk.answer("chat", Answer::Status(200));
    assert_eq!(desk.at("11:30"), ["open ann: Slow/1"]);
}

#[test]
fn twelve_failures_are_enough() {
    let desk = Desk::new(ANN, &[("Slow", "P1", "")]);
    desk.answer("chat", Answer::Status(503));
    desk.trouble("Slow", &[1]);
    let mut tried = 0;
    for hour in 0..24 {
        for minute in [0, 20, 40] {
            tried += desk.at(&format!("{hour:02}:{minute:02}")).len();
        }
    }
    let (state, failures): (String, i64) = desk
        .own()
        .query_row("SELECT state, failures FROM outbox WHERE kind = 'open'", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!((state.as_str(), failures, tried), ("dead", 12, 12));
}

#[test]
fn whoever_was_told_no_beginning_is_told_no_end_in_place_of_another() {
    let config = format!("{ANN}[delivery.chat]\nfallback = [{{ page = [\"bob\"] }}]\n");
    let desk = Desk::new(&config, &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/1"]);
    desk.answer("chat", Answer::Status(404));
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("10:01"), ["end ann: Slow/1-"], "bob has heard of nothing that ends");
}
