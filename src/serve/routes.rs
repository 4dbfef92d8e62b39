//! Every path with what it is asked by: the router is built of this table, and the `OpenAPI` document is held against it.

use std::sync::Arc;

use axum::Router;
use axum::handler::Handler;
use axum::routing::{self, MethodRouter};

use super::{Receiver, ack, handlers, monitoring, pages};

type State = Arc<Receiver>;

/// One path, asked by one method.
struct Route {
    path: &'static str,
    /// In lower case, as the document has it.
    #[cfg_attr(not(test), expect(dead_code, reason = "the document is held against it"))]
    method: &'static str,
    handler: MethodRouter<State>,
}

fn table() -> [Route; 8] {
    [
        post("/api/monitoring/heartbeat", monitoring::heartbeat),
        post("/api/monitoring/metric", monitoring::metric),
        post("/api/monitoring/logs", monitoring::logs),
        get("/api/health", handlers::health),
        get("/api/openapi.json", handlers::openapi),
        get("/metrics", handlers::metrics),
        get("/ack/{token}", ack::show),
        post("/ack/{token}", ack::act),
    ]
}

fn get<T: 'static>(path: &'static str, handler: impl Handler<T, State>) -> Route {
    Route { path, method: "get", handler: routing::get(handler) }
}

fn post<T: 'static>(path: &'static str, handler: impl Handler<T, State>) -> Route {
    Route { path, method: "post", handler: routing::post(handler) }
}

/// All that is answered.
pub(super) fn routes() -> Router<State> {
    table()
        .into_iter()
        .fold(Router::new(), |router, route| router.route(route.path, route.handler))
        // For people, and no part of the document.
        .merge(pages::routes())
        .fallback(handlers::not_found)
        .method_not_allowed_fallback(handlers::wrong_method)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_document_names_every_route_and_no_other() {
        let served = table().map(|route| (route.path.to_owned(), route.method.to_owned()));
        let document: serde_json::Value = serde_json::from_str(include_str!("openapi.json")).unwrap();
        let paths = document["paths"].as_object().unwrap();
        let documented = paths.iter().flat_map(|(path, operations)| {
            operations.as_object().unwrap().keys().map(move |method| (path.clone(), method.clone()))
        });
        assert_eq!(BTreeSet::from(served), documented.collect());
    }
}
