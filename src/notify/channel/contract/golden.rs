//! The payload of every channel for every kind of message, and the vendors' schemas.
//!
//! tests/golden/channels/README.md names the vendor's example beside which each file was written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::hook::Request;
use super::*;
use crate::notify::channel::alertmanager::refresh;

/// The life of an incident, then what is none. Each message gets the receipt of the one before.
fn life() -> Vec<(&'static str, Message)> {
    let of = |kind: Kind| (kind.name(), message(kind));
    vec![
        of(Kind::Open),
        of(Kind::Update),
        of(Kind::Repeat),
        of(Kind::Escalate),
        of(Kind::End),
        ("digest", digest()),
        ("event", event()),
        ("test", test()),
    ]
}

/// What a channel sends, by message.
fn told(kind: &str) -> Value {
    let (hook, office) = (vendor(kind), PostOffice::start());
    let bench = Bench::new(&hook.url, office.port);
    let (mut told, mut receipt, mut seen) = (BTreeMap::new(), None, 0);
    for (name, mut message) in life() {
        message.receipt = receipt.clone().filter(|_| message.thread == "thread-7");
        receipt = bench.send(kind, &message).unwrap().receipt;
        let all = arrived(kind, &bench, &hook, &office);
        assert_eq!(all.len(), seen + 1, "{kind} {name}: one message is one request");
        seen = all.len();
        told.insert(name, all.into_iter().next_back().unwrap());
    }
    json!(told)
}

fn arrived(kind: &str, bench: &Bench, hook: &Hook, office: &PostOffice) -> Vec<Value> {
    match kind {
        "smtp" => office.mails().iter().map(|mail| headers(mail)).collect(),
        "exec" => {
            let told = fs::read_to_string(bench.context.folder.join("told.jsonl")).unwrap();
            told.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
        }
        _ => hook.requests().iter().map(request).collect(),
    }
}

/// A request without what differs from run to run.
fn request(request: &Request) -> Value {
    let kept = ["authorization", "content-type", "idempotency-key"];
    let headers: BTreeMap<_, _> =
        request.headers.iter().filter(|(name, _)| kept.contains(&name.as_str())).collect();
    let form = || {
        let url = reqwest::Url::parse(&format!("x:?{}", String::from_utf8_lossy(&request.body))).unwrap();
        let pairs: BTreeMap<String, String> =
            url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        json!(pairs)
    };
    let body = serde_json::from_slice(&request.body).unwrap_or_else(|_| form());
    json!({ "request": request.line, "headers": headers, "body": body })
}

/// The headers of a mail that do not differ from run to run.
fn headers(mail: &str) -> Value {
    let unfolded = mail.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ");
    let pairs = unfolded.lines().filter_map(|line| line.split_once(": "));
    let kept = pairs.filter(|(name, _)| !["Date", "Content-Type", "MIME-Version"].contains(name));
    json!(kept.collect::<BTreeMap<_, _>>())
}

fn golden(file: &str) -> (std::path::PathBuf, Option<Value>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/channels").join(file);
    let text = fs::read_to_string(&path).ok();
    (path, text.map(|text| serde_json::from_str(&text).unwrap()))
}

#[rstest::rstest]
fn each_message_is_sent_as_it_is_written_down(
    #[values(
        "alertmanager",
        "alertmanager_webhook",
        "exec",
        "pagerduty",
        "slack",
        "slack_bot",
        "smtp",
        "twilio_sms",
        "twilio_voice",
        "webhook"
    )]
    kind: &str,
) {
    let told = told(kind);
    let (path, written) = golden(&format!("{kind}.json"));
    if written.as_ref() != Some(&told) {
        let actual = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/golden/{kind}.json"));
        fs::create_dir_all(actual.parent().unwrap()).unwrap();
        fs::write(&actual, serde_json::to_string_pretty(&told).unwrap() + "\n").unwrap();
        panic!("{} differs from what is sent: {}", path.display(), actual.display());
    }
}

/// The vendor's schema for the requests of a kind to a path.
fn schema(kind: &str, request: &str) -> Option<&'static str> {
    Some(match kind {
        "alertmanager" => "alertmanager-v2-postable-alerts.json",
        "alertmanager_webhook" => "alertmanager-webhook-v4.json",
        "pagerduty" if request.ends_with("/change/enqueue") => "pagerduty-change-events-v2.json",
        "pagerduty" => "pagerduty-events-v2.json",
        "slack" | "slack_bot" => "slack-blocks.json",
        "twilio_sms" => "twilio-message.json",
        "twilio_voice" => "twilio-call.json",
        _ => return None,
    })
}

#[test]
fn each_message_fits_the_vendors_schema() {
    let mut checked = 0;
    for (kind, _) in HTTP {
        for (name, told) in golden(&format!("{kind}.json")).1.unwrap().as_object().unwrap() {
            let Some(schema) = schema(kind, told["request"].as_str().unwrap()) else { continue };
            let schema = golden(&format!("schema/{schema}")).1.unwrap();
            let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
            let errors: Vec<_> = validator
                .iter_errors(&told["body"])
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{kind} {name}: {}", errors.join("\n"));
            checked += 1;
        }
    }
    assert_eq!(checked, 7 * 8, "all kinds but our own webhook, all messages");
}

#[test]
fn while_an_alert_fires_alertmanager_is_told_an_end_at_least_four_intervals_ahead() {
    let told = golden("alertmanager.json").1.unwrap();
    for alert in told["open"]["body"].as_array().unwrap() {
        let ends = at(alert["endsAt"].as_str().unwrap());
        assert!(ends >= at("2025-10-24T10:09:00Z"), "{ends}");
    }
    for alert in told["end"]["body"].as_array().unwrap() {
        assert_eq!(alert["endsAt"], "2025-10-24T10:34:00Z", "its actual end");
    }
}

#[rstest::rstest]
fn a_second_attempt_is_the_same_as_the_first(
    #[values(
        "alertmanager",
        "alertmanager_webhook",
        "exec",
        "pagerduty",
        "slack",
        "slack_bot",
        "smtp",
        "twilio_sms",
        "twilio_voice",
        "webhook"
    )]
    kind: &str,
) {
    let (hook, office) = (vendor(kind), PostOffice::start());
    let bench = Bench::new(&hook.url, office.port);
    for _ in 0..2 {
        let _ = bench.send(kind, &message(Kind::Open)).unwrap();
    }
    let told = arrived(kind, &bench, &hook, &office);
    assert_eq!(told[0], told[1]);
    assert!(told[0].to_string().contains("key-of-open"), "{}", told[0]);
}

#[test]
fn a_refresh_moves_the_end_of_everything_that_fires_and_tells_its_values() {
    let hook = vendor("alertmanager");
    let mut bench = Bench::new(&hook.url, 1);
    let Channel::Alertmanager(channel) = bench.channels["alertmanager"].clone() else { panic!() };
    let mut open = vec![story()];
    open[0].alerts[0].values.insert("value".into(), 12.5.into());
    open[0].alerts[1].ended_at = Some(at("2025-10-24T10:04:30Z"));
    bench.context.now = at("2025-10-24T11:00:00Z");
    runtime().unwrap().block_on(refresh(&channel, &open, &bench.context)).unwrap();
    let told = hook.requests()[0].json();
    assert_eq!(told[0]["annotations"]["value"], "12.5");
    assert_eq!([&told[0]["endsAt"], &told[1]["endsAt"]], ["2025-10-24T11:05:00Z", "2025-10-24T10:04:30Z"]);
}

#[test]
fn a_refresh_of_nothing_asks_nobody() {
    let hook = vendor("alertmanager");
    let bench = Bench::new(&hook.url, 1);
    let Channel::Alertmanager(channel) = bench.channels["alertmanager"].clone() else { panic!() };
    runtime().unwrap().block_on(refresh(&channel, &[], &bench.context)).unwrap();
    assert!(hook.requests().is_empty());
}

#[test]
fn an_alert_that_fires_on_ends_for_alertmanager_when_somebody_resolves_its_incident() {
    let hook = vendor("alertmanager");
    let bench = Bench::new(&hook.url, 1);
    let mut resolved = message(Kind::End);
    resolved.stories[0].closed_at = Some(at("2025-10-24T10:20:00Z"));
    resolved.stories[0].alerts[0].ended_at = None;
    bench.send("alertmanager", &resolved).unwrap();
    let told = hook.requests()[0].json();
    assert_eq!([&told[0]["endsAt"], &told[1]["endsAt"]], ["2025-10-24T10:20:00Z", "2025-10-24T10:34:00Z"]);
}

#[test]
fn pagerduty_is_never_asked_to_trigger_what_has_ended() {
    let hook = vendor("pagerduty");
    let bench = Bench::new(&hook.url, 1);
    let mut late = message(Kind::Open);
    late.stories[0].closed = Some("2025-10-24 13:34:00 MSK".into());
    bench.send("pagerduty", &late).unwrap();
    assert_eq!(hook.requests()[0].json()["event_action"], "resolve");
}
