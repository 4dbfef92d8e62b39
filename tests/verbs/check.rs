//! `check`: every kind of mistake with its place, and none where there is none.

use super::query::{BACKEND, fill};
use super::support::{Place, Ran};

/// What `init` writes, with the backend's database beside it.
fn project() -> Place {
    let place = Place::new();
    let _ = place.line("init cashier").exits(0);
    fill(&place.path("backend.db"), &[BACKEND]);
    place
}

/// `check` of a project with this configuration.
fn check(toml: &str) -> Ran {
    let place = Place::new();
    place.write("tillwatch.toml", toml);
    place.line("check")
}

#[test]
fn what_init_writes_is_without_mistakes() {
    let ran = project().line("check").exits(0);
    assert!(
        ran.stderr.starts_with("checked 6 stores, 6 jobs, ") && ran.stderr.contains(" 0 mistakes"),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stdout.lines().all(|line| line.contains("warning: ") && line.contains("is not set")),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_source_that_is_not_there_yet_is_one_warning() {
    let place = Place::new();
    let _ = place.line("init cashier").exits(0);
    let ran = place.line("check").exits(0);
    let lines: Vec<_> =
        ran.stdout.lines().filter(|line| line.contains("source backend: no database")).collect();
    assert_eq!(lines.len(), 1, "{}", ran.stdout);
    assert!(
        lines[0].starts_with("tillwatch.toml:") && lines[0].contains("could not be prepared"),
        "{}",
        lines[0]
    );
}

#[test]
fn every_mistake_is_named_at_once_with_file_line_key_and_the_nearest_name() {
    let ran = check(
        r#"version = 1
[project]
time_zone = "Europe/Berlin"

[[stores]]
id = "1"
name = "One"
hours = ["daily 9-21"]

[[stores]]
id = "1"
name = "Again"
time_zone = "Europe/Berlim"

[channels.email.smtp]
host = "localhost"
from = "a@example.org"

[contacts]
tech_team = { email = "tech@example.org" }

[severities.P1]
notify = [{ email = ["tech_taem"] }, { emial = ["tech_team"] }]

[report]
channel = "mail"

[[jobs]]
name = "evaluate"
run = "evaluate-alert"
cron = "* * * * *"
"#,
    )
    .exits(2);
    insta::assert_snapshot!(ran.stdout, @r#"
    tillwatch.toml:8: stores.0.hours: "daily 9-21" are no opening hours: write days and a span, like "Mon-Fri 09:00-21:00", "Sat,Sun 24h" or "daily 10:00-02:00"
    tillwatch.toml:11: stores.1.id: two stores have the id 1
    tillwatch.toml:13: stores.1.time_zone: "Europe/Berlim" is no IANA time zone, such as Europe/Moscow
    tillwatch.toml:23: severities.P1.notify.0: there is no contact tech_taem (did you mean tech_team?)
    tillwatch.toml:23: severities.P1.notify.1: there is no [channels.emial] (did you mean email?)
    tillwatch.toml:26: report.channel: there is no [channels.mail] (did you mean email?)
    tillwatch.toml:30: jobs.0.run: unrecognized subcommand 'evaluate-alert'
    "#);
}

#[test]
fn a_mistake_in_teams_and_rotations_is_named_with_its_line() {
    let ran = check(
        r#"version = 1
[contacts]
ivan = { phone = "+1" }
maria = { phone = "+2" }
twice = { phone = "+3" }

[teams.tech]
members = [
  "ivan",
  "marai",
]

[teams.egg]
members = ["hen"]

[teams.hen]
members = ["ivan", "on_call"]

[rotations.on_call]
members = ["ivan", "egg"]
starts = "2026-01-05T09:00"
time_zone = "Europe/Moskow"
overrides = [
  { who = "petr", from = "2026-03-01", until = "2026-03-03" },
  { who = "maria", from = "2026-03-02T09:00", until = "2026-03-04T09:00Z" },
  { who = "maria", from = "2026-03-05", until = "2026-03-05" },
]

[rotations.twice]
members = ["ivan"]
starts = "2026-01-05T09:00+03:00"
"#,
    )
    .exits(2);
    insta::assert_snapshot!(ran.stdout, @r#"
    tillwatch.toml:10: teams.tech.members.1: there is no contact, team or rotation marai (did you mean maria?)
    tillwatch.toml:14: teams.egg.members: a circle of members: egg → hen → on_call → egg
    tillwatch.toml:22: rotations.on_call.time_zone: "Europe/Moskow" is no IANA time zone, such as Europe/Moscow
    tillwatch.toml:24: rotations.on_call.overrides.0.who: there is no contact, team or rotation petr
    tillwatch.toml:26: rotations.on_call.overrides.2.until: it ends before it begins
    tillwatch.toml:29: rotations.twice: twice is a contact already: who is meant?
    tillwatch.toml:25: warning: rotations.on_call.overrides.1: it overlaps an earlier override, and holds in its place
    "#);
}

#[rstest::rstest]
#[case("[teams.a]\nmembers = []", "tillwatch.toml:3: there is no member")]
#[case("[rotations.a]\nmembers = []\nstarts = \"2026-01-05T09:00\"", "tillwatch.toml:3: there is no member")]
#[case(
    "[rotations.a]\nmembers = [\"x\"]\nstarts = \"Monday\"",
    "tillwatch.toml:4: \"Monday\" is no time: write it local like 2026-01-05T09:00"
)]
#[case(
    "[rotations.a]\nmembers = [\"x\"]\nstarts = \"2026-01-05\"\nevery = \"0\"",
    "tillwatch.toml:5: a turn of 0s is too short"
)]
fn people_who_could_never_be_told_are_refused(#[case] toml: &str, #[case] said: &str) {
    let ran = check(&format!("version = 1\n{toml}\n")).exits(2);
    assert!(ran.stdout.starts_with(said), "{}", ran.stdout);
}

#[rstest::rstest]
#[case("SELECT 1 AS value FROM nowhere", "queries/q.sql:1: no such table: nowhere")]
#[case("-- unit: ms\n\nSELECT 1 AS value,\n  nonsense AS x", "queries/q.sql:4: no such column: nonsense")]
#[case("-- lables: [a]\nSELECT 1 AS value", "queries/q.sql:1: ")]
#[case("-- source: bakcend\nSELECT 1 AS value", "which tillwatch.toml does not have (did you mean backend?)")]
#[case("-- labels: [store]\nSELECT 1 AS store_id, 1 AS value", "gives no column store")]
#[case("DELETE FROM run", "may only select")]
#[case("SELECT count(ended) / count(*) AS value FROM run", "queries/q.sql:1: a count or sum is divided")]
fn a_wrong_query_is_named_with_file_and_line(#[case] sql: &str, #[case] said: &str) {
    let place = project();
    place.write("queries/q.sql", sql);
    let ran = place.line("check").exits(2);
    assert!(ran.stdout.contains(said), "{}", ran.stdout);
}

/// A rule in a project's file, whose first line is the file's third.
fn rule(rule: &str) -> Ran {
    let place = project();
    place.write("queries/q.sql", "-- labels: [store_id]\n-- unit: percent\nSELECT 1 AS store_id, 2 AS total, 3 AS value WHERE :since < :until");
    place.write("queries/still.sql", "SELECT 1 AS value");
    place.write(
        "rules/mine.yaml",
        &format!("groups:\n  - name: mine\n    rules: [\n{{ alert: Mine, {rule} }}]\n"),
    );
    place.line("check")
}

#[rstest::rstest]
#[case("severity: P1, query: qq, when: value < 1", "rule Mine: no query qq (did you mean q?)")]
#[case("severity: P9, query: q, when: value < 1", "there is no [severities.P9] (did you mean P0?)")]
#[case(
    "severity: P1, query: q, when: valeu < 1",
    "no such column: valeu (the columns are store_id, total, value)"
)]
#[case(
    "severity: P1, query: q, when: value < 1, during: store_hour",
    "there is no [calendars.store_hour] (did you mean store_hours?)"
)]
#[case("severity: P1, query: q, when: value < 1, actions: [restart]", "there is no [actions.restart]")]
#[case(
    "severity: P1, query: q, when: value < 1, notify: [{ smss: [tech_team] }]",
    "there is no [channels.smss] (did you mean sms?)"
)]
#[case(
    "severity: P1, query: q, when: value < 1, notify: [{ sms: [tech_taem] }]",
    "there is no contact tech_taem (did you mean tech_team?)"
)]
#[case("severity: P1, query: q, when: value < 1, params: { limit: 3 }", "query q has no parameter :limit")]
#[case(
    "severity: P1, query: q, when: value < 1, min_samples: { column: totl, at_least: 1 }",
    "min_samples names the column totl"
)]
#[case("severity: P1, query: still, when: value < 1, over: 5m", "`over` changes nothing: query still")]
#[case(
    "severity: P1, query: q, when: value < 1, annotations: { summary: '{{ nothing }}' }",
    "annotation summary"
)]
#[case("severity: P1, query: q, when: value < 1, labels: { now: '{{ value }}' }", "labels are identity")]
#[case("severity: P1, query: q, when: store_id = 1", "it never equals a number")]
#[case("severity: P1, query: q, when: value > 100", "`value > 100` is never so for percent")]
#[case(
    "severity: P1, query: q, when: value < 1, depends_on: [Mein]",
    "depends on Mein, and there is no other rule of that name"
)]
#[case(
    "severity: P1, query: q, when: value < 1, escalate: [{ after: 1h, to: [deploy_lead] }]",
    "there is no contact deploy_lead (did you mean deployment_lead?)"
)]
#[case(
    "severity: P1, query: q, when: value < 1, escalate: [{ after: next_business_day, to: [tech_team] }]",
    "next_business_day of which calendar?"
)]
fn a_wrong_rule_is_named_with_file_and_line(#[case] text: &str, #[case] said: &str) {
    let ran = rule(text).exits(2);
    let line = ran.stdout.lines().next().unwrap();
    assert!(line.starts_with("rules/mine.yaml:4: ") && line.contains(said), "{}", ran.stdout);
}

#[rstest::rstest]
#[case::matcher("[[routes]]\nname = \"a\"\nmatch = [\"team=~(\"]", "no regular expression (unclosed group)")]
#[case::nameless("[[routes]]\ndeliver = \"business_hours\"", "no name for a route")]
#[case::twice("[[routes]]\nname = \"a\"\ncontinue = true\n[[routes]]\nname = \"a\"", "or another has it")]
#[case::unreached(
    "[[routes]]\nname = \"a\"\n[[routes]]\nname = \"b\"",
    "no alert comes this way: route a takes all"
)]
#[case::calendar("[[routes]]\nname = \"a\"\ndeliver = \"busines_hours\"", "(did you mean business_hours?)")]
#[case::calendar_of_each_store(
    "[[routes]]\nname = \"a\"\ndeliver = \"store_hours\"",
    "there is no [calendars.store_hours]"
)]
#[case::nobody("[[routes]]\nname = \"a\"\nescalate = [{ after = \"1h\" }]", "the step after 1h tells nobody")]
#[case::time_of_day("[[routes]]\nname = \"a\"\ndigest = \"9\"", "is no time of day: write HH:MM")]
#[case::inhibits_all("[[inhibit]]\nsource = \"a=b\"", "without target every alert is meant")]
#[case::endless("[[maintenance]]\nname = \"move\"\nfrom = 2026-01-01T00:00:00Z", "move would never end")]
#[case::backwards(
    "[[maintenance]]\nname = \"move\"\nfrom = \"2026-01-02T00:00:00Z\"\nuntil = \"2026-01-01T00:00:00Z\"",
    "move ends before it begins"
)]
#[case::channel("[delivery.smss]", "there is no [channels.smss] (did you mean sms?)")]
#[case::itself("[delivery.sms]\nfallback = [{ sms = [\"tech_team\"] }]", "no fallback for itself")]
#[case::contact("[delivery.sms]\nfallback = [{ email = [\"tech_taem\"] }]", "(did you mean tech_team?)")]
fn wrong_routing_is_named_with_its_line(#[case] text: &str, #[case] said: &str) {
    let place = project();
    let config = place.read("tillwatch.toml");
    let first = config.lines().count() + 1;
    place.write("tillwatch.toml", &format!("{config}{text}\n"));
    let ran = place.line("check");
    let line =
        ran.stdout.lines().find(|line| line.contains(said)).unwrap_or_else(|| panic!("{}", ran.stdout));
    let number = line.split(':').nth(1).unwrap().parse::<usize>().unwrap();
    assert!(number >= first, "{line}");
}

#[test]
fn a_rule_file_that_is_no_yaml_or_has_a_wrong_key_is_named_with_its_line() {
    let ran = rule("severity: P1, query: q, wen: value < 1").exits(2);
    assert!(
        ran.stdout.starts_with("rules/mine.yaml:4: ") && ran.stdout.contains("did you mean when?"),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_template_that_does_not_parse_is_a_mistake() {
    let place = project();
    place.write("templates/mine.txt", "{% if %}");
    let ran = place.line("check").exits(2);
    assert!(ran.stdout.contains("mine.txt"), "{}", ran.stdout);
}

#[test]
fn a_message_template_that_does_not_render_is_a_mistake() {
    let place = project();
    place.write("templates/messages/body.txt", "{{ alert.sumary }}");
    let ran = place.line("check").exits(2);
    assert!(ran.stdout.starts_with("templates/messages/body.txt: "), "{}", ran.stdout);
}

#[rstest::rstest]
#[case("reports/report.md", "{{ nothing.at.all }}", "templates/reports/report.md: ")]
#[case(
    "reports/daily.toml",
    "title = \"x\"\nperiod = \"day\"\nsektions = []\n",
    "templates/reports/daily.toml:3: "
)]
#[case(
    "reports/weekly.toml",
    "title = \"x\"\nperiod = \"week\"\n[[sections]]\nname = \"a\"\ntitle = \"a\"\nquery = \"error_type_count\"\ncolumns = []\n",
    "templates/reports/weekly.toml: section a: no query error_type_count (did you mean error_type_counts?)"
)]
fn a_report_that_cannot_be_made_is_a_mistake(#[case] file: &str, #[case] text: &str, #[case] said: &str) {
    let place = project();
    place.write(&format!("templates/{file}"), text);
    let ran = place.line("check").exits(2);
    assert!(ran.stdout.starts_with(said), "{}", ran.stdout);
}

#[test]
fn a_secret_is_never_shown_and_one_that_is_missing_is_a_warning() {
    let toml = "version = 1\n[[stores]]\nid = \"1\"\nname = \"x\"\ntoken = \"env:SHOP_TOKEN\"\n";
    let ran = check(toml).exits(0);
    assert!(
        ran.stdout.contains("tillwatch.toml:5: warning: stores.0.token: environment variable SHOP_TOKEN"),
        "{}",
        ran.stdout
    );
    let place = Place::new();
    place.write("tillwatch.toml", toml);
    let ran =
        Ran::from(place.command(&["check", "-vv"]).env("SHOP_TOKEN", "hunter2").output().unwrap()).exits(0);
    assert!(!format!("{}{}", ran.stdout, ran.stderr).contains("hunter2"));
}

#[test]
fn json_carries_every_finding_in_parts() {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n[project]\ntime_zon = \"UTC\"\n");
    let json = place.line("check --format json").exits(2).json();
    assert_eq!(json["schema"], 1);
    let finding = &json["findings"][0];
    assert_eq!((&finding["level"], &finding["line"]), (&"error".into(), &3.into()));
    assert_eq!(finding["hint"], "did you mean time_zone?");
}

#[test]
fn nothing_is_made_or_changed() {
    let place = project();
    let list = || {
        let mut names: Vec<_> =
            std::fs::read_dir(place.root()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = list();
    let _ = place.line("check").exits(0);
    assert_eq!(list(), before);
}
