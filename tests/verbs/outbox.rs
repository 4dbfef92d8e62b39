//! Messages that wait or were given up, by hand: listed, tried again, dropped; test messages; rates.

use crate::support::hook::{Hook, Request};
use crate::support::shop::{RULES, evaluate, sell, shop};
use crate::support::{Place, Ran};

const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const REFUSED: &str = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const UNWELL: &str = "HTTP/1.1 503 Unwell\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// `tillwatch alerts WORDS…` as of an instant of the day, kept.
fn alerts(place: &Place, time: &str, words: &[&str]) -> Ran {
    let now = format!("2025-10-24T{time}Z");
    let mut line = vec!["--now", &now, "--commit", "--format", "json", "alerts"];
    line.extend(words);
    place.run(&line)
}

fn outbox(place: &Place, time: &str, words: &[&str]) -> Ran {
    alerts(place, time, &[&["outbox"], words].concat())
}

/// Of each message its number, kind, state, attempts.
fn states(ran: &Ran) -> Vec<String> {
    let json = ran.json();
    let rows = json["messages"].as_array().unwrap().iter();
    rows.map(|row| {
        format!("{} {} {} {}", row["id"], row["kind"], row["state"], row["attempts"]).replace('"', "")
    })
    .collect()
}

fn keys(requests: &[Request]) -> Vec<String> {
    let mut keys: Vec<_> =
        requests.iter().map(|request| request.headers["idempotency-key"].clone()).collect();
    keys.sort();
    keys
}

/// A shop whose two messages about one incident were refused for good.
fn given_up(hook: &Hook) -> Place {
    let place = shop(hook);
    hook.answer(REFUSED);
    sell(&place, "2025-10-24 10:00:00", 6);
    let ran = evaluate(&place, "2025-10-24T10:05:00Z").exits(3);
    assert_eq!(ran.json()["delivery"]["dead"], 2, "{}", ran.stderr);
    place
}

#[test]
fn dead_letters_are_counted_by_every_later_run_and_listed_by_default() {
    let hook = Hook::start();
    let place = given_up(&hook);
    let later = place.run(&["--now", "2025-10-24T10:06:00Z", "--commit", "evaluate-alerts"]).exits(1);
    assert!(later.stderr.contains("2 dead letters: tillwatch alerts outbox list"), "{}", later.stderr);
    let listed = outbox(&place, "10:07:00", &["list"]).exits(1);
    assert_eq!(states(&listed), ["1 open dead 1", "2 open dead 1"]);
    assert_eq!(listed.json()["messages"][0]["subject"], "incident:1");
    assert!(listed.json()["messages"][0]["error"].as_str().unwrap().contains("400"), "{}", listed.stdout);
    assert_eq!(states(&outbox(&place, "10:07:00", &["list", "--state", "queued"]).exits(0)), [""; 0]);
    assert_eq!(states(&outbox(&place, "10:07:00", &["list", "--incident", "2"]).exits(0)), [""; 0]);
}

#[test]
fn what_was_given_up_is_tried_again_under_the_same_key() {
    let hook = Hook::start();
    let place = given_up(&hook);
    let first = keys(&hook.requests());
    hook.answer(OK);
    let ran = outbox(&place, "10:06:00", &["retry", "--dead", "--by", "ivan"]).exits(0);
    assert_eq!(states(&ran), ["1 open queued 0", "2 open queued 0"], "what was refused was heard by nobody");
    evaluate(&place, "2025-10-24T10:07:00Z").exits(1);
    assert_eq!(keys(&hook.requests()[2..]), first);
    assert_eq!(states(&outbox(&place, "10:08:00", &["list"]).exits(0)), [""; 0]);
    let trail = place.line("audit list --now 2025-10-24T12:00:00Z --over 1d --format json").exits(0).json();
    assert_eq!(trail["entries"].as_array().unwrap().len(), 2, "{trail}");
    let entry = &trail["entries"][0];
    assert_eq!((&entry["actor"], &entry["action"]), (&"ivan".into(), &"retry".into()));
    sell(&place, "2025-10-24 10:20:00", 0);
    let ended = evaluate(&place, "2025-10-24T10:21:00Z").exits(0);
    assert_eq!(ended.json()["delivery"]["sent"], 2);
}

#[test]
fn a_message_that_waits_for_its_next_attempt_is_tried_at_once() {
    let hook = Hook::start();
    let place = shop(&hook);
    hook.answer(UNWELL);
    sell(&place, "2025-10-24 10:00:00", 6);
    evaluate(&place, "2025-10-24T10:05:00Z").exits(3);
    hook.answer(OK);
    outbox(&place, "10:05:01", &["retry", "1", "--by", "ivan"]).exits(0);
    let ran = evaluate(&place, "2025-10-24T10:05:02Z").exits(1);
    assert_eq!((&ran.json()["delivery"]["sent"], &ran.json()["delivery"]["waiting"]), (&1.into(), &1.into()));
}

#[test]
fn what_was_dropped_is_not_sent_any_more_and_keeps_who_and_why() {
    let hook = Hook::start();
    let place = shop(&hook);
    hook.answer(UNWELL);
    sell(&place, "2025-10-24 10:00:00", 6);
    evaluate(&place, "2025-10-24T10:05:00Z").exits(3);
    hook.answer(OK);
    let drop = ["drop", "--channel", "sms", "--reason", "told by voice", "--by", "ivan"];
    let ran = outbox(&place, "10:05:30", &drop).exits(0);
    assert_eq!(states(&ran), ["1 open dropped 1", "2 open dropped 1"]);
    assert_eq!(ran.json()["messages"][0]["error"], "by ivan: told by voice");
    let sent = hook.requests().len();
    evaluate(&place, "2025-10-24T10:10:00Z").exits(1);
    assert_eq!(hook.requests().len(), sent);
    assert_eq!(states(&outbox(&place, "10:11:00", &["list"]).exits(0)), [""; 0]);
    assert_eq!(states(&outbox(&place, "10:11:00", &["list", "--over", "1h"]).exits(0)).len(), 2);
    assert_eq!(states(&outbox(&place, "23:11:00", &["list", "--over", "1h"]).exits(0)), [""; 0]);
    let trail = place.line("audit list --now 2025-10-24T12:00:00Z --over 1d --format json").exits(0).json();
    assert_eq!(trail["entries"][0]["detail"]["reason"], "told by voice");
    // An attempt may have arrived: the end is told.
    sell(&place, "2025-10-24 10:20:00", 0);
    let ended = evaluate(&place, "2025-10-24T10:21:00Z").exits(0);
    assert_eq!(ended.json()["delivery"]["sent"], 2);
}

#[test]
fn one_wrong_number_and_nothing_is_changed() {
    let hook = Hook::start();
    let place = given_up(&hook);
    let wrong: [&[&str]; 4] = [
        &["retry", "1", "99", "--by", "ivan"],
        &["drop", "1", "99", "--by", "ivan", "--reason", "x"],
        &["retry", "--by", "ivan"],
        &["drop", "--by", "ivan", "--reason", "x"],
    ];
    for words in wrong {
        outbox(&place, "10:06:00", words).exits(2);
    }
    hook.answer(OK);
    outbox(&place, "10:06:00", &["retry", "2", "--by", "ivan"]).exits(0);
    evaluate(&place, "2025-10-24T10:07:00Z").exits(1);
    let ran = outbox(&place, "10:08:00", &["retry", "1", "2", "--by", "ivan"]).exits(2);
    assert!(ran.stderr.contains("message 2 is sent"), "{}", ran.stderr);
    assert_eq!(states(&outbox(&place, "10:09:00", &["list"]).exits(1)), ["1 open dead 1"]);
}

#[test]
fn a_dry_run_says_what_it_would_do_and_does_it_not() {
    let hook = Hook::start();
    let place = given_up(&hook);
    let now = ["--now", "2025-10-24T10:06:00Z", "alerts"];
    for (words, said) in [
        ("outbox retry --dead --by ivan", "would try 2 messages again"),
        ("outbox drop --channel sms --by ivan --reason x", "would drop 2 messages"),
        ("test sms --to lead", "would send a test by sms to +70000000002"),
    ] {
        let words: Vec<_> = words.split(' ').collect();
        let by_now = place.run(&[&now[..], &words].concat()).exits(0);
        let by_flag = alerts(&place, "10:06:00", &[&words[..], &["--dry-run"]].concat()).exits(0);
        for ran in [by_now, by_flag] {
            assert!(ran.stderr.contains(said), "{}", ran.stderr);
        }
    }
    assert_eq!(states(&outbox(&place, "10:07:00", &["list"]).exits(1)), ["1 open dead 1", "2 open dead 1"]);
    assert_eq!(hook.requests().len(), 2);
}

#[test]
fn nothing_is_sent_to_a_name_in_place_of_its_address() {
    let hook = Hook::start();
    let place = shop(&hook);
    let contacts = "[contacts.petr]\nemail = \"petr@example.org\"\n";
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + contacts));
    place.write("rules/shop.yaml", &RULES.replace("[on_call, lead]", "[petr]"));
    sell(&place, "2025-10-24 10:00:00", 6);
    evaluate(&place, "2025-10-24T10:05:00Z").exits(3);
    let ran = outbox(&place, "10:06:00", &["retry", "1", "--by", "ivan"]).exits(2);
    assert!(ran.stderr.contains("petr had none of the kind phone"), "{}", ran.stderr);
}

#[test]
fn a_test_message_goes_to_a_name_or_an_address_and_is_in_the_outbox() {
    let hook = Hook::start();
    let place = shop(&hook);
    let ran = alerts(&place, "10:00:00", &["test", "sms", "--to", "lead"]).exits(0);
    assert_eq!(states(&ran), ["1 test sent 1", "2 test sent 1"]);
    alerts(&place, "10:01:00", &["test", "sms", "--to", "+79990000000"]).exits(0);
    let requests = hook.requests();
    let text = requests[0].json();
    assert!(text["subject"].as_str().unwrap().starts_with("[test] Shop"), "{text}");
    let mut told: Vec<_> = requests.iter().map(|request| request.json()["to"].to_string()).collect();
    told[..2].sort();
    assert_eq!(told, ["\"+70000000001\"", "\"+70000000002\"", "\"+79990000000\""]);
    let listed = outbox(&place, "10:02:00", &["list", "--over", "1h"]).exits(0);
    assert_eq!(states(&listed).len(), 3);
}

#[test]
fn a_test_message_that_fails_is_said_so_and_not_tried_again() {
    let hook = Hook::start();
    let place = shop(&hook);
    for (answer, minute) in [(REFUSED, 0), (UNWELL, 1)] {
        hook.answer(answer);
        let ran = alerts(&place, &format!("10:0{minute}:00"), &["test", "sms", "--to", "on_call"]).exits(3);
        assert!(ran.stderr.contains("sms to +70000000001: not sent: answered"), "{}", ran.stderr);
    }
    hook.answer(OK);
    evaluate(&place, "2025-10-24T10:30:00Z").exits(0);
    assert_eq!(hook.requests().len(), 2);
    assert_eq!(states(&outbox(&place, "10:31:00", &["list"]).exits(0)), [""; 0]);
}

#[test]
fn a_test_sends_no_other_message_that_waits() {
    let hook = Hook::start();
    let place = shop(&hook);
    hook.answer(UNWELL);
    sell(&place, "2025-10-24 10:00:00", 6);
    evaluate(&place, "2025-10-24T10:05:00Z").exits(3);
    hook.answer(OK);
    alerts(&place, "10:30:00", &["test", "sms", "--to", "on_call"]).exits(0);
    let ran = outbox(&place, "10:31:00", &["list"]).exits(0);
    assert_eq!(states(&ran), ["1 open queued 1", "2 open queued 1"]);
}

#[test]
fn a_test_to_nobody_is_a_mistake_that_names_the_nearest() {
    let place = shop(&Hook::start());
    for (words, said) in [
        ("test smss --to lead", "did you mean sms?"),
        ("test sms --to leed", "did you mean lead?"),
        ("test sms", "tillwatch alerts test sms --to NAME"),
    ] {
        let ran = alerts(&place, "10:00:00", &words.split(' ').collect::<Vec<_>>()).exits(2);
        assert!(ran.stderr.contains(said), "{words}: {}", ran.stderr);
    }
}

#[test]
fn a_channel_sends_at_its_rate_and_the_rest_later_in_order() {
    let hook = Hook::start();
    let place = shop(&hook);
    let phones: Vec<String> = (1..=10).map(|index| format!("\"+7{index:02}\"")).collect();
    let many = format!("[contacts.many]\nphone = [{}]\n", phones.join(", "));
    let rate = "[delivery.sms]\nrate = { messages = 3, per = \"1m\" }\n";
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + &many + rate));
    place.write("rules/shop.yaml", &RULES.replace("[on_call, lead]", "[many]"));
    sell(&place, "2025-10-24 10:00:00", 6);
    let told = || -> Vec<String> {
        let mut told: Vec<_> =
            hook.requests().iter().map(|request| request.json()["to"].as_str().unwrap().to_owned()).collect();
        // What one run sends goes side by side.
        told.chunks_mut(3).for_each(<[_]>::sort);
        told
    };
    for (time, sent) in [("10:05:00", 3), ("10:05:59", 3), ("10:06:00", 6), ("10:07:00", 9), ("10:08:00", 10)]
    {
        evaluate(&place, &format!("2025-10-24T{time}Z")).exits(1);
        let expected: Vec<String> = (1..=sent).map(|index| format!("+7{index:02}")).collect();
        assert_eq!(told(), expected, "{time}");
        let waiting = states(&outbox(&place, time, &["list"]).exits(0));
        assert_eq!(waiting.len(), 10 - sent, "{time}");
        assert!(waiting.iter().all(|row| row.ends_with("open queued 0")), "{waiting:?}");
    }
}
