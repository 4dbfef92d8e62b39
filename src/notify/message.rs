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
