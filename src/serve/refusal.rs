//! What a request is answered when it is not done: a status, and why, as JSON.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::complaints::Complaint;
use crate::db::DbError;
use crate::ingest::IngestError;

/// The longest key of a sender's own.
pub(super) const KEY: usize = 200;

/// Why a request was not done.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refusal {
    #[error("{0}")]
    Unreadable(#[from] IngestError),
    #[error("the body is larger than {0} bytes")]
    TooLarge(usize),
    #[error("an Idempotency-Key has at most {KEY} visible characters of ASCII")]
    Key,
    #[error("the body did not arrive whole, or is broken gzip")]
    HalfBody,
    #[error("a body is taken as it is or with Content-Encoding: gzip")]
    Encoding,
    #[error("it took longer than {0} s; whether it was stored is not known, and a repeat is harmless")]
    Slow(u64),
    #[error("a token is needed: Authorization: Bearer …")]
    NoToken,
    #[error("this is no token: Authorization: Bearer … is wanted")]
    NoBearer,
    #[error("the header that names who looks came more than once: the proxy must replace it")]
    TwoNames,
    #[error("this token is not known: it is mistyped, revoked or expired")]
    UnknownToken,
    #[error("this token is not for {0}")]
    Scope(&'static str),
    #[error("this token is store {token}'s, and the body is about store {body}")]
    OtherStore { token: String, body: String },
    #[error("store {0} is not in the inventory")]
    UnknownStore(String),
    #[error("too many requests wait to be written; nothing was stored")]
    Busy,
    #[error("the disk is nearly full; nothing was stored")]
    NoSpace,
    #[error("too many requests: come again in {0} s")]
    TooOften(u16),
    #[error("there is nothing here")]
    NotFound,
    #[error("this does not take {0}")]
    Method(String),
    #[error("{0}")]
    Database(#[from] DbError),
    #[error("something broke in here")]
    Broken,
}

impl Refusal {
    /// The status, and after how many seconds to try again where that may help.
    pub(super) fn status(&self) -> (StatusCode, Option<u16>) {
        let status = match self {
            Self::Busy => return (StatusCode::SERVICE_UNAVAILABLE, Some(1)),
            Self::NoSpace => return (StatusCode::SERVICE_UNAVAILABLE, Some(60)),
            Self::TooOften(seconds) => return (StatusCode::TOO_MANY_REQUESTS, Some(*seconds)),
            Self::Unreadable(IngestError::TooManySeries { .. } | IngestError::TooManyOfStore { .. }) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::Unreadable(_) | Self::Key | Self::HalfBody | Self::UnknownStore(_) | Self::TwoNames => {
                StatusCode::BAD_REQUEST
            }
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Encoding => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Slow(_) => StatusCode::REQUEST_TIMEOUT,
            Self::NoToken | Self::NoBearer | Self::UnknownToken => StatusCode::UNAUTHORIZED,
            Self::OtherStore { .. } | Self::Scope(_) => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::Database(DbError::Busy { .. }) => return (StatusCode::SERVICE_UNAVAILABLE, Some(5)),
            Self::Database(DbError::Full { .. } | DbError::Io { .. }) => {
                return (StatusCode::SERVICE_UNAVAILABLE, Some(60));
            }
            Self::Database(DbError::Refused(_)) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Database(_) | Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        };
        (status, None)
    }

    /// Why, as the sender is told. What a database says names files of this machine: that it need not know.
    pub(super) fn said(&self) -> String {
        match self {
            Self::Database(DbError::Refused(message)) => message.clone(),
            Self::Database(DbError::Full { .. }) => "the disk is full; nothing was stored".into(),
            Self::Database(_) => "the database cannot take it now; nothing was stored".into(),
            other => other.to_string(),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, retry) = self.status();
        let answer = json!({ "status": "error", "error": self.said() });
        let mut response = (status, Json(answer)).into_response();
        if status.is_server_error() {
            response.extensions_mut().insert(Complaint(format!("{status}: {self}")));
        }
        if let Some(seconds) = retry {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if status == StatusCode::UNSUPPORTED_MEDIA_TYPE {
            response.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(DbError::Full { path: "/var/own.db".into() }, 503, Some("60"))]
    #[case(DbError::Busy { path: "/var/own.db".into(), seconds: 5 }, 503, Some("5"))]
    #[case(DbError::Io { path: "/var/own.db".into(), reason: "x".into() }, 503, Some("60"))]
    #[case(DbError::Corrupt { path: "/var/own.db".into(), reason: "x".into() }, 500, None)]
    #[case(DbError::Refused("too many series".into()), 422, None)]
    fn what_may_be_tried_again_says_when(
        #[case] error: DbError,
        #[case] status: u16,
        #[case] retry: Option<&str>,
    ) {
        let response = Refusal::from(error).into_response();
        assert_eq!(response.status(), status);
        let header = response.headers().get(header::RETRY_AFTER).map(|value| value.to_str().unwrap());
        assert_eq!(header, retry);
    }
}
