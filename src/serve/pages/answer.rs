//! What every page is sent with: nothing is loaded from elsewhere, nobody frames it, nothing of it is kept.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::gallery::Missing;
use crate::render::{RenderError, Templates};
use crate::serve::Receiver;
use crate::serve::refusal::Refusal;

/// Style sheet, script and changes come from here, and forms go here.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A report's page carries its own style and does nothing.
pub(super) const REPORT_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const NOTICE: &str = "pages/notice.html";

/// A page of a few words.
#[derive(Debug, Serialize)]
pub(super) struct Notice<'a> {
    pub project: &'a str,
    pub title: &'a str,
    pub message: &'a str,
    /// Where to go on, seen from this page.
    pub href: &'a str,
    pub link: &'a str,
    /// What leads back to the first page's folder.
    pub root: &'a str,
}

/// HTML with what goes with it.
pub(super) fn html(status: StatusCode, policy: &'static str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        // Not `no-referrer`: then a browser would not say from which page a form was sent.
        (header::REFERRER_POLICY, "same-origin"),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    (status, headers, text).into_response()
}

/// Goes on elsewhere by GET; the address is relative to the request's.
pub(super) fn go_to(address: &str) -> Response {
    let location = HeaderValue::from_str(address).unwrap_or(HeaderValue::from_static("./"));
    (
        StatusCode::SEE_OTHER,
        [(header::LOCATION, location), (header::CACHE_CONTROL, HeaderValue::from_static("no-store"))],
    )
        .into_response()
}

pub(super) fn rendered(
    result: Result<String, RenderError>,
    status: StatusCode,
    policy: &'static str,
) -> Response {
    match result {
        Ok(text) => html(status, policy, text),
        Err(error) => {
            tracing::warn!("{error}");
            Refusal::Broken.into_response()
        }
    }
}

/// A few words in place of what was asked for.
pub(super) fn notice(receiver: &Receiver, status: StatusCode, notice: &Notice<'_>) -> Response {
    rendered(templates(receiver).and_then(|all| all.render(NOTICE, notice)), status, POLICY)
}

/// The templates, loaded where they are asked for seldom.
pub(super) fn templates(receiver: &Receiver) -> Result<Templates, RenderError> {
    Templates::load(&receiver.config.resolve("templates".as_ref()))
}

/// Says why there is no page; `root` leads to the first one's folder.
pub(super) fn no_page(receiver: &Receiver, missing: Missing, root: &str) -> Response {
    let (status, title, message) = match missing {
        Missing::Refused(refusal) => {
            let (status, _) = refusal.status();
            tracing::warn!("{refusal}");
            (status, "Not now", "The page cannot be made now. Try again in a moment.")
        }
        Missing::Unknown => {
            (StatusCode::NOT_FOUND, "Not here", "There is no such dashboard and no such store.")
        }
        Missing::Mistake => {
            let message = "The files of this dashboard have a mistake: tillwatch check says where.";
            (StatusCode::INTERNAL_SERVER_ERROR, "A mistake", message)
        }
    };
    let href = format!("{root}./");
    let project = &receiver.config.project.name;
    notice(
        receiver,
        status,
        &Notice { project, title, message, href: &href, link: "To the first page", root },
    )
}

/// Renders the notice for whatever it may be asked for, and forgets the result.
pub(super) fn rehearse_notice(templates: &Templates) -> Result<(), RenderError> {
    let some = Notice { project: "x", title: "x", message: "x", href: "./", link: "x", root: "" };
    templates.render(NOTICE, &some).map(drop)
}
