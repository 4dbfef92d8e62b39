//! Who is told of what, and when: from rows that come and go to messages that arrive.

mod delivery;
mod escalation;
mod suppression;

use crate::support::desk::{Desk, stored};

/// Nobody is told anything.
const NOTHING: [&str; 0] = [];

const ANN: &str = "[routing]\nnotify = [{ chat = [\"ann\"] }]\n";

/// As [`ANN`], in one group of all alerts of a store.
const BY_STORE: &str = "[routing]\nnotify = [{ chat = [\"ann\"] }]\ngroup_by = [\"store_id\"]\n";

#[test]
fn the_first_route_that_matches_is_taken_and_those_after_it_while_each_says_continue() {
    let routes = r#"
[[routes]]
name = "backend"
match = ['team="backend"']
continue = true
notify = [{ chat = ["ann"] }]
[[routes]]
name = "grave"
match = ['severity=~"P0|P1"']
notify = [{ page = ["bob"] }]
[[routes]]
name = "rest"
notify = [{ chat = ["lead"] }]
"#;
    let desk = Desk::new(
        routes,
        &[
            ("Both", "P1", ", labels: { team: backend }"),
            ("Grave", "P0", ""),
            ("Other", "P2", ", labels: { team: till }"),
        ],
    );
    desk.trouble("Both", &[1]);
    assert_eq!(desk.at("10:00"), ["open ann: Both/1", "open page:bob: Both/1"]);
    desk.trouble("Grave", &[1]);
    assert_eq!(desk.at("10:01"), ["open page:bob: Grave/1"]);
    desk.trouble("Other", &[1]);
    assert_eq!(desk.at("10:02"), ["open lead: Other/1"]);
    desk.trouble("Both", &[]);
    assert_eq!(desk.at("10:03"), ["end ann: Both/1-", "end page:bob: Both/1-"]);
}

/// What arrives at each minute after ten, as `at` says it, while a rule has trouble at these minutes.
fn minutes(desk: &Desk, name: &str, troubled: &[i64], until: i64) -> Vec<String> {
    let minute = |minute: i64| {
        desk.trouble(name, if troubled.contains(&minute) { &[1] } else { &[] });
        let told = desk.at(&format!("10:{minute:02}"));
        told.into_iter().map(move |line| format!("{minute} {line}"))
    };
    (0..=until).flat_map(minute).collect()
}

#[test]
fn a_group_that_flaps_is_opened_anew_once_an_interval() {
    let desk = Desk::new(ANN, &[("Flap", "P1", "")]);
    let told = minutes(&desk, "Flap", &[0, 2, 4, 6, 8, 10, 12], 12);
    let expected = [
        "0 open ann: Flap/1",
        "1 end ann: Flap/1-",
        "6 open ann: Flap/1",
        "7 end ann: Flap/1-",
        "12 open ann: Flap/1",
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_goes_on_when_the_interval_of_its_group_is_over_is_told_then_and_says_why_it_waits() {
    let desk = Desk::new(ANN, &[("Flap", "P1", "")]);
    let told = minutes(&desk, "Flap", &[0, 2, 3, 4, 5, 6], 5);
    assert_eq!(told, ["0 open ann: Flap/1", "1 end ann: Flap/1-"]);
    let shown = desk.run("10:05", &["incident", "show", "2"]).exits(0).stdout;
    for line in [
        "next      its opening waits: its group was told of less than 5m ago\n",
        "next      the opening tells ann by chat at 2025-10-24 10:06:00Z\n",
    ] {
        assert!(shown.contains(line), "{shown}");
    }
    assert_eq!(desk.at("10:06"), ["open ann: Flap/1"]);
}

#[test]
fn a_graver_incident_of_a_group_that_was_just_told_of_does_not_wait() {
    let severities = "[severities.P1]\nresponse = \"30m\"\n[severities.P2]\nresponse = \"4h\"\n";
    let desk = Desk::new(&format!("{severities}{BY_STORE}"), &[("Slow", "P2", ""), ("Down", "P1", "")]);
    assert_eq!(minutes(&desk, "Slow", &[0], 1), ["0 open ann: Slow/1", "1 end ann: Slow/1-"]);
    desk.trouble("Down", &[1]);
    assert_eq!(desk.at("10:02"), ["open ann: Down/1"]);
    desk.trouble("Down", &[]);
    assert_eq!(desk.at("10:03"), ["end ann: Down/1-"]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:04"), NOTHING);
    assert_eq!(desk.at("10:08"), ["open ann: Slow/1"]);
}

#[test]
fn an_opening_that_was_withdrawn_keeps_no_other_waiting() {
    let config = "[calendars.office]\nhours = [\"Mon-Fri 10:02-18:00\"]\n[[routes]]\nname = \"office\"\ndeliver = \"office\"\n";
    let desk = Desk::new(&format!("{config}{ANN}"), &[("Flap", "P1", "")]);
    let told = minutes(&desk, "Flap", &[0, 3], 3);
    assert_eq!(told, ["3 open ann: Flap/1"], "nobody heard of the first");
}

#[test]
fn what_a_rule_says_comes_before_its_route_before_its_severity_before_the_root() {
    let config = r#"
[routing]
notify = [{ chat = ["boss"] }]
[severities.P1]
notify = [{ chat = ["lead"] }]
[[routes]]
name = "team"
match = ['team="a"']
notify = [{ chat = ["bob"] }]
"#;
    let desk = Desk::new(
        config,
        &[
            ("Rule", "P1", ", labels: { team: a }, notify: [ { chat: [ann] } ]"),
            ("Route", "P1", ", labels: { team: a }"),
            ("Severity", "P1", ""),
            ("Root", "P2", ""),
        ],
    );
    for name in ["Rule", "Route", "Severity", "Root"] {
        desk.trouble(name, &[1]);
    }
    assert_eq!(
        desk.at("10:00"),
        ["open ann: Rule/1", "open bob: Route/1", "open boss: Root/1", "open lead: Severity/1"]
    );
}

#[test]
fn a_group_waits_then_says_at_most_once_an_interval_who_joined_and_who_ended() {
    let config = format!("{BY_STORE}group_wait = \"1m\"\ngroup_interval = \"5m\"\n");
    let desk = Desk::new(&config, &[("Slow", "P1", ""), ("Down", "P1", ""), ("Full", "P1", "")]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:00"), NOTHING, "it waits for its group");
    desk.trouble("Down", &[1, 2]);
    assert_eq!(desk.at("10:01"), ["open ann: Down/1 Slow/1"]);
    assert_eq!(desk.at("10:02"), ["open ann: Down/2"], "another store is another group");
    desk.trouble("Full", &[1]);
    assert_eq!(desk.at("10:03"), NOTHING);
    assert_eq!(desk.at("10:06"), ["update ann: Down/1 Full/1 Slow/1"]);
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("10:08"), NOTHING);
    assert_eq!(desk.at("10:11"), ["update ann: Down/1 Full/1 Slow/1-"]);
    assert_eq!(desk.at("10:30"), NOTHING, "nothing has changed");
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:31"), ["update ann: Down/1 Full/1 Slow/1 Slow/1-"], "what begins anew joins anew");
    for name in ["Slow", "Down", "Full"] {
        desk.trouble(name, &[]);
    }
    assert_eq!(desk.at("10:32"), ["end ann: Down/1- Full/1- Slow/1- Slow/1-", "end ann: Down/2-"]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:33"), NOTHING);
    assert_eq!(
        desk.at("10:34"),
        NOTHING,
        "a new incident waits until its group was last told of long enough ago"
    );
    assert_eq!(desk.at("10:37"), ["open ann: Slow/1"]);
}

#[test]
fn an_update_says_of_each_alert_whether_it_goes_on() {
    let desk = Desk::new(BY_STORE, &[("Slow", "P1", ""), ("Down", "P1", "")]);
    desk.trouble("Slow", &[1]);
    desk.trouble("Down", &[1]);
    desk.at("10:00");
    desk.trouble("Slow", &[]);
    desk.run("10:05", &["-q", "evaluate-alerts"]).exits(1);
    let text = desk.news()[0].json()["text"].as_str().unwrap().to_owned();
    assert!(text.contains("Ended: Slow") && !text.contains("Ended: Down"), "{text}");
}

#[test]
fn what_goes_on_is_repeated_until_somebody_is_at_it_and_again_when_that_lapses() {
    let desk = Desk::new(&format!("{ANN}repeat = \"1h\"\n"), &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1]);
    assert_eq!(desk.at("10:00"), ["open ann: Slow/1"]);
    assert_eq!(desk.at("10:59"), NOTHING);
    assert_eq!(desk.at("11:00"), ["repeat ann: Slow/1"]);
    assert_eq!(desk.at("11:59"), NOTHING, "it counts from when it was last told");
    desk.run("11:59", &["incident", "ack", "1", "--by", "ann"]).exits(0);
    assert_eq!(desk.at("12:30"), NOTHING);
    desk.own().execute("UPDATE incident SET ack_until = ?1", [stored("14:00")]).unwrap();
    assert_eq!(desk.at("13:59"), NOTHING);
    assert_eq!(desk.at("14:00"), ["repeat ann: Slow/1"]);
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("14:01"), ["end ann: Slow/1-"]);
}

#[test]
fn a_rule_that_was_removed_and_a_store_that_left_end_what_was_told() {
    let stores = "[[stores]]\nid = \"1\"\nname = \"One\"\n[[stores]]\nid = \"2\"\nname = \"Two\"\n";
    let desk = Desk::new(&format!("{ANN}{stores}"), &[("Slow", "P1", ""), ("Down", "P1", "")]);
    desk.trouble("Slow", &[1]);
    desk.trouble("Down", &[2]);
    assert_eq!(desk.at("10:00"), ["open ann: Down/2", "open ann: Slow/1"]);
    desk.rules(&[("Down", "P1", "")]);
    assert_eq!(desk.at("10:01"), ["end ann: Slow/1-"]);
    let config = desk.place.read("tillwatch.toml").replace("id = \"2\"", "id = \"3\"");
    desk.place.write("tillwatch.toml", &config);
    assert_eq!(desk.at("10:02"), ["end ann: Down/2-"]);
}

#[test]
fn a_channel_that_left_the_configuration_is_no_obstacle_to_the_others() {
    let both = "[routing]\nnotify = [{ chat = [\"ann\"] }, { page = [\"bob\"] }]\n";
    let desk = Desk::new(both, &[("Slow", "P1", "")]);
    desk.trouble("Slow", &[1]);
    desk.at("10:00");
    let config =
        desk.place.read("tillwatch.toml").replace("[channels.page.webhook]", "[channels.gone.webhook]");
    desk.place.write("tillwatch.toml", &config.replace(", { page = [\"bob\"] }", ""));
    desk.trouble("Slow", &[]);
    assert_eq!(desk.at("10:01"), ["end ann: Slow/1-"]);
    let why: String = desk
        .own()
        .query_row("SELECT error FROM outbox WHERE kind = 'end' AND channel = 'page'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(why, "tillwatch.toml has no [channels.page]");
}
