//! From an incident's story to the words that are sent: Tera templates that a project may override.

use serde::Serialize;

use super::{Kind, OutboxRow, Story};
use crate::render::{RenderError, Templates};

/// One alert of an incident, as templates see it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Member {
    pub name: String,
    pub state: String,
    pub summary: String,
    pub labels: crate::label::Labels,
    pub annotations: std::collections::BTreeMap<String, String>,
    pub values: serde_json::Map<String, serde_json::Value>,
    pub store: Option<String>,
    /// Local time in the project's zone.
    pub fired: Option<String>,
    pub ended: Option<String>,
}

/// What a channel is given to send.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    /// The same for every attempt at one intent, and for no other intent.
    pub key: String,
    /// The same for all messages of one incident.
    pub thread: String,
    pub kind: Kind,
    pub recipient: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub story: Story,
}

#[derive(Serialize)]
struct Model<'a> {
    kind: &'static str,
    recipient: &'a str,
    #[serde(flatten)]
    story: &'a Story,
}

impl Message {
    /// Renders `messages/subject.txt`, `messages/body.txt` and `messages/body.html`.
    pub(super) fn render(templates: &Templates, row: &OutboxRow, story: Story) -> Result<Self, RenderError> {
        let model = Model { kind: row.kind.name(), recipient: &row.recipient, story: &story };
        let subject = templates
            .render("messages/subject.txt", &model)?
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let text = templates.render("messages/body.txt", &model)?;
        let html = templates.render("messages/body.html", &model)?;
        let parts = [story.origin.as_str(), &row.id.to_string(), &row.created.to_string()].map(str::to_owned);
        let key = crate::label::digest(parts.iter().map(String::as_str));
        let thread = crate::label::digest([story.origin.as_str(), "incident", &row.incident.to_string()]);
        Ok(Self { key, thread, kind: row.kind, recipient: row.recipient.clone(), subject, text, html, story })
    }
}

/// Renders every message template for an incident that goes on and for one that has ended, and forgets the result.
pub(crate) fn rehearse(templates: &Templates) -> Result<(), RenderError> {
    let text = |text: &str| Some(text.to_owned());
    let member = Member {
        name: "Rehearsal".into(),
        state: "firing".into(),
        summary: "nothing is wrong".into(),
        labels: [("store_id", "1")].into_iter().collect(),
        annotations: ["description", "runbook", "summary"]
            .map(|name| (name.to_owned(), name.to_owned()))
            .into(),
        values: [("value".to_owned(), 1.5.into())].into_iter().collect(),
        store: text("Store"),
        fired: text("2025-10-24 10:00"),
        ended: None,
    };
    let open = Story {
        project: "project".into(),
        url: text("http://localhost"),
        origin: String::new(),
        incident: 1,
        severity: "P0".into(),
        opened: "2025-10-24 10:00".into(),
        closed: None,
        duration: None,
        acked_by: None,
        alerts: vec![member],
    };
    let ended = Story {
        closed: text("2025-10-24 10:45"),
        duration: text("45m"),
        acked_by: text("you"),
        ..open.clone()
    };
    for (kind, story) in [(Kind::Open, &open), (Kind::End, &ended)] {
        let model = Model { kind: kind.name(), recipient: "you@example.org", story };
        let mut names = templates.names();
        names.retain(|name| name.starts_with("messages/"));
        for name in names {
            templates.render(&name, &model)?;
        }
    }
    Ok(())
}
