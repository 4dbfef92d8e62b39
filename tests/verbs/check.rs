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
        ran.stderr.starts_with("checked 6 stores, 9 jobs, ") && ran.stderr.contains(" 0 mistakes"),
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
#[case::crossed(
    "[[inhibit]]\nsource = \"kind=a\"\ntarget = \"kind=b\"\n[[inhibit]]\nsource = \"kind=b\"\ntarget = \"kind=a\"",
    "inhibit.1: crossed with inhibit.0"
)]
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

/// A project with people to tell, a query, and these rules and further configuration.
fn told(rules: &str, toml: &str) -> Place {
    let place = Place::new();
    place.write(
        "tillwatch.toml",
        &format!(
            "version = 1\n[channels.mail.smtp]\nhost = \"localhost\"\nfrom = \"a@example.org\"\n\
             [contacts]\nivan = {{ email = \"ivan@example.org\" }}\n{toml}\n"
        ),
    );
    place.write("queries/q.sql", "-- labels: [store_id]\nSELECT 1 AS store_id, 1 AS value");
    place.write("queries/r.sql", "SELECT 1 AS value");
    let rules = rules.replace("Q,", "query: q, when: value > 2,");
    place.write("rules/mine.yaml", &format!("groups:\n- name: g\n  rules:\n{rules}"));
    place
}

/// P1 and P2, and everybody is told.
const ALL_TOLD: &str =
    "[routing]\nnotify = [{ mail = [\"ivan\"] }]\n[severities.P1]\nresponse = \"5m\"\n[severities.P2]";

const TELLS_IVAN: &str = "notify = [{ mail = [\"ivan\"] }]";

#[test]
fn a_severity_of_which_nobody_is_told_is_a_warning_and_one_that_something_covers_is_none() {
    let rules = "  - { alert: A, Q, severity: P1 }\n  - { alert: B, Q, severity: P1, labels: { team: b } }\n  \
        - { alert: C, query: r, when: value > 2, severity: P2, notify: [{ mail: [ivan] }] }\n";
    let place = told(rules, "[severities.P1]\n[severities.P2]");
    let ran = place.line("check").exits(0);
    let hint = "(say whom by `notify` of the severity, of a route, of [routing], or of the rule)";
    assert_eq!(
        ran.stdout.lines().take(2).collect::<Vec<_>>(),
        [
            &format!("tillwatch.toml:7: warning: severities.P1: nobody is told of A, B {hint}"),
            &format!("tillwatch.toml:8: warning: severities.P2: nobody is told of RuleHealth {hint}"),
        ]
    );
    let covered = [
        format!("[severities.P1]\n{TELLS_IVAN}\n[severities.P2]\n{TELLS_IVAN}"),
        format!("[severities.P1]\n[severities.P2]\n[routing]\n{TELLS_IVAN}"),
        format!(
            "[severities.P1]\n[severities.P2]\n{TELLS_IVAN}\n[[routes]]\nname = \"all\"\nmatch = ['store_id=\"1\"']\n{TELLS_IVAN}"
        ),
    ];
    for toml in covered {
        let ran = told(rules, &toml).line("check").exits(0);
        assert_eq!(ran.stdout, "", "{toml}");
    }
    let team = format!(
        "[severities.P1]\n[severities.P2]\n{TELLS_IVAN}\n[[routes]]\nname = \"b\"\nmatch = ['team=\"b\"']\n{TELLS_IVAN}"
    );
    let ran = told(rules, &team).line("check").exits(0);
    assert!(ran.stdout.contains("nobody is told of A ("), "B's route tells: {}", ran.stdout);
    place.write("tillwatch.toml", "version = 1\n[severities.P1]\n[severities.P2]\n");
    place.write(
        "rules/mine.yaml",
        "groups:\n- name: g\n  rules:\n  - { alert: A, query: q, when: value > 2 }\n",
    );
    assert_eq!(
        place.line("check").exits(0).stdout,
        "tillwatch.toml: warning: there are no [channels]: nobody is told of any alert\n"
    );
}

#[test]
fn a_severity_of_failing_rules_that_is_none_is_a_mistake_with_its_line() {
    let place = told(
        "  - { alert: A, Q, severity: P1 }\n",
        &format!("{ALL_TOLD}\n[alerting]\nhealth_severity = \"P3\""),
    );
    let ran = place.line("check").exits(2);
    let said =
        "tillwatch.toml:13: alerting.health_severity: there is no [severities.P3] (did you mean P1?)\n";
    assert_eq!(ran.stdout, said);
}

#[rstest::rstest]
#[case::dependencies(
    "  - { alert: A, Q, severity: P1, depends_on: [B] }\n  - { alert: B, Q, severity: P1, depends_on: [C] }\n  - { alert: C, Q, severity: P1, depends_on: [A] }\n",
    "",
    "A → B → C → A"
)]
#[case::inhibitions(
    "  - { alert: A, Q, severity: P1, labels: { team: a } }\n  - { alert: B, Q, severity: P1, labels: { team: b } }\n",
    "[[inhibit]]\nsource = ['team=\"a\"']\ntarget = ['alertname=\"B\"']\n[[inhibit]]\nsource = ['team=\"b\"']\ntarget = ['alertname=\"A\"']",
    "A → B → A"
)]
#[case::the_graver_depends_on_the_lesser(
    "  - { alert: A, Q, severity: P1, depends_on: [B] }\n  - { alert: B, Q, severity: P2 }\n",
    "",
    "A → B → A"
)]
fn rules_that_hold_each_other_back_for_ever_are_a_mistake(
    #[case] rules: &str,
    #[case] toml: &str,
    #[case] way: &str,
) {
    let ran = told(rules, &format!("{ALL_TOLD}\n{toml}")).line("check").exits(2);
    let said =
        format!("rules/mine.yaml:4: rule A: a circle in which each holds back the one before: {way} (");
    assert!(ran.stdout.starts_with(&said) && ran.stdout.lines().count() == 1, "{}", ran.stdout);
}

#[rstest::rstest]
#[case::one_way("source = ['team=\"a\"']\ntarget = ['team=\"b\"']")]
#[case::of_unlike_teams(
    "source = ['team=\"a\"']\ntarget = ['team=\"b\"']\n[[inhibit]]\nsource = ['team=\"b\"']\ntarget = ['team=\"a\"']\nequal = [\"alertname\"]"
)]
fn rules_that_cannot_hold_each_other_back_are_well(#[case] toml: &str) {
    let rules = "  - { alert: A, Q, severity: P1, labels: { team: a } }\n  - { alert: B, Q, severity: P1, labels: { team: b } }\n";
    let ran = told(rules, &format!("{ALL_TOLD}\n[[inhibit]]\n{toml}")).line("check");
    assert!(!ran.stdout.contains("a circle"), "{}", ran.stdout);
}

#[test]
fn a_graver_rule_of_which_nobody_is_told_and_that_holds_back_a_lesser_one_is_a_warning() {
    let rules = "  - { alert: Grave, Q, severity: P1 }\n  - { alert: Slight, Q, severity: P2 }\n";
    let toml = format!("[severities.P1]\nresponse = \"5m\"\n[severities.P2]\n{TELLS_IVAN}");
    let ran = told(rules, &toml).line("check").exits(0);
    let said = "rules/mine.yaml:4: warning: rule Grave: nobody is told of it, and it holds back Slight (";
    assert!(ran.stdout.lines().any(|line| line.starts_with(said)), "{}", ran.stdout);
}

#[test]
fn the_name_of_the_built_in_rule_is_refused() {
    let ran = told("  - { alert: RuleHealth, Q, severity: P1 }\n", ALL_TOLD).line("check").exits(2);
    assert!(ran.stdout.starts_with("rules/mine.yaml:4: rule RuleHealth: "), "{}", ran.stdout);
}

#[test]
fn shipped_queries_that_a_project_does_not_use_may_miss_their_tables() {
    let place = told(
        "  - { alert: A, Q, severity: P1 }\n",
        &format!("{ALL_TOLD}\n[sources.backend]\npath = \"backend.db\""),
    );
    fill(&place.path("backend.db"), &["CREATE TABLE purchases (created_at, store_id, status)"]);
    assert_eq!(place.line("check").exits(0).stdout, "");
    let rules =
        place.read("rules/mine.yaml") + "  - { alert: B, query: error_rate_percentage, when: value > 2 }\n";
    place.write("rules/mine.yaml", &rules);
    let ran = place.line("check").exits(2);
    assert!(ran.stdout.starts_with("<shipped>/queries/error_rate_percentage.sql:"), "{}", ran.stdout);
    assert_eq!(ran.stdout.lines().count(), 1, "{}", ran.stdout);
}

#[test]
fn rule_files_that_nobody_reads_are_a_warning() {
    let place = told("  - { alert: A, Q, severity: P1 }\n", ALL_TOLD);
    place.write("rules/sub/deep/a.yml", "groups: []");
    place.write("rules/sub/notes.txt", "");
    place.write("rules/tests/a.yaml", "tests: []");
    let ran = place.line("check").exits(0);
    let said = "rules/sub/deep/a.yml: warning: is not read (rule files lie in rules/ itself, and not in a folder of it)\n";
    assert_eq!(ran.stdout, said);
}

#[test]
fn an_expression_that_cannot_be_one_is_a_mistake_without_asking_anybody() {
    let place = told(
        "  - { alert: A, expr: 'sum(up', severity: P1 }\n",
        &format!("{ALL_TOLD}\n[sources.p]\nurl = \"prometheus+http://127.0.0.1:1\""),
    );
    assert_eq!(place.line("check").exits(2).stdout, "rules/mine.yaml:4: rule A: expr: ) is missing\n");
}

#[rstest::rstest]
#[case("[alerting]\nmax_gap = \"0s\"", "0s is no time")]
#[case("[alerting]\ninterval = \"0s\"", "0s is no time")]
#[case("[routing]\nstorm = 0", "0 is too few")]
#[case("[channels.a.twilio_sms]\nsegments = 0", "0 is too few")]
#[case("[channels.a.twilio_voice]\ntimes = 0", "0 is too few")]
fn a_number_that_cannot_be_meant_is_named_with_its_line(#[case] toml: &str, #[case] said: &str) {
    let ran = check(&format!("version = 1\n{toml}\n")).exits(2);
    assert!(ran.stdout.starts_with(&format!("tillwatch.toml:3: {said}")), "{}", ran.stdout);
}

#[rstest::rstest]
#[case::account(
    "twilio_sms]\naccount_sid = \"x\"\nauth_token = \"env:X\"\nfrom = \"+1\"",
    "account_sid: \"x\" is no account"
)]
#[case::short(
    "twilio_voice]\naccount_sid = \"AC12\"\nauth_token = \"env:X\"\nfrom = \"+1\"",
    "account_sid: \"AC12\" is no account"
)]
#[case::sender(
    "twilio_voice]\naccount_sid = \"AC00000000000000000000000000000000\"\nauth_token = \"env:X\"\nfrom = \" \"",
    "from: is empty"
)]
#[case::program(
    "exec]\ncommand = [\"no-such-program\"]",
    "command: there is no program no-such-program here"
)]
#[case::path("exec]\ncommand = [\"bin/page\"]", "command: there is no program bin/page here")]
fn a_channel_that_could_tell_nobody_is_named_with_its_line(#[case] channel: &str, #[case] said: &str) {
    let ran = check(&format!("version = 1\n[channels.a.{channel}\n"));
    let line = ran.stdout.lines().find(|line| line.contains(said));
    assert!(line.is_some_and(|line| !line.starts_with("tillwatch.toml: ")), "{}", ran.stdout);
}

#[test]
fn a_program_of_the_project_is_found_from_its_folder() {
    let place = Place::new();
    place.write("bin/page", "");
    place.write("tillwatch.toml", "version = 1\n[channels.a.exec]\ncommand = [\"bin/page\"]\n");
    assert_eq!(place.line("check").exits(0).stdout, "");
}

#[test]
fn a_name_without_the_address_that_its_channel_needs_is_a_mistake_with_its_line() {
    let ran = check(
        r#"version = 1
[channels.email.smtp]
host = "localhost"
from = "a@example.org"
[channels.sms.webhook]
url = "http://127.0.0.1:1"
[[stores]]
id = "1"
name = "One"
contacts.manager = { phone = "+1" }
[contacts]
ivan = { phone = "+2", email = "ivan@example.org" }
petr = { email = "petr@example.org" }
[teams.some]
members = ["ivan", "petr"]
[teams.none]
members = ["petr"]
[rotations.turns]
members = ["ivan", "petr"]
starts = "2026-01-05T09:00"
[routing]
notify = [
  { sms = ["ivan", "some", "store_manager"] },
  { sms = ["petr"] },
  { sms = ["none"] },
  { sms = ["turns"] },
  { email = ["petr", "none", "turns"] },
]
[report]
channel = "email"
recipients = ["store_manager"]
"#,
    )
    .exits(2);
    let hint = "(add one to the contact, or name somebody else)";
    let said = [
        "24: routing.notify.1: petr has no address `phone`, to which the channel sms writes",
        "25: routing.notify.2: nobody of none has an address `phone`, to which the channel sms writes",
        "26: routing.notify.3: turns: petr has no address `phone`, to which the channel sms writes",
        "31: report.recipients.0: store_manager has no address `email`, to which the channel email writes",
    ];
    assert_eq!(ran.stdout, said.map(|line| format!("tillwatch.toml:{line} {hint}\n")).concat());
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
    "title = \"x\"\nperiod = \"week\"\n[[sections]]\nname = \"a\"\ntitle = \"a\"\nquery = \"error_type_count\"\ncolumns = [{ name = \"value\", title = \"V\" }]\n",
    "templates/reports/weekly.toml:3: section a: no query error_type_count (did you mean error_type_counts?)"
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

#[test]
fn a_way_that_reaches_nobody_is_a_mistake_and_one_that_says_nobody_is_none() {
    let place = Place::new();
    let text = "version = 1\n[channels.sms.webhook]\nurl = \"http://127.0.0.1:9/\"\n[calendars.never]\nhours = []\n\
                [[routes]]\nname = \"a\"\n";
    place.write("tillwatch.toml", &format!("{text}notify = []\n"));
    place.run(&["check"]).exits(0);
    place.write("tillwatch.toml", &format!("{text}notify = [{{ sms = [] }}]\ndeliver = \"never\"\n"));
    let ran = place.run(&["check"]).exits(2);
    assert!(ran.stdout.contains("and none is named: nobody is told"), "{}", ran.stdout);
    assert!(ran.stdout.contains("[calendars.never] never opens"), "{}", ran.stdout);
}

#[rstest::rstest]
#[case("url = \"ftp://x\"", "tillwatch.toml:3: push.url: ftp://x: ftp is not http or https")]
#[case("kind = \"pushgateway\"", "tillwatch.toml:3: push.kind: no receiver of this kind is named")]
#[case("timeout = \"0s\"", "tillwatch.toml:3: 0s is no time")]
#[case(
    "url = \"pushgateway+http://x\"\ngrouping = { \"a-b\" = \"x\" }",
    "tillwatch.toml:3: push.url: pushgateway+http://x: \"a-b\" is no label name"
)]
fn where_nothing_could_be_pushed_is_named_with_its_line(#[case] push: &str, #[case] said: &str) {
    let ran = check(&format!("version = 1\n[push]\n{push}\n")).exits(2);
    assert!(ran.stdout.contains(said), "{}{}", ran.stdout, ran.stderr);
}
