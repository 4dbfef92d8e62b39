//! The payload of every channel for every kind of message, and the vendors' schemas.
//!
//! tests/golden/channels/README.md names the vendor's example beside which each file was written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::hook::Request;
use super::*;

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

#[rstest::rstest]
#[case("alertmanager", "alertmanager-v2-postable-alerts.json")]
#[case("alertmanager_webhook", "alertmanager-webhook-v4.json")]
#[case("pagerduty", "pagerduty-events-v2.json")]
#[case("slack", "slack-blocks.json")]
#[case("slack_bot", "slack-blocks.json")]
#[case("twilio_sms", "twilio-message.json")]
#[case("twilio_voice", "twilio-call.json")]
fn each_message_fits_the_vendors_schema(#[case] kind: &str, #[case] schema: &str) {
    let schema = golden(&format!("schema/{schema}")).1.unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    for (name, told) in golden(&format!("{kind}.json")).1.unwrap().as_object().unwrap() {
        let errors: Vec<_> = validator
            .iter_errors(&told["body"])
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{kind} {name}: {}", errors.join("\n"));
    }
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
