//! How the summary of something longer looks in Slack: what it says, its figures, and where all of it is read.

use serde_json::{Value, json};

use super::cut::cut;
use super::slack_blocks::{FIELD, FIELDS, SECTION, escape, header, mrkdwn, section};

/// What stands in a summary.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Summary<'a> {
    pub title: &'a str,
    /// The sentence that says how it is.
    pub text: &'a str,
    pub is_well: bool,
    /// Title and value; the first ten are shown.
    pub figures: &'a [(String, String)],
    /// Where all of it is read.
    pub link: Option<&'a str>,
    /// In small letters, below.
    pub note: &'a str,
}

/// `text` for notifications, `blocks` for everything else.
pub(crate) fn summary(summary: &Summary) -> Value {
    let mark = if summary.is_well { ":white_check_mark:" } else { ":warning:" };
    let mut blocks = vec![header(summary.title), section(&format!("{mark} {}", escape(summary.text)))];
    let figures = summary.figures.iter().take(FIELDS);
    let fields: Vec<_> = figures
        .map(|(name, value)| mrkdwn(&format!("*{}*\n{}", escape(name), escape(value)), FIELD))
        .collect();
    if !fields.is_empty() {
        blocks.push(json!({ "type": "section", "fields": fields }));
    }
    blocks.push(json!({ "type": "context", "elements": [mrkdwn(&escape(summary.note), FIELD)] }));
    if let Some(url) = summary.link {
        let open = json!({ "type": "plain_text", "text": "Open the report" });
        let button = json!({ "type": "button", "text": open, "url": url });
        blocks.push(json!({ "type": "actions", "elements": [button] }));
    }
    let text = format!("{}: {}", summary.title, summary.text);
    json!({ "text": cut(&escape(&text), SECTION), "blocks": blocks })
}
