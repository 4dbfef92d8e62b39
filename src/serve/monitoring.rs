//! `/api/monitoring/…`: what stores send. Answered when it is on disk.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

use super::Receiver;
use super::access::Sender;
use super::batch::{Batch, Verdict};
use super::refusal::{KEY, Refusal};
use crate::ingest::{Heartbeat, LogBatch, Push, store_heartbeats, store_logs, store_push};
use crate::label::digest;

type Shared = State<Arc<Receiver>>;
type Body = Result<Bytes, BytesRejection>;

pub(super) async fn heartbeat(
    State(receiver): Shared,
    sender: Sender,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    let (now, body) = ((receiver.clock)(), receiver.whole(body)?);
    let batch = Batch::read(&body, |item, index| {
        let key = key(&headers, index)?;
        let heartbeat = Heartbeat::read(item, sender.store(), key.as_deref(), now)?;
        receiver.may_write(&sender, Some(&heartbeat.store))?;
        Ok(heartbeat)
    })?;
    let is_lone = batch.lone().is_some();
    let Batch { taken, verdict, .. } = batch;
    let all = taken.len() + verdict.refused.len();
    let heartbeats: Vec<Heartbeat> = taken.into_iter().map(|(_, heartbeat)| heartbeat).collect();
    // Taken even where the disk is nearly full: a heartbeat that is missing is an alert.
    receiver.intake.commit(body.len(), move |session, _| store_heartbeats(session, &heartbeats, now)).await?;
    Ok(if is_lone { Json(json!({ "status": "ok" })).into_response() } else { verdict.answer(all, None) })
}

pub(super) async fn metric(
    State(receiver): Shared,
    sender: Sender,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    let (now, body) = ((receiver.clock)(), receiver.whole(body)?);
    receiver.has_space()?;
    let label = receiver.inventory.label.clone();
    let owner = sender.store().unwrap_or_default();
    let batch = Batch::read(&body, |item, index| {
        let key = key(&headers, index)?.map(|key| digest(["metric", owner, &key]));
        let mut push = Push::read(item, key, &receiver.inventory, now)?;
        for store in push.stores(&label) {
            receiver.may_write(&sender, Some(store))?;
        }
        if let Some(store) = sender.store() {
            push.belongs_to(store, &label);
        }
        Ok(push.set_right(now))
    })?;
    let id = batch.lone().map(Push::id);
    let Batch { taken, verdict: Verdict { mut refused }, .. } = batch;
    let all = taken.len() + refused.len();
    let limits = receiver.series_limits();
    let too_many = receiver.intake.commit(body.len(), move |session, index| {
        let mut refused = Vec::new();
        for (place, push) in &taken {
            if let Err(error) = store_push(session, index, limits, push, &label, now)? {
                refused.push((*place, Refusal::from(error)));
            }
        }
        Ok(refused)
    });
    refused.extend(too_many.await?);
    match (id, refused.pop()) {
        (Some(id), None) => Ok(Json(json!({ "status": "ok", "metric_id": id })).into_response()),
        (Some(_), Some((_, refusal))) => Err(refusal),
        (None, last) => {
            refused.extend(last);
            Ok(Verdict { refused }.answer(all, None))
        }
    }
}

pub(super) async fn logs(State(receiver): Shared, sender: Sender, body: Body) -> Result<Response, Refusal> {
    let (now, body) = ((receiver.clock)(), receiver.whole(body)?);
    receiver.has_space()?;
    let LogBatch { store, records, refused } = LogBatch::read(&body, sender.store())?.set_right(now);
    receiver.may_write(&sender, store.as_deref())?;
    let verdict = Verdict { refused: refused.into_iter().map(|(at, error)| (at, error.into())).collect() };
    let all = records.len() + verdict.refused.len();
    let new =
        receiver.lines.commit(body.len(), move |session, ()| store_logs(session, &records, now)).await?;
    Ok(verdict.answer(all, Some(new)))
}

/// The sender's own key of a request, or of the item at a place of it.
fn key(headers: &HeaderMap, index: Option<usize>) -> Result<Option<String>, Refusal> {
    let Some(key) = headers.get("idempotency-key") else { return Ok(None) };
    // One that was passed over would let a repeat count twice.
    let is_visible = |key: &&str| key.len() <= KEY && key.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    let key = key.to_str().ok().filter(is_visible).ok_or(Refusal::Key)?;
    let of_item = || index.map_or_else(|| key.to_owned(), |index| format!("{key}\n{index}"));
    Ok((!key.is_empty()).then(of_item))
}

impl Receiver {
    /// The body, if it arrived whole and is not too large.
    fn whole(&self, body: Body) -> Result<Bytes, Refusal> {
        body.map_err(|rejection| match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLarge(self.config.serve.max_body),
            _ => Refusal::HalfBody,
        })
    }

    /// Refuses what is about another store than the sender's, and about a store that the inventory does not have.
    fn may_write(&self, sender: &Sender, store: Option<&str>) -> Result<(), Refusal> {
        let Some(store) = store else { return Ok(()) };
        match sender {
            Sender::Store(token) if token != store => {
                Err(Refusal::OtherStore { token: token.clone(), body: store.to_owned() })
            }
            _ if !self.inventory.stores.is_empty() && self.inventory.store(store).is_none() => {
                Err(Refusal::UnknownStore(store.to_owned()))
            }
            _ => Ok(()),
        }
    }

    fn has_space(&self) -> Result<(), Refusal> {
        if self.disk.has_space() { Ok(()) } else { Err(Refusal::NoSpace) }
    }
}
