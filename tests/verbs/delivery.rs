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

#[test]
fn a_template_that_fails_keeps_nothing_from_being_told() {
    let desk = Desk::new(ANN, &[("Slow", "P1", "")]);
    desk.place.write("templates/messages/subject.txt", "[{{ severity }}]\n{{ nobody.knows }}");
    desk.place.write("templates/messages/body.txt", "In our own words: {{ alerts[0].summary }}");
    desk.trouble("Slow", &[1]);
    let ran = desk.run("10:00", &["-q", "evaluate-alerts"]).exits(1);
    let [told] = desk.news().try_into().unwrap();
    assert!(told.json()["subject"].as_str().unwrap().starts_with("[P1] Slow"), "{}", told.body);
    assert!(told.json()["text"].as_str().unwrap().starts_with("In our own words: "), "{}", told.body);
    let warned: Vec<_> = ran.stderr.lines().filter(|line| line.contains("messages/subject.txt:2")).collect();
    assert!(warned.len() == 1 && warned[0].starts_with("warning: "), "{}", ran.stderr);
    let listed =
        desk.run("10:01", &["alerts", "outbox", "list", "--over", "1h", "--format", "json"]).exits(0);
    let kept = listed.json()["messages"][0]["error"].as_str().unwrap().to_owned();
    assert!(kept.contains("the shipped template was used"), "{kept}");
    let checked = desk.place.run(&["check"]).exits(2);
    assert!(checked.stdout.contains("messages/subject.txt"), "{}", checked.stdout);
}

#[test]
fn a_template_that_cannot_be_read_keeps_nothing_from_being_told() {
    let desk = Desk::new(ANN, &[("Slow", "P1", "")]);
    desk.place.write("templates/messages/subject.txt", "{% if %}");
    desk.place.write("templates/messages/body.txt", "{% include \"messages/own/words.txt\" %}");
    desk.place.write("templates/messages/own/words.txt", "In our own words");
    desk.trouble("Slow", &[1]);
    let ran = desk.run("10:00", &["-q", "evaluate-alerts"]).exits(1);
    let [told] = desk.news().try_into().unwrap();
    assert!(told.json()["subject"].as_str().unwrap().starts_with("[P1] Slow"), "{}", told.body);
    assert_eq!(told.json()["text"], "In our own words");
    assert!(ran.stderr.starts_with("warning: template messages/subject.txt: "), "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("messages/subject.txt:1").count(), 1, "{}", ran.stderr);
}

#[test]
fn a_beginning_that_was_given_up_is_said_by_every_run_while_the_incident_is_open() {
    let desk = Desk::new(ANN, &[("Slow", "P1", "")]);
    desk.answer("chat", Answer::Status(404));
    desk.trouble("Slow", &[1]);
    let first = desk.run("10:00", &["-q", "evaluate-alerts"]).exits(3);
    assert!(!first.stderr.contains("outbox retry"), "that run says it already: {}", first.stderr);
    let untold = "given up after 1 attempt: answered 404 Not Found; `tillwatch alerts outbox retry 1`";
    let later = desk.run("10:01", &["-q", "evaluate-alerts"]).exits(1);
    assert_eq!(later.stderr, format!("warning: chat: not told: ann (incident 1): {untold}\n"));
    for words in [["incident", "show", "1"], ["alerts", "show", "1"]] {
        let shown = desk.run("10:02", &words).exits(0);
        assert!(
            shown.stdout.contains(&format!("untold    by chat to ann {untold}"))
                || shown.stdout.contains(&format!("untold  by chat to ann {untold}")),
            "{}",
            shown.stdout
        );
        assert!(
            shown.stdout.contains(&format!("open by chat to ann: not told: {untold}")),
            "{}",
            shown.stdout
        );
    }
    desk.answer("chat", Answer::Status(200));
    desk.run("10:03", &["-q", "alerts", "outbox", "retry", "1", "--by", "ivan"]).exits(0);
    assert_eq!(desk.run("10:04", &["-q", "evaluate-alerts"]).exits(1).stderr, "");
}

#[test]
fn a_beginning_that_was_given_up_is_no_news_after_the_end() {
    let desk = Desk::new(ANN, &[("Slow", "P1", "")]);
    desk.answer("chat", Answer::Status(404));
    desk.trouble("Slow", &[1]);
    desk.run("10:00", &["-q", "evaluate-alerts"]).exits(3);
    desk.trouble("Slow", &[]);
    desk.run("10:01", &["-q", "evaluate-alerts"]).exits(0);
    assert_eq!(desk.run("10:02", &["-q", "evaluate-alerts"]).exits(0).stderr, "");
}

#[test]
fn lists_show_what_a_clock_that_was_ahead_has_left() {
    let desk = Desk::new(ANN, &[("Slow", "P1", "")]);
    desk.answer("chat", Answer::Status(503));
    desk.trouble("Slow", &[1]);
    let ahead = ["--now", "2199-01-01T00:00:00Z", "--commit", "-q", "evaluate-alerts"];
    desk.place.run(&ahead).exits(3);
    for (words, code) in [("incident list", 1), ("alerts list", 1), ("alerts outbox list", 0)] {
        let now = desk.place.line(&format!("{words} --format csv")).exits(code);
        assert_eq!(now.stdout.lines().count(), 2, "{words}: {}", now.stdout);
        let words: Vec<_> = words.split(' ').chain(["--format", "csv"]).collect();
        assert_eq!(desk.run("10:00", &words).exits(0).stdout.lines().count(), 1, "as of an earlier instant");
    }
}

#[test]
fn a_message_counts_those_that_go_on() {
    let config = "[routing]\nnotify = [{ chat = [\"ann\"] }]\ngroup_by = [\"alertname\"]\n";
    let desk = Desk::new(config, &[("Slow", "P1", "")]);
    let told = |time: &str, stores: Vec<i64>| {
        desk.trouble("Slow", &stores);
        let ran = desk.run(time, &["-q", "evaluate-alerts"]);
        assert!(ran.code < 2, "{}", ran.stderr);
        let [told] = desk.news().try_into().unwrap();
        let json = told.json();
        let more = json["text"].as_str().unwrap().lines().find(|line| line.starts_with("... and"));
        let more = more.unwrap_or_default().split(':').next().unwrap_or_default().to_owned();
        let subject = json["subject"].as_str().unwrap().to_owned();
        (subject.split(" and ").nth(1).unwrap_or_default().to_owned(), more)
    };
    let said = |subject: &str, more: &str| (subject.to_owned(), more.to_owned());
    assert_eq!(told("10:00", (1..=30).collect()), said("29 more (Desk #1)", "... and 10 more"));
    assert_eq!(
        told("10:10", (1..=24).collect()),
        said("23 more (Desk #1)", "... and 10 more, 6 of them ended")
    );
    assert_eq!(told("10:20", vec![1]), said("", "... and 10 more that ended"));
    assert_eq!(told("10:30", vec![]), said("29 more (Desk #1)", "... and 10 more"));
}

#[test]
fn a_document_lists_as_many_alerts_as_it_may_and_counts_the_others() {
    let config = "group_by = [\"alertname\"]\n[channels.few.webhook]\nurl = \"URL/few\"\naddress = \"id\"\nmax_alerts = 3\n";
    let notify = "[routing]\nnotify = [{ chat = [\"ann\"] }, { few = [\"ann\"] }]\n";
    let desk = Desk::new(&format!("{notify}{config}"), &[("Slow", "P1", "")]);
    desk.trouble("Slow", &(1..=10).collect::<Vec<_>>());
    desk.run("10:00", &["-q", "evaluate-alerts"]).exits(1);
    for told in desk.news() {
        let json = told.json();
        let (listed, left) = if told.path == "/few" { (3, 7) } else { (10, 0) };
        assert_eq!(json["incident"]["alerts"].as_array().unwrap().len(), listed, "{}", told.path);
        assert_eq!(json["incidents"][0]["alerts"].as_array().unwrap().len(), listed, "{}", told.path);
        assert_eq!(json["truncated_alerts"], left, "{}", told.path);
    }
}

#[test]
fn a_channel_that_nobody_knows_is_a_mistake_that_names_the_known_ones() {
    let desk = Desk::new(ANN, &[("Slow", "P1", "")]);
    desk.at("10:00");
    for words in [
        &["alerts", "outbox", "retry", "--channel", "chta", "--by", "ivan"][..],
        &["alerts", "outbox", "drop", "--channel", "chta", "--by", "ivan", "--reason", "x"],
    ] {
        let ran = desk.run("10:01", words).exits(2);
        assert_eq!(ran.stderr, "error: there is no channel chta\nhint: [channels] has chat, page\n");
    }
}

#[test]
fn channels_that_keep_one_message_show_who_is_at_it() {
    let config = "[channels.team.slack_bot]\ntoken = \"env:TOKEN\"\nchannel = \"C1\"\nbase_url = \"URL/slack\"\n\
                  [channels.pager.pagerduty]\nrouting_key = \"env:TOKEN\"\nbase_url = \"URL/pager\"\n\
                  [routing]\nnotify = [{ chat = [\"ann\"] }, { team = [\"ann\"] }, { pager = [\"ann\"] }]\n";
    let desk = Desk::with(config, &[("Slow", "P1", "")], |request| match request.path.as_str() {
        path if path.starts_with("/slack") => {
            Answer::Text(200, r#"{"ok":true,"channel":"C1","ts":"17.1"}"#.into())
        }
        path if path.starts_with("/pager") => Answer::Status(202),
        _ => Answer::Status(200),
    });
    let at = |time: &str, words: &[&str]| {
        let now = crate::support::desk::instant(time);
        let words = [&["--now", &now, "--commit", "-q"], words].concat();
        let ran = desk.place.command(&words).env("TOKEN", "secret").output().unwrap();
        assert!(ran.status.code().is_some_and(|code| code < 2), "{}", String::from_utf8_lossy(&ran.stderr));
        let mut news = desk.news();
        news.sort_by(|a, b| a.path.cmp(&b.path));
        news
    };
    desk.trouble("Slow", &[1]);
    let opened: Vec<String> = at("10:00", &["evaluate-alerts"]).into_iter().map(|it| it.path).collect();
    assert_eq!(opened, ["/chat", "/pager/v2/enqueue", "/slack/chat.postMessage"]);
    at("10:01", &["incident", "ack", "1", "--by", "ivan"]);
    let shown = at("10:02", &["evaluate-alerts"]);
    let [pager, slack] = shown.as_slice() else { panic!("{shown:?}") };
    assert_eq!(
        (pager.path.as_str(), &pager.json()["event_action"]),
        ("/pager/v2/enqueue", &"acknowledge".into())
    );
    assert_eq!((slack.path.as_str(), &slack.json()["ts"]), ("/slack/chat.update", &"17.1".into()));
    assert!(slack.body.contains("Acknowledged by") && slack.body.contains("ivan"), "{}", slack.body);
    assert!(at("10:03", &["evaluate-alerts"]).is_empty(), "it is shown once");
}
