//! Signing in by a token, and out again. Both are kept in the audit trail.

use std::sync::Arc;

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::answer::{Notice, POLICY, go_to, no_page, notice, rehearse_notice, rendered, templates};
use super::door::Viewer;
use super::gallery::Missing;
use super::show::{From, Shared, viewer};
use crate::audit;
use crate::render::{RenderError, Templates};
use crate::serve::Receiver;
use crate::serve::handlers::blocking;
use crate::token::{Live, TokenHash};

const TEMPLATE: &str = "pages/sign-in.html";

/// Where to go on once signed in.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wish {
    back: String,
}

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Key {
    token: String,
    back: String,
}

/// What a button sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Guarded {
    guard: String,
}

/// What the template gets.
#[derive(Serialize)]
struct Page<'a> {
    project: &'a str,
    message: &'a str,
    back: &'a str,
}

pub(super) async fn ask(State(receiver): Shared, Query(wish): Query<Wish>) -> Response {
    form(&receiver, StatusCode::OK, "", back(&wish.back))
}

pub(super) async fn enter(
    State(receiver): Shared,
    from: From,
    headers: HeaderMap,
    form: Result<Form<Key>, FormRejection>,
) -> Response {
    let Ok(Form(key)) = form else {
        return self::form(&receiver, StatusCode::BAD_REQUEST, "The form did not arrive whole.", "./");
    };
    let back = back(&key.back).to_owned();
    if !receiver.door.is_same_origin(&headers) {
        return self::form(&receiver, StatusCode::FORBIDDEN, "That form was not sent from this page.", &back);
    }
    let from = from.map(|peer| peer.0.0.to_string()).unwrap_or_default();
    let entering = Arc::clone(&receiver);
    let entered = blocking(move || find(&entering, key.token.trim(), &from)).await;
    match entered {
        Ok(Some(token)) if token.scope.may_view() => {
            let cookie = receiver.door.cookie(token.id, (receiver.clock)());
            let cookie = HeaderValue::from_str(&cookie).unwrap_or(HeaderValue::from_static(""));
            ([(header::SET_COOKIE, cookie)], go_to(&back)).into_response()
        }
        Ok(Some(_)) => {
            let message = "This token is for sending. One of scope view sees, one of scope operate acts too.";
            self::form(&receiver, StatusCode::FORBIDDEN, message, &back)
        }
        Ok(None) => self::form(&receiver, StatusCode::FORBIDDEN, "This token is not known here.", &back),
        Err(refusal) => refusal.into_response(),
    }
}

/// The token, and its sign-in in the audit trail. One that was made a moment ago is looked for in the database.
fn find(receiver: &Receiver, token: &str, from: &str) -> Option<Live> {
    let (hash, now) = (TokenHash::of(token), (receiver.clock)());
    let issued = &receiver.access.issued;
    let found = issued.find(hash, now).or_else(|| {
        if let Err(error) = issued.refresh(&receiver.database, now) {
            tracing::warn!("tokens stay as they were: {error}");
        }
        issued.find(hash, now)
    });
    let Some(found) = found else {
        tracing::warn!("{from}: no sign-in by an unknown token");
        return None;
    };
    if found.scope.may_view() {
        record(receiver, &found.owner(), "sign-in", found.id, from);
    }
    Some(found)
}

fn record(receiver: &Receiver, who: &str, action: &str, token: i64, from: &str) {
    let (now, subject, detail) = ((receiver.clock)(), format!("token:{token}"), json!({ "from": from }));
    let kept = receiver.database.write(|session| audit::record(session, now, who, action, &subject, &detail));
    // Whoever has the right is let in, and an outage of the database is when they need it most.
    if let Err(error) = kept {
        tracing::warn!("{action} of {who} is not in the audit trail: {error}");
    }
}

pub(super) async fn leave(
    State(receiver): Shared,
    from: From,
    headers: HeaderMap,
    form: Result<Form<Guarded>, FormRejection>,
) -> Response {
    let guard = form.map(|Form(form)| form.guard).unwrap_or_default();
    let person = match viewer(&receiver, &from, &headers) {
        Err(refusal) => return no_page(&receiver, Missing::Refused(refusal), ""),
        Ok(Some(Viewer::SignedIn(person))) => person,
        Ok(Some(Viewer::Here) | None) => return go_to("./"),
    };
    if !receiver.door.is_same_origin(&headers) || !receiver.door.is_guard(&person, &guard) {
        let project = &receiver.config.project.name;
        let message = "That form was not sent from one of our pages, and nothing was done.";
        let (title, href, link) = ("Not done", "./", "To the first page");
        let no = Notice { project, title, message, href, link, ..Notice::default() };
        return notice(&receiver, StatusCode::FORBIDDEN, &no);
    }
    if let Some(token) = person.token {
        let from = from.map(|peer| peer.0.0.to_string()).unwrap_or_default();
        let leaving = Arc::clone(&receiver);
        let _ = blocking(move || record(&leaving, &person.name, "sign-out", token, &from)).await;
    }
    let cookie = HeaderValue::from_str(&receiver.door.no_cookie()).unwrap_or(HeaderValue::from_static(""));
    ([(header::SET_COOKIE, cookie)], go_to("./")).into_response()
}

fn form(receiver: &Receiver, status: StatusCode, message: &str, back: &str) -> Response {
    let page = Page { project: &receiver.config.project.name, message, back };
    rendered(templates(receiver).and_then(|all| all.render(TEMPLATE, &page)), status, POLICY)
}

/// An address of ours to go back to, seen from the first page's folder; the first page where it is none.
pub(super) fn back(address: &str) -> &str {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "~_-/.".contains(c);
    let is_ours = !address.starts_with('/') && !address.contains("..") && !address.contains("//");
    if !address.is_empty() && is_ours && address.chars().all(is_plain) { address } else { "./" }
}

/// Renders pages for whatever they may be asked for, and forgets the result.
pub(crate) fn rehearse(templates: &Templates) -> Result<(), RenderError> {
    rehearse_notice(templates)?;
    for message in ["", "message"] {
        templates.render(TEMPLATE, &Page { project: "project", message, back: "./" })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("stores/~D0~90", "stores/~D0~90")]
    #[case("./", "./")]
    #[case("//evil.example", "./")]
    #[case("https://evil.example", "./")]
    #[case("/\\evil.example", "./")]
    #[case("../../evil", "./")]
    #[case("javascript:alert(1)", "./")]
    #[case("x\r\nSet-Cookie: a=b", "./")]
    #[case("", "./")]
    fn nobody_is_sent_elsewhere(#[case] asked: &str, #[case] goes: &str) {
        assert_eq!(back(asked), goes);
    }
}
