//! The dashboards as pages, for people: who may look, what is shown, what a button does. They are no part of the `OpenAPI`
//! document, which is for programs.
//!
//! A page is made once for its refresh, whoever looks; what differs is the frame around it.

mod act;
mod answer;
mod door;
mod gallery;
mod live;
mod session;
mod show;
mod sign;

pub(crate) use door::{Door, DoorError};
pub(crate) use gallery::Gallery;
pub(crate) use session::SessionKey;
pub(crate) use sign::rehearse;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use super::Receiver;

/// Where pages lie, files beside them, and what their forms send to.
pub(super) fn routes() -> Router<Arc<Receiver>> {
    Router::new()
        .route("/", get(show::home))
        .route("/daily", get(show::daily))
        .route("/weekly", get(show::weekly))
        .route("/dashboards/{name}", get(show::dashboard))
        .route("/stores/{id}", get(show::store))
        .route("/store/{id}", get(show::near_store))
        .route("/events", get(live::events))
        .route("/favicon.ico", get(show::no_icon))
        .route("/dashboard.css", get(show::style))
        .route("/bar.css", get(show::bar))
        .route("/dashboard.js", get(show::script))
        .route("/sign-in", get(sign::ask).post(sign::enter))
        .route("/sign-out", post(sign::leave))
        .route("/acknowledge", post(act::acknowledge))
}
