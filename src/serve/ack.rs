//! `/ack/TOKEN`: what a link in a message leads to. Mail scanners follow links, so the form's POST alone changes anything.

use std::sync::Arc;

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::Receiver;
use super::handlers::blocking;
use super::refusal::Refusal;
use crate::db::{DbError, Session};
use crate::incident::{AckLink, Act, Done, Glance, LinkError, LinkKey, glance};
use crate::render::{RenderError, Templates};
use crate::time::{Duration, zone};

const TEMPLATE: &str = "pages/ack.html";

/// The most characters of a name and of a comment that are kept.
const NAME: usize = 100;
const COMMENT: usize = 500;

/// Nothing is loaded from anywhere, the form goes nowhere else, and no other page frames it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What the form sends; a field that is missing is empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Answer {
    /// Who acknowledges, where the link does not say.
    name: String,
    comment: String,
    /// For how long, such as `4h`; until it ends where empty.
    hold: String,
}

/// What is shown.
#[derive(Debug, Serialize)]
struct Page {
    #[serde(skip)]
    status: StatusCode,
    project: String,
    /// What there is to say beside the incident; empty where that says it all.
    message: &'static str,
    incident: Option<Glance>,
    /// Whether the form is shown, and to whom: empty where it must ask.
    form: bool,
    person: String,
}

/// One request for a page.
struct Visit {
    receiver: Arc<Receiver>,
    token: String,
    now: Timestamp,
}

pub(super) async fn show(State(receiver): State<Arc<Receiver>>, Path(token): Path<String>) -> Response {
    let visit = Visit { now: (receiver.clock)(), receiver, token };
    respond(move || {
        let page = visit.receiver.database.read(|session| visit.look(session));
        visit.render(page)
    })
    .await
}

pub(super) async fn act(
    State(receiver): State<Arc<Receiver>>,
    Path(token): Path<String>,
    form: Result<Form<Answer>, FormRejection>,
) -> Response {
    let visit = Visit { now: (receiver.clock)(), receiver, token };
    respond(move || {
        let page = match &form {
            Ok(Form(answer)) => visit.receiver.database.write(|session| visit.acknowledge(session, answer)),
            Err(_) => Ok(visit.page(StatusCode::BAD_REQUEST, "The form did not arrive whole.")),
        };
        visit.render(page)
    })
    .await
}

async fn respond(
    work: impl FnOnce() -> Result<(StatusCode, String), RenderError> + Send + 'static,
) -> Response {
    match blocking(work).await {
        Ok(Ok((status, html))) => {
            let headers = [
                (header::CONTENT_TYPE, "text/html; charset=utf-8"),
                (header::CACHE_CONTROL, "no-store"),
                (header::REFERRER_POLICY, "no-referrer"),
                (header::CONTENT_SECURITY_POLICY, POLICY),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            ];
            (status, headers, html).into_response()
        }
        Ok(Err(error)) => {
            tracing::warn!("{error}");
            Refusal::Broken.into_response()
        }
        Err(refusal) => refusal.into_response(),
    }
}

impl Visit {
    fn look(&self, session: &mut dyn Session) -> Result<Page, DbError> {
        let (link, incident) = match self.open(session)? {
            Ok(open) => open,
            Err(page) => return Ok(page),
        };
        let form = incident.acked_by.is_none();
        Ok(Page { incident: Some(incident), form, person: link.person, ..self.page(StatusCode::OK, "") })
    }

    fn acknowledge(&self, session: &mut dyn Session, answer: &Answer) -> Result<Page, DbError> {
        let (link, incident) = match self.open(session)? {
            Ok(open) => open,
            Err(page) => return Ok(page),
        };
        let again = |message| Page {
            incident: Some(incident.clone()),
            form: true,
            person: link.person.clone(),
            ..self.page(StatusCode::BAD_REQUEST, message)
        };
        let name = if link.person.is_empty() { first(&answer.name, NAME) } else { link.person.clone() };
        if name.is_empty() {
            return Ok(again("Say who you are: others will ask."));
        }
        let Ok(until) = self.until(&answer.hold) else { return Ok(again("That is no length of time.")) };
        let comment = Some(first(&answer.comment, COMMENT)).filter(|comment| !comment.is_empty());
        let act = Act { by: &name, comment: comment.as_deref(), now: self.now };
        let (status, message) = match act.acknowledge_via(session, link.incident, until, "link")? {
            Done::Well => (StatusCode::OK, "Thank you. It is yours now."),
            Done::AckedBy(_) => (StatusCode::CONFLICT, "Nothing was changed: somebody was faster."),
            Done::Ended => (StatusCode::GONE, ENDED),
            // The last two do not come of an acknowledgement.
            Done::Unknown | Done::NotAcked | Done::NoStepLeft => (StatusCode::NOT_FOUND, UNKNOWN),
        };
        Ok(Page { incident: self.glance(session, link.incident)?, ..self.page(status, message) })
    }

    /// The link and its incident, or the page that says why it is not honoured.
    fn open(&self, session: &mut dyn Session) -> Result<Result<(AckLink, Glance), Page>, DbError> {
        let key = LinkKey::find(session)?;
        let link = match key.map_or(Err(LinkError::Forged), |key| key.read(&self.token, self.now)) {
            Ok(link) => link,
            Err(LinkError::Forged) => return Ok(Err(self.page(StatusCode::FORBIDDEN, FORGED))),
            Err(LinkError::Expired) => return Ok(Err(self.page(StatusCode::GONE, EXPIRED))),
        };
        Ok(match self.glance(session, link.incident)? {
            None => Err(self.page(StatusCode::NOT_FOUND, UNKNOWN)),
            Some(ended) if ended.closed.is_some() => {
                Err(Page { incident: Some(ended), ..self.page(StatusCode::GONE, ENDED) })
            }
            Some(open) => Ok((link, open)),
        })
    }

    fn glance(&self, session: &mut dyn Session, id: i64) -> Result<Option<Glance>, DbError> {
        let zone = zone(&self.receiver.config.project.time_zone).unwrap_or(TimeZone::UTC);
        glance(session, id, &zone, self.now)
    }

    /// Until when an acknowledgement is to hold; `None` until the incident ends.
    fn until(&self, hold: &str) -> Result<Option<Timestamp>, ()> {
        if hold.is_empty() {
            return Ok(None);
        }
        let hold: Duration = hold.parse().map_err(drop)?;
        // One that lapses at once acknowledges nothing.
        if hold == Duration::ZERO {
            return Err(());
        }
        self.now.checked_add(hold.signed()).map(Some).map_err(drop)
    }

    fn page(&self, status: StatusCode, message: &'static str) -> Page {
        let project = self.receiver.config.project.name.clone();
        Page { status, project, message, incident: None, form: false, person: String::new() }
    }

    fn render(&self, page: Result<Page, DbError>) -> Result<(StatusCode, String), RenderError> {
        let page = page.unwrap_or_else(|error| {
            let (status, _) = Refusal::from(error).status();
            self.page(status, "It cannot be done now, and nothing was changed. Try again in a moment.")
        });
        // Loaded each time: it is asked for seldom, and a receiver must start whatever templates a project has.
        let templates = Templates::load(&self.receiver.config.resolve("templates".as_ref()))?;
        Ok((page.status, templates.render(TEMPLATE, &page)?))
    }
}

/// Renders the page for whatever it may be asked for, and forgets the result.
pub(super) fn rehearse(templates: &Templates) -> Result<(), RenderError> {
    let some = || Some("x".to_owned());
    let open = Glance {
        id: 1,
        severity: "P1".into(),
        opened: "2025-10-24 10:00".into(),
        closed: None,
        acked_by: None,
        acked_at: None,
        ack_until: None,
        ack_comment: None,
        summaries: vec!["one".into(), "two".into()],
        more: 1,
    };
    let acked =
        Glance { acked_by: some(), acked_at: some(), ack_until: some(), ack_comment: some(), ..open.clone() };
    let ended = Glance { closed: some(), summaries: Vec::new(), ..open.clone() };
    for incident in [None, Some(open), Some(acked), Some(ended)] {
        for (form, person) in [(false, ""), (true, ""), (true, "you")] {
            let (incident, person) = (incident.clone(), person.to_owned());
            let (status, project) = (StatusCode::OK, "project".to_owned());
            templates
                .render(TEMPLATE, &Page { status, project, message: "message", incident, form, person })?;
        }
    }
    Ok(())
}

const FORGED: &str =
    "This link is not one of ours, or it did not arrive whole. Copy all of it from the message.";
const EXPIRED: &str = "This link has expired. A newer message about it carries a fresh one.";
const ENDED: &str = "It has ended. There is nothing left to acknowledge.";
const UNKNOWN: &str = "There is no such incident any more.";

/// The first characters of a text, blanks around it left out.
fn first(text: &str, most: usize) -> String {
    text.trim().chars().take(most).collect()
}
