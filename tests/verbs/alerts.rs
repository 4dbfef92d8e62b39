//! What people see of alerts: why they are as they are, how they went, and who would be told.

use serde_json::Value;

use crate::support::hook::Hook;
use crate::support::shop::{RULES, backend, evaluate, sell, shop};
use crate::support::{Place, Ran};

/// Runs `alerts …` as of an instant of that day.
fn alerts(place: &Place, time: &str, args: &[&str]) -> Ran {
    let now = format!("2025-10-24T{time}Z");
    place.run(&["--now", &now, "alerts"].into_iter().chain(args.iter().copied()).collect::<Vec<_>>())
}

fn shown(place: &Place, time: &str) -> String {
    alerts(place, time, &["show", "1"]).exits(0).stdout
}

fn configure(place: &Place, more: &str) {
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + more));
}

#[test]
fn an_alert_that_fires_says_since_when_why_and_who_was_told() {
    let place = shop(&Hook::start());
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    assert_eq!(
        shown(&place, "10:06:00"),
        r#"alert 1 P1 firing Алмаз: 40.0 %
labels  {alertname="SuccessLow", severity="P1", store_id="3"}
values  total 10, value 40.0
why     firing since 2025-10-24 10:05:00Z: `value < 95` held (condition met)
why     ends when `value < 95` no longer holds
why     its rule was last evaluated at 2025-10-24 10:05:00Z: match
told    by the messages of incident 1

history
  2025-10-24 10:05:00Z  inactive -> firing: condition met

messages of incident 1
  2025-10-24 10:05:00Z  open by sms to on_call (+70000000001): sent
  2025-10-24 10:05:00Z  open by sms to lead (+70000000002): sent
"#
    );
}

#[test]
fn a_pending_alert_says_when_it_fires_at_the_earliest() {
    let place = shop(&Hook::start());
    place.write(
        "rules/shop.yaml",
        &RULES.replace("over: 10m", "over: 10m\n        for: 10m\n        keep_firing_for: 5m"),
    );
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(0);
    let _ = evaluate(&place, "2025-10-24T10:07:00Z").exits(0);
    let text = shown(&place, "10:07:30");
    let pending = "pending since 2025-10-24 10:05:00Z: `value < 95` holds for 2m of 10m; \
                   fires at the earliest at 2025-10-24 10:15:00Z\n";
    assert!(text.contains(pending), "{text}");
    assert!(text.contains("told    nobody before it fires\n"), "{text}");
    sell(&place, "2025-10-24 10:12:00", 10);
    let _ = evaluate(&place, "2025-10-24T10:15:00Z").exits(1);
    assert!(shown(&place, "10:16:00").contains("`value < 95` held for 10m (held long enough)"));
    sell(&place, "2025-10-24 10:24:00", 0);
    let _ = evaluate(&place, "2025-10-24T10:25:00Z").exits(1);
    let _ = evaluate(&place, "2025-10-24T10:27:00Z").exits(1);
    let text = shown(&place, "10:27:00");
    assert!(text.contains("the condition has not held for 2m; it ends after 5m of that"), "{text}");
}

#[test]
fn an_alert_that_ended_says_why_and_one_that_never_fired_that_nobody_was_told() {
    let place = shop(&Hook::start());
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    sell(&place, "2025-10-24 10:20:00", 0);
    let _ = evaluate(&place, "2025-10-24T10:21:00Z").exits(0);
    let text = shown(&place, "10:22:00");
    assert!(
        text.contains("ended 2025-10-24 10:21:00Z: `value < 95` no longer held (condition over)\n"),
        "{text}"
    );
    let place = shop(&Hook::start());
    place.write("rules/shop.yaml", &RULES.replace("over: 10m", "over: 10m\n        for: 10m"));
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(0);
    sell(&place, "2025-10-24 10:12:00", 0);
    let _ = evaluate(&place, "2025-10-24T10:13:00Z").exits(0);
    let text = shown(&place, "10:14:00");
    assert!(text.contains("no longer held, before it fired (dropped)\n"), "{text}");
    assert!(text.contains("told    nobody: it never fired\n"), "{text}");
}

#[test]
fn a_rule_in_trouble_is_said_of_the_alert_that_it_keeps() {
    let place = shop(&Hook::start());
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    backend(&place).execute_batch("DROP TABLE cashier_transactions").unwrap();
    let _ = evaluate(&place, "2025-10-24T10:06:00Z").exits(3);
    let text = shown(&place, "10:07:00");
    assert!(text.contains("its rule was last evaluated at 2025-10-24 10:06:00Z: error: "), "{text}");
    assert!(text.contains("no such table"), "{text}");
}

#[test]
fn it_says_of_each_message_why_it_was_not_sent() {
    let hook = Hook::start();
    let place = shop(&hook);
    configure(&place, "[channels.mail.webhook]\nurl = \"http://127.0.0.1:1\"\naddress = \"email\"\n");
    place.write(
        "rules/shop.yaml",
        &RULES.replace("{ sms: [on_call, lead] }", "{ sms: [on_call] }, { mail: [lead] }, { fax: [lead] }"),
    );
    hook.answer("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(3);
    let text = shown(&place, "10:05:01");
    for said in [
        "open by mail to lead: not sent: lead has no address of the kind email\n",
        "open by fax to lead: not sent: tillwatch.toml has no [channels.fax]\n",
        "open by sms to on_call (+70000000001): to be tried again at 2025-10-24 10:05:",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    hook.answer("HTTP/1.1 400 Bad\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    let _ = evaluate(&place, "2025-10-24T10:30:00Z").exits(3);
    let text = shown(&place, "10:31:00");
    assert!(
        text.contains("open by sms to on_call (+70000000001): not told: given up after 2 attempts: "),
        "{text}"
    );
}

#[test]
fn it_says_until_when_a_message_waits_and_for_what() {
    let routes = r#"
[calendars.work]
hours = ["Mon-Fri 12:00-18:00"]
[[routes]]
name = "by_day"
deliver = "work"
"#;
    let place = shop(&Hook::start());
    configure(&place, routes);
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let text = shown(&place, "10:06:00");
    assert!(text.contains("(+70000000001): queued, goes out at 2025-10-24 12:00:00Z\n"), "{text}");

    let place = shop(&Hook::start());
    configure(&place, "[[routes]]\nname = \"daily\"\ndigest = \"18:00\"\n");
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let text = shown(&place, "10:06:00");
    assert!(text.contains("queued for the digest at 2025-10-24 18:00:00Z\n"), "{text}");

    let place = shop(&Hook::start());
    configure(&place, "[delivery.sms]\nrate = { messages = 1, per = \"1m\" }\n");
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let text = shown(&place, "10:05:30");
    assert!(text.contains("goes out at 2025-10-24 10:06:00Z: the channel's rate limit\n"), "{text}");
}

#[test]
fn it_says_that_nobody_is_notified() {
    let place = shop(&Hook::start());
    place.write("rules/shop.yaml", &RULES.replace("        notify: [ { sms: [on_call, lead] } ]\n", ""));
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let text = shown(&place, "10:06:00");
    assert!(
        text.contains("told    nobody: neither its rule nor a route nor its severity notifies anybody\n"),
        "{text}"
    );
}

#[test]
fn an_unknown_alert_is_refused_with_a_hint() {
    let place = shop(&Hook::start());
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(0);
    let ran = alerts(&place, "10:06:00", &["show", "7"]).exits(2);
    assert_eq!(
        ran.stderr,
        "error: there is no alert 7\nhint: `tillwatch alerts list --over 7d` lists them\n"
    );
}

#[test]
fn history_lists_transitions_newest_first_by_rule_store_and_time() {
    let place = shop(&Hook::start());
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    sell(&place, "2025-10-24 10:20:00", 0);
    let _ = evaluate(&place, "2025-10-24T10:21:00Z").exits(0);
    let ran = alerts(&place, "10:30:00", &["history"]).exits(0);
    assert_eq!(
        ran.stdout.lines().map(str::trim_end).collect::<Vec<_>>(),
        [
            " at                    alert  rule        to      reason",
            " 2025-10-24 10:21:00Z      1  SuccessLow  ended   condition over",
            " 2025-10-24 10:05:00Z      1  SuccessLow  firing  condition met",
        ]
    );
    let csv = alerts(&place, "10:30:00", &["history", "--format", "csv"]).exits(0).stdout;
    assert!(csv.starts_with("at,alert,rule,labels,from,to,reason,values\n"), "{csv}");
    assert!(csv.contains(",firing,ended,condition over,total=10 value=100.0\n"), "{csv}");
    let count = |flags: &[&str]| {
        let ran = alerts(&place, "10:30:00", &[&["history", "--format", "json"], flags].concat());
        ran.exits(0).json()["transitions"].as_array().unwrap().len()
    };
    assert_eq!(count(&["--rule", "SuccessLow", "--store", "3"]), 2);
    assert_eq!(count(&["--store", "4"]), 0);
    assert_eq!((count(&["--severity", "P1"]), count(&["--over", "15m"])), (2, 1));
    let ran = alerts(&place, "10:30:00", &["history", "--rule", "SuccesLow"]).exits(2);
    assert_eq!(ran.stderr, "error: there is no rule SuccesLow\nhint: did you mean SuccessLow?\n");
    place.write("rules/shop.yaml", &RULES.replace("SuccessLow", "Renamed"));
    assert_eq!(count(&["--rule", "Renamed"]), 0, "a rule that never fired");
    assert_eq!(count(&["--rule", "SuccessLow"]), 2, "a rule that is gone");
}

#[test]
fn the_list_is_narrowed_by_severity_rule_store_and_state() {
    let place = shop(&Hook::start());
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let count = |flags: &[&str]| {
        let ran = alerts(&place, "10:30:00", &[&["list", "--format", "json"], flags].concat());
        assert!([0, 1].contains(&ran.code), "{}", ran.stderr);
        ran.json()["alerts"].as_array().unwrap().len()
    };
    for flags in [["--severity", "P1"], ["--rule", "SuccessLow"], ["--store", "3"], ["--state", "firing"]] {
        assert_eq!(count(&flags), 1, "{flags:?}");
    }
    configure(&place, "[severities.P0]\nresponse = \"15m\"\n");
    for flags in [["--severity", "P0"], ["--store", "4"], ["--state", "pending"]] {
        assert_eq!(count(&flags), 0, "{flags:?}");
    }
    let ran = alerts(&place, "10:30:00", &["list", "--severity", "P11"]).exits(2);
    assert_eq!(ran.stderr, "error: there is no severity P11\nhint: did you mean P1?\n");
    sell(&place, "2025-10-24 10:35:00", 0);
    let _ = evaluate(&place, "2025-10-24T10:36:00Z").exits(0);
    assert_eq!(count(&["--over", "1h", "--state", "ended"]), 1);
}

#[test]
fn route_asks_the_routes_of_events_and_makes_no_database() {
    let place = shop(&Hook::start());
    configure(
        &place,
        "[calendars.office]\nhours = [\"Mon-Fri 12:00-18:00\"]\n\
         [[routes]]\nname = \"alerts\"\nmatch = ['team=\"app\"']\nnotify = [{ sms = [\"lead\"] }]\n\
         [[routes]]\nname = \"orders\"\nmatch = ['event=\"order\"']\ndeliver = \"office\"\nnotify = [{ sms = [\"on_call\"] }]\n",
    );
    let text = alerts(&place, "10:00:00", &["route", "--event", "order", "team=app"]).exits(0).stdout;
    assert_eq!(
        text,
        r#"labels    {event="order", team="app"}

told
  2025-10-24 12:00:00Z  tells on_call (+70000000001) by sms

routes
  alerts  does not match: it says nothing of the label event
  orders  takes it
"#
    );
    let json =
        alerts(&place, "10:00:00", &["route", "--event", "sign-up", "--format", "json"]).exits(0).json();
    assert_eq!(
        (&json["told"], &json["routes"][1]["fate"]),
        (&serde_json::json!([]), &"does not match".into())
    );
    let _ = alerts(&place, "10:00:00", &["route", "team=app"]).exits(0);
    let _ = alerts(&place, "10:00:00", &["route"]).exits(0);
    assert!(!place.path("tillwatch.db").exists());
}

const ROUTING: &str = r#"
[contacts.boss]
phone = "+70000000009"
[rotations.engineer]
members = ["on_call", "lead"]
starts = "2025-10-20T09:00"
[severities.P1]
response = "30m"
repeat = "4h"
notify = [{ sms = ["engineer"] }]
escalate = [{ after = "1h", to = ["boss"] }]
[[routes]]
name = "backend"
match = ['team="backend"', 'severity="P1"']
[[routes]]
name = "shops"
match = ['store_id!=""']
group_by = ["store_id"]
group_wait = "1m"
[[routes]]
name = "rest"
"#;

#[test]
fn route_says_who_would_be_told_what_and_when_and_why_this_way() {
    let place = shop(&Hook::start());
    configure(&place, ROUTING);
    let ran = alerts(&place, "10:00:00", &["route", "severity=P1", "store_id=3", "team=backups"]).exits(0);
    assert_eq!(
        ran.stdout,
        r#"labels    {severity="P1", store_id="3", team="backups"}
route     shops
group     {store_id="3"}
timing    the first message waits 1m; changes at most every 5m; repeated every 4h; to be answered within 30m

told
  2025-10-24 10:01:00Z  the opening tells on_call (+70000000001) by sms
  2025-10-24 11:01:00Z  escalation step 1 tells boss (+70000000009) by sms, unless acknowledged
  2025-10-24 14:01:00Z  the repeat tells on_call (+70000000001) by sms, unless acknowledged

routes
  backend  does not match: team="backend"
  shops    takes it
  rest     not reached: shops took it
"#
    );
    let later = ["route", "severity=P1", "store_id=3", "--at", "2025-10-27T10:00:00Z", "--format", "json"];
    let json = alerts(&place, "10:00:00", &later).exits(0).json();
    let opening = &json["next"][0];
    assert_eq!((&opening["at"], &opening["kind"]), (&"2025-10-27T10:01:00Z".into(), &"open".into()));
    assert_eq!(opening["recipients"][0]["person"], "lead", "who is on call then");
    assert_eq!(json["routes"][0]["why"], "team=\"backend\"");
}

#[test]
fn route_takes_a_rules_labels_and_wishes() {
    let place = shop(&Hook::start());
    let json = |args: &[&str]| {
        let all = [&["route", "--format", "json"], args].concat();
        alerts(&place, "10:00:00", &all).exits(0).json()
    };
    let told = |json: &Value| json["next"][0]["recipients"][1]["person"].clone();
    let by_rule = json(&["--rule", "SuccessLow", "store_id=3"]);
    assert_eq!((told(&by_rule), &by_rule["labels"]["severity"]), ("lead".into(), &"P1".into()));
    assert_eq!(told(&json(&["alertname=SuccessLow", "store_id=3"])), "lead");
    let ran = alerts(&place, "10:00:00", &["route", "--rule", "SuccesLow"]).exits(2);
    assert_eq!(ran.stderr, "error: there is no rule SuccesLow\nhint: did you mean SuccessLow?\n");
    let ran = alerts(&place, "10:00:00", &["route", "severity=~P1"]).exits(2);
    assert!(ran.stderr.contains("write LABEL=VALUE"), "{}", ran.stderr);
    let text = alerts(&place, "10:00:00", &["route", "severity=P9"]).exits(0).stdout;
    assert!(text.contains("nobody: neither its rule nor a route"), "{text}");
}

#[test]
fn route_says_what_would_hold_it_back_and_which_incident_it_would_join() {
    let place = shop(&Hook::start());
    configure(
        &place,
        "[[routes]]\nname = \"shops\"\ngroup_by = [\"store_id\"]\n\
         [[maintenance]]\nname = \"rebuild\"\nmatch = \"store_id=3\"\nfrom = \"2025-10-24T12:00:00Z\"\n\
         [[inhibit]]\nsource = \"alertname=SuccessLow\"\ntarget = \"team=app\"\nequal = [\"store_id\"]\n",
    );
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let silence =
        "--now 2025-10-24T10:06:00Z --commit alerts silence add store_id=3 --for 1h --reason x --by ivan";
    let _ = place.line(silence).exits(0);
    let held = |time: &str| {
        let ran = alerts(&place, time, &["route", "store_id=3", "team=app", "--format", "json"]).exits(0);
        (ran.json()["held"].clone(), ran.json()["joins"].clone())
    };
    let inhibited = "inhibited by SuccessLow, which fires";
    assert_eq!(held("10:10:00"), (serde_json::json!(["silence 1 by ivan: x", inhibited]), 1.into()));
    assert_eq!(held("12:10:00").0, serde_json::json!(["maintenance rebuild", inhibited]));
    let text = alerts(&place, "10:10:00", &["route", "store_id=3"]).exits(0).stdout;
    assert!(text.contains("joins     incident 1, which is open\n"), "{text}");
    assert!(text.contains("held      not told now: silence 1 by ivan: x\n"), "{text}");
}

#[test]
fn route_without_labels_lists_the_whole_table() {
    let place = shop(&Hook::start());
    configure(&place, ROUTING);
    let csv = alerts(&place, "10:00:00", &["route", "--format", "csv"]).exits(0).stdout;
    assert_eq!(
        csv.lines().collect::<Vec<_>>(),
        [
            "level,name,match,notify,escalate",
            r#"route,backend,"{team=""backend"", severity=""P1""}",,"#,
            r#"route,shops,"{store_id!=""""}",,"#,
            "route,rest,{},,",
            r#"severity,P1,"{severity=""P1""}",sms: engineer,1h: boss"#,
            "root,default,{},,",
        ]
    );
}

#[test]
fn what_ended_is_listed_by_its_state_alone() {
    let place = shop(&Hook::start());
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    sell(&place, "2025-10-24 10:20:00", 0);
    let _ = evaluate(&place, "2025-10-24T10:21:00Z").exits(0);
    let list = |verb: &str, state: &[&str]| {
        let words = ["--now", "2025-10-26T10:21:00Z", verb, "list", "--format", "csv"];
        place.run(&[&words[..], state].concat()).exits(0).stdout.lines().count()
    };
    for verb in ["alerts", "incident"] {
        assert_eq!(list(verb, &["--state", "ended"]), 2, "{verb}");
        assert_eq!(list(verb, &["--state", "ended", "--over", "1h"]), 1, "{verb}");
        assert_eq!(list(verb, &[]), 1, "{verb}");
    }
}

#[test]
fn the_way_of_an_unknown_severity_is_refused() {
    let place = shop(&Hook::start());
    configure(&place, "[severities.P1]\n");
    let ran = alerts(&place, "10:00:00", &["route", "severity=P7"]).exits(2);
    assert!(ran.stderr.contains("there is no severity P7"), "{}", ran.stderr);
    let _ = alerts(&place, "10:00:00", &["route", "severity=P1"]).exits(0);
}
