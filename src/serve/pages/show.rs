//! The pages themselves.

use std::net::IpAddr;
use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};

use super::answer::{POLICY, REPORT_POLICY, go_to, no_page, rendered};
use super::door::Viewer;
use super::gallery::{Missing, Shown, Which, shown};
use crate::dashboard::{self, Frame, HOME, Made, Site, slug};
use crate::render::RenderError;
use crate::serve::Receiver;
use crate::serve::refusal::Refusal;
use crate::serve::server::Peer;

pub(super) type Shared = State<Arc<Receiver>>;

/// From where a request came, where it came over a connection.
pub(super) type From = Option<Extension<Peer>>;

pub(super) async fn home(State(receiver): Shared, from: From, headers: HeaderMap) -> Response {
    page(receiver, from, headers, Which::named(HOME)).await
}

pub(super) async fn daily(State(receiver): Shared, from: From, headers: HeaderMap) -> Response {
    page(receiver, from, headers, Which::named("daily")).await
}

pub(super) async fn weekly(State(receiver): Shared, from: From, headers: HeaderMap) -> Response {
    page(receiver, from, headers, Which::named("weekly")).await
}

pub(super) async fn dashboard(
    State(receiver): Shared,
    from: From,
    headers: HeaderMap,
    Path(name): Path<String>,
) -> Response {
    let which = Which::named(name);
    let address = which.address();
    // Those that lie elsewhere have one address, from which their links lead.
    if !address.starts_with("dashboards/") {
        return Redirect::permanent(&format!("../{address}")).into_response();
    }
    page(receiver, from, headers, which).await
}

/// What leads to a store's page, for whoever types an address.
pub(super) async fn near_store(Path(id): Path<String>) -> Response {
    go_to(&format!("../{}", Site::Served.store(&id)))
}

pub(super) async fn store(
    State(receiver): Shared,
    from: From,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Response {
    let which = Which::of_store(store_id(&receiver, &id));
    page(receiver, from, headers, which).await
}

/// The store that an address names, by its id as it is or as links write it.
pub(super) fn store_id(receiver: &Receiver, named: &str) -> String {
    let mut stores = receiver.inventory.stores.iter();
    stores.find(|store| slug(&store.id) == named).map_or_else(|| named.to_owned(), |store| store.id.clone())
}

/// Who sent a request; `None` must sign in first.
pub(super) fn viewer(
    receiver: &Receiver,
    from: &From,
    headers: &HeaderMap,
) -> Result<Option<Viewer>, Refusal> {
    let peer: Option<IpAddr> = from.as_ref().map(|Extension(peer)| peer.0);
    receiver.door.viewer(headers, peer, &receiver.access, (receiver.clock)())
}

/// A page, for whoever may look.
async fn page(receiver: Arc<Receiver>, from: From, headers: HeaderMap, which: Which) -> Response {
    let address = which.address();
    let root = &Site::root(&address);
    let viewer = match viewer(&receiver, &from, &headers) {
        Ok(Some(viewer)) => viewer,
        Ok(None) => return go_to(&format!("{root}sign-in?back={address}")),
        Err(refusal) => return no_page(&receiver, Missing::Refused(refusal), root),
    };
    if which.dashboard == dashboard::STORE && which.store.is_none() {
        return no_page(&receiver, Missing::Unknown, root);
    }
    match shown(&receiver, &which).await {
        Err(missing) => no_page(&receiver, missing, root),
        Ok(shown) => answer(&receiver, &viewer, &which, &shown),
    }
}

fn answer(receiver: &Receiver, viewer: &Viewer, which: &Which, shown: &Shown) -> Response {
    let document = framed(receiver, viewer, which, shown);
    match shown.made {
        Made::Panels(_) => rendered(document, StatusCode::OK, POLICY),
        Made::Report { .. } => {
            // It has neither script nor a frame of ours: the browser asks again by itself.
            let refresh = [(HeaderName::from_static("refresh"), shown.refresh.as_secs().to_string())];
            (refresh, rendered(document, StatusCode::OK, REPORT_POLICY)).into_response()
        }
    }
}

/// The page with the frame of whoever looks.
fn framed(receiver: &Receiver, viewer: &Viewer, which: &Which, shown: &Shown) -> Result<String, RenderError> {
    let store = which.store.as_ref().map(|id| format!("&store={}", slug(id))).unwrap_or_default();
    let mut frame = Frame {
        events: format!("events?dashboard={}{store}", slug(&which.dashboard)),
        door: true,
        ..shown.frame.clone()
    };
    if let Viewer::SignedIn(person) = viewer {
        frame.viewer.clone_from(&person.name);
        frame.operates = person.operates;
        frame.guard = receiver.door.guard(person);
        frame.leaves = person.token.is_some();
    }
    shown.made.document(&frame, shown.body(frame.operates), &shown.templates)
}

/// There is none: a browser that asks is told so without a fuss.
pub(super) async fn no_icon() -> StatusCode {
    StatusCode::NO_CONTENT
}

pub(super) async fn style(State(receiver): Shared) -> Response {
    beside(&receiver, dashboard::STYLE, "text/css; charset=utf-8")
}

pub(super) async fn bar(State(receiver): Shared) -> Response {
    beside(&receiver, dashboard::BAR, "text/css; charset=utf-8")
}

pub(super) async fn script(State(receiver): Shared) -> Response {
    beside(&receiver, dashboard::SCRIPT, "text/javascript; charset=utf-8")
}

fn beside(receiver: &Receiver, name: &str, kind: &'static str) -> Response {
    let text = dashboard::beside(&receiver.config.resolve("templates".as_ref()), name);
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    match text {
        Ok(text) => (headers, text).into_response(),
        Err(error) => {
            tracing::warn!("{error}");
            Refusal::Broken.into_response()
        }
    }
}
