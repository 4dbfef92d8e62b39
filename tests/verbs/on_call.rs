//! `on-call`: who is on call, until when, and who comes next.

use super::support::Place;
use super::support::hook::Hook;
use super::support::shop::{RULES, evaluate, sell, shop};

const PEOPLE: &str = r#"
version = 1
[project]
time_zone = "Europe/Berlin"

[contacts]
ivan = { phone = "+1" }
maria = { phone = "+2" }
petr = { phone = "+3" }

[rotations.engineer]
members = ["ivan", "maria"]
starts = "2025-10-06T09:00"
overrides = [{ who = "petr", from = "2025-10-29T00:00", until = "2025-10-30T00:00" }]

[rotations.lead]
members = ["petr"]
starts = "2025-10-06T09:00Z"
time_zone = "Asia/Tokyo"
"#;

fn place(toml: &str) -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", toml);
    place
}

#[test]
fn each_rotation_tells_who_is_on_call_and_until_when() {
    let ran = place(PEOPLE).line("on-call --now 2025-10-24T10:00:00Z").exits(0);
    insta::assert_snapshot!(ran.stdout, @r"
    rotation  on_call  from                       until                      time_zone
    engineer  ivan     2025-10-24T12:00:00+02:00  2025-10-27T09:00:00+01:00  Europe/Berlin
    lead      petr     2025-10-24T19:00:00+09:00  -                          Asia/Tokyo
    ");
}

#[test]
fn the_coming_days_are_told_with_overrides_and_with_clocks_moved() {
    let ran =
        place(PEOPLE).line("on-call engineer --days 14 --now 2025-10-24T10:00:00Z --format csv").exits(0);
    insta::assert_snapshot!(ran.stdout, @r"
    rotation,on_call,from,until,time_zone
    engineer,ivan,2025-10-24T12:00:00+02:00,2025-10-27T09:00:00+01:00,Europe/Berlin
    engineer,maria,2025-10-27T09:00:00+01:00,2025-10-29T00:00:00+01:00,Europe/Berlin
    engineer,petr,2025-10-29T00:00:00+01:00,2025-10-30T00:00:00+01:00,Europe/Berlin
    engineer,maria,2025-10-30T00:00:00+01:00,2025-11-03T09:00:00+01:00,Europe/Berlin
    engineer,ivan,2025-11-03T09:00:00+01:00,2025-11-10T09:00:00+01:00,Europe/Berlin
    ");
}

#[test]
fn a_rotation_that_nobody_hands_over_is_on_call_until_null() {
    let json = place(PEOPLE).line("on-call lead --days 7 --format json").exits(0).json();
    let rotations = json["rotations"].as_array().unwrap();
    assert_eq!(rotations.len(), 1);
    assert_eq!(
        (&rotations[0]["on_call"], &rotations[0]["until"]),
        (&"petr".into(), &serde_json::Value::Null)
    );
}

#[rstest::rstest]
#[case(PEOPLE, "on-call enginer", "hint: did you mean engineer?")]
#[case(PEOPLE, "on-call nobody", "hint: the rotations are engineer, lead")]
#[case("version = 1", "on-call nobody", "hint: describe it in [rotations.nobody]")]
fn an_unknown_rotation_is_a_usage_error(#[case] toml: &str, #[case] line: &str, #[case] said: &str) {
    let ran = place(toml).line(line).exits(2);
    assert!(ran.stderr.contains("no rotation") && ran.stderr.contains(said), "{}", ran.stderr);
}

#[test]
fn where_there_is_no_rotation_that_is_said() {
    let ran = place("version = 1").line("on-call").exits(0);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("", "no rotations\n"));
}

#[test]
fn an_alert_is_told_to_whoever_is_on_call_then_and_its_end_to_whoever_was_told() {
    let hook = Hook::start();
    let place = shop(&hook);
    let people = "[rotations.engineer]\nmembers = [\"on_call\", \"lead\"]\nstarts = \"2025-10-24T10:00\"\nevery = \"1h\"\n\
                  [teams.both]\nmembers = [\"engineer\", \"on_call\"]\n";
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + people));
    place.write("rules/shop.yaml", &RULES.replace("on_call, lead", "engineer, both"));
    let told = |sold: &str, failed: usize, now: &str| {
        let before = hook.requests().len();
        sell(&place, sold, failed);
        let _ = evaluate(&place, now).exits(i32::from(failed > 0));
        let mut told: Vec<String> = hook.requests()[before..]
            .iter()
            .map(|request| request.json()["to"].as_str().unwrap().to_owned())
            .collect();
        told.sort();
        told
    };
    assert_eq!(told("2025-10-24 10:50:00", 6, "2025-10-24T10:59:00Z"), ["+70000000001"]);
    assert_eq!(told("2025-10-24 11:00:30", 0, "2025-10-24T11:10:00Z"), ["+70000000001"], "the end");
    assert_eq!(told("2025-10-24 11:20:00", 6, "2025-10-24T11:29:00Z"), ["+70000000001", "+70000000002"]);
}
