//! What people see of incidents and do to them.

use serde_json::Value;

use crate::support::desk::Desk;
use crate::support::hook::{Hook, Request};
use crate::support::receiver::Answer;
use crate::support::shop::{RULES, evaluate, sell, shop};
use crate::support::{Place, Ran};

/// What happens when nobody answers, and who is there to be told then.
const ESCALATION: &str = r#"
[contacts.boss]
phone = "+70000000009"
[severities.P0]
response = "15m"
notify = [{ sms = ["boss"] }]
[severities.P1]
response = "30m"
escalate = [
  { after = "30m", to = ["boss"] },
  { after = "2h", unless = "resolved", to = ["boss"] },
]
"#;

/// A shop that fails at 10:00, evaluated at 10:05, whose incident escalates after 30 minutes.
pub(crate) fn failing(hook: &Hook) -> Place {
    let place = shop(hook);
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + ESCALATION));
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    place
}

/// Runs `incident …` as of an instant of that day, and keeps what it does.
fn incident(place: &Place, time: &str, args: &[&str]) -> Ran {
    let now = format!("2025-10-24T{time}Z");
    let words = ["--now", &now, "--commit", "incident"].into_iter().chain(args.iter().copied());
    place.run(&words.collect::<Vec<_>>())
}

fn shown(place: &Place, time: &str) -> Value {
    incident(place, time, &["show", "1", "--format", "json"]).exits(0).json()["incident"].take()
}

/// The kinds of what arrived, and to whom, in order of their kinds.
fn told(hook: &Hook) -> Vec<String> {
    let line = |json: &Value| format!("{} {}", json["kind"], json["to"]).replace('"', "");
    let mut told: Vec<_> = hook.requests().iter().map(Request::json).map(|json| line(&json)).collect();
    told.sort();
    told
}

const OPENED: [&str; 2] = ["open +70000000001", "open +70000000002"];

#[test]
fn the_list_says_how_each_incident_stands() {
    let place = failing(&Hook::start());
    let ran = incident(&place, "10:35:00", &["list"]).exits(1);
    let lines: Vec<_> = ran.stdout.lines().map(str::trim_end).collect();
    assert_eq!(
        lines,
        [
            " id  severity  state  opened                alerts  summary",
            "  1  P1        open   2025-10-24 10:05:00Z       1  Алмаз: 40.0 %",
        ]
    );
    let _ = incident(&place, "10:06:00", &["ack", "1", "--by", "ivan"]).exits(0);
    assert!(incident(&place, "10:35:00", &["list"]).stdout.contains("acked by ivan"));
    let _ = incident(&place, "10:40:00", &["resolve", "1", "--by", "ivan"]).exits(0);
    let _ = incident(&place, "10:45:00", &["list"]).exits(0);
    let list = |flags: &[&str]| {
        let ran = incident(&place, "10:45:00", &[&["list", "--format", "json"], flags].concat());
        ran.exits(0).json()["incidents"].as_array().unwrap().clone()
    };
    let [ended] = &list(&["--over", "1h"])[..] else { panic!() };
    assert_eq!((&ended["state"], &ended["closed"]), (&"ended".into(), &"2025-10-24 10:40:00Z".into()));
    assert_eq!((&ended["acked_by"], &ended["alerts"]), (&"ivan".into(), &1.into()));
    assert_eq!(list(&["--over", "1h", "--severity", "P1", "--store", "3"]).len(), 1);
    assert_eq!(list(&["--over", "1h", "--severity", "P0"]).len(), 0);
    assert_eq!(list(&["--over", "1h", "--store", "4"]).len(), 0);
}

#[test]
fn an_incident_shows_its_story_and_what_comes_next() {
    let place = failing(&Hook::start());
    let _ = incident(&place, "10:06:00", &["note", "1", "the pool is full", "--by", "olga"]).exits(0);
    let text = incident(&place, "10:07:00", &["show", "1"]).exits(0).stdout;
    assert_eq!(
        text,
        r#"incident 1 P1 open as of 2025-10-24 10:07:00Z
opened    2025-10-24 10:05:00Z
route     default
group     {alertname="SuccessLow", severity="P1", store_id="3"}
next      escalation step 1 tells boss (+70000000009) by sms at 2025-10-24 10:35:00Z, unless acknowledged
next      escalation step 2 tells boss (+70000000009) by sms at 2025-10-24 12:05:00Z, unless ended

alerts
    1  firing P1 Алмаз: 40.0 %

timeline
  2025-10-24 10:05:00Z  opened
  2025-10-24 10:05:00Z  alert 1 fires: Алмаз: 40.0 %
  2025-10-24 10:05:00Z  open by sms to on_call (+70000000001): sent
  2025-10-24 10:05:00Z  open by sms to lead (+70000000002): sent
  2025-10-24 10:06:00Z  olga: note: comment: the pool is full
"#
    );
    let json = shown(&place, "10:07:00");
    assert_eq!(json["next"][0]["recipients"][0]["person"], "boss");
    assert_eq!(json["next"][0]["at"], "2025-10-24T10:35:00Z");
    assert_eq!(json["timeline"][4]["what"], "act");
}

#[test]
fn an_acknowledgement_that_lapses_lets_the_escalation_resume() {
    let hook = Hook::start();
    let place = failing(&hook);
    let ran = incident(&place, "10:06:00", &["ack", "1", "--by", "ivan", "--for", "1h"]).exits(0);
    assert!(
        ran.stderr.contains("incident 1 acknowledged by ivan until 2025-10-24 11:06:00Z"),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stderr.contains("escalation step 1 tells boss (+70000000009) by sms at 2025-10-24 11:06:00Z")
    );
    let _ = evaluate(&place, "2025-10-24T11:05:00Z").exits(1);
    assert_eq!(told(&hook), OPENED, "step 1 waits for the acknowledgement");
    assert_eq!(shown(&place, "11:05:00")["state"], "acknowledged");
    let _ = evaluate(&place, "2025-10-24T11:06:00Z").exits(1);
    assert_eq!(told(&hook)[0], "escalate +70000000009");
    assert!(incident(&place, "11:07:00", &["show", "1"]).stdout.contains("; it has lapsed"));
}

#[test]
fn an_acknowledgement_lapses_as_the_configuration_says_or_never() {
    let place = failing(&Hook::start());
    let config = place.read("tillwatch.toml");
    place.write("tillwatch.toml", &(config + "[routing]\nack_for = \"45m\"\n"));
    let _ = incident(&place, "10:06:00", &["ack", "1", "--by", "ivan"]).exits(0);
    assert_eq!(shown(&place, "10:07:00")["ack_until"], "2025-10-24T10:51:00Z");
    let place = failing(&Hook::start());
    let _ = incident(&place, "10:06:00", &["ack", "1", "--by", "ivan"]).exits(0);
    let next = shown(&place, "10:07:00")["next"].take();
    assert_eq!(next.as_array().unwrap().len(), 1, "only the step that waits for the end: {next}");
}

#[test]
fn an_acknowledgement_can_be_taken_back() {
    let hook = Hook::start();
    let place = failing(&hook);
    let undo = ["ack", "1", "--undo", "--by", "olga"];
    let refused = incident(&place, "10:06:00", &undo).exits(2);
    assert!(refused.stderr.contains("nobody has acknowledged incident 1"), "{}", refused.stderr);
    let _ = incident(&place, "10:06:00", &["ack", "1", "--by", "ivan"]).exits(0);
    let ran = incident(&place, "10:10:00", &undo).exits(0);
    assert!(ran.stderr.contains("next: escalation step 1"), "{}", ran.stderr);
    let _ = evaluate(&place, "2025-10-24T10:35:00Z").exits(1);
    assert_eq!(told(&hook)[0], "escalate +70000000009");
    let audit = place.line("--now 2025-10-24T11:00:00Z audit list --format json --action unack").json();
    assert_eq!(audit["entries"][0]["detail"]["acked_by"], "ivan");
}

#[test]
fn a_graver_severity_is_told_at_once_and_voids_an_acknowledgement() {
    let hook = Hook::start();
    let place = failing(&hook);
    let rules = RULES.replace("        notify: [ { sms: [on_call, lead] } ]\n", "");
    place.write("rules/shop.yaml", &rules);
    let _ = incident(&place, "10:06:00", &["ack", "1", "--by", "ivan"]).exits(0);
    let ran = incident(&place, "10:07:00", &["severity", "1", "P0", "--by", "olga"]).exits(0);
    let next = "next: the update tells boss (+70000000009) by sms, on_call (+70000000001) by sms, \
                lead (+70000000002) by sms at the next evaluate-alerts";
    assert!(ran.stderr.contains("incident 1 P0, set by olga") && ran.stderr.contains(next), "{}", ran.stderr);
    assert_eq!(shown(&place, "10:07:00")["state"], "open");
    let text = incident(&place, "10:07:00", &["show", "1"]).stdout;
    assert!(text.contains("acknowledged by ivan 2025-10-24 10:06:00Z; it covers P1 only"), "{text}");
    let _ = evaluate(&place, "2025-10-24T10:08:00Z").exits(1);
    let updates: Vec<String> = told(&hook).into_iter().filter(|line| line.starts_with("update")).collect();
    let all = ["update +70000000001", "update +70000000002", "update +70000000009"];
    assert!(
        all.iter().all(|line| updates.iter().any(|told| told == line)),
        "whoever was told before too: {updates:?}"
    );
    let _ = incident(&place, "10:09:00", &["ack", "1", "--by", "olga"]).exits(0);
    let _ = incident(&place, "10:10:00", &["severity", "1", "auto", "--by", "olga"]).exits(0);
    let _ = evaluate(&place, "2025-10-24T10:11:00Z").exits(1);
    assert_eq!(shown(&place, "10:12:00")["severity"], "P1");
}

/// Three stores are down and one is slow, told at 10:00; with this much more in the configuration.
fn many(config: &str) -> Desk {
    let severities = "[severities.P1]\nresponse = \"30m\"\n[severities.P2]\nresponse = \"4h\"\n";
    let routing = "[routing]\nnotify = [{ chat = [\"ann\"] }]\n";
    let desk =
        Desk::new(&format!("{severities}{routing}{config}"), &[("Down", "P1", ""), ("Slow", "P2", "")]);
    desk.trouble("Down", &[1, 2, 3]);
    desk.trouble("Slow", &[1]);
    let _ = desk.at("10:00");
    desk
}

/// Who has acknowledged which incident that is open.
fn acked(desk: &Desk, time: &str) -> Vec<String> {
    let json = desk.run(time, &["incident", "list", "--format", "json"]).json();
    let mut all: Vec<_> = json["incidents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|incident| format!("{} {}", incident["id"], incident["acked_by"].as_str().unwrap_or("-")))
        .collect();
    all.sort();
    all
}

#[test]
fn one_act_on_several_says_what_became_of_each_and_is_well_only_if_it_held_for_all() {
    let desk = many("");
    let ran = desk.run("10:01", &["incident", "ack", "2", "1", "2", "--by", "ann"]).exits(0);
    assert_eq!(ran.stderr, "incident 1 acknowledged by ann\nincident 2 acknowledged by ann\n");
    let all = ["incident", "ack", "2", "3", "9", "--by", "bob", "--format", "json"];
    let ran = desk.run("10:02", &all).exits(2);
    let acts = ran.json()["acts"].take();
    assert_eq!(
        (&acts[1]["incident"], &acts[1]["done"], &acts[1]["why"]),
        (&3.into(), &true.into(), &Value::Null)
    );
    assert_eq!(acts[0]["why"], "incident 2 is acknowledged already, by ann");
    assert_eq!(acts[2]["why"], "there is no incident 9");
    assert!(ran.stderr.contains("error: not done on 2 of 3 incidents"), "{}", ran.stderr);
    assert_eq!(acked(&desk, "10:03"), ["1 ann", "2 ann", "3 bob", "4 -"]);
    let _ = desk.run("10:04", &["incident", "note", "1", "4", "the line is cut", "--by", "ann"]).exits(0);
    let notes = desk.run("10:05", &["audit", "list", "--action", "note", "--format", "json"]).json();
    assert_eq!(notes["entries"].as_array().unwrap().len(), 2);
    let wrong = desk.run("10:05", &["incident", "note", "x", "the line is cut", "--by", "ann"]).exits(2);
    assert!(wrong.stderr.contains("x is no incident's number"), "{}", wrong.stderr);
}

#[test]
fn all_that_match_are_acted_on_and_those_that_were_are_left_alone() {
    let desk = many("");
    let _ = desk.run("10:01", &["incident", "ack", "1", "--by", "bob"]).exits(0);
    let ack = ["incident", "ack", "--all", "--severity", "P1", "--rule", "Down", "--by", "ann"];
    let ran = desk.run("10:02", &[&ack[..], &["--dry-run"]].concat()).exits(0);
    assert_eq!(ran.stderr.lines().count(), 2, "{}", ran.stderr);
    assert_eq!(acked(&desk, "10:02"), ["1 bob", "2 -", "3 -", "4 -"]);
    let _ = desk.run("10:02", &ack).exits(0);
    assert_eq!(acked(&desk, "10:03"), ["1 bob", "2 ann", "3 ann", "4 -"]);
    assert_eq!(desk.run("10:03", &ack).exits(0).stderr, "no open incident matches\n");
    let _ = desk.run("10:04", &["incident", "ack", "--all", "--store", "1", "--by", "ann"]).exits(0);
    let _ =
        desk.run("10:05", &["incident", "ack", "--all", "--undo", "--store", "2", "--by", "ann"]).exits(0);
    assert_eq!(acked(&desk, "10:06"), ["1 bob", "2 -", "3 ann", "4 ann"]);
    for (args, message) in [
        (&["ack", "--all", "--rule", "Dwon"][..], "did you mean Down?"),
        (&["ack", "--all", "3"], "leave the numbers out"),
        (&["ack", "3", "--severity", "P1"], "choose among --all"),
        (&["ack"], "its number, or --all"),
    ] {
        let ran = desk.run("10:07", &[&["incident"], args, &["--by", "ann"]].concat()).exits(2);
        assert!(ran.stderr.contains(message), "{message} in {}", ran.stderr);
    }
}

#[test]
fn a_storm_counts_by_rule_and_store_and_names_the_command_that_acknowledges_all_of_it() {
    let desk = many("storm = 2\n");
    let told: Vec<Value> = desk.receiver.requests().iter().map(|request| request.json()).collect();
    let storm = told.iter().find(|json| json["incidents"].as_array().unwrap().len() == 3).unwrap();
    let command = "tillwatch incident ack --all --severity P1 --rule Down --by YOUR-NAME";
    let text = storm["text"].as_str().unwrap();
    let counts = format!("\nBy rule:  Down 3\nBy store: 1 1, 2 1, 3 1\nAcknowledge all: {command}\n");
    assert!(text.contains(&counts), "{text}");
    let words: Vec<&str> = command.split(' ').skip(1).collect();
    let _ = desk.run("10:01", &words).exits(0);
    assert_eq!(acked(&desk, "10:02"), ["1 YOUR-NAME", "2 YOUR-NAME", "3 YOUR-NAME", "4 -"]);
}

#[test]
fn many_ends_that_somebody_asks_for_are_one_message_and_exit_3_if_it_is_not_delivered() {
    let desk = many("storm = 2\n");
    let _ = desk.news();
    desk.answer("chat", Answer::Status(503));
    let resolve = ["incident", "resolve", "--all", "--by", "ann", "--comment", "a rehearsal"];
    let ran = desk.run("10:01", &resolve).exits(3);
    assert!(ran.stderr.contains("4 messages not delivered"), "{}", ran.stderr);
    desk.answer("chat", Answer::Status(200));
    let _ = desk.news();
    let told = desk.at("10:10");
    assert_eq!(told, ["end ann: Down/1, Down/2, Down/3", "end ann: Slow/1"], "one of each severity");
    assert_eq!(acked(&desk, "10:11"), [""; 0]);
}

#[test]
fn nobody_is_no_one_who_acts() {
    let place = failing(&Hook::start());
    for args in [
        &["incident", "ack", "1", "--by", ""][..],
        &["incident", "ack", "1", "--by", " \t"],
        &["incident", "resolve", "1", "--by", ""],
        &["alerts", "silence", "add", "store_id=3", "--for", "1h", "--reason", "x", "--by", " "],
        &["event", "order", "one", "--by", ""],
    ] {
        let ran = place.run(args).exits(2);
        assert!(ran.stderr.contains("say who it is"), "{args:?}: {}", ran.stderr);
    }
    assert_eq!(shown(&place, "10:06:00")["acked_by"], Value::Null);
    let ran = incident(&place, "10:06:00", &["ack", "1", "--by", "ivan", "--for", "0s"]).exits(2);
    assert!(ran.stderr.contains("has lapsed already"), "{}", ran.stderr);
}

#[test]
fn an_unknown_severity_is_refused_with_the_nearest() {
    let place = failing(&Hook::start());
    let ran = incident(&place, "10:06:00", &["severity", "1", "P11", "--by", "olga"]).exits(2);
    assert_eq!(ran.stderr, "error: there is no severity P11\nhint: did you mean P1?\n");
    let ran = incident(&place, "10:06:00", &["severity", "1", "disaster", "--by", "olga"]).exits(2);
    assert!(ran.stderr.contains("hint: use one of P0, P1, auto"), "{}", ran.stderr);
    assert_eq!(shown(&place, "10:06:00")["severity_by"], Value::Null);
}

#[test]
fn an_escalation_by_hand_is_sent_at_once_though_somebody_has_acknowledged() {
    let hook = Hook::start();
    let place = failing(&hook);
    let _ = incident(&place, "10:06:00", &["ack", "1", "--by", "ivan"]).exits(0);
    let escalate = ["escalate", "1", "--by", "ivan", "--comment", "I need help"];
    let ran = incident(&place, "10:07:00", &escalate).exits(0);
    assert!(
        ran.stderr.contains("incident 1 escalated by ivan to step 1")
            && ran.stderr.contains("escalate (step 1) by sms to boss (+70000000009): sent"),
        "{}",
        ran.stderr
    );
    assert_eq!(told(&hook)[0], "escalate +70000000009");
    let _ = incident(&place, "10:08:00", &escalate).exits(0);
    let ran = incident(&place, "10:09:00", &escalate).exits(2);
    assert!(ran.stderr.contains("no step of the escalation of incident 1 is left"), "{}", ran.stderr);
    let _ = evaluate(&place, "2025-10-24T12:06:00Z").exits(1);
    assert_eq!(told(&hook).len(), 4, "no step is taken twice");
}

#[test]
fn what_an_act_cannot_deliver_stays_queued_and_is_exit_3() {
    let hook = Hook::start();
    let place = failing(&hook);
    hook.answer("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    let ran = incident(&place, "10:07:00", &["escalate", "1", "--by", "ivan"]).exits(3);
    assert!(ran.stderr.contains("1 message not delivered"), "{}", ran.stderr);
    assert!(ran.stderr.contains("to be tried again at"), "{}", ran.stderr);
    hook.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
    let _ = evaluate(&place, "2025-10-24T10:20:00Z").exits(1);
    let rows = shown(&place, "10:20:00")["messages"].take();
    assert_eq!((&rows[2]["kind"], &rows[2]["state"]), (&"escalate".into(), &"sent".into()));
}

#[test]
fn an_end_that_waits_behind_its_beginning_is_exit_3() {
    let hook = Hook::start();
    hook.answer("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(3);
    let ran = incident(&place, "10:05:01", &["resolve", "1", "--by", "ivan"]).exits(3);
    assert!(ran.stderr.contains("2 messages not delivered"), "{}", ran.stderr);
}

#[test]
fn an_incident_resolved_by_hand_stays_closed_until_its_alerts_have_ended_and_begun_anew() {
    let hook = Hook::start();
    let place = failing(&hook);
    let resolve = ["resolve", "1", "--by", "ivan", "--comment", "a rehearsal"];
    let ran = incident(&place, "10:06:00", &resolve).exits(0);
    assert!(ran.stderr.contains("incident 1 resolved by ivan; 1 of its alerts still fire"), "{}", ran.stderr);
    let ended = ["end +70000000001", "end +70000000002", OPENED[0], OPENED[1]];
    assert_eq!(told(&hook), ended);
    let _ = evaluate(&place, "2025-10-24T10:07:00Z").exits(1);
    let _ = evaluate(&place, "2025-10-24T10:40:00Z").exits(1);
    assert_eq!(told(&hook), ended, "it still fires, and nobody is told again");
    assert_eq!(shown(&place, "10:40:00")["resolved_by"], "ivan");
    let text = incident(&place, "10:40:00", &["show", "1"]).stdout;
    assert!(text.contains("ended     2025-10-24 10:06:00Z, resolved by ivan"), "{text}");
    sell(&place, "2025-10-24 10:45:00", 0);
    let _ = evaluate(&place, "2025-10-24T10:50:00Z").exits(0);
    assert_eq!(told(&hook), ended, "its end was told");
    sell(&place, "2025-10-24 11:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T11:05:00Z").exits(1);
    assert_eq!(told(&hook).len(), 6, "it began anew");
    let list = incident(&place, "11:06:00", &["list", "--format", "json"]).exits(1).json();
    assert_eq!(list["incidents"][0]["id"], 2);
}

#[test]
fn acts_on_what_is_unknown_or_has_ended_are_refused_with_a_hint() {
    let place = failing(&Hook::start());
    let acts: [&[&str]; 5] = [&["ack"], &["note", "x"], &["severity", "P0"], &["escalate"], &["resolve"]];
    let act = |words: &[&str], id: &str| {
        let args = [&words[..1], &[id], &words[1..], &["--by", "ivan"]].concat();
        incident(&place, "10:10:00", &args)
    };
    for words in acts {
        let ran = act(words, "7").exits(2);
        assert_eq!(
            ran.stderr,
            "error: there is no incident 7\nhint: `tillwatch incident list --over 7d` lists them\n"
        );
    }
    let _ = act(&["resolve"], "1").exits(0);
    for words in acts {
        if words[0] == "note" {
            let _ = act(words, "1").exits(0);
            continue;
        }
        let ran = act(words, "1").exits(2);
        assert!(ran.stderr.starts_with("error: incident 1 has ended\nhint: "), "{}", ran.stderr);
    }
    let _ = incident(&place, "10:10:00", &["show", "7"]).exits(2);
    let ran = act(&["note", " "], "1").exits(2);
    assert!(ran.stderr.contains("a note without text"), "{}", ran.stderr);
    let ran = act(&["ack", "--until", "2025-10-24T10:00:00Z"], "1").exits(2);
    assert!(ran.stderr.contains("has lapsed already"), "{}", ran.stderr);
}

#[test]
fn a_dry_run_says_what_would_follow_and_keeps_nothing() {
    let hook = Hook::start();
    let place = failing(&hook);
    let before = shown(&place, "10:06:00");
    for words in [
        &["ack", "1"][..],
        &["note", "1", "x"],
        &["severity", "1", "P0"],
        &["escalate", "1"],
        &["resolve", "1"],
    ] {
        let dry = [words, &["--by", "ivan", "--dry-run"]].concat();
        let ran = incident(&place, "10:06:00", &dry).exits(0);
        assert!(ran.stderr.starts_with("incident 1 would be "), "{}", ran.stderr);
        let mut now = vec!["--now", "2025-10-24T10:06:00Z", "incident"];
        now.extend(words.iter().copied().chain(["--by", "ivan"]));
        assert!(place.run(&now).exits(0).stderr.starts_with("incident 1 would be "));
    }
    let refused = incident(&place, "10:06:00", &["ack", "1", "--undo", "--by", "ivan", "--dry-run"]);
    let _ = refused.exits(2);
    assert_eq!(shown(&place, "10:06:00"), before);
    assert_eq!(told(&hook), OPENED);
    assert_eq!(place.line("audit list --over 520w --format csv").exits(0).stdout.lines().count(), 1);
}

#[test]
fn an_act_prints_the_incident_as_json_where_asked_to() {
    let place = failing(&Hook::start());
    let ran = incident(&place, "10:06:00", &["ack", "1", "--by", "ivan", "--format", "json"]).exits(0);
    assert_eq!(ran.json()["incident"]["state"], "acknowledged");
    let ran = incident(&place, "10:06:00", &["ack", "1", "--by", "ivan", "--format", "csv"]).exits(2);
    assert!(ran.stderr.contains("use one of text, json"), "{}", ran.stderr);
}

#[test]
fn rules_that_cannot_be_read_keep_nobody_from_an_incident() {
    let place = failing(&Hook::start());
    place.write("rules/shop.yaml", "groups: [");
    let ran = incident(&place, "10:06:00", &["ack", "1", "--by", "ivan"]).exits(0);
    assert!(ran.stderr.contains("warning: "), "{}", ran.stderr);
    let _ = incident(&place, "10:06:00", &["show", "1"]).exits(0);
}
