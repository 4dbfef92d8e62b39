//! `tillwatch event`: what is kept, who is told, and in which words.

use crate::support::hook::Hook;
use crate::support::{Place, Ran};

/// Deployments go to operations, orders to the venue's staff; one more route knows nothing of events.
fn place(hook: &Hook) -> Place {
    let place = Place::new();
    let url = &hook.url;
    place.write(
        "tillwatch.toml",
        &format!(
            r#"version = 1
[project]
name = "Venues"
[channels.sms.webhook]
url = "{url}/sms"
[contacts]
operations = {{ phone = "+1" }}
staff = {{ phone = "+2" }}
nobody = {{ email = "nobody@example.org" }}
[[routes]]
name = "everything"
match = ['venue!="Nowhere"']
continue = true
notify = [{{ sms = ["nobody"] }}]
[[routes]]
name = "orders"
match = ['event=~"order.*"']
notify = [{{ sms = ["staff"] }}]
[[routes]]
name = "changes"
match = ['event!="secret"']
notify = [{{ sms = ["operations"] }}]
"#
        ),
    );
    place
}

/// A rule, without which nothing is evaluated; it never fires.
fn quiet_rule(place: &Place) {
    place.write("rules/own.yaml", "groups:\n  - name: x\n    rules:\n      - alert: Never\n        severity: P1\n        query: one\n        when: value > 1\n");
    place.write("queries/one.sql", "SELECT 1 AS value");
}

fn texts(hook: &Hook) -> Vec<String> {
    hook.requests()
        .iter()
        .map(|request| request.json()["text"].as_str().unwrap().trim_end().to_owned())
        .collect()
}

fn event(place: &Place, args: &[&str]) -> Ran {
    place.run(&[&["--now", "2024-01-01T12:30:00Z", "--commit", "event"], args].concat())
}

#[rstest::rstest]
#[case::order(
    &["order", "New Order #1234", "-l", "venue=Main Branch", "-l", "table=Table 5", "-l", "items=3", "-l", "total=$42.50"],
    "🛒 New Order #1234\nVenue: Main Branch\nTable: Table 5\nItems: 3 items\nTotal: $42.50\nTime: 2024-01-01 12:30 PM"
)]
#[case::order_status(
    &["order_status", "Order #1234 is ready", "-l", "venue=Main Branch", "-l", "table=Table 5", "-l", "from=preparing", "-l", "to=ready"],
    "📦 Order #1234 is ready\nVenue: Main Branch\nTable: Table 5\nStatus: preparing → ready\nTime: 2024-01-01 12:30 PM"
)]
#[case::deploy(
    &["deploy", "Deployed API 1.4.2", "-l", "service=api", "-l", "version=1.4.2", "-l", "environment=production", "--by", "ci"],
    "🚀 Deployed API 1.4.2\nService: api\nVersion: 1.4.2\nEnvironment: production\nBy: ci\nTime: 2024-01-01 12:30 PM"
)]
#[case::error(
    &["error", "WebSocket Error", "-l", "type=Connection Failed", "-l", "affected_clients=5", "-l", "error=ECONNREFUSED",
      "-l", "action_required=Check server status"],
    "⚠\u{fe0f} WebSocket Error\nType: Connection Failed\nAffected Clients: 5\nError: ECONNREFUSED\nTime: 2024-01-01 12:30 PM\nAction Required: Check server status"
)]
#[case::health(
    &["health", "System Healthy", "-l", "active_connections=45", "-l", "messages_per_minute=120", "-l", "error_rate=0.01%",
      "-l", "uptime=24 hours"],
    "✅ System Healthy\nActive Connections: 45\nMessages/min: 120\nError Rate: 0.01%\nUptime: 24 hours"
)]
#[case::tenant(
    &["tenant", "New Tenant: Blue Whale", "-l", "tenant=blue-whale", "-l", "plan=pro", "-l", "contact=owner@example.org"],
    "🎉 New Tenant: Blue Whale\nTenant: blue-whale\nPlan: pro\nContact: owner@example.org\nTime: 2024-01-01 12:30 PM"
)]
#[case::one_item(&["order", "New Order #1", "-l", "items=1"], "🛒 New Order #1\nItems: 1 item\nTime: 2024-01-01 12:30 PM")]
#[case::without_labels(&["error", "It broke"], "⚠\u{fe0f} It broke\nTime: 2024-01-01 12:30 PM")]
#[case::a_kind_of_ones_own(&["stocktaking", "Counted", "-l", "shelf=7"], "Counted\n\nshelf: 7\nAt: 2024-01-01 12:30:00 UTC")]
fn each_kind_is_told_in_its_format(#[case] args: &[&str], #[case] text: &str) {
    let hook = Hook::start();
    let _ = event(&place(&hook), args).exits(0);
    assert_eq!(texts(&hook), [text]);
}

#[test]
fn an_event_goes_the_way_of_the_first_route_that_speaks_of_events() {
    let hook = Hook::start();
    let place = place(&hook);
    let told = |args: &[&str]| {
        let before = hook.requests().len();
        let ran = event(&place, args).exits(0);
        let sent: Vec<_> =
            hook.requests()[before..].iter().map(|request| request.json()["to"].clone()).collect();
        (sent, ran.stderr)
    };
    assert_eq!(
        told(&["order", "New Order #1"]),
        (vec!["+2".into()], "event 1 recorded; 1 to be told\n".into())
    );
    assert_eq!(told(&["deploy", "api 2"]).0, ["+1"]);
    assert_eq!(told(&["secret", "hush"]), (vec![], "event 3 recorded; 0 to be told\n".into()));
}

#[test]
fn a_deployment_is_kept_and_told_as_a_deploy_and_its_version_is_a_label() {
    let hook = Hook::start();
    let place = place(&hook);
    let json = event(&place, &["deployment", "API", "--version", "3", "--format", "json"]).exits(0).json();
    assert_eq!(
        (&json["event"]["kind"], &json["event"]["labels"]["version"]),
        (&"deploy".into(), &"3".into())
    );
    let again = event(&place, &["deploy", "API", "-l", "version=2", "--version", "3"]).exits(0);
    assert!(!again.stdout.contains(env!("CARGO_PKG_VERSION")), "{}", again.stdout);
    assert_eq!(texts(&hook)[0], texts(&hook)[1], "one kind, one message, and the flag is the version");
    let listed = place.line("--now 2024-01-01T12:31:00Z event list --kind deployment --format csv").exits(0);
    assert_eq!(listed.stdout.lines().count(), 3);
    assert!(place.line("--version").exits(0).stdout.contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn check_says_that_a_route_waits_for_a_kind_that_has_another_name() {
    let hook = Hook::start();
    let place = place(&hook);
    quiet_rule(&place);
    let warned = |matcher: &str| {
        let config = place.read("tillwatch.toml").replace("event!=\"secret\"", matcher);
        place.write("other.toml", &config);
        let ran = place.line("check --config other.toml");
        format!("{}{}", ran.stdout, ran.stderr).contains("a deployment is an event of the kind deploy")
    };
    assert!(warned("event=~\"deployment|error\""));
    assert!(!warned("event=~\"deploy.*|error\"") && !warned("event!=\"secret\""));
}

#[test]
fn a_project_puts_its_own_words_in_place_of_a_kinds() {
    let hook = Hook::start();
    let place = place(&hook);
    place.write("templates/messages/event/deploy/body.txt", "{{ labels.version }} is out");
    place.write("templates/messages/event/stocktaking/subject.txt", "Shelves: {{ text }}");
    let _ = event(&place, &["deploy", "x", "-l", "version=2"]).exits(0);
    let _ = event(&place, &["stocktaking", "done"]).exits(0);
    assert_eq!(texts(&hook)[0], "2 is out");
    let subjects: Vec<_> = hook.requests().iter().map(|request| request.json()["subject"].clone()).collect();
    assert_eq!(subjects, ["[deploy] x (Venues)", "Shelves: done"]);
    // No event is sure to have a label: `check` says so before a message fails.
    let ran = place.line("check").exits(2);
    assert!(ran.stdout.contains("messages/event/deploy/body.txt"), "{}", ran.stdout);
}

#[test]
fn a_key_that_is_known_records_and_tells_nothing_again() {
    let hook = Hook::start();
    let place = place(&hook);
    for (text, is_new) in [("api 1", true), ("api 1 once more", false)] {
        let ran = event(&place, &["deploy", text, "--id", "build-7", "--format", "json"]).exits(0);
        let json = ran.json();
        assert_eq!((&json["new"], &json["event"]["text"]), (&is_new.into(), &"api 1".into()));
    }
    assert_eq!(hook.requests().len(), 1);
    let _ = event(&place, &["order", "another kind", "--id", "build-7"]).exits(0);
    assert_eq!(hook.requests().len(), 2);
}

#[test]
fn a_message_that_cannot_be_delivered_waits_for_the_next_evaluation() {
    let hook = Hook::start();
    let place = place(&hook);
    quiet_rule(&place);
    hook.answer("HTTP/1.1 500 X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    let ran = event(&place, &["deploy", "api 1"]).exits(3);
    assert!(ran.stderr.contains("will be tried again: +1 (event 1)"), "{}", ran.stderr);
    let again = event(&place, &["order", "New Order #1"]).exits(3);
    assert!(!again.stderr.contains("event 1)"), "its turn has not come: {}", again.stderr);
    hook.answer("HTTP/1.1 200 X\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
    let _ = place.line("--now 2024-01-01T14:30:00Z --commit evaluate-alerts").exits(0);
    let mut keys: Vec<String> =
        hook.requests().iter().map(|request| request.json()["id"].to_string()).collect();
    assert_eq!(keys.len(), 4);
    // Those of one attempt go out side by side.
    keys[2..].sort();
    keys[..2].sort();
    assert_eq!(keys[..2], keys[2..], "the same messages under the same keys");
}

#[test]
fn a_route_with_a_calendar_tells_when_that_opens() {
    let hook = Hook::start();
    let place = place(&hook);
    let config = place.read("tillwatch.toml")
        + "deliver = \"office\"\n[calendars.office]\nhours = [\"Mon-Fri 13:00-18:00\"]\n";
    place.write("tillwatch.toml", &config);
    let _ = event(&place, &["deploy", "api 1"]).exits(0);
    assert!(hook.requests().is_empty());
    quiet_rule(&place);
    let _ = place.line("--now 2024-01-01T13:00:00Z --commit evaluate-alerts").exits(0);
    assert_eq!(texts(&hook).len(), 1);
}

#[test]
fn events_are_listed_by_time_and_kind() {
    let hook = Hook::start();
    let place = place(&hook);
    let _ = event(&place, &["deploy", "api 1", "-l", "version=1", "--at", "2023-12-30T08:00:00Z"]).exits(0);
    let _ = event(&place, &["order", "=1+1"]).exits(0);
    let list = |flags: &str| {
        place.line(&format!("--now 2024-01-01T12:31:00Z event list --format csv {flags}")).exits(0).stdout
    };
    let all = "id,at,kind,text,labels\n2,2024-01-01 12:30:00Z,order,'=1+1,{}\n\
               1,2023-12-30 08:00:00Z,deploy,api 1,\"{version=\"\"1\"\"}\"\n";
    assert_eq!(list(""), all);
    assert_eq!(list("--kind deploy").lines().count(), 2);
    assert_eq!(list("--over 1d").lines().count(), 2);
}

#[test]
fn who_did_it_is_in_the_audit_trail() {
    let hook = Hook::start();
    let place = place(&hook);
    let _ = event(&place, &["deploy", "api 1", "--by", "ivan"]).exits(0);
    let _ = event(&place, &["deploy", "api 2"]).exits(0);
    let ran = place.line("--now 2024-01-01T12:31:00Z audit list --format csv --subject event:1").exits(0);
    assert!(ran.stdout.contains("ivan,event,event:1,kind: deploy; text: api 1\n"), "{}", ran.stdout);
    let ran = place.line("--now 2024-01-01T12:31:00Z audit list --format csv --subject event:2").exits(0);
    assert_eq!(ran.stdout.lines().count(), 1);
}

#[test]
fn a_dry_run_says_who_would_be_told_and_keeps_nothing() {
    let hook = Hook::start();
    let place = place(&hook);
    let ran =
        place.run(&["--now", "2024-01-01T12:30:00Z", "event", "order", "New Order #1", "--format", "json"]);
    let json = ran.exits(0).json();
    assert_eq!(json["told"][0]["recipient"], "+2");
    assert!(hook.requests().is_empty());
    let _ = event(&place, &["order", "New Order #2"]).exits(0);
    let ran = place.line("--now 2024-01-01T12:31:00Z event list --format json").exits(0);
    assert_eq!(ran.json()["events"].as_array().unwrap().len(), 1);
}

#[rstest::rstest]
#[case(&["../order", "x"], "a kind is up to 64 letters")]
#[case(&["order", "x", "-l", "version"], "write NAME=VALUE")]
#[case(&["order", "x", "-l", "event=y"], "the label `event` is the kind itself")]
#[case(&["order", "x", "--at", "yesterday"], "invalid value 'yesterday'")]
#[case(&["order", " "], "the event's text is empty")]
#[case(&["order"], "<TEXT>")]
fn what_is_no_event_is_refused(#[case] args: &[&str], #[case] message: &str) {
    let hook = Hook::start();
    let ran = event(&place(&hook), args).exits(2);
    assert!(ran.stderr.contains(message), "{}", ran.stderr);
}
