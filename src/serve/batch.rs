//! Requests of several items, and a verdict on each: one that cannot be taken spoils no other.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use super::refusal::Refusal;
use crate::ingest::Posted;

/// What a request holds.
pub(super) struct Batch<T> {
    is_array: bool,
    /// With their places in the request, counted from 0.
    pub taken: Vec<(usize, T)>,
    pub verdict: Verdict,
}

/// What became of a request's items.
#[derive(Default)]
pub(super) struct Verdict {
    pub refused: Vec<(usize, Refusal)>,
}

impl<T> Batch<T> {
    /// Reads every item. A lone one that cannot be read is the whole request's refusal.
    pub(super) fn read(
        body: &[u8],
        mut read: impl FnMut(Value, Option<usize>) -> Result<T, Refusal>,
    ) -> Result<Self, Refusal> {
        let Posted { is_array, items } = Posted::read(body)?;
        let (mut taken, mut verdict) = (Vec::with_capacity(items.len()), Verdict::default());
        for (index, item) in items.into_iter().enumerate() {
            match read(item, is_array.then_some(index)) {
                Ok(item) => taken.push((index, item)),
                Err(refusal) if is_array => verdict.refused.push((index, refusal)),
                Err(refusal) => return Err(refusal),
            }
        }
        Ok(Self { is_array, taken, verdict })
    }

    /// The only item, where the request is no array.
    pub(super) fn lone(&self) -> Option<&T> {
        self.taken.first().filter(|_| !self.is_array).map(|(_, item)| item)
    }
}

impl Verdict {
    /// The answer to a request of `all` items. 400 where none of them was taken, so that nobody takes it for a success.
    pub(super) fn answer(mut self, all: usize, new: Option<usize>) -> Response {
        self.refused.sort_by_key(|(index, _)| *index);
        let rejected = self.refused.len();
        let mut answer = json!({ "status": "ok", "accepted": all - rejected });
        if let Some(new) = new {
            answer["new"] = new.into();
        }
        if rejected == 0 {
            return Json(answer).into_response();
        }
        let item = |(index, refusal): &(usize, Refusal)| json!({ "index": index, "error": refusal.said() });
        answer["rejected"] = rejected.into();
        answer["items"] = self.refused.iter().map(item).collect();
        if rejected < all {
            return Json(answer).into_response();
        }
        answer["status"] = "error".into();
        answer["error"] = "none of it was taken; items says why".into();
        (StatusCode::BAD_REQUEST, Json(answer)).into_response()
    }
}
