//! `/events`: a page's panels whenever they were made anew, as server-sent events.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use hyper::body::Frame;
use serde::Deserialize;
use serde_json::json;
use tokio::sync::mpsc;

use super::door::Viewer;
use super::gallery::{Missing, Shown, Which, shown};
use super::show::{From, Shared, store_id, viewer};
use crate::dashboard::Made;
use crate::render::format;
use crate::serve::Receiver;
use crate::serve::refusal::Refusal;

/// How often something is sent at least, so that a connection that has died is known.
const BEAT: Duration = Duration::from_secs(15);

/// How soon a browser comes again when the connection is lost, in milliseconds.
const RETRY: &str = "retry: 3000\n\n";

/// Which page.
#[derive(Debug, Deserialize)]
pub(super) struct Page {
    dashboard: String,
    store: Option<String>,
}

/// What is sent as it comes.
struct Events(mpsc::Receiver<Bytes>);

impl hyper::body::Body for Events {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.get_mut().0.poll_recv(context).map(|bytes| bytes.map(|bytes| Ok(Frame::data(bytes))))
    }
}

pub(super) async fn events(
    State(receiver): Shared,
    from: From,
    headers: HeaderMap,
    Query(page): Query<Page>,
) -> Response {
    let viewer = match viewer(&receiver, &from, &headers) {
        Ok(Some(viewer)) => viewer,
        Ok(None) => return Refusal::NoToken.into_response(),
        Err(refusal) => return refusal.into_response(),
    };
    let which = match page.store {
        Some(store) => Which::of_store(store_id(&receiver, &store)),
        None => Which::named(page.dashboard),
    };
    let Ok(place) = Arc::clone(&receiver.gallery.listeners).try_acquire_owned() else {
        return (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "60")]).into_response();
    };
    let first = match shown(&receiver, &which).await {
        Ok(first) => first,
        Err(Missing::Unknown | Missing::Store(_)) => return Refusal::NotFound.into_response(),
        Err(Missing::Refused(refusal)) => return refusal.into_response(),
        Err(Missing::Mistake) => return Refusal::Broken.into_response(),
    };
    let (sender, events) = mpsc::channel(2);
    let listener = Listener { receiver, from, headers, which, sender };
    tokio::spawn(async move {
        listener.tell(&viewer, first).await;
        drop(place);
    });
    let headers = [(header::CONTENT_TYPE, "text/event-stream"), (header::CACHE_CONTROL, "no-store")];
    (headers, Body::new(Events(events))).into_response()
}

/// One browser that is told of changes.
struct Listener {
    receiver: Arc<Receiver>,
    from: From,
    headers: HeaderMap,
    which: Which,
    sender: mpsc::Sender<Bytes>,
}

impl Listener {
    /// Sends the panels whenever they are new, until the browser goes, its session ends, or we end.
    async fn tell(&self, viewer: &Viewer, first: Arc<Shown>) {
        let mut stopping = self.receiver.stopping.subscribe();
        let mut changes = self.receiver.gallery.changes();
        let mut latest = first;
        if self.send(RETRY.into()).await.is_err() || self.send(update(viewer, &latest)).await.is_err() {
            return;
        }
        loop {
            tokio::select! {
                () = tokio::time::sleep(latest.refresh.min(BEAT)) => {}
                _ = changes.changed() => {}
                _ = stopping.wait_for(|stop| *stop) => return,
                () = self.sender.closed() => return,
            }
            // A session may have ended, or may be another's.
            let now = self::viewer(&self.receiver, &self.from, &self.headers).ok().flatten();
            if now.as_ref() != Some(viewer) {
                return;
            }
            let news = match shown(&self.receiver, &self.which).await {
                Ok(next) if !Arc::ptr_eq(&next, &latest) => {
                    latest = next;
                    update(viewer, &latest)
                }
                Ok(_) | Err(_) => ":\n\n".into(),
            };
            if self.send(news).await.is_err() {
                return;
            }
        }
    }

    async fn send(&self, text: String) -> Result<(), ()> {
        self.sender.send(Bytes::from(text)).await.map_err(drop)
    }
}

/// The event that brings a page up to date: JSON, which has no line breaks of its own.
fn update(viewer: &Viewer, shown: &Shown) -> String {
    let Made::Panels(page) = &shown.made else { return ":\n\n".into() };
    let operates = matches!(viewer, Viewer::SignedIn(person) if person.operates);
    let zone = crate::time::zone(&page.time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let update = json!({
        "verdict": page.verdict,
        "at": page.now,
        "updated": format::instant(page.now, &zone, "%Y-%m-%d %H:%M:%S"),
        "is_new": page.is_new,
        "open": page.open_incidents(),
        "html": shown.body(operates),
    });
    format!("event: update\ndata: {update}\n\n")
}
