//! From what there is to tell to the words that are sent: Tera templates that a project may override.

use std::cell::RefCell;
use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::Serialize;

use super::outbox::shared_bundle;
use super::{Happening, Kind, Member, OutboxRow, Share, Story, Tale, Tally};
use crate::label::{Labels, digest};
use crate::render::{RenderError, Templates};

/// The most incidents that one message goes into; it counts the others.
pub(super) const SHOWN: usize = 50;

/// What a channel is given to send.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    /// The same for every attempt at one intent, and for no other intent.
    pub key: String,
    /// The same for all messages about one subject.
    pub thread: String,
    pub kind: Kind,
    pub recipient: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// The incidents: one, several in a digest, none in an event or a test.
    pub stories: Vec<Story>,
    pub event: Option<Happening>,
    /// What this channel answered to an earlier message about the same subject.
    pub receipt: Option<String>,
    /// What is wrong with the project's templates, in whose place the shipped ones were used.
    pub mistakes: Vec<String>,
}

/// What one message is made of.
pub(super) struct Parts<'a> {
    /// The rows that it settles; the first one gives it its kind and thread.
    pub rows: &'a [OutboxRow],
    pub tales: Vec<Tale>,
    pub receipt: Option<String>,
    /// What all rows are about, where they are several.
    pub tally: Tally,
}

#[derive(Serialize)]
struct One<'a, T> {
    kind: &'static str,
    recipient: &'a str,
    /// How many of its alerts go on, if it is an incident.
    #[serde(skip_serializing_if = "Option::is_none")]
    firing: Option<usize>,
    #[serde(flatten)]
    tale: &'a T,
}

#[derive(Serialize)]
struct Many<'a> {
    kind: &'static str,
    recipient: &'a str,
    project: &'a str,
    url: &'a Option<String>,
    /// Whether they all began at once, rather than in a day.
    storm: bool,
    /// All incidents, those that are left out included.
    total: usize,
    /// What all of them are about.
    tally: &'a Tally,
    incidents: &'a [Story],
}

#[derive(Serialize)]
struct Test<'a> {
    kind: &'static str,
    recipient: &'a str,
    project: &'a str,
}

impl<'a> One<'a, Story> {
    fn incident(kind: &'static str, recipient: &'a str, tale: &'a Story) -> Self {
        let firing = tale.alerts.iter().filter(|alert| alert.ended.is_none()).count();
        Self { kind, recipient, firing: Some(firing), tale }
    }
}

impl<'a> One<'a, Happening> {
    fn event(kind: &'static str, recipient: &'a str, tale: &'a Happening) -> Self {
        Self { kind, recipient, firing: None, tale }
    }
}

/// Renders by the project's templates; where one of them fails, by the shipped one.
struct Writer<'a> {
    templates: &'a Templates,
    mistakes: RefCell<Vec<RenderError>>,
}

impl<'a> Writer<'a> {
    fn new(templates: &'a Templates) -> Self {
        Self { templates, mistakes: RefCell::default() }
    }

    /// Renders whatever template `name` chooses.
    fn text(
        &self,
        name: impl Fn(&Templates) -> String,
        model: &impl Serialize,
    ) -> Result<String, RenderError> {
        let mistake = match self.templates.render(&name(self.templates), model) {
            Ok(text) => return Ok(text),
            Err(mistake) => mistake,
        };
        let shipped = Templates::shipped()?;
        let text = shipped.render(&name(&shipped), model)?;
        self.mistakes.borrow_mut().push(mistake);
        Ok(text)
    }

    fn texts(&self, folder: &str, model: &impl Serialize) -> Result<[String; 3], RenderError> {
        let text = |name: &str| self.text(|_| format!("{folder}{name}"), model);
        Ok([text("subject.txt")?, text("body.txt")?, text("body.html")?])
    }

    /// Each text by the template of the event's kind, or by the one for all kinds where that has none.
    fn event_texts(&self, model: &One<'_, Happening>) -> Result<[String; 3], RenderError> {
        let text = |name: &str| {
            let choose = |templates: &Templates| {
                let of_kind = format!("{EVENT}{}/{name}", model.tale.event);
                if templates.has(&of_kind) { of_kind } else { format!("{EVENT}{name}") }
            };
            self.text(choose, model)
        };
        Ok([text("subject.txt")?, text("body.txt")?, text("body.html")?])
    }
}

impl Message {
    /// Renders the three texts of a message: `messages/subject.txt`, `body.txt` and `body.html` for an incident,
    /// `messages/digest/…` for several, `messages/event/KIND/…` or else `messages/event/…`, and `messages/test/…`.
    pub(super) fn render(templates: &Templates, parts: Parts<'_>) -> Result<Self, RenderError> {
        let Parts { rows, tales, receipt, tally } = parts;
        let first = &rows[0];
        let (mut stories, mut event, mut test) = (Vec::new(), None, String::new());
        for tale in tales {
            match tale {
                Tale::Incident(story) => stories.push(*story),
                Tale::Event(happening) => event = Some(*happening),
                Tale::Test(project) => test = project,
            }
        }
        let (kind, recipient) = (first.kind.name(), first.recipient.as_str());
        let writer = Writer::new(templates);
        let rendered = match (&event, stories.as_slice()) {
            (Some(tale), _) => writer.event_texts(&One::event(kind, recipient, tale))?,
            (None, []) => writer.texts("messages/test/", &Test { kind, recipient, project: &test })?,
            (None, [tale]) if rows.len() == 1 => {
                writer.texts("messages/", &One::incident(kind, recipient, tale))?
            }
            (None, incidents) => {
                let (project, url) = (&incidents[0].project, &incidents[0].url);
                let bundle = first.bundle.as_deref().unwrap_or_default();
                let (storm, total) = (bundle.starts_with("storm"), rows.len());
                writer.texts(
                    "messages/digest/",
                    &Many { kind, recipient, project, url, storm, total, tally: &tally, incidents },
                )?
            }
        };
        let origin = stories.first().map(|story| &story.origin);
        let origin = origin.or(event.as_ref().map(|event| &event.origin)).unwrap_or(&test);
        let ids: Vec<String> =
            rows.iter().flat_map(|row| [row.id.to_string(), row.created.to_string()]).collect();
        let key = digest([origin.as_str()].into_iter().chain(ids.iter().map(String::as_str)));
        let thread = thread(origin, rows);
        let [subject, plain, html] = rendered;
        let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
        let recipient = first.recipient.clone();
        Ok(Self {
            key,
            thread,
            kind: first.kind,
            recipient,
            subject,
            text: plain,
            html,
            stories,
            event,
            receipt,
            mistakes: writer.mistakes.into_inner().iter().map(ToString::to_string).collect(),
        })
    }
}

impl Message {
    /// What there is to keep about a message that was sent: why it does not look as the project has it.
    pub(super) fn note(&self) -> Option<String> {
        let mistakes = self.mistakes.join("; ");
        (!mistakes.is_empty()).then(|| format!("{mistakes}; the shipped template was used"))
    }
}

/// What all messages about a subject have in common; all digests of a bundle are one thread.
fn thread(origin: &str, rows: &[OutboxRow]) -> String {
    match (&rows[0].bundle, rows[0].subject.incident()) {
        (Some(bundle), _) if rows.len() > 1 => digest([origin, shared_bundle(bundle)]),
        (_, Some(incident)) => digest([origin, "incident", &incident.to_string()]),
        _ => digest([origin, &rows[0].subject.to_string()]),
    }
}

/// Where the templates of events lie; those of one kind in a folder of its name.
const EVENT: &str = "messages/event/";

/// The kinds of events that have templates of their own, and one that has none.
fn event_kinds(templates: &Templates) -> BTreeSet<String> {
    let names = templates.names();
    let own = names.iter().filter_map(|name| Some(name.strip_prefix(EVENT)?.split_once('/')?.0.to_owned()));
    own.chain(["other".to_owned()]).collect()
}

/// Renders every message template for whatever it may be asked for, and forgets the result.
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
        fired_at: None,
        ended_at: None,
    };
    let open = Story {
        project: "project".into(),
        url: text("http://localhost"),
        incident: 1,
        severity: "P0".into(),
        route: "route".into(),
        opened: "2025-10-24 10:00".into(),
        ack_url: text("http://localhost/ack/1"),
        notes: vec!["a note".into()],
        alerts: vec![member],
        ..Story::default()
    };
    let ended = Story {
        closed: text("2025-10-24 10:45"),
        duration: text("45m"),
        acked_by: text("you"),
        ..open.clone()
    };
    let (recipient, writer) = ("you@example.org", Writer::new(templates));
    for (kind, tale) in [Kind::Open, Kind::Update, Kind::Repeat, Kind::Escalate]
        .map(|kind| (kind, &open))
        .into_iter()
        .chain([(Kind::End, &ended)])
    {
        writer.texts("messages/", &One::incident(kind.name(), recipient, tale))?;
    }
    let incidents = [open.clone(), ended];
    let (project, url) = ("project", &open.url);
    let share = |name: &str| vec![Share { name: name.into(), incidents: 3 }];
    let tally = Tally { more_rules: 1, more_stores: 1, ..Tally::new("P0", share("Rehearsal"), share("1")) };
    for storm in [false, true] {
        let many = Many {
            kind: "open",
            recipient,
            project,
            url,
            storm,
            total: 3,
            tally: &tally,
            incidents: &incidents,
        };
        writer.texts("messages/digest/", &many)?;
    }
    for event in event_kinds(templates) {
        // Without labels: no event is sure to have one.
        let happening = Happening {
            id: 1,
            project: project.into(),
            url: url.clone(),
            origin: String::new(),
            event,
            text: "something happened".into(),
            at: "2025-10-24 10:00".into(),
            instant: Timestamp::UNIX_EPOCH,
            time_zone: "UTC".into(),
            labels: Labels::default(),
        };
        writer.event_texts(&One::event("event", recipient, &happening))?;
    }
    writer.texts("messages/test/", &Test { kind: "test", recipient, project })?;
    writer.mistakes.into_inner().into_iter().next().map_or(Ok(()), Err)
}
