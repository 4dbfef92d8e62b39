//! The button that acknowledges.

use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;

use super::answer::{Notice, go_to, no_page, notice};
use super::door::{Person, Viewer};
use super::gallery::Missing;
use super::show::{From, Shared, viewer};
use super::sign::back;
use crate::incident::{Act, Done};
use crate::serve::Receiver;
use crate::serve::handlers::blocking;
use crate::serve::refusal::Refusal;

/// What the button sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Press {
    incident: i64,
    guard: String,
    back: String,
}

pub(super) async fn acknowledge(
    State(receiver): Shared,
    from: From,
    headers: HeaderMap,
    form: Result<Form<Press>, FormRejection>,
) -> Response {
    let Ok(Form(press)) = form else {
        return not_done(&receiver, StatusCode::BAD_REQUEST, "The form did not arrive whole.", "./");
    };
    let back = back(&press.back).to_owned();
    let person = match viewer(&receiver, &from, &headers) {
        Err(refusal) => return no_page(&receiver, Missing::Refused(refusal), ""),
        Ok(Some(Viewer::SignedIn(person))) => person,
        Ok(Some(Viewer::Here) | None) => {
            let message = "You are not signed in, or no longer. Nothing was done: sign in and press again.";
            return not_done(&receiver, StatusCode::UNAUTHORIZED, message, &format!("sign-in?back={back}"));
        }
    };
    if !receiver.door.is_same_origin(&headers) || !receiver.door.is_guard(&person, &press.guard) {
        let message = "That form was not sent from one of our pages. Nothing was done.";
        return not_done(&receiver, StatusCode::FORBIDDEN, message, &back);
    }
    if !person.operates {
        let message = "You may look and not act: that takes a token of scope operate. Nothing was done.";
        return not_done(&receiver, StatusCode::FORBIDDEN, message, &back);
    }
    let (acting, name, incident) = (Arc::clone(&receiver), person.name.clone(), press.incident);
    match blocking(move || act(&acting, &name, incident)).await {
        Ok(Ok(done)) => answer(&receiver, &person, done, &back),
        Ok(Err(refusal)) | Err(refusal) => no_page(&receiver, Missing::Refused(refusal), ""),
    }
}

fn act(receiver: &Receiver, by: &str, incident: i64) -> Result<Done, Refusal> {
    let act = Act { by, comment: None, now: (receiver.clock)() };
    let done = receiver
        .database
        .write(|session| act.acknowledge_via(session, incident, None, "dashboard"))
        .map_err(Refusal::from)?;
    if done == Done::Well {
        receiver.gallery.forget();
    }
    Ok(done)
}

fn answer(receiver: &Receiver, person: &Person, done: Done, back: &str) -> Response {
    match done {
        Done::Well => go_to(back),
        // Pressed twice.
        Done::AckedBy(by) if by == person.name => go_to(back),
        Done::AckedBy(by) => {
            let message = format!("Somebody was faster: {by} has acknowledged it. Nothing was changed.");
            not_done(receiver, StatusCode::CONFLICT, &message, back)
        }
        Done::Ended => {
            not_done(receiver, StatusCode::GONE, "It has ended. There is nothing left to acknowledge.", back)
        }
        // The last two do not come of an acknowledgement.
        Done::Unknown | Done::NotAcked | Done::NoStepLeft => {
            not_done(receiver, StatusCode::NOT_FOUND, "There is no such incident.", back)
        }
    }
}

fn not_done(receiver: &Receiver, status: StatusCode, message: &str, href: &str) -> Response {
    let project = &receiver.config.project.name;
    let link = if href.starts_with("sign-in") { "Sign in" } else { "Back" };
    notice(receiver, status, &Notice { project, title: "Not done", message, href, link, ..Notice::default() })
}
