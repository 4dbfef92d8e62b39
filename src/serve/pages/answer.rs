//! What every page is sent with: nothing is loaded from elsewhere, nobody frames it, nothing of it is kept.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::gallery::Missing;
use crate::dashboard::Site;
use crate::render::{RenderError, Templates};
use crate::serve::Receiver;
use crate::serve::refusal::Refusal;

/// Style sheet, script and changes come from here, and forms go here.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A report's page carries its own style below the bar of all pages, and runs nothing.
pub(super) const REPORT_POLICY: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const NOTICE: &str = "pages/notice.html";

/// So many stores are named where one is not there.
const NAMED: usize = 100;

/// A page of a few words.
#[derive(Debug, Default, Serialize)]
pub(super) struct Notice<'a> {
    pub project: &'a str,
    pub title: &'a str,
    pub message: &'a str,
    /// Where to go on, seen from this page.
    pub href: &'a str,
    pub link: &'a str,
    /// What there is instead.
    pub others: Vec<Other<'a>>,
    /// How many more there are.
    pub more: usize,
    /// What leads back to the first page's folder.
    pub root: &'a str,
}

/// Another page to go to.
#[derive(Debug, Serialize)]
pub(super) struct Other<'a> {
    pub name: &'a str,
    pub href: String,
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
    let (mut others, mut more) = (Vec::new(), 0);
    let (status, title, message) = match missing {
        Missing::Refused(refusal) => {
            let (status, _) = refusal.status();
            tracing::warn!("{refusal}");
            if status.is_client_error() {
                (status, "Not done", format!("Nothing was done: {}.", refusal.said()))
            } else {
                (status, "Not now", "The page cannot be made now. Try again in a moment.".into())
            }
        }
        Missing::Unknown => (StatusCode::NOT_FOUND, "Not here", "There is no such dashboard.".into()),
        Missing::Store(id) => {
            let stores = &receiver.inventory.stores;
            let named = stores.iter().take(NAMED);
            others = named
                .map(|store| Other {
                    name: &store.name,
                    href: format!("{root}{}", Site::Served.store(&store.id)),
                })
                .collect();
            more = stores.len() - others.len();
            let these = if stores.is_empty() { "no other either." } else { "these there are:" };
            (StatusCode::NOT_FOUND, "Not here", format!("There is no store {id}; {these}"))
        }
        Missing::Mistake => {
            let message = "The files of this dashboard have a mistake: tillwatch check says where.".into();
            (StatusCode::INTERNAL_SERVER_ERROR, "A mistake", message)
        }
    };
    let (href, link, project) = (format!("{root}./"), "To the first page", &receiver.config.project.name);
    let (message, href) = (message.as_str(), href.as_str());
    notice(receiver, status, &Notice { project, title, message, href, link, others, more, root })
}

/// Renders the notice for whatever it may be asked for, and forgets the result.
pub(super) fn rehearse_notice(templates: &Templates) -> Result<(), RenderError> {
    let others = vec![Other { name: "x", href: "x".into() }];
    let some = Notice { message: "x", others, more: 1, ..Notice::default() };
    templates.render(NOTICE, &some).map(drop)
}
