//! What every channel must hold, through the real way of sending, against servers that do as they are told:
//! the payload ([`golden`]), failures ([`failures`]), secrets ([`secrets`]) and limits ([`limits`]).

mod failures;
mod golden;
mod limits;
#[path = "../../../../tests/verbs/support/post_office.rs"]
mod post_office;
mod secrets;

use std::collections::BTreeMap;
use std::fs;

use jiff::Timestamp;
use tempfile::TempDir;

use super::{Context, SendError, Sent, send};
use crate::config::Channel;
use crate::label::Labels;
use crate::net::runtime;
use crate::net::{hook, response};
use crate::notify::message::Message;
use crate::notify::{Happening, Kind, Member, Story};
use crate::time::Duration;
use hook::Hook;
use post_office::PostOffice;

/// What the fixtures' secrets have in common.
const SECRET: &str = "s3cr3t";

/// Every kind that speaks HTTP, with what its vendor answers when all is well.
const HTTP: &[(&str, &str)] = &[
    ("alertmanager", "200 OK|"),
    ("alertmanager_webhook", "200 OK|"),
    ("pagerduty", r#"202 Accepted|{"status":"success","message":"Event processed","dedup_key":"x"}"#),
    ("slack", "200 OK|ok"),
    ("slack_bot", r#"200 OK|{"ok":true,"channel":"C024BE91L","ts":"1503435956.000247"}"#),
    ("twilio_sms", r#"201 Created|{"sid":"SM0123456789abcdef0123456789abcdef","status":"queued"}"#),
    ("twilio_voice", r#"201 Created|{"sid":"CA0123456789abcdef0123456789abcdef","status":"queued"}"#),
    ("webhook", "204 No Content|"),
];

/// One channel of each kind, all of which speak to one server.
struct Bench {
    channels: BTreeMap<String, Channel>,
    context: Context,
    _folder: TempDir,
}

impl Bench {
    /// `http` is the base URL of HTTP channels, `smtp` the port of the mail server.
    fn new(http: &str, smtp: u16) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: String| fs::write(folder.path().join(name), text + "\n").unwrap();
        write("hook", format!("{http}/services/T000/B000/{SECRET}-path"));
        write("webhook", format!("{http}/hook/{SECRET}-path?key={SECRET}-key"));
        write("token", format!("{SECRET}-token"));
        let toml = format!(
            r#"
            alertmanager.alertmanager = {{ urls = ["{http}/am"], username = "till", password = "file:token", timeout = "300ms" }}
            alertmanager_webhook.alertmanager_webhook = {{ url = "file:webhook", token = "file:token", timeout = "300ms" }}
            exec.exec = {{ command = ["sh", "-c", "cat >> told.jsonl; echo >> told.jsonl"], address = "pager" }}
            pagerduty.pagerduty = {{ routing_key = "file:token", base_url = "{http}", timeout = "300ms" }}
            slack.slack = {{ url = "file:hook", timeout = "300ms" }}
            slack_bot.slack_bot = {{ token = "file:token", channel = "C024BE91L", base_url = "{http}/api", timeout = "300ms" }}
            twilio_sms.twilio_sms = {{ account_sid = "AC123", auth_token = "file:token", from = "+15005550006", base_url = "{http}", timeout = "300ms" }}
            twilio_voice.twilio_voice = {{ account_sid = "AC123", auth_token = "file:token", from = "+15005550006", language = "ru-RU", voice = "Polly.Tatyana", base_url = "{http}", timeout = "300ms" }}
            webhook.webhook = {{ url = "file:webhook", token = "file:token", timeout = "300ms" }}
            smtp.smtp = {{ host = "127.0.0.1", port = {smtp}, tls = "none", from = "Касса <till@example.org>", username = "till", password = "file:token", timeout = "300ms" }}
            "#
        );
        let context = Context {
            folder: folder.path().to_owned(),
            now: at("2025-10-24T10:05:00Z"),
            interval: Duration::from_secs(60),
        };
        Self { channels: toml::from_str(&toml).unwrap(), context, _folder: folder }
    }

    fn send(&self, channel: &str, message: &Message) -> Result<Sent, SendError> {
        let recipient = match self.channels[channel].address_kind() {
            Some("email") => "on-call@example.org",
            Some(_) => "+79000000001",
            None => channel,
        };
        let message = Message { recipient: recipient.into(), ..message.clone() };
        runtime().unwrap().block_on(send(&self.channels[channel], &message, &self.context))
    }
}

/// A server that answers a kind as its vendor does.
fn vendor(kind: &str) -> Hook {
    let hook = Hook::start();
    let answer = HTTP.iter().find(|(name, _)| *name == kind).map_or("200 OK|", |(_, answer)| answer);
    hook.answer(&response(answer));
    hook
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// An incident of two alerts.
fn story() -> Story {
    let alert = |store: (&str, &str), value: f64| Member {
        name: "SuccessLow".into(),
        state: "firing".into(),
        summary: format!("{}: {value} % & <меньше 95>", store.1),
        labels: [("alertname", "SuccessLow"), ("severity", "P1"), ("store_id", store.0)]
            .into_iter()
            .collect(),
        annotations: [("runbook".to_owned(), "https://runbooks.example.org/success".to_owned())].into(),
        values: [("total".to_owned(), 10.into()), ("value".to_owned(), value.into())].into_iter().collect(),
        store: Some(store.1.into()),
        fired: Some("2025-10-24 13:04:00 MSK".into()),
        ended: None,
        fired_at: Some(at("2025-10-24T10:04:00Z")),
        ended_at: None,
    };
    Story {
        project: "Shops".into(),
        url: Some("https://till.example.org/".into()),
        origin: "Shops till.db".into(),
        incident: 7,
        severity: "P1".into(),
        route: "backend".into(),
        group: [("alertname", "SuccessLow")].into_iter().collect(),
        opened: "2025-10-24 13:04:00 MSK".into(),
        ack_url: Some("https://till.example.org/ack/7?sig=abc".into()),
        notes: vec!["Looking at the <database>".into()],
        alerts: vec![alert(("3", "Алмаз"), 40.5), alert(("4", "Рубин"), 61.0)],
        ..Story::default()
    }
}

/// A message as delivery makes it, about the incident of [`story`].
fn message(kind: Kind) -> Message {
    let mut story = story();
    if kind == Kind::Update {
        story.acked_by = Some("Иван".into());
    }
    if kind == Kind::End {
        (story.closed, story.duration) = (Some("2025-10-24 13:34:00 MSK".into()), Some("30m".into()));
        for alert in &mut story.alerts {
            alert.state = "ended".into();
            alert.ended = Some("2025-10-24 13:34:00 MSK".into());
            alert.ended_at = Some(at("2025-10-24T10:34:00Z"));
        }
    }
    let recipient = String::new();
    let subject = "[P1] Алмаз: 40.5 % & <меньше 95> (Shops #7)".to_owned();
    let (text, html) = ("Алмаз: 40.5 % & <меньше 95>\n\nStore: Алмаз".to_owned(), "<p>Алмаз</p>".to_owned());
    let (key, thread) = (format!("key-of-{}", kind.name()), "thread-7".to_owned());
    Message {
        key,
        thread,
        kind,
        recipient,
        subject,
        text,
        html,
        stories: vec![story],
        event: None,
        receipt: None,
        mistakes: Vec::new(),
    }
}

/// Two incidents in one message.
fn digest() -> Message {
    let first = story();
    let second =
        Story { incident: 8, group: Labels::default(), alerts: first.alerts[1..].to_vec(), ..first.clone() };
    Message {
        key: "key-of-digest".into(),
        thread: "thread-of-digest".into(),
        subject: "[P1] 2 incidents at once (Shops)".into(),
        text: "2 incidents of Shops".into(),
        stories: vec![first, second],
        ..message(Kind::Open)
    }
}

fn event() -> Message {
    let event = Happening {
        id: 5,
        project: "Shops".into(),
        url: Some("https://till.example.org/".into()),
        origin: "Shops till.db".into(),
        event: "deployment".into(),
        text: "api 1.4.2".into(),
        at: "2025-10-24 13:05:00 MSK".into(),
        instant: Timestamp::constant(1_761_300_300, 0),
        time_zone: "Europe/Moscow".into(),
        labels: [("version", "1.4.2")].into_iter().collect(),
    };
    let (subject, text) = ("[deployment] api 1.4.2 (Shops)".into(), "api 1.4.2\nversion: 1.4.2".into());
    Message {
        thread: "thread-of-event".into(),
        subject,
        text,
        stories: Vec::new(),
        event: Some(event),
        ..message(Kind::Event)
    }
}

fn test() -> Message {
    let (subject, text) = ("[test] Shops can reach you".into(), "This is a test message of Shops.".into());
    Message { thread: "thread-of-test".into(), subject, text, stories: Vec::new(), ..message(Kind::Test) }
}
