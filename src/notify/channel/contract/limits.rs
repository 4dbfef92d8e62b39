//! Whatever the length of a message, it fits, and no character is cut in two.

use serde_json::Value;

use super::*;

/// A message of which every part is far too long.
fn long(character: &str) -> Message {
    let text = character.repeat(10_000);
    let mut message = message(Kind::Open);
    let story = &mut message.stories[0];
    for alert in &mut story.alerts {
        alert.summary.clone_from(&text);
        alert.store = Some(text.clone());
        alert.annotations.insert("description".into(), text.clone());
        alert.annotations.insert("runbook".into(), text.clone());
    }
    story.alerts = story.alerts.iter().cycle().take(60).cloned().collect();
    story.route.clone_from(&text);
    story.notes = vec![text.clone()];
    Message { subject: text.clone(), text, ..message }
}

fn sent(kind: &str, message: &Message) -> super::hook::Request {
    let hook = vendor(kind);
    let _ = Bench::new(&hook.url, 1).send(kind, message).unwrap();
    hook.requests().remove(0)
}

/// Counts as the strictest reader does.
fn length(value: &Value) -> usize {
    value.as_str().unwrap_or_default().encode_utf16().count()
}

fn form(kind: &str, message: &Message, field: &str) -> String {
    let body = sent(kind, message).body;
    let url = reqwest::Url::parse(&format!("x:?{}", String::from_utf8(body).unwrap())).unwrap();
    url.query_pairs().find(|(name, _)| name == field).unwrap().1.into_owned()
}

#[rstest::rstest]
#[case("я")]
#[case("🔥")]
#[case("<&>")]
fn slack_gets_what_its_blocks_may_hold(#[case] character: &str, #[values("slack", "slack_bot")] kind: &str) {
    for message in [long(character), Message { stories: Vec::new(), ..long(character) }] {
        let json = sent(kind, &message).json();
        let blocks = json["blocks"].as_array().unwrap();
        assert!(blocks.len() <= 50);
        for block in blocks {
            let most = if block["type"] == "header" { 150 } else { 3000 };
            assert!(length(&block["text"]["text"]) <= most, "{}", block["type"]);
            for field in block["fields"].as_array().into_iter().flatten() {
                assert!(length(&field["text"]) <= 2000);
            }
            assert!(block["elements"].as_array().is_none_or(|elements| elements.len() <= 10));
        }
        assert!(length(&json["text"]) <= 3000);
    }
}

#[rstest::rstest]
#[case("я")]
#[case("🔥")]
fn pagerduty_gets_a_summary_of_1024_characters(#[case] character: &str) {
    let json = sent("pagerduty", &long(character)).json();
    let summary = length(&json["payload"]["summary"]);
    assert!((1000..=1024).contains(&summary), "{summary}");
    assert!(json.to_string().len() < 512 * 1024, "and an event of 512 KiB");
}

#[rstest::rstest]
#[case("a", 459)]
#[case("я", 201)]
#[case("🔥", 201)]
fn a_text_message_keeps_its_link_and_its_price(#[case] character: &str, #[case] places: usize) {
    let body = form("twilio_sms", &long(character), "Body");
    assert!(body.ends_with("...\nhttps://till.example.org/ack/7?sig=abc"), "{body}");
    let units = body.encode_utf16().count();
    assert!((places - 2..=places).contains(&units), "{units}");
}

#[rstest::rstest]
#[case("a")]
#[case("я")]
#[case("🔥")]
#[case("<&>")]
fn a_call_gets_twiml_of_4000_characters(#[case] character: &str) {
    let twiml = form("twilio_voice", &long(character), "Twiml");
    assert!(twiml.encode_utf16().count() <= 4000 && twiml.ends_with("...</Say></Response>"), "{twiml}");
}

#[test]
fn a_webhook_gets_as_many_alerts_as_it_asked_for_and_the_number_of_the_others() {
    let hook = vendor("alertmanager_webhook");
    let mut bench = Bench::new(&hook.url, 1);
    let toml = format!("[hook.alertmanager_webhook]\nurl = \"{}\"\nmax_alerts = 10", hook.url);
    bench.channels = toml::from_str(&toml).unwrap();
    let _ = bench.send("hook", &long("я")).unwrap();
    let json = hook.requests()[0].json();
    assert_eq!((json["alerts"].as_array().unwrap().len(), &json["truncatedAlerts"]), (10, &Value::from(50)));
}
